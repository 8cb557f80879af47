import { amountAt } from './durations.ts'
import type { Amount, DaysExpression, Unit } from './expression.ts'
import { WHICH, whichAt } from './months.ts'
import { numberAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'
import { nthSpanAt, weekOfAt } from './weeks.ts'

const LEADS = new Set(['in', 'on', 'for', 'during', 'by', 'of', 'over', 'around', 'within', 'sometime', 'at'])
const STEPS = { this: 0, next: 1, coming: 1, last: -1, past: -1, 'after-next': 2 }

/** "week", "weekend", "week-end", "workweek", "work week", "school year". */
export function spanUnitAt(scan: Scan, at: number): { unit: string; to: number; isPlural: boolean } | undefined {
  const token = scan.tokens[at]
  const behind = scan.tokens[at + 1]
  if (token?.kind !== 'word') return undefined
  if (behind?.word === '-' && behind.isGlued && !/^ends?$/.test(wordAt(scan, at + 2)) && scan.tokens[at + 2]?.isGlued)
    return undefined
  const word = token.word.replace(/'s$/, '')
  const isWork = /^(work|working|school|business)$/.test(word)
  const next = scan.tokens[at + 1]
  if (isWork && next?.facts.unit === 'week')
    return { unit: 'workweek', to: at + 2, isPlural: next.facts.isPlural === true }
  if (word === 'school' && next?.facts.unit === 'year') return { unit: 'school-year', to: at + 2, isPlural: false }
  if (word === 'workweek' || word === 'weekend' || word === 'fortnight')
    return { unit: word, to: at + 1, isPlural: false }
  if (word === 'weekends') return { unit: 'weekend', to: at + 1, isPlural: true }
  if (word === 'week' && wordAt(scan, at + 1) === '-' && /^ends?$/.test(wordAt(scan, at + 2))) {
    return { unit: 'weekend', to: at + 3, isPlural: wordAt(scan, at + 2) === 'ends' }
  }
  const unit = token.facts.unit ?? (/^(week|month|year)$/.test(word) ? word : undefined)
  if (unit === undefined || unit === 'minute' || unit === 'hour' || unit === 'weekday') return undefined
  return { unit, to: at + 1, isPlural: token.facts.isPlural === true }
}

/** "the week after next" and its like. */
function afterNextSpan(unit: string): DaysExpression | undefined {
  if (unit === 'week') return { is: 'week', weeks: 2 }
  if (unit === 'month') return { is: 'month', months: 2 }
  if (unit === 'year') return { is: 'year', years: 2 }
  return unit === 'weekend' ? { is: 'weekend', which: 'after-next' } : undefined
}

/** "this week", "the following week", "next month", "last weekend", "this school year", "the week after next". */
function stepSpanAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const which = whichAt(scan, at)
  const unit = spanUnitAt(scan, which?.to ?? (wordAt(scan, at) === 'the' ? at + 1 : at))
  if (!unit || unit.isPlural) return undefined
  const afterNext = Math.max(after(scan, unit.to, 'after next'), after(scan, unit.to, 'after the next'))
  const second = afterNext > 0 ? afterNextSpan(unit.unit) : undefined
  if (second) return { days: second, to: afterNext }
  if (!which) return undefined
  const step = STEPS[which.which]
  switch (unit.unit) {
    case 'week':
      return { days: { is: 'week', weeks: step }, to: unit.to }
    case 'workweek':
      return { days: { is: 'week', weeks: step, isWorkweek: true }, to: unit.to }
    case 'weekend':
      return { days: { is: 'weekend', which: which.which }, to: unit.to }
    case 'month':
      return { days: { is: 'month', months: step }, to: unit.to }
    case 'year':
      return { days: { is: 'year', years: step }, to: unit.to }
    case 'school-year':
      return { days: { is: 'year', years: step, isSchoolYear: true }, to: unit.to }
    case 'fortnight':
      return { days: { is: 'fortnight', fortnights: step }, to: unit.to }
    default:
      return undefined
  }
}

/** "next 3 days", "the last 30 days", "the next couple weeks", "the 3 next weeks", "2 coming months". */
function rollingAt(scan: Scan, at: number): { days?: DaysExpression; minutes?: number; to: number } | undefined {
  const isThe = wordAt(scan, at) === 'the'
  const start = isThe ? at + 1 : at
  const which = whichAt(scan, start)
  const side =
    which && (which.which === 'last' || which.which === 'past' ? 'last' : which.which === 'this' ? undefined : 'next')
  if (which && side) {
    const found = amountAt(scan, which.to)
    const bare = found ?? bareUnitAt(scan, which.to)
    if (!bare) return undefined
    return rolled(bare.amount, side, bare.to)
  }
  const number = numberAt(scan, start, true)
  const behind = number && !number.isOrdinal ? whichAt(scan, number.to) : undefined
  const unit = behind && scan.tokens[behind.to]?.facts
  if (!number || !behind || !unit?.unit || (!unit.isPlural && number.value > 1) || behind.which === 'this')
    return undefined
  const direction = behind.which === 'last' || behind.which === 'past' ? 'last' : 'next'
  return rolled({ value: number.value, unit: unit.unit }, direction, behind.to + 1)
}

/** "the next hour", "next few days": an amount without a number. */
function bareUnitAt(scan: Scan, at: number): { amount: Amount; to: number } | undefined {
  const facts = scan.tokens[at]?.facts
  if (facts?.unit !== 'hour' && facts?.unit !== 'minute') return undefined
  return facts.isPlural ? undefined : { amount: { value: 1, unit: facts.unit }, to: at + 1 }
}

function rolled(
  amount: Amount,
  side: 'next' | 'last',
  to: number,
): { days?: DaysExpression; minutes?: number; to: number } {
  const minutes = clockMinutes(amount.unit)
  if (minutes) return { minutes: Math.round(amount.value * minutes) * (side === 'last' ? -1 : 1), to }
  return { days: { is: 'rolling', amount, side }, to }
}

const clockMinutes = (unit: Unit): number | undefined => (unit === 'hour' ? 60 : unit === 'minute' ? 1 : undefined)

/** "in 2027". */
function bareYearAt(scan: Scan, at: number): Match | undefined {
  const value = scan.tokens[at]?.word.length === 4 ? scan.tokens[at]?.value : undefined
  const next = scan.tokens[at + 1]
  if (value === undefined || value < 2000 || value > 2099 || scan.tokens[at]?.fence) return undefined
  if (next?.kind === 'figure' || (next?.kind === 'word' && (next.isGlued || next.facts.unit))) return undefined
  return { to: at + 1, says: { days: { is: 'calendar-year', year: value } } }
}

export const spanReader: Reader = {
  name: 'span',
  starts: ['the', 'week', 'w', 'first', 'weekend', 'memorial', ...LEADS, ...WHICH.keys()],
  startsWith: (facts) => facts.number !== undefined || facts.ordinal !== undefined,
  startsWithFigure: true,
  read(scan, at): Match | undefined {
    const start = LEADS.has(wordAt(scan, at)) ? at + 1 : at
    const isWithin = wordAt(scan, at) === 'within'
    const found = nthSpanAt(scan, start) ?? weekOfAt(scan, start) ?? stepSpanAt(scan, start)
    const isDeadline = wordAt(scan, at) === 'by'
    if (found) return { to: found.to, says: { days: found.days }, isSpan: true, isVague: true, isDeadline }
    const year = /^(in|during|for)$/.test(wordAt(scan, at)) ? bareYearAt(scan, start) : undefined
    if (year) return year
    const rolling = rollingAt(scan, start)
    if (rolling?.days) return { to: rolling.to, says: { days: rolling.days }, isSpan: true, isVague: true }
    if (rolling?.minutes) return { to: rolling.to, says: { minutesAround: rolling.minutes } }
    if (!isWithin) return undefined
    const amount = amountAt(scan, start)
    if (!amount) return undefined
    const minutes = clockMinutes(amount.amount.unit)
    if (minutes) return { to: amount.to, says: { minutesAround: Math.round(amount.amount.value * minutes) } }
    return {
      to: Math.max(after(scan, amount.to, 'from today'), after(scan, amount.to, 'from now'), amount.to),
      says: { days: { is: 'rolling', amount: amount.amount, side: 'next' } },
      isSpan: true,
      isVague: true,
    }
  },
}
