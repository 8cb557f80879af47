import { describe } from 'vitest'
import { moment, reads, readsNothing } from './reading-table.ts'

describe('calendar days', () => {
  reads([
    ['career day on Dec 9', '2026-12-09'],
    ['december 9th, 2027', '2027-12-09'],
    ['Oct/2', '2027-10-02'],
    ['the 3rd of February', '2027-02-03'],
    ['second of Aug.', '2027-08-02'],
    ['May twenty nine', '2027-05-29'],
    ['december twenty-first', '2026-12-21'],
    ['15 of february', '2027-02-15'],
    ['twenty third day of September', '2027-09-23'],
    ['on mar4 in the lab', '2027-03-04'],
    ['26 june in 2028', '2028-06-26'],
    ['Jan. 15', '2027-01-15'],
    ['the ides of march', '2027-03-15'],
    ['novemebr 30', '2027-11-30'],
    ['14-Dec-2026', '2026-12-14'],
    ['2027/feb/03', '2027-02-03'],
    ['this 5th of may', '2026-05-05 !past_date'],
    ['january fifteenth two thousand twenty seven', '2027-01-15'],
    ['dec third twenty twenty six', '2026-12-03'],
    ['november 10th of last year', '2025-11-10 !past_date'],
    ['this year on june 10th', '2026-06-10 !past_date'],
    ['21-APR-27', '2027-04-21'],
  ])
  readsNothing(['we may 3', 'they march on', 'ask April', 'June is out', 'ask may'])
})

describe('days in digits', () => {
  reads([
    ['2/15', '2027-02-15'],
    ['on 22/04', '2027-04-22'],
    ['12/3/2026', '2026-12-03'],
    ['12/3/26', '2026-12-03'],
    ['12-30-26', '2026-12-30'],
    ['2026-12-03', '2026-12-03'],
    ['20261203', '2026-12-03'],
    ['On 2026 12 03 we meet', '2026-12-03'],
    ['2 / 15', '2027-02-15'],
    ['due on 5.12', '2027-05-12'],
    ['2027-02-03T09:40', '2027-02-03T09:40'],
    ['2027-02-03T14:40:00Z', '2027-02-03T09:40'],
    ['2027-02-03T14:40:00+01:00', '2027-02-03T08:40'],
    ['in 2/2027', '2027-02-01..2027-02-28 ~'],
    ['2027/11', '2027-11-01..2027-11-30 ~'],
    ['08/12,2027', '2027-08-12'],
    ['05/05/89', '1989-05-05 !past_date'],
  ])
  readsNothing([
    'a 24/7 hotline',
    '50/50',
    '2/3 of the class',
    'a 3/4 majority',
    '30/4.85',
    'call 212-555-0143',
    'ssn 123-12-1234',
    'part 133-03-03-2020',
    '32-2015',
    'ABC-12345-A1B2C3',
    'COVID-19',
    'version 2.15',
    '3-5 people',
  ])
})

describe('weekdays, planning', () => {
  reads([
    ['thursday', '2026-12-03'],
    ['on Tues', '2026-12-08'],
    ['this thursday', '2026-12-03'],
    ['next thursday', '2026-12-10'],
    ['last thursday', '2026-11-26 !past_date'],
    ['this coming thursday', '2026-12-03'],
    ['thursday after next', '2026-12-10'],
    ['wednesday of next week', '2026-12-09'],
    ['next week wednesday', '2026-12-09'],
    ['tues next wk', '2026-12-08'],
    ["last week's friday", '2026-11-27 !past_date'],
    ['3 fridays from now', '2026-12-18'],
    ['the first monday of next month', '2027-01-04'],
    ['last friday of january', '2027-01-29'],
    ['the 3rd thursday in january', '2027-01-21'],
    ['fifth last day of May', '2027-05-27'],
    ['the monday after january 20', '2027-01-25'],
    ['thu, dec 17', '2026-12-17'],
    ['dec 9 (wed)', '2026-12-09'],
    ['tuesday the 8th', '2026-12-08'],
    ['fri 18', '2026-12-18'],
    ['tomorrow (wed)', '2026-12-02'],
    ['wensday', '2026-12-02'],
    ['sat night', '2026-12-05'],
    ['tue/thu', '2026-12-08 + 2026-12-03'],
    ['sat & sun', '2026-12-05 + 2026-12-06'],
  ])
  readsNothing(['she sat with us', 'they sat down in the back', 'the sun is out', 'Sunny wedding', 'a mono recording'])
})

describe('weekdays, logging', () => {
  reads(
    [
      ['coffee on thursday', '2026-11-26'],
      ['coffee on tues', '2026-12-01'],
      ['last thursday', '2026-11-26'],
      ['this past monday', '2026-11-30'],
      ['2 thursdays ago', '2026-11-19'],
      ['on the 1st', '2026-12-01'],
      ['on the 12th', '2026-11-12'],
      ['12/3', '2025-12-03'],
      ['on March 3rd', '2026-03-03'],
      ['sat night', '2026-11-28'],
      ['tomorrow', '2026-12-02 !past_date'],
    ],
    { direction: 'behind' },
  )
})

