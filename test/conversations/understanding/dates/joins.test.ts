import { describe, expect, test } from 'vitest'
import { joinMentions, readDateMentions, splitRange } from '../../../../conversations/understanding/dates/read.ts'
import type { DateMention } from '../../../../conversations/understanding/dates/reading.ts'
import { resolve } from '../../../../conversations/understanding/dates/resolve.ts'
import { CALENDAR, NOW, readAll, reads } from './reading-table.ts'

const context = { now: NOW, direction: 'ahead', calendar: CALENDAR } as const
const only = (text: string): DateMention[] => readDateMentions(text, { calendar: CALENDAR })

describe('days, times and ranges side by side', () => {
  reads([
    ['Tues at 2', '2026-12-08T14:00'],
    ['7 in the evening', '19:00'],
    ['Thu, Dec 17, 2026 9:00 AM – 2:00 PM', '2026-12-17T09:00..2026-12-17T14:00'],
    ['Mon Mar 8, 10am', '2027-03-08T10:00'],
    ['date: 4/13\ntime: 10-12', '2027-04-13T10:00..2027-04-13T12:00'],
    ['when: 12/3\noffer: 3 internships\nfollow up: 12/18', '2026-12-03 + 2026-12-18'],
    ['Wed. Dec. 9th, 8:00-9:00 a.m.', '2026-12-09T08:00..2026-12-09T09:00'],
    ['Mon, 14 Dec 2026 09:30:00 -0500', '2026-12-14T09:30'],
    ['wednesday evening next week at 6', '2026-12-09T18:00'],
    ['the first Monday 1pm to 3pm of next month', '2027-01-04T13:00..2027-01-04T15:00'],
    ['april eighth from nine to eleven thirty', '2027-04-08T09:00..2027-04-08T11:30'],
    ['Dec 14 - 16, 9 to 12', '2026-12-14T09:00..2026-12-16T12:00'],
    ['out from dec 14 9am to dec 16 5pm', '2026-12-14T09:00..2026-12-16T17:00'],
    ['jan 5 or jan 6 at 9', '2027-01-05 + 2027-01-06T09:00'],
    ['coffee today, follow up in two weeks', '2026-12-01 + 2026-12-15'],
    ['Thursday 2 paid interns', '2026-12-03'],
    ['we will be only 3 next week', '2026-12-07..2026-12-13 ~'],
    ['ＤＥＣ', ''],
    ['DEC 9 AT 2PM', '2026-12-09T14:00'],
    ['dec 9 🎉 at 2pm', '2026-12-09 + 14:00'],
  ])
})

describe('names that are taken', () => {
  test.each([
    ['lunch with Monday Motors on friday', 'Monday Motors', '2026-12-04'],
    ['met April Nguyen on dec 9', 'April Nguyen', '2026-12-09'],
    ['call May Lim on may 3', 'May Lim', '2027-05-03'],
    ['mtg with Local 3 at 12', 'Local 3', '12:00'],
    ['First Friday Coffee on the 4th', 'First Friday Coffee', '2026-12-04'],
    ['tues at 2 Studio 9', 'Studio 9', '2026-12-08T14:00'],
  ])('%s', (text, name, expected) => {
    const from = text.indexOf(name)
    expect(readAll(text, { taken: [{ from, to: from + name.length }] })).toBe(expected)
  })
})

describe('mentions for the frame', () => {
  test('spans and words are as typed', () => {
    const text = 'Career day — Tues at 2, rm 412'
    const [mention] = only(text)
    expect(mention?.text).toBe('Tues at 2')
    expect(text.slice(mention?.span.from, mention?.span.to)).toBe('Tues at 2')
  })

  test('a day and a range of hours that stand apart are joined', () => {
    const [day, hours] = only('career day thursday at Grady 9-12')
    expect(day && hours && resolve(joinMentions(day, hours), context)).toMatchObject({
      start: '2026-12-03T09:00',
      end: '2026-12-03T12:00',
    })
  })

  test('a vague week and an hour give its Monday', () => {
    const [week, hour] = only('site visit next week for teachers, 9am')
    expect(week && hour && resolve(joinMentions(week, hour), context)).toMatchObject({
      start: '2026-12-07T09:00',
      isVague: true,
    })
  })

  test('a range has two ends', () => {
    const [range] = only('moved from the 9th to the 10th')
    const ends = range && splitRange(range)
    expect(ends?.map((end) => resolve(end, context).start)).toEqual(['2026-12-09', '2026-12-10'])
    const [hours] = only('change it from 2 to 3')
    expect(hours && splitRange(hours)?.map((end) => resolve(end, context).start)).toEqual(['14:00', '15:00'])
    const [single] = only('on friday')
    expect(single && splitRange(single)).toBeUndefined()
  })

  test.each([
    ['by friday', { isDeadline: true }],
    ['no later than 12/10', { isDeadline: true }],
    ['around 3pm', { isApproximate: true }],
    ['next week', { isVague: true, isSpan: true, shape: 'days' }],
    ['early next week', { isVague: true, isSpan: false, shape: 'day' }],
    ['end of the week', { isVague: false, shape: 'day' }],
    ['at the moment', { isWeak: true }],
    ['tomorrow at 9', { shape: 'moment' }],
    ['tomorrow 9-10', { shape: 'moments' }],
    ['9-10am', { shape: 'hours' }],
    ['every friday', { shape: 'recurrence', isVague: false }],
    ['for 90 days', { shape: 'duration' }],
  ])('flags of: %s', (text, flags) => {
    expect(only(text)[0]).toMatchObject(flags)
  })
})
