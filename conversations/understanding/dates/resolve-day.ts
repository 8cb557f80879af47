import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  daysBetween,
  daysInMonth,
  type LocalDate,
  localDate,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../data/time.ts'
import type { DayExpression } from './expression.ts'
import { addAmount, monthlyDay, nthIn, partDay, weekdayFrom, weekdayNear, yearlyDay } from './nearest-day.ts'
import type { DateProblem, ResolveContext } from './reading.ts'
import { breakRun, holidayDay, pdDay, workingDay } from './resolve-calendar.ts'
import { daysOf } from './resolve-days.ts'

/** One day, or why there is none; a problem may stand beside a day. */
export type ResolvedDay = { day?: LocalDate; problem?: DateProblem }

export const IMPOSSIBLE: ResolvedDay = { problem: 'impossible_date' }

/** The day that an expression means. */
export function dayIn(day: DayExpression, context: ResolveContext): ResolvedDay {
  const today = dateOf(context.now)
  switch (day.is) {
    case 'date':
      return found(yearlyDay(day.month, day.day, context, yearSaid(day, today), day.which) ?? leapDay(day, context))
    case 'monthday':
      return found(monthlyDay(day.day, today, context.direction))
    case 'weekday':
      return found(weekdayFrom(today, day.weekday, day.which, context.direction))
    case 'today':
      return found(today)
    case 'offset': {
      if (!day.from) return found(addAmount(today, day.amount))
      const side = day.amount.value < 0 ? 'before' : 'after'
      const last =
        side === 'after' && day.from.is === 'holiday' && !day.from.which ? countedOn(day, context) : undefined
      const base = edgeOf(day.from, side, context)
      return base.day ? found(last ?? addAmount(base.day, day.amount)) : base
    }
    case 'weekdays-on': {
      const first = weekdayFrom(today, day.weekday, day.count > 0 ? 'coming' : 'past', context.direction)
      return found(addDays(first, (Math.abs(day.count) - 1) * 7 * Math.sign(day.count)))
    }
    case 'nth':
      return nthDay(day, context)
    case 'weekday-in': {
      const week = daysOf(day.within, context)
      return week ? found(addDays(mondayOf(week.from), day.weekday - 1)) : IMPOSSIBLE
    }
    case 'weekday-near': {
      const of = edgeOf(day.of, day.side === 'before' ? 'before' : 'after', context)
      return of.day ? found(weekdayNear(of.day, day.weekday, day.side)) : of
    }
    case 'closest':
      return closest(day, context)
    case 'holiday':
      return found(holidayDay(day, context))
    case 'pd-day':
      return known(pdDay(day, context))
    case 'break':
      return known(breakRun(day.name, context)?.from)
    case 'working-day': {
      const of = edgeOf(day.of, day.side, context)
      return of.day ? found(workingDay(of.day, day.side, context.calendar)) : of
    }
    case 'part': {
      const whole = daysOf(day.of, context)
      if (!whole) return IMPOSSIBLE
      return found(partDay(whole, day.part))
    }
    case 'both':
      return agreed(day.main, day.check, context)
    case 'impossible':
      return IMPOSSIBLE
    default:
      return day satisfies never
  }
}

const found = (day: LocalDate | undefined): ResolvedDay => (day ? { day } : IMPOSSIBLE)

const yearSaid = (day: Extract<DayExpression, { is: 'date' }>, today: LocalDate): number | undefined =>
  day.yearsFromNow === undefined ? day.year : yearOf(today) + day.yearsFromNow

/** Where nobody can be asked, "Feb 29" is the next one there is. */
function leapDay(day: Extract<DayExpression, { is: 'date' }>, context: ResolveContext): LocalDate | undefined {
  if (context.onMismatch !== 'search' || day.month !== 2 || day.day !== 29 || day.year !== undefined) return undefined
  const step = context.direction === 'ahead' ? 1 : -1
  for (let years = 1; years <= 8; years += 1) {
    const there = localDate(yearOf(dateOf(context.now)) + step * years, 2, 29)
    if (there) return there
  }
  return undefined
}

/** What only the organization's calendar can say: unknown is no problem, it is asked for. */
const known = (day: LocalDate | undefined): ResolvedDay => (day ? { day } : {})

/** The side of a break that counting goes on from; any other day is itself. */
function edgeOf(day: DayExpression, side: 'after' | 'before', context: ResolveContext): ResolvedDay {
  if (day.is !== 'break') return dayIn(day, context)
  const run = breakRun(day.name, context)
  return run ? { day: side === 'after' ? run.to : run.from } : {}
}

