import {
  addDays,
  addMonths,
  dateOf,
  dateOfDayNumber,
  daysInMonth,
  type LocalDate,
  localDate,
  mondayOf,
  monthOf,
  schoolYearOf,
  weekdayOf,
  yearOf,
} from '../../../data/time.ts'
import type { Amount, DaysExpression, Which, YearOf } from './expression.ts'
import { addAmount, turned } from './nearest-day.ts'
import type { ResolveContext } from './reading.ts'
import { breakRun } from './resolve-calendar.ts'
import { dayIn } from './resolve-day.ts'
import { boundEnd, boundStart, rangeOf } from './resolve-range.ts'

/** Both ends inside. */
export type Days = { from: LocalDate; to: LocalDate }

const STEPS: Record<Which, number> = { this: 0, next: 1, coming: 0, last: -1, past: -1, 'after-next': 2 }

/** The days that an expression means; undefined where one of its ends does not exist. */
export function daysOf(days: DaysExpression, context: ResolveContext): Days | undefined {
  const today = dateOf(context.now)
  const monday = mondayOf(today)
  switch (days.is) {
    case 'week':
      return weekFrom(addDays(monday, days.weeks * 7), days.isWorkweek ? 4 : 6)
    case 'week-of': {
      const day = dayIn(days.day, context).day
      return day && weekFrom(addDays(mondayOf(day), (days.weeks ?? 0) * 7), 6)
    }
    case 'week-number':
      return weekFrom(addDays(firstMonday(yearIn(days.of, today)), (days.week - 1) * 7), 6)
    case 'nth-week':
      return nthWeek(days, context)
    case 'weekend': {
      const saturday = addDays(monday, 5 + STEPS[days.which ?? 'this'] * 7)
      return { from: saturday, to: addDays(saturday, 1) }
    }
    case 'nth-weekend':
      return nthWeekend(days, context)
    case 'weekend-of': {
      const day = dayIn(days.day, context).day
      return day && weekendAround(day)
    }
    case 'month':
      return monthAround(addMonths(startOfMonth(today), days.months))
    case 'named-month':
      return namedMonth(days, context)
    case 'year': {
      if (days.isSchoolYear) return schoolYearOf(addMonths(today, days.years * 12))
      return yearAround(yearOf(today) + days.years)
    }
    case 'calendar-year':
      return yearAround(days.year)
    case 'fortnight':
      return weekFrom(addDays(monday, days.fortnights * 14), 13)
    case 'rolling':
      return rolling(days.amount, days.side, today)
    case 'range':
      return rangeOf(days.from, days.to, context)
    case 'counted': {
      const from = dayIn(days.from, context).day
      return from && counted(from, days.amount)
    }
    case 'rest': {
      const whole = daysOf(days.of, context)
      return whole && { from: whole.from > today ? whole.from : today, to: whole.to }
    }
    case 'since': {
      const from = boundStart(days.bound, { ...context, direction: 'behind' })
      return from && { from, to: today }
    }
    case 'until': {
      const to = boundEnd(days.bound, context)
      return to && { from: today, to }
    }
    case 'so-far': {
      const of = days.of && daysOf(days.of, context)
      return { from: of?.from ?? schoolYearOf(today).from, to: today }
    }
    case 'break':
      return runOf(days.name, context)
    default:
      return days satisfies never
  }
}

function runOf(name: string, context: ResolveContext): Days | undefined {
  const run = breakRun(name, context)
  return run && { from: run.from, to: run.to }
}

const weekFrom = (from: LocalDate, length: number): Days => ({ from, to: addDays(from, length) })
const startOfMonth = (day: LocalDate): LocalDate => localDate(yearOf(day), monthOf(day), 1) ?? day
const monthAround = (first: LocalDate): Days => ({
  from: first,
  to: addDays(first, daysInMonth(yearOf(first), monthOf(first)) - 1),
})

function yearAround(year: number): Days | undefined {
  const from = localDate(year, 1, 1)
  const to = localDate(year, 12, 31)
  return from && to && { from, to }
}

