import { withLead } from './calendar-days.ts'
import { amountAt, minutesIn } from './durations.ts'
import type { Amount, DayExpression } from './expression.ts'
import { turned } from './nearest-day.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const LEADS = new Set(['on', 'by', 'for', 'around', 'in'])
const NAMED: ReadonlyMap<string, number> = new Map([
  ['today', 0],
  ['tomorrow', 1],
  ['tomorrows', 1],
  ["tomorrow's", 1],
  ["today's", 0],
  ['yesterday', -1],
  ["yesterday's", -1],
  ['otd', 0],
])
const PHRASES: readonly (readonly [string, number])[] = [
  ['the day after tomorrow', 2],
  ['day after tomorrow', 2],
  ['the day before yesterday', -2],
  ['day before yesterday', -2],
  ['the other day', -1],
  ['this day', 0],
]
/** Relative to what is spoken of; standing alone, to today. */
const NEIGHBOURS: readonly (readonly [string, number])[] = [
  ['the next day', 1],
  ['the following day', 1],
  ['next day', 1],
  ['the day after', 1],
  ['the day before', -1],
  ['the previous day', -1],
]
/** The next working day, whichever it is. */
const NEXT_WORKDAY = ['next weekday', 'next school day', 'next business day', 'next working day', 'next work day']
const AHEAD = ['from now', 'from right now', 'from today', 'hence', 'out', 'away']
const BEHIND = ['ago', 'back', 'earlier than now']
const NOW_PHRASES = [
  'right now',
  'just now',
  'at the moment',
  'at the minute',
  'at present',
  'at the present time',
  'at this time',
  'at this moment',
  'now',
]

export const dayAway = (value: number): DayExpression =>
  value === 0 ? { is: 'today' } : { is: 'offset', amount: { value, unit: 'day' } }

const offset = (amount: Amount, sign: 1 | -1, from?: DayExpression): DayExpression => ({
  is: 'offset',
  amount: sign < 0 ? turned(amount) : amount,
  ...(from && { from }),
})

/** "3 weekends from now" is no now; "from now until noon" is. */
const isNowHere = (scan: Scan, at: number, to: number): boolean =>
  wordAt(scan, at - 1) !== 'from' || /^(until|to|through|-|on)$/.test(wordAt(scan, to))

/** An amount ahead or behind: a day where it counts days, a moment where it counts hours or minutes. */
function away(to: number, amount: Amount, sign: 1 | -1): Match {
  const minutes = minutesIn(amount)
  return minutes === undefined
    ? { to, says: { day: offset(amount, sign) } }
    : { to, says: { minutesFromNow: sign * minutes } }
}

/** "3 days ago", "two weeks from now", "three weeks from tomorrow", "2 weeks before Christmas", "a week from Tuesday". */
function countedAt(scan: Scan, at: number): Match | undefined {
  const found = amountAt(scan, at)
  if (!found) return undefined
  const { amount, to } = found
  for (const phrase of AHEAD) {
    const end = after(scan, to, phrase)
    if (end > 0 && (phrase !== 'away' || amount.unit !== 'hour')) return away(end, amount, 1)
  }
  for (const phrase of BEHIND) {
    const end = after(scan, to, phrase)
    if (end > 0) return away(end, amount, -1)
  }
  const joint = wordAt(scan, to)
  const now = Math.max(after(scan, to, 'before now'), after(scan, to, 'after now'))
  if (now > 0) return away(now, amount, joint === 'before' ? -1 : 1)
  if (minutesIn(amount) !== undefined) return undefined
  if (joint === 'from' || joint === 'after' || joint === 'before' || joint === 'following' || joint === 'prior') {
    const start = joint === 'prior' && wordAt(scan, to + 1) === 'to' ? to + 2 : to + 1
    const day = scan.holidayAt(start) ?? scan.dayAt(start)
    if (!day?.says.day) return undefined
    return { to: day.to, says: { day: offset(amount, joint === 'before' || joint === 'prior' ? -1 : 1, day.says.day) } }
  }
  return undefined
}

