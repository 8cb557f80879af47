import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { answersTo } from './invitations.ts'
import { peopleIn } from './places.ts'
import type { Party } from './seats.ts'

type Event = RecordOf<'event'>

/** Everyone for whom a seat is kept. Parties are `partner:` or `staff:` and an id. */
export type SeatedGuests = {
  parties: Party[]
  names: ReadonlyMap<string, string>
  apart: (readonly [string, string])[]
  /** Parties named in the plan or by a pin that have not answered: a seat is kept for each. */
  unanswered: string[]
  /** Names of those who wait for a place, and so have no seat. */
  waiting: string[]
}

export const partyOfPartner = (id: string): string => `partner:${id}`
export const partyOfStaff = (id: string): string => `staff:${id}`

/**
 * Who is to be seated: everyone who said yes and has a place, with as many as they bring; one of each partner that the
 * plan names, and of each pinned party, that has not said no.
 */
export async function seatedGuests(event: Event, reads: Reads): Promise<SeatedGuests> {
  const sizes = new Map<string, number>()
  const answered = new Set<string>()
  const waiting = new Set<string>()
  for (const answer of await answersTo(event.id, reads)) {
    const party = partyOf(answer, await partnerOfPeople(answer, reads))
    if (!party) continue
    if (answer.answer !== 'maybe') answered.add(party)
    if (answer.answer !== 'yes') continue
    if (answer.isWaiting) waiting.add(party)
    else sizes.set(party, (sizes.get(party) ?? 0) + peopleIn(answer))
  }
  const kept = [...event.partners.map(partyOfPartner), ...(event.seats?.pins ?? []).flat()]
  const unanswered = [...new Set(kept)].filter((party) => !answered.has(party))
  for (const party of unanswered) sizes.set(party, 1)
  const parties: Party[] = []
  const names = new Map<string, string>()
  const partners: RecordOf<'partner'>[] = []
  for (const [id, size] of sizes) {
    const staff = await recordOf(id, 'staff', reads)
    const partner = await recordOf(id, 'partner', reads)
    const known = staff ?? partner
    if (!known) continue
    names.set(id, known.name)
    if (partner) partners.push(partner)
    const clusters = staff ? await clustersTaught(staff, reads) : partner?.cluster ? [partner.cluster] : []
    parties.push({ id, kind: staff ? 'teacher' : 'employer', size, clusters })
  }
  const waitingNames = await Promise.all(
    [...waiting].map(
      async (id) => ((await recordOf(id, 'staff', reads)) ?? (await recordOf(id, 'partner', reads)))?.name,
    ),
  )
  return {
    parties,
    names,
    apart: rivalsAmong(partners),
    unanswered: unanswered.filter((id) => names.has(id)),
    waiting: waitingNames.filter((name) => name !== undefined),
  }
}

const partyOf = ({ staff, partner }: RecordOf<'rsvp'>, ofPeople: string | undefined): string | undefined => {
  const id = partner ?? ofPeople
  return staff ? partyOfStaff(staff) : id ? partyOfPartner(id) : undefined
}

async function partnerOfPeople({ people }: RecordOf<'rsvp'>, reads: Reads): Promise<string | undefined> {
  return people[0] ? (await reads.get('person', people[0]))?.partner : undefined
}

async function recordOf<K extends 'staff' | 'partner'>(
  party: string,
  kind: K,
  reads: Reads,
): Promise<RecordOf<K> | undefined> {
  return party.startsWith(`${kind}:`) ? reads.get(kind, party.slice(kind.length + 1)) : undefined
}

async function clustersTaught({ programs }: RecordOf<'staff'>, reads: Reads): Promise<string[]> {
  const found = await Promise.all(programs.map((id) => reads.get('program', id)))
  return [...new Set(found.flatMap((program) => (program?.cluster ? [program.cluster] : [])))]
}

function rivalsAmong(partners: readonly RecordOf<'partner'>[]): (readonly [string, string])[] {
  return partners.flatMap((one) =>
    partners
      .filter(({ id, name }) => id !== one.id && one.apart.includes(name))
      .map((other) => [partyOfPartner(one.id), partyOfPartner(other.id)] as const),
  )
}
