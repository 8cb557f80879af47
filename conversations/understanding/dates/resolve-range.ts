import { addDays, type LocalDate, momentAt, timeAt } from '../../../data/time.ts'
import type { Bound, DayExpression, DaysExpression } from './expression.ts'
import { monthlyDay, weekdayFrom, yearlyDay } from './nearest-day.ts'
import type { ResolveContext } from './reading.ts'
import { dayIn } from './resolve-day.ts'
import { type Days, daysOf } from './resolve-days.ts'

/** Both ends of a range: what the one leaves open, the other settles; the end is the one that lies ahead. */
export function rangeOf(from: DayExpression, to: DayExpression, context: ResolveContext): Days | undefined {
  const isOpen = isYearOpen(from) && isYearOpen(to)
  if (isOpen && context.direction === 'ahead') {
    const end = dayIn(to, context).day
    const start = end && nearestAt(from, end, 'behind', context)
    return end && start && { from: start, to: end }
  }
  const endFirst = isYearOpen(from) && !isYearOpen(to) && (to.is === 'date' || to.is === 'part')
  if (endFirst) {
    const end = dayIn(to, context).day
    const start = end && nearestAt(from, end, 'behind', context)
    return end && start && { from: start, to: end }
  }
  const start = dayIn(from, context).day
  const end = start && (isFloating(to) ? nearestAt(to, start, 'ahead', context) : dayIn(to, context).day)
  return start && end && end >= start ? { from: start, to: end } : undefined
}

const isOpenMonth = (days: DaysExpression): boolean => days.is === 'named-month' && !days.of && !days.which
const isYearOpen = (day: DayExpression): boolean =>
  (day.is === 'part' && isOpenMonth(day.of)) ||
  (day.is === 'date' && day.year === undefined) ||
  day.is === 'monthday' ||
  (day.is === 'both' && isYearOpen(day.main))
const isFloating = (day: DayExpression): boolean => isYearOpen(day) || (day.is === 'weekday' && !day.which)

/** A day without a year, or a bare weekday, nearest to another day (which counts). */
function nearestAt(
  day: DayExpression,
  at: LocalDate,
  direction: 'ahead' | 'behind',
  context: ResolveContext,
): LocalDate | undefined {
  const main = day.is === 'both' ? day.main : day
  const there = { ...context, now: momentAt(at, timeAt(0)), direction }
  if (main.is === 'date') return yearlyDay(main.month, main.day, there, main.year)
  if (main.is === 'monthday') return monthlyDay(main.day, at, direction)
  if (main.is === 'part' && isOpenMonth(main.of)) return dayIn(main, there).day
  if (main.is !== 'weekday') return dayIn(day, context).day
  const from = direction === 'ahead' ? addDays(at, -1) : at
  return weekdayFrom(from, main.weekday, undefined, direction)
}

/** The first day of a bound: "starting next week" is its Monday. */
export function boundStart(bound: Bound, context: ResolveContext): LocalDate | undefined {
  if (bound.days) return daysOf(bound.days, context)?.from
  return bound.day && dayIn(bound.day, context).day
}

/** The last day of a bound: "through May" is May 31. */
export function boundEnd(bound: Bound, context: ResolveContext): LocalDate | undefined {
  if (bound.days) return daysOf(bound.days, context)?.to
  return bound.day && dayIn(bound.day, context).day
}
