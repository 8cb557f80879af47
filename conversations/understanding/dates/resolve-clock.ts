import { type LocalTime, timeAt } from '../../../data/time.ts'
import type { Clock, DayPart } from './expression.ts'

/** Minutes since midnight; `isImpossible` where no clock shows that hour. */
export type ResolvedClock = { minutes: number; isImpossible: boolean }

type Hours = Exclude<Clock, { isNow: true }>

const HALF_OF: Record<DayPart, 'am' | 'pm'> = { morning: 'am', afternoon: 'pm', evening: 'pm', night: 'pm' }

const isBare = (clock: Hours): boolean => !clock.half && !clock.is24 && clock.hour >= 1 && clock.hour <= 12

function inHalf(clock: Hours, half: 'am' | 'pm'): number {
  return ((clock.hour % 12) + (half === 'pm' ? 12 : 0)) * 60 + clock.minute
}

/** A clock by the contract's rule: bare 1 to 6 afternoon, 7 to 11 morning, 12 noon; a part of the day overrules. */
export function minutesAt(clock: Hours, part?: DayPart): number {
  if (clock.half) return inHalf(clock, clock.half)
  if (!isBare(clock)) return (clock.hour % 24) * 60 + clock.minute
  if (part) {
    if (part === 'night' && (clock.hour === 12 || clock.hour <= 4)) return inHalf(clock, 'am')
    if (part === 'morning' && clock.hour === 12) return inHalf(clock, 'pm')
    return inHalf(clock, HALF_OF[part])
  }
  return inHalf(clock, clock.hour >= 7 && clock.hour <= 11 ? 'am' : 'pm')
}

export const isImpossible = (clock: Hours): boolean =>
  clock.hour > 24 ||
  clock.minute > 59 ||
  (clock.hour === 24 && clock.minute > 0) ||
  (clock.half !== undefined && clock.hour > 12)

/** Both ends of a range of hours, minutes since the first midnight; `isBackward` where the end is before the start. */
export function rangeMinutes(
  start: Hours,
  end: Hours,
  part?: DayPart,
): { start: number; end: number; isBackward: boolean } {
  const halfDay = 12 * 60
  let from = minutesAt(start, part)
  let to = minutesAt(end, end.half ? undefined : part)
  if (isBare(start) && end.half && !part) {
    from = inHalf(start, end.half)
    if (from >= to) from = inHalf(start, end.half === 'pm' ? 'am' : 'pm')
    if (from >= to && end.half === 'am') from = inHalf(start, 'pm')
  } else if (isBare(start) && isBare(end) && to <= from) {
    to = to < halfDay ? to + halfDay : to
    if (to <= from && from >= halfDay) from -= halfDay
  } else if (isBare(end) && !isBare(start)) {
    const other = inHalf(end, to < halfDay ? 'pm' : 'am')
    const ends = [to, other].filter((minutes) => minutes > from).sort((a, b) => a - b)
    to = ends[0] ?? (from >= 18 * 60 ? Math.min(to, other) : to)
  }
  if (to > from) return { start: from, end: to, isBackward: false }
  const isOvernight = from >= 18 * 60 && to <= 6 * 60
  return { start: from, end: isOvernight ? to + 24 * 60 : to, isBackward: !isOvernight }
}

export const timeOfMinutes = (minutes: number): LocalTime => timeAt(minutes)
