import { occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads, Reliance } from '../../data/store.ts'
import { dateOf } from '../../data/time.ts'
import { roomKey } from './rooms.ts'
import { teachersOf } from './teachers.ts'

/** Guards that one plan holds at most: a longer series is guarded for its first times. */
const MOST_GUARDS = 240

/**
 * What an event takes, as guards: two plans that take one of them at once cannot both be kept without the second being
 * decided again, and so warned.
 */
export function resourcesOf(event: RecordOf<'event'>, staff: readonly RecordOf<'staff'>[]): string[] {
  const { school, room, people } = event
  const teachers = teachersOf(event, staff)
  const days = [...new Set(occurrencesOf({ ...event, isCancelled: false }).map(({ start }) => dateOf(start)))]
  const guards = days.flatMap((day) => [
    ...(school && room ? [`room ${roomKey(room)} at ${school} ${day}`] : []),
    ...(school && event.period ? [`period ${event.period} at ${school} ${day}`] : []),
    ...people.map((person) => `person ${person} ${day}`),
    ...teachers.map((teacher) => `teacher ${teacher.id} ${day}`),
    ...(school && !room && people.length === 0 ? [`${event.event} at ${school} ${day}`] : []),
  ])
  return guards.slice(0, MOST_GUARDS)
}

/** The guards as they are now, for the turn to rely on. */
export async function relyOn(guards: readonly string[], reads: Reads): Promise<Reliance[]> {
  return Promise.all(guards.map(async (guard) => ({ guard, version: await reads.guard(guard) })))
}
