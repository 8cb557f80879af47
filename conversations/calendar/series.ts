import { ruleDays, timesOn } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { readRule, ruleText, untilOf } from '../../data/recurrence.ts'
import { addDays, dateOf, dayOf, daysBetween, type LocalDate, weekdayOf } from '../../data/time.ts'
import { type CalendarDays, dayOffReason } from './calendar-days.ts'

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

/** A time of a series that falls on a day off, and why. */
export type Skipped = { date: LocalDate; why: string }

/** The days of a series on which it cannot be: days off are left out, and count towards its `COUNT`. Single events: none. */
export function daysOffIn(event: RecordOf<'event'>, days: CalendarDays): Skipped[] {
  if (!event.repeats) return []
  return ruleDays(event).flatMap((date) => {
    const why = dayOffReason(date, event, days)
    return why ? [{ date, why }] : []
  })
}

/** The event with `skips` as its rule, the days off and what was called off have them. */
export function withSkips(event: RecordOf<'event'>, days: CalendarDays): RecordOf<'event'> {
  const all = new Set([...daysOffIn(event, days).map(({ date }) => date), ...(event.calledOff ?? [])])
  return { ...event, skips: [...all].sort() }
}

/**
 * The rule of a series whose first time moves from one day to another: its weekdays and days of the month move along. What
 * was called off or moved by hand stays the same time of the series, by its place in it.
 */
export function shiftSeries(before: RecordOf<'event'>, after: RecordOf<'event'>): RecordOf<'event'> {
  if (!before.repeats || before.repeats !== after.repeats) return after
  const from = dateOf(before.start)
  const to = dateOf(after.start)
  if (from === to) return after
  const repeats = shiftRule(before.repeats, from, to)
  const moved: RecordOf<'event'> = { ...after, repeats }
  const olds = ruleDays(before)
  const news = ruleDays(moved)
  const place = (date: LocalDate): LocalDate[] => {
    const at = news[olds.indexOf(date)]
    return at ? [at] : []
  }
  return {
    ...moved,
    ...(after.calledOff ? { calledOff: after.calledOff.flatMap(place) } : {}),
    ...(after.moved
      ? { moved: after.moved.flatMap((entry) => place(entry.from).map((day) => ({ ...entry, from: day }))) }
      : {}),
  }
}

function shiftRule(text: string, from: LocalDate, to: LocalDate): string {
  const read = readRule(text)
  if (!read.ok) return text
  const rule = read.value
  const until = untilOf(rule)
  const turn = weekdayOf(to) - weekdayOf(from)
  const byDay = rule.BYDAY?.split(',').map((token) => turnDay(token, turn))
  return ruleText({
    ...rule,
    ...(byDay ? { BYDAY: byDay.join(',') } : {}),
    ...(rule.BYMONTHDAY === String(dayOf(from)) ? { BYMONTHDAY: String(dayOf(to)) } : {}),
    ...(until ? { UNTIL: addDays(until, daysBetween(from, to)).replaceAll('-', '') } : {}),
  })
}

/** `1TU` two days on: `1TH`. */
function turnDay(token: string, turn: number): string {
  const at = DAYS.indexOf(token.slice(-2))
  return at < 0 ? token : `${token.slice(0, -2)}${DAYS[(at + turn + 7) % 7]}`
}

/** Without times that were moved back to where the rule has them. */
export function withoutIdleMoves(event: RecordOf<'event'>): RecordOf<'event'> {
  const { moved: all, ...rest } = event
  const moved = all?.filter(({ from, start, end }) => {
    const own = timesOn(from, event)
    return own.start !== start || own.end !== end
  })
  return moved && moved.length > 0 ? { ...rest, moved } : rest
}
