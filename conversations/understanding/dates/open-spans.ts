import type { Bound, DateExpression } from './expression.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

/** A day or days after "since". */
function boundAt(scan: Scan, at: number): { bound: Bound; to: number } | undefined {
  const day = scan.dayAt(at) ?? scan.holidayAt(at)
  const days = scan.daysAt(at)
  if (days?.says.days && (!day || days.to > day.to)) return { bound: { days: days.says.days }, to: days.to }
  return day?.says.day && { bound: { day: day.says.day }, to: day.to }
}

/** "so far", "so far this year", "year to date", "since October", "since Sept 1". */
export const openSpanReader: Reader = {
  name: 'open-span',
  starts: ['so', 'since', 'ytd', 'this', 'year'],
  read(scan, at): Match | undefined {
    const soFar = after(scan, at, 'so far')
    if (soFar > 0) {
      const of = scan.daysAt(soFar)
      return span(of?.to ?? soFar, { days: { is: 'so-far', ...(of?.says.days && { of: of.says.days }) } })
    }
    const toDate = Math.max(after(scan, at, 'ytd'), after(scan, at, 'year to date'))
    if (toDate > 0) return span(toDate, { days: { is: 'so-far', of: { is: 'year', years: 0 } } })
    if (wordAt(scan, at) === 'since') {
      const bound = boundAt(scan, at + 1)
      return bound && span(bound.to, { days: { is: 'since', bound: bound.bound } })
    }
    const whole = scan.daysAt(at)
    const far = whole ? after(scan, whole.to, 'so far') : -1
    return whole?.says.days && far > 0 ? span(far, { days: { is: 'so-far', of: whole.says.days } }) : undefined
  },
}

const span = (to: number, says: DateExpression): Match => ({ to, says, isSpan: true, isVague: true })

/** "partner of the month", "blocked for the day", "away for the month", "show sales in the week": this one. */
export const passingSpanReader: Reader = {
  name: 'passing-span',
  starts: ['of', 'for', 'in', 'the', 'weekend'],
  read(scan, at) {
    if (wordAt(scan, at) === 'weekend') {
      const isEnd = scan.tokens[at + 1]?.kind === undefined || /^[.,!?]$/.test(wordAt(scan, at + 1))
      return isEnd && at > 0 ? passing(at + 1, { days: { is: 'weekend', which: 'this' } }) : undefined
    }
    const start = /^(of|for|in)$/.test(wordAt(scan, at)) ? at + 1 : at
    if (wordAt(scan, start) !== 'the') return undefined
    const unit = wordAt(scan, start + 1)
    const next = scan.tokens[start + 2]
    if (next && (next.kind === 'word' || next.kind === 'figure' || next.kind === 'opaque' || next.word === '-'))
      return undefined
    if (unit === 'fortnight') return passing(start + 2, { days: { is: 'fortnight', fortnights: 0 } })
    if (unit === 'weekend') return passing(start + 2, { days: { is: 'weekend', which: 'this' } })
    if (start === at) return undefined
    if (unit === 'day') return wordAt(scan, at) === 'in' ? undefined : passing(start + 2, { day: { is: 'today' } })
    if (unit === 'week') return passing(start + 2, { days: { is: 'week', weeks: 0 } })
    return unit === 'month' ? passing(start + 2, { days: { is: 'month', months: 0 } }) : undefined
  },
}

const passing = (to: number, says: DateExpression): Match => ({
  to,
  says,
  isPassing: true,
  isVague: true,
  isSpan: true,
})
