import { yearOfAt } from './calendar-days.ts'
import { amountAt } from './durations.ts'
import type { Amount, DaysExpression, Unit, YearOf } from './expression.ts'
import { countsNext } from './fences.ts'
import { monthSpanAt, WHICH, whichAt } from './months.ts'
import { numberAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const LEADS = new Set(['in', 'on', 'for', 'during', 'by', 'of', 'over', 'around', 'within', 'sometime', 'at'])
const STEPS = { this: 0, next: 1, coming: 1, last: -1, past: -1, 'after-next': 2 }

/** "week", "weekend", "week-end", "workweek", "work week", "school year". */
function spanUnitAt(scan: Scan, at: number): { unit: string; to: number; isPlural: boolean } | undefined {
  const token = scan.tokens[at]
  if (token?.kind !== 'word') return undefined
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

/** "this week", "the following week", "next month", "last weekend", "this school year", "the week after next". */
function stepSpanAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const which = whichAt(scan, at)
  const unit = spanUnitAt(scan, which?.to ?? (wordAt(scan, at) === 'the' ? at + 1 : at))
  if (!unit || unit.isPlural) return undefined
  const afterNext = after(scan, unit.to, 'after next')
  if (afterNext > 0 && (unit.unit === 'week' || unit.unit === 'month')) {
    return { days: unit.unit === 'week' ? { is: 'week', weeks: 2 } : { is: 'month', months: 2 }, to: afterNext }
  }
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

/** "week of Dec 7", "w/c Feb 4", "week beginning February 4", "week 31 (of last year)". */
function weekOfAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  if (wordAt(scan, start) === 'w' && wordAt(scan, start + 1) === '/' && /^(c|o|b)$/.test(wordAt(scan, start + 2))) {
    const day = scan.dayAt(start + 3)
    return day?.says.day && { days: { is: 'week-of', day: day.says.day }, to: day.to }
  }
  const weekend = after(scan, start, 'weekend of')
  const holiday = weekend > 0 ? scan.dayAt(weekend) : undefined
  if (holiday?.says.day) return { days: { is: 'weekend-of', day: holiday.says.day }, to: holiday.to }
  if (wordAt(scan, start) !== 'week') return undefined
  const joint = wordAt(scan, start + 1)
  if (joint === 'of' || joint === 'with' || joint === 'containing' || /^(beginning|starting|commencing)$/.test(joint)) {
    const next = wordAt(scan, start + 2) === 'on' ? start + 3 : start + 2
    const day = scan.dayAt(next) ?? scan.holidayAt(next)
    return day?.says.day && { days: { is: 'week-of', day: day.says.day }, to: day.to }
  }
  if (joint === 'after' || joint === 'before' || joint === 'following') {
    const day = scan.dayAt(start + 2) ?? scan.holidayAt(start + 2)
    const weeks = joint === 'before' ? -1 : 1
    return day?.says.day && { days: { is: 'week-of', day: day.says.day, weeks }, to: day.to }
  }
  const token = scan.tokens[start + 1]
  const week = token?.kind === 'figure' && !token.isOrdinal ? token.value : undefined
  if (week === undefined || week < 1 || week > 53 || token?.fence || countsNext(scan.tokens[start + 2]))
    return undefined
  const of = yearOfAt(scan, start + 2)
  return { days: { is: 'week-number', week, ...(of && { of: of.of }) }, to: of?.to ?? start + 2 }
}

/** "first week of March", "last weekend in October", "3rd week of 2018", "last 3 weeks of this year". */
function nthSpanAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const isLast = wordAt(scan, start) === 'last'
  const number = isLast ? undefined : numberAt(scan, start)
  const count = isLast ? numberAt(scan, start + 1, true) : undefined
  if (!isLast && !number?.isOrdinal) return undefined
  const unit = spanUnitAt(scan, count?.to ?? number?.to ?? start + 1)
  if (!unit || (unit.unit !== 'week' && unit.unit !== 'weekend')) return undefined
  const within = withinAt(scan, unit.to)
  if (!within) return undefined
  const nth = isLast ? -1 : (number?.value ?? 1)
  if (unit.unit === 'weekend') return { days: { is: 'nth-weekend', nth, within: within.days }, to: within.to }
  const days: DaysExpression = { is: 'nth-week', nth, within: within.days, ...(count && { count: count.value }) }
  return { days, to: within.to }
}

/** "of March", "in next month", "of 2019", "of this year": what an nth is counted in. */
export function withinAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const joint = wordAt(scan, at)
  if (joint !== 'of' && joint !== 'in' && joint !== 'from') return undefined
  const month = monthSpanAt(scan, at + 1)
  if (month) return month
  const year = yearOfAt(scan, at + 1)
  return year && { days: yearDays(year.of), to: year.to }
}

const yearDays = (of: YearOf): DaysExpression =>
  'year' in of ? { is: 'calendar-year', year: of.year } : { is: 'year', years: of.yearsFromNow }

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
      to: amount.to,
      says: { days: { is: 'rolling', amount: amount.amount, side: 'next' } },
      isSpan: true,
      isVague: true,
    }
  },
}
