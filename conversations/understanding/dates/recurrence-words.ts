import type { Recurrence, Weekday } from './expression.ts'
import { type Reader, wordAt } from './scan.ts'

type Days = NonNullable<Recurrence['days']>

const daysOf = (...weekdays: Weekday[]): Days => weekdays.map((weekday) => ({ weekday }))
export const WORKDAYS: Days = daysOf(1, 2, 3, 4, 5)
export const WEEKEND: Days = [{ weekday: 6 }, { weekday: 7 }]

/** Adverbs and adjectives; several words where the tokens are several. */
export const ADVERBS: readonly (readonly [string, Recurrence])[] = [
  ['daily', { frequency: 'DAILY' }],
  ['nightly', { frequency: 'DAILY' }],
  ['weekly', { frequency: 'WEEKLY' }],
  ['biweekly', { frequency: 'WEEKLY', interval: 2 }],
  ['bi - weekly', { frequency: 'WEEKLY', interval: 2 }],
  ['fortnightly', { frequency: 'WEEKLY', interval: 2 }],
  ['monthly', { frequency: 'MONTHLY' }],
  ['bimonthly', { frequency: 'MONTHLY', interval: 2 }],
  ['bi - monthly', { frequency: 'MONTHLY', interval: 2 }],
  ['quarterly', { frequency: 'MONTHLY', interval: 3 }],
  ['semiannual', { frequency: 'MONTHLY', interval: 6 }],
  ['semiannually', { frequency: 'MONTHLY', interval: 6 }],
  ['semi - annual', { frequency: 'MONTHLY', interval: 6 }],
  ['semi - annually', { frequency: 'MONTHLY', interval: 6 }],
  ['biannually', { frequency: 'MONTHLY', interval: 6 }],
  ['yearly', { frequency: 'YEARLY' }],
  ['annual', { frequency: 'YEARLY' }],
  ['annually', { frequency: 'YEARLY' }],
  ['everyday', { frequency: 'DAILY' }],
  ['once a day', { frequency: 'DAILY' }],
  ['one a day', { frequency: 'DAILY' }],
  ['once a week', { frequency: 'WEEKLY' }],
  ['once per week', { frequency: 'WEEKLY' }],
  ['once a month', { frequency: 'MONTHLY' }],
  ['once a year', { frequency: 'YEARLY' }],
  ['weekdays', { frequency: 'WEEKLY', days: WORKDAYS }],
  ['weekends', { frequency: 'WEEKLY', days: WEEKEND }],
  ['week - ends', { frequency: 'WEEKLY', days: WEEKEND }],
  ['mornings', { frequency: 'DAILY' }],
  ['evenings', { frequency: 'DAILY' }],
  ['afternoons', { frequency: 'DAILY' }],
  ['nights', { frequency: 'DAILY' }],
  ['mwf', { frequency: 'WEEKLY', days: daysOf(1, 3, 5) }],
  ['m / w / f', { frequency: 'WEEKLY', days: daysOf(1, 3, 5) }],
  ['tth', { frequency: 'WEEKLY', days: daysOf(2, 4) }],
  ['t / th', { frequency: 'WEEKLY', days: daysOf(2, 4) }],
  ['m - f', { frequency: 'WEEKLY', days: daysOf(1, 2, 3, 4, 5) }],
]

/** "6 times", "for 8 sessions", "4x": how often. */
export const countReader: Reader = {
  name: 'count',
  starts: ['for'],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const start = wordAt(scan, at) === 'for' ? at + 1 : at
    const token = scan.tokens[start]
    const value = token?.value ?? token?.facts.number
    if (value === undefined || token?.isOrdinal || value > 99) return undefined
    if (!/^(times|sessions|occurrences|meetings|visits|x)$/.test(wordAt(scan, start + 1))) return undefined
    return { to: start + 2, says: { count: value }, isWeak: true }
  },
}
