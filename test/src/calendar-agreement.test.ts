import fc from 'fast-check'
import ICAL from 'ical.js'
import { expect, test } from 'vitest'
import type { Slots } from '../../conversations/understanding/frame.ts'
import { occurrencesOf } from '../../data/occurrences.ts'
import { addDays, formatSpan, type Instant, type LocalDate, localMomentAt, type Zone } from '../../data/time.ts'
import { calendarRoutes } from '../../src/pages/calendar/routes.tsx'
import { linkMaker } from '../../src/pages/signed-links.ts'
import type { PageContext } from '../../src/pages.ts'
import { type CalendarStage, frameOf, openCalendarStage, textOf } from '../conversations/calendar/calendar-stage.ts'
import { directory } from '../conversations/calendar/directory.ts'

const OWNER = 'Olga Organizer'
const zone = 'America/New_York' as Zone
const NOW = Date.parse('2026-12-01T09:00:00-05:00') as Instant
const LOCAL = localMomentAt(NOW, zone)
const SECRET = 'a secret of at least thirty-two characters'
const linkTo = linkMaker('https://liaison.example', SECRET)
const slotsOf = (slots: object): Slots => slots as unknown as Slots
const two = (n: number): string => String(n).padStart(2, '0')
const MONDAY = '2026-12-07' as LocalDate
/** Weeks in which anything planned here can be. */
const WEEKS = 16
const MONTHS = ['2026-11', '2026-12', '2027-01', '2027-02', '2027-03', '2027-04']

/** "Meeting, Metro Motors" and "Tue, Dec 8, 9:00 to 9:45", wherever in a line. */
const WHAT = /(?:Guest speaker|Meeting|Advisory meeting), (?:Metro Motors|Rail Works|City Bus)/
const WHEN = /\w{3}, \w{3} \d+(?:, \d{4})?, \d+:\d\d(?: to (?:\w{3}, \w{3} \d+, )?\d+:\d\d)?/
const entryIn = (line: string): string => `${WHEN.exec(line)?.[0]}: ${WHAT.exec(line)?.[0]}`

async function toldInChat(stage: CalendarStage): Promise<string[]> {
  const lines: string[] = []
  for (let week = -1; week < WEEKS; week += 1) {
    const from = addDays(MONDAY, week * 7)
    const frame = frameOf('ask', { slots: slotsOf({ topic: 'agenda', from, to: addDays(from, 6) }) })
    let seen = await stage.frame(OWNER, frame, "what's on")
    for (;;) {
      lines.push(
        ...textOf(seen)
          .split('\n')
          .filter((line) => WHAT.test(line) && WHEN.test(line)),
      )
      if (!textOf(seen).includes('[More]')) break
      seen = await stage.press(OWNER, 'More')
    }
  }
  return lines.map(entryIn).sort()
}

const appOf = (stage: CalendarStage) =>
  calendarRoutes({
    store: stage.store,
    clock: () => NOW,
    zone,
    publicUrl: 'https://liaison.example',
    linkSecret: SECRET,
  } as unknown as PageContext)

async function toldOnPages(stage: CalendarStage): Promise<string[]> {
  const app = appOf(stage)
  const lines: string[] = []
  for (const month of MONTHS) {
    const page = await (await app.request(`${linkTo('month', 'all:0:')}?month=${month}`)).text()
    for (const [, day, rows] of page.matchAll(/<th scope="row">(.*?)<\/th><td>(.*?)<\/td>/g))
      lines.push(...[...(rows ?? '').matchAll(/<div>(.*?)<\/div>/g)].map(([, line]) => `${day}, ${line}`))
  }
  return lines.map(entryIn).sort()
}

