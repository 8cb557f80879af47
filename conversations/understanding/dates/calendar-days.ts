import type { DayExpression, YearOf } from './expression.ts'
import { countsNext } from './fences.ts'
import { numberAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const PREPOSITIONS = new Set(['on', 'by', 'the', 'this', 'next', 'in', 'for'])

/** Before "may" these make it a verb. */
const SUBJECTS = new Set(['i', 'we', 'they', 'you', 'he', 'she', 'it', 'who', 'which'])

/** "2026", "'26", ", 2026", "of 2026", "in 2026" after a month or a day. */
export function yearAt(scan: Scan, at: number, isLoose = true): { year: number; to: number } | undefined {
  let start = at
  const joint = wordAt(scan, at)
  if (joint === ',' || joint === '-' || joint === '/' || (isLoose && (joint === 'of' || joint === 'in'))) start += 1
  const token = scan.tokens[start]
  const spoken = spokenYearAt(scan, start)
  if (spoken) return spoken
  if (token?.word === "'" && /^\d\d$/.test(wordAt(scan, start + 1))) {
    return { year: 2000 + Number(wordAt(scan, start + 1)), to: start + 2 }
  }
  if (token?.kind !== 'figure' || token.value === undefined || token.word.length !== 4) return undefined
  if (token.fence || token.value < 1900 || token.value > 2199 || countsNext(scan.tokens[start + 1])) return undefined
  return { year: token.value, to: start + 1 }
}

/** "two thousand (and) eighteen", "twenty twenty seven", "nineteen seventy eight". */
function spokenYearAt(scan: Scan, at: number): { year: number; to: number } | undefined {
  const word = wordAt(scan, at)
  if (word === 'two' && wordAt(scan, at + 1) === 'thousand') {
    const start = wordAt(scan, at + 2) === 'and' ? at + 3 : at + 2
    const rest = numberAt(scan, start)
    const isYear = rest?.isWord && !rest.isOrdinal && rest.value < 100
    return isYear ? { year: 2000 + rest.value, to: rest.to } : { year: 2000, to: at + 2 }
  }
  if (word !== 'twenty' && word !== 'nineteen') return undefined
  const rest = numberAt(scan, at + 1)
  if (!rest?.isWord || rest.isOrdinal || rest.value < 10 || countsNext(scan.tokens[rest.to])) return undefined
  return { year: (word === 'twenty' ? 2000 : 1900) + rest.value, to: rest.to }
}

/** "of last year", "this year", "of 2012", "2012". */
export function yearOfAt(scan: Scan, at: number): { of: YearOf; to: number } | undefined {
  const said = yearAt(scan, at)
  if (said) return { of: { year: said.year }, to: said.to }
  let start = at
  while (start < at + 2 && /^(of|in|the)$/.test(wordAt(scan, start))) start += 1
  if (scan.tokens[start + 1]?.facts.unit !== 'year') return undefined
  const years = { last: -1, previous: -1, this: 0, current: 0, next: 1, following: 1 }[wordAt(scan, start)]
  return years === undefined ? undefined : { of: { yearsFromNow: years }, to: start + 2 }
}

/** A month's name at a token, with the dot of its abbreviation. */
export function monthAt(scan: Scan, at: number): { month: number; to: number } | undefined {
  const token = scan.tokens[at]
  if (token?.kind !== 'word' || token.facts.month === undefined) return undefined
  const isDotted = wordAt(scan, at + 1) === '.' && scan.tokens[at + 1]?.isGlued
  const isBeforeNumber = scan.tokens[at + 2]?.kind === 'figure'
  const isAbbreviated = isDotted && (token.to - token.from <= 4 || isBeforeNumber)
  return { month: token.facts.month, to: isAbbreviated ? at + 2 : at + 1 }
}

function dayMatch(to: number, month: number, day: number, year?: number): Match {
  return { to, says: { day: { is: 'date', month, day, ...(year !== undefined && { year }) } } }
}

/** "Dec 3", "December 3rd, 2026", "Oct/2", "mar4", "June the 28th 2020", "May twenty nine", "October, 1st". */
function monthFirstAt(scan: Scan, at: number): Match | undefined {
  const month = monthAt(scan, at)
  if (!month || (wordAt(scan, at) === 'may' && SUBJECTS.has(wordAt(scan, at - 1)))) return undefined
  let start = month.to
  const joint = wordAt(scan, start)
  if (joint === ',' || ((joint === '/' || joint === '-') && scan.tokens[start]?.isGlued)) start += 1
  if (wordAt(scan, start) === 'the') start += 1
  const number = numberAt(scan, start, true)
  if (!number || number.value < 1 || number.value > 39 || number.digits.length > 2) return undefined
  if (joint === ',' && !number.isOrdinal && start === month.to + 1) return undefined
  if (number.isWord && !number.isOrdinal && countsNext(scan.tokens[number.to])) return undefined
  if (number.value > 31 && countsNext(scan.tokens[number.to])) return undefined
  const suffix = wordAt(scan, number.to) === 'th' && scan.tokens[number.to]?.isGlued ? number.to + 1 : number.to
  const year = yearAt(scan, suffix)
  return dayMatch(year?.to ?? suffix, month.month, number.value, year?.year)
}

/** "3 Dec", "the 3rd of December 2026", "second of Aug.", "twenty third day of September", "1-aug-2019". */
function dayFirstAt(scan: Scan, at: number): Match | undefined {
  const number = numberAt(scan, at, true)
  if (!number || number.value < 1 || number.value > 39 || number.digits.length > 2) return undefined
  let start = number.to
  if (wordAt(scan, start) === 'day') start += 1
  const joint = wordAt(scan, start)
  const isOf = joint === 'of'
  if (isOf || ((joint === '-' || joint === '/') && scan.tokens[start]?.isGlued)) start += 1
  const month = monthAt(scan, start)
  const short = month && start > number.to ? shortYearAt(scan, month.to, joint) : undefined
  if (month && short) return dayMatch(short.to, month.month, number.value, short.year)
  if (!month || (number.isWord && !number.isOrdinal && !isOf)) return undefined
  const isName = wordAt(scan, start) === 'may' || wordAt(scan, start) === 'march'
  if (isName && !number.isOrdinal && !isOf && !isDateEnd(scan, month.to)) return undefined
  const year = yearAt(scan, month.to)
  if (!year && !number.isOrdinal && isAfterAt(scan, at) && numberAt(scan, month.to)) return undefined
  return dayMatch(year?.to ?? month.to, month.month, number.value, year?.year)
}

/** "at 1 January 2" is an hour and a day. */
const isAfterAt = (scan: Scan, at: number): boolean => /^(at|@)$/.test(wordAt(scan, at - 1))

/** "16" of "21-APR-16": two digits behind the same joint. */
function shortYearAt(scan: Scan, at: number, joint: string): { year: number; to: number } | undefined {
  const token = scan.tokens[at + 1]
  if (joint === 'of' || wordAt(scan, at) !== joint || !scan.tokens[at]?.isGlued || !token?.isGlued) return undefined
  return /^\d\d$/.test(token.word) ? { year: 2000 + Number(token.word), to: at + 2 } : undefined
}

/** Whether a phrase may end before that token: for months that are also verbs. */
function isDateEnd(scan: Scan, at: number): boolean {
  const token = scan.tokens[at]
  return token?.kind !== 'word' || /^(at|from|in|on|for|with|w|and|to|\d+)$/.test(token.word)
}

/** "2019/aug/01", "2019-aug-1". */
function yearFirstAt(scan: Scan, at: number): Match | undefined {
  const year = yearAt(scan, at, false)
  const joint = wordAt(scan, at + 1)
  if (!year || (joint !== '/' && joint !== '-')) return undefined
  const month = monthAt(scan, at + 2)
  if (!month || wordAt(scan, month.to) !== joint) return undefined
  const number = numberAt(scan, month.to + 1, true)
  return number && number.value <= 39 ? dayMatch(number.to, month.month, number.value, year.year) : undefined
}

/** "the ides of March": the 15th or 13th of the Romans. */
function idesAt(scan: Scan, at: number): Match | undefined {
  const to = after(scan, at, 'ides of')
  const month = to > 0 ? monthAt(scan, to) : undefined
  if (!month) return undefined
  return dayMatch(month.to, month.month, [3, 5, 7, 10].includes(month.month) ? 15 : 13)
}

export const calendarDayReader: Reader = {
  name: 'calendar-day',
  starts: ['ides', ...PREPOSITIONS],
  startsWith: (facts) => facts.month !== undefined || facts.number !== undefined || facts.ordinal !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    let start = at
    while (start < at + 2 && PREPOSITIONS.has(wordAt(scan, start))) start += 1
    const match =
      monthFirstAt(scan, start) ?? dayFirstAt(scan, start) ?? yearFirstAt(scan, start) ?? idesAt(scan, start)
    if (!match) return undefined
    const which = wordAt(scan, start - 1)
    const isPointed = start > at && (which === 'next' || which === 'this')
    return withLead(scan, at, isPointed ? { ...match, says: { day: pointed(match, which) } } : match)
  },
}

function pointed(match: Match, which: string): DayExpression {
  const day = match.says.day ?? { is: 'impossible' }
  return day.is === 'date' ? { ...day, which: which === 'next' ? 'next' : 'this' } : day
}

/** "by" before a day makes it a deadline. */
export function withLead(scan: Scan, at: number, match: Match): Match {
  const word = wordAt(scan, at)
  return word === 'by' || word === 'before' ? { ...match, isDeadline: true } : match
}
