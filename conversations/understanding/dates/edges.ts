import { yearAt } from './calendar-days.ts'
import type { DaysExpression } from './expression.ts'
import { monthSpanAt } from './months.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

type Part = 'early' | 'mid' | 'late' | 'first' | 'last'

const EDGE_WORDS: ReadonlyMap<string, Part> = new Map<string, Part>([
  ['end', 'last'],
  ['close', 'last'],
  ['beginning', 'first'],
  ['start', 'first'],
  ['middle', 'mid'],
  ['early', 'early'],
  ['mid', 'mid'],
  ['late', 'late'],
  ['later', 'late'],
])
const ACRONYMS: ReadonlyMap<string, DaysExpression> = new Map<string, DaysExpression>([
  ['eow', { is: 'week', weeks: 0 }],
  ['eom', { is: 'month', months: 0 }],
  ['eoy', { is: 'year', years: 0 }],
])
const LEADS = new Set(['by', 'at', 'the', 'in', 'on', 'for', 'around', 'sometime'])
const THIS: ReadonlyMap<string, DaysExpression> = new Map<string, DaysExpression>([
  ['week', { is: 'week', weeks: 0 }],
  ['month', { is: 'month', months: 0 }],
  ['year', { is: 'year', years: 0 }],
])

/** "the week", "this month", "next week", "March", "the school year": what has an end. */
function wholeAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
  const isThe = /^(the|this|my|our)$/.test(wordAt(scan, at))
  const start = isThe ? at + 1 : at
  const school = after(scan, start, 'school year')
  if (school > 0) return { days: { is: 'year', years: 0, isSchoolYear: true }, to: school }
  const plain = THIS.get(wordAt(scan, start))
  const dash = scan.tokens[start + 1]
  if (dash?.word === '-' && dash.isGlued && scan.tokens[start + 2]?.isGlued) return undefined
  if (plain && (isThe || wordAt(scan, at - 1) === 'of' || wordAt(scan, at - 1) === '-'))
    return { days: plain, to: start + 1 }
  const year = wordAt(scan, at - 1) === 'of' ? yearAt(scan, at, false) : undefined
  if (year) return { days: { is: 'calendar-year', year: year.year }, to: year.to }
  const month = monthSpanAt(scan, at)
  if (month) return month
  const span = scan.daysAt(at)
  return span?.says.days && { days: span.says.days, to: span.to }
}

/** "end of the week", "end of March", "early next week", "mid-January", "EOW", "end of day Friday" (the day). */
export const edgeReader: Reader = {
  name: 'edge',
  starts: [...LEADS, ...EDGE_WORDS.keys(), ...ACRONYMS.keys(), 'rest', 'eod', 'cob'],
  read(scan, at) {
    let start = at
    while (start < at + 3 && LEADS.has(wordAt(scan, start))) start += 1
    const isDeadline = wordAt(scan, at) === 'by'
    const word = wordAt(scan, start)
    const acronym = ACRONYMS.get(word)
    if (acronym) return { to: start + 1, says: { day: { is: 'part', part: 'last', of: acronym } }, isDeadline }
    if (word === 'eod' || word === 'cob') return endOfDay(scan, start + 1, isDeadline)
    if (word === 'rest') {
      const whole = wholeAt(scan, wordAt(scan, start + 1) === 'of' ? start + 2 : start + 1)
      return whole && { to: whole.to, says: { days: { is: 'rest', of: whole.days } }, isSpan: true, isVague: true }
    }
    const part = EDGE_WORDS.get(word)
    return part && partAt(scan, start, part, isDeadline)
  },
}

function partAt(scan: Scan, at: number, part: Part, isDeadline: boolean): Match | undefined {
  const isEdge = part === 'first' || part === 'last'
  const of = wordAt(scan, at + 1) === 'of' ? at + 2 : -1
  if (part === 'last' && of > 0) {
    const day = Math.max(after(scan, of, 'the day'), after(scan, of, 'day'), after(scan, of, 'the school day'))
    if (day > 0) return endOfDay(scan, day, isDeadline)
  }
  const dash = wordAt(scan, at + 1) === '-' ? at + 2 : at + 1
  const in_ = wordAt(scan, dash) === 'in' ? dash + 1 : dash
  const isNounPhrase =
    wordAt(scan, at) === 'end' || wordAt(scan, at) === 'close' || part === 'first' || wordAt(scan, at) === 'middle'
  if (isNounPhrase && of < 0) return undefined
  const whole = wholeAt(scan, of > 0 ? of : in_)
  if (!whole || whole.days.is === 'weekend') return undefined
  return {
    to: whole.to,
    says: { day: { is: 'part', part, of: whole.days } },
    isVague: !(isEdge && part === 'last'),
    isDeadline,
  }
}

/** The end of a day is the day; of which one, the next words may say. */
function endOfDay(scan: Scan, at: number, isDeadline: boolean): Match {
  const joint = /^(on|,)$/.test(wordAt(scan, at)) ? at + 1 : at
  const day = scan.dayAt(joint)
  return day?.says.day ? { ...day, isDeadline } : { to: at, says: { day: { is: 'today' } }, isDeadline }
}
