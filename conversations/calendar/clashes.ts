import { doOverlap, mayTakePlace, type Occurrence, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { addDays, dateOf, formatSpan, type LocalDate, type LocalMoment } from '../../data/time.ts'
import { eventKindName } from '../event-words.ts'
import type { EventNames } from './event-names.ts'
import { traitsOf } from './kinds.ts'
import { roomKey, roomWords } from './rooms.ts'
import { teachersOf } from './teachers.ts'
import type { Warning } from './warnings.ts'

/** What else takes place around an event's days: at its school, and with its partners. */
export type Neighbours = {
  byDay: ReadonlyMap<LocalDate, readonly Occurrence[]>
  staff: readonly RecordOf<'staff'>[]
  partnerNames: ReadonlyMap<string, string>
}

export type Clash = {
  with: Occurrence
  own: Occurrence
  over: { kind: 'same' | 'room' | 'period' } | { kind: 'person' | 'teacher'; id: string }
}

export async function loadNeighbours(event: RecordOf<'event'>, reads: Reads): Promise<Neighbours> {
  const own = occurrencesOf({ ...event, skips: [], isCancelled: false })
  const first = dateOf(own[0]?.start ?? event.start)
  const last = dateOf(own.at(-1)?.end ?? own.at(-1)?.start ?? event.start)
  const where = mayTakePlace(first, last)
  const found = [
    ...(event.school ? await reads.find('event', { where: { ...where, school: event.school } }) : []),
    ...(event.partners.length > 0 ? await withPartners(event.partners, where, reads) : []),
  ]
  const others = new Map(found.filter(({ id }) => id !== event.id).map((other) => [other.id, other]))
  const byDay = new Map<LocalDate, Occurrence[]>()
  for (const other of others.values()) {
    for (const occurrence of occurrencesOf(other, first, last)) {
      for (const day of daysOf(occurrence)) byDay.set(day, [...(byDay.get(day) ?? []), occurrence])
    }
  }
  const partners = await Promise.all(
    [...new Set([...others.values()].flatMap((other) => other.partners.slice(0, 1)))].map((id) =>
      reads.get('partner', id),
    ),
  )
  return {
    byDay,
    staff: event.school ? await reads.find('staff', { where: { school: event.school, isActive: true } }) : [],
    partnerNames: new Map(partners.flatMap((partner) => (partner ? [[partner.id, partner.name]] : []))),
  }
}

/** The days that a time touches; those of a directory's year-long entry are cut off after two months. */
function daysOf({ start, end }: Occurrence): LocalDate[] {
  const days: LocalDate[] = []
  for (let day = dateOf(start); day <= dateOf(end ?? start) && days.length < 62; day = addDays(day, 1)) days.push(day)
  return days
}

async function withPartners(
  partners: readonly string[],
  where: ReturnType<typeof mayTakePlace>,
  reads: Reads,
): Promise<RecordOf<'event'>[]> {
  const found = await Promise.all(
    partners.map((partner) => reads.find('event', { where: { ...where, partners: partner } })),
  )
  return found.flat()
}

/** Whatever takes one room, person, teacher or class at one time; each other event and each reason once. */
export function clashesIn(event: RecordOf<'event'>, neighbours: Neighbours): Clash[] {
  const clashes = new Map<string, Clash>()
  for (const own of occurrencesOf({ ...event, isCancelled: false })) {
    const others = new Set(daysOf(own).flatMap((day) => neighbours.byDay.get(day) ?? []))
    for (const other of others) {
      if (!doOverlap(own, other)) continue
      for (const over of sharedBy(event, other.event, neighbours)) {
        const clash: Clash = { with: other, own, over }
        if (!clashes.has(clashKey(clash))) clashes.set(clashKey(clash), clash)
      }
    }
  }
  return [...clashes.values()]
}

const clashKey = ({ with: other, over }: Clash): string =>
  `${over.kind}:${other.event.id}${'id' in over ? `:${over.id}` : ''}`

/** Of these a school has one at a time, whoever comes to it. */
const SCHOOL_WIDE: ReadonlySet<string> = new Set(['breakfast', 'career_day'])

function sharedBy(event: RecordOf<'event'>, other: RecordOf<'event'>, { staff }: Neighbours): Clash['over'][] {
  const isHere = event.school !== undefined && event.school === other.school
  const areAtSchool = isHere && !traitsOf(event.event).isAtPartner && !traitsOf(other.event).isAtPartner
  const isRoom =
    isHere && event.room !== undefined && other.room !== undefined && roomKey(event.room) === roomKey(other.room)
  const isSame =
    isHere &&
    event.event === other.event &&
    (SCHOOL_WIDE.has(event.event)
      ? event.room === undefined || other.room === undefined || event.room === other.room
      : event.room === other.room && areSame(event.partners, other.partners) && areSame(event.programs, other.programs))
  if (isSame) return [{ kind: 'same' }]
  const isClass = event.programs.some((id) => other.programs.includes(id))
  const isPeriod =
    areAtSchool &&
    event.period !== undefined &&
    event.period === other.period &&
    (isClass || event.programs.length === 0 || other.programs.length === 0) &&
    (event.room === undefined || other.room === undefined)
  const people = event.people.filter((id) => other.people.includes(id))
  const busy = isHere ? teachersOf(event, staff).filter((teacher) => teachersOf(other, staff).includes(teacher)) : []
  return [
    ...(isRoom ? [{ kind: 'room' as const }] : []),
    ...people.map((id) => ({ kind: 'person' as const, id })),
    ...busy.map(({ id }) => ({ kind: 'teacher' as const, id })),
    ...(isPeriod && busy.length === 0 ? [{ kind: 'period' as const }] : []),
  ]
}

const areSame = (one: readonly string[], other: readonly string[]): boolean =>
  one.length === other.length && one.every((id) => other.includes(id))

/** "Room 112 is taken: Guest speaker, Google, Thu, Dec 3, 9:40 to 10:25." */
export function clashWarning(
  clash: Clash,
  event: RecordOf<'event'>,
  names: EventNames,
  { partnerNames, staff }: Neighbours,
  now: LocalMoment,
): Warning {
  const { over, with: other } = clash
  const partner = partnerNames.get(other.event.partners[0] ?? '')
  const title = [
    eventKindName(other.event.event),
    ...(partner ? [partner] : []),
    formatSpan(other.start, other.end, now),
  ].join(', ')
  // Overruled on one day, it is not on another.
  const key = `${clashKey(clash)}:${dateOf(clash.own.start)}`
  switch (over.kind) {
    case 'same':
      return { key, text: `That is planned already: ${title}.`, remedy: 'none' }
    case 'room':
      return { key, text: `${roomWords(event.room ?? '')} is taken: ${title}.`, remedy: 'room' }
    case 'period':
      return { key, text: `Period ${event.period} is taken: ${title}.`, remedy: 'time' }
    case 'person': {
      const name = names.people.find(({ id }) => id === over.id)?.name ?? 'That person'
      return { key, text: `${name} is taken: ${title}.`, remedy: 'time' }
    }
    case 'teacher': {
      const name = staff.find(({ id }) => id === over.id)?.name ?? 'The teacher'
      return { key, text: `${name}'s class is taken: ${title}.`, remedy: 'time' }
    }
    default:
      return over satisfies never
  }
}
