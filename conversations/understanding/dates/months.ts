import { monthAt, yearAt, yearOfAt } from './calendar-days.ts'
import type { DaysExpression, Which } from './expression.ts'
import { numberAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

/** Months that are also verbs or names: bare, they need a word before them that dates have. */
const NEED_A_CUE = new Set(['may', 'march', 'april', 'june', 'august', 'mar', 'jan', 'dec', 'jun', 'aug', 'apr'])
const CUES = new Set(
  'in by of during this next last until since through before after from to early late mid for past coming every'.split(
    ' ',
  ),
)
/** Before a verb "may" these are subjects. */
const ARTICLES = new Set(['the', 'our', 'their', 'a', 'your'])
/** What is scheduled: "the april breakfast". */
const EVENTS = new Set(
  'breakfast bfast speaker visit meeting mtg competition shadow career event advisory interview interviews tour lunch fair pd one'.split(
    ' ',
  ),
)

export const WHICH: ReadonlyMap<string, Which> = new Map<string, Which>([
  ['this', 'this'],
  ['current', 'this'],
  ['next', 'next'],
  ['following', 'next'],
  ['last', 'last'],
  ['previous', 'last'],
  ['prior', 'last'],
  ['coming', 'coming'],
  ['upcoming', 'coming'],
  ['past', 'past'],
])

/** "this", "the next", "this coming", "this past": which one of many. */
export function whichAt(scan: Scan, at: number): { which: Which; to: number; isThe: boolean } | undefined {
  const isThe = wordAt(scan, at) === 'the'
  let to = isThe ? at + 1 : at
  let which = WHICH.get(wordAt(scan, to))
  if (!which) return undefined
  to += 1
  const second = which === 'this' || which === 'next' || which === 'last' ? WHICH.get(wordAt(scan, to)) : undefined
  if (second === 'coming' || second === 'past') {
    which = second
    to += 1
  }
  return { which, to, isThe }
}

/** Whether a bare month that is also a word stands where a month stands. */
function isMonthHere(scan: Scan, at: number, to: number): boolean {
  const token = scan.tokens[at]
  if (!token || !NEED_A_CUE.has(token.word)) return true
  const before = wordAt(scan, at - 1) === 'the' ? wordAt(scan, at - 2) : wordAt(scan, at - 1)
  const next = scan.tokens[to]
  if (at === 0 && scan.tokens.length <= to) return true
  if (isYearAhead(scan, to) || yearOfAt(scan, to)) return true
  if (
    EVENTS.has(next?.word ?? '') &&
    token.word !== 'may' &&
    (ARTICLES.has(wordAt(scan, at - 1)) || token.word !== 'march')
  )
    return true
  if (token.word === 'may') {
    return EVENTS.has(next?.word ?? '')
      ? ARTICLES.has(wordAt(scan, at - 1))
      : CUES.has(before) && !isVerbHere(scan, at, to)
  }
  if (token.word === 'march') return CUES.has(before) && before !== 'to'
  if (before === '$' || before === '-') return false
  if (
    token.isCapital &&
    next?.kind === 'word' &&
    next.isCapital &&
    next.isGlued === false &&
    next.facts.weekday === undefined
  ) {
    return CUES.has(before) && before !== 'for' && before !== 'to' && before !== 'from'
  }
  return (
    CUES.has(before) ||
    (token.word.length === 3 && token.word !== 'jan' && token.word !== 'jun' && token.word !== 'mar')
  )
}

/** "March in a year", "March after next". */
function isYearAhead(scan: Scan, at: number): boolean {
  if (after(scan, at, 'after next') > 0) return true
  return wordAt(scan, at) === 'in' && /^years?$/.test(wordAt(scan, at + 2))
}

/** "this may be", "next march on": a verb behind a pointing word. */
function isVerbHere(scan: Scan, at: number, to: number): boolean {
  const word = wordAt(scan, at)
  const next = scan.tokens[to]
  if (word !== 'may' && word !== 'march') return false
  if (word === 'may' && next?.word === 'or' && wordAt(scan, to + 1) === 'may') return true
  return (
    next?.kind === 'word' &&
    !/^(at|for|in|with|w|and|we|the|on|from|at|to|next|this|last|or|but|if|please|pls)$/.test(next.word) &&
    !EVENTS.has(next.word)
  )
}

/** A month as the span of its days, with its year where one is said. */
export function monthSpanAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const lead = whichAt(scan, at)
  const start = lead?.to ?? (wordAt(scan, at) === 'the' ? at + 1 : at)
  if (scan.tokens[start]?.facts.unit === 'month' && lead && !scan.tokens[start]?.facts.isPlural) {
    const months = { this: 0, next: 1, coming: 1, last: -1, past: -1, 'after-next': 2 }[lead.which]
    return { days: { is: 'month', months }, to: start + 1 }
  }
  if (!lead && start > at && scan.tokens[start]?.word === 'month')
    return { days: { is: 'month', months: 0 }, to: start + 1 }
  const year = yearAt(scan, start, false)
  const behind = year && monthAt(scan, year.to + (/^[-/]$/.test(wordAt(scan, year.to)) ? 1 : 0))
  if (year && behind && !numberAt(scan, behind.to)) {
    return { days: { is: 'named-month', month: behind.month, of: { year: year.year } }, to: behind.to }
  }
  const month = monthAt(scan, start)
  if (month && (lead ? !isVerbHere(scan, start, month.to) : isMonthHere(scan, start, month.to)))
    return namedMonth(scan, month, lead?.which)
  return numberedMonthAt(scan, at)
}

function namedMonth(
  scan: Scan,
  month: { month: number; to: number },
  which: Which | undefined,
): { days: DaysExpression; to: number } {
  const afterNext = after(scan, month.to, 'after next')
  if (afterNext > 0) return { days: { is: 'named-month', month: month.month, which: 'after-next' }, to: afterNext }
  const of = yearOfAt(scan, month.to)
  const to = of?.to ?? month.to
  return { days: { is: 'named-month', month: month.month, ...(which && { which }), ...(of && { of: of.of }) }, to }
}

/** "the 9th month of next year". */
function numberedMonthAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const number = numberAt(scan, wordAt(scan, at) === 'the' ? at + 1 : at)
  if (!number?.isOrdinal || number.value > 12 || wordAt(scan, number.to) !== 'month') return undefined
  const of = yearOfAt(scan, number.to + 1)
  return of && { days: { is: 'named-month', month: number.value, of: of.of }, to: of.to }
}

const LEADS = new Set(['in', 'during', 'for', 'by', 'of', 'throughout'])

export const monthReader: Reader = {
  name: 'month',
  starts: ['the', ...LEADS, ...WHICH.keys()],
  startsWith: (facts) => facts.month !== undefined,
  startsWithFigure: true,
  read(scan, at): Match | undefined {
    const start = LEADS.has(wordAt(scan, at)) ? at + 1 : at
    const found = monthSpanAt(scan, start)
    if (!found) return undefined
    if (found.days.is === 'month' && wordAt(scan, start) === 'the') return undefined
    return {
      to: found.to,
      says: { days: found.days },
      isSpan: true,
      isVague: true,
      isDeadline: wordAt(scan, at) === 'by',
    }
  },
}
