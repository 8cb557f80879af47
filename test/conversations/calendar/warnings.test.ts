import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const speaker = (slots: Partial<Record<keyof Slots, unknown>>): Slots => ({
  event: 'speaker',
  school: 'North High',
  ...(slots as Slots),
})
const open = () => openCalendarStage('2026-11-20T09:00', { directory })
const OWNER = 'Olga Organizer'

describe('what an event is warned about, before it is planned', () => {
  test('a holiday: other days, and the button that plans it anyway', async () => {
    const stage = await open()
    const slots = speaker({ start: '2026-12-24T09:40', end: '2026-12-24T10:25', partners: ['Metro Motors'] })
    const seen = await stage.plan(OWNER, slots, '', { problems: ['holiday'], asks: true })
    expect(textOf(seen)).toContain('Not planned yet: Guest speaker, Metro Motors')
    expect(textOf(seen)).toContain('Thu, Dec 24 is a holiday: Winter Recess.')
    expect(textOf(seen)).toContain('[Mon, Dec 28] [Wed, Dec 30] [Plan it anyway] [Cancel]')
    expect(await stage.store.find('event')).toHaveLength(0)
    const planned = await stage.press(OWNER, 'Mon, Dec 28')
    expect(textOf(planned)).toContain('When: Mon, Dec 28, 9:40 to 10:25')
  })

  test('plan it anyway keeps it, and remembers what was overruled', async () => {
    const stage = await open()
    const slots = speaker({ start: '2026-12-24T09:40', partners: ['Metro Motors'] })
    await stage.plan(OWNER, slots, '', { problems: ['holiday'], asks: true })
    const seen = await stage.press(OWNER, 'Plan it anyway')
    expect(textOf(seen)).toContain('Planned: Guest speaker, Metro Motors')
    expect((await stage.planned()).overruled).toEqual(['holiday:2026-12-24'])
  })

  test.each(['plan it anyway', 'yes', 'ok go ahead', "that's fine", 'do it anyway!', 'Yes, keep it'])(
    '"%s" plans it anyway, as the button does',
    async (text) => {
      const stage = await open()
      await stage.plan(OWNER, speaker({ start: '2026-12-24T09:40', partners: ['Metro Motors'] }))
      expect(textOf(await stage.say(OWNER, text))).toContain('Planned: Guest speaker, Metro Motors')
    },
  )

  test.each(['no', 'hm', '...', 'what is on tomorrow', 'keep coned posted'])('"%s" does not', async (text) => {
    const stage = await open()
    await stage.plan(OWNER, speaker({ start: '2026-12-24T09:40', partners: ['Metro Motors'] }))
    expect(textOf(await stage.say(OWNER, text))).not.toContain('Planned')
  })

  test('another day typed in its place is taken', async () => {
    const stage = await open()
    await stage.plan(OWNER, speaker({ start: '2026-12-24T09:40', end: '2026-12-24T10:25', partners: ['Metro Motors'] }))
    const seen = await stage.say(OWNER, 'make it jan 6')
    expect(textOf(seen)).toContain('When: Wed, Jan 6, 9:40 to 10:25')
  })

  test('days off count for those students alone', async () => {
    const stage = await open()
    const north = await stage.plan(OWNER, speaker({ start: '2027-01-25T10:30' }))
    expect(textOf(north)).toContain('Mon, Jan 25 is a day off: Scoring day.')
    const south = await stage.plan(OWNER, speaker({ start: '2027-01-25T10:30', school: 'South High' }))
    expect(textOf(south)).toContain('Planned')
  })

  test('a PD day is no day for students, and a good one for adults', async () => {
    const stage = await open()
    expect(textOf(await stage.plan(OWNER, speaker({ start: '2027-02-01T10:30' })))).toContain(
      'Mon, Feb 1 is a PD day: students are absent.',
    )
    expect(
      textOf(await stage.plan(OWNER, speaker({ event: 'advisory_meeting', start: '2027-02-01T10:30' }))),
    ).toContain('Planned: Advisory meeting')
  })

  test('an exam day', async () => {
    const stage = await open()
    expect(textOf(await stage.plan(OWNER, speaker({ start: '2027-01-26T10:30' })))).toContain(
      'Tue, Jan 26 is an exam day',
    )
  })

  test('the culinary class cannot cook on a PD day: adults, a caterer or another day', async () => {
    const stage = await open()
    const slots = speaker({
      event: 'breakfast',
      school: 'South High',
      start: '2027-02-01T08:00',
      end: '2027-02-01T09:00',
      clusters: ['Transportation'],
    })
    const said = 'breakfast for auto at south next pd day, have culinary do the food'
    const seen = await stage.plan(OWNER, slots, said)
    expect(textOf(seen)).toContain('Students are absent on Mon, Feb 1, so a culinary class cannot cook.')
    expect(textOf(seen)).toContain('[Adults cook] [A caterer] [Tue, Feb 2] [Wed, Feb 3] [Plan it anyway]')
    const planned = await stage.press(OWNER, 'A caterer')
    expect(textOf(planned)).toContain('Food: a caterer')
  })

  test('a school without a culinary class is told where there is one', async () => {
    const stage = await open()
    const slots = speaker({ event: 'breakfast', start: '2026-12-08T08:00', end: '2026-12-08T09:00' })
    const seen = await stage.plan(OWNER, slots, 'breakfast at north dec 8, have culinary do the food')
    expect(textOf(seen)).toContain('North High has no culinary program. South High has one.')
  })

  test('out of school hours', async () => {
    const stage = await open()
    const seen = await stage.plan(OWNER, speaker({ start: '2026-12-08T16:00', end: '2026-12-08T16:45' }))
    expect(textOf(seen)).toContain('North High is in session 8:00 to 2:30; this is at 4:00.')
    expect(textOf(seen)).toContain('[Period 4, 10:30 to 11:15]')
  })

  test('a room that is taken: a free one, large enough', async () => {
    const stage = await open()
    const first = speaker({
      start: '2026-12-08T09:40',
      end: '2026-12-08T10:25',
      room: '112',
      partners: ['Metro Motors'],
    })
    await stage.plan(OWNER, first)
    const second = speaker({
      start: '2026-12-08T10:00',
      end: '2026-12-08T10:30',
      room: 'Rm 112',
      partners: ['Rail Works'],
      headcount: 31,
    })
    const seen = await stage.plan('Ned North', second)
    expect(textOf(seen)).toContain('is taken: Guest speaker, Metro Motors, Tue, Dec 8, 9:40 to 10:25.')
    expect(textOf(seen)).toContain('[Room 114 (32)] [The library (60)]')
    const planned = await stage.press('Ned North', 'Room 114 (32)')
    expect(textOf(planned)).toContain('room 114')
  })

  test('a speaker who is elsewhere then', async () => {
    const stage = await open()
    await stage.plan(
      OWNER,
      speaker({ start: '2026-12-08T09:40', end: '2026-12-08T10:25', partners: ['Metro Motors'], people: ['Ana Ruiz'] }),
    )
    const seen = await stage.plan(
      OWNER,
      speaker({ start: '2026-12-08T10:00', school: 'South High', partners: ['Metro Motors'], people: ['Ana Ruiz'] }),
    )
    expect(textOf(seen)).toContain('Ana Ruiz is taken: Guest speaker, Metro Motors, Tue, Dec 8, 9:40 to 10:25.')
  })

  test("a teacher's class that has another visit then, and a period that is taken", async () => {
    const stage = await open()
    await stage.plan(
      OWNER,
      speaker({
        start: '2026-12-08T09:40',
        end: '2026-12-08T10:25',
        period: '3',
        programs: ['Automotive'],
        partners: ['Metro Motors'],
      }),
    )
    const teacher = await stage.plan(
      OWNER,
      speaker({
        start: '2026-12-08T09:40',
        end: '2026-12-08T10:25',
        programs: ['Automotive'],
        partners: ['Rail Works'],
      }),
    )
    expect(textOf(teacher)).toContain("Ned North's class is taken: Guest speaker, Metro Motors")
    const period = await stage.plan(
      OWNER,
      speaker({ start: '2026-12-08T09:40', end: '2026-12-08T10:25', period: '3', partners: ['Rail Works'] }),
    )
    expect(textOf(period)).toContain('Period 3 is taken: Guest speaker, Metro Motors')
    expect(textOf(period)).toContain('[Period 2, 8:50 to 9:35] [Period 4, 10:30 to 11:15]')
    const other = await stage.press(OWNER, 'Period 4, 10:30 to 11:15')
    expect(textOf(other)).toContain('When: Tue, Dec 8, 10:30 to 11:15')
    expect(textOf(other)).toContain('period 4')
  })

  test('more guests than the room holds', async () => {
    const stage = await open()
    const seen = await stage.plan(OWNER, speaker({ start: '2026-12-08T09:40', room: '112', headcount: 45 }))
    expect(textOf(seen)).toContain('Room 112 holds 30; 45 are expected.')
    expect(textOf(seen)).toContain('[The library (60)]')
  })

  test('the same again is said to be planned already', async () => {
    const stage = await open()
    const slots = speaker({ start: '2026-12-08T09:40', partners: ['Metro Motors'] })
    await stage.plan(OWNER, slots)
    expect(textOf(await stage.plan(OWNER, slots))).toContain('That is planned already')
  })

  test('a series leaves out its days off, lists them, and they count', async () => {
    const stage = await open()
    const seen = await stage.plan(
      OWNER,
      speaker({
        start: '2026-12-01T09:40',
        end: '2026-12-01T10:25',
        repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=6',
        partners: ['Metro Motors'],
      }),
    )
    expect(textOf(seen)).toContain('Repeats: Every Tuesday, 6 times')
    expect(textOf(seen)).toContain('Left out: Tue, Dec 29 (Winter Recess)')
    expect(await stage.planned()).toMatchObject({ skips: ['2026-12-29'], lastDay: '2027-01-05' })
  })

  test('a rule that repeats by the second is refused', async () => {
    const stage = await open()
    const seen = await stage.plan(OWNER, speaker({ start: '2026-12-01T09:40', repeats: 'FREQ=SECONDLY' }))
    expect(textOf(seen)).toContain(
      'Events repeat by the day, week, month or year, not more often. Nothing was planned.',
    )
    expect(await stage.store.find('event')).toHaveLength(0)
  })

  test('a changed event is warned about anew; what was overruled stays so', async () => {
    const stage = await open()
    await stage.plan(OWNER, speaker({ start: '2026-12-24T09:40', partners: ['Metro Motors'] }))
    await stage.press(OWNER, 'Plan it anyway')
    const same = await stage.frame(OWNER, frameOf('correct', { slots: { headcount: 20 } }))
    expect(textOf(same)).toContain('Changed')
    const other = await stage.frame(OWNER, frameOf('correct', { slots: { start: '2026-12-25' as never } }))
    expect(textOf(other)).toContain('Fri, Dec 25 is a holiday')
  })

  test('a school has one breakfast at a time, whoever comes; two in two rooms are two', async () => {
    const stage = await open()
    const breakfast = (slots: object): Slots =>
      ({ event: 'breakfast', school: 'South High', start: '2026-12-08T08:00', ...slots }) as unknown as Slots
    await stage.plan(OWNER, breakfast({ partners: ['Metro Motors'], room: 'cafeteria' }))
    const again = await stage.plan(OWNER, breakfast({ partners: ['Rail Works'] }))
    expect(textOf(again)).toContain('That is planned already: Partner breakfast, Metro Motors, Tue, Dec 8, 8:00')
    const other = await stage.plan(OWNER, breakfast({ partners: ['Rail Works'], room: 'library' }))
    expect(textOf(other)).toContain('Planned: Partner breakfast, Rail Works')
  })
})
