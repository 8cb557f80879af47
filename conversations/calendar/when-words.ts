import type { RecordOf } from '../../data/records.ts'
import { dateOf, formatDay, formatSpan, formatTime, isLocalMoment, type LocalMoment, timeOf } from '../../data/time.ts'
import type { Times } from './event-times.ts'
import { repeatsInWords } from './repeats-words.ts'
import { upcoming } from './series-scope.ts'

/** Days of a series that are listed; a longer one is told by its rule. */
const MOST_DAYS = 6

/**
 * When an event is, for a letter: "on Tue, Dec 8, 8:00 to 9:00"; of a series its days to come, "on Tue, Dec 8 and Tue,
 * Dec 15, 8:00 to 9:00", or its rule: "every Tuesday, 20 times, 8:00 to 9:00, next on Tue, Dec 8".
 */
export function whenWords(event: RecordOf<'event'>, now: LocalMoment): string {
  // Of a series that is called off, the days that it would have had.
  const ahead = event.repeats ? upcoming({ ...event, isCancelled: false }, now) : []
  const [next] = ahead
  if (!event.repeats || !next) return `on ${formatSpan(event.start, event.end, now)}`
  const hours = hoursOf(next)
  const isEven = ahead.every((one) => hoursOf(one) === hours)
  if (ahead.length <= MOST_DAYS) {
    const days = ahead.map(({ start, end }) => (isEven ? formatDay(start, now) : formatSpan(start, end, now)))
    const listed = days.length < 2 ? days.join('') : `${days.slice(0, -1).join('; ')} and ${days.at(-1)}`
    return ['on', isEven && hours ? `${listed}, ${hours}` : listed].join(' ')
  }
  const rule = repeatsInWords(event.repeats, now)
  const words = [
    rule.charAt(0).toLowerCase() + rule.slice(1),
    hoursOf(event),
    `next on ${formatSpan(next.start, next.end, now)}`,
  ]
  return words.filter(Boolean).join(', ')
}

/** "8:00 to 9:00"; nothing of whole days, the days too of what goes on overnight. */
function hoursOf({ start, end }: Times): string {
  if (!isLocalMoment(start)) return ''
  const from = formatTime(timeOf(start))
  if (!end || !isLocalMoment(end)) return from
  return dateOf(start) === dateOf(end) ? `${from} to ${formatTime(timeOf(end))}` : `${from} to ${end}`
}
