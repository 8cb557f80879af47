import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { exportAll } from '../../../data/export.ts'
import type { Zone } from '../../../data/time.ts'
import { frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const open = () => openCalendarStage('2026-11-20T09:00', { directory })
const slotsOf = (slots: object): Slots => slots as unknown as Slots
const ask = (slots: object, said: string): [string, ReturnType<typeof frameOf>, string] => [
  OWNER,
  frameOf('ask', { slots: slotsOf({ topic: 'agenda', ...slots }) }),
  said,
]

describe("what's on", () => {
  test('a week, a school, a kind; series with their skipped and moved times', async () => {
    const stage = await open()
    await stage.plan(
      OWNER,
      slotsOf({
        event: 'speaker',
        school: 'North High',
        start: '2026-12-15T09:40',
        end: '2026-12-15T10:25',
        repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4',
        partners: ['Metro Motors'],
        people: ['Ana Ruiz'],
      }),
    )
    await stage.plan(
      OWNER,
      slotsOf({
        event: 'advisory_meeting',
        school: 'South High',
        start: '2026-12-22T15:00',
        clusters: ['Hospitality'],
      }),
    )
    const week = { from: '2026-12-21', to: '2027-01-03' }
    const both = await stage.frame(...ask(week, "what's on"))
    expect(textOf(both)).toContain('Tue, Dec 22, 9:40 to 10:25: Guest speaker, Metro Motors, Ana Ruiz, North High')
    expect(textOf(both)).toContain('Tue, Dec 22, 3:00: Advisory meeting, Hospitality, South High')
    expect(textOf(both)).not.toContain('Dec 29')
    const north = await stage.frame(...ask({ ...week, school: 'North High' }, 'at north'))
    expect(textOf(north)).toContain('Calendar at North High')
    expect(textOf(north)).not.toContain('Advisory')
    const speakers = await stage.frame(...ask({ from: '2026-12-01', to: '2026-12-31' }, 'who speaks in december'))
    expect(textOf(speakers)).toContain('Guest speaker from Tue, Dec 1 to Thu, Dec 31')
    expect(textOf(speakers)).not.toContain('Advisory')
    const none = await stage.frame(...ask({ from: '2027-06-01', to: '2027-06-02' }, "what's on"))
    expect(textOf(none)).toContain('Nothing is scheduled from Tue, Jun 1, 2027 to Wed, Jun 2, 2027.')
  })

  test('the export has events in the slots of the contract, answers by name', async () => {
    const stage = await open()
    await stage.plan(
      OWNER,
      slotsOf({
        event: 'speaker',
        school: 'North High',
        start: '2026-12-15T09:40',
        partners: ['Metro Motors'],
        people: ['Ana Ruiz'],
        headcount: 25,
        room: '112',
      }),
    )
    const { id } = await stage.planned()
    await stage.frame(
      OWNER,
      frameOf('record_rsvp', { slots: slotsOf({ target: id, partner: 'Metro Motors', answer: 'yes', headcount: 2 }) }),
    )
    const all = await exportAll(stage.store, 'America/New_York' as Zone)
    expect(all.events).toEqual([
      {
        id,
        event: 'speaker',
        start: '2026-12-15T09:40',
        school: 'North High',
        partners: ['Metro Motors'],
        people: ['Ana Ruiz'],
        clusters: [],
        programs: [],
        room: '112',
        headcount: 25,
        skips: [],
        cancelled: false,
      },
    ])
    expect(all.rsvps).toMatchObject([
      { event: id, partner: 'Metro Motors', people: [], answer: 'yes', headcount: 2, waiting: false },
    ])
  })
})
