import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import { entriesForGuest, entriesOf } from '../../../conversations/calendar/calendar-entries.ts'
import { writeIcs } from '../../../data/ics-write.ts'
import { occurrencesOf, ruleDays } from '../../../data/occurrences.ts'
import type { RecordOf } from '../../../data/records.ts'
import { addDays, type Instant, instantOf, type LocalDate, type LocalMoment, type Zone } from '../../../data/time.ts'

const zone = 'America/New_York' as Zone
const nothing = { get: async () => undefined }
const series = (parts: Partial<RecordOf<'event'>>): RecordOf<'event'> => ({
  id: 'e1',
  version: 1,
  event: 'meeting',
  start: '2027-02-02T08:00' as LocalMoment,
  end: '2027-02-02T09:30' as LocalMoment,
  repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=8',
  partners: [],
  people: [],
  clusters: [],
  programs: [],
  skips: [],
  lastDay: '9999-12-31' as LocalDate,
  isCancelled: false,
  sequence: 3,
  at: 1_764_600_000_000 as Instant,
  extra: {},
  ...parts,
})

/** All times of a calendar as a reader of its own expands them: start and end, in UTC or as days. */
function timesRead(text: string): string[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const one of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(one)
  const events = calendar.getAllSubcomponents('vevent').map((one) => new ICAL.Event(one))
  const masters = events.filter((event) => !event.isRecurrenceException())
  for (const event of events.filter((one) => one.isRecurrenceException()))
    masters.find(({ uid }) => uid === event.uid)?.relateException(event)
  const shown = (time: ICAL.Time): string => (time.isDate ? time.toString() : time.toJSDate().toISOString())
  const times: string[] = []
  for (const event of masters) {
    if (!event.isRecurring()) {
      times.push(`${shown(event.startDate)} ${shown(event.endDate)}`)
      continue
    }
    const iterator = event.iterator()
    for (let next = iterator.next(); next; next = iterator.next()) {
      const { startDate, endDate } = event.getOccurrenceDetails(next)
      times.push(`${shown(startDate)} ${shown(endDate)}`)
    }
  }
  ICAL.TimezoneService.reset()
  return times.sort()
}

const textOf = async (event: RecordOf<'event'>): Promise<string> =>
  writeIcs(await entriesOf(event, nothing), { name: 'All', zone })

test('a series is one entry with its rule, its zone, its days left out, and each moved time in place of its own', async () => {
  const event = series({
    skips: ['2027-02-16', '2027-03-02'] as LocalDate[],
    moved: [
      {
        from: '2027-02-09' as LocalDate,
        start: '2027-02-10T13:00' as LocalMoment,
        end: '2027-02-10T14:30' as LocalMoment,
      },
    ],
  })
  const text = await textOf(event)
  expect(text.match(/BEGIN:VEVENT/g)).toHaveLength(2)
  expect(text.match(/UID:e1@liaison/g)).toHaveLength(2)
  expect(text.match(/SEQUENCE:3/g)).toHaveLength(2)
  expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:America/New_York\r\n')
  expect(text).toContain('DTSTART;TZID=America/New_York:20270202T080000')
  expect(text).toContain('RRULE:FREQ=WEEKLY;BYDAY=TU;COUNT=8')
  expect(text).toContain('EXDATE;TZID=America/New_York:20270216T080000,20270302T080000')
  expect(text).toContain('RECURRENCE-ID;TZID=America/New_York:20270209T080000')
  expect(text).toContain('DTSTART;TZID=America/New_York:20270210T130000')
  // Daylight saving begins on March 14: eight o'clock stays eight o'clock.
  expect(timesRead(text)).toEqual([
    '2027-02-02T13:00:00.000Z 2027-02-02T14:30:00.000Z',
    '2027-02-10T18:00:00.000Z 2027-02-10T19:30:00.000Z',
    '2027-02-23T13:00:00.000Z 2027-02-23T14:30:00.000Z',
    '2027-03-09T13:00:00.000Z 2027-03-09T14:30:00.000Z',
    '2027-03-16T12:00:00.000Z 2027-03-16T13:30:00.000Z',
    '2027-03-23T12:00:00.000Z 2027-03-23T13:30:00.000Z',
  ])
})

test('whole days stay days, left out and moved ones too', async () => {
  const { end: _, ...rest } = series({ start: '2027-02-02' as LocalDate, skips: ['2027-02-16'] as LocalDate[] })
  const text = await textOf({
    ...rest,
    repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
    moved: [{ from: '2027-02-09' as LocalDate, start: '2027-02-11' as LocalDate }],
  })
  expect(text).toContain('EXDATE;VALUE=DATE:20270216')
  expect(text).toContain('RECURRENCE-ID;VALUE=DATE:20270209\r\n')
  expect(timesRead(text)).toEqual(['2027-02-02 2027-02-03', '2027-02-11 2027-02-12', '2027-02-23 2027-02-24'])
})

