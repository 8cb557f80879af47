import { describe, expect, test } from 'vitest'
import { answerByLink } from '../../../conversations/calendar/answers-given.ts'
import type { Moment } from '../../../conversations/conversation.ts'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import type { LocalMoment } from '../../../data/time.ts'
import { type CalendarStage, frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const open = (options = {}) => openCalendarStage('2026-11-20T09:00', { directory, ...options })
const slotsOf = (slots: object): Slots => slots as unknown as Slots

async function invited(stage: CalendarStage, slots: object = {}): Promise<string> {
  await stage.plan(
    OWNER,
    slotsOf({
      event: 'speaker',
      school: 'North High',
      start: '2026-12-01T09:40',
      end: '2026-12-01T10:25',
      programs: ['Automotive'],
      partners: ['Metro Motors'],
      people: ['Ana Ruiz'],
      headcount: 25,
      ...slots,
    }),
  )
  const seen = await stage.press(OWNER, 'Invite')
  if ('repeats' in slots) {
    expect(textOf(seen, OWNER)).toContain('repeats. Just one of them, or all?')
    await stage.press(OWNER, 'All of them')
  }
  return (await stage.planned()).id
}

describe('who is told of what', () => {
  test('the organizer hears what a colleague did, and their counting card follows', async () => {
    const stage = await open()
    const id = await invited(stage)
    const moved = await stage.frame(
      'Sue South',
      frameOf('move_event', { slots: slotsOf({ target: id, start: '2026-12-02' }) }),
    )
    expect(textOf(moved, OWNER)).toContain('Sue South moved: Guest speaker, Metro Motors, Wed, Dec 2, 9:40 to 10:25')
    const card = moved.find(({ to, isReplacement }) => to === OWNER && isReplacement)
    expect(card?.text).toContain('When: Wed, Dec 2, 9:40 to 10:25')
    // How many are expected concerns the organizer alone.
    const headcount = await stage.frame(
      'Sue South',
      frameOf('schedule_event', { slots: slotsOf({ headcount: 20 }), extra: { amends: id } }),
    )
    expect(textOf(headcount, 'Ned North')).toBe('')
  })

  test('an older message of a guest loses its buttons when a newer one comes', async () => {
    const stage = await open()
    const id = await invited(stage)
    const moved = await stage.frame(
      OWNER,
      frameOf('move_event', { slots: slotsOf({ target: id, start: '2026-12-02' }) }),
    )
    const old = moved.find(({ to, isReplacement }) => to === 'Ned North' && isReplacement)
    expect(old?.text).toContain('There is a newer message below.')
    expect(old?.text).not.toContain('[Yes]')
    const answered = await stage.press('Ned North', 'Yes')
    expect(textOf(answered, 'Ned North')).toContain('When: Wed, Dec 2')
  })

  test('a partner who is no part of it any more is told so, and their link is closed', async () => {
    const stage = await open({ sendsMail: true })
    const id = await invited(stage)
    const changed = await stage.frame(OWNER, frameOf('correct', { slots: slotsOf({ partners: ['Rail Works'] }) }))
    expect(textOf(changed, 'mail ana@metro.example')).toContain('does not take place')
    expect((await stage.store.find('invitation', { where: { event: id } })).map((one) => one.isWithdrawn)).toEqual([
      true,
      false,
    ])
    expect(await stage.planned()).toMatchObject({ people: [] })
  })

  test('one time of a series that is called off is said to be that one', async () => {
    const stage = await open({ sendsMail: true })
    const id = await invited(stage, { repeats: 'FREQ=WEEKLY;BYDAY=TU;COUNT=4' })
    const seen = await stage.frame(OWNER, frameOf('cancel_event', { slots: slotsOf({ target: id }) }), 'just the 8th')
    const mail = seen.find(({ to }) => to === 'mail ana@metro.example')
    expect(mail?.delivery.to.route).toMatchObject({ method: 'CANCEL', occurrence: '2026-12-08', sequence: '1' })
    expect(mail?.text).toContain('on Tue, Dec 8, 9:40 to 10:25 does not take place')
    expect(textOf(seen, OWNER)).toContain('Only Tue, Dec 8, 9:40; the others stand.')
    expect(textOf(seen, 'Ned North')).toContain('Cancelled: Guest speaker')
  })

  test('someone else cannot answer for a colleague', async () => {
    const stage = await open()
    await invited(stage)
    const invitation = (await stage.store.find('invitation')).find(({ staff }) => staff)
    const press = { action: 'calendar.answer', args: { invitation: invitation?.id ?? '', answer: 'yes' } }
    const seen = await stage.pressed('Sue South', press)
    expect(textOf(seen)).toContain('That invitation is for someone else.')
  })
})

describe('a guest answers on their own page', () => {
  const moment = (stage: CalendarStage, local: string): Moment =>
    ({
      turn: 'tlink',
      now: 1,
      local: local as LocalMoment,
      zone: 'America/New_York',
      reads: stage.store,
    }) as unknown as Moment

  test('yes, how many and what they eat: the organizer counts it, nobody else is named to the guest', async () => {
    const stage = await open({ sendsMail: true, withPages: true })
    const id = await invited(stage)
    const [invitation] = await stage.store.find('invitation', { where: { event: id } })
    const answered = await answerByLink(
      invitation?.id ?? '',
      { answer: 'yes', headcount: 2, dietary: 'no nuts' },
      moment(stage, '2026-11-21T10:00'),
    )
    expect(answered.text).toBe('Thank you. We look forward to seeing you.')
    expect(answered.outcome?.writes).toMatchObject([
      { kind: 'rsvp', after: { answer: 'yes', headcount: 2, dietary: 'no nuts', via: 'link', isWaiting: false } },
    ])
    expect(answered.outcome?.posts?.map(({ name }) => name)).toEqual(['card'])
  })

  test('a speaker says no: the organizer and the teacher hear of it at once', async () => {
    const stage = await open({ sendsMail: true })
    const id = await invited(stage)
    const [invitation] = await stage.store.find('invitation', { where: { event: id } })
    const answered = await answerByLink(invitation?.id ?? '', { answer: 'no' }, moment(stage, '2026-11-21T10:00'))
    expect(answered.text).toBe('Thank you for telling us.')
    const names = answered.outcome?.posts?.map(({ name }) => name.replace(/-staff.*/, ''))
    expect(names).toEqual(['card', 'declined', 'declined'])
  })

  test('too late, cancelled or unknown: a sentence; what comes late is noted alone', async () => {
    const stage = await open()
    const id = await invited(stage)
    const [invitation] = await stage.store.find('invitation', { where: { event: id } })
    const yes = { answer: 'yes' as const }
    const at = moment(stage, '2026-12-01T09:40')
    const late = await answerByLink(invitation?.id ?? '', yes, at)
    expect(late.text).toBe('This event has begun. Your answer was noted.')
    expect(late.outcome?.writes).toMatchObject([{ kind: 'rsvp', after: { answer: 'yes', isLate: true } }])
    expect(await answerByLink('t-none', yes, at)).toEqual({ text: 'This invitation is no longer open.' })
    await stage.frame(OWNER, frameOf('cancel_event', { slots: slotsOf({ target: id }) }))
    expect(await answerByLink(invitation?.id ?? '', yes, at)).toEqual({ text: 'This event does not take place.' })
  })
})
