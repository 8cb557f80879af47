import { yearOfAt } from './calendar-days.ts'
import { meridiemAt } from './clock.ts'
import type { DaysExpression, YearOf } from './expression.ts'
import { countsNext } from './fences.ts'
import { monthSpanAt, WHICH } from './months.ts'
import { numberAt } from './numbers.ts'
import { after, type Scan, wordAt } from './scan.ts'
import { spanUnitAt } from './spans.ts'

/** "week of Dec 7", "w/c Feb 4", "week beginning February 4", "week 31 (of last year)". */
export function weekOfAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
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
  if (meridiemAt(scan, start + 2) || WHICH.has(wordAt(scan, start - 1))) return undefined
  const of = yearOfAt(scan, start + 2)
  return { days: { is: 'week-number', week, ...(of && { of: of.of }) }, to: of?.to ?? start + 2 }
}

/** "first week of March", "last weekend in October", "3rd week of 2018", "last 3 weeks of this year". */
export function nthSpanAt(scan: Scan, at: number): { days: DaysExpression; to: number } | undefined {
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
