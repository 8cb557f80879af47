import { describe, expect, test } from 'vitest'
import { type CalendarStage, openCalendarStage, textOf } from './calendar-stage.ts'

const WHO = 'Dominic Santoro'

/** A breakfast to which JetBlue and Google were just invited. */
async function invited(): Promise<{ stage: CalendarStage; id: string }> {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say(WHO, 'breakfast at edison dec 16 for auto')
  const { id } = await stage.planned()
  await stage.say(WHO, 'invite jetblue and google')
  return { stage, id }
}

describe('an answer that names no event is of the one just spoken of', () => {
  test.each([
    ['jetblue is in, 3 people', { answer: 'yes', headcount: 3 }],
    ['jetblue yes 3', { answer: 'yes', headcount: 3 }],
    ['jet blue: maybe', { answer: 'maybe' }],
    ["jetblue can't make it", { answer: 'no' }],
    ['google said yes', { answer: 'yes' }],
    ['google is coming with 2', { answer: 'yes', headcount: 2 }],
    ['google declined', { answer: 'no' }],
    ['jetblue is bringing 4', { answer: 'yes', headcount: 4 }],
    ['actually jetblue is 5', { answer: 'yes', headcount: 5 }],
    ['jetblue can only send 2', { answer: 'yes', headcount: 2 }],
  ])('%s', async (text, answer) => {
    const { stage, id } = await invited()
    await stage.say(WHO, text)
    expect(await stage.store.find('rsvp', { where: { event: id } })).toMatchObject([answer])
  })

  test.each([
    'met simone from jetblue, she said yes to 2 interns',
    'spoke w simone at jetblue today and she said yes',
    'jetblue is in the news',
    'simone is out sick',
    'who is in contact with jetblue',
    'who said yes to internships',
    'no',
    'jetblue can do interviews',
    'jetblue brings coffee',
    'maybe next week',
  ])('but not: %s', async (text) => {
    const { stage } = await invited()
    const said = textOf(await stage.say(WHO, text))
    expect(await stage.store.find('rsvp')).toEqual([])
    expect(said).not.toContain('Planned: Partner breakfast')
    expect(said).not.toContain('Which event')
  })

  test('without an event spoken of, it is none', async () => {
    const stage = await openCalendarStage('2026-12-01T10:00')
    await stage.say(WHO, 'who is coming')
    await stage.say(WHO, 'adults cook')
    expect(await stage.store.find('rsvp')).toEqual([])
    expect((await stage.store.find('event')).every(({ version }) => version === 1)).toBe(true)
  })
})

test('who cooks is said in a sentence, of a breakfast alone', async () => {
  const { stage } = await invited()
  await stage.say(WHO, 'use a caterer')
  expect(await stage.planned()).toMatchObject({ food: 'caterer' })
  await stage.say(WHO, 'the culinary class cooks')
  await stage.say(WHO, 'adults do the food')
  expect(await stage.planned()).toMatchObject({ food: 'adults' })
})

test('one of its days, after the series was planned', async () => {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say('Hannah Stern', 'speaker from ibm every tuesday at 10:30 for six weeks, room 412')
  await stage.say('Hannah Stern', 'move just the 15th to 11am')
  expect(await stage.planned()).toMatchObject({ moved: [{ from: '2026-12-15', start: '2026-12-15T11:00' }] })
  const again = await stage.say('Hannah Stern', 'move just the 15th to 11am')
  expect(textOf(again)).toContain('It is on Tue, Dec 15, 11:00 already. Say the new day or time.')
})

test('what a button does can be said', async () => {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say('Hannah Stern', 'speaker from ibm dec 8 at 10:30, room 412, software, 25 students')
  expect(textOf(await stage.say('Hannah Stern', 'brief'))).toContain(
    'Dear Lorraine, thank you for speaking on Tue, Dec 8',
  )
  expect(textOf(await stage.say('Hannah Stern', 'make it an assembly'))).toContain('Assembly: all classes')
  expect(textOf(await stage.say('Hannah Stern', 'brief for the google speaker'))).toContain(
    'Brief: Guest speaker, Google',
  )
  await stage.say('Ruben Castillo', 'job shadow at turner dec 16 9 to 12, 6 kids')
  const slips = textOf(await stage.say('Ruben Castillo', 'permission slips are in'))
  expect(slips).toContain('To arrange: travel; emergency contacts; dress and safety gear.')
  await stage.say('Ruben Castillo', 'the travel is booked')
  const shadow = (await stage.store.find('event')).find(({ start }) => start === '2026-12-16T09:00')
  expect(shadow?.done).toEqual(['permission slips', 'travel'])
  const other = textOf(await stage.say('Ruben Castillo', 'the contract is done'))
  expect(other).not.toContain('To arrange')
})

test('of several who are to be invited, one that is not understood is said', async () => {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say(WHO, 'breakfast at edison dec 16 for auto')
  const said = textOf(await stage.say(WHO, 'invite jetblue, wobbly tires and delta'))
  expect(said).toContain('Not invited: wobbly tires. Say the whole name.')
  expect(said).toContain('No answer yet: Simone Baptiste, JetBlue Airways; Caroline Witt, Delta Air Lines')
  expect(textOf(await stage.say(WHO, 'invite google + mta for the dec 16 breakfast'))).not.toContain('Not invited')
})

test('a series moved to another weekday stays in its weeks', async () => {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say('Hannah Stern', 'speaker from ibm every tuesday at 10:30 for six weeks, room 412')
  await stage.say('Hannah Stern', 'move the ibm speaker series to wednesdays')
  await stage.press('Hannah Stern', 'All of them')
  expect(await stage.planned()).toMatchObject({
    start: '2026-12-09T10:30',
    repeats: 'FREQ=WEEKLY;BYDAY=WE;COUNT=6',
  })
})

test('"invite the teachers" invites no partner', async () => {
  const stage = await openCalendarStage('2026-12-01T10:00')
  await stage.say('Nadia Ferris', 'breakfast at edison dec 16 for auto')
  await stage.say('Nadia Ferris', 'invite the teachers')
  const invitations = await stage.store.find('invitation')
  expect(invitations.length).toBeGreaterThan(0)
  expect(invitations.every(({ staff, partner }) => staff !== undefined && partner === undefined)).toBe(true)
})
