import { describe, expect, test } from 'vitest'
import type { CalendarStage } from './calendar-stage.ts'
import { openCalendarStage, textOf } from './calendar-stage.ts'

const BREAKFAST = 'ev-breakfast-edison'

/** The sample's breakfast with answers: JetBlue 3, Delta 2, the MTA maybe; Dominic and Grace teach. */
async function withAnswers(): Promise<CalendarStage> {
  const stage = await openCalendarStage('2027-01-11T11:52', { withPages: true })
  await stage.say('Nadia Ferris', 'jetblue is in for the edison breakfast, 3 people')
  await stage.say('Nadia Ferris', 'delta is coming to the edison breakfast, 2 people')
  await stage.say('Nadia Ferris', 'great performances is coming to the edison breakfast, 2 people')
  await stage.say('Nadia Ferris', 'mta is a maybe for the edison breakfast')
  return stage
}

const seatsOf = async (stage: CalendarStage): Promise<string[]> => {
  const [plan] = await stage.store.find('seatPlan', { where: { event: BREAKFAST } })
  const partners = new Map((await stage.store.find('partner')).map(({ id, name }) => [`partner:${id}`, name]))
  const staff = new Map((await stage.store.find('staff')).map(({ id, name }) => [`staff:${id}`, name]))
  return (plan?.seats ?? []).map(
    ({ table, party, guests }) => `${table}: ${partners.get(party) ?? staff.get(party)} ${guests}`,
  )
}

describe('seats in chat', () => {
  test('who sits with whom, who has no seat and why, and the pages to print', async () => {
    const stage = await withAnswers()
    const text = textOf(await stage.say('Nadia Ferris', 'who sits with who on feb 1'))
    expect(text).toContain('Seats: Partner breakfast')
    expect(text).toContain('8 guests at')
    expect(text).toContain('JetBlue Airways 3')
    expect(text).toContain('MTA New York City Transit: said maybe')
    expect(text).toContain('No answer yet, a seat is kept for each: Enterprise Mobility.')
    expect(text).toContain('[Seating chart] [Table cards] [Sign-in sheet] [Preparation sheets] [Seat anew]')
  })

  test('asking changes nothing; the clock keeps the plan in step with the answers', async () => {
    const stage = await withAnswers()
    await stage.say('Nadia Ferris', 'who sits with who on feb 1')
    expect(await stage.store.find('seatPlan')).toEqual([])
    await stage.at('2027-01-11T12:00')
    const before = await seatsOf(stage)
    expect(before).toHaveLength(4)
    await stage.say('Nadia Ferris', 'jpmorgan is coming to the edison breakfast, 1 person')
    await stage.at('2027-01-11T13:00')
    const after = await seatsOf(stage)
    expect(after).toHaveLength(5)
    expect(after).toEqual(expect.arrayContaining(before))
  })

  test('"i want jetblue + great performances w me": the wish is kept, and the teacher is counted as coming', async () => {
    const stage = await withAnswers()
    const said = 'i want great performances + jetblue w me at the edison breakfast'
    const text = textOf(await stage.say('Dominic Santoro', said))
    expect(text).toContain('You are counted as coming.')
    const seats = await seatsOf(stage)
    const table = seats.find((seat) => seat.endsWith('Dominic Santoro 1'))?.[0]
    expect(seats).toContain(`${table}: JetBlue Airways 3`)
    expect(seats).toContain(`${table}: Great Performances 2`)
    // Delta is a rival of JetBlue.
    expect(seats).not.toContain(`${table}: Delta Air Lines 2`)
  })

  test('a seat is kept for a wished company that has not answered, and taken once it has', async () => {
    const stage = await withAnswers()
    const text = textOf(await stage.say('Dominic Santoro', 'seat enterprise with me at the edison breakfast'))
    expect(text).toContain('No answer yet, a seat is kept for each: Enterprise Mobility.')
    await stage.say('Nadia Ferris', 'enterprise is coming to the edison breakfast, 2 people')
    await stage.at('2027-01-11T12:00')
    const seats = await seatsOf(stage)
    const table = seats.find((seat) => seat.endsWith('Dominic Santoro 1'))?.[0]
    expect(seats).toContain(`${table}: Enterprise Mobility 2`)
  })

  test('"tables of 4" seats anew with as few moves as possible; a table of one is refused', async () => {
    const stage = await withAnswers()
    await stage.say('Nadia Ferris', 'who sits with who on feb 1')
    expect(textOf(await stage.say('Nadia Ferris', 'tables of 4 for the edison breakfast'))).toContain('of at most 4.')
    const [plan] = await stage.store.find('seatPlan')
    expect(plan?.tableSize).toBe(4)
    expect(textOf(await stage.press('Nadia Ferris', 'Seat anew'))).toContain('of at most 4.')
  })

  test('undo takes a wish back', async () => {
    const stage = await withAnswers()
    await stage.at('2027-01-11T12:00')
    await stage.say('Nadia Ferris', 'seat jetblue with delta at the edison breakfast')
    expect((await stage.store.find('seatPlan'))[0]?.pins).toHaveLength(1)
    await stage.say('Nadia Ferris', 'undo')
    expect((await stage.store.find('seatPlan'))[0]?.pins).toEqual([])
  })
})
