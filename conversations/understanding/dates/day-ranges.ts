import { monthAt, yearAt } from './calendar-days.ts'
import { meridiemAt } from './clock.ts'
import type { DayExpression, DaysExpression } from './expression.ts'
import { countsNext } from './fences.ts'
import { monthSpanAt } from './months.ts'
import { numberAt } from './numbers.ts'
import { type Match, type Reader, type Scan, wordAt } from './scan.ts'

const TO_WORDS = new Set(['to', 'until', '-', 'through', 'thru'])
const LEADS = new Set(['from', 'between', 'on', 'for', 'the'])

/** "13-15" in one figure. */
function clusterAt(scan: Scan, at: number): { first: number; second: number; to: number } | undefined {
  const token = scan.tokens[at]
  const parts = token?.kind === 'figure' && token.fence !== 'named' ? /^(\d{1,2})-(\d{1,2})$/.exec(token.word) : null
  return parts ? { first: Number(parts[1]), second: Number(parts[2]), to: at + 1 } : undefined
}

/** "13 to 15", "the ninth till the seventeenth", "3 and 12" after "between". */
function pairAt(scan: Scan, at: number, isBetween: boolean) {
  const cluster = clusterAt(scan, at)
  if (cluster) return { ...cluster, isOrdinal: false }
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const first = numberAt(scan, start, true)
  if (!first || first.digits.length > 2) return undefined
  const joint = wordAt(scan, first.to)
  if (!TO_WORDS.has(joint) && !(joint === 'and' && isBetween)) return undefined
  const next = wordAt(scan, first.to + 1) === 'the' ? first.to + 2 : first.to + 1
  const second = numberAt(scan, next, true)
  if (!second || second.digits.length > 2) return undefined
  return { first: first.value, second: second.value, to: second.to, isOrdinal: first.isOrdinal && second.isOrdinal }
}

const isDay = (value: number): boolean => value >= 1 && value <= 31

function range(to: number, from: DayExpression, until: DayExpression): Match {
  return { to, says: { days: { is: 'range', from, to: until } } }
}

/** "July 13-15", "April ninth through seventeenth", "April 27th to the 3rd" (of May). */
function monthFirstAt(scan: Scan, at: number): Match | undefined {
  const month = monthAt(scan, at)
  if (!month) return undefined
  const between = /^(between|from)$/.test(wordAt(scan, month.to)) ? month.to + 1 : month.to
  const pair = pairAt(scan, between, wordAt(scan, month.to) === 'between')
  if (!pair || !isDay(pair.first) || !isDay(pair.second)) return undefined
  if (meridiemAt(scan, pair.to) || wordAt(scan, pair.to) === ':' || monthAt(scan, pair.to)) return undefined
  if (pair.second <= pair.first && !pair.isOrdinal) return undefined
  if (countsNext(scan.tokens[pair.to]) && !pair.isOrdinal && pair.second - pair.first > 20) return undefined
  const year = yearAt(scan, pair.to)
  const next = pair.second > pair.first ? month.month : (month.month % 12) + 1
  const said = year ? { year: year.year } : {}
  return range(
    year?.to ?? pair.to,
    { is: 'date', month: month.month, day: pair.first, ...said },
    { is: 'date', month: next, day: pair.second, ...said },
  )
}

/** "13 to 15 July", "between 3 and 12 of Sept", "4-23 in next month". */
function daysFirstAt(scan: Scan, at: number, isBetween: boolean): Match | undefined {
  const pair = pairAt(scan, at, isBetween)
  if (!pair || !isDay(pair.first) || !isDay(pair.second) || pair.second <= pair.first) return undefined
  const joint = wordAt(scan, pair.to)
  const start = joint === 'of' || joint === 'in' ? pair.to + 1 : pair.to
  const month = monthAt(scan, start)
  if (month && joint !== 'in') {
    const year = yearAt(scan, month.to)
    const said = { month: month.month, ...(year && { year: year.year }) }
    const [first, second] = [pair.first, pair.second]
    return range(year?.to ?? month.to, { is: 'date', day: first, ...said }, { is: 'date', day: second, ...said })
  }
  const within =
    start > pair.to || /^(this|next|last)$/.test(wordAt(scan, start)) ? monthSpanAt(scan, start) : undefined
  if (!within) return undefined
  const nth = (value: number): DayExpression => ({ is: 'nth', nth: value, within: within.days })
  return range(within.to, nth(pair.first), nth(pair.second))
}

/** "the 13th to the 15th", "13th-15th": of the month that is nearest. */
function ordinalsAt(scan: Scan, at: number, isBetween: boolean): Match | undefined {
  const pair = pairAt(scan, at, isBetween)
  if (!pair?.isOrdinal || !isDay(pair.first) || !isDay(pair.second)) return undefined
  if (countsNext(scan.tokens[pair.to]) || scan.tokens[at]?.facts.ordinal !== undefined) return undefined
  return range(pair.to, { is: 'monthday', day: pair.first }, { is: 'monthday', day: pair.second })
}

export const dayRangeReader: Reader = {
  name: 'day-range',
  starts: [...LEADS],
  startsWith: (facts) => facts.month !== undefined || facts.number !== undefined || facts.ordinal !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    let start = at
    while (start < at + 2 && LEADS.has(wordAt(scan, start))) start += 1
    const isBetween = wordAt(scan, at) === 'between'
    return monthFirstAt(scan, start) ?? daysFirstAt(scan, start, isBetween) ?? ordinalsAt(scan, start, isBetween)
  },
}

/** Days from a day on, for as long as is said: "for 3 days starting Monday". */
export const countedDays = (from: DayExpression, amount: { value: number; unit: 'day' | 'week' }): DaysExpression => ({
  is: 'counted',
  from,
  amount,
})
