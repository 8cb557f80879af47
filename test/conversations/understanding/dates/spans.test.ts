import { describe, expect, test } from 'vitest'
import { readDateMentions, statedDays } from '../../../../conversations/understanding/dates/read.ts'
import { resolveSpan } from '../../../../conversations/understanding/dates/resolve.ts'
import { CALENDAR, NOW, reads, readsNothing } from './reading-table.ts'

describe('weeks, months, weekends', () => {
  reads([
    ['next week', '2026-12-07..2026-12-13 ~'],
    ['the following week', '2026-12-07..2026-12-13 ~'],
    ['the week after next', '2026-12-14..2026-12-20 ~'],
    ['the week of Dec 9', '2026-12-07..2026-12-13 ~'],
    ['wk of the 18th', '2026-12-14..2026-12-20 ~'],
    ['w/c Feb 4', '2027-02-01..2027-02-07 ~'],
    ['week 3', '2026-01-12..2026-01-18 !past_date ~'],
    ['first week of february', '2027-02-01..2027-02-07 ~'],
    ['the last week of july', '2027-07-26..2027-08-01 ~'],
    ['this weekend', '2026-12-05..2026-12-06 ~'],
    ['last week-end in october', '2027-10-30..2027-10-31 ~'],
    ['this work week', '2026-11-30..2026-12-04 ~'],
    ['next month', '2027-01-01..2027-01-31 ~'],
    ['in March', '2027-03-01..2027-03-31 ~'],
    ['it may be in may', '2027-05-01..2027-05-31 ~'],
    ['Dec 2027', '2027-12-01..2027-12-31 ~'],
    ['june next year', '2027-06-01..2027-06-30 ~'],
    ['the month after next', '2027-02-01..2027-02-28 ~'],
    ['next March', '2027-03-01..2027-03-31 ~'],
    ['March in a year', '2027-03-01..2027-03-31 ~'],
    ['next 3 days', '2026-12-02..2026-12-04 ~'],
    ['the next couple weeks', '2026-12-02..2026-12-15 ~'],
    ['next 4 business days', '2026-12-02..2026-12-07 ~'],
    ['the 3 next weeks', '2026-12-02..2026-12-22 ~'],
    ['within 5 minutes', '2026-12-01T11:52..2026-12-01T11:57'],
    ['the rest of the week', '2026-12-01..2026-12-06 ~'],
    ['this or next week', '2026-12-07..2026-12-13 ~'],
    ['partner of the month', '2026-12-01..2026-12-31 ~'],
  ])
  readsNothing([
    'Have a great week!',
    'sales by year',
    'in the first week',
    'this may take longer',
    'May I ask',
    'march on',
    'there is no week 00',
    'with June from Verizon',
    'Angie Mar of the union',
  ])
})

describe('edges', () => {
  reads([
    ['end of the week', '2026-12-04'],
    ['by eow', '2026-12-04'],
    ['end of the month', '2026-12-31'],
    ['end of next week', '2026-12-11'],
    ['end of feb', '2027-02-28'],
    ['early next week', '2026-12-07 ~'],
    ['mid january', '2027-01-15 ~'],
    ['beginning of february', '2027-02-01 ~'],
    ['by end of day friday', '2026-12-04'],
    ['end of the school year', '2027-06-30'],
    ['end of 2027', '2027-12-31'],
  ])
  readsNothing(["we've reached the end of the line", 'end of', 'the end of the', 'an early bird'])
})

describe('spans that ask takes', () => {
  const span = (text: string): string => {
    const mention = readDateMentions(text, { calendar: CALENDAR })[0]
    if (!mention) return ''
    const { from, to } = resolveSpan(mention, { now: NOW, direction: 'ahead', calendar: CALENDAR })
    return `${from ?? ''}..${to ?? ''}`
  }
  test.each([
    ['this week', '2026-11-30..2026-12-06'],
    ['next week', '2026-12-07..2026-12-13'],
    ['this month', '2026-12-01..2026-12-31'],
    ['in january', '2027-01-01..2027-01-31'],
    ['this year', '2026-07-01..2027-06-30'],
    ['last year', '2025-07-01..2026-06-30'],
    ['last school year', '2025-07-01..2026-06-30'],
    ['so far', '..2026-12-01'],
    ['so far this year', '2026-07-01..2026-12-01'],
    ['since september', '2026-09-01..'],
    ['since Sept 15', '2026-09-15..'],
    ['today', '2026-12-01..2026-12-01'],
    ['the last 30 days', '2026-11-01..2026-12-01'],
    ['in the past 2 weeks', '2026-11-17..2026-12-01'],
    ['next 30 days', '2026-12-01..2026-12-31'],
    ['dec 14 to 16', '2026-12-14..2026-12-16'],
  ])('%s', (text, expected) => {
    expect(span(text)).toBe(expected)
  })

  test.each([
    ['who have we not talked to in 60 days', 60],
    ['quiet for 90 days', 90],
    ['in 2 weeks', 14],
    ['the last 3 months', 90],
    ['on friday', undefined],
  ])('days stated in: %s', (text, days) => {
    const mention = readDateMentions(text)[0]
    expect(mention && statedDays(mention)).toBe(days)
  })
})
