import { addDays, type LocalDate, weekdayOf } from '../data/time.ts'
import type { DayCalendar } from './understanding/dates/reading.ts'

/** A weekday on which the organization works: no holiday, no day off for all. A PD day is one: staff are there. */
export function isSchoolDay(day: LocalDate, calendar: DayCalendar): boolean {
  if (weekdayOf(day) > 5) return false
  if (calendar.holidays.some(({ date }) => date === day)) return false
  return !(calendar.daysOff ?? []).some(({ from, to }) => from <= day && day <= to)
}

/** The first school day after a day (`step` 1), or before it (-1). Gives up after a hundred days and returns that day. */
export function nextSchoolDay(day: LocalDate, calendar: DayCalendar, step: 1 | -1 = 1): LocalDate {
  let next = addDays(day, step)
  for (let looked = 0; looked < 100 && !isSchoolDay(next, calendar); looked += 1) next = addDays(next, step)
  return next
}
