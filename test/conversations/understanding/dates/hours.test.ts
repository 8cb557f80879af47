import { describe } from 'vitest'
import { reads, readsNothing } from './reading-table.ts'

describe('clock times', () => {
  reads([
    ['3pm', '15:00'],
    ['at 3 in the morning', '03:00'],
    ['at 2', '14:00'],
    ['at 9', '09:00'],
    ['at 12', '12:00'],
    ['3:15', '15:15'],
    ['15:15', '15:15'],
    ['7 p . m .', '19:00'],
    ['330 p.m.', '15:30'],
    ['at 1030', '10:30'],
    ['at 3 15', '15:15'],
    ['at three twenty', '15:20'],
    ['ten thirty am', '10:30'],
    ['nine fifty nine a m', '09:59'],
    ['half past eight', '08:30'],
    ['quarter to nine', '08:45'],
    ['a quarter past 3pm', '15:15'],
    ['20 minutes to 2pm', '13:40'],
    ['ten past 9', '09:10'],
    ['at ten to nine', '08:50'],
    ['15 to noon', '11:45'],
    ['half three', '15:30'],
    ["8 o'clock", '08:00'],
    ['noon', '12:00'],
    ['12 noon', '12:00'],
    ['at midnight', '00:00'],
    ['11ish', '11:00'],
    ['around 3pm', '15:00'],
    ['shall we leave at 6.45?', '18:45'],
    ['move it to 2', '14:00'],
    ['7 in the evening', '19:00'],
    ['10 at night', '22:00'],
    ['set it for ten forty five', '10:45'],
    ['at 15:30 pm', '15:30'],
    ['mid-day', '12:00'],
    ['5 hours after noon', '17:00'],
    ['30 minutes before 2pm on friday', '2026-12-04T13:30'],
    ['sometime after 4', '16:00'],
    ['this week 8am', '2026-11-30..2026-12-06 ~ + 08:00'],
  ])
  readsNothing([
    '25',
    '3 30',
    'three twenty',
    'two three',
    '4a',
    'two sixty a m',
    "single o'clock",
    'at a few',
    'at 650.650.6500',
    'mortgages were at 6.45 percent',
    'a 4:3 screen',
    'a 1:1 meeting',
    'at 34 Main St',
    'at 5 schools',
    'at 2 sites',
    'palm',
    'am I late',
    'up to date',
    'we met before 3 people came',
    'after 2 calls',
    "in the 70's",
  ])
})

describe('ranges of hours', () => {
  reads([
    ['9 to 2 on Dec 18', '2026-12-18T09:00..2026-12-18T14:00'],
    ['Dec 9, 8-9', '2026-12-09T08:00..2026-12-09T09:00'],
    ['May 7, 11-1', '2027-05-07T11:00..2027-05-07T13:00'],
    ['Nov 12 11-1', '2027-11-12T11:00..2027-11-12T13:00'],
    ['mar 24 9-12', '2027-03-24T09:00..2027-03-24T12:00'],
    ['3-4pm', '15:00..16:00'],
    ['11-1pm', '11:00..13:00'],
    ['10am-12', '10:00..12:00'],
    ['8am until 6', '08:00..18:00'],
    ['3:30 to 6 PM', '15:30..18:00'],
    ['9am-noon', '09:00..12:00'],
    ['from 9:30 - 11:00 on Thursday', '2026-12-03T09:30..2026-12-03T11:00'],
    ['Thursday from 9:30 untill 11', '2026-12-03T09:30..2026-12-03T11:00'],
    ['between 3 and 8am next Monday', '2026-12-07T03:00..2026-12-07T08:00'],
    ['next monday 6-8', '2026-12-07T18:00..2026-12-07T20:00'],
    ['0830-0930 on 12/9', '2026-12-09T08:30..2026-12-09T09:30'],
    ['6/4 between 9.30-4.30pm', '2027-06-04T09:30..2027-06-04T16:30'],
    ['5 to seven in the morning', '05:00..07:00'],
    ['from 3 in the morning until 5pm', '03:00..17:00'],
    ['11pm-1am', '23:00..01:00'],
    ['later than 9:30 but before 11:00 on thursday', '2026-12-03T09:30..2026-12-03T11:00'],
    ['between 2:00 tomorrow and 4:00', '2026-12-02T14:00..2026-12-02T16:00'],
    ['starts at 9 ends at 11 on 12/9', '2026-12-09T09:00..2026-12-09T11:00'],
    ['career day thursday at Grady 9-12', '2026-12-03 + 09:00..12:00'],
    ['time: 10-12', '10:00..12:00'],
    ['from 4pm today to 5pm tomorrow', '2026-12-01T16:00..2026-12-02T17:00'],
    ['from 23 to 3am', '23:00..03:00'],
    ['from now until noon', '2026-12-01T11:52..2026-12-01T12:00'],
    ['between now and eight', '2026-12-01T11:52..2026-12-01T20:00'],
  ])
  readsNothing(['two to four people', 'grades 9-12', 'ages 5-7', '9-12 graders', '2-3 interns', '7 - 8', 'periods 3-4'])
})

describe('durations', () => {
  reads([
    ['thursday noon, for 45 min', '2026-12-03T12:00..2026-12-03T12:45'],
    ['from 9 for 2.5 hrs', '09:00..11:30'],
    ['for 2 hours from 2pm', '14:00..16:00'],
    ["4pm for 30'", '16:00..16:30'],
    ['dec 9 at 10 for an hour and a half', '2026-12-09T10:00..2026-12-09T11:30'],
    ['Book it on 14th Feb for 7 hours from 9:30am', '2027-02-14T09:30..2027-02-14T16:30'],
    ['for 3 hours 30 minutes from 10 am', '10:00..13:30'],
  ])
  reads([['which have been quiet for 90 days', '-']])
  readsNothing(['a 2 hour visit', 'a 45 min call'])
})

describe('parts of the day', () => {
  reads([
    ['this morning', '2026-12-01'],
    ['called this am', '2026-12-01'],
    ['last night at 8', '2026-11-30T20:00 !past_date'],
    ['tonight at 7', '2026-12-01T19:00'],
    ['tomorrow evening', '2026-12-02'],
    ['in the morning at 7', '07:00'],
    ['tomorrow afternoon at 5', '2026-12-02T17:00'],
    ['monday early in the morning', '2026-12-07'],
    ['morning of the 15th of february', '2027-02-15'],
    ['first thing monday', '2026-12-07'],
    ['wednesday 7 in the evening', '2026-12-02T19:00'],
  ])
  readsNothing(['Good morning Paul', 'good night', 'morning!', 'an evening'])
})

describe('hours of other zones', () => {
  reads([
    ['thursday 9 am PST', '2026-12-03T12:00'],
    ['thursday 9 am EST', '2026-12-03T09:00'],
    ['jul 6 9am ET', '2027-07-06T09:00'],
    ['thursday 9 am (CST)', '2026-12-03T10:00'],
    ['12/3 at 2pm pacific time', '2026-12-03T17:00'],
    ['9:30 - 11:00 CST', '10:30..12:00'],
  ])
})
