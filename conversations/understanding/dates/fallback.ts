import { casual, type ParsedResult } from 'chrono-node/en'
import { dateOf, type LocalDate, type LocalMoment, parseLocalMoment } from '../../../data/time.ts'
import type { DateMention } from './reading.ts'
import type { Scan } from './scan.ts'

/**
 * The reader of last resort: amounts that the grammar does not know ("several weeks ago", "in 90 seconds"), read by
 * chrono. Its faults are fenced off: it sees only the words around such an amount that no reader took, never a bare hour
 * or a weekday; `forwardDate` stays off; it counts on a clock without a zone (the local time as if it were UTC); what it
 * is not certain of (a quarter, a year) and what begins inside a number ("twenty-|four hours ago") is dropped.
 */
const AMOUNT = /^(seconds?|secs?|minutes?|mins?|hours?|hrs?|days?|weeks?|wks?|months?|mos?|years?|yrs?)$/
const DIRECTION = new Set(['ago', 'now', 'hence', 'later', 'in', 'within'])
/** Words around an amount that chrono is shown. Tokens. */
const REACH = 4
/** Amounts that chrono is asked about in one text. */
const MOST = 4

type Stretch = { at: number; to: number }

/** The mentions with what chrono finds in the words between them. */
export function readLeftOver(scan: Scan, claimed: readonly Stretch[], mentions: DateMention[]): DateMention[] {
  const { tokens } = scan
  if (!tokens.some((token) => token.word.length > 2 && AMOUNT.test(token.word))) return mentions
  const isTaken = new Uint8Array(tokens.length)
  for (const { at, to } of claimed) isTaken.fill(1, at, to)
  const found: DateMention[] = []
  let asked = 0
  for (let at = 0; at < tokens.length && asked < MOST; at += 1) {
    const word = tokens[at]?.word ?? ''
    if (isTaken[at] || word.length < 3 || !AMOUNT.test(word)) continue
    const window = windowAt(scan, at, isTaken)
    if (!window) continue
    asked += 1
    const mention = mentionIn(scan, window)
    if (mention && !found.some((other) => other.span.to > mention.span.from)) found.push(mention)
  }
  return found.length === 0 ? mentions : [...mentions, ...found].sort((a, b) => a.span.from - b.span.from)
}

/** The unclaimed words around an amount, where one of them says ahead or behind. */
function windowAt(scan: Scan, at: number, isTaken: Uint8Array): Stretch | undefined {
  const isFree = (i: number): boolean =>
    scan.tokens[i] !== undefined && scan.tokens[i]?.kind !== 'opaque' && !isTaken[i]
  let from = at
  while (from > 0 && from > at - REACH && isFree(from - 1)) from -= 1
  let to = at + 1
  while (to < at + REACH && isFree(to)) to += 1
  for (let i = from; i < to; i += 1) if (DIRECTION.has(scan.tokens[i]?.word ?? '')) return { at: from, to }
  return undefined
}

/** Any moment will do to see what chrono takes. */
const ANY_NOW = new Date(Date.UTC(2024, 6, 10, 12))

function mentionIn(scan: Scan, window: Stretch): DateMention | undefined {
  const start = scan.tokens[window.at]?.from ?? 0
  const slice = scan.text.slice(start, scan.tokens[window.to - 1]?.to ?? start)
  const result = soundResult(slice, ANY_NOW)
  if (!result) return undefined
  const from = start + result.index
  const before = scan.tokens.findLast((token) => token.to <= from)
  if (before && (before.kind === 'figure' || before.facts.number !== undefined || /^(-|half|\/|\.)$/.test(before.word)))
    return undefined
  return {
    span: { from, to: from + result.text.length },
    text: result.text,
    reader: 'chrono',
    shape: result.start.isCertain('hour') ? 'moment' : 'day',
    expression: { leftOver: result.text },
    isSpan: false,
    isVague: /several|few/i.test(result.text),
    isApproximate: false,
    isDeadline: false,
    isNegated: false,
    isWeak: false,
  }
}

/** Chrono's first result, where it is certain of the day and has taken an amount. */
function soundResult(text: string, now: Date): ParsedResult | undefined {
  const [result] = casual.parse(text, { instant: now, timezone: 0 }, { forwardDate: false })
  if (!result?.start.isCertain('day') || !result.start.isCertain('month') || result.end) return undefined
  return result.text.split(/[^A-Za-z]+/).some((word) => AMOUNT.test(word.toLowerCase())) ? result : undefined
}

/** The day or moment that chrono reads in words it has read before, from that now. */
export function resolveLeftOver(text: string, now: LocalMoment): LocalDate | LocalMoment | undefined {
  const result = soundResult(text, new Date(`${now}Z`))
  const moment = result && parseLocalMoment(result.start.date().toISOString().slice(0, 16))
  return moment && (result.start.isCertain('hour') ? moment : dateOf(moment))
}