describe('relative days', () => {
  reads([
    ['today', '2026-12-01'],
    ['tmrw', '2026-12-02'],
    ['yesterday', '2026-11-30 !past_date'],
    ['the day after tomorrow', '2026-12-03'],
    ['in two weeks', '2026-12-15'],
    ['in a month', '2027-01-01'],
    ["in a fortnight's time", '2026-12-15'],
    ['three weeks from tomorrow', '2026-12-23'],
    ['a week from thursday', '2026-12-10'],
    ['3 days after january 12th', '2027-01-15'],
    ['2 weeks before Christmas', '2026-12-11'],
    ['45 days ago', '2026-10-17 !past_date'],
    ['two weeks hence', '2026-12-15'],
    ['the next school day', '2026-12-02'],
    ['in 3 business days', '2026-12-04'],
    ['in 20 minutes', '2026-12-01T12:12'],
    ['in half an hour', '2026-12-01T12:22'],
    ['in 2 and a half hours', '2026-12-01T14:22'],
    ['1 day 21 hours ago', '2026-11-29T14:52 !past_date'],
    ['right now', '2026-12-01T11:52'],
    ['monday two weeks from now', '2026-12-14'],
    ['1 month and 21 days ago', '2026-10-10 !past_date'],
    ['an hour before now', '2026-12-01T10:52 !past_date'],
  ])
  readsNothing(['day after day', 'he was there 5 years', 'two weeks notice', 'the student of 3 months'])
  reads([['in a month', '2027-02-28']], { now: moment('2027-01-31T09:00') })
})

describe('days of the month', () => {
  reads([
    ['the 12th works', '2026-12-12'],
    ['on the first', '2026-12-01'],
    ['on the 17 from 2pm to 4pm', '2026-12-17T14:00..2026-12-17T16:00'],
    ['by the 15th of next month', '2027-01-15'],
    ['20 of this month', '2026-12-20'],
    ['the ninth at ten', '2026-12-09T10:00'],
    ['the 31st', '2026-12-31'],
    ['on 15 at 8:00', '2026-12-15T08:00'],
    ['first Sunday', '2026-12-06'],
  ])
  reads([['the 31st', '2027-03-31']], { now: moment('2027-02-10T09:00') })
  readsNothing([
    'the 3rd floor',
    'the 2nd speaker',
    'the second round',
    'in the 12th grade',
    '3rd period',
    'on 42nd street',
    'he is the one',
    '17th times',
    'based on 15 interviews',
    'count on 3 of them',
    'third Tuesday networking event',
    'the 10th graders',
    'first place',
  ])
})

describe('ranges and lists of days', () => {
  reads([
    ['Dec 14-16', '2026-12-14..2026-12-16'],
    ['Dec 14 - Dec 16', '2026-12-14..2026-12-16'],
    ['july 13 thru 15', '2027-07-13..2027-07-15'],
    ['from the 13th to the 15th of July', '2027-07-13..2027-07-15'],
    ['between 3 and 12 of Sept', '2027-09-03..2027-09-12'],
    ['1-8 september', '2027-09-01..2027-09-08'],
    ['from 4-23 in next month', '2027-01-04..2027-01-23'],
    ['april twenty-seventh to the third', '2027-04-27..2027-05-03'],
    ['Aug 27th - 29th', '2027-08-27..2027-08-29'],
    ['the 13th to the 15th', '2026-12-13..2026-12-15'],
    ['12/14-12/16', '2026-12-14..2026-12-16'],
    ['10/1/2027-10/7/2027', '2027-10-01..2027-10-07'],
    ['Feb 28th to March 1st', '2027-02-28..2027-03-01'],
    ['mon-wed', '2026-12-07..2026-12-09'],
    ['from next monday to friday', '2026-12-07..2026-12-11'],
    ['Nov 15 to Dec 15', '2026-11-15..2026-12-15'],
    ['from may to june', '2027-05-01..2027-06-30'],
    ['Mon-Wed next week', '2026-12-07..2026-12-09'],
    ['next week between Wednesday and Friday', '2026-12-09..2026-12-11'],
    ['from 4 to 22 this month', '2026-12-04..2026-12-22'],
    ['between now and November 15th', '2026-12-01..2027-11-15'],
    ['for 3 days starting from next Monday', '2026-12-07..2026-12-09'],
    ['Dec 14, 15 and 16', '2026-12-14 + 2026-12-15 + 2026-12-16'],
    ['may 5 & 6', '2027-05-05 + 2027-05-06'],
    ['the 14th, 15th and 16th', '2026-12-14 + 2026-12-15 + 2026-12-16'],
    ['dec 9 and 10 kids', '2026-12-09'],
  ])
})
