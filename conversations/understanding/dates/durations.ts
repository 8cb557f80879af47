import type { Amount, Unit } from './expression.ts'
import { quantityAt } from './numbers.ts'
import { after, type Reader, type Scan, wordAt } from './scan.ts'

const LEADS = new Set(['for', 'lasting', 'lasts', 'over', 'during', 'within'])

/** Days to a unit of days; minutes to a unit of the clock. */
const MINUTES: Partial<Record<Unit, number>> = { minute: 1, hour: 60 }

const isGluedLetter = (scan: Scan, at: number): boolean =>
  scan.tokens[at]?.isGlued === true && scan.tokens[at]?.kind === 'word'

/** "minute(s)", "'" after a figure, "school days", "business days", "working days", "fortnight". */
export function unitAt(scan: Scan, at: number): { unit: Unit; times: number; to: number } | undefined {
  const start = wordAt(scan, at) === '-' && scan.tokens[at]?.isGlued ? at + 1 : at
  const token = scan.tokens[start]
  if (!token) return undefined
  if (token.word === "'" && token.isGlued && start === at && !isGluedLetter(scan, at + 1))
    return { unit: 'minute', times: 1, to: at + 1 }
  if (token.kind !== 'word') return undefined
  if (/^(business|working|school|work|week)$/.test(token.word) && /^days?$/.test(wordAt(scan, start + 1))) {
    return { unit: 'weekday', times: 1, to: start + 2 }
  }
  if (/^weekdays?$/.test(token.word)) return { unit: 'weekday', times: 1, to: start + 1 }
  if (/^fortnights?$/.test(token.word)) return { unit: 'week', times: 2, to: start + 1 }
  if (token.word === "fortnight's") return { unit: 'week', times: 2, to: start + 1 }
  const possessive = /^(minute|hour|day|week|month|year)s?'s$/.exec(token.word)?.[1]
  if (possessive) return { unit: scan.tokens[start] ? unitOf(possessive) : 'day', times: 1, to: start + 1 }
  if (token.facts.unit) {
    if (token.word === 'h' && !token.isGlued && scan.tokens[start - 1]?.kind !== 'figure') return undefined
    const quote = wordAt(scan, start + 1) === "'" && scan.tokens[start + 1]?.isGlued ? 2 : 1
    return { unit: token.facts.unit, times: 1, to: start + quote }
  }
  return token.isGlued && (token.word === 'm' || token.word === 'd' || token.word === 'w')
    ? { unit: token.word === 'm' ? 'minute' : token.word === 'd' ? 'day' : 'week', times: 1, to: start + 1 }
    : undefined
}

function unitOf(word: string): Unit {
  return word === 'minute' || word === 'hour' || word === 'week' || word === 'month' || word === 'year' ? word : 'day'
}

/** "2 hours", "3 hours 30 minutes", "an hour and a half", "half an hour", "two weeks", "3 more days". */
export function amountAt(scan: Scan, at: number): { amount: Amount; to: number } | undefined {
  const about = /^(about|around|approximately|roughly|like|maybe|another|exactly)$/.test(wordAt(scan, at)) ? at + 1 : at
  const another = about > at && wordAt(scan, at) === 'another' && scan.tokens[about]?.facts.unit !== undefined
  const quantity = another ? { value: 1, to: about } : quantityAt(scan, about)
  if (!quantity) return undefined
  const more = /^(more|full|whole|short)$/.test(wordAt(scan, quantity.to)) ? quantity.to + 1 : quantity.to
  const unit = unitAt(scan, more)
  if (!unit) return undefined
  const amount: Amount = { value: quantity.value * unit.times, unit: unit.unit }
  return addedAt(scan, unit.to, amount)
}

/** "… and a half", "… and 30 minutes", "… 30 min". */
function addedAt(scan: Scan, at: number, amount: Amount): { amount: Amount; to: number } {
  const halved = after(scan, at, 'and a half')
  if (halved > 0 && amount.value === Math.floor(amount.value)) {
    return { amount: { ...amount, value: amount.value + 0.5 }, to: halved }
  }
  let start = at
  while (start < at + 2 && /^(and|,)$/.test(wordAt(scan, start))) start += 1
  const quantity = quantityAt(scan, start)
  const unit = quantity && unitAt(scan, quantity.to)
  const sum = quantity && unit && summed(amount, { value: quantity.value * unit.times, unit: unit.unit })
  if (sum && unit) return addedAt(scan, unit.to, sum)
  const isSmaller = unit && ORDER.indexOf(unit.unit) < ORDER.indexOf(amount.unit) && !amount.and
  if (!quantity || !unit || !isSmaller || unit.unit === 'minute' || unit.unit === 'hour') return { amount, to: at }
  return { amount: { ...amount, and: { value: quantity.value * unit.times, unit: unit.unit } }, to: unit.to }
}

const ORDER: readonly Unit[] = ['minute', 'hour', 'weekday', 'day', 'week', 'month', 'year']
/** Each unit in the next smaller one. */
const SMALLER: Partial<Record<Unit, readonly [Unit, number]>> = {
  year: ['month', 12],
  week: ['day', 7],
  day: ['hour', 24],
  hour: ['minute', 60],
}

/** A larger and a smaller amount as one; undefined where they do not go down ("2 hours 3 weeks"). */
function summed(large: Amount, small: Amount): Amount | undefined {
  let { value, unit } = large
  for (let step = SMALLER[unit]; step; step = SMALLER[unit]) {
    value *= step[1]
    unit = step[0]
    if (unit === small.unit) return { value: value + small.value, unit }
  }
  return undefined
}

/** An amount as minutes, where it is one of the clock. */
export const minutesIn = (amount: Amount): number | undefined => {
  const minutes = MINUTES[amount.unit]
  return minutes === undefined ? undefined : Math.round(minutes * amount.value)
}

export const durationReader: Reader = {
  name: 'duration',
  starts: [...LEADS, 'a', 'an', 'half', 'three', 'couple', 'another'],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const isSaid = LEADS.has(wordAt(scan, at))
    const start = isSaid ? (wordAt(scan, at + 1) === 'the' && isSaid ? at + 1 : at + 1) : at
    const found = amountAt(scan, start)
    return found && { to: found.to, says: { duration: found.amount }, isWeak: true }
  },
}
