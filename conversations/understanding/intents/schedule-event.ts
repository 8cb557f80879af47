import { addMinutes, dateOf, isLocalDate, type LocalTime, momentAt } from '../../../data/time.ts'
import type { Facts } from '../facts.ts'
import type { EventKind, Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { contactTold } from '../past-contact.ts'
import type { Reading, Ref } from '../reading.ts'
import { readTense } from '../tense.ts'
import { isHoliday, type Placed, type Planned, placedDates, readPlanned, saysDay } from '../when.ts'
import { type Evidence, hasPartnerSide, type IntentReader, weighCues } from './intent.ts'
import { readHosts } from './parties.ts'
import { plannedKinds } from './planned-kinds.ts'
import { ASKS_SOMEBODY, IMPERATIVE, SCHEDULE_CUES } from './schedule-cues.ts'
import { readStrangePlaces } from './strange-places.ts'

const BREAKFAST_START = '08:00' as LocalTime
const BREAKFAST_MINUTES = 60

export const scheduleEvent: IntentReader = {
  intent: 'schedule_event',
  weigh: (facts) => {
    const { reading, eventKinds } = facts
    const found: Evidence[] = weighCues(reading.view, SCHEDULE_CUES)
    const dates = placedDates(reading)
    const [kind] = eventKinds
    const isAsked = reading.view.has(IMPERATIVE) && hasPartnerSide(facts)
    if (!kind && isAsked && (facts.periods.length > 0 || dates.some(({ mention }) => mention.expression.clock))) {
      found.push({ weight: 1.5, why: 'somebody at an hour' })
    }
    const isPlacedSomebody =
      !kind &&
      hasPartnerSide(facts) &&
      facts.periods.length > 0 &&
      reading.refs.schools.length > 0 &&
      dates.some(saysDay)
    if (isPlacedSomebody) found.push({ weight: 4, why: 'somebody in a class of a day' })
    const isSoft = !reading.view.has(/\b(?:schedule|book|calendar|event|slot|pencil|reserve|set up)\b/)
    if (!kind && isSoft && !hasPartnerSide(facts)) return []
    const isLoose = kind?.value === 'meeting'
    const isIdle = isLoose && !hasPartnerSide(facts) && !reading.view.has(IMPERATIVE) && !/meeting/.test(kind.why)
    if (isIdle) return []
    const isPlain =
      isLoose && /meeting/.test(kind.why) && readTense(facts).tense === 'open' && facts.offers.length === 0
    if (isPlain && dates.some(({ mention }) => /^(?:days?|moments?)$/.test(mention.shape)))
      found.push({ weight: 2.5, why: 'a meeting and its day' })
    if (kind) found.push({ weight: isLoose ? 1.5 : 2.5, why: `${kind.value}: ${kind.why}` })
    const says = (shapes: string): boolean => dates.some(({ mention }) => shapes.includes(mention.shape))
    if (kind && dates.length > 0)
      found.push({ weight: says('day days moment moments recurrence') ? 1.5 : 0.5, why: 'a date' })
    if (kind && dates.some(({ mention }) => mention.expression.clock)) found.push({ weight: 1.5, why: 'an hour' })
    if (says('recurrence') && kind) found.push({ weight: 1, why: 'a recurrence' })
    if (kind && facts.periods.length > 0) found.push({ weight: 1.5, why: 'a period' })
    const isPlanned =
      reading.view.has(IMPERATIVE) ||
      reading.view.has(ASKS_SOMEBODY) ||
      plannedKinds(facts, readTense(facts).tense).length > 0 ||
      (says('day moment moments recurrence') &&
        (reading.refs.schools.length > 0 || facts.headcount !== undefined) &&
        (facts.headcount !== undefined ||
          facts.periods.length > 0 ||
          dates.some(({ mention }) => mention.expression.clock)))
    if (kind && !isLoose && !isPlanned) found.push({ weight: -2.5, why: 'the event is only spoken of' })
    if (contactTold(reading.view)) found.push({ weight: -3, why: 'a contact that has been' })
    return kind || found.some(({ weight }) => weight >= 2.5) ? found : []
  },
  fill: fillEvent,
}

function fillEvent(facts: Facts): Frame {
  const { reading } = facts
  const frame = new FrameBuilder('schedule_event', reading)
  const hosts = readHosts(reading)
  const kind = facts.eventKinds[0]?.value ?? guessKind(facts, hosts.people.length > 0)
  frame.set('event', kind)
  const strangers = readStrangePlaces(reading, kind)
  const school = pickSchool(reading) ?? strangers.school
  const { people } = hosts
  const partners = [...hosts.partners, ...strangers.partners]
  frame.name('school', 'school', school)
  frame.names('partners', 'partner', partners)
  frame.names('people', 'person', people)
  frame.names('clusters', 'cluster', reading.refs.clusters)
  frame.names('programs', 'program', reading.refs.programs)
  frame.set('room', facts.room?.value)
  const plan = withPeriod(facts, school, readPlanned(reading, planningDates(reading)))
  frame.set('period', facts.periods.at(-1)?.value)
  setTimes(reading, frame, plan, kind)
  frame.set('headcount', facts.headcount?.value)
  if (!kind) frame.missing('event')
  const { start } = frame.slots
  if (!start || isLocalDate(start)) frame.missing('start')
  return frame.doubt(plan.isVague).build()
}

/** "book Priya for Thursday, 3rd period": somebody before a class is a speaker. */
function guessKind({ periods, reading }: Facts, hasPeople: boolean): EventKind | undefined {
  const isClass = periods.length > 0 || reading.view.has(/\b(?:class|classes|kids|students|PROGRAM|CLUSTER)\b/)
  return (hasPeople || reading.refs.partners.length > 0) && isClass ? 'speaker' : undefined
}

/** The school where something is: the one behind "at", of several. */
export function pickSchool({ refs, view }: Reading): Ref | undefined {
  const isPlace = ({ from }: Ref): boolean => /^(?:at|@|in|to|over)$/.test(view.items[from - 1]?.word ?? '')
  return refs.schools.find(isPlace) ?? refs.schools[0]
}

/** Dates that may be the event's: not those of what was said or done before. */
function planningDates(reading: Reading): Placed[] {
  const { view } = reading
  const dates = placedDates(reading)
  const isOther = ({ at }: Placed): boolean =>
    /\b(?:talked|spoke|met|discussed|since|emailed|called|agreed|said|asked|mentioned|sent|decided|rsvp by|reply by|deadline|can not do|confirm by|respond by|due)(?: \S+){0,2}$/.test(
      view.slice(Math.max(0, at - 3), at),
    )
  // "it went so well last year": a day that lies behind is not the plan's, where another is said.
  const isBehind = ({ mention: { expression } }: Placed): boolean =>
    (expression.days !== undefined && 'years' in expression.days && expression.days.years < 0) ||
    (expression.day?.is === 'weekday' && expression.day.which === 'last') ||
    (expression.day?.is === 'offset' && expression.day.amount.value < 0)
  const kept = dates.filter((placed) => !isOther(placed) && !isBehind(placed))
  return kept.length > 0 ? kept : dates
}

/** Puts a period's times in where the school is known and has it. */
function withPeriod({ periods, reading }: Facts, school: Ref | undefined, plan: Planned): Planned {
  const [first] = periods
  const last = periods.at(-1)
  const id = school
    ? school.entries.length === 1
      ? school.entries[0]?.id
      : undefined
    : reading.context.speaker?.school
  const bells = id === undefined ? undefined : reading.knowledge.periodsOf(id)
  const from = first && bells?.[first.value]
  const to = last && bells?.[last.value]
  if (!from || !to || !plan.start || !isLocalDate(plan.start)) return plan
  return { ...plan, start: momentAt(plan.start, from[0]), end: momentAt(plan.start, to[1]) }
}

function setTimes(reading: Reading, frame: FrameBuilder, plan: Planned, kind: EventKind | undefined): void {
  let { start, end } = plan
  frame.problem(...plan.problems)
  if (start && kind === 'breakfast' && !end) {
    const isUnreadHour = isLocalDate(start) && plan.problems.includes('impossible_date')
    if (isLocalDate(start) && !isUnreadHour) start = momentAt(start, BREAKFAST_START)
    if (!isLocalDate(start) && !plan.problems.includes('impossible_date')) end = addMinutes(start, BREAKFAST_MINUTES)
  }
  const { now } = reading.context
  const isGone = start !== undefined && (isLocalDate(start) ? start < dateOf(now) : start < now)
  if (isGone) frame.problem('past_date')
  else if (start) {
    frame.set('start', start).set('end', end)
    if (isHoliday(reading, start)) frame.problem('holiday')
  }
  frame.set('repeats', plan.repeats)
}
