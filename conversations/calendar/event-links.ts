import { occurrencesOf, overAt } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf, type Instant, instantOf, type LocalTime, momentAt, type Zone } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'

/** Days after an event's last for which its pages are there. */
const DAYS_AFTER = 30
const MIDNIGHT = '00:00' as LocalTime

/** When the pages of an event close: at the end of the thirtieth day after its last. */
export function closesAt(event: RecordOf<'event'>, zone: Zone): Instant {
  const last = occurrencesOf({ ...event, isCancelled: false }).at(-1)
  const day = dateOf(last ? overAt(last) : event.start)
  const found = instantOf(momentAt(addDays(day, DAYS_AFTER + 1), MIDNIGHT), zone)
  return 'instant' in found ? found.instant : found.later
}

type LinkMoment = Pick<Moment, 'linkTo' | 'zone'>

/** The link of one of an event's pages, where there are pages: good for as long as they are. */
export const eventLink = (page: string, event: RecordOf<'event'>, { linkTo, zone }: LinkMoment): string | undefined =>
  linkTo?.(page, event.id, closesAt(event, zone))

/**
 * The link on which a guest answers, where there are pages. `shown` may be one time of a series: a guest of the whole
 * keeps the page until the series is over.
 */
export async function answerLink(
  { id, time }: RecordOf<'invitation'>,
  shown: RecordOf<'event'>,
  { linkTo, zone, reads }: LinkMoment & Pick<Moment, 'reads'>,
): Promise<string | undefined> {
  if (!linkTo) return undefined
  const whole = time === undefined ? await reads.get('event', shown.id) : undefined
  const ends = [shown, ...(whole ? [whole] : [])].map((event) => closesAt(event, zone))
  return linkTo('answer', id, Math.max(...ends) as Instant)
}
