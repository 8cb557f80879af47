import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { traitsOf } from './kinds.ts'

/** Someone who could be asked. `key` is what a form's choice holds. */
export type Invitee = { key: string; label: string; partner?: string; person?: string; staff?: string }

export type Invitees = {
  /** Those whom the plan names: its people, partners and the teachers whose classes come. */
  named: Invitee[]
  /** Partners of its clusters, and teachers of them. */
  suggested: Invitee[]
}

/** Suggestions in one form: a form's choice holds so many options on every channel. */
const MOST_SUGGESTED = 30

/** Who is to be asked to an event, and who could be. The organizer is not asked. */
export async function inviteesOf(event: RecordOf<'event'>, reads: Reads): Promise<Invitees> {
  const clusters = await clustersOf(event, reads)
  const people = await Promise.all(event.people.map((id) => reads.get('person', id)))
  const named = await Promise.all(people.flatMap((person) => (person ? [personInvitee(person, reads)] : [])))
  const spokenFor = new Set(named.map(({ partner }) => partner))
  for (const id of event.partners.filter((partner) => !spokenFor.has(partner))) {
    const partner = await reads.get('partner', id)
    if (partner) named.push(await partnerInvitee(partner, reads))
  }
  const teachers = await teachersIn(event, clusters, reads)
  const partners = (
    await Promise.all(clusters.map((cluster) => reads.find('partner', { where: { cluster, isActive: true } })))
  ).flat()
  // A talk has its speaker, and a visit its host: no others are thought of.
  const isOpen = event.event !== 'speaker' && !traitsOf(event.event).isAtPartner
  const others = isOpen ? partners.filter(({ id }) => !event.partners.includes(id)).slice(0, MOST_SUGGESTED) : []
  const isOwn = (teacher: RecordOf<'staff'>): boolean =>
    teacher.programs.some((program) => event.programs.includes(program))
  return {
    named: [...named, ...teachers.filter((teacher) => isOwn(teacher) || event.isAssembly).map(staffInvitee)],
    suggested: [
      ...(await Promise.all(others.map((partner) => partnerInvitee(partner, reads)))),
      ...teachers.filter((teacher) => !isOwn(teacher) && !event.isAssembly).map(staffInvitee),
    ],
  }
}

/** The clusters that an event names, else those of its programs. */
export async function clustersOf(event: RecordOf<'event'>, reads: Pick<Reads, 'get'>): Promise<string[]> {
  if (event.clusters.length > 0) return event.clusters
  const programs = await Promise.all(event.programs.map((id) => reads.get('program', id)))
  return [...new Set(programs.flatMap((program) => (program?.cluster ? [program.cluster] : [])))]
}

/** Teachers of the event's school who teach its programs, or a program of its clusters. */
async function teachersIn(
  event: RecordOf<'event'>,
  clusters: readonly string[],
  reads: Reads,
): Promise<RecordOf<'staff'>[]> {
  if (!event.school) return []
  const staff = await reads.find('staff', { where: { school: event.school, isActive: true } })
  const programs = await Promise.all(
    clusters.map((cluster) => reads.find('program', { where: { cluster, isActive: true } })),
  )
  const wanted = new Set([
    ...event.programs,
    ...(event.programs.length > 0 && !event.isAssembly ? [] : programs.flat().map(({ id }) => id)),
  ])
  return staff.filter(({ id, programs: taught }) => id !== event.owner && taught.some((program) => wanted.has(program)))
}

const staffInvitee = ({ id, name }: RecordOf<'staff'>): Invitee => ({
  key: `staff:${id}`,
  label: name,
  staff: id,
})

async function personInvitee(person: RecordOf<'person'>, reads: Pick<Reads, 'get'>): Promise<Invitee> {
  const partner = await reads.get('partner', person.partner)
  const label = partner ? `${person.name}, ${partner.name}` : person.name
  return { key: `person:${person.id}`, label, partner: person.partner, person: person.id }
}

/** A partner is asked through the first of its people, one with an address before others. */
export async function partnerInvitee(partner: RecordOf<'partner'>, reads: Reads): Promise<Invitee> {
  const people = await reads.find('person', { where: { partner: partner.id, isActive: true }, limit: 20 })
  const person = people.find(({ email }) => email) ?? people[0]
  return person
    ? personInvitee(person, reads)
    : { key: `partner:${partner.id}`, label: partner.name, partner: partner.id }
}

/** The invitee that a form's choice stands for; undefined where it is gone. */
export async function inviteeOf(key: string, reads: Reads): Promise<Invitee | undefined> {
  const [kind, ...rest] = key.split(':')
  const id = rest.join(':')
  if (kind === 'staff') {
    const staff = await reads.get('staff', id)
    return staff && staffInvitee(staff)
  }
  if (kind === 'person') {
    const person = await reads.get('person', id)
    return person && personInvitee(person, reads)
  }
  const partner = kind === 'partner' ? await reads.get('partner', id) : undefined
  return partner && partnerInvitee(partner, reads)
}

/** How a letter to a partner begins: the given name of the one through whom it is asked, else the company's. */
export async function nameOfContact(
  partner: RecordOf<'partner'> | undefined,
  reads: Reads,
): Promise<string | undefined> {
  const person = partner && (await partnerInvitee(partner, reads)).person
  const name = person ? (await reads.get('person', person))?.name : undefined
  return name?.split(' ')[0] ?? partner?.name
}
