import type { Piece } from './combine.ts'
import { minutesIn } from './durations.ts'
import type { DateExpression, DayExpression } from './expression.ts'
import { minutesAt } from './resolve-clock.ts'
import { type Scan, wordAt } from './scan.ts'

const RANGE_WORDS = new Set(['to', 'until', '-', 'through', 'thru'])

/** Whether "between" (or "from") leads the left end, at its head or inside ("next week between Wednesday and …"). */
function hasBetween(scan: Scan, left: Piece): boolean {
  if (wordAt(scan, left.at) === 'from') return true
  for (let i = left.at - 1; i < left.to && i < left.at + 8; i += 1) if (wordAt(scan, i) === 'between') return true
  return false
}

/** "A to B", "A - B", "between A and B": hours, days or moments. */
export function rangeOf(scan: Scan, left: Piece, right: Piece, gap: readonly string[]): DateExpression | undefined {
  const words = gap.filter((word) => !/^(the|on|at|about|,|from)$/.test(word))
  const joint = words[0] ?? ''
  const isBetween = hasBetween(scan, left)
  const isEnd = /^(ends|ending|finishes|finishing)$/.test(joint) && left.says.clock !== undefined
  if (words.length !== 1 || !(RANGE_WORDS.has(joint) || isEnd || (joint === 'and' && isBetween))) return undefined
  const [a, b] = [left.says, right.says]
  if (a.days?.is === 'named-month' && b.days?.is === 'named-month' && !a.clock && !b.clock) {
    const from: DayExpression = { is: 'part', part: 'first', of: a.days }
    return { days: { is: 'range', from, to: { is: 'part', part: 'last', of: b.days } } }
  }
  if (a.endClock || b.endClock || a.repeats || b.repeats || a.days || a.endDay || a.shift) return undefined
  if (a.clock && 'isNow' in a.clock && b.shift?.isFromNow) {
    const minutes = minutesIn(b.shift.amount)
    return minutes === undefined ? undefined : { minutesAround: b.shift.sign * minutes }
  }
  const now = a.minutesFromNow ?? b.minutesFromNow
  if (now !== undefined && (a.clock || b.clock)) return { clock: { isNow: true }, minutesAround: now }
  if (b.shift || b.duration) return undefined
  const isNowFirst = a.clock && 'isNow' in a.clock && b.day && !b.clock
  if (isNowFirst && b.day) return { days: { is: 'range', from: { is: 'today' }, to: b.day } }
  if (a.day && !a.clock && b.clock && 'isNow' in b.clock) return { days: { is: 'since', bound: { day: a.day } } }
  if (a.clock && b.clock) {
    const day = a.day ?? (b.day && !a.day ? b.day : undefined)
    const endDay = a.day && b.day ? { endDay: b.day } : {}
    return { ...(day && { day }), clock: a.clock, endClock: b.clock, ...endDay, ...partOf(a, b) }
  }
  if (a.clock || b.clock || !a.day || a.part || b.part) return undefined
  if (b.day && !(joint === '-' && isOneDay(a, b))) {
    const from: DayExpression =
      a.day.is === 'weekday' && b.day.is === 'weekday-in' ? { ...b.day, weekday: a.day.weekday } : a.day
    return { days: { is: 'range', from, to: b.day } }
  }
  return undefined
}

/** "Friday - Jun 15", "this week - Monday" name one day; "Monday - Wednesday", "Dec 14 - 16" are ranges. */
const isOneDay = (a: DateExpression, b: DateExpression): boolean => a.day?.is === 'weekday' && b.day?.is === 'date'

const partOf = (a: DateExpression, b: DateExpression): Partial<DateExpression> => {
  const part = b.part ?? a.part
  return part ? { part } : {}
}

/** "5 hours after noon": the clock moved by what stands before it. */
export function clockMoved(a: DateExpression, b: DateExpression, joint: string): DateExpression | undefined {
  const minutes = a.duration && minutesIn(a.duration)
  const isOnly = Object.keys(a).length === 1 && b.clock !== undefined && !b.endClock
  if (minutes === undefined || !isOnly || (joint !== 'after' && joint !== 'before') || !b.clock || 'isNow' in b.clock)
    return undefined
  const sum = minutesAt(b.clock, b.part) + (joint === 'after' ? minutes : -minutes)
  if (sum < 0 || sum >= 1440) return undefined
  return { ...b, clock: { hour: Math.floor(sum / 60), minute: sum % 60, is24: true } }
}
