import {
  addDays,
  addMonths,
  dateOf,
  type LocalDate,
  localDate,
  minutesOf,
  monthOf,
  timeOf,
  weekdayOf,
  yearOf,
} from '../../../data/time.ts'
import type { Amount, Recurrence } from './expression.ts'
import { addAmount, nthIn } from './nearest-day.ts'
import type { ResolveContext } from './reading.ts'
import { boundEnd, boundStart } from './resolve-range.ts'

const CODES = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** How far ahead a first time is looked for: a monthday 31, an interval of years. Days. */
const FURTHEST = 800

/** The rule without its name, its parts in the contract's order, and the first day ahead where one is known. */
export function resolveRecurrence(
  repeats: Recurrence,
  startMinutes: number | undefined,
  context: ResolveContext,
): { rule: string; first?: LocalDate } {
  const { bounds } = repeats
  const from = bounds?.from && boundStart(bounds.from, context)
  const first = firstDay(repeats, from, startMinutes, context)
  const weekdays = repeats.days ?? (repeats.frequency === 'WEEKLY' && from ? [{ weekday: weekdayOf(from) }] : [])
  const until = repeats.count === undefined ? untilOf(repeats, first ?? dateOf(context.now), context) : undefined
  const count = until ? undefined : (repeats.count ?? countOf(repeats, weekdays.length))
  const parts = [
    `FREQ=${repeats.frequency}`,
    repeats.interval !== undefined && repeats.interval > 1 && `INTERVAL=${repeats.interval}`,
    weekdays.length > 0 && `BYDAY=${weekdays.map(({ weekday, nth }) => `${nth ?? ''}${CODES[weekday - 1]}`).join(',')}`,
    repeats.monthday !== undefined && `BYMONTHDAY=${repeats.monthday}`,
    until && `UNTIL=${until.replaceAll('-', '')}`,
    count !== undefined && `COUNT=${count}`,
  ]
  return { rule: parts.filter((part) => part).join(';'), ...(first && { first }) }
}

/** The first day ahead: today only where what repeats daily, or on a day of the month, still comes today. */
function firstDay(
  repeats: Recurrence,
  from: LocalDate | undefined,
  startMinutes: number | undefined,
  context: ResolveContext,
): LocalDate | undefined {
  const today = dateOf(context.now)
  const isOpen = !repeats.days && repeats.monthday === undefined && repeats.frequency !== 'DAILY'
  if (isOpen) return from
  const isStillAhead = startMinutes !== undefined && startMinutes > minutesOf(timeOf(context.now))
  const isDaily = repeats.days === undefined || repeats.days.length >= 5
  const isMonthday = repeats.monthday !== undefined && startMinutes === undefined
  const countsToday = isMonthday || (isDaily && isStillAhead)
  const base = from ?? addDays(today, countsToday ? 0 : 1)
  for (let days = 0; days < FURTHEST; days += 1) {
    const day = addDays(base, days)
    if (isOn(day, repeats)) return day
  }
  return undefined
}

function isOn(day: LocalDate, repeats: Recurrence): boolean {
  if (repeats.monthday !== undefined) {
    const first = localDate(yearOf(day), monthOf(day), 1) ?? day
    return repeats.monthday > 0
      ? localDate(yearOf(day), monthOf(day), repeats.monthday) === day
      : addDays(addMonths(first, 1), repeats.monthday) === day
  }
  if (!repeats.days) return true
  return repeats.days.some(({ weekday, nth }) => weekday === weekdayOf(day) && (nth === undefined || isNth(day, nth)))
}

function isNth(day: LocalDate, nth: number): boolean {
  const from = localDate(yearOf(day), monthOf(day), 1) ?? day
  return nthIn({ from, to: addDays(addMonths(from, 1), -1) }, nth, weekdayOf(day)) === day
}

/** The last day inside: said, or counted in months from the first. */
function untilOf(repeats: Recurrence, first: LocalDate, context: ResolveContext): LocalDate | undefined {
  if (repeats.bounds?.until) return boundEnd(repeats.bounds.until, context)
  const { lasts } = repeats
  if (!lasts || repeats.frequency !== 'WEEKLY') return undefined
  return lasts.unit === 'month' || lasts.unit === 'year' ? addDays(addAmount(first, lasts), -1) : undefined
}

/** "for six weeks" of a weekly event is six times; twice a week, twelve. */
function countOf(repeats: Recurrence, aWeek: number): number | undefined {
  const { lasts, interval = 1 } = repeats
  if (!lasts) return undefined
  const periods = periodsIn(lasts, repeats.frequency)
  if (periods === undefined) return undefined
  return Math.max(1, Math.ceil(periods / interval) * (repeats.frequency === 'WEEKLY' ? Math.max(aWeek, 1) : 1))
}

function periodsIn(lasts: Amount, frequency: Recurrence['frequency']): number | undefined {
  const days = { minute: 0, hour: 0, day: 1, weekday: 1, week: 7, month: 0, year: 0 }[lasts.unit]
  if (frequency === 'DAILY') return days ? lasts.value * days : undefined
  if (frequency === 'WEEKLY') return days === 7 ? lasts.value : undefined
  const months = lasts.unit === 'year' ? 12 : lasts.unit === 'month' ? 1 : 0
  if (frequency === 'MONTHLY') return months ? lasts.value * months : undefined
  return lasts.unit === 'year' ? lasts.value : undefined
}
