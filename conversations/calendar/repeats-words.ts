import { isEndless, readRule, untilOf } from '../../data/recurrence.ts'
import { formatDay, type LocalDate, type LocalMoment } from '../../data/time.ts'

const DAY_NAMES: Readonly<Record<string, string>> = {
  MO: 'Monday',
  TU: 'Tuesday',
  WE: 'Wednesday',
  TH: 'Thursday',
  FR: 'Friday',
  SA: 'Saturday',
  SU: 'Sunday',
}
const PLACES: Readonly<Record<string, string>> = {
  1: 'first',
  2: 'second',
  3: 'third',
  4: 'fourth',
  5: 'fifth',
  '-1': 'last',
}
const UNITS: Readonly<Record<string, string>> = { DAILY: 'day', WEEKLY: 'week', MONTHLY: 'month', YEARLY: 'year' }

const joined = (words: readonly string[]): string =>
  words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} and ${words.at(-1)}`

/** "Every second Friday, 6 times"; the rule itself where it has parts that have no short words. */
export function repeatsInWords(text: string, now?: LocalDate | LocalMoment): string {
  const read = readRule(text)
  if (!read.ok) return text
  const { FREQ = '', INTERVAL = '1', BYDAY, BYMONTHDAY, COUNT } = read.value
  const unit = UNITS[FREQ] ?? FREQ.toLowerCase()
  const step = INTERVAL === '1' ? 'Every' : INTERVAL === '2' ? 'Every second' : `Every ${INTERVAL}`
  const plural = Number(INTERVAL) > 2 ? 's' : ''
  const days = BYDAY?.split(',').map((token) => {
    const [, place = '', day = ''] = /^(-?\d+)?(\w{2})$/.exec(token) ?? []
    return [PLACES[place], DAY_NAMES[day] ?? token].filter(Boolean).join(' ')
  })
  const until = untilOf(read.value)
  const when =
    days && FREQ === 'WEEKLY'
      ? Number(INTERVAL) > 2
        ? `${step} weeks on ${joined(days)}`
        : `${step} ${joined(days)}`
      : `${step} ${unit}${plural}${days ? ` on the ${joined(days)}` : BYMONTHDAY ? ` on day ${BYMONTHDAY.replaceAll(',', ', ')}` : ''}`
  const end = until ? `, until ${formatDay(until, now)}` : COUNT ? `, ${COUNT} ${COUNT === '1' ? 'time' : 'times'}` : ''
  return `${when}${end}${isEndless(read.value) ? ', without an end' : ''}`
}