test('one time of a series has the series under its own RECURRENCE-ID, also where it was called off', async () => {
  const event = series({ skips: ['2027-02-16'] as LocalDate[], calledOff: ['2027-02-16'] as LocalDate[] })
  const [entry] = await entriesForGuest({}, event, nothing, { occurrence: '2027-02-16' as LocalDate })
  if (!entry) throw new Error('There is no such time.')
  const text = writeIcs([{ ...entry, isCancelled: true }], { name: 'All', zone })
  expect(text).not.toContain('RRULE:FREQ=WEEKLY')
  expect(text).toContain('UID:e1@liaison')
  expect(text).toContain('RECURRENCE-ID;TZID=America/New_York:20270216T080000')
  expect(text).toContain('DTSTART;TZID=America/New_York:20270216T080000')
  expect(text).toContain('DTEND;TZID=America/New_York:20270216T093000')
  expect(text).toContain('STATUS:CANCELLED')
})

test('who is asked to one time alone has an event of its own, the same when the series moves to other days', async () => {
  const text = async (event: RecordOf<'event'>): Promise<string> =>
    writeIcs(await entriesForGuest({ time: 2 }, event, nothing), { name: 'All', zone })
  const before = await text(series({}))
  expect(before).toContain('UID:e1-2@liaison')
  expect(before).not.toContain('RECURRENCE-ID')
  expect(timesRead(before)).toEqual(['2027-02-16T13:00:00.000Z 2027-02-16T14:30:00.000Z'])
  const start = { start: '2027-02-03T08:00' as LocalMoment, end: '2027-02-03T09:30' as LocalMoment }
  const after = await text(series({ ...start, repeats: 'FREQ=WEEKLY;BYDAY=WE;COUNT=8', sequence: 4 }))
  expect(after).toContain('UID:e1-2@liaison')
  expect(timesRead(after)).toEqual(['2027-02-17T13:00:00.000Z 2027-02-17T14:30:00.000Z'])
})

const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR'] as const
const rules = fc.oneof(
  fc
    .tuple(fc.uniqueArray(fc.constantFrom(...DAYS), { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }))
    .map(([days, interval]) => `FREQ=WEEKLY;INTERVAL=${interval};BYDAY=${days.join(',')}`),
  fc
    .tuple(fc.constantFrom(1, 2, 3, 4, -1), fc.constantFrom(...DAYS))
    .map(([n, day]) => `FREQ=MONTHLY;BYDAY=${n}${day}`),
  fc.integer({ min: 1, max: 31 }).map((day) => `FREQ=MONTHLY;BYMONTHDAY=${day}`),
  fc.constantFrom('FREQ=DAILY;BYDAY=MO,TU,WE,TH,FR', 'FREQ=DAILY;INTERVAL=10', 'FREQ=YEARLY'),
)
const ends = fc.oneof(
  fc.integer({ min: 1, max: 12 }).map((count) => `;COUNT=${count}`),
  fc.integer({ min: 3, max: 9 }).map((month) => `;UNTIL=20270${month}15`),
  fc.constant(''),
)

test('another reader expands every series to the times that the agenda tells', async () => {
  const cases = fc.record({
    rule: rules,
    end: ends,
    first: fc.integer({ min: 0, max: 60 }),
    skips: fc.array(fc.nat(8), { maxLength: 4 }),
    moves: fc.array(fc.tuple(fc.nat(8), fc.integer({ min: -3, max: 9 }), fc.integer({ min: 8, max: 16 })), {
      maxLength: 3,
    }),
    isAllDay: fc.boolean(),
  })
  await fc.assert(
    fc.asyncProperty(cases, async ({ rule, end, first, skips, moves, isAllDay }) => {
      const start = addDays('2027-01-04' as LocalDate, first)
      const { end: _, ...base } = series({ repeats: `${rule}${end}` })
      const times = isAllDay
        ? { start }
        : { start: `${start}T08:00` as LocalMoment, end: `${start}T09:30` as LocalMoment }
      const days = ruleDays({ ...base, ...times })
      const moved = new Map(
        moves.flatMap(([n, shift, hour]) => {
          const from = days[n]
          if (!from) return []
          const to = addDays(from, shift)
          const clock = { start: `${to}T${String(hour).padStart(2, '0')}:15` as LocalMoment }
          return [[from, { from, ...(isAllDay ? { start: to } : clock) }] as const]
        }),
      )
      const event: RecordOf<'event'> = {
        ...base,
        ...times,
        skips: [...new Set(skips.flatMap((n) => days[n] ?? []))].sort(),
        ...(moved.size > 0 ? { moved: [...moved.values()] } : {}),
      }
      const moment = (at: LocalDate | LocalMoment): string => {
        const found = instantOf(at as LocalMoment, zone)
        return new Date('instant' in found ? found.instant : found.earlier).toISOString()
      }
      const told = occurrencesOf(event).map((one) =>
        isAllDay
          ? `${one.start} ${addDays(one.start as LocalDate, 1)}`
          : // A time without an end has its start as its end there.
            `${moment(one.start)} ${moment(one.end ?? one.start)}`,
      )
      expect(timesRead(await textOf(event))).toEqual(told.sort())
    }),
    { numRuns: 25 },
  )
})