/** "in two weeks", "in 5 minutes", "in a fortnight's time", "in about half an hour", "in 15'", "in 15". */
function inAt(scan: Scan, at: number): Match | undefined {
  if (wordAt(scan, at) !== 'in') return undefined
  const next = wordAt(scan, at + 1) === 'the' && /^(next|coming)$/.test(wordAt(scan, at + 2)) ? -1 : at + 1
  const found = next > 0 ? amountAt(scan, next) : undefined
  if (!found) return bareMinutesAt(scan, at + 1)
  const ends = /^(time|tops|max)$/.test(wordAt(scan, found.to)) || after(scan, found.to, "' time") > 0
  const fromNow = Math.max(after(scan, found.to, 'from now'), after(scan, found.to, 'from today'))
  const to = fromNow > 0 ? fromNow : ends ? found.to + (wordAt(scan, found.to) === "'" ? 2 : 1) : found.to
  return away(to, found.amount, 1)
}

/** "in 15", all that is said: minutes. */
function bareMinutesAt(scan: Scan, at: number): Match | undefined {
  const value = scan.tokens[at]?.value
  const isMinutes = value === 5 || value === 10 || value === 15 || value === 20 || value === 30 || value === 45
  if (!isMinutes || scan.tokens.length > at + 1 || scan.tokens[at]?.fence) return undefined
  return { to: at + 1, says: { minutesFromNow: value } }
}

/** "the day after Thanksgiving", "the day before the 12th". */
function neighbourAt(scan: Scan, at: number): Match | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  if (wordAt(scan, start) !== 'day') return undefined
  const side = wordAt(scan, start + 1)
  if (side !== 'after' && side !== 'before' && side !== 'following') return undefined
  const day = scan.holidayAt(start + 2) ?? scan.dayAt(start + 2)
  if (!day?.says.day) return undefined
  return { to: day.to, says: { day: offset({ value: 1, unit: 'day' }, side === 'before' ? -1 : 1, day.says.day) } }
}

function phraseAt(scan: Scan, at: number): Match | undefined {
  for (const [phrase, days] of PHRASES) {
    const to = after(scan, at, phrase)
    if (to > 0) return { to, says: { day: dayAway(days) } }
  }
  const named = NAMED.get(wordAt(scan, at))
  if (named !== undefined) return { to: at + 1, says: { day: dayAway(named) } }
  const the = wordAt(scan, at) === 'the' ? at + 1 : at
  for (const phrase of NEXT_WORKDAY) {
    const to = after(scan, the, phrase)
    if (to > 0) return { to, says: { day: { is: 'offset', amount: { value: 1, unit: 'weekday' } } } }
  }
  const near = neighbourAt(scan, at)
  if (near) return near
  for (const [phrase, days] of NEIGHBOURS) {
    const to = after(scan, at, phrase)
    if (to > 0 && wordAt(scan, to) !== 'day') return { to, says: { day: dayAway(days) } }
  }
  return undefined
}

export const relativeDayReader: Reader = {
  name: 'relative-day',
  starts: ['the', 'day', 'next', 'in', 'a', 'an', 'half', 'three', 'couple', 'few', ...LEADS, ...NAMED.keys()],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const match = inAt(scan, at) ?? phraseAt(scan, at) ?? countedAt(scan, at)
    if (match) return match
    if (!LEADS.has(wordAt(scan, at)) || wordAt(scan, at) === 'in') return undefined
    const led = phraseAt(scan, at + 1) ?? (wordAt(scan, at) === 'for' ? undefined : countedAt(scan, at + 1))
    return led && withLead(scan, at, led)
  },
}

export const nowReader: Reader = {
  name: 'now',
  starts: ['right', 'just', 'at', 'now', 'atm'],
  read(scan, at) {
    const token = scan.tokens[at]
    if (token?.word === 'atm') {
      const isUpper = scan.text.slice(token.from, token.to) === 'ATM'
      return isUpper || scan.tokens.length === 1
        ? { to: at + 1, says: { clock: { isNow: true } }, isPassing: true }
        : undefined
    }
    for (const phrase of NOW_PHRASES) {
      const to = after(scan, at, phrase)
      if (to > 0 && wordAt(scan, at - 1) !== 'on' && isNowHere(scan, at, to))
        return { to, says: { clock: { isNow: true } }, isPassing: true }
    }
    return undefined
  },
}
