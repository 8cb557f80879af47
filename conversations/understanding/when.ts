import {
  dateOf,
  daysBetween,
  isLocalDate,
  isLocalMoment,
  isLocalTime,
  type LocalDate,
  type LocalMoment,
  momentAt,
  timeOf,
} from '../../data/time.ts'
import { joinMentions } from './dates/read.ts'
import type { DateMention, DateReading, Direction } from './dates/reading.ts'
import { resolve } from './dates/resolve.ts'
import type { Problem } from './frame.ts'
import type { Reading } from './reading.ts'

/** A mention and the item of the view where it stands. */
export type Placed = { mention: DateMention; at: number }

export const placedDates = ({ view }: Reading): Placed[] =>
  view.items.flatMap(({ date }, at) => (date ? [{ mention: date, at }] : []))

export const resolveIn = (reading: Reading, mention: DateMention, direction: Direction): DateReading => {
  const { knowledge, context } = reading
  const { calendar, zone } = knowledge
  return resolve(mention, { now: context.now, direction, calendar, ...(zone && { zone }) })
}

const DAY_SHAPES = new Set(['day', 'days', 'moment', 'moments', 'recurrence'])
export const saysDay = ({ mention }: Placed): boolean =>
  DAY_SHAPES.has(mention.shape) || (mention.shape === 'time' && mention.expression.part !== undefined)
export const saysTime = ({ mention }: Placed): boolean => mention.shape === 'time' || mention.shape === 'hours'
const hasClock = ({ mention }: Placed): boolean => mention.expression.clock !== undefined

/** A point in a plan: `start` may lack an hour, or be absent where no day is stated. */
export type Planned = {
  start?: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
  repeats?: string
  isVague: boolean
  problems: Problem[]
  used: Placed[]
}

/**
 * Day, hour and length of what is planned, put together from the mentions that may belong to it: the first day and the
 * first hour, wherever they stand.
 */
export function readPlanned(reading: Reading, candidates: readonly Placed[]): Planned {
  const days = candidates.filter(saysDay).filter(({ mention }) => !mention.isNegated)
  const day =
    days.find(({ mention }) => mention.shape === 'recurrence') ??
    days.find((placed) => !mention(placed).isWeak && hasClock(placed)) ??
    days.find((placed) => !mention(placed).isWeak && !mention(placed).isDeadline) ??
    days[0]
  const clocked = candidates.filter(
    (placed) => hasClock(placed) && !placed.mention.isNegated && (saysTime(placed) || saysDay(placed)),
  )
  const end = readEnd(reading, clocked)
  const times = clocked.filter((placed) => saysTime(placed) && placed !== end)
  // "feb 9 NOT feb 8 at 2": the hour stands with the day that is ruled out.
  const ruledOut = candidates.find((placed) => placed.mention.isNegated && hasClock(placed))
  const time = times.find(({ mention }) => mention.shape === 'hours') ?? times[0] ?? (ruledOut && withoutDay(ruledOut))
  const length = candidates.find(({ mention }) => mention.shape === 'duration')
  let joined = day?.mention
  const used: Placed[] = day ? [day] : []
  if (day && time && !hasClock(day)) {
    joined = joinMentions(day.mention, time.mention)
    used.push(time)
  } else if (!joined && time) {
    joined = time.mention
    used.push(time)
  }
  if (joined && length && joined.expression.clock && !joined.expression.endClock) {
    joined = joinMentions(joined, length.mention)
    used.push(length)
  }
  if (!joined) return { isVague: false, problems: [], used }
  const plan = settle(resolveIn(reading, endedBy(joined, end?.mention), 'ahead'))
  const last = lastDay(reading, days, plan)
  return { ...plan, ...last, used }
}

/** "March 11 & 12, 8am-noon": the second of two days that follow one another is the last. */
function lastDay(
  reading: Reading,
  days: readonly Placed[],
  { start, end, repeats }: Omit<Planned, 'used'>,
): Partial<Planned> {
  const first = days[0]
  const second = days[1]
  const joint = first && second ? reading.view.slice(first.at + 1, second.at) : ''
  if (!first || !second || repeats || !start || !/^(?:and|,|\/|through|to)$/.test(joint)) return {}
  const [one, two] = [
    resolveIn(reading, first.mention, 'ahead').start,
    resolveIn(reading, second.mention, 'ahead').start,
  ]
  if (!one || !two || isLocalTime(one) || isLocalTime(two) || daysBetween(dateOf(one), dateOf(two)) !== 1) return {}
  if (isLocalDate(start)) return { start: dateOf(one), end: dateOf(two) }
  const until = end && isLocalMoment(end) ? momentAt(dateOf(two), timeOf(end)) : undefined
  return { start: momentAt(dateOf(one), timeOf(start)), ...(until && { end: until }) }
}

/** The hours of a mention alone. */
export const withoutDay = ({ mention, at }: Placed): Placed => {
  const { clock, endClock } = mention.expression
  const expression = { ...(clock && { clock }), ...(endClock && { endClock }) }
  return { at, mention: { ...mention, expression, shape: endClock ? 'hours' : 'time', isNegated: false } }
}

/** "and run until 4:15", "conclude at 6": an hour that is an end. */
const ENDS =
  /(?:^| )(?:until|till|through|end(?:s|ing)?(?: at| by)?|conclud(?:e|es|ing)(?: at| by)?|wrap(?:s|ping)?(?: up)?(?: at| by)?|finish(?:es|ing)?(?: at| by)?|over (?:at|by)|done (?:at|by)|(?:run|runs|go|goes|last|lasts)(?: (?:until|till|to))?)$/

/** The hour of several that is the end of what another begins; undefined where one alone is said. */
export function readEnd({ view }: Reading, times: readonly Placed[]): Placed | undefined {
  return times.length < 2
    ? undefined
    : times
        .slice(1)
        .find(({ at, mention: { shape } }) => shape === 'time' && ENDS.test(view.slice(Math.max(0, at - 3), at)))
}

/** A mention of an hour or a moment with the hour of another as its end. */
export function endedBy(start: DateMention, end: DateMention | undefined): DateMention {
  const { clock } = end?.expression ?? {}
  if (!clock || !start.expression.clock || start.expression.endClock) return start
  const expression = { ...start.expression, endClock: clock }
  return { ...start, expression, shape: start.shape === 'moment' ? 'moments' : 'hours' }
}

const mention = (placed: Placed): DateMention => placed.mention

/** What of a reading a frame keeps: a whole date in doubt is left out, an hour that does not exist leaves the day. */
export function settle(found: DateReading): Omit<Planned, 'used'> {
  const isVague = found.isVague === true
  const problems = [...found.problems]
  const isDoubtful = problems.includes('weekday_mismatch') || problems.includes('past_date')
  if (isDoubtful || found.start === undefined || isLocalTime(found.start)) {
    return { isVague, problems, ...(found.repeats && !isDoubtful && { repeats: found.repeats }) }
  }
  const { start, end, repeats } = found
  return {
    start,
    ...(end && !isLocalTime(end) && !(isVague && end.length === 10) && { end }),
    ...(repeats && { repeats }),
    isVague,
    problems,
  }
}

/** True where the calendar has the day as a holiday. */
export const isHoliday = ({ knowledge }: Reading, at: LocalDate | LocalMoment): boolean =>
  knowledge.calendar.holidays.some(({ date }) => date === dateOf(at))
