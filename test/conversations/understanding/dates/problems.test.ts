import { describe, expect, test } from 'vitest'
import { readDateMentions } from '../../../../conversations/understanding/dates/read.ts'
import { resolve } from '../../../../conversations/understanding/dates/resolve.ts'
import { moment, NOW, reads, ZONE } from './reading-table.ts'

describe('days and hours that do not exist', () => {
  reads([
    ['mock interviews feb 30 at 1pm', '- !impossible_date'],
    ['visited on 2/30', '- !impossible_date'],
    ['Breakfast 13/45 at Edison', '- !impossible_date'],
    ['june 31st', '- !impossible_date'],
    ['2/29', '- !impossible_date'],
    ['dec 9 at 25:00', '2026-12-09 !impossible_date'],
    ['dec 9 at 9:75', '2026-12-09 !impossible_date'],
    ['3pm to 2pm on dec 9', '2026-12-09T15:00 !impossible_date'],
    ['2015-1-32 is wrong', '- !impossible_date'],
  ])
  reads([['2/29', '2028-02-29']], { now: moment('2027-03-22T09:00') })
})

describe('weekdays that are another day', () => {
  reads([
    ['Tuesday Nov 18', '2027-11-18 !weekday_mismatch'],
    ['Tuesday May 12 at 3', '2027-05-12T15:00 !weekday_mismatch'],
    ['thu the 15th', '2026-12-15 !weekday_mismatch'],
    ['Friday, Dec 9, 2026', '2026-12-09 !weekday_mismatch'],
    ['today 12/2', '2026-12-01 !weekday_mismatch'],
    ['Friday Nov 27', '2026-11-27 !past_date'],
  ])

  test('without anyone to ask, the next one that fits is looked for', () => {
    const mention = readDateMentions('thu the 15th')[0]
    const context = {
      now: NOW,
      direction: 'ahead',
      calendar: { pdDays: [], holidays: [] },
      onMismatch: 'search',
    } as const
    expect(mention && resolve(mention, context)).toMatchObject({ start: '2027-04-15', problems: [] })
  })
})

describe('moments gone, or not yet come', () => {
  reads([
    ['career day on 10/15/2026', '2026-10-15 !past_date'],
    ['today at 9am', '2026-12-01T09:00 !past_date'],
    ['today at 2', '2026-12-01T14:00'],
    ['today', '2026-12-01'],
    ['this week', '2026-11-30..2026-12-06 ~'],
    ['last week', '2026-11-23..2026-11-29 !past_date ~'],
  ])
  reads(
    [
      ['over coffee on Jan 20, 2027', '2027-01-20 !past_date'],
      ['today at 9am', '2026-12-01T09:00'],
      ['yesterday', '2026-11-30'],
    ],
    { direction: 'behind' },
  )
})

describe('hours that daylight saving skips or doubles', () => {
  const at = (text: string) => {
    const mention = readDateMentions(text)[0]
    const context = { now: NOW, direction: 'ahead', calendar: { pdDays: [], holidays: [] }, zone: ZONE } as const
    return mention && resolve(mention, context)
  }

  test('skipped: the day stays, the hour does not', () => {
    expect(at('Mar 14, 2027 at 2:30am')).toMatchObject({
      start: '2027-03-14',
      problems: ['impossible_date'],
      zoneProblem: 'skipped',
    })
  })

  test('doubled: said, not guessed', () => {
    expect(at('Nov 7, 2027 at 1:30am')).toMatchObject({
      start: '2027-11-07T01:30',
      problems: [],
      zoneProblem: 'doubled',
    })
  })
})
