import type { Frequency, Recurrence, Weekday } from './expression.ts'
import { numberAt } from './numbers.ts'
import { ADVERBS, WEEKEND, WORKDAYS } from './recurrence-words.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const EVERY = new Set(['every', 'each', 'any', 'all', 'ea'])
const FREQUENCIES: Record<string, Frequency> = { day: 'DAILY', week: 'WEEKLY', month: 'MONTHLY', year: 'YEARLY' }
const PART_OF_DAY = /^(morning|afternoon|evening|night)s?$/
const recurs = (to: number, repeats: Recurrence): Match => ({ to, says: { repeats } })

/** "Tue and Thu", "Mon/Wed/Fri", "Tuesdays, Thursdays": weekdays in a row, with the part of the day behind. */
function weekdaysAt(scan: Scan, at: number): { days: Weekday[]; to: number; isPlural: boolean } | undefined {
  const days: Weekday[] = []
  let to = at
  let next = at
  let isPlural = false
  let steps = 0
  for (;;) {
    const facts = scan.tokens[next]?.facts
    if (facts?.weekday === undefined || steps >= 7) break
    steps += 1
    if (!days.includes(facts.weekday)) days.push(facts.weekday)
    isPlural ||= facts.isPlural === true
    to = next + 1
    if (wordAt(scan, to) === '.' && scan.tokens[to]?.isGlued && facts.isPlural !== true) to += 1
    next = to
    while (next < to + 2 && /^(,|and|&|\/|or|\+)$/.test(wordAt(scan, next))) next += 1
  }
  if (days.length === 0) return undefined
  const part = PART_OF_DAY.exec(wordAt(scan, to))
  if (part) to += 1
  return { days: days.sort((a, b) => a - b), to, isPlural: isPlural || part?.[0].endsWith('s') === true }
}

const weekly = (days: Weekday[], interval?: number): Recurrence => ({
  frequency: 'WEEKLY',
  ...(interval !== undefined && interval > 1 && { interval }),
  days: days.map((weekday) => ({ weekday })),
})

/** "of every month", "of each month", "of the month", "every month". */
function ofMonthAt(scan: Scan, at: number, isTheEnough: boolean): number {
  const of = wordAt(scan, at) === 'of' || wordAt(scan, at) === 'in' ? at + 1 : at
  const isEvery = EVERY.has(wordAt(scan, of))
  if (!isEvery && !(isTheEnough && of > at && wordAt(scan, of) === 'the')) return -1
  if (!isEvery && wordAt(scan, of + 1) === 'month') return of + 2
  return isEvery && /^months?$/.test(wordAt(scan, of + 1)) ? of + 2 : -1
}

/** "(the) first Tuesday of every month", "1st and 3rd Tuesdays", "every first Tuesday", "last Friday of each month". */
function nthOfMonthAt(scan: Scan, at: number, isEvery: boolean): Match | undefined {
  const nths: number[] = []
  let to = wordAt(scan, at) === 'the' ? at + 1 : at
  for (let next = to; nths.length < 5; ) {
    const number = wordAt(scan, next) === 'last' ? undefined : numberAt(scan, next)
    if (wordAt(scan, next) === 'last') nths.push(-1)
    else if (number?.isOrdinal && number.value <= 31) nths.push(number.value)
    else break
    to = number?.to ?? next + 1
    next = to
    while (next < to + 2 && /^(,|and|&|the)$/.test(wordAt(scan, next))) next += 1
  }
  const only = nths[0]
  if (only === undefined) return undefined
  const token = scan.tokens[to]
  if (token?.facts.weekday === undefined) {
    const day = wordAt(scan, to) === 'day' ? to + 1 : to
    const end = ofMonthAt(scan, day, isEvery)
    const isMonthday = nths.length === 1 && only > 0
    if (isMonthday && end > 0) return recurs(end, { frequency: 'MONTHLY', monthday: only })
    if (only === -1 && day > to && end > 0) return recurs(end, { frequency: 'MONTHLY', monthday: -1 })
    return undefined
  }
  const { weekday, isPlural } = token.facts
  if (nths.some((nth) => nth > 5)) return undefined
  const end = ofMonthAt(scan, to + 1, isEvery || isPlural === true)
  if (end < 0 && isEvery && only > 1 && nths.length === 1) return recurs(to + 1, weekly([weekday], only))
  if (end < 0 && !isEvery && !isPlural) return undefined
  return recurs(end > 0 ? end : to + 1, { frequency: 'MONTHLY', days: nths.map((nth) => ({ weekday, nth })) })
}

