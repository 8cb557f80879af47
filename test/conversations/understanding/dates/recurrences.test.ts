import { describe } from 'vitest'
import { reads, readsNothing } from './reading-table.ts'

describe('recurrences', () => {
  reads([
    ['every tuesday at 1', 'FREQ=WEEKLY;BYDAY=TU 2026-12-08T13:00'],
    ['each monday at 4pm', 'FREQ=WEEKLY;BYDAY=MO 2026-12-07T16:00'],
    ['every other Friday at 2 starting Jan 8', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2027-01-08T14:00'],
    ['the first Tuesday of every month at 3:30', 'FREQ=MONTHLY;BYDAY=1TU 2027-01-05T15:30'],
    ['last friday of each month at noon', 'FREQ=MONTHLY;BYDAY=-1FR 2026-12-25T12:00'],
    ['1st and 3rd wednesdays at 4', 'FREQ=MONTHLY;BYDAY=1WE,3WE 2026-12-02T16:00'],
    ['every 2nd tuesday of the month', 'FREQ=MONTHLY;BYDAY=2TU 2026-12-08'],
    ['every second tuesday', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=TU 2026-12-08'],
    ['every tue and thu 9-10', 'FREQ=WEEKLY;BYDAY=TU,TH 2026-12-03T09:00..2026-12-03T10:00'],
    ['Tuesdays and Thursdays at 2', 'FREQ=WEEKLY;BYDAY=TU,TH 2026-12-03T14:00'],
    ['friday mornings', 'FREQ=WEEKLY;BYDAY=FR 2026-12-04'],
    ['alternate fridays at 2', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR 2026-12-04T14:00'],
    ['weekly', 'FREQ=WEEKLY -'],
    ['weekly check-in fridays at 10', 'FREQ=WEEKLY;BYDAY=FR 2026-12-04T10:00'],
    ['biweekly', 'FREQ=WEEKLY;INTERVAL=2 -'],
    ['monthly on the 15th', 'FREQ=MONTHLY;BYMONTHDAY=15 2026-12-15'],
    ['monthly on the first tuesday at 3:30', 'FREQ=MONTHLY;BYDAY=1TU 2027-01-05T15:30'],
    ['on 19th of every month', 'FREQ=MONTHLY;BYMONTHDAY=19 2026-12-19'],
    ['every three week', 'FREQ=WEEKLY;INTERVAL=3 -'],
    ['every day at 3pm', 'FREQ=DAILY 2026-12-01T15:00'],
    ['every day at 9', 'FREQ=DAILY 2026-12-02T09:00'],
    ['3pm each day', 'FREQ=DAILY 2026-12-01T15:00'],
    ['every weekday at 8am', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR 2026-12-02T08:00'],
    ['every two weekends', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SA,SU 2026-12-05'],
    ['quarterly', 'FREQ=MONTHLY;INTERVAL=3 -'],
    ['semi-annually', 'FREQ=MONTHLY;INTERVAL=6 -'],
    ['once a year', 'FREQ=YEARLY -'],
    ['MWF 9-10', 'FREQ=WEEKLY;BYDAY=MO,WE,FR 2026-12-02T09:00..2026-12-02T10:00'],
  ])
  readsNothing(['every partner', 'each of them', 'all students', 'any day', 'first interns'])
})

describe('how long a recurrence runs', () => {
  reads([
    ['every tuesday at 1 at mckee until mar 30', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270330 2026-12-08T13:00'],
    ['tuesdays at 1 through may', 'FREQ=WEEKLY;BYDAY=TU;UNTIL=20270531 2026-12-08T13:00'],
    ['every Wednesday at 11, 6 times', 'FREQ=WEEKLY;BYDAY=WE;COUNT=6 2026-12-02T11:00'],
    ['every friday at 2 for six weeks', 'FREQ=WEEKLY;BYDAY=FR;COUNT=6 2026-12-04T14:00'],
    ['every tue and thu at 9 for 6 weeks', 'FREQ=WEEKLY;BYDAY=TU,TH;COUNT=12 2026-12-03T09:00'],
    ['every other friday at 2 for 6 weeks', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=FR;COUNT=3 2026-12-04T14:00'],
    ['daily at 9 for two weeks starting monday', 'FREQ=DAILY;COUNT=14 2026-12-07T09:00'],
    ['every wednesday from jan 6 to feb 10 at 2', 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270210 2027-01-06T14:00'],
    ['each wed in january at 2', 'FREQ=WEEKLY;BYDAY=WE;UNTIL=20270131 2027-01-06T14:00'],
    ['four tuesdays in january', 'FREQ=WEEKLY;BYDAY=TU;COUNT=4 2027-01-05'],
    [
      'thursdays 10:36-11:20 till the end of january',
      'FREQ=WEEKLY;BYDAY=TH;UNTIL=20270131 2026-12-03T10:36..2026-12-03T11:20',
    ],
    ['weekly starting Jan 8', 'FREQ=WEEKLY;BYDAY=FR 2027-01-08'],
  ])
})
