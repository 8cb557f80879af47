import { joinDays } from './combine-days.ts'
import { minutesIn } from './durations.ts'
import type { DateExpression, DayExpression } from './expression.ts'
import { countsNext } from './fences.ts'
import { type Match, type Scan, wordAt } from './scan.ts'

/** What a reader took, with where it stands (token indexes, half-open) and who took it. */
export type Piece = Match & {
  at: number
  reader: string
  /** A range from a day's hour to an hour, whose day may still follow: "from 4pm today to 5pm | tomorrow". */
  isOpenEnd?: boolean
}

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** Words and signs that may stand between a day and its time. */
const JOINTS = set(
  ', at @ on from of for in ( ) - : | / \n the time when date between around about is then with after what ; by start starts beginning starting hours – "',
)
const RANGE_WORDS = set('to until - through thru')
const LONGEST_GAP = 5

/** The words between two pieces, or undefined where the gap is too long to be one phrase. */
function gapOf(scan: Scan, left: Piece, right: Piece): string[] | undefined {
  if (right.at - left.to > LONGEST_GAP) return undefined
  const gap: string[] = []
  for (let i = left.to; i < right.at; i += 1) {
    const token = scan.tokens[i]
    if (!token || token.kind === 'opaque') return undefined
    gap.push(token.word)
  }
  return gap
}

const isTight = (gap: readonly string[]): boolean => gap.every((word) => JOINTS.has(word))

const joined = (scan: Scan, left: Piece, right: Piece, says: DateExpression, isWeak = false): Piece => ({
  at: left.at,
  to: wordAt(scan, right.at - 1) === '(' && wordAt(scan, right.to) === ')' ? right.to + 1 : right.to,
  says,
  isWeak,
  isPassing: left.isPassing === true && right.isPassing === true,
  isApproximate: left.isApproximate === true || right.isApproximate === true,
  isDeadline: left.isDeadline === true || right.isDeadline === true,
  reader: left.reader === right.reader ? left.reader : `${left.reader}+${right.reader}`,
})

/** Whether "between" (or "from") leads the left end, at its head or inside ("next week between Wednesday and …"). */
function hasBetween(scan: Scan, left: Piece): boolean {
  if (wordAt(scan, left.at) === 'from') return true
  for (let i = left.at - 1; i < left.to && i < left.at + 8; i += 1) if (wordAt(scan, i) === 'between') return true
  return false
}

/** "A to B", "A - B", "between A and B": hours, days or moments. */
function rangeOf(scan: Scan, left: Piece, right: Piece, gap: readonly string[]): DateExpression | undefined {
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

/** The parts of two expressions in one, where no part is said twice. */
function merged(a: DateExpression, b: DateExpression): DateExpression | undefined {
  for (const key of ['clock', 'endClock', 'part', 'duration', 'shift', 'minutesFromNow', 'minutesAround'] as const) {
    if (a[key] !== undefined && b[key] !== undefined) return undefined
  }
  if ((a.days && b.duration) || (b.days && a.duration)) return undefined
  const days = joinDays(a, b)
  if (!days) return undefined
  if ((a.shift && !b.repeats) || (b.shift && !a.repeats)) return undefined
  if (a.minutesFromNow !== undefined && (b.clock || b.part)) return undefined
  const repeats = a.repeats && b.repeats ? mergedRepeats(a, b) : (a.repeats ?? b.repeats)
  if (a.repeats && b.repeats && !repeats) return undefined
  const { day: _day, days: _days, repeats: _repeats, ...restA } = a
  const { day: _dayB, days: _daysB, repeats: _repeatsB, ...restB } = b
  return { ...restA, ...restB, ...days, ...(repeats && { repeats }) }
}

/** "weekly … Tuesdays": the detail of one fills the other. */
export function mergedRepeats(a: DateExpression, b: DateExpression) {
  const [one, other] = [a.repeats, b.repeats]
  if (!one || !other) return undefined
  if (!one.days && !one.monthday && one.frequency === other.frequency)
    return { ...other, ...(one.interval && { interval: one.interval }) }
  if (!other.days && !other.monthday && one.frequency === other.frequency)
    return { ...one, ...(other.interval && { interval: other.interval }) }
  return undefined
}

/** A bare number beside a day is a time only where nothing that it could count follows. */
function isTimeHere(scan: Scan, weak: Piece, other: Piece): boolean {
  if (!weak.isWeak || !weak.says.clock || weak.says.endClock || 'isNow' in weak.says.clock) return true
  const next = scan.tokens[weak.to]
  if (weak.says.clock.hour > 12 && weak.says.clock.minute === 0) return false
  if (weak.at < other.at && other.says.repeats) return false
  if (weak.at < other.at && wordAt(scan, weak.to - 1).length >= 3 && /^\d+$/.test(wordAt(scan, weak.to - 1)))
    return false
  if (weak.at > other.at && next?.kind === 'word') {
    if (next.isGlued || countsNext(next)) return false
    return next.isCapital || !isPlainNoun(scan, weak.to)
  }
  return true
}

const FUNCTION_WORDS = set(
  'at in on for with w and or but re about if is was are works work please pls then when where as the our my this that we i he she they to until by from via instead also sharp thanks thx a',
)
function isPlainNoun(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  return (
    token?.kind === 'word' &&
    !FUNCTION_WORDS.has(token.word) &&
    token.facts.weekday === undefined &&
    token.facts.month === undefined
  )
}

/** Two neighbours as one, or undefined where they are two. */
function joinPair(scan: Scan, left: Piece, right: Piece): Piece | undefined {
  const gap = gapOf(scan, left, right)
  if (!gap) return undefined
  const range = rangeOf(scan, left, right, gap)
  if (range && isTimeHere(scan, right, left)) {
    const isOpenEnd = left.says.day !== undefined && right.says.clock !== undefined && right.says.day === undefined
    return { ...joined(scan, left, right, range, left.isWeak && right.isWeak), isOpenEnd }
  }
  const endDay = right.says.day && Object.keys(right.says).length === 1 ? right.says.day : undefined
  if (left.isOpenEnd && endDay && isTight(gap)) return joined(scan, left, right, { ...left.says, endDay })
  if (!isTight(gap) || gap.filter((word) => word === '\n').length > 1) return undefined
  if (!isTimeHere(scan, left, right) || !isTimeHere(scan, right, left)) return undefined
  if (isGreeting(left, right, gap)) return undefined
  const says = merged(left.says, right.says)
  if (!says) return undefined
  const isDay = says.day !== undefined || says.days !== undefined || says.repeats !== undefined
  const isSure =
    isDay ||
    (says.clock !== undefined && says.part !== undefined) ||
    !(left.isWeak && right.isWeak) ||
    (says.clock !== undefined && says.duration !== undefined)
  return joined(scan, left, right, says, !isSure)
}

/** "Morning, can we …": a bare part of the day joins what stands before it, or "… of" a day. */
function isGreeting(left: Piece, right: Piece, gap: readonly string[]): boolean {
  const isBarePart = left.isWeak === true && left.says.part !== undefined && !left.says.clock && !left.says.day
  return isBarePart && left.to - left.at === 1 && right.says.day !== undefined && gap[0] !== 'of'
}

/** Joins neighbours until none are left to join: left to right, each piece once. */
export function joinNeighbours(scan: Scan, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    let current = piece
    for (let left = out.at(-1); left; left = out.at(-1)) {
      const pair = joinPair(scan, left, current)
      if (!pair) break
      current = pair
      out.pop()
    }
    out.push(current)
  }
  return out
}
