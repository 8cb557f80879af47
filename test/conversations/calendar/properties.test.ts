import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { seatsAt } from '../../../conversations/calendar/seat-plan.ts'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { doOverlap, occurrencesOf } from '../../../data/occurrences.ts'
import type { RecordOf } from '../../../data/records.ts'
import { addDays, type Instant, type LocalDate } from '../../../data/time.ts'
import { frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const FIRST_DAY = '2026-12-07' as LocalDate
/** Without days off and hours, nothing but clashes is warned about. */
const plain = {
  ...directory,
  calendar: {},
  schools: directory.schools.map(({ name, rooms }) => ({ name, rooms })),
}
const slotsOf = (slots: object): Slots => slots as unknown as Slots

const plan = fc.record({
  kind: fc.constantFrom('speaker', 'meeting', 'advisory_meeting'),
  day: fc.integer({ min: 0, max: 4 }),
  hour: fc.integer({ min: 8, max: 10 }),
  minutes: fc.constantFrom(0, 30),
  length: fc.constantFrom(undefined, 30, 45, 90),
  room: fc.constantFrom('112', '114', undefined),
  partner: fc.constantFrom('Metro Motors', 'Rail Works', 'City Bus'),
  weeks: fc.constantFrom(undefined, undefined, 3),
  insists: fc.boolean(),
})
type Plan = typeof plan extends fc.Arbitrary<infer T> ? T : never

const two = (n: number): string => String(n).padStart(2, '0')
const WEEKDAYS = ['MO', 'TU', 'WE', 'TH', 'FR']

function slotsOfPlan({ kind, day, hour, minutes, length, room, partner, weeks }: Plan): Slots {
  const date = addDays(FIRST_DAY, day)
  const end = length === undefined ? undefined : hour * 60 + minutes + length
  return slotsOf({
    event: kind,
    school: 'North High',
    start: `${date}T${two(hour)}:${two(minutes)}`,
    ...(end === undefined ? {} : { end: `${date}T${two(Math.floor(end / 60))}:${two(end % 60)}` }),
    ...(room ? { room } : {}),
    ...(weeks ? { repeats: `FREQ=WEEKLY;BYDAY=${WEEKDAYS[day]};COUNT=${weeks}` } : {}),
    partners: [partner],
  })
}

/** Two events in one room of one school at one time. */
function shareRoom(one: RecordOf<'event'>, other: RecordOf<'event'>): boolean {
  if (!one.room || one.room !== other.room || one.school !== other.school) return false
  return occurrencesOf(one).some((a) => occurrencesOf(other).some((b) => doOverlap(a, b)))
}

const moves = fc.array(
  fc.record({
    which: fc.nat(8),
    days: fc.integer({ min: -1, max: 7 }),
    hour: fc.integer({ min: 8, max: 10 }),
    insists: fc.boolean(),
  }),
  { maxLength: 5 },
)

describe('whatever is planned', () => {
  test('no two events in one room at one time are kept without a warning that was shown', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(plan, { minLength: 4, maxLength: 9 }), moves, async (plans, moved) => {
        const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
        for (const each of plans) {
          const seen = await stage.plan(OWNER, slotsOfPlan(each))
          if (textOf(seen).startsWith('Not planned yet') && each.insists) await stage.press(OWNER, 'Plan it anyway')
        }
        for (const { which, days, hour, insists } of moved) {
          const planned = await stage.store.find('event')
          const event = planned[which % Math.max(planned.length, 1)]
          if (!event) continue
          const start = `${addDays(event.start.slice(0, 10) as LocalDate, days)}T${two(hour)}:00`
          const slots = slotsOf({ target: event.id, start })
          const seen = await stage.frame(OWNER, frameOf('move_event', { slots, extra: { scope: 'all' } }))
          if (textOf(seen).startsWith('Not moved yet') && insists) await stage.press(OWNER, 'Move it anyway')
        }
        const events = await stage.store.find('event')
        for (const [n, one] of events.entries()) {
          for (const other of events.slice(n + 1).filter((each) => shareRoom(one, each))) {
            const shown = [
              ...(one.overruled ?? []).filter((key) => key.includes(other.id)),
              ...(other.overruled ?? []).filter((key) => key.includes(one.id)),
            ]
            expect(shown).not.toHaveLength(0)
          }
        }
      }),
      { numRuns: 15 },
    )
  })

  test('of two plans of one room at once, one is kept and the other is warned', async () => {
    const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
    const slots = (partner: string): Slots =>
      slotsOf({ event: 'meeting', school: 'North High', start: '2026-12-08T09:00', room: '112', partners: [partner] })
    const both = await Promise.all([
      stage.plan(OWNER, slots('Metro Motors')),
      stage.plan('Ned North', slots('Rail Works')),
      stage.plan('Dina Diesel', slots('City Bus')),
    ])
    const texts = both.map((seen) => textOf(seen).split(':')[0])
    expect(texts.sort()).toEqual(['Not planned yet', 'Not planned yet', 'Planned'])
    expect(await stage.store.find('event')).toHaveLength(1)
  })

  test('moving and moving back leaves the calendar as it was', async () => {
    const move = fc.record({ days: fc.constantFrom(7, 14), hour: fc.integer({ min: 8, max: 16 }) })
    await fc.assert(
      fc.asyncProperty(plan, move, fc.boolean(), async (first, { days, hour }, callsOff) => {
        const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
        await stage.plan(OWNER, slotsOfPlan(first))
        const planned = await stage.planned()
        if (callsOff && planned.repeats) {
          const second = occurrencesOf(planned)[1]?.date ?? ''
          const frame = frameOf('cancel_event', { slots: slotsOf({ target: planned.id }), extra: { scope: second } })
          await stage.frame(OWNER, frame)
        }
        const before = await stage.planned()
        const to = `${addDays(before.start.slice(0, 10) as LocalDate, days)}T${two(hour)}:15`
        for (const start of [to, before.start]) {
          const seen = await stage.frame(
            OWNER,
            frameOf('move_event', { slots: slotsOf({ target: before.id, start }), extra: { scope: 'all' } }),
          )
          expect(textOf(seen)).toContain('Moved: ')
        }
        const { sequence, version: _, movedAt: __, ...after } = await stage.planned()
        const { sequence: earlier, version: ___, movedAt: ____, ...was } = before
        expect(after).toEqual(was)
        expect(sequence).toBe(earlier + 2)
      }),
      { numRuns: 20 },
    )
  })

  test('the waiting list never holds more places than there are, nor a place that its first could have', async () => {
    const answer = fc.record({
      partner: fc.constantFrom('Metro Motors', 'Rail Works', 'City Bus', 'Grand Hotel'),
      answer: fc.constantFrom('yes', 'yes', 'yes', 'no', 'maybe'),
      headcount: fc.integer({ min: 1, max: 6 }),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { maxLength: 10 }), async (answers) => {
        const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
        const slots = { event: 'breakfast', school: 'North High', start: '2026-12-08T08:00', headcount: 8 }
        await stage.plan(OWNER, slotsOf(slots), 'max 8')
        const { id } = await stage.planned()
        for (const given of answers) {
          await stage.frame(OWNER, frameOf('record_rsvp', { slots: slotsOf({ target: id, ...given }) }))
          const all = (await stage.store.find('rsvp')).filter((one) => one.answer === 'yes')
          const places = all.filter(({ isWaiting }) => !isWaiting).reduce((sum, one) => sum + (one.headcount ?? 1), 0)
          expect(places).toBeLessThanOrEqual(8)
          const [first] = all
            .filter(({ isWaiting }) => isWaiting)
            .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
          if (first) expect(places + (first.headcount ?? 1)).toBeGreaterThan(8)
        }
      }),
      { numRuns: 15 },
    )
  })

  test('every guest with a yes and a place has exactly one seat, nobody else has any', async () => {
    const partner = fc.constantFrom('Metro Motors', 'Rail Works', 'City Bus', 'Grand Hotel')
    const answer = fc.record({
      partner,
      answer: fc.constantFrom('yes', 'yes', 'yes', 'no', 'maybe'),
      headcount: fc.integer({ min: 1, max: 7 }),
      teacher: fc.constantFrom(undefined, 'Ned North', 'Dina Diesel'),
      tableSize: fc.constantFrom(undefined, undefined, 3, 5),
    })
    await fc.assert(
      fc.asyncProperty(fc.array(answer, { minLength: 1, maxLength: 9 }), async (answers) => {
        const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
        const slots = { event: 'breakfast', school: 'North High', start: '2026-12-08T08:00', headcount: 14 }
        await stage.plan(OWNER, slotsOf({ ...slots, clusters: ['Transportation'] }), 'max 14')
        const event = await stage.planned()
        await stage.press(OWNER, 'Invite')
        const staff = (await stage.store.find('staff')).filter(
          ({ name }) => name === 'Ned North' || name === 'Dina Diesel',
        )
        await stage.submit(OWNER, 'Send invitations', { staff: staff.map(({ id }) => `staff:${id}`) })
        for (const { teacher, tableSize, ...given } of answers) {
          await stage.frame(OWNER, frameOf('record_rsvp', { slots: slotsOf({ target: event.id, ...given }) }))
          if (teacher) await stage.press(teacher, given.answer === 'no' ? 'No' : 'Yes')
          if (tableSize)
            await stage.frame(
              OWNER,
              frameOf('set_table_size', { extra: { size: tableSize }, slots: slotsOf({ target: event.id }) }),
            )
          const view = await seatsAt(event, { reads: stage.store, now: 0 as Instant })
          const seats = new Map<string, number>()
          for (const { party, guests } of view.plan.seats) seats.set(party, (seats.get(party) ?? 0) + guests)
          const due = new Map<string, number>()
          for (const one of await stage.store.find('rsvp', { where: { event: event.id } })) {
            const party = one.staff ? `staff:${one.staff}` : `partner:${one.partner}`
            if (one.answer === 'yes' && !one.isWaiting) due.set(party, (due.get(party) ?? 0) + (one.headcount ?? 1))
          }
          expect([...seats].sort()).toEqual([...due].sort())
          for (const table of view.tables)
            expect(table.parties.reduce((sum, { guests }) => sum + guests, 0)).toBeLessThanOrEqual(view.plan.tableSize)
        }
      }),
      { numRuns: 20 },
    )
  })

  test('moving one time of a series and moving it back leaves the calendar as it was', async () => {
    const move = fc.record({
      time: fc.nat(2),
      days: fc.integer({ min: -3, max: 6 }),
      hour: fc.integer({ min: 8, max: 16 }),
    })
    await fc.assert(
      fc.asyncProperty(move, async ({ time, days, hour }) => {
        const stage = await openCalendarStage('2026-12-01T09:00', { directory: plain })
        const slots = { event: 'meeting', school: 'North High', start: '2026-12-08T09:00', end: '2026-12-08T09:45' }
        await stage.plan(
          OWNER,
          slotsOf({ ...slots, repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3', partners: ['Metro Motors'] }),
        )
        const before = await stage.planned()
        const one = occurrencesOf(before)[time]
        if (!one) throw new Error('There is no such time.')
        for (const start of [`${addDays(one.date, days)}T${two(hour)}:15`, one.start]) {
          const frame = frameOf('move_event', {
            slots: slotsOf({ target: before.id, start }),
            extra: { scope: one.date },
          })
          expect(textOf(await stage.frame(OWNER, frame))).toContain('Moved: ')
        }
        const { sequence, version: _, ...after } = await stage.planned()
        const { sequence: earlier, version: __, ...was } = before
        expect(after).toEqual(was)
        expect(sequence).toBe(earlier + 2)
      }),
      { numRuns: 15 },
    )
  })
})
