import {
  addDays,
  addMinutes,
  dateOf,
  isLocalDate,
  isLocalMoment,
  type LocalDate,
  type LocalMoment,
  type LocalTime,
  minutesOf,
  momentAt,
  timeAt,
  timeOf,
} from '../../../data/time.ts'
import { minutesIn } from './durations.ts'
import type { Bounds, DateExpression } from './expression.ts'
import { resolveLeftOver } from './fallback.ts'
import { addAmount, turned } from './nearest-day.ts'
import type { DateProblem, DateReading, ResolveContext } from './reading.ts'
import { minutesAt } from './resolve-clock.ts'
import { dayIn, type ResolvedDay } from './resolve-day.ts'
import { daysOf } from './resolve-days.ts'
import { resolveRecurrence } from './resolve-recurrence.ts'
import { isHours, momentsOf, type Times, timesOf, zoneProblemOf } from './resolve-times.ts'

type Reading = Omit<DateReading, 'span' | 'text'>
/** An expression as a reading: days, hours, rule, problems. */
export function resolveExpression(says: DateExpression, context: ResolveContext): Reading {
  if (says.leftOver !== undefined) return leftOver(says.leftOver, context)
  if (says.shift) return shiftedFromNow(says, context)
  if (says.minutesFromNow !== undefined) return momentFromNow(says.minutesFromNow, context)
  if (says.minutesAround !== undefined) return aroundNow(says.minutesAround, context)
  if (says.clock && (!isHours(says.clock) || (says.endClock && !isHours(says.endClock)))) return withNow(says, context)
  const times = timesOf(says)
  if (says.repeats) return recurring(says, times, context)
  if (says.days) return overDays(says, times, context)
  if (!says.day) return timeAlone(times, context)
  const day = dayIn(says.day, context)
  return onDay(says, day, times, context)
}

/** What chrono reads in the words that the grammar left. */
function leftOver(text: string, context: ResolveContext): Reading {
  const start = resolveLeftOver(text, context.now)
  if (!start) return { problems: [] }
  if (isLocalDate(start)) return { start, problems: dayProblems(start, start, context) }
  return { start, problems: momentProblems(start, context) }
}

/** "30 minutes later", standing alone: from now. */
function shiftedFromNow({ shift }: DateExpression, context: ResolveContext): Reading {
  if (!shift?.isFromNow) return { problems: [] }
  const minutes = minutesIn(shift.amount)
  if (minutes !== undefined) return momentFromNow(shift.sign * minutes, context)
  return {
    start: addAmount(dateOf(context.now), shift.sign < 0 ? turned(shift.amount) : shift.amount),
    problems: [],
  }
}

function momentFromNow(minutes: number, context: ResolveContext): Reading {
  return { start: addMinutes(context.now, minutes), problems: pastProblems(minutes > 0, minutes < 0, context) }
}

function aroundNow(minutes: number, context: ResolveContext): Reading {
  const other = addMinutes(context.now, minutes)
  return minutes < 0
    ? { start: other, end: context.now, problems: [] }
    : { start: context.now, end: other, problems: [] }
}

/** "now", "between now and eight o'clock". */
function withNow({ clock, endClock }: DateExpression, context: ResolveContext): Reading {
  const here = minutesOf(timeOf(context.now))
  const today = dateOf(context.now)
  if (clock && isHours(clock))
    return { start: momentAt(today, timeAt(minutesAt(clock))), end: context.now, problems: [] }
  if (!endClock || !isHours(endClock)) return { start: context.now, problems: [] }
  const end = minutesAt(endClock)
  return { start: context.now, end: momentAt(today, timeAt(end > here ? end : end + 720)), problems: [] }
}

function timeAlone(times: Times | undefined, context: ResolveContext): Reading {
  if (!times) return { problems: [] }
  if (times.problem === 'impossible') return { problems: ['impossible_date'] }
  const today = dateOf(context.now)
  const [start, end] = momentsOf(today, today, times, context)
  const isBackward = times.problem === 'backward'
  return {
    start: timeOf(start),
    ...(end && !isBackward && { end: timeOf(end) }),
    problems: isBackward ? ['impossible_date'] : [],
  }
}

