import { describe, expect, test } from 'vitest'
import { answerByLink } from '../../../conversations/calendar/answers-given.ts'
import type { Moment } from '../../../conversations/conversation.ts'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { type CalendarStage, frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const ANA = 'mail ana@metro.example'
const slotsOf = (slots: object): Slots => slots as unknown as Slots

async function series(slots: object = {}): Promise<{ stage: CalendarStage; id: string }> {
  const stage = await openCalendarStage('2026-11-20T09:00', { directory, sendsMail: true, withPages: true })
  await stage.plan(
    OWNER,
    slotsOf({
      event: 'speaker',
      school: 'North High',
      start: '2026-12-01T09:40',
      end: '2026-12-01T10:25',
      repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=3',
      partners: ['Metro Motors'],
      people: ['Ana Ruiz'],
      headcount: 25,
      ...slots,
    }),
  )
  return { stage, id: (await stage.planned()).id }
}

const answer = (stage: CalendarStage, invitation: string, now: string) =>
  answerByLink(invitation, { answer: 'yes' }, {
    turn: 'tx',
    now: Date.parse(now),
    local: now.slice(0, 16),
    zone: 'America/New_York',
    reads: stage.store,
  } as unknown as Moment)

describe('a series', () => {
  test('is invited to as a whole: its days are in the letter, and one entry with its rule goes along', async () => {
    const { stage, id } = await series()
    const asked = await stage.press(OWNER, 'Invite')
    expect(textOf(asked, OWNER)).toContain('[Just Tue, Dec 1] [Just Tue, Dec 8] [Just Tue, Dec 15] [All of them]')
    expect(textOf(asked, ANA)).toBe('')
    const sent = await stage.press(OWNER, 'All of them')
    const mail = sent.find(({ to }) => to === ANA)
    expect(mail?.text).toContain(
      'we would like to have you as a guest speaker on Tue, Dec 1; Tue, Dec 8 and Tue, Dec 15, 9:40 to 10:25.',
    )
    expect(mail?.delivery.to.route).not.toHaveProperty('occurrence')
    const [invitation] = await stage.store.find('invitation', { where: { event: id } })
    expect(invitation).not.toHaveProperty('time')
    expect(mail?.card.summary).toBe(
      'Invitation: Guest speaker, North High, Tue, Dec 1, 9:40 to 10:25. Every Tuesday, 3 times',
    )
    const off = await stage.frame(
      OWNER,
      frameOf('cancel_event', { slots: slotsOf({ target: id }), extra: { scope: 'all' } }),
    )
    expect(textOf(off, ANA)).toContain(
      'your talk with our students on Tue, Dec 1; Tue, Dec 8 and Tue, Dec 15, 9:40 to 10:25 does not take place.',
    )
  })

  test('or to one of its days: guest, page, reminder and changes are of that day alone', async () => {
    const { stage, id } = await series()
    await stage.press(OWNER, 'Invite')
    const sent = await stage.press(OWNER, 'Just Tue, Dec 8')
    const mail = sent.find(({ to }) => to === ANA)
    expect(mail?.text).toContain('as a guest speaker on Tue, Dec 8, 9:40 to 10:25.')
    // The page closes 30 days after that day.
    expect(mail?.text).toContain('?until=2027-01-08T05:00:00.000Z')
    expect(mail?.delivery.to.route).toMatchObject({ occurrence: '2026-12-08', method: 'REQUEST' })
    expect(textOf(sent, OWNER)).toContain('No answer yet: Ana Ruiz, Metro Motors on Tue, Dec 8')
    // Another of its days concerns them not.
    const other = await stage.frame(OWNER, frameOf('cancel_event', { slots: slotsOf({ target: id }) }), 'just the 15th')
    expect(textOf(other, ANA)).toBe('')
    const moved = await stage.frame(
      OWNER,
      frameOf('move_event', { slots: slotsOf({ target: id, start: '2026-12-02' }), extra: { scope: 'all' } }),
    )
    const news = moved.find(({ to }) => to === ANA)
    expect(news?.text).toContain('your talk with our students has changed: it is on Wed, Dec 9, 9:40 to 10:25.')
    expect(news?.delivery.to.route).toMatchObject({ occurrence: '2026-12-09', sequence: '2' })
    const before = await stage.at('2026-12-01T08:00')
    expect(textOf(before, ANA)).toBe('')
    const eve = await stage.at('2026-12-08T08:00')
    expect(textOf(eve, ANA)).toContain('your talk with our students is on Wed, Dec 9, 9:40 to 10:25.')
    const cancelled = await stage.frame(
      OWNER,
      frameOf('cancel_event', { slots: slotsOf({ target: id }), extra: { scope: 'all' } }),
    )
    expect(textOf(cancelled, ANA)).toContain(
      'your talk with our students on Wed, Dec 9, 9:40 to 10:25 does not take place.',
    )
  })

  test('answers of one day are of that day: no later one is theirs, and their places are not taken on others', async () => {
    const { stage, id } = await series({ event: 'meeting', partners: ['Metro Motors', 'Rail Works'], people: [] })
    const frame = frameOf('send_invitations', { slots: slotsOf({ target: id, partners: ['Metro Motors'] }) })
    await stage.frame(OWNER, { ...frame, extra: { scope: '2026-12-01' } })
    await stage.frame(OWNER, {
      ...frameOf('send_invitations', { slots: slotsOf({ target: id, partners: ['Rail Works'] }) }),
      extra: { scope: '2026-12-08' },
    })
    await stage.frame(
      OWNER,
      frameOf('schedule_event', { slots: slotsOf({ headcount: 4 }), extra: { amends: id } }),
      'max 4',
    )
    const say = (partner: string, headcount: number) =>
      stage.frame(OWNER, frameOf('record_rsvp', { slots: slotsOf({ target: id, partner, answer: 'yes', headcount }) }))
    await say('Metro Motors', 3)
    const other = await say('Rail Works', 4)
    expect(textOf(other, OWNER)).toContain('Rail Works: yes, 4 people. 4 of 4 places are taken.')
    expect(textOf(other, OWNER)).toContain('Yes: 4 of 4 (Metro Motors 3 on Tue, Dec 1, Rail Works 4 on Tue, Dec 8)')
    const whole = await say('City Bus', 1)
    expect(textOf(whole, OWNER)).toContain('All places are taken')
    const answers = (await stage.store.find('rsvp')).sort((a, b) => a.since - b.since)
    expect(answers).toMatchObject([{ time: 0 }, { time: 1 }, { isWaiting: true }])
  })

  test('a guest of one day cannot answer once it has begun, though the series goes on', async () => {
    const { stage, id } = await series()
    await stage.press(OWNER, 'Invite')
    await stage.press(OWNER, 'Just Tue, Dec 1')
    const [invitation] = await stage.store.find('invitation', { where: { event: id } })
    const given = await answer(stage, invitation?.id ?? '', '2026-12-02T09:00:00-05:00')
    expect(given.text).toBe('This event has begun. Your answer was noted.')
  })
})
