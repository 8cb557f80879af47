import type { Piece } from './combine.ts'
import type { DateExpression, DayExpression } from './expression.ts'
import { type Scan, wordAt } from './scan.ts'

/** Words between what was said and what is meant: "the 9th no wait the 10th", "tues - sorry, weds". */
const CUES = new Set(
  'no wait sorry actually scratch oops correction rather nope nvm nevermind mean make strike meant hold apologies um er hang excuse'.split(
    ' ',
  ),
)
const FILLERS = new Set(
  ', . - ; : ! ? … ( ) i that it the to on at or is was not for its be should of by let lets say me uh'.split(' '),
)
const FILLED = new Set(["let's", "it's", "i'd", 'yes'])
const LONGEST = 8
/** Words that rule a day out, and what may stand between them and it. */
const NEGATIONS = new Set(
  "not can't cannot cant won't wont isn't isnt doesn't doesnt don't dont couldn't couldnt except never unavailable busy".split(
    ' ',
  ),
)
const BETWEEN = new Set(
  'do make be have meet on at the for it in come available free this that work any works good really'.split(' '),
)

/** Whether the words between two pieces take the first one back. */
function isTakenBack(scan: Scan, left: Piece, right: Piece): boolean {
  if (right.at - left.to > LONGEST || right.at === left.to) return false
  // "fri.. thurs actually": the word for it may stand behind.
  let hasCue = /^(?:actually|rather|i)$/.test(wordAt(scan, right.to)) && isActually(scan, right.to)
  for (let i = left.to; i < right.at; i += 1) {
    const word = wordAt(scan, i)
    if (CUES.has(word)) hasCue = true
    else if (isPlainlyTakenBack(scan, left, right)) continue
    else if (!FILLERS.has(word) && !FILLED.has(word)) return false
  }
  return hasCue
}

/** "thurs 10/15 no wait that was MEA, weds 10/14": a plain word for it, and why, between two whole days. */
const isPlainlyTakenBack = (scan: Scan, left: Piece, right: Piece): boolean => {
  const [first, second] = [wordAt(scan, left.to), wordAt(scan, left.to + 1)]
  const isPlain =
    (first === 'no' && second === 'wait') ||
    (first === 'wait' && second === 'no') ||
    (first === 'scratch' && second === 'that')
  return isPlain && left.says.day !== undefined && right.says.day !== undefined
}

const isActually = (scan: Scan, at: number): boolean =>
  wordAt(scan, at) === 'i' ? /^(?:mean|meant)$/.test(wordAt(scan, at + 1)) : true

/** "the 10th" after "Dec 9" is December's. */
function sameMonth(before: DayExpression | undefined, day: DayExpression): DayExpression {
  const main = before?.is === 'both' ? before.main : before
  if (day.is !== 'monthday' || main?.is !== 'date') return day
  return { ...main, day: day.day }
}

/** What is meant after a correction: the new words, with what they leave unsaid from the old. */
export function corrected(before: DateExpression, now: DateExpression): DateExpression {
  const dayNow = now.day && sameMonth(before.day, now.day)
  const hasDay = dayNow !== undefined || now.days !== undefined || now.repeats !== undefined
  const hasTime = now.clock !== undefined
  // "from the 14th to the 21st, no, the 22nd": the end of a range alone.
  const range = before.days?.is === 'range' && now.day && !now.days ? before.days : undefined
  if (range && dayNow) {
    const { day: _day, ...rest } = now
    return { ...before, ...rest, days: { ...range, to: dayNow } }
  }
  const day = hasDay ? {} : { ...(before.day && { day: before.day }), ...(before.days && { days: before.days }) }
  const time = hasTime
    ? {}
    : { ...(before.clock && { clock: before.clock }), ...(before.endClock && { endClock: before.endClock }) }
  const repeats = hasDay || !before.repeats ? {} : { repeats: before.repeats }
  return { ...day, ...time, ...repeats, ...now, ...(dayNow && { day: dayNow }) }
}

/** Applies the corrections inside a sentence: what was taken back is gone, what was meant takes its place. */
export function correctPieces(scan: Scan, pieces: readonly Piece[]): Piece[] {
  const out: Piece[] = []
  for (const piece of pieces) {
    const left = out.at(-1)
    const isCountOnly = piece.isWeak && piece.says.clock && !left?.says.clock
    if (!left || left.isWeak || left.isPassing || isCountOnly || !isTakenBack(scan, left, piece)) {
      out.push(piece)
      continue
    }
    out.pop()
    out.push({
      ...piece,
      at: left.at,
      isWeak: false,
      says: corrected(left.says, piece.says),
      reader: `${piece.reader}+correction`,
    })
  }
  return out
}

/** "not Friday", "can't do the 13th", "Tuesday instead of Monday", "any day but Friday". */
export function isNegated(scan: Scan, piece: Piece): boolean {
  if (piece.reader.endsWith('correction')) return false
  const isOf = /^(of|than)$/.test(wordAt(scan, piece.at))
  for (let i = isOf ? piece.at : piece.at - 1; i >= 0 && i >= piece.at - 5; i -= 1) {
    const word = wordAt(scan, i)
    if (NEGATIONS.has(word)) return true
    const further = wordAt(scan, i - 1)
    if (word === 'of' && further === 'instead') return true
    if (word === 'than' && (further === 'rather' || further === 'other')) return true
    if (word === 'but' && /^(day|date|any|anything|week)$/.test(further)) return true
    if (!BETWEEN.has(word)) return false
  }
  return false
}
