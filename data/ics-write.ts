import ical, { ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import type { Occurrence } from './occurrences.ts'
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

/** One entry of a calendar. Times of a series are entries of their own, so that no reader needs our zone's rules. */
export type IcsEntry = {
  uid: string
  /** RFC 5545 SEQUENCE. */
  sequence: number
  start: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
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

/** The same for an occurrence whatever becomes of it: the event's id, of a series with the day that its rule has. */
export const uidOf = ({ event, date }: Occurrence): string => `${event.id}${event.repeats ? `-${date}` : ''}@liaison`

/** A calendar as RFC 5545 text, times in UTC. */
export function writeIcs(entries: readonly IcsEntry[], { name, zone, itip }: IcsOptions): string {
  const calendar = ical({ name, prodId: { company: 'liaison', product: 'calendar', language: 'EN' } })
  if (itip) calendar.method(itip.method === 'CANCEL' ? ICalCalendarMethod.CANCEL : ICalCalendarMethod.REQUEST)
  else calendar.ttl(3600)
  for (const entry of entries) {
    const { start, end } = entry
    const isAllDay = !isLocalMoment(start)
    const event = calendar.createEvent({
      id: entry.uid,
      sequence: entry.sequence,
      stamp: new Date(entry.stamp),
      summary: entry.summary,
      allDay: isAllDay,
      start: dateFor(start, zone),
      // The end of whole days is the day after them.
      ...(isAllDay ? { end: dateFor(addDays(dateOf(end ?? start), 1), zone) } : end ? { end: dateFor(end, zone) } : {}),
      ...(entry.location ? { location: entry.location } : {}),
      status: entry.isCancelled ? ICalEventStatus.CANCELLED : ICalEventStatus.CONFIRMED,
    })
    if (itip) {
      event.organizer({ name, email: itip.organizer })
      event.createAttendee({ name: itip.attendee.name, email: itip.attendee.email, rsvp: true })
    }
  }
  return calendar.toString()
}

/** A day is written as it is in UTC; of an hour that daylight saving skips or doubles, the earlier reading. */
function dateFor(at: LocalDate | LocalMoment, zone: Zone): Date {
  if (!isLocalMoment(at)) return new Date(`${at}T00:00:00Z`)
  const found = instantOf(at, zone)
  return new Date('instant' in found ? found.instant : found.earlier)
}
