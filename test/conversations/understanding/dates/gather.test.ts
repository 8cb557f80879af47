import { describe } from 'vitest'
import { reads } from './reading-table.ts'

describe('a series whose parts stand apart', () => {
  reads([
    ['thursdays at 9, first one feb 11', 'FREQ=WEEKLY;BYDAY=TH 2027-02-11T09:00'],
    ['every other monday at 2, the first session is feb 8', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO 2027-02-08T14:00'],
    ['weekly tutoring in the lab starting jan 13', 'FREQ=WEEKLY;BYDAY=WE 2027-01-13'],
    ['mondays at 10, beginning january 11, 8 times', 'FREQ=WEEKLY;BYDAY=MO;COUNT=8 2027-01-11T10:00'],
    [
      'wednesdays 1 to 2 starting jan 6 through mar 3',
      'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270303 2027-01-06T13:00..2027-01-06T14:00',
    ],
    ['monthly council, 2nd thursday at 4', 'FREQ=MONTHLY;BYDAY=2TH 2026-12-10T16:00'],
    ['standing meeting first monday of the month at 3', 'FREQ=MONTHLY;BYDAY=1MO 2026-12-07T15:00'],
    ['regular check, last friday of the month', 'FREQ=MONTHLY;BYDAY=-1FR 2026-12-25'],
    ['third tuesday of the month thru april', 'FREQ=MONTHLY;BYDAY=3TU;UNTIL=20270430 2026-12-15'],
    ['weekly, fridays, at 11', 'FREQ=WEEKLY;BYDAY=FR 2026-12-04T11:00'],
    ['every tuesday for four weeks at 1', 'FREQ=WEEKLY;BYDAY=TU;COUNT=4 2026-12-08T13:00'],
  ])
})

describe('days that are no part of a series', () => {
  reads([
    ['first monday of the month at 3', '2026-12-07T15:00'],
    ['the first one is feb 11', '2027-02-11'],
    ['lunch on jan 13, starting at noon', '2027-01-13T12:00'],
    ['meeting the 2nd thursday of january', '2027-01-14'],
  ])
})
