import { ruleDays, timesOn } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { dateOf, type LocalMoment } from '../../data/time.ts'
import { type CalendarDays, calendarBetween } from './calendar-days.ts'
import { clashesIn, clashWarning, loadNeighbours, type Neighbours } from './clashes.ts'
import { dayWarnings } from './day-warnings.ts'
import { type EventNames, type GetsRecords, namesOfEvent } from './event-names.ts'
import { daysInstead, periodsInstead, roomsInstead } from './fixes.ts'
import { placeWarnings } from './place-warnings.ts'

/** Something to know before an event is planned. `key` names what exactly was seen, so that something else is seen anew. */
export type Warning = { key: string; text: string; remedy: 'day' | 'room' | 'time' | 'food' | 'none' }
/** A way out: slots to change, in a form that a button holds. */
export type Fix = { label: string; changes: Readonly<Record<string, string>> }

/** All that an event's plan is judged by. */
export type PlanContext = {
  event: RecordOf<'event'>
  names: EventNames
  days: CalendarDays
  neighbours: Neighbours
  now: LocalMoment
}

/** Reads what an event has to be judged by. `reads` also has the records that come into being with it. */
export async function planContext(
  event: RecordOf<'event'>,
  store: Reads,
  reads: GetsRecords,
  now: LocalMoment,
): Promise<PlanContext> {
  const first = dateOf(event.start)
  const last = dateOf(timesOn(ruleDays(event).at(-1) ?? first, event).end ?? ruleDays(event).at(-1) ?? first)
  // Other days are looked for up to a month on.
  const days = await calendarBetween(first, last, store)
  const names = await namesOfEvent(event, reads)
  return { event, names, days, neighbours: await loadNeighbours(event, store), now }
}

/** Everything to know before this event is planned, those of the day first. Never throws, whatever the event. */
export async function warningsOf(context: PlanContext, reads: Reads): Promise<Warning[]> {
  const { event, names, neighbours, now } = context
  return [
    ...dayWarnings(context),
    ...(await placeWarnings(context, reads)),
    ...clashesIn(event, neighbours).map((clash) => clashWarning(clash, event, names, neighbours, now)),
  ]
}

/** Sensible ways out of the warnings, at most four. */
export async function fixesFor(warnings: readonly Warning[], context: PlanContext, reads: Reads): Promise<Fix[]> {
  const remedies = new Set(warnings.map(({ remedy }) => remedy))
  const fixes: Fix[] = []
  if (remedies.has('food')) {
    fixes.push(
      { label: 'Adults cook', changes: { food: 'adults' } },
      { label: 'A caterer', changes: { food: 'caterer' } },
    )
  }
  if (remedies.has('room')) fixes.push(...roomsInstead(context))
  if (remedies.has('time')) fixes.push(...periodsInstead(context))
  const isDay = remedies.has('day') || remedies.has('food')
  // Another day has no larger room.
  const isCrowdAlone = warnings.every(({ key }) => key.startsWith('capacity:'))
  if (isDay || (fixes.length === 0 && !remedies.has('none') && !isCrowdAlone))
    fixes.push(...(await daysInstead(context, reads)))
  return fixes.slice(0, 4)
}
