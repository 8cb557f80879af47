import {
  addDays,
  addMonths,
  dateOf,
  dayOf,
  daysBetween,
  type LocalDate,
  localDate,
  mondayOf,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../data/time.ts'
import type { Amount, Which } from './expression.ts'
import type { Direction, ResolveContext } from './reading.ts'

/** A day of the year, nearest in the direction; the current year's for "this", the next ahead for "next". */
export function yearlyDay(
  month: number,
  day: number,
  context: Pick<ResolveContext, 'now' | 'direction'>,
  year?: number,
  which?: Which,
): LocalDate | undefined {
  if (year !== undefined) return localDate(year, month, day)
  const today = dateOf(context.now)
  const here = yearOf(today)
  if (which === 'this') return localDate(here, month, day)
  const isPast = month < monthOf(today) || (month === monthOf(today) && day < dayOf(today))
  const isAhead = month > monthOf(today) || (month === monthOf(today) && day > dayOf(today))
  if (context.direction === 'behind' && which !== 'next') return localDate(isAhead ? here - 1 : here, month, day)
  return localDate(isPast ? here + 1 : here, month, day)
}

/** A day of the month, nearest in the direction; months without that day are passed over. Today counts. */
export function monthlyDay(day: number, today: LocalDate, direction: Direction): LocalDate | undefined {
  const step = direction === 'ahead' ? 1 : -1
  for (let months = 0; months <= 3; months += 1) {
    const month = addMonths(localDate(yearOf(today), monthOf(today), 1) ?? today, months * step)
    const candidate = localDate(yearOf(month), monthOf(month), day)
    if (candidate && (step > 0 ? candidate >= today : candidate <= today)) return candidate
  }
  return undefined
}

/** A weekday by the contract: bare and "this" nearest ahead without today, or behind with today. */
export function weekdayFrom(
  today: LocalDate,
  weekday: number,
  which: Which | undefined,
  direction: Direction,
): LocalDate {
  const ahead = addDays(today, ((weekday - weekdayOf(today) + 6) % 7) + 1)
  const behind = addDays(today, -((weekdayOf(today) - weekday + 7) % 7))
  switch (which) {
    case 'next':
      return addDays(mondayOf(today), 6 + weekday)
    case 'last':
      return addDays(mondayOf(today), weekday - 8)
    case 'coming':
      return ahead
    case 'past':
      return behind === today ? addDays(behind, -7) : behind
    case 'after-next':
      return addDays(ahead, 7)
    case 'this':
    case undefined:
      return direction === 'ahead' ? ahead : behind
    default:
      return which satisfies never
  }
}

/** The same amount the other way. */
export const turned = (amount: Amount): Amount => ({
  ...amount,
  value: -amount.value,
  ...(amount.and && { and: turned(amount.and) }),
})

/** A day moved by an amount: weekdays skip Saturday and Sunday, months keep the day where there is one. */
export function addAmount(start: LocalDate, amount: Amount): LocalDate {
  const { value, unit, and } = amount
  const day = and ? addAmount(start, and) : start
  switch (unit) {
    case 'minute':
    case 'hour':
      return day
    case 'day':
      return addDays(day, Math.round(value))
    case 'weekday': {
      let at = day
      for (let left = Math.min(Math.abs(Math.round(value)), 999); left > 0; ) {
        at = addDays(at, Math.sign(value))
        if (weekdayOf(at) <= 5) left -= 1
      }
      return at
    }
    case 'week':
      return addDays(day, Math.round(value * 7))
    case 'month':
      return addDays(addMonths(day, Math.trunc(value)), Math.round((value % 1) * 30))
    case 'year':
      return addMonths(day, Math.round(value * 12))
    default:
      return unit satisfies never
  }
}

/** The weekday behind, ahead of, or in the week of a day. */
export function weekdayNear(of: LocalDate, weekday: number, side: 'after' | 'before' | 'same-week'): LocalDate {
  if (side === 'same-week') return addDays(mondayOf(of), weekday - 1)
  if (side === 'after') return addDays(of, ((weekday - weekdayOf(of) + 6) % 7) + 1)
  return addDays(of, -(((weekdayOf(of) - weekday + 6) % 7) + 1))
}

/** A part of a week or month as a day: the end of a week is its Friday, "mid" its Wednesday or the 15th. */
export function partDay(
  whole: { from: LocalDate; to: LocalDate },
  part: 'early' | 'mid' | 'late' | 'first' | 'last',
): LocalDate {
  const length = daysBetween(whole.from, whole.to)
  const isWeek = length === 6
  if (part === 'early' || part === 'first') return whole.from
  if (length > 300) return part === 'mid' || part === 'late' ? addMonths(whole.from, part === 'mid' ? 6 : 10) : whole.to
  if (part === 'mid') return addDays(whole.from, isWeek ? 2 : 14)
  if (part === 'late') return addDays(whole.from, isWeek ? 3 : Math.min(20, length))
  return isWeek ? addDays(whole.from, 4) : whole.to
}

/** The nth weekday, or the nth day, of a span; undefined where it has none. */
export function nthIn(span: { from: LocalDate; to: LocalDate }, nth: number, weekday?: number): LocalDate | undefined {
  const step = weekday === undefined ? 1 : 7
  const first = weekday === undefined ? span.from : addDays(span.from, (weekday - weekdayOf(span.from) + 7) % 7)
  const last = weekday === undefined ? span.to : addDays(span.to, -((weekdayOf(span.to) - weekday + 7) % 7))
  const day = nth > 0 ? addDays(first, (nth - 1) * step) : addDays(last, (nth + 1) * step)
  return day >= span.from && day <= span.to ? day : undefined
}