/** "every …": a unit, weekdays, a part of the day, an nth weekday; with "other", "second", "two". */
function everyAt(scan: Scan, at: number): Match | undefined {
  const word = wordAt(scan, at)
  if (word === 'alternate' || word === 'alternating') return everyUnitAt(scan, at + 1, 2, true)
  if (!EVERY.has(word)) return undefined
  const start = at + 1
  const plain = everyUnitAt(scan, start, 1, word === 'any' || word === 'all')
  if (plain) return plain
  if (word === 'any' || word === 'all') return undefined
  const isOther = /^(other|alternate|2nd|second)$/.test(wordAt(scan, start))
  const number = isOther ? undefined : numberAt(scan, start, true)
  const interval = isOther ? 2 : number?.value
  const nth = isOther && wordAt(scan, start) === 'other' ? undefined : nthOfMonthAt(scan, start, true)
  if (nth && (!number?.isOrdinal || nth.to > number.to + 1 || number.value === 1)) return nth
  if (interval !== undefined && interval >= 1 && interval <= 99) {
    const counted = everyUnitAt(scan, isOther ? start + 1 : (number?.to ?? start), interval, false)
    if (counted) return counted
  }
  return nth
}

function everyUnitAt(scan: Scan, at: number, interval: number, isPluralOnly: boolean): Match | undefined {
  const word = wordAt(scan, at)
  const more = interval > 1 ? { interval } : {}
  if (/^(weekday|weekdays|workday|workdays)$/.test(word))
    return recurs(at + 1, { frequency: 'WEEKLY', ...more, days: WORKDAYS })
  if (/^(school|work|business|working)$/.test(word) && /^days?$/.test(wordAt(scan, at + 1))) {
    return recurs(at + 2, { frequency: 'WEEKLY', ...more, days: WORKDAYS })
  }
  const weekend = word === 'week' && wordAt(scan, at + 1) === '-' && /^ends?$/.test(wordAt(scan, at + 2)) ? at + 3 : -1
  if (weekend > 0 || word === 'weekend' || word === 'weekends') {
    return recurs(weekend > 0 ? weekend : at + 1, { frequency: 'WEEKLY', ...more, days: WEEKEND })
  }
  const weekdays = weekdaysAt(scan, at)
  if (weekdays && !(isPluralOnly && !weekdays.isPlural)) return recurs(weekdays.to, weekly(weekdays.days, interval))
  if (isPluralOnly) return undefined
  if (PART_OF_DAY.test(word)) return recurs(at + 1, { frequency: 'DAILY', ...more })
  if (word === 'quarter') return recurs(at + 1, { frequency: 'MONTHLY', interval: 3 * interval })
  const unit = scan.tokens[at]?.facts.unit
  const frequency = unit && FREQUENCIES[unit]
  return frequency && recurs(at + 1, { frequency, ...more })
}

/** "on Tuesdays", "on the 15th", "on the first Tuesday" behind an adverb. */
function detailAt(scan: Scan, match: Match): Match {
  const { repeats } = match.says
  const on = wordAt(scan, match.to) === 'on' || wordAt(scan, match.to) === ',' ? match.to + 1 : match.to
  if (!repeats || repeats.days) return match
  const start = wordAt(scan, on) === 'the' ? on + 1 : on
  const number = wordAt(scan, start) === 'last' ? { value: -1, to: start + 1, isOrdinal: true } : numberAt(scan, start)
  if (repeats.frequency === 'MONTHLY' && number?.isOrdinal) {
    const weekday = scan.tokens[number.to]?.facts.weekday
    if (weekday !== undefined) return recurs(number.to + 1, { ...repeats, days: [{ weekday, nth: number.value }] })
    return number.value > 0 ? recurs(number.to, { ...repeats, monthday: number.value }) : match
  }
  const weekdays = repeats.frequency === 'WEEKLY' ? weekdaysAt(scan, on) : undefined
  return weekdays ? recurs(weekdays.to, { ...repeats, days: weekdays.days.map((weekday) => ({ weekday })) }) : match
}

export const recurrenceReader: Reader = {
  name: 'recurrence',
  starts: [
    'alternate',
    'alternating',
    'the',
    'last',
    'on',
    'once',
    'one',
    'bi',
    'semi',
    'week',
    ...EVERY,
    ...ADVERBS.map(([words]) => words.split(' ')[0] ?? ''),
  ],
  startsWith: (facts) => facts.weekday !== undefined || facts.ordinal !== undefined || facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const start = wordAt(scan, at) === 'on' ? at + 1 : at
    const every = everyAt(scan, start)
    if (every) return detailAt(scan, every)
    for (const [words, repeats] of ADVERBS) {
      const to = after(scan, start, words)
      const isPassing = words === 'annual' || words === 'semiannual' || words === 'semi - annual'
      if (to > 0) return { ...detailAt(scan, recurs(to, repeats)), isPassing }
    }
    const nth = nthOfMonthAt(scan, start, false)
    if (nth) return nth
    const number = numberAt(scan, start, true)
    const counted =
      number && !number.isOrdinal && scan.tokens[number.to]?.facts.isPlural ? weekdaysAt(scan, number.to) : undefined
    if (number && counted) return { to: counted.to, says: { repeats: weekly(counted.days), count: number.value } }
    const weekdays = weekdaysAt(scan, start)
    return weekdays?.isPlural ? recurs(weekdays.to, weekly(weekdays.days)) : undefined
  },
}