const yearIn = (of: YearOf | undefined, today: LocalDate): number =>
  !of ? yearOf(today) : 'year' in of ? of.year : yearOf(today) + of.yearsFromNow

/** The Monday of a year's first week, the one with its first Thursday (ISO 8601). */
function firstMonday(year: number): LocalDate {
  const fourth = localDate(year, 1, 4)
  return fourth ? mondayOf(fourth) : dateOfDayNumber(4)
}

/** Weeks of a month or year: a week is the one's that has its Thursday. */
function nthWeek(days: Extract<DaysExpression, { is: 'nth-week' }>, context: ResolveContext): Days | undefined {
  const within = daysOf(days.within, context)
  if (!within) return undefined
  const thursday = addDays(mondayOf(within.from), 3)
  const first = addDays(mondayOf(within.from), thursday < within.from ? 7 : 0)
  const lastThursday = addDays(mondayOf(within.to), 3)
  const last = addDays(mondayOf(within.to), lastThursday > within.to ? -7 : 0)
  if (days.nth > 0) return weekFrom(addDays(first, (days.nth - 1) * 7), 6)
  const count = days.count ?? 1
  return { from: addDays(last, (1 - count) * 7), to: addDays(last, 6) }
}

function nthWeekend(days: Extract<DaysExpression, { is: 'nth-weekend' }>, context: ResolveContext): Days | undefined {
  const within = daysOf(days.within, context)
  if (!within) return undefined
  const first = addDays(within.from, (6 - weekdayOf(within.from) + 7) % 7)
  const last = addDays(within.to, -((weekdayOf(within.to) - 6 + 7) % 7))
  const saturday = days.nth > 0 ? addDays(first, (days.nth - 1) * 7) : last
  return { from: saturday, to: addDays(saturday, 1) }
}

/** The weekend at a holiday: with it where it lies beside, else the one of its week. */
function weekendAround(day: LocalDate): Days {
  const weekday = weekdayOf(day)
  if (weekday <= 2) return { from: addDays(day, -1 - weekday), to: day }
  const saturday = addDays(mondayOf(day), 5)
  return { from: weekday === 4 || weekday === 5 ? day : saturday, to: addDays(saturday, 1) }
}

function namedMonth(days: Extract<DaysExpression, { is: 'named-month' }>, context: ResolveContext): Days | undefined {
  const today = dateOf(context.now)
  const here = monthOf(today)
  const isAhead = context.direction === 'ahead'
  const year = ((): number => {
    if (days.of) return yearIn(days.of, today)
    const ahead = yearOf(today) + (days.month < here ? 1 : 0)
    switch (days.which) {
      case 'this':
        return yearOf(today)
      case 'next':
      case 'coming':
        return yearOf(today) + (days.month <= here ? 1 : 0)
      case 'after-next':
        return yearOf(today) + (days.month <= here ? 2 : 1)
      case 'last':
      case 'past':
        return yearOf(today) - (days.month >= here ? 1 : 0)
      case undefined:
        return isAhead ? ahead : yearOf(today) - (days.month > here ? 1 : 0)
      default:
        return days.which satisfies never
    }
  })()
  const first = localDate(year, days.month, 1)
  return first && monthAround(first)
}

/** "next 3 days" from tomorrow; "the last 30 days" today and the 30 days before. */
function rolling(amount: Amount, side: 'next' | 'last', today: LocalDate): Days {
  if (side === 'last') return { from: addAmount(today, turned(amount)), to: today }
  if (amount.unit === 'weekday') {
    return { from: addAmount(today, { value: 1, unit: 'weekday' }), to: addAmount(today, amount) }
  }
  return { from: addDays(today, 1), to: addAmount(today, amount) }
}

function counted(from: LocalDate, amount: Amount): Days {
  if (amount.unit === 'weekday') return { from, to: addAmount(addDays(from, -1), amount) }
  return { from, to: addDays(addAmount(from, amount), -1) }
}
