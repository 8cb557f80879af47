import { withLead, yearAt } from './calendar-days.ts'
import type { Clock, DateExpression, DayExpression, DaysExpression } from './expression.ts'
import { countsNext } from './fences.ts'
import { type Match, type Reader, type Scan, wordAt } from './scan.ts'
import type { Token } from './tokens.ts'
import { offsetZone } from './zone-names.ts'

const LEADS = new Set(['on', 'by', 'this', 'next', 'for', 'at', 'the'])
/** Pairs that are said of other things than days. */
const IDIOMS = new Set(['24/7', '50/50', '80/20', '20/20', '60/40', '70/30', '90/10', '0/0'])

const YEAR_FIRST = /^(\d{4})([-/.])(\d{1,2})\2(\d{1,2})$/
const YEAR_LAST = /^(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d{2})$/
const MONTH_YEAR = /^(\d{1,2})[/-](\d{4})$/
const YEAR_MONTH = /^(\d{4})[-/.](\d{1,2})$/
const PAIR = /^(\d{1,2})\/(\d{1,2})$/
const DASHED_PAIR = /^(\d{1,2})-(\d{1,2})$/
const DOTTED_PAIR = /^(\d{1,2})\.(\d{1,2})$/
const RANGE = /^(\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)-(\d{1,2}\/\d{1,2}(?:\/\d{2,4})?)$/
const DASHED_RANGE = /^(\d{1,2}-\d{1,2}-\d{4})-(\d{1,2}-\d{1,2}-\d{4})$/

/** Two digits are of this century up to 69, of the last from 70 (POSIX). */
const fullYear = (digits: string): number =>
  digits.length === 2 ? Number(digits) + (Number(digits) < 70 ? 2000 : 1900) : Number(digits)

/** Month before day, the other way round only where the first cannot be a month; what is neither is impossible. */
function dayOf(first: number, second: number, year?: number): DayExpression {
  const withYear = year === undefined ? {} : { year }
  if (first >= 1 && first <= 12) return { is: 'date', month: first, day: second, ...withYear }
  if (second >= 1 && second <= 12) return { is: 'date', month: second, day: first, ...withYear }
  return { is: 'impossible' }
}

/** A whole date with its year: "12/3/2026", "2026-12-03", "3.12.26". */
function wholeDate(text: string): DayExpression | undefined {
  const first = YEAR_FIRST.exec(text)
  if (first) {
    const year = Number(first[1])
    if (year < 1900 || year > 2199) return undefined
    return { is: 'date', month: Number(first[3]), day: Number(first[4]), year }
  }
  const last = YEAR_LAST.exec(text)
  if (!last) return undefined
  const isShort = last[4]?.length === 2
  if (isShort && last[2] === '.') return undefined
  const year = fullYear(last[4] ?? '')
  return year < 1900 || year > 2199 ? undefined : dayOf(Number(last[1]), Number(last[3]), year)
}

/** The readings of one figure with joints inside. */
function figureDate(text: string, isLed: boolean, isAlone: boolean): DateExpression | undefined {
  const whole = wholeDate(text)
  if (whole) return { day: whole }
  const range = RANGE.exec(text) ?? DASHED_RANGE.exec(text)
  if (range) {
    const from = wholeDate(range[1] ?? '') ?? pairDate(range[1] ?? '')
    const to = wholeDate(range[2] ?? '') ?? pairDate(range[2] ?? '')
    if (!from || !to) return undefined
    const year = to.is === 'date' && from.is === 'date' ? to.year : undefined
    const start = from.is === 'date' && from.year === undefined && year !== undefined ? { ...from, year } : from
    return { days: { is: 'range', from: start, to } }
  }
  const month = MONTH_YEAR.exec(text) ?? YEAR_MONTH.exec(text)
  if (month) return monthOfYear(month, text)
  const pair = pairDate(text)
  if (pair) return { day: pair }
  const other = DASHED_PAIR.exec(text) ?? DOTTED_PAIR.exec(text)
  if (!other) return undefined
  const [first, second] = [Number(other[1]), Number(other[2])]
  const isDay = first >= 1 && first <= 12 && second >= 1 && second <= 31
  const isDashed = text.includes('-')
  if (!isDay || (isDashed ? second <= 12 && !isLed : false) || !(isLed || (isAlone && isDashed))) return undefined
  return { day: { is: 'date', month: first, day: second } }
}

function monthOfYear(parts: RegExpExecArray, text: string): DateExpression | undefined {
  const isYearFirst = YEAR_MONTH.test(text)
  const month = Number(parts[isYearFirst ? 2 : 1])
  const year = Number(parts[isYearFirst ? 1 : 2])
  if (month < 1 || month > 12 || year < 1900 || year > 2199) return undefined
  return { days: { is: 'named-month', month, of: { year } } }
}

function pairDate(text: string): DayExpression | undefined {
  const pair = PAIR.exec(text)
  if (!pair || IDIOMS.has(text)) return undefined
  return dayOf(Number(pair[1]), Number(pair[2]))
}

/** "2026-12-03T09:30Z", "…T09:30-05:00": the hour glued to the day by a T, with its offset. */
function isoHourAt(scan: Scan, at: number): { to: number; clock: Clock } | undefined {
  const [t, time] = [scan.tokens[at], scan.tokens[at + 1]]
  if (t?.word !== 't' || !t.isGlued || !time?.isGlued) return undefined
  const parts = /^(\d{2}):(\d{2})(?::\d{2}(?:\.\d+)?)?(?:-(\d{2}:?\d{2}))?$/.exec(time.word)
  if (!parts) return undefined
  const clock = { hour: Number(parts[1]), minute: Number(parts[2]), is24: true }
  if (parts[3]) return { to: at + 2, clock: { ...clock, zone: offsetZone('-', parts[3]) } }
  const [sign, digits] = [scan.tokens[at + 2], scan.tokens[at + 3]]
  if (sign?.isGlued && sign.word === 'z') return { to: at + 3, clock: { ...clock, zone: 'UTC' } }
  const isOffset = sign?.isGlued && sign.word === '+' && digits?.isGlued && /^\d{2}:?\d{2}$/.test(digits.word)
  return isOffset ? { to: at + 4, clock: { ...clock, zone: offsetZone('+', digits.word) } } : { to: at + 2, clock }
}

