import { ruleDays, timesOn } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { LocalDate } from '../../data/time.ts'
import type { Times } from './event-times.ts'

/** An invitation or an answer: to the whole of an event, or to one time of a series by its place there. */
type OfTime = { time?: number }

/** The place in a series of the time that its rule has on a day. */
export function placeInSeries(event: RecordOf<'event'>, date: LocalDate): number | undefined {
  const place = event.repeats ? ruleDays(event).indexOf(date) : -1
  return place < 0 ? undefined : place
}

/** Whether it is about that time of the event too; `date` is the day on which the rule has it, absent: any. */
export const isAbout = ({ time }: OfTime, event: RecordOf<'event'>, date: LocalDate | undefined): boolean =>
  time === undefined || date === undefined || !event.repeats || ruleDays(event)[time] === date

/** One time of a series as an event of its own, for what is said of it. */
export function singleOf(event: RecordOf<'event'>, { start, end }: Times): RecordOf<'event'> {
  const { repeats: _, moved: __, calledOff: ___, end: ____, ...rest } = event
  return { ...rest, start, ...(end ? { end } : {}), skips: [] }
}

/** What of an event its guest is shown: the whole, or the one time they are asked to, with the day of its rule. */
export function shownTo(
  { time }: OfTime,
  event: RecordOf<'event'>,
): { event: RecordOf<'event'>; occurrence?: LocalDate } {
  const date = time === undefined || !event.repeats ? undefined : ruleDays(event)[time]
  if (!date) return { event }
  const times = event.moved?.find(({ from }) => from === date) ?? timesOn(date, event)
  const single = singleOf(event, times)
  return { event: event.skips.includes(date) ? { ...single, isCancelled: true } : single, occurrence: date }
}
