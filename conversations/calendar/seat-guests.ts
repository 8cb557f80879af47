import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { answersTo, invitationsTo } from './invitations.ts'
import { peopleIn } from './places.ts'
import type { Party } from './seats.ts'

/** A party with the names of its guests: a company's, or a teacher alone. Its id is `partner:` or `staff:` and the record's. */
export type GuestParty = Party & {
  name: string
  people: { name: string; title?: string }[]
  dietary: string[]
  /** It has not answered: the plan names it, or somebody wants it at a table, so one seat is kept. */
  isExpected?: true
}

export type SeatGuests = {
  /** Those who have said yes and have their places, and those for whom a seat is kept, by name. */
  parties: GuestParty[]
  /** Everyone else of whom an answer is wanted, and why they have no seat. */
  unseated: { id: string; name: string; why: string }[]
  /** Pairs that the directory keeps apart, by party id. */
  apart: [string, string][]
  clusterNames: ReadonlyMap<string, string>
}

export const partnerParty = (id: string): string => `partner:${id}`
export const staffParty = (id: string): string => `staff:${id}`

/** Whom an event's answers seat, and whom they do not. A company's several answers are one party. */
export async function guestsAt(
  event: RecordOf<'event'>,
  reads: Reads,
  { known, wished = [] }: { known?: readonly RecordOf<'rsvp'>[] | undefined; wished?: readonly string[] } = {},
): Promise<SeatGuests> {
  const answers = known ?? (await answersTo(event.id, reads))
  const given = new Map<string, RecordOf<'rsvp'>[]>()
  for (const answer of answers) {
    const id = await giverOf(answer, reads)
    if (id) given.set(id, [...(given.get(id) ?? []), answer])
  }
  const asked = new Set<string>()
  for (const { partner, staff } of await invitationsTo(event.id, reads)) {
    if (staff) asked.add(staffParty(staff))
    else if (partner) asked.add(partnerParty(partner))
  }
  const parties: GuestParty[] = []
  const unseated: SeatGuests['unseated'] = []
  const named = new Set([...event.partners.map(partnerParty), ...wished])
  for (const id of new Set([...given.keys(), ...asked, ...named])) {
    const own = given.get(id) ?? []
    const coming = own.filter(({ answer, isWaiting, isLate }) => answer === 'yes' && !isWaiting && !isLate)
    const party = await partyOf(id, coming, reads)
    if (!party) continue
    if (named.has(id) && own.length === 0) {
      parties.push({ ...party, size: 1, isExpected: true })
      continue
    }
    if (party.size > 0) parties.push(party)
    const waiting = own.filter(({ answer, isWaiting }) => answer === 'yes' && isWaiting)
    const why = waiting.length > 0 ? waitingWords(waiting) : party.size > 0 ? undefined : whyNot(own, asked.has(id))
    if (why) unseated.push({ id, name: party.name, why })
  }
  const byName = (one: { name: string; id: string }, other: { name: string; id: string }): number =>
    one.name === other.name ? (one.id < other.id ? -1 : 1) : one.name < other.name ? -1 : 1
  return {
    parties: parties.sort(byName),
    unseated: unseated.sort(byName),
    apart: await pairsApart(parties, reads),
    clusterNames: await namesOfClusters(parties, reads),
  }
}

async function giverOf({ partner, people, staff }: RecordOf<'rsvp'>, reads: Reads): Promise<string | undefined> {
  if (staff) return staffParty(staff)
  const company = partner ?? (people[0] ? (await reads.get('person', people[0]))?.partner : undefined)
  return company && partnerParty(company)
}

const waitingWords = (waiting: readonly RecordOf<'rsvp'>[]): string => {
  const count = waiting.reduce((sum, answer) => sum + peopleIn(answer), 0)
  return count === 1 ? 'waits for a place' : `${count} wait for places`
}

/** Why nobody of a party sits; undefined where it does not come at all. */
function whyNot(answers: readonly RecordOf<'rsvp'>[], isAsked: boolean): string | undefined {
  const [newest] = [...answers].sort((a, b) => b.at - a.at)
  if (!newest) return isAsked ? 'no answer yet' : 'not invited yet'
  if (newest.answer === 'maybe') return 'said maybe'
  return newest.answer === 'yes' ? 'answered after the start' : undefined
}

async function partyOf(id: string, coming: readonly RecordOf<'rsvp'>[], reads: Reads): Promise<GuestParty | undefined> {
  const [kind = '', key = ''] = [id.slice(0, id.indexOf(':')), id.slice(id.indexOf(':') + 1)]
  const size = coming.reduce((sum, answer) => sum + peopleIn(answer), 0)
  const dietary = coming.flatMap((answer) => (answer.dietary ? [answer.dietary] : []))
  if (kind === 'staff') {
    const staff = await reads.get('staff', key)
    if (!staff) return undefined
    const clusters = await clustersTaught(staff, reads)
    return { id, kind: 'teacher', size, clusters, name: staff.name, people: [{ name: staff.name }], dietary }
  }
  const partner = await reads.get('partner', key)
  if (!partner) return undefined
  const people = await Promise.all(
    [...new Set(coming.flatMap((answer) => answer.people))].map((person) => reads.get('person', person)),
  )
  return {
    id,
    kind: 'employer',
    size,
    clusters: partner.cluster ? [partner.cluster] : [],
    name: partner.name,
    people: people.flatMap((person) =>
      person ? [{ name: person.name, ...(person.title ? { title: person.title } : {}) }] : [],
    ),
    dietary,
  }
}

async function clustersTaught({ programs }: RecordOf<'staff'>, reads: Reads): Promise<string[]> {
  const taught = await Promise.all(programs.map((program) => reads.get('program', program)))
  return [...new Set(taught.flatMap((program) => (program?.cluster ? [program.cluster] : [])))]
}

/** The directory names rivals as people do: by name or alias. */
async function pairsApart(parties: readonly GuestParty[], reads: Reads): Promise<[string, string][]> {
  const partners = await Promise.all(
    parties.map(async ({ id, kind }) =>
      kind === 'employer' ? await reads.get('partner', id.slice('partner:'.length)) : undefined,
    ),
  )
  const known = partners.flatMap((partner) => (partner ? [partner] : []))
  const isCalled = ({ id, name, aliases }: RecordOf<'partner'>, called: string): boolean =>
    [id, name, ...aliases].some((each) => each.toLowerCase() === called.toLowerCase())
  return known.flatMap((partner) =>
    known
      .filter((other) => other !== partner && partner.apart.some((called) => isCalled(other, called)))
      .map((other): [string, string] => [partnerParty(partner.id), partnerParty(other.id)]),
  )
}

async function namesOfClusters(parties: readonly Party[], reads: Reads): Promise<Map<string, string>> {
  const ids = [...new Set(parties.flatMap(({ clusters }) => clusters))]
  const clusters = await Promise.all(ids.map((id) => reads.get('cluster', id)))
  return new Map(clusters.flatMap((cluster) => (cluster ? [[cluster.id, cluster.name]] : [])))
}
