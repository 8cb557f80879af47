import { timesOn } from '../../data/occurrences.ts'
import type { Reads } from '../../data/store.ts'
import {
  addDays,
  dateOf,
  formatDay,
  formatTime,
  isLocalMoment,
  type LocalDate,
  minutesOf,
  timeOf,
} from '../../data/time.ts'
import { calendarBetween } from './calendar-days.ts'
import { clashesIn, loadNeighbours } from './clashes.ts'
import { isGoodDay } from './day-warnings.ts'
import { timesOfPeriod } from './event-times.ts'
import { roomKey, roomWords } from './rooms.ts'
import type { Fix, PlanContext } from './warnings.ts'

/** Days within which another one is looked for. */
const DAYS_AHEAD = 30
const MOST_DAYS = 2
const MOST_ROOMS = 2
const MOST_PERIODS = 2

/** The next days that the calendar has nothing against and on which nothing clashes, at the same hours. */
export async function daysInstead(context: PlanContext, reads: Reads): Promise<Fix[]> {
  const { event, now } = context
  const from = dateOf(event.start)
  const days = await calendarBetween(from, addDays(from, DAYS_AHEAD), reads)
  const fixes: Fix[] = []
  for (let step = 1; step <= DAYS_AHEAD && fixes.length < MOST_DAYS; step += 1) {
    const day: LocalDate = addDays(from, step)
    if (!isGoodDay(day, context, days)) continue
    const times = timesOn(day, event)
    const there = { ...event, ...times }
    if (clashesIn(there, await loadNeighbours(there, reads)).length > 0) continue
    fixes.push({
      label: formatDay(day, now),
      changes: { start: times.start, ...(times.end ? { end: times.end } : {}) },
    })
  }
  return fixes
}

/** Rooms of the school that are free then and large enough, the smallest first. */
export function roomsInstead({ event, names, neighbours }: PlanContext): Fix[] {
  const need = event.headcount ?? 0
  const free = (names.school?.rooms ?? []).filter(({ name, capacity }) => {
    if (event.room && roomKey(name) === roomKey(event.room)) return false
    if (capacity === undefined ? need > 0 : capacity < need) return false
    return clashesIn({ ...event, room: name }, neighbours).every(({ over }) => over.kind !== 'room')
  })
  return free
    .sort((a, b) => (a.capacity ?? 0) - (b.capacity ?? 0))
    .slice(0, MOST_ROOMS)
    .map(({ name, capacity }) => ({
      label: capacity === undefined ? roomWords(name) : `${roomWords(name)} (${capacity})`,
      changes: { room: name },
    }))
}

/** Periods of the same day in which nothing clashes, the nearest first. */
export function periodsInstead({ event, names, neighbours }: PlanContext): Fix[] {
  if (event.repeats) return []
  const day = dateOf(event.start)
  const wanted = isLocalMoment(event.start) ? minutesOf(timeOf(event.start)) : 0
  return Object.entries(names.school?.periods ?? {})
    .filter(([period]) => period !== event.period)
    .flatMap(([period, [from, to]]) => {
      const times = timesOfPeriod(day, period, names.school)
      if (!times?.end || clashesIn({ ...event, ...times, period }, neighbours).length > 0) return []
      const label = `Period ${period}, ${formatTime(from)} to ${formatTime(to)}`
      const fix: Fix = { label, changes: { start: times.start, end: times.end, period } }
      return [{ fix, distance: Math.abs(minutesOf(from) - wanted) }]
    })
    .sort((a, b) => a.distance - b.distance)
    .slice(0, MOST_PERIODS)
    .map(({ fix }) => fix)
}
