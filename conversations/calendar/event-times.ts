import { minutesBetween } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import {
  addDays,
  addMinutes,
  dateOf,
  daysBetween,
  isLocalMoment,
  type LocalDate,
  type LocalMoment,
  momentAt,
  timeOf,
} from '../../data/time.ts'

export type Times = { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment }

/** Hours of a period on a day, where the school's bells are known. */
export function timesOfPeriod(
  day: LocalDate,
  period: string | undefined,
  school: RecordOf<'school'> | undefined,
): Times | undefined {
  const bells = period === undefined ? undefined : school?.periods?.[period]
  return bells && { start: momentAt(day, bells[0]), end: momentAt(day, bells[1]) }
}

/** New times as said: a day alone keeps the hours, a new start keeps the length, an end on another day is on its day. */
export function timesAfter(before: Times, said: { start?: Times['start']; end?: Times['end'] }): Times {
  const said0 = said.start ?? before.start
  const start =
    isLocalMoment(said0) || !isLocalMoment(before.start) ? said0 : momentAt(dateOf(said0), timeOf(before.start))
  if (said.end) return { start, end: endOnDay(start, said.end) }
  const minutes = minutesBetween(before)
  if (minutes !== undefined && isLocalMoment(start)) return { start, end: addMinutes(start, minutes) }
  if (before.end && !isLocalMoment(before.end) && !isLocalMoment(start)) {
    return { start, end: addDays(start, daysBetween(dateOf(before.start), dateOf(before.end))) }
  }
  return { start }
}

/** An end of hours belongs to the start's day: a button or a question may have changed that one alone. */
export function endOnDay(start: Times['start'], end: LocalDate | LocalMoment): LocalDate | LocalMoment {
  if (!isLocalMoment(end)) return end < dateOf(start) ? dateOf(start) : end
  const onDay = momentAt(dateOf(start), timeOf(end))
  return isLocalMoment(start) && onDay <= start ? addMinutes(start, 60) : onDay
}
