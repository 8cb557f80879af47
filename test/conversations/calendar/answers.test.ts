import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { actionsOf, type CalendarStage, frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const open = (options = {}) => openCalendarStage('2026-11-20T09:00', { directory, ...options })

async function breakfast(stage: CalendarStage, slots: object = {}, said = ''): Promise<string> {
  await stage.plan(
    OWNER,
    {
      event: 'breakfast',
      school: 'North High',
      start: '2026-12-08T08:00',
      end: '2026-12-08T09:00',
      clusters: ['Transportation'],
      ...slots,
    } as unknown as Slots,
    said,
  )
  return (await stage.planned()).id
}

const rsvp = (target: string, partner: string, answer: string, headcount?: number) =>
  frameOf('record_rsvp', {
    slots: { target, partner, answer, ...(headcount ? { headcount } : {}) } as unknown as Slots,
  })

describe('inviting and answering', () => {
  test('a breakfast that names nobody asks whom, with its clusters chosen; staff answer by buttons and the card counts', async () => {
    const stage = await open()
    await breakfast(stage)
    const form = await stage.press(OWNER, 'Invite')
    expect(textOf(form)).toContain('Partners: ')
    const fields = form[0]?.card.parts.find((part) => part.kind === 'fields')
    const partners = fields?.kind === 'fields' ? fields.fields.find(({ name }) => name === 'partners') : undefined
    expect(partners?.type === 'choices' && partners.options.map(({ label }) => label)).toEqual([
      'Ana Ruiz, Metro Motors',
      'Ben Ode, Rail Works',
      'Cy Low, City Bus',
    ])
    const values = partners?.type === 'choices' ? (partners.values ?? []) : []
    const ids = (await stage.store.find('staff')).map(({ name, id }) => [name, `staff:${id}`])
    const staff = ids.filter(([name]) => name === 'Ned North' || name === 'Dina Diesel').map(([, key]) => key ?? '')
    const sent = await stage.submit(OWNER, 'Send invitations', { partners: values.slice(0, 2), staff })
    expect(textOf(sent, OWNER)).toContain(
      'No answer yet: Ana Ruiz, Metro Motors; Ben Ode, Rail Works; Ned North; Dina Diesel',
    )
    expect(textOf(sent, 'Ned North')).toContain('[Yes] [No] [Maybe]')
    const answered = await stage.press('Ned North', 'Yes')
    expect(textOf(answered, 'Ned North')).toContain('You said yes.')
    const card = answered.find(({ to }) => to === OWNER)
    expect(card?.isReplacement).toBe(true)
    expect(card?.text).toContain('Yes: 1 (Ned North)')
    const changed = await stage.press('Ned North', 'No')
    expect(textOf(changed, OWNER)).toContain('No: Ned North')
    expect(textOf(changed, OWNER)).not.toContain('Yes: 1')
  })

  test('with mail, partners are mailed with a link of their own', async () => {
    const stage = await open({ sendsMail: true, withPages: true })
    await breakfast(stage, { partners: ['Metro Motors', 'City Bus'] })
    const sent = await stage.press(OWNER, 'Invite')
    const mail = sent.find(({ to }) => to === 'mail ana@metro.example')
    expect(mail?.text).toContain('Dear Ana,')
    // Other guests are none of this guest's business, in the subject too.
    expect(mail?.card.summary).toBe(
      'Invitation: Partner breakfast, Transportation, Tue, Dec 8, 8:00 to 9:00, North High',
    )
    expect(mail?.text).not.toContain('City Bus')
    const card = sent.find(({ to }) => to === OWNER)?.card
    const own = card && actionsOf(card).find(({ label }) => label === 'Add to calendar')
    expect(own).toEqual({
      label: 'Add to calendar',
      url: `https://liaison.example/event/${(await stage.planned()).id}?until=2027-01-08T05:00:00.000Z`,
    })
    expect(mail?.text).toMatch(
      /Please answer here: https:\/\/liaison\.example\/answer\/t\S+-i0\?until=2027-01-08T05:00:00\.000Z/,
    )
    expect(mail?.delivery.to.route).toMatchObject({ method: 'REQUEST', sequence: '0', name: 'Ana Ruiz' })
    expect(textOf(sent, OWNER)).toContain('Dear Cy,')
    expect(textOf(sent, OWNER)).not.toContain('Dear Ana,')
  })

  test('an answer told to a coordinator counts the same, and undo takes it back', async () => {
    const stage = await open()
    const id = await breakfast(stage, { partners: ['Metro Motors'] })
    await stage.press(OWNER, 'Invite')
    const told = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 3))
    expect(textOf(told, OWNER)).toContain('Metro Motors: yes, 3 people.')
    expect(textOf(told, OWNER)).toContain('Yes: 3 (Metro Motors 3)')
    const corrected = await stage.frame(OWNER, frameOf('correct', { slots: { headcount: 4 } as Slots }))
    expect(textOf(corrected, OWNER)).toContain('Metro Motors: yes, 4 people.')
    expect(await stage.store.find('rsvp')).toHaveLength(1)
    await stage.press(OWNER, 'Undo')
    expect(await stage.store.find('rsvp')).toMatchObject([{ headcount: 3 }])
  })

  test('"sorry, that was rail works": no ghost of the first answer is left', async () => {
    const stage = await open()
    const id = await breakfast(stage)
    await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 3))
    await stage.frame(OWNER, frameOf('correct', { slots: { partner: 'Rail Works' } as Slots }))
    const answers = await stage.store.find('rsvp')
    expect(answers).toHaveLength(1)
    const [partner] = await stage.store.find('partner', { where: { name: 'Rail Works' } })
    expect(answers[0]).toMatchObject({ partner: partner?.id, headcount: 3 })
  })

  test('a waiting list: in order, a group that fits in part waits whole, and the next is told', async () => {
    const stage = await open()
    const id = await breakfast(stage, { headcount: 8 }, 'breakfast for auto at north dec 8, max 8')
    await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 6))
    const part = await stage.frame(OWNER, rsvp(id, 'Rail Works', 'yes', 3))
    expect(textOf(part)).toContain('Rail Works: yes, 3 people. 2 places are free, so these 3 wait, number 1 in line.')
    expect(textOf(part)).toContain('[2 now, 1 waits] [All wait]')
    const behind = await stage.frame(OWNER, rsvp(id, 'City Bus', 'yes', 1))
    expect(textOf(behind)).toContain('so this one waits, number 2 in line.')
    const freed = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 4))
    expect(textOf(freed)).toContain('Rail Works has 3 places now.')
    expect(textOf(freed)).toContain('City Bus has a place now.')
    expect(textOf(freed)).toContain('Metro Motors: yes, 4 people. 8 of 8 places are taken.')
    expect(textOf(freed)).toContain(
      'a place at our partner breakfast on Tue, Dec 8, 8:00 to 9:00 is free, and it is yours.',
    )
    expect(textOf(freed)).toContain(
      '3 places at our partner breakfast on Tue, Dec 8, 8:00 to 9:00 are free, and they are yours.',
    )
  })

  test('a group takes the split', async () => {
    const stage = await open()
    const id = await breakfast(stage, { headcount: 8 }, 'max 8')
    await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 6))
    await stage.frame(OWNER, rsvp(id, 'Rail Works', 'yes', 3))
    const split = await stage.press(OWNER, '2 now, 1 waits')
    expect(textOf(split)).toContain('Yes: 8 of 8 (Metro Motors 6, Rail Works 2)')
    expect(textOf(split)).toContain('Waiting: Rail Works')
    // A "no" takes back both parts of the group.
    await stage.frame(OWNER, rsvp(id, 'Rail Works', 'no'))
    expect((await stage.store.find('rsvp')).filter(({ answer }) => answer === 'yes')).toHaveLength(1)
  })

  test('who has places keeps them when asking for more than there are', async () => {
    const stage = await open()
    const id = await breakfast(stage, { headcount: 8 }, 'max 8')
    await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 6))
    const more = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 9))
    expect(textOf(more)).toContain('Metro Motors: yes, 6 people. 3 more wait for a place. 6 of 8 places are taken.')
  })

  test('more places: the waiting list moves up', async () => {
    const stage = await open()
    const id = await breakfast(stage, { headcount: 8 }, 'max 8')
    await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 8))
    await stage.frame(OWNER, rsvp(id, 'Rail Works', 'yes', 3))
    const frame = frameOf('schedule_event', { slots: { headcount: 12 } as Slots, extra: { amends: id } })
    const seen = await stage.frame(OWNER, frame, 'up to 12')
    expect(textOf(seen)).toContain('Rail Works has 3 places now.')
  })

  test('who hosts a job shadow takes none of its places', async () => {
    const stage = await open()
    const slots = { event: 'job_shadow', start: '2026-12-17T09:00', end: '2026-12-17T12:00', headcount: 4 }
    const id = await breakfast(stage, { ...slots, partners: ['Rail Works'], clusters: [] })
    const host = await stage.frame(OWNER, rsvp(id, 'Rail Works', 'yes', 6))
    expect(textOf(host)).toContain('Rail Works: yes, 6 people.')
    expect(textOf(host)).not.toContain('places')
    const guest = await stage.frame(OWNER, rsvp(id, 'City Bus', 'yes', 4))
    expect(textOf(guest)).toContain('City Bus: yes, 4 people. 4 of 4 places are taken.')
  })

  test('an answer after the start is noted and changes nothing', async () => {
    const stage = await open()
    const id = await breakfast(stage)
    await stage.at('2026-12-08T08:30')
    const late = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'yes', 2))
    expect(textOf(late)).toContain('The event has begun, so it is noted and changes nothing.')
    expect(await stage.store.find('rsvp')).toMatchObject([{ isLate: true, headcount: 2 }])
  })

  test('a talk has its speaker and a visit its host: no other partners are thought of', async () => {
    for (const event of ['speaker', 'site_visit']) {
      const stage = await open()
      const slots = { event, school: 'North High', start: '2026-12-08T09:40', clusters: ['Transportation'] }
      const planned = await stage.plan(OWNER, { ...slots, partners: ['Metro Motors'] } as unknown as Slots)
      expect(textOf(planned)).not.toContain('Guests to think of')
      await stage.press(OWNER, 'Invite')
      expect(textOf(await stage.press(OWNER, 'Invite more'))).not.toContain('Rail Works')
    }
  })

  test('where nobody of the cluster is in touch, two of it are named, and one tap asks them', async () => {
    const stage = await open()
    const talk = { event: 'speaker', school: 'North High', start: '2026-12-08T09:40', people: ['Ana Ruiz'] }
    await stage.plan(OWNER, { ...talk, programs: ['Automotive'], partners: ['Metro Motors'] } as unknown as Slots)
    const { id } = await stage.planned()
    await stage.press(OWNER, 'Invite')
    const declined = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'no'))
    expect(textOf(declined, OWNER)).toContain('Nobody else of that cluster has offered to speak yet. Of that cluster:')
    expect(textOf(declined, OWNER)).toContain('City Bus, Cy Low: not in touch yet')
    expect(textOf(declined, OWNER)).toContain('[Ask City Bus] [Ask Rail Works]')
  })

  test('a speaker who declines: the teacher is told at once, the warmest others are proposed and asked by one tap', async () => {
    const stage = await open()
    await stage.frame(
      OWNER,
      frameOf('log_contact', {
        slots: { partner: 'City Bus', date: '2026-11-02', offers: [{ kind: 'speaker' }] } as Slots,
      }),
      'talked to city bus',
    )
    await stage.frame(
      OWNER,
      frameOf('log_contact', { slots: { partner: 'Rail Works', date: '2026-11-18' } as Slots }),
      'rail',
    )
    await stage.plan(OWNER, {
      event: 'speaker',
      school: 'North High',
      start: '2026-12-08T09:40',
      end: '2026-12-08T10:25',
      programs: ['Automotive'],
      partners: ['Metro Motors'],
      people: ['Ana Ruiz'],
    } as unknown as Slots)
    const { id } = await stage.planned()
    await stage.press(OWNER, 'Invite')
    const declined = await stage.frame(OWNER, rsvp(id, 'Metro Motors', 'no'))
    expect(textOf(declined, 'Ned North')).toContain('Metro Motors cannot come: Guest speaker')
    expect(textOf(declined, OWNER)).toContain('City Bus, Cy Low: offered to speak, last Mon, Nov 2')
    expect(textOf(declined, OWNER)).toContain('[Ask City Bus] [Ask Rail Works]')
    const asked = await stage.press(OWNER, 'Ask City Bus')
    expect(textOf(asked, OWNER)).toContain('Invited: Guest speaker, City Bus')
    expect(textOf(asked, 'Ned North')).toContain('Changed: Guest speaker, City Bus')
    expect(await stage.planned()).toMatchObject({ sequence: 1 })
  })
})
