import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { zoneComponent } from './ics-zone.ts'
import {
  addDays,
  dateOf,
  type Instant,
  instantOf,
  isLocalMoment,
  type LocalDate,
  type LocalMoment,
  type Zone,
} from './time.ts'

/** One entry of a calendar: an event, a series with its rule, or one time of a series that differs from its rule. */
export type IcsEntry = {
  uid: string
  /** RFC 5545 SEQUENCE. */
  sequence: number
  start: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
  /** A series: its rule from `start` on, and the times of the rule that are left out. */
  repeats?: { rule: string; skips: readonly (LocalDate | LocalMoment)[] }
  /** The time of the rule in whose place this one is (RFC 5545 RECURRENCE-ID). */
  replaces?: LocalDate | LocalMoment
  summary: string
  location?: string
  isCancelled: boolean
  stamp: Instant
}

export type IcsOptions = {
  name: string
  zone: Zone
  /** RFC 5546: an invitation or its withdrawal, with who asks and who is asked. */
  itip?: { method: 'REQUEST' | 'CANCEL'; organizer: string; attendee: { email: string; name: string } }
}

/** Of an event and of all times of a series, whatever becomes of them. */
export const uidOf = (event: string): string => `${event}@liaison`

/**
 * A calendar as RFC 5545 text. What is one time is in UTC; a series keeps the wall clock's time of its zone, which goes
 * along, so that eight o'clock stays eight o'clock when daylight saving begins.
 */
export function writeIcs(entries: readonly IcsEntry[], { name, zone, itip }: IcsOptions): string {
  const calendar = ical({ name, prodId: { company: 'liaison', product: 'calendar', language: 'EN' } })
  if (itip) calendar.method(itip.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST)
  else calendar.ttl(3600)
  const first = entries
    .filter(isOfSeries)
    .map(({ start, replaces = start }) => dateOf(replaces < start ? replaces : start))
  const from = first.sort()[0]
  if (from) calendar.timezone({ name: null, generator: () => zoneComponent(zone, from) })
  for (const entry of entries) {
    const event = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(entry.stamp),
      summary: entry.summary,
      ...timesOf(entry, zone),
      ...(entry.repeats ? { repeating: ruleLines(entry.repeats, zone) } : {}),
      ...(entry.location ? { location: entry.location } : {}),
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (itip) {
      event.organizer({ name, email: itip.organizer })
      event.createAttendee({ name: itip.attendee.name, email: itip.attendee.email, rsvp: true })
    }
  }
  // The writer knows no RECURRENCE-ID that is a day: as a moment without a zone, it can be none but that of whole days.
  return calendar.toString().replace(/^RECURRENCE-ID:(\d{8})T000000Z/gm, 'RECURRENCE-ID;VALUE=DATE:$1')
}

/** Of whole days the end is the day after them; a time without an end has none. */
function timesOf(entry: IcsEntry, zone: Zone) {
  const { start, end, replaces } = entry
  // One time of a series of whole days may have an hour: it is told in UTC, since its RECURRENCE-ID is to have no zone.
  const inZone = isOfSeries(entry) && isLocalMoment(replaces ?? start)
  const at = (time: LocalDate | LocalMoment) =>
    isLocalMoment(time) && !inZone ? earliestOf(time, zone) : wallClock(time)
  const isAllDay = !isLocalMoment(start)
  return {
    allDay: isAllDay,
    start: at(start),
    ...(isAllDay ? { end: at(addDays(dateOf(end ?? start), 1)) } : end ? { end: at(end) } : {}),
    ...(inZone ? { timezone: zone } : {}),
    ...(replaces ? { recurrenceId: wallClock(replaces) } : {}),
  }
}

const isOfSeries = ({ repeats, replaces }: Pick<IcsEntry, 'repeats' | 'replaces'>): boolean =>
  repeats !== undefined || replaces !== undefined

/** RRULE and EXDATE, whose times are of the same type as the series' start (RFC 5545, 3.8.5.1). */
function ruleLines({ rule, skips }: NonNullable<IcsEntry['repeats']>, zone: Zone): string {
  const compact = (time: LocalDate | LocalMoment): string => {
    const digits = time.replace(/[-:]/g, '')
    return isLocalMoment(time) ? `${digits}00` : digits
  }
  const [first] = skips
  const type = first && (isLocalMoment(first) ? `TZID=${zone}` : 'VALUE=DATE')
  return [`RRULE:${rule}`, ...(type ? [`EXDATE;${type}:${skips.map(compact).join(',')}`] : [])].join('\n')
}

const wallClock = (at: LocalDate | LocalMoment): Temporal.PlainDateTime => Temporal.PlainDateTime.from(at)

/** Of an hour that daylight saving skips or doubles, the earlier reading. */
function earliestOf(at: LocalMoment, zone: Zone): Date {
  const found = instantOf(at, zone)
  return new Date('instant' in found ? found.instant : found.earlier)
}
