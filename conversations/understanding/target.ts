import { dateOf, type LocalDate } from '../../data/time.ts'
import { resolveSpan } from './dates/resolve.ts'
import type { EventKind } from './frame.ts'
import type { ScheduledEvent } from './knowledge.ts'
import type { NameEntry } from './names/entry.ts'
import type { Reading, Ref } from './reading.ts'
import { type Placed, resolveIn } from './when.ts'

/** What a message says of the event it speaks of. */
export type Description = {
  kinds: readonly EventKind[]
  /** Dates that tell which event it is. */
  dates: readonly Placed[]
  /** Companies and people that must be part of it. */
  partners: readonly Ref[]
  people: readonly Ref[]
  schools: readonly Ref[]
  /** Companies that are more likely part of it than not: who answers is usually invited. */
  likely?: readonly Ref[]
}

/** The one scheduled event that is meant, or why that cannot be said. */
export type Target =
  | { event: ScheduledEvent }
  | { problem: 'ambiguous_event' | 'unknown_event'; matches: readonly ScheduledEvent[] }

/** Events that are not over; of a series, its next time. */
export function eventsAhead({ knowledge, context }: Reading): ScheduledEvent[] {
  const today = dateOf(context.now)
  const isAhead = ({ start, end }: Pick<ScheduledEvent, 'start' | 'end'>): boolean => {
    const last = end ?? start
    return last.length === 16 ? last > context.now : last >= today
  }
  return knowledge.events.flatMap((event) => {
    if (!event.times) return isAhead(event) ? [event] : []
    const next = event.times.find(isAhead)
    return next ? [{ ...event, ...next }] : []
  })
}

/** Finds the event that a description fits, among those ahead. */
export function findTarget(reading: Reading, description: Description): Target {
  const { kinds, dates, partners, people, schools, likely = [] } = description
  let matches = eventsAhead(reading)
  const named = matches.filter(({ id }) => saysId(reading, id))
  if (named[0] && named.length === 1) return { event: named[0] }
  if (kinds.length > 0) {
    const own = matches.filter(({ event }) => kinds.some((kind) => kind === event))
    matches =
      own.length > 0 || !kinds.includes('meeting') ? own : matches.filter(({ event }) => event === 'advisory_meeting')
  }
  for (const school of schools) matches = matches.filter((event) => isNamed(school, event.school))
  for (const partner of partners) matches = matches.filter((event) => hasPartner(partner, event))
  for (const person of people) matches = matches.filter((event) => hasPerson(person, event))
  for (const placed of dates) matches = matches.filter((event) => isOn(reading, placed, event))
  if (matches.length > 1 && likely.length > 0) {
    const invited = matches.filter((event) => likely.some((partner) => hasPartner(partner, event)))
    if (invited.length > 0) matches = invited
  }
  const [only] = matches
  if (only && matches.length === 1) return { event: only }
  return { problem: only ? 'ambiguous_event' : 'unknown_event', matches }
}

/** An event named by its id; one without letters and digits could be any word or number. */
const saysId = ({ message }: Reading, id: string): boolean =>
  /\d/.test(id) &&
  /[a-z]/i.test(id) &&
  ` ${message.typed.toLowerCase()} `.split(/[\s.,;:!?()]/).includes(id.toLowerCase())

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
const isNamed = (ref: Ref, name: string | undefined): boolean =>
  name !== undefined &&
  (ref.entries.length > 0 ? ref.entries.some((entry) => same(entry.name, name)) : same(ref.text, name))

export const hasPartner = (ref: Ref, event: ScheduledEvent): boolean =>
  event.partners.some((name) => isNamed(ref, name))

export function hasPerson(ref: Ref, event: ScheduledEvent): boolean {
  const isAtPartner = ({ partner }: NameEntry): boolean =>
    event.partners.some((name) => partner !== undefined && same(name, partner))
  return event.people.some((name) => isNamed(ref, name)) || ref.entries.some(isAtPartner)
}

/** True where a date that describes an event is its day, or one of a series, or a span ("the feb breakfast") holds it. */
export function isOn(reading: Reading, placed: Placed, event: ScheduledEvent): boolean {
  const days = new Set([event, ...(event.times ?? [])].map(({ start }) => dateOf(start)))
  return [...days].some((day) => isDay(reading, placed, day))
}

function isDay(reading: Reading, { mention }: Placed, day: LocalDate): boolean {
  if (mention.isSpan) {
    const { knowledge, context } = reading
    const span = resolveSpan(mention, { now: context.now, direction: 'ahead', calendar: knowledge.calendar })
    return (span.from === undefined || span.from <= day) && (span.to === undefined || day <= span.to)
  }
  const monthday = mention.expression.day?.is === 'monthday' ? mention.expression.day.day : undefined
  if (monthday !== undefined) return Number(day.slice(8)) === monthday
  const found = resolveIn(reading, mention, 'ahead')
  if (found.start === undefined || found.start.length === 5) return found.problems.length === 0
  return sameDay(dateOf(found.start as LocalDate), day)
}

const sameDay = (a: LocalDate, b: LocalDate): boolean => a === b