async function toldInFeed(stage: CalendarStage): Promise<string[]> {
  const text = await (await appOf(stage).request(linkTo('feed', 'all:0:'))).text()
  const calendar = new ICAL.Component(ICAL.parse(text))
  for (const one of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(one)
  const events = calendar
    .getAllSubcomponents('vevent')
    .map((one) => new ICAL.Event(one))
    .filter((event) => event.component.getFirstPropertyValue('status') !== 'CANCELLED')
  const masters = events.filter((event) => !event.isRecurrenceException())
  for (const event of events.filter((one) => one.isRecurrenceException()))
    masters.find(({ uid }) => uid === event.uid)?.relateException(event)
  const at = (time: ICAL.Time) => localMomentAt(time.toJSDate().getTime() as Instant, zone)
  const lines: string[] = []
  for (const event of masters) {
    const tell = (start: ICAL.Time, end: ICAL.Time): void => {
      lines.push(`${formatSpan(at(start), at(end), LOCAL)}: ${event.summary}`)
    }
    if (!event.isRecurring()) tell(event.startDate, event.endDate)
    else {
      const iterator = event.iterator()
      for (let next = iterator.next(); next; next = iterator.next()) {
        const { startDate, endDate } = event.getOccurrenceDetails(next)
        tell(startDate, endDate)
      }
    }
  }
  ICAL.TimezoneService.reset()
  return lines.sort()
}

const hours = fc.record({ hour: fc.integer({ min: 8, max: 13 }), minutes: fc.constantFrom(0, 15, 30) })
const DAYS = ['MO', 'TU', 'WE', 'TH', 'FR']
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('plan' as const),
      event: fc.constantFrom('speaker', 'meeting', 'advisory_meeting'),
      day: fc.integer({ min: 0, max: 4 }),
      at: hours,
      length: fc.constantFrom(undefined, 30, 45),
      room: fc.constantFrom('112', '114', undefined),
      partner: fc.constantFrom('Metro Motors', 'Rail Works', 'City Bus'),
      weeks: fc.constantFrom(undefined, 3, 6),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      which: fc.nat(9),
      time: fc.option(fc.nat(5)),
      days: fc.integer({ min: -2, max: 9 }),
      at: hours,
    }),
  },
  {
    weight: 2,
    arbitrary: fc.record({ kind: fc.constant('cancel' as const), which: fc.nat(9), time: fc.option(fc.nat(5)) }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('undo' as const) }) },
)
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never

async function take(stage: CalendarStage, one: Step): Promise<void> {
  if (one.kind === 'undo') {
    await stage.say(OWNER, 'undo')
    return
  }
  if (one.kind === 'plan') {
    const date = addDays(MONDAY, one.day)
    const from = one.at.hour * 60 + one.at.minutes
    const clock = (minutes: number): string => `${date}T${two(Math.floor(minutes / 60))}:${two(minutes % 60)}`
    const slots = {
      event: one.event,
      school: 'North High',
      start: clock(from),
      ...(one.length ? { end: clock(from + one.length) } : {}),
      ...(one.room ? { room: one.room } : {}),
      ...(one.weeks ? { repeats: `FREQ=WEEKLY;BYDAY=${DAYS[one.day]};COUNT=${one.weeks}` } : {}),
      partners: [one.partner],
    }
    await settle(stage, await stage.plan(OWNER, slotsOf(slots)))
    return
  }
  const events = (await stage.store.find('event', { where: { isCancelled: false } })).filter(
    (event) => occurrencesOf(event).length > 0,
  )
  const event = events[one.which % Math.max(events.length, 1)]
  if (!event) return
  const times = occurrencesOf(event)
  const time = one.time === null ? undefined : times[one.time % times.length]
  const scope = event.repeats ? { scope: time?.date ?? 'all' } : {}
  if (one.kind === 'cancel') {
    await stage.frame(OWNER, frameOf('cancel_event', { slots: slotsOf({ target: event.id }), extra: scope }))
    return
  }
  const from = (event.repeats ? time : undefined)?.start ?? event.start
  const start = `${addDays(from.slice(0, 10) as LocalDate, one.days)}T${two(one.at.hour)}:${two(one.at.minutes)}`
  const frame = frameOf('move_event', { slots: slotsOf({ target: event.id, start }), extra: scope })
  await settle(stage, await stage.frame(OWNER, frame))
}

/** Warnings are seen and overruled: here, what is kept is to be told the same everywhere. */
async function settle(stage: CalendarStage, seen: Awaited<ReturnType<CalendarStage['frame']>>): Promise<void> {
  const label = /\[((?:Plan|Move|Change) it anyway)\]/.exec(textOf(seen))?.[1]
  if (label) await stage.press(OWNER, label)
}

test('whatever is planned, moved, cancelled, left out and undone: chat, month page and feed tell the same', async () => {
  let most = 0
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 10 }), async (steps) => {
      const stage = await openCalendarStage('2026-12-01T09:00', { directory })
      for (const one of steps) await take(stage, one)
      const chat = await toldInChat(stage)
      expect(await toldOnPages(stage)).toEqual(chat)
      expect(await toldInFeed(stage)).toEqual(chat)
      most = Math.max(most, chat.length)
    }),
    { numRuns: 20 },
  )
  expect(most).toBeGreaterThan(5)
})
