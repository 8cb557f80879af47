import {
  addMinutes,
  instantOf,
  type LocalDate,
  type LocalMoment,
  localMomentAt,
  momentAt,
  parseZone,
  timeAt,
  type Zone,
} from '../../../data/time.ts'
import { minutesIn } from './durations.ts'
import type { Clock, DateExpression } from './expression.ts'
import type { ResolveContext } from './reading.ts'
import { isImpossible, minutesAt, rangeMinutes } from './resolve-clock.ts'

type Hours = Exclude<Clock, { isNow: true }>
/** Start and end, minutes since the first midnight. */
export type Times = { start: number; end?: number; zone?: string; problem?: 'impossible' | 'backward' }

export const isHours = (clock: Clock | undefined): clock is Hours => clock !== undefined && !('isNow' in clock)

/** The hours of an expression, by the contract's rule. */
export function timesOf({ clock, endClock, part, duration }: DateExpression): Times | undefined {
  if (!isHours(clock)) return undefined
  const zone = clock.zone === undefined ? {} : { zone: clock.zone }
  if (isImpossible(clock) || (isHours(endClock) && isImpossible(endClock))) return { start: 0, problem: 'impossible' }
  if (isHours(endClock)) {
    const range = rangeMinutes(clock, endClock, part)
    return { start: range.start, end: range.end, ...zone, ...(range.isBackward && { problem: 'backward' as const }) }
  }
  const start = minutesAt(clock, part)
  const minutes = duration && (minutesIn(duration) ?? (duration.unit === 'day' ? duration.value * 1440 : undefined))
  return { start, ...(minutes && { end: start + minutes }), ...zone }
}

/** The moments of hours on a day; hours of another zone are turned into the organization's. */
export function momentsOf(
  day: LocalDate,
  endDay: LocalDate,
  times: Times,
  context: ResolveContext,
): [LocalMoment, LocalMoment | undefined] {
  const at = (date: LocalDate, minutes: number): LocalMoment =>
    inZone(addMinutes(momentAt(date, timeAt(0)), minutes), times.zone, context.zone)
  return [at(day, times.start), times.end === undefined ? undefined : at(endDay, times.end)]
}

/** A moment said in one zone on the clock of another. A fixed offset ("+05:30") is minutes from UTC. */
function inZone(moment: LocalMoment, said: string | undefined, here: Zone | undefined): LocalMoment {
  if (!said || !here) return moment
  const fixed = /^([+-])(\d\d):(\d\d)$/.exec(said)
  const zone = parseZone(fixed ? 'UTC' : said)
  if (!zone) return moment
  const shift = fixed ? (fixed[1] === '+' ? -1 : 1) * (Number(fixed[2]) * 60 + Number(fixed[3])) : 0
  const there = instantOf(addMinutes(moment, shift), zone)
  return localMomentAt('instant' in there ? there.instant : there.earlier, here)
}

/** Whether daylight saving skips or doubles that local time. */
export function zoneProblemOf(moment: LocalMoment, zone: Zone | undefined): 'skipped' | 'doubled' | undefined {
  if (!zone) return undefined
  const at = instantOf(moment, zone)
  return 'instant' in at ? undefined : at.problem
}
