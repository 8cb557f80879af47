import type { RecordOf } from './records.ts'
import { daysOfRule, isEndless, NO_LAST_DAY, readRule } from './recurrence.ts'
import {
  addDays,
  addMinutes,
  dateOf,
  dayNumber,
  isLocalMoment,
  type LocalDate,
  type LocalMoment,
  type LocalTime,
  minutesOf,
  momentAt,
  timeOf,
} from './time.ts'

const MIDNIGHT = '00:00' as LocalTime

/** An event, or one time of a series. */
export type Occurrence = {
  event: RecordOf<'event'>
  /** The day on which the rule has it (RFC 5545 RECURRENCE-ID); of a single event, its first day. */
  date: LocalDate
  start: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
}

type Times = { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment }

/** The same hours and length on another day. */
export function timesOn(day: LocalDate, { start, end }: Times): Times {
  const shift = (at: LocalDate | LocalMoment): LocalDate | LocalMoment => {
    const date = addDays(day, dayNumber(dateOf(at)) - dayNumber(dateOf(start)))
    return isLocalMoment(at) ? momentAt(date, timeOf(at)) : date
  }
  return { start: shift(start), ...(end ? { end: shift(end) } : {}) }
}

/** Minutes from start to end by the clock on the wall; undefined where no hours are known. */
export function minutesBetween({ start, end }: Times): number | undefined {
  if (!end || !isLocalMoment(start) || !isLocalMoment(end)) return undefined
  const days = dayNumber(dateOf(end)) - dayNumber(dateOf(start))
  return days * 1440 + minutesOf(timeOf(end)) - minutesOf(timeOf(start))
}

/** The days on which an event's rule has it, also those skipped; the one day of a single event. */
export function ruleDays(event: Pick<RecordOf<'event'>, 'start' | 'repeats'>): readonly LocalDate[] {
  const first = dateOf(event.start)
  return event.repeats ? daysOfRule(event.repeats, first) : [first]
}

/** When an event takes place, in order: skipped times left out, moved ones where they were moved to; within both days. */
export function occurrencesOf(event: RecordOf<'event'>, from?: LocalDate, to?: LocalDate): Occurrence[] {
  if (event.isCancelled) return []
  const skips = new Set<string>(event.skips)
  const moved = new Map(event.moved?.map((entry) => [entry.from, entry]))
  const found = ruleDays(event)
    .filter((date) => !skips.has(date))
    .map((date): Occurrence => {
      const { start, end } = moved.get(date) ?? timesOn(date, event)
      return { event, date, start, ...(end ? { end } : {}) }
    })
    .filter(({ start, end }) => (!to || dateOf(start) <= to) && (!from || dateOf(end ?? start) >= from))
  return found.sort((a, b) => (a.start < b.start ? -1 : a.start > b.start ? 1 : 0))
}

/** One time of a series may have been moved to before its first day; further back than this it is not found. Days. */
const MOST_MOVED_EARLIER = 62

/** The condition under which events are searched that may take place within both days. */
export const mayTakePlace = (
  from: LocalDate,
  to: LocalDate,
): { isCancelled: boolean; start: { to: string }; lastDay: { from: string } } => ({
  isCancelled: false,
  start: { to: `${addDays(to, MOST_MOVED_EARLIER)}T99` },
  lastDay: { from },
})

/** A day without an hour has begun when it has. */
export const hasBegun = (start: LocalDate | LocalMoment, now: LocalMoment): boolean =>
  isLocalMoment(start) ? start <= now : start <= dateOf(now)

/** Minutes that an event without an end is taken to last, for clashes and calendars. */
export const USUAL_MINUTES = 60

/** When it is over: its end, an hour after its start, or the end of its last day. */
export function overAt({ start, end }: Times): LocalMoment {
  const last = end ?? start
  if (!isLocalMoment(last)) return momentAt(addDays(last, 1), MIDNIGHT)
  return end ? last : addMinutes(last, USUAL_MINUTES)
}

/** Whether two times touch. A day without an hour is the whole day. */
export function doOverlap(one: Times, other: Times): boolean {
  const from = (at: LocalDate | LocalMoment): LocalMoment => (isLocalMoment(at) ? at : momentAt(at, MIDNIGHT))
  return from(one.start) < overAt(other) && from(other.start) < overAt(one)
}

/** `lastDay` of an event as its other fields have it. */
export function lastDayOf(event: Pick<RecordOf<'event'>, 'start' | 'end' | 'repeats' | 'moved'>): LocalDate {
  const read = event.repeats ? readRule(event.repeats) : undefined
  if (read?.ok && isEndless(read.value)) return NO_LAST_DAY
  const last = ruleDays(event).at(-1) ?? dateOf(event.start)
  const { start, end } = timesOn(last, event)
  const ends = [end ?? start, ...(event.moved ?? []).map((moved) => moved.end ?? moved.start)].map(dateOf)
  return ends.reduce((latest, day) => (day > latest ? day : latest))
}
