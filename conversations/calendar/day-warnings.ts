import { overAt } from '../../data/occurrences.ts'
import {
  dateOf,
  formatDay,
  formatTime,
  isLocalMoment,
  type LocalDate,
  minutesOf,
  timeOf,
  weekdayOf,
} from '../../data/time.ts'
import { type CalendarDays, daysAt } from './calendar-days.ts'
import { traitsOf } from './kinds.ts'
import type { PlanContext, Warning } from './warnings.ts'

/** Staff and partners come this long before or after school without a word. Minutes. */
const AROUND_SCHOOL_MINUTES = 120

/** What a day is: a holiday, a day off, a PD day, an exam day, a weekend; and hours when school is not in session. */
export function dayWarnings(context: PlanContext): Warning[] {
  const { event, now } = context
  // A series leaves out its days off, and says so on its card.
  if (event.repeats) return hourWarnings(context)
  const first = dateOf(event.start)
  const warnings = [...calendarWarnings(first, context)]
  const last = event.end ? dateOf(event.end) : first
  if (last > first) {
    for (const warning of calendarWarnings(last, context)) {
      if (!warnings.some(({ key }) => key === warning.key)) warnings.push(warning)
    }
  }
  if (weekdayOf(first) > 5 && traitsOf(event.event).isForStudents) {
    warnings.push({ key: `weekend:${first}`, text: `${formatDay(first, now)} is a weekend.`, remedy: 'day' })
  }
  return warnings.length > 0 ? warnings : hourWarnings(context)
}

function calendarWarnings(date: LocalDate, { event, days, now }: PlanContext): Warning[] {
  const day = formatDay(date, now)
  const { isForStudents } = traitsOf(event.event)
  return daysAt(date, event.school, days).flatMap((found): Warning[] => {
    switch (found.type) {
      case 'holiday':
        return [{ key: `holiday:${date}`, text: `${day} is a holiday: ${found.name}.`, remedy: 'day' }]
      case 'off':
        return [{ key: `off:${date}`, text: `${day} is a day off: ${found.name}.`, remedy: 'day' }]
      case 'exam':
        return [{ key: `exam:${date}`, text: `${day} is an exam day: rooms and teachers are taken up.`, remedy: 'day' }]
      case 'pd':
        return isForStudents
          ? [{ key: `pd:${date}`, text: `${day} is a PD day: students are absent.`, remedy: 'day' }]
          : []
      default:
        return found.type satisfies never
    }
  })
}

function hourWarnings({ event, names }: PlanContext): Warning[] {
  const hours = names.school?.hours
  if (!hours || !isLocalMoment(event.start)) return []
  const slack = traitsOf(event.event).isForStudents ? 0 : AROUND_SCHOOL_MINUTES
  const from = minutesOf(timeOf(event.start))
  const isLastDay = event.end === undefined || dateOf(event.end) === dateOf(event.start)
  const to = event.end && isLocalMoment(event.end) && isLastDay ? minutesOf(timeOf(overAt(event))) : from
  if (from >= minutesOf(hours[0]) - slack && to <= minutesOf(hours[1]) + slack) return []
  const school = names.school?.name ?? 'The school'
  const text = `${school} is in session ${formatTime(hours[0])} to ${formatTime(hours[1])}; this is at ${formatTime(timeOf(event.start))}.`
  return [{ key: `hours:${timeOf(event.start)}`, text, remedy: 'time' }]
}

/** Whether the calendar has nothing against a day for this event. */
export function isGoodDay(date: LocalDate, context: PlanContext, days: CalendarDays): boolean {
  return weekdayOf(date) <= 5 && calendarWarnings(date, { ...context, days }).length === 0
}
