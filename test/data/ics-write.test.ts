import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { type IcsEntry, writeIcs } from '../../data/ics-write.ts'
import type { Instant, LocalDate, LocalMoment, Zone } from '../../data/time.ts'

const zone = 'America/New_York' as Zone
const entry: IcsEntry = {
  uid: 'e1@liaison',
  sequence: 2,
  start: '2026-12-03T09:40' as LocalMoment,
  end: '2026-12-03T10:25' as LocalMoment,
  summary: 'Guest speaker, Google; room 412',
  location: 'Aviation High, room 412',
  isCancelled: false,
  stamp: 1_764_600_000_000 as Instant,
}

const read = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  return {
    method: calendar.getFirstPropertyValue('method'),
    events: calendar.getAllSubcomponents('vevent').map((event) => new ICAL.Event(event)),
  }
}

test('another reader finds the same hours, words and sequence', () => {
  const { events, method } = read(writeIcs([entry], { name: 'All', zone }))
  const [event] = events
  expect(method).toBeNull()
  expect(event?.uid).toBe('e1@liaison')
  expect(event?.sequence).toBe(2)
  expect(event?.summary).toBe('Guest speaker, Google; room 412')
  expect(event?.location).toBe('Aviation High, room 412')
  expect(event?.startDate.toJSDate().toISOString()).toBe('2026-12-03T14:40:00.000Z')
  expect(event?.endDate.toJSDate().toISOString()).toBe('2026-12-03T15:25:00.000Z')
})

test('a summer hour has the summer offset', () => {
  const summer = { ...entry, start: '2027-07-01T09:00' as LocalMoment, end: '2027-07-01T10:00' as LocalMoment }
  const [event] = read(writeIcs([summer], { name: 'All', zone })).events
  expect(event?.startDate.toJSDate().toISOString()).toBe('2027-07-01T13:00:00.000Z')
})

test('whole days are days, to the day after the last', () => {
  const { end: _, ...rest } = entry
  const [event] = read(writeIcs([{ ...rest, start: '2026-12-03' as LocalDate }], { name: 'All', zone })).events
  expect(event?.startDate.isDate).toBe(true)
  expect(event?.startDate.toString()).toBe('2026-12-03')
  expect(event?.endDate.toString()).toBe('2026-12-04')
})

test('a cancellation says so, to whom it was sent, and from whom', () => {
  const itip = {
    method: 'CANCEL' as const,
    organizer: 'liaison@cte.example',
    attendee: { email: 'ana@metro.example', name: 'Ana Ruiz' },
  }
  const { method, events } = read(writeIcs([{ ...entry, isCancelled: true }], { name: 'CTE', zone, itip }))
  expect(method).toBe('CANCEL')
  expect(events[0]?.component.getFirstPropertyValue('status')).toBe('CANCELLED')
  expect(events[0]?.organizer).toBe('mailto:liaison@cte.example')
  expect(events[0]?.attendees[0]?.getFirstValue()).toBe('MAILTO:ana@metro.example')
})
