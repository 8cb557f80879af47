import { describe, expect, test } from 'vitest'
import type { Slots } from '../../../conversations/understanding/frame.ts'
import { type CalendarStage, frameOf, openCalendarStage, textOf } from './calendar-stage.ts'
import { directory } from './directory.ts'

const OWNER = 'Olga Organizer'
const open = (options = {}) => openCalendarStage('2026-11-20T09:00', { directory, ...options })
const slotsOf = (slots: object): Slots => slots as unknown as Slots

const speaker = async (stage: CalendarStage, slots: object = {}): Promise<string> => {
  await stage.plan(
    OWNER,
    slotsOf({
      event: 'speaker',
      school: 'North High',
      start: '2026-12-10T09:40',
      end: '2026-12-10T10:25',
      programs: ['Automotive'],
      partners: ['Metro Motors'],
      people: ['Ana Ruiz'],
      headcount: 25,
      ...slots,
    }),
  )
  return (await stage.planned()).id
}

const breakfast = async (stage: CalendarStage, slots: object = {}): Promise<string> => {
  await stage.plan(
    OWNER,
    slotsOf({
      event: 'breakfast',
      school: 'South High',
      start: '2026-12-08T08:00',
      end: '2026-12-08T09:00',
      partners: ['Metro Motors', 'Rail Works', 'Grand Hotel'],
      clusters: ['Transportation'],
      headcount: 40,
      ...slots,
    }),
  )
  return (await stage.planned()).id
}

describe('reminders', () => {
  test('the organizer a week and a day before with what is open, guests a day before, each once', async () => {
    const stage = await open({ sendsMail: true })
    await speaker(stage)
    await stage.press(OWNER, 'Invite')
    // A week before Thu, Dec 10 is Thu, Dec 3.
    const early = await stage.at('2026-12-03T07:59')
    expect(textOf(early)).toBe('')
    const week = await stage.at('2026-12-03T08:00')
    expect(textOf(week, OWNER)).toContain('In a week: Guest speaker, Metro Motors')
    expect(textOf(week, OWNER)).toContain('No answer from Ana Ruiz, Metro Motors; Ned North.')
    expect(textOf(week, OWNER)).toContain('No room yet.')
    expect(textOf(week, 'Ned North')).toBe('')
    expect(textOf(await stage.at('2026-12-09T07:00'))).toBe('')
    const day = await stage.at('2026-12-09T08:00')
    expect(textOf(day, OWNER)).toContain('Coming up: Guest speaker, Metro Motors')
    expect(textOf(day, 'Ned North')).toContain('Reminder: Guest speaker, Metro Motors')
    expect(textOf(day, 'mail ana@metro.example')).toContain('We have not heard from you yet.')
    const rest = await stage.at('2026-12-10T09:00')
    expect(textOf(rest)).toBe('')
  })

  test('what would fall on no school day goes out on the school day before it', async () => {
    const stage = await open()
    // A week before Wed, Jan 6 is Wed, Dec 30; a week before Tue, Jan 5 is Tue, Dec 29: Winter Recess.
    await speaker(stage, { start: '2027-01-05T09:40', end: '2027-01-05T10:25' })
    expect(textOf(await stage.at('2026-12-28T07:00'))).toBe('')
    expect(textOf(await stage.at('2026-12-28T08:00'), OWNER)).toContain('In a week')
    // The day before Mon is Sun: guests and organizer hear on Friday.
    await speaker(stage, { start: '2027-01-11T09:40', end: '2027-01-11T10:25', partners: ['Rail Works'], people: [] })
    await stage.at('2027-01-07T12:00')
    const friday = await stage.at('2027-01-08T08:00')
    expect(textOf(friday, OWNER)).toContain('Coming up: Guest speaker, Rail Works')
  })

  test('what was planned after its reminder is not reminded of; a moved event is, anew', async () => {
    const stage = await open()
    await stage.at('2026-12-04T09:00')
    const id = await speaker(stage)
    expect(textOf(await stage.at('2026-12-08T12:00'))).toBe('')
    await stage.frame(OWNER, frameOf('move_event', { slots: slotsOf({ target: id, start: '2026-12-16' }) }))
    const seen = await stage.at('2026-12-14T12:00')
    expect(textOf(seen)).toContain('In a week')
    expect(textOf(await stage.at('2026-12-15T08:00'), OWNER)).toContain('Coming up')
  })

  test('a week before a breakfast the culinary class is asked, with the headcount', async () => {
    const stage = await open()
    await breakfast(stage)
    await stage.press(OWNER, 'Culinary class')
    const week = await stage.at('2026-12-01T08:00')
    expect(textOf(week, 'Sue South')).toContain(
      'Can your class cook breakfast for 40 people on Tue, Dec 8, 8:00 to 9:00?',
    )
    const no = await stage.press('Sue South', 'We cannot')
    expect(textOf(no, OWNER)).toContain('The culinary class cannot cook')
    const caterer = await stage.press(OWNER, 'A caterer')
    expect(textOf(caterer)).toContain('Food: a caterer')
  })
})

