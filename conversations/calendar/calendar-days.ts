import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import type { LocalDate } from '../../data/time.ts'
import { traitsOf } from './kinds.ts'

export type CalendarDays = readonly RecordOf<'calendarDay'>[]

/** The organization's calendar between two days, both inside. */
export async function calendarBetween(from: LocalDate, to: LocalDate, reads: Reads): Promise<CalendarDays> {
  return reads.find('calendarDay', {
    where: { from: { to }, to: { from } },
    order: { by: 'from', direction: 'ascending' },
  })
}

/** What the calendar has on a day for a school; days of other schools alone are left out. */
export function daysAt(date: LocalDate, school: string | undefined, days: CalendarDays): CalendarDays {
  return days.filter(
    ({ from, to, schools }) =>
      from <= date && date <= to && (!schools || (school !== undefined && schools.includes(school))),
  )
}

/** Why an event cannot well be on a day: a holiday, a day off, or for students a PD day. */
export function dayOffReason(
  date: LocalDate,
  event: Pick<RecordOf<'event'>, 'event' | 'school'>,
  days: CalendarDays,
): string | undefined {
  const here = daysAt(date, event.school, days)
  const off = here.find(({ type }) => type === 'holiday' || type === 'off')
  if (off) return off.name
  const pd = here.find(({ type }) => type === 'pd')
  return pd && traitsOf(event.event).isForStudents ? 'PD day, students are absent' : undefined
}
