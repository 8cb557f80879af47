import {
  dateOf,
  isLocalDate,
  isLocalTime,
  type LocalDate,
  type LocalMoment,
  localDate,
  momentAt,
  monthOf,
  yearOf,
} from '../../../data/time.ts'
import { joinMentions } from '../dates/read.ts'
import { resolveShift } from '../dates/resolve.ts'
import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import type { ScheduledEvent } from '../knowledge.ts'
import type { Reading } from '../reading.ts'
import type { Target } from '../target.ts'
import { endedBy, isHoliday, resolveIn } from '../when.ts'
import { describe, setTarget, weighEvent } from './described-event.ts'
import { type IntentReader, weighCues } from './intent.ts'
import { MOVE_CUES, NOW, PLANS, SET_ANEW } from './move-cues.ts'
import { assignRoles, type Roles } from './move-roles.ts'

export const moveEvent: IntentReader = {
  intent: 'move_event',
  weigh: (facts) => {
    const cues = weighCues(facts.reading.view, MOVE_CUES)
    const isCorrected =
      facts.reading.view.has(/\b(?:can not|does not|will not|is not)\b/) &&
      facts.reading.dates.some(({ text }) => /make it|how about|instead/i.test(text))
    const isReplaced =
      facts.reading.dates.some(({ text }) => /make it|how about|instead/i.test(text)) &&
      !('problem' in describe(facts, []))
    const isSet =
      facts.reading.view.has(SET_ANEW) &&
      !facts.reading.view.has(PLANS) &&
      !('problem' in describe(facts, assignRoles(facts).told))
    const saysNow = facts.reading.view.has(NOW) || facts.reading.dates.some(({ text }) => /\d\S* now$/i.test(text))
    const isNow = saysNow && !('problem' in describeMoved(facts, assignRoles(facts)))
    if (isNow) cues.push({ weight: 5, why: 'a known event, now at another time' })
    if (isSet) cues.push({ weight: 4.5, why: 'a known event set anew' })
    if (isCorrected || isReplaced) cues.push({ weight: 4, why: 'one day taken back for another' })
    const found = weighEvent(facts, cues)
    if (found.length === 0) return found
    const hasDate = facts.reading.dates.length > 0
    if (!hasDate) found.push({ weight: -1.5, why: 'no date' })
    const known = describe(facts, assignRoles(facts).told)
    if (!('problem' in known)) found.push({ weight: 1, why: `it is ${known.event.id}` })
    else if (known.problem === 'unknown_event' && !found.some(({ weight }) => weight >= 4))
      found.push({ weight: -2, why: 'no such event' })
    return found
  },
  fill: fillMove,
}

/** The event that is moved: by what is told of it, or by the day that it keeps ("the breakfast this Friday is at 8 now"). */
function describeMoved(facts: Facts, roles: Roles): Target {
  const told = describe(facts, roles.told)
  if (!('problem' in told) || !roles.day?.mention.expression.clock) return told
  const kept = describe(facts, [...roles.told, roles.day])
  return 'problem' in kept ? told : kept
}

function fillMove(facts: Facts): Frame {
  const { reading } = facts
  const frame = new FrameBuilder('move_event', reading)
  const roles = assignRoles(facts)
  const event = setTarget(frame, describeMoved(facts, roles))
  setNewTimes(reading, frame, roles, event)
  setPeriod(facts, frame, roles, event)
  if (!frame.slots.start && !frame.slots.target) return frame.build()
  if (!frame.slots.start) frame.missing('start')
  return frame.build()
}

function setNewTimes(reading: Reading, frame: FrameBuilder, roles: Roles, event: ScheduledEvent | undefined): void {
  const { day, time, end, shift } = roles
  if (shift && !day) {
    const moved = event && resolveShift(shift.mention, event)
    if (moved) put(reading, frame, moved.start)
    return
  }
  if (day) {
    const isJoined = time !== undefined && day.mention.expression.clock === undefined
    const joined = isJoined ? joinMentions(day.mention, time.mention) : day.mention
    const found = resolveIn(reading, endedBy(joined, end?.mention), 'ahead')
    frame.problem(...found.problems).doubt(found.isVague === true)
    if (found.problems.includes('weekday_mismatch') || found.problems.includes('past_date')) return
    if (found.start && !isLocalTime(found.start)) {
      put(reading, frame, found.start)
      if (event) doubtMonth(reading, frame, day, event)
      if (found.end && !isLocalTime(found.end) && !found.isVague) frame.set('end', found.end)
    }
    return
  }
  if (!time) return
  const found = resolveIn(reading, endedBy(time.mention, end?.mention), 'ahead')
  frame.problem(...found.problems.filter((problem) => problem === 'impossible_date'))
  if (!event) return
  const at = (value: typeof found.start): LocalMoment | undefined =>
    value && isLocalTime(value) ? momentAt(dateOf(event.start), value) : undefined
  const start = at(found.start)
  if (start) put(reading, frame, start)
  frame.set('end', at(found.end))
}

/**
 * "move it to the 17th" of what is on Feb 1, said in December: the 17th ahead is December's, but February's may well be
 * meant. The bot asks which.
 */
function doubtMonth(
  { context }: Reading,
  frame: FrameBuilder,
  { mention }: Roles['told'][number],
  event: ScheduledEvent,
): void {
  const said = mention.expression.day
  const { start } = frame.slots
  if (said?.is !== 'monthday' || !start) return
  const own = localDate(yearOf(event.start), monthOf(event.start), said.day)
  if (!own || own <= dateOf(context.now) || own.slice(0, 7) === start.slice(0, 7)) return
  frame.doubt().extra({ days: [`${own}${start.slice(10)}`, start] })
}

/** "move it to Friday, 2nd period": the times of a period behind the new day, by the bells of the event's school. */
function setPeriod(
  { periods, reading }: Facts,
  frame: FrameBuilder,
  { day }: Roles,
  event: ScheduledEvent | undefined,
): void {
  const period = periods.at(-1)
  if (!event?.school || !period) return
  const isNew = day ? period.from >= day.at : /^(?:to|until|now)$/.test(reading.view.items[period.from - 1]?.word ?? '')
  const { start } = frame.slots
  const date = start ?? (day ? undefined : dateOf(event.start))
  if (!isNew || date === undefined || !isLocalDate(date)) return
  const { names } = reading.knowledge
  const school = names.nearest('school', event.school, 1).find(({ name }) => name === event.school)
  const bells = school && reading.knowledge.periodsOf(school.id)?.[period.value]
  if (!bells) return
  put(reading, frame, momentAt(date, bells[0]))
  if (frame.slots.start) frame.set('end', momentAt(date, bells[1]))
}

function put(reading: Reading, frame: FrameBuilder, start: LocalDate | LocalMoment): void {
  const { now } = reading.context
  if (isLocalDate(start) ? start < dateOf(now) : start < now) {
    frame.problem('past_date')
    return
  }
  frame.set('start', start)
  if (isHoliday(reading, start)) frame.problem('holiday')
}