describe('after an event', () => {
  test('on the next school day the organizer says who came: contacts, attendance, hours; told again, it is replaced', async () => {
    const stage = await open()
    const id = await speaker(stage, { start: '2026-12-11T09:40', end: '2026-12-11T10:25' })
    await stage.frame(
      OWNER,
      frameOf('record_rsvp', { slots: slotsOf({ target: id, partner: 'Metro Motors', answer: 'yes' }) }),
    )
    expect(textOf(await stage.at('2026-12-13T12:00'))).not.toContain('Who came?')
    const asked = await stage.at('2026-12-14T08:00')
    expect(textOf(asked, OWNER)).toContain('Who came? Guest speaker, Metro Motors')
    expect(textOf(asked, OWNER)).toContain('A thank-you to send:')
    expect(textOf(asked, OWNER)).toContain('Dear Ana, thank you for your visit on Fri, Dec 11.')
    const noted = await stage.press(OWNER, 'Metro Motors came')
    expect(textOf(noted)).toContain('Came: Metro Motors')
    expect(await stage.store.find('contact')).toMatchObject([{ date: '2026-12-11', method: 'meeting' }])
    expect(await stage.store.find('learning')).toMatchObject([{ students: 25, minutes: 45, date: '2026-12-11' }])
    await stage.press(OWNER, 'Metro Motors did not')
    expect(await stage.store.find('contact')).toHaveLength(0)
    expect(await stage.store.find('attendance')).toMatchObject([{ hasCome: false }])
    expect(textOf(await stage.at('2026-12-16T12:00'))).not.toContain('Who came?')
  })

  test('"everyone but the hotel" by a tap and by a sentence', async () => {
    const stage = await open()
    await breakfast(stage)
    const asked = await stage.at('2026-12-09T08:00')
    expect(textOf(asked, OWNER)).toContain(
      '[Everyone came] [All but Metro Motors] [All but Rail Works] [All but Grand Hotel]',
    )
    const said = await stage.say(OWNER, 'everyone but the hotel')
    expect(textOf(said)).toContain('Came: Metro Motors, Rail Works')
    expect(textOf(said)).toContain('Did not come: Grand Hotel')
    expect(await stage.store.find('contact')).toHaveLength(2)
    await stage.press(OWNER, 'Undo')
    expect(await stage.store.find('contact')).toHaveLength(0)
  })
})

