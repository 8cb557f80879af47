import { minutesBetween, type Occurrence, USUAL_MINUTES } from '../../data/occurrences.ts'
import type { RecordKind, RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import { dateOf } from '../../data/time.ts'
import type { Situation } from '../conversation.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { guestsOn } from './invitations.ts'
import { clustersOf } from './invitees.ts'
import { traitsOf } from './kinds.ts'

/**
 * What who came becomes: an attendance for each partner, a contact with each who came, work-based learning for each program.
 * Told again, it replaces what was told before.
 */
export async function attendanceWrites(
  occurrence: Occurrence,
  guests: readonly RecordOf<'partner'>[],
  absent: ReadonlySet<string>,
  hasTakenPlace: boolean,
  situation: Situation,
): Promise<Write[]> {
  const writes: Write[] = []
  for (const partner of guests) {
    const hasCome = hasTakenPlace && !absent.has(partner.id)
    writes.push(...(await partnerWrites(occurrence, partner, hasCome, situation)))
  }
  const isReal = hasTakenPlace && (guests.length === 0 || guests.some(({ id }) => !absent.has(id)))
  return [...writes, ...(await learningWrites(occurrence, isReal, situation))]
}

async function partnerWrites(
  { event, date, start }: Occurrence,
  partner: RecordOf<'partner'>,
  hasCome: boolean,
  { reads, speaker, now }: Situation,
): Promise<Write[]> {
  const answers = (await guestsOn(event, date, reads)).answers.filter(
    (answer) => answer.partner === partner.id && answer.answer === 'yes',
  )
  const named = await Promise.all(event.people.map((id) => reads.get('person', id)))
  const people = [
    ...new Set([
      ...answers.flatMap((answer) => answer.people),
      ...named.flatMap((person) => (person?.partner === partner.id ? [person.id] : [])),
    ]),
  ]
  const headcount = answers.reduce((sum, answer) => sum + (answer.headcount ?? Math.max(answer.people.length, 1)), 0)
  const contactId = `came-${event.id}-${date}-${partner.id}`
  const attendanceId = `att-${event.id}-${date}-${partner.id}`
  const attendance: RecordOf<'attendance'> = {
    id: attendanceId,
    version: 0,
    event: event.id,
    date,
    partner: partner.id,
    people,
    hasCome,
    ...(headcount > 0 ? { headcount } : {}),
    ...(hasCome ? { contact: contactId } : {}),
    by: speaker.id,
    at: now,
  }
  const contact: RecordOf<'contact'> = {
    id: contactId,
    version: 0,
    partner: partner.id,
    people,
    method: methodOf(event.event),
    date: dateOf(start),
    offers: [],
    note: `Came: ${eventHeading(event, await namesOfEvent(event, reads))}`,
    by: speaker.id,
    at: now,
  }
  return [
    ...(await put('contact', contactId, hasCome ? contact : undefined, reads)),
    ...(await put('attendance', attendanceId, attendance, reads)),
  ]
}

/** Where we went to them it is a visit; a speaker came to us; the rest are events. */
function methodOf(event: string): string {
  if (traitsOf(event).isAtPartner) return 'visit'
  return event === 'speaker' || event === 'meeting' || event === 'advisory_meeting' ? 'meeting' : 'event'
}

async function learningWrites(occurrence: Occurrence, isReal: boolean, { reads, now }: Situation): Promise<Write[]> {
  const { event, date } = occurrence
  if (!traitsOf(event.event).isForStudents) return []
  const places = (await reads.find('studentPlace', { where: { event: event.id } })).filter(
    ({ isWaiting }) => !isWaiting,
  )
  const programs = new Set([
    ...(event.programs.length > 0 ? event.programs : await programsOfClusters(event, reads)),
    ...places.flatMap(({ program }) => (program ? [program] : [])),
  ])
  const minutes = minutesBetween(occurrence) ?? USUAL_MINUTES
  const writes = await Promise.all(
    [...programs].map((program) => {
      const listed = places.filter((place) => place.program === program).length
      const students = places.length > 0 ? listed : programs.size === 1 ? event.headcount : undefined
      const learning: RecordOf<'learning'> = {
        id: `wbl-${event.id}-${date}-${program}`,
        version: 0,
        event: event.id,
        date,
        program,
        ...(event.partners[0] ? { partner: event.partners[0] } : {}),
        ...(students !== undefined ? { students } : {}),
        minutes,
        at: now,
      }
      return put('learning', learning.id, isReal ? learning : undefined, reads)
    }),
  )
  return writes.flat()
}

async function programsOfClusters(event: RecordOf<'event'>, reads: Situation['reads']): Promise<string[]> {
  if (!event.school) return []
  const clusters = new Set(await clustersOf(event, reads))
  const programs = await reads.find('program', { where: { school: event.school, isActive: true } })
  return programs.filter(({ cluster }) => cluster !== undefined && clusters.has(cluster)).map(({ id }) => id)
}

/** The write that makes a record so, or takes it away; nothing where there is nothing to do. */
async function put<K extends RecordKind>(
  kind: K,
  id: string,
  after: RecordOf<K> | undefined,
  reads: Situation['reads'],
): Promise<Write[]> {
  const before = await reads.get(kind, id)
  if (!before && !after) return []
  const kept = after && { ...after, version: before?.version ?? 0 }
  // Record and kind belong together, which the union of writes cannot say of a variable.
  return [{ kind, id, ...(before ? { before } : {}), ...(kept ? { after: kept } : {}) } as Write]
}
