import { describe, expect, test } from 'vitest'
import { HOLIDAY_RULES } from '../../../../conversations/understanding/dates/holiday-rules.ts'
import { moment, reads, readsNothing } from './reading-table.ts'

describe('rules', () => {
  test.each([
    ['thanksgiving', 2026, '2026-11-26'],
    ['mlk', 2027, '2027-01-18'],
    ['president day', 2027, '2027-02-15'],
    ['memorial day', 2027, '2027-05-31'],
    ['labor day', 2026, '2026-09-07'],
    ['election day', 2026, '2026-11-03'],
    ['easter', 2027, '2027-03-28'],
    ['easter', 2019, '2019-04-21'],
    ['good friday', 2027, '2027-03-26'],
    ['mother day', 2027, '2027-05-09'],
    ['black friday', 2026, '2026-11-27'],
    ['chinese new year', 2027, '2027-02-06'],
    ['rosh hashanah', 2026, '2026-09-12'],
    ['yom kippur', 2026, '2026-09-21'],
    ['passover', 2027, '2027-04-22'],
    ['eid al fitr', 2023, '2023-04-21'],
  ])('%s in %i', (id, year, date) => {
    expect(HOLIDAY_RULES.get(id)?.(year)).toBe(date)
  })
})

describe('holidays in a text', () => {
  reads([
    ['xmas at 6 pm', '2026-12-25T18:00'],
    ["new year's eve", '2026-12-31'],
    ['MLK Jr. day', '2027-01-18'],
    ["st patrick's day 2028", '2028-03-17'],
    ["Mother's Day", '2027-05-09'],
    ['next memorial day', '2027-05-31'],
    ['last thanksgiving', '2026-11-26 !past_date'],
    ['labor day of last year', '2025-09-01 !past_date'],
    ['memorial day weekend', '2027-05-29..2027-05-31 ~'],
    ['thanksgiving in 11 months', '2027-11-25'],
    ['4th of July', '2027-07-04'],
    ['the day after thanksgiving', '2027-11-26'],
    ['the closest xmas to today', '2026-12-25'],
  ])
  readsNothing(['a christmassy mood', 'the president of the board', 'mother and father', 'labor costs'])
})

describe("the organization's calendar", () => {
  reads([
    ['on the pd day', '2027-02-01'],
    ['next PD day at 8', '2027-02-01T08:00'],
    ['the June PD day, 9-2', '2027-06-10T09:00..2027-06-10T14:00'],
    ['the January PD day', '-'],
    ['professional development day', '2027-02-01'],
    ["on founders' day", '2027-01-22'],
    ['after winter recess, 9:30am', '2027-01-04T09:30'],
    ['after the break', '2027-01-04'],
    ['after christmas', '2027-01-04'],
    ['right before winter break', '2026-12-23'],
    ['over midwinter recess', '2027-02-15..2027-02-19 ~'],
    ['after february break', '2027-02-22'],
    ['the friday before winter break', '2026-12-18'],
  ])
  reads(
    [
      ['after thanksgiving at 4', '2026-11-30T16:00'],
      ['before thanksgiving', '2026-11-25'],
      ['the week after thanksgiving', '2026-11-30..2026-12-06 ~'],
      ['the monday after thanksgiving', '2026-11-30'],
    ],
    { now: moment('2026-11-23T10:50') },
  )
  reads([['at the pd day', '2026-11-03']], { direction: 'behind' })
  readsNothing(['pd 3', 'the update', 'a lunch break room'])
})