describe('speakers, site visits, job shadows', () => {
  test('a brief with address, arrival and the roles seldom thought of, and a note for the teacher', async () => {
    const stage = await open()
    await speaker(stage, { room: '112' })
    const brief = await stage.press(OWNER, 'Brief')
    expect(textOf(brief)).toContain('Where: North High, 1 Main Street, room 112.')
    expect(textOf(brief)).toContain('Arrival: Front door, photo ID at the desk.')
    expect(textOf(brief)).toContain('full range of roles at Metro Motors')
    expect(textOf(brief)).toContain('fleet scheduler')
    expect(textOf(brief)).toContain('Ned North: Ana Ruiz, Metro Motors comes on Thu, Dec 10')
    expect(textOf(brief)).toContain('It could be an assembly of:\n- Automotive (Ned North)\n- Diesel (Dina Diesel)')
    const all = await stage.press(OWNER, 'Make it an assembly')
    expect(textOf(all)).toContain('all classes of the clusters together')
    const invited = await stage.press(OWNER, 'Invite')
    expect(textOf(invited, 'Dina Diesel')).toContain('Invitation: Guest speaker')
  })

  test('a job shadow: places kept for a program, a waiting list, students in private alone', async () => {
    const stage = await open()
    await stage.plan(
      OWNER,
      slotsOf({
        event: 'job_shadow',
        school: 'North High',
        start: '2026-12-17T09:00',
        partners: ['Rail Works'],
        headcount: 2,
      }),
      'job shadow at rail works 12/17 2 kids max 1 from automotive rest whoever',
    )
    const event = await stage.planned()
    expect(event).toMatchObject({ capacity: 2, shares: [{ places: 1 }] })
    const form = await stage.press(OWNER, 'Students')
    expect(form.every(({ delivery }) => delivery.isPrivate)).toBe(true)
    const students = await stage.store.find('student', { where: { school: event.school ?? '' } })
    const saved = await stage.submit(OWNER, 'Save students', { students: students.map(({ id }) => id) })
    expect(textOf(saved)).toContain('Going (2): Amy Able, Cal Cole')
    expect(textOf(saved)).toContain('Waiting (1): Bob Best')
    expect(saved.every(({ delivery }) => delivery.isPrivate)).toBe(true)
    const elsewhere = await stage.pressed('Sue South', { action: 'calendar.students', args: { id: event.id } })
    expect(textOf(elsewhere)).toBe('Students are shown to the staff of their school alone.')
    const values = { students: students.map((student) => student.id) }
    const forced = await stage.submitted('Sue South', { action: 'calendar.roster', args: { id: event.id } }, values)
    expect(textOf(forced)).not.toContain('Amy')
    const titles = await stage.store.turns({ limit: 5 })
    expect(titles.map(({ title }) => title).join(' ')).not.toContain('Amy')
  })

  test('a PD day is proposed to teachers for a visit to a partner of their own field', async () => {
    const stage = await openCalendarStage('2027-01-02T09:00', { directory })
    const seen = await stage.at('2027-01-04T08:00')
    expect(textOf(seen, 'Ned North')).toContain('Mon, Feb 1 is a PD day. A day at a partner of your own field?')
    expect(textOf(seen, 'Sue South')).toContain('[Grand Hotel]')
    await stage.press('Ned North', 'Rail Works')
    const planned = await stage.press('Ned North', '9:00')
    expect(textOf(planned)).toContain("Planned: Teachers' site visit, Rail Works")
    expect(textOf(planned)).toContain('To arrange: travel; safety gear; coverage of classes.')
    expect(textOf(await stage.at('2027-01-06T09:00'))).toBe('')
  })
})

test('a speaker who said no is open until another is asked, and is neither thanked nor said to have come', async () => {
  const stage = await open()
  const id = await speaker(stage)
  await stage.press(OWNER, 'Invite')
  await stage.frame(
    OWNER,
    frameOf('record_rsvp', { slots: slotsOf({ target: id, partner: 'Metro Motors', answer: 'no' }) }),
  )
  const day = await stage.at('2026-12-09T08:00')
  expect(textOf(day, OWNER)).toContain('Metro Motors said no: nobody else is asked yet.')
  expect(textOf(day, OWNER)).not.toContain('Nothing is open.')
  const after = await stage.at('2026-12-11T08:00')
  expect(textOf(after, OWNER)).toContain('Who came? Guest speaker')
  expect(textOf(after, OWNER)).not.toContain('A thank-you to send')
  expect(textOf(after, OWNER)).not.toContain('Metro Motors came')
})

test('a thank-you is for the one who was asked, by name; of a visit it is asked whether it took place', async () => {
  const stage = await open()
  await speaker(stage, { people: [] })
  await stage.plan(
    OWNER,
    slotsOf({
      event: 'job_shadow',
      school: 'North High',
      start: '2026-12-10T12:00',
      end: '2026-12-10T14:00',
      partners: ['Rail Works'],
      headcount: 4,
    }),
  )
  const after = await stage.at('2026-12-11T08:00')
  expect(textOf(after, OWNER)).toContain('Dear Ana, thank you for your visit on Thu, Dec 10.')
  expect(textOf(after, OWNER)).toContain('[It took place] [It did not]')
  expect(textOf(after, OWNER)).not.toContain('Rail Works came')
})

test('a guest who said yes is awaited', async () => {
  const stage = await open({ sendsMail: true })
  const id = await speaker(stage)
  await stage.press(OWNER, 'Invite')
  const slots = slotsOf({ target: id, partner: 'Metro Motors', answer: 'yes' })
  await stage.frame(OWNER, frameOf('record_rsvp', { slots }))
  const day = await stage.at('2026-12-09T08:00')
  expect(textOf(day, 'mail ana@metro.example')).toContain('We look forward to seeing you.')
})
