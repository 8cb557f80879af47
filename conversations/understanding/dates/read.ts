import { joinNeighbours, type Piece } from './combine.ts'
import { joinDays } from './combine-days.ts'
import { correctPieces, isNegated } from './corrections.ts'
import type { Amount, DateExpression } from './expression.ts'
import { readLeftOver } from './fallback.ts'
import { countsNext, fenceNumbers } from './fences.ts'
import { gatherRecurrence } from './gather.ts'
import { makeScan, readPieces } from './grammar.ts'
import type { DateMention, MentionOptions, MentionShape } from './reading.ts'
import { type Scan, wordAt } from './scan.ts'
import { readTokens } from './tokens.ts'

/**
 * The dates, times, ranges and recurrences of a text, in the order of the text, none overlapping. What a correction
 * inside the sentence took back ("the 9th no wait the 10th") is not among them. Never throws, whatever the text.
 */
export function readDateMentions(text: string, options: MentionOptions = {}): DateMention[] {
  const tokens = readTokens(text, options.taken)
  fenceNumbers(tokens)
  const scan = makeScan(text, tokens, options.calendar)
  const joined = joinNeighbours(scan, readPieces(scan))
  const pieces = keepSure(scan, gatherRecurrence(scan, correctPieces(scan, joined)))
  const mentions = pieces.map((piece) => mentionOf(scan, piece))
  return readLeftOver(scan, pieces, mentions)
}

/** Leaves out what is too little to stand alone; a bare range of hours stays where the text has a day. */
function keepSure(scan: Scan, pieces: readonly Piece[]): Piece[] {
  const hasDay = pieces.some((piece) => !piece.isWeak && (piece.says.day || piece.says.days || piece.says.repeats))
  const hasTime = pieces.some(
    ({ isWeak, isPassing, says }) => !isWeak && says.clock && !('isNow' in says.clock) && !isPassing,
  )
  return pieces.filter((piece) => {
    if (!piece.isWeak) return true
    if (piece.says.duration && Object.keys(piece.says).length === 1)
      return isSaidDuration(scan, piece) || (hasTime && isOfMeeting(scan, piece))
    const isTime = piece.says.clock !== undefined && Object.keys(piece.says).every((key) => /lock$/.test(key))
    if (!isTime) return false
    if (isLabelled(scan, piece)) return true
    if (piece.says.endClock && /^(instead|rather)$/.test(wordAt(scan, piece.to))) return true
    if (!piece.says.endClock || !hasDay || hasTime || countsNext(scan.tokens[piece.to])) return false
    const next = scan.tokens[piece.to]
    return (
      next?.kind !== 'word' ||
      next.isCapital ||
      /^(at|in|on|for|with|w|re|pls|please|thanks|thx|and|the|instead|not|now|if|so|but|because|rather)$/.test(
        next.word,
      )
    )
  })
}

/** "a 90 minute meeting … at 2": how long, where an hour is said too. */
const isOfMeeting = (scan: Scan, piece: Piece): boolean =>
  /^an?$/.test(wordAt(scan, piece.at - 1)) && /^(?:minute|hour|min|hr)$/.test(wordAt(scan, piece.to - 1))

const isSaidDuration = (scan: Scan, piece: Piece): boolean =>
  /^(for|lasting|lasts|over)$/.test(wordAt(scan, piece.at)) || /^[,(]$/.test(wordAt(scan, piece.at - 1))

/** "time: 10-12", "when: 9". */
function isLabelled(scan: Scan, piece: Piece): boolean {
  return (
    wordAt(scan, piece.at - 1) === ':' &&
    /^(time|when|hours|start|starts|begins|hour)$/.test(wordAt(scan, piece.at - 2))
  )
}

function mentionOf(scan: Scan, piece: Piece): DateMention {
  const from = scan.tokens[piece.at]?.from ?? 0
  const to = scan.tokens[piece.to - 1]?.to ?? from
  return {
    span: { from, to },
    text: scan.text.slice(from, to),
    reader: piece.reader,
    shape: shapeOf(piece.says),
    expression: piece.says,
    isSpan: piece.says.days !== undefined && !piece.says.clock && !piece.says.repeats,
    isVague: isVague(piece.says),
    isApproximate: piece.isApproximate === true,
    isDeadline: piece.isDeadline === true || /^(before|than)$/.test(wordAt(scan, piece.at - 1)),
    isNegated: isNegated(scan, piece),
    isWeak: piece.isPassing === true,
  }
}

/** The shape of an expression: what is said of day and hour. */
export function shapeOf(says: DateExpression): MentionShape {
  if (says.repeats) return 'recurrence'
  if (says.shift) return 'shift'
  if (says.minutesFromNow !== undefined || (says.clock && 'isNow' in says.clock && !says.endClock)) return 'moment'
  if (says.minutesAround !== undefined || says.endDay) return 'moments'
  const isRange = says.endClock !== undefined || (says.clock !== undefined && says.duration !== undefined)
  if (says.day || says.days) {
    if (says.clock) return isRange ? 'moments' : 'moment'
    return says.day ? 'day' : 'days'
  }
  if (says.clock) return isRange ? 'hours' : 'time'
  return says.duration ? 'duration' : 'time'
}

function isVague(says: DateExpression): boolean {
  if (says.repeats) return false
  if (says.day?.is === 'part') return says.day.part !== 'last'
  return says.days !== undefined && says.days.is !== 'range' && says.days.is !== 'counted'
}

/** A day and a time that stand apart in a message ("Thursday at Food & Finance, 9-12") as one mention. */
export function joinMentions(day: DateMention, time: DateMention): DateMention {
  const { clock, endClock, duration, part } = time.expression
  const expression: DateExpression = {
    ...day.expression,
    ...(joinDays(day.expression, time.expression) ?? {}),
    ...(clock && { clock }),
    ...(endClock && { endClock }),
    ...(duration && { duration }),
    ...(part && { part }),
  }
  return { ...day, expression, shape: shapeOf(expression), isApproximate: day.isApproximate || time.isApproximate }
}

/** The two ends of a range as mentions of their own: a move "from the 9th to the 10th" goes to the second. */
export function splitRange(mention: DateMention): [DateMention, DateMention] | undefined {
  const { days, day, endDay, clock, endClock } = mention.expression
  const part = (expression: DateExpression): DateMention => ({
    ...mention,
    expression,
    shape: shapeOf(expression),
    isSpan: false,
    isVague: false,
  })
  if (days?.is === 'range') return [part({ day: days.from }), part({ day: days.to })]
  if (!clock || !endClock) return undefined
  const until = endDay ?? day
  return [part({ ...(day && { day }), clock }), part({ ...(until && { day: until }), clock: endClock })]
}

/** Days stated as a number: "in 60 days", "for 3 weeks", "the last 30 days" (a month is 30). */
export function statedDays(mention: DateMention): number | undefined {
  const { day, days, duration } = mention.expression
  if (days?.is === 'rolling' || days?.is === 'counted') return daysIn(days.amount)
  if (day?.is === 'offset' && !day.from) return daysIn({ ...day.amount, value: Math.abs(day.amount.value) })
  return duration && daysIn(duration)
}

function daysIn(amount: Amount): number | undefined {
  const each = { minute: 0, hour: 0, day: 1, weekday: 1, week: 7, month: 30, year: 365 }[amount.unit]
  return each > 0 ? Math.round(amount.value * each) : undefined
}
