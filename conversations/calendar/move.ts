import { hasBegun, lastDayOf, type Occurrence, overAt, ruleDays, timesOn } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import {
  addDays,
  dateOf,
  daysBetween,
  formatSpan,
  isLocalMoment,
  type LocalMoment,
  momentAt,
  timeOf,
} from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { askBefore } from '../question.ts'
import { say } from '../say.ts'
import type { Frame } from '../understanding/frame.ts'
import { draftEvent } from './draft.ts'
import { type Times, timesAfter } from './event-times.ts'
import { aboutIt } from './it.ts'
import { keepEvent } from './keep-event.ts'
import { singleOf } from './one-time.ts'
import { gone, readyToAsk } from './plan.ts'
import { shiftSeries, withoutIdleMoves } from './series.ts'
import { askScope, type Scope, scopeOf, upcoming } from './series-scope.ts'
import { weekdayOfSeries } from './weekday-move.ts'

/** Moves an event, one time of a series, or the whole of it. */
export async function moveEvent(asked: Request, situation: Situation): Promise<Outcome> {
  const request = readyToAsk(aboutIt(asked, situation))
  const question = await askBefore(request, situation)
  if (question) return question
  const { reads, local } = situation
  const event = await reads.get('event', request.frame.slots.target ?? '')
  if (!event || event.isCancelled) return gone()
  if (isOver(event, local)) return say('That event is over, so it cannot be moved.')
  const scope = scopeOf(request, event, local)
  if (!scope) return askScope(request, event, situation)
  const { slots } = request.frame
  // A way out of a warning may have chosen another room or period as well.
  const beside = { ...(slots.room ? { room: slots.room } : {}), ...(slots.period ? { period: slots.period } : {}) }
  const frame = { ...request.frame, slots: beside }
  const drafted = await draftEvent({ ...request, frame, said: '' }, situation, event)
  if (!drafted.ok) return say(drafted.error)
  const { event: base } = drafted.value
  const one = scope.kind === 'one' ? moveOne(base, scope.occurrence, slots, local) : undefined
  const school = event.school ? await reads.get('school', event.school) : undefined
  const to = weekdayOfSeries(slots, event, request.said, local)
  const moved = one ? one.event : inPeriod(moveAll(base, to, local), school)
  const was = scope.kind === 'one' ? scope.occurrence : event
  const now = one ? one.single : moved
  if (now.start === was.start && now.end === was.end && now.room === event.room && now.period === event.period)
    return say(`It is on ${formatSpan(was.start, was.end, local)} already. Say the new day or time.`)
  return keepEvent({ event: withLastDay(moved), writes: [], before: event }, request, situation, {
    verb: 'Moved',
    what: 'move_event',
    ...(one && scope.kind === 'one'
      ? { single: one.single, occurrence: scope.occurrence.date, note: onlyWords(scope, one.single, local) }
      : {}),
  })
}

const withLastDay = (event: RecordOf<'event'>): RecordOf<'event'> => {
  const tidy = withoutIdleMoves(event)
  return { ...tidy, lastDay: lastDayOf(tidy) }
}

const isOver = (event: RecordOf<'event'>, now: LocalMoment): boolean =>
  event.repeats ? upcoming(event, now).length === 0 : hasBegun(event.start, now) && overAt(event) <= now

function moveOne(
  event: RecordOf<'event'>,
  occurrence: Occurrence,
  slots: Frame['slots'],
  now: LocalMoment,
): { event: RecordOf<'event'>; single: RecordOf<'event'> } {
  const times = timesAfter(occurrence, oneTime(event, occurrence, slots, now))
  const others = (event.moved ?? []).filter(({ from }) => from !== occurrence.date)
  return {
    event: {
      ...event,
      moved: [...others, { from: occurrence.date, ...times }].sort((a, b) => (a.from < b.from ? -1 : 1)),
    },
    single: singleOf(event, times),
  }
}

/**
 * "An hour later" is said of the series' first or next day: the time counts, on this time's own day. The day that its rule
 * has is meant as such: it moves back there.
 */
function oneTime(
  event: RecordOf<'event'>,
  { date, start }: Occurrence,
  slots: Frame['slots'],
  now: LocalMoment,
): Partial<Times> {
  const said = [event.start, upcoming(event, now)[0]?.start ?? event.start].map(dateOf)
  const day = slots.start && isLocalMoment(slots.start) ? dateOf(slots.start) : undefined
  const isTimeOnly = day !== undefined && day !== date && said.includes(day)
  const on = (at: Times['start']): Times['start'] =>
    isTimeOnly && isLocalMoment(at) ? momentAt(dateOf(start), timeOf(at)) : at
  return { ...(slots.start ? { start: on(slots.start) } : {}), ...(slots.end ? { end: on(slots.end) } : {}) }
}

/** The whole: as far as its next time moves, so does every other. What is past stays as it was. */
function moveAll(event: RecordOf<'event'>, slots: Frame['slots'], now: LocalMoment): RecordOf<'event'> {
  const said = slots.start
  const [next] = event.repeats ? upcoming(event, now) : []
  if (!event.repeats || !said || !next || dateOf(said) < dateOf(now)) {
    return shiftSeries(event, atTimes(event, timesAfter(event, slots)))
  }
  const whole = timesAfter(next, slots)
  const days = daysBetween(dateOf(next.start), dateOf(whole.start))
  const first = timesOn(addDays(dateOf(event.start), days), whole)
  const shifted = shiftSeries(event, atTimes(event, first))
  const olds = ruleDays(event)
  const past = ruleDays(shifted).flatMap((day, n) => {
    const old = olds[n]
    const times = event.moved?.find(({ from }) => from === old) ?? (old && timesOn(old, event))
    return old && times && old < next.date ? [{ ...times, from: day }] : []
  })
  const kept = (shifted.moved ?? []).filter(({ from }) => !past.some((entry) => entry.from === from))
  return past.length > 0 ? { ...shifted, moved: [...past, ...kept] } : shifted
}

function atTimes(event: RecordOf<'event'>, times: Times): RecordOf<'event'> {
  const { end: _, ...rest } = event
  return { ...rest, ...times }
}

/** What was planned by a period is in the period whose hours it has now, or in none. */
function inPeriod(event: RecordOf<'event'>, school: RecordOf<'school'> | undefined): RecordOf<'event'> {
  if (!event.isByPeriod || !isLocalMoment(event.start)) return event
  const { period: _, ...rest } = event
  const hours = [timeOf(event.start), event.end && isLocalMoment(event.end) ? timeOf(event.end) : undefined]
  const bell = Object.entries(school?.periods ?? {}).find(([, [from, to]]) => from === hours[0] && to === hours[1])
  return { ...rest, ...(bell ? { period: bell[0] } : {}) }
}

const onlyWords = (scope: Scope, single: RecordOf<'event'>, now: LocalMoment): string =>
  scope.kind === 'one'
    ? `Only ${formatSpan(scope.occurrence.start, undefined, now)} moves: to ${formatSpan(single.start, single.end, now)}.`
    : ''