/** "2026 - 11", "11 / 2026". */
function spacedMonth(first: Token, joint: Token | undefined, second: Token | undefined): DaysExpression | undefined {
  if (!/^[-/]$/.test(joint?.word ?? '') || second?.kind !== 'figure' || first.isOrdinal || second.isOrdinal)
    return undefined
  const [year, month] = first.word.length === 4 ? [first.value, second.value] : [second.value, first.value]
  const isYear = year !== undefined && year >= 1900 && year <= 2199 && first.word.length + second.word.length <= 6
  return isYear && month && month <= 12 ? { is: 'named-month', month, of: { year } } : undefined
}

/** Digits and joints that stand apart: "2 / 15", "2 - 15", "2016 10 16". */
function spacedAt(scan: Scan, at: number, isLed: boolean): Match | undefined {
  const [first, joint, second] = [scan.tokens[at], scan.tokens[at + 1], scan.tokens[at + 2]]
  if (first?.kind !== 'figure' || first.value === undefined || first.fence) return undefined
  if (joint?.kind === 'figure' && second?.kind === 'figure' && first.word.length === 4) {
    const day = wholeDate(`${first.word}-${joint.word}-${second.word}`)
    return day && (isLed || at === 0) ? { to: at + 3, says: { day } } : undefined
  }
  const month = spacedMonth(first, joint, second)
  if (month) return { to: at + 3, says: { days: month } }
  if (second?.kind !== 'figure' || second.value === undefined || second.isOrdinal || first.isOrdinal) return undefined
  const isAlone = at === 0 && at + 3 >= scan.tokens.length
  const isDay = first.value >= 1 && first.value <= 12 && second.value >= 1 && second.value <= 31
  if (!isDay || !(joint?.word === '/' || (joint?.word === '-' && isAlone && second.value > 12))) return undefined
  if (countsNext(scan.tokens[at + 3])) return undefined
  return { to: at + 3, says: { day: { is: 'date', month: first.value, day: second.value } } }
}

export const numericDayReader: Reader = {
  name: 'numeric-day',
  starts: [...LEADS],
  startsWithFigure: true,
  read(scan, at) {
    let start = at
    while (start < at + 2 && LEADS.has(wordAt(scan, start))) start += 1
    const token = scan.tokens[start]
    if (token?.kind !== 'figure' || token.fence === 'named') return undefined
    const lead = wordAt(scan, start - 1)
    const isLed =
      start > at && lead !== 'at' && lead !== 'the' && lead !== 'for' && lead !== 'from' && lead !== 'between'
    if (token.value !== undefined) return compactAt(scan, start) ?? spacedAt(scan, start, isLed)
    const isAlone = start === 0 && scan.tokens.length === 1
    const says = figureDate(token.word, isLed, isAlone)
    if (!says || !isFreeFigure(scan, start, says)) return undefined
    const year =
      says.day?.is === 'date' && says.day.year === undefined && wordAt(scan, start + 1) === ','
        ? yearAt(scan, start + 1)
        : undefined
    if (year && says.day?.is === 'date') return { to: year.to, says: { day: { ...says.day, year: year.year } } }
    const hour = says.day ? isoHourAt(scan, start + 1) : undefined
    if (hour) return { to: hour.to, says: { ...says, clock: hour.clock } }
    const isPointed = start > at && (lead === 'this' || lead === 'next') && says.day?.is === 'date'
    const day = says.day
    const which = lead === 'next' ? 'next' : 'this'
    return withLead(scan, at, {
      to: start + 1,
      says: isPointed && day?.is === 'date' ? { day: { ...day, which } } : says,
      isVague: says.days?.is === 'named-month',
    })
  },
}

/** "20161016". */
function compactAt(scan: Scan, at: number): Match | undefined {
  const parts = /^(\d{4})(\d{2})(\d{2})$/.exec(wordAt(scan, at))
  if (!parts || scan.tokens[at]?.fence) return undefined
  const day = wholeDate(`${parts[1]}-${parts[2]}-${parts[3]}`)
  if (day?.is !== 'date' || day.month > 12 || day.day > 31) return undefined
  return { to: at + 1, says: { day } }
}

/** A pair that is a fraction or a score is no day: "1/2 of", "3/4 hour", "13/15 students", "6.45 percent". */
function isFreeFigure(scan: Scan, at: number, says: DateExpression): boolean {
  const next = scan.tokens[at + 1]
  const isPair = !/\d{4}/.test(wordAt(scan, at))
  if (!isPair) return true
  if (scan.tokens[at]?.fence === 'counted' && !/^\d{1,2}\/\d{1,2}$/.test(wordAt(scan, at))) return false
  if (says.day?.is === 'impossible' && countsNext(next)) return false
  if (/^an?$/.test(wordAt(scan, at - 1))) return false
  const isFraction = /^(1\/[23458]|2\/3|3\/4)$/.test(wordAt(scan, at))
  if (isFraction && (next?.word === 'of' || next?.facts.unit || /^(an?|price|day)$/.test(next?.word ?? '')))
    return false
  return next?.word !== '%'
}