function onDay(
  says: DateExpression,
  resolved: ResolvedDay,
  times: Times | undefined,
  context: ResolveContext,
): Reading {
  const { day, problem } = resolved
  if (!day) return { problems: problem ? [problem] : [] }
  const problems: DateProblem[] = problem ? [problem] : []
  if (!times) return { start: day, problems: [...problems, ...dayProblems(day, day, context)] }
  if (times.problem === 'impossible') return { start: day, problems: [...problems, 'impossible_date'] }
  const endDay = says.endDay && dayIn(says.endDay, context).day
  const until = endDay && endDay >= day ? endDay : day
  const isBackward = times.problem === 'backward' && until === day
  const endMinutes = until > day && times.end !== undefined ? times.end % 1440 : times.end
  const [start, end] = momentsOf(
    day,
    until,
    { ...times, ...(endMinutes !== undefined && { end: endMinutes }) },
    context,
  )
  const zoneProblem = zoneProblemOf(start, context.zone)
  if (zoneProblem === 'skipped') return { start: day, problems: [...problems, 'impossible_date'], zoneProblem }
  return {
    start,
    ...(end && !isBackward && { end }),
    problems: [...problems, ...momentProblems(start, context), ...(isBackward ? (['impossible_date'] as const) : [])],
    ...(zoneProblem && { zoneProblem }),
  }
}

/** Several days, with the hours of each where they are said. */
function overDays(says: DateExpression, times: Times | undefined, context: ResolveContext): Reading {
  const span = says.days && daysOf(says.days, context)
  if (!span) return { problems: says.days?.is === 'break' ? [] : ['impossible_date'] }
  if (!times || times.problem)
    return { start: span.from, end: span.to, problems: dayProblems(span.from, span.to, context) }
  if (says.days?.is === 'counted' && times.end === undefined) {
    const [start] = momentsOf(span.from, span.to, times, context)
    return { start, end: momentAt(addDays(span.to, 1), timeOf(start)), problems: momentProblems(start, context) }
  }
  const isRange = says.days?.is === 'range' || says.days?.is === 'counted'
  const [start, end] = momentsOf(span.from, isRange ? span.to : span.from, times, context)
  if (!end && says.days?.is !== 'range') return { start, problems: momentProblems(start, context) }
  return { start, end: end ?? span.to, problems: momentProblems(start, context) }
}

/** Planning for days gone, or logging days to come; a span counts by its near end. */
function dayProblems(from: LocalDate, to: LocalDate, context: ResolveContext): DateProblem[] {
  const today = dateOf(context.now)
  return pastProblems(from > today, to < today, context)
}

function momentProblems(moment: LocalMoment, context: ResolveContext): DateProblem[] {
  const isToday = dateOf(moment) === dateOf(context.now)
  return pastProblems(
    dateOf(moment) > dateOf(context.now),
    isToday ? moment < context.now : moment < context.now,
    context,
  )
}

const pastProblems = (isAhead: boolean, isGone: boolean, { direction }: ResolveContext): DateProblem[] =>
  (direction === 'ahead' ? isGone : isAhead) ? ['past_date'] : []

function recurring(says: DateExpression, times: Times | undefined, context: ResolveContext): Reading {
  if (!says.repeats) return { problems: [] }
  const within: Bounds | undefined = says.days && { from: { days: says.days }, until: { days: says.days } }
  const bounds: Bounds = { ...(says.day ? { from: { day: says.day } } : within), ...says.repeats.bounds }
  const repeats = { ...says.repeats, bounds }
  const { rule, first } = resolveRecurrence(repeats, times?.start, context)
  if (times?.problem === 'impossible')
    return { ...(first && { start: first }), repeats: rule, problems: ['impossible_date'] }
  if (!times) return { ...(first && { start: first }), repeats: rule, problems: [] }
  const today = dateOf(context.now)
  const [start, end] = momentsOf(first ?? today, first ?? today, times, context)
  const shown = (moment: LocalMoment): LocalMoment | LocalTime => (first ? moment : timeOf(moment))
  const isBackward = times.problem === 'backward'
  return {
    start: shown(start),
    ...(end && !isBackward && { end: shown(end) }),
    repeats: rule,
    problems: isBackward ? ['impossible_date'] : [],
  }
}

/** Whether a reading says an hour. */
export const hasHour = (reading: Reading): boolean =>
  reading.start !== undefined && (isLocalMoment(reading.start) || !isLocalDate(reading.start))
