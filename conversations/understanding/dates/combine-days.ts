import type { DateExpression, DayExpression, DaysExpression } from './expression.ts'

type Days = Pick<DateExpression, 'day' | 'days'>

const isAbsolute = (day: DayExpression): boolean =>
  day.is === 'date' || day.is === 'monthday' || day.is === 'holiday' || day.is === 'pd-day'
const isRelative = (day: DayExpression): boolean => day.is === 'today' || (day.is === 'offset' && !day.from)
const isPlainWeekday = (day: DayExpression): boolean => day.is === 'weekday'

/** Two ways of saying one day, the surer one first; undefined where they are two days. */
export function sameDay(a: DayExpression, b: DayExpression): DayExpression | undefined {
  if (isAbsolute(a) && isPlainWeekday(b)) return { is: 'both', main: a, check: b }
  if (isPlainWeekday(a) && isAbsolute(b)) return { is: 'both', main: b, check: a }
  if (a.is === 'offset' && b.is === 'weekday' && a.amount.unit !== 'day') return nearDay(b, a)
  if (b.is === 'offset' && a.is === 'weekday' && (b.from || b.amount.unit !== 'day' || b.amount.value > 1))
    return nearDay(a, b)
  if (a.is === 'offset' && b.is === 'weekday' && a.amount.value > 1) return nearDay(b, a)
  if (isRelative(a) && (isAbsolute(b) || isPlainWeekday(b))) return { is: 'both', main: a, check: b }
  if ((isAbsolute(a) || isPlainWeekday(a)) && isRelative(b)) return { is: 'both', main: b, check: a }
  if (a.is === 'both' && (isAbsolute(b) || isPlainWeekday(b)) && !isAbsolute(a.main))
    return { is: 'both', main: a, check: b }
  return undefined
}

function nearDay(weekday: DayExpression, of: DayExpression): DayExpression | undefined {
  return weekday.is === 'weekday' ? { is: 'weekday-near', weekday: weekday.weekday, of, side: 'same-week' } : undefined
}

/** A day within a span said apart: "Wednesday evening | next week", "first Monday | of next month". */
function dayWithin(day: DayExpression, days: DaysExpression): DayExpression | undefined {
  const isWeek = days.is === 'week' || days.is === 'week-of' || days.is === 'nth-week' || days.is === 'week-number'
  if (day.is === 'weekday' && !day.which && isWeek) return { is: 'weekday-in', weekday: day.weekday, within: days }
  if (day.is === 'date' && day.year === undefined && days.is === 'year' && !days.isSchoolYear) {
    return { ...day, yearsFromNow: days.years }
  }
  const isMonth = days.is === 'month' || days.is === 'named-month'
  if (day.is === 'nth' && day.isOpen && isMonth) {
    const { isOpen: _open, ...rest } = day
    return { ...rest, within: days }
  }
  if (day.is === 'monthday' && isMonth) return { is: 'nth', nth: day.day, within: days }
  return undefined
}

/** A month with the year it is in, said as an offset: "March | in a year". */
function monthAway(days: DaysExpression, day: DayExpression): DaysExpression | undefined {
  if (days.is !== 'named-month' || days.of || day.is !== 'offset' || day.amount.unit !== 'year') return undefined
  return { ...days, of: { yearsFromNow: day.amount.value } }
}

/** "Mon-Wed | next week": weekdays of that week. */
function weekOf(range: DaysExpression, week: DaysExpression): DaysExpression | undefined {
  if (range.is !== 'range' || week.is !== 'week' || range.from.is !== 'weekday' || range.to.is !== 'weekday')
    return undefined
  const within = (weekday: number): DayExpression => ({ is: 'weekday-in', weekday, within: week })
  return { is: 'range', from: within(range.from.weekday), to: within(range.to.weekday) }
}

/** The day or days of two neighbours; undefined where they are different days. */
export function joinDays(a: DateExpression, b: DateExpression): Days | undefined {
  if (a.day && b.day) {
    const day = sameDay(a.day, b.day)
    return day && { day }
  }
  const to = a.days?.is === 'range' && b.day ? sameDay(a.days.to, b.day) : undefined
  if (a.days?.is === 'range' && to) return { days: { ...a.days, to } }
  const week = a.days && b.days && (weekOf(a.days, b.days) ?? weekOf(b.days, a.days))
  if (week) return { days: week }
  if (a.days && b.days) return undefined
  const day = a.day ?? b.day
  const days = a.days ?? b.days
  if (day && days) {
    const within = dayWithin(day, days)
    if (within) return { day: within }
    const month = monthAway(days, day)
    return month && { days: month }
  }
  const duration = a.duration ?? b.duration
  if (
    day &&
    duration &&
    duration.value >= 1 &&
    (a.day ? !a.clock : !b.clock) &&
    isDays(duration.unit) &&
    !a.repeats &&
    !b.repeats
  ) {
    return { days: { is: 'counted', from: day, amount: duration } }
  }
  if (days && (a.clock || b.clock) && days.is !== 'counted' && days.is !== 'range') return undefined
  return { ...(day && { day }), ...(days && { days }) }
}

const isDays = (unit: string): boolean => unit === 'day' || unit === 'week' || unit === 'weekday' || unit === 'month'
