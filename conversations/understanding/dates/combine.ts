import { joinDays } from './combine-days.ts'
import { clockMoved, rangeOf } from './combine-ranges.ts'
import type { DateExpression } from './expression.ts'
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
  ', at @ on from of for in ( ) - : | / \n the time when date between around about is then with after before what ; by start starts beginning starting hours – "',
)
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
  const moved = gap.length <= 1 ? clockMoved(left.says, right.says, gap[0] ?? wordAt(scan, right.at)) : undefined
  if (moved) return joined(scan, left, right, moved)
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
