import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf, type LocalDate, type LocalTime, localMomentAt, momentAt, timeOf } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { isSchoolDay, nextSchoolDay } from '../school-days.ts'
import { turnIdOf } from '../turns.ts'

/** When people are reminded and asked, local time. */
export const MORNING = '08:00' as LocalTime

/** Whether the day's reminders may go out by now. */
export const isMorningOver = ({ local }: Moment): boolean => timeOf(local) >= MORNING

/** So many days before a day; what would fall on no school day is on the school day before it. */
export function reminderDay(date: LocalDate, daysBefore: number, { knowledge }: Moment): LocalDate {
  const day = addDays(date, -daysBefore)
  return isSchoolDay(day, knowledge.calendar) ? day : nextSchoolDay(day, knowledge.calendar, -1)
}

/** Whether an event was planned, or moved here, before a morning: what came later needs no word of it. */
export function wasKnownBy(day: LocalDate, { at, movedAt }: RecordOf<'event'>, { zone }: Moment): boolean {
  return localMomentAt(movedAt ?? at, zone) < momentAt(day, MORNING)
}

/** Whether an occasion of the calendar's was taken before: nothing is said twice. */
export async function wasTaken(occasion: string, { reads }: Moment): Promise<boolean> {
  return (await reads.turn(turnIdOf(`due:calendar:${occasion}`))) !== undefined
}

/** Today, as far as reminders go. */
export const todayOf = ({ local }: Moment): LocalDate => dateOf(local)
