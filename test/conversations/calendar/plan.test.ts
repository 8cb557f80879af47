import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import type { LocalDate, LocalMoment } from '../../../data/time.ts'
import { openCalendarStage, textOf } from './calendar-stage.ts'

const moment = (text: string): LocalMoment => text as LocalMoment

describe('planning', () => {
  test('a speaker in a period of the school: the card echoes every slot and nothing goes out', async () => {
    const stage = await openCalendarStage('2026-12-01T11:52')
    const seen = await stage.plan('Hannah Stern', {
      event: 'speaker',
      start: moment('2026-12-03T10:18'),
      end: moment('2026-12-03T11:08'),
      school: 'Academy for Software Engineering',
      partners: ['Google'],
      people: ['Tessa Lindqvist'],
      room: '412',
      period: '3',
      headcount: 28,
    })
    expect(textOf(seen)).toContain('Planned: Guest speaker, Google')
    expect(textOf(seen)).toContain('When: Thu, Dec 3, 10:18 to 11:08')
    expect(textOf(seen)).toContain('Where: Academy for Software Engineering, room 412, period 3')
    expect(textOf(seen)).toContain('With: Tessa Lindqvist')
    expect(textOf(seen)).toContain('Expected: 28')
    expect(textOf(seen)).toContain('[Invite] [Change] [Cancel]')
    expect(seen).toHaveLength(1)
    expect(await stage.planned()).toMatchObject({ event: 'speaker', room: '412', sequence: 0, isCancelled: false })
  })

  test("the writer's own school is taken, and its bells", async () => {
    const stage = await openCalendarStage('2026-12-01T11:52')
    const slots: Slots = { event: 'speaker', start: '2026-12-03' as LocalDate, period: '4', partners: ['Google'] }
    const seen = await stage.plan('Hannah Stern', slots, '', { missing: ['start'], asks: true })
    expect(textOf(seen)).toContain('When: Thu, Dec 3, 11:12 to 12:02')
    expect(textOf(seen)).toContain('Academy for Software Engineering, period 4')
    expect(textOf(seen)).toContain('How many students?')
  })

  test('a new partner is asked about, and added with its cluster', async () => {
    const stage = await openCalendarStage('2026-12-01T11:52')
    const slots: Slots = { event: 'meeting', start: moment('2026-12-04T10:00'), partners: ['Acme Widgets'] }
    const asked = await stage.plan('Nadia Ferris', slots, '', {
      asks: true,
      unknown: [{ slot: 'partners', typed: 'Acme Widgets', near: [] }],
    })
    expect(textOf(asked)).toContain('"Acme Widgets" is not a partner I know.')
    await stage.press('Nadia Ferris', 'Add as new')
    const seen = await stage.press('Nadia Ferris', 'Information Technology')
    expect(textOf(seen)).toContain('Planned: Meeting, Acme Widgets')
    expect(await stage.store.find('partner', { where: { name: 'Acme Widgets' } })).toHaveLength(1)
  })

  test('a breakfast suggests partners of its clusters, and says who could cook', async () => {
    const stage = await openCalendarStage('2026-12-01T11:52')
    const seen = await stage.plan('Mei Tanaka', {
      event: 'breakfast',
      start: moment('2027-02-01T08:00'),
      end: moment('2027-02-01T09:00'),
      school: 'Food and Finance High School',
      clusters: ['Hospitality and Culinary'],
      headcount: 40,
    })
    expect(textOf(seen)).toContain('When: Mon, Feb 1, 8:00 to 9:00')
    expect(textOf(seen)).toContain(
      'Guests to think of: Union Square Hospitality Group, Great Performances, Marriott Marquis.',
    )
    expect(textOf(seen)).toContain('Who cooks? Students are absent that day, so the culinary class cannot.')
  })

  test('a correction changes the same event, and a day alone keeps the hours', async () => {
    const stage = await openCalendarStage('2026-12-01T11:52')
    await stage.plan('Hannah Stern', {
      event: 'speaker',
      start: moment('2026-12-03T10:18'),
      end: moment('2026-12-03T11:08'),
      partners: ['Google'],
    })
    const { frameOf } = await import('./calendar-stage.ts')
    const seen = await stage.frame(
      'Hannah Stern',
      frameOf('correct', { slots: { start: '2026-12-09' as LocalDate, headcount: 30 } }),
    )
    expect(textOf(seen)).toContain('Changed: Guest speaker, Google')
    expect(textOf(seen)).toContain('When: Wed, Dec 9, 10:18 to 11:08')
    const events = (await stage.store.find('event')).filter(({ id }) => id.endsWith('-e'))
    expect(events).toHaveLength(1)
    expect(events[0]).toMatchObject({ start: '2026-12-09T10:18', headcount: 30, sequence: 1 })
  })
})