/** "a week after Thanksgiving" on the day after it: counted from the last one, while that still lies ahead. */
function countedOn(day: Extract<DayExpression, { is: 'offset' }>, context: ResolveContext): LocalDate | undefined {
  if (context.direction !== 'ahead' || !day.from) return undefined
  const base = dayIn(day.from, { ...context, direction: 'behind' }).day
  const there = base && addAmount(base, day.amount)
  return there && there >= dateOf(context.now) ? there : undefined
}

/** An nth weekday or day of a month; where the year is open, the nearest in the direction. */
function nthDay(day: Extract<DayExpression, { is: 'nth' }>, context: ResolveContext): ResolvedDay {
  const today = dateOf(context.now)
  const isAhead = context.direction === 'ahead'
  const span = daysOf(day.within, context)
  if (!span) return IMPOSSIBLE
  const here = nthIn(span, day.nth, day.weekday)
  const isYearOpen = day.within.is === 'named-month' && !day.within.of && !day.within.which
  if (!here || (!isYearOpen && !day.isOpen) || (isAhead ? here >= today : here <= today)) return found(here)
  const step = (day.isOpen ? 1 : 12) * (isAhead ? 1 : -1)
  const from = addMonths(span.from, step)
  return found(nthIn({ from, to: addDays(addMonths(from, 1), -1) }, day.nth, day.weekday))
}

/** The nth nearest of a weekday or holiday to a day, on either side. */
function closest(day: Extract<DayExpression, { is: 'closest' }>, context: ResolveContext): ResolvedDay {
  const to = dayIn(day.to, context).day
  if (!to) return IMPOSSIBLE
  const candidates: LocalDate[] = []
  if (day.day.is === 'weekday') {
    const first = weekdayFrom(to, day.day.weekday, undefined, 'behind')
    for (let weeks = -3; weeks <= 3; weeks += 1) candidates.push(addDays(first, weeks * 7))
  } else if (day.day.is === 'holiday') {
    for (let years = -2; years <= 2; years += 1) {
      const there = holidayDay({ ...day.day, of: { year: yearOf(to) + years } }, context)
      if (there) candidates.push(there)
    }
  }
  candidates.sort((a, b) => Math.abs(daysBetween(a, to)) - Math.abs(daysBetween(b, to)))
  return found(candidates[day.nth - 1])
}

/** Two ways of saying one day must agree; a bare day of the month may be looked for further. */
function agreed(main: DayExpression, check: DayExpression, context: ResolveContext): ResolvedDay {
  const resolved = dayIn(main, context)
  if (!resolved.day || resolved.problem) return resolved
  if (isAgreed(resolved.day, check, context)) return resolved
  const other = otherSide(main, check, context)
  if (other) return { day: other }
  if (main.is !== 'monthday' || check.is !== 'weekday' || context.onMismatch !== 'search') {
    return { day: resolved.day, problem: 'weekday_mismatch' }
  }
  const step = context.direction === 'ahead' ? 1 : -1
  let month = localDate(yearOf(resolved.day), monthOf(resolved.day), 1) ?? resolved.day
  for (let tried = 0; tried < 40; tried += 1) {
    month = addMonths(month, step)
    if (main.day > daysInMonth(yearOf(month), monthOf(month))) continue
    const candidate = addDays(month, main.day - 1)
    if (weekdayOf(candidate) === check.weekday) return { day: candidate }
  }
  return { day: resolved.day, problem: 'weekday_mismatch' }
}

/** How far on the other side of today a day is still meant that fits its weekday ("Sunday, Feb 10" on Feb 12). */
const NEAR_MISS_DAYS = 60

function otherSide(main: DayExpression, check: DayExpression, context: ResolveContext): LocalDate | undefined {
  if (main.is !== 'monthday' && (main.is !== 'date' || main.year !== undefined)) return undefined
  const today = dateOf(context.now)
  const direction = context.direction === 'ahead' ? 'behind' : 'ahead'
  const day = dayIn(main, { ...context, direction }).day
  const isNear = day && Math.abs(daysBetween(today, day)) <= NEAR_MISS_DAYS
  return isNear && isAgreed(day, check, context) ? day : undefined
}

function isAgreed(day: LocalDate, check: DayExpression, context: ResolveContext): boolean {
  if (check.is === 'weekday') return weekdayOf(day) === check.weekday
  if (check.is === 'monthday') return dayOf(day) === check.day
  if (check.is === 'date') return monthOf(day) === check.month && dayOf(day) === check.day
  if (check.is === 'both') return isAgreed(day, check.main, context) && isAgreed(day, check.check, context)
  return dayIn(check, context).day === day
}
