import { dateOf, isLocalDate, isLocalTime, type LocalDate, type LocalMoment, momentAt } from '../../../data/time.ts'
import { joinMentions, splitRange } from '../dates/read.ts'
import { resolveShift } from '../dates/resolve.ts'
import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import type { ScheduledEvent } from '../knowledge.ts'
import type { Reading, Ref } from '../reading.ts'
import { type Description, findTarget, isOn, type Target } from '../target.ts'
import { isHoliday, type Placed, placedDates, resolveIn, saysDay, saysTime } from '../when.ts'
import { type Cue, type Evidence, type IntentReader, weighCues } from './intent.ts'

const EVENT =
  '(?:breakfast|breakfasts|speaker|talk|career day|career fair|job shadow|job shadowing|shadow day|site visit|visit|tour|field trip|advisory|advisory meeting|mock interview|mock interviews|mocks|interviews|competition|contest|meeting|event|presentation|thing|session|one|call|lunch|coffee|it|that|panel|appointment|hackathon|class talk|interview day|shadow)'

const MOVE_CUES: readonly Cue[] = [
  [
    /\b(?:move|moved|moving|moves|reschedule|rescheduled|reschedules|rescheduling|postpone|postponed|postponing|pushed|push|pushing|shift|shifted|shifting|delay|delayed|slide|bump(?!ed into)|bumped(?! into)|bumping|switch|switched|swap)\b(?! (?:forward with|on to|into|ahead with|through|for|us|him|her))/,
    4,
  ],
  [/\bchange (?:the )?(?:date|time|day|hour|start|DAY|PARTNER|SCHOOL)?.*\bto\b/, 3],
  [/\binstead\b(?! of (?:a|an|the) )/, 3],
  [
    /\b(?:has to|have to|needs to|need to|must|should|can we|could we|will|got to|gotta|want to) (?:now )?(?:be|start|begin|do|make|have|go)(?: (?:it|that|this|the \S+|\S+))?(?: to| on| at| for)? (?:SHIFT|MOMENT|MOMENTS|TIME|HOURS|DAY)/,
    1.5,
  ],
  [/\b(?:SHIFT)\b/, 3],
  [
    /\b(?:can not|does not|will not|cannot|is not going to|not)(?: \S+){0,3} (?:DAY|MOMENT|MOMENTS)(?: \S+)?(?: [.,;-])? (?:(?:so|but|lets|let us|can we|please|how) )*(?:make it|how about|what about|do|try|go with|could we|can we|move|it is|switch|instead|about)/,
    4,
  ],
  [/(?:→|->|- >|> )(?: ?)(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/, 4],
  [
    /\b(?:is|are|will|be|will be)(?: \S+){0,2} (?:moved|moving|now)(?: \S+)? (?:on|at|to|from)? ?(?:DAY|MOMENT|MOMENTS|TIME|HOURS)/,
    2,
  ],
  [
    /\bwill (?:now )?(?:start|begin|be|run|go)(?: from| at| on)? (?:TIME|HOURS|MOMENT|DAY|MOMENTS) (?:instead|not|now|rather)/,
    2,
  ],
  [/\b(?:earlier|later)\b/, 0.5],
  [/\bbump(?:ed)? into\b/, -5],
  [/\b(?:moved|moving) (?:forward|on|ahead)\b/, -4],
  [/\bpush(?:ed)? (?:them|him|her|for)\b/, -3],
]
const CANCEL_CUES: readonly Cue[] = [
  [
    /\b(?:cancel|cancelled|canceled|cancelling|canceling|cancels|scrap|scrapped|scrapping|nix|nixed|axe|axed|ax|kill|scratch(?! that)|abort|call(?:ed|ing)? off|calling it off|pull the plug|ditch)\b/,
    4,
  ],
  [
    /\b(?:drop|delete|remove|lose|forget|never mind|forget about|skip|clear|take)(?: about)? (?:the |our |that |my )?(?:\S+ ){0,4}(?:breakfast|speaker|talk|career|job shadow|site visit|visit|tour|advisory|mock|interviews|competition|contest|meeting|event|shadow)/,
    3,
  ],
  [
    /\b(?:take|taking|pull|pulled|took|get|remove|removed|delete) (?:it|that|this|the .*|them|.* )? ?(?:off|from|of) (?:the |our |my )?(?:calendar|schedule|books|cal)\b/,
    4,
  ],
  [
    /\b(?:is|are|was|s) (?:now |officially |totally |unfortunately )?(?:off|cancelled|canceled|scrapped|dead|not on|a no go|no go|not happening)\b/,
    3,
  ],
  [
    /\b(?:not|no longer|will not be|are not|is not) (?:be )?(?:doing|having|happening|holding|hosting|going to happen|going forward|going ahead|taking place|do|have|hold|running)\b/,
    3,
  ],
  [/\bfell through\b/, 1],
  [/\bnever mind (?:the|about|on the|our|that)\b/, 2],
  [/\b(?:he|she|they|PARTNER|PERSON)(?: has| have| had)?(?: to)? cancel(?:led|ed|s)?\b(?! (?:the|our|it))/, -3.5],
  [/\bcancel(?:led|ed)? on (?:us|me)\b/, -3],
  [
    /\b(?:cancel|delete|scratch|remove|scrap) (?:that|this|it|the last|my last|last)(?: (?:one|entry|thing|log|note|contact))?(?: please)?(?: [.!])?$/,
    -3,
  ],
]

/** A word for an event, or a name and a date that stand for one. */
function weighEvent(facts: Facts, found: Evidence[]): Evidence[] {
  if (!found.some(({ weight }) => weight >= 3)) return sumIsEnough(found) && facts.eventKinds.length > 0 ? found : []
  const hasKind =
    facts.eventKinds.length > 0 ||
    new RegExp(`\\b(?:the|our|that|this|PARTNER|SCHOOL|PERSON|DAY) (?:\\S+ )?${EVENT}\\b`).test(facts.reading.view.text)
  const { refs } = facts.reading
  const hasName = refs.partners.length + refs.people.length + refs.schools.length > 0
  if (hasKind) found.push({ weight: 1.5, why: 'an event' })
  else if (!hasName) found.push({ weight: -2.5, why: 'no event named' })
  return found
}
const sumIsEnough = (found: readonly Evidence[]): boolean => found.reduce((sum, { weight }) => sum + weight, 0) >= 3

export const moveEvent: IntentReader = {
  intent: 'move_event',
  weigh: (facts) => {
    const found = weighEvent(facts, weighCues(facts.reading.view, MOVE_CUES))
    if (found.length === 0) return found
    const hasDate = facts.reading.dates.length > 0
    if (!hasDate) found.push({ weight: -1.5, why: 'no date' })
    const known = describe(facts, descriptive(facts))
    if (!('problem' in known)) found.push({ weight: 1, why: `it is ${known.event.id}` })
    else if (known.problem === 'unknown_event' && !found.some(({ weight }) => weight >= 4))
      found.push({ weight: -2, why: 'no such event' })
    return found
  },
  fill: fillMove,
}

export const cancelEvent: IntentReader = {
  intent: 'cancel_event',
  weigh: (facts) => {
    const found = weighEvent(facts, weighCues(facts.reading.view, CANCEL_CUES))
    if (found.length > 0 && facts.reading.refs.students.length > 0) found.push({ weight: -1, why: 'a student' })
    return found
  },
  fill: (facts) => {
    const frame = new FrameBuilder('cancel_event', facts.reading)
    setTarget(frame, describe(facts, nearEvent(facts, placedDates(facts.reading))))
    return frame.build()
  },
}

/** Notes the event, or why it is not clear which. */
export function setTarget(frame: FrameBuilder, target: Target): ScheduledEvent | undefined {
  if ('problem' in target) {
    frame.problem(target.problem).extra({ candidates: target.matches.map(({ id }) => id) })
    return undefined
  }
  frame.set('target', target.event.id)
  return target.event
}

/** Dates that stand by the event's name, and are not a reason given behind it ("he's out that week"). */
function nearEvent({ eventKinds, reading }: Facts, dates: readonly Placed[]): Placed[] {
  const at = eventKinds[0]?.from ?? 0
  const isReason = (placed: Placed): boolean =>
    /\b(?:out|away|off|busy|closed|until|since|because|back) (?:\S+ )?$/.test(
      `${reading.view.slice(Math.max(0, placed.at - 2), placed.at)} `,
    )
  return dates.filter((placed) => saysDay(placed) && !isReason(placed) && Math.abs(placed.at - at) <= 9)
}

/** The event that a change is about: kind, school, and the names that stand with its kind. */
export function describe({ reading, eventKinds }: Facts, dates: readonly Placed[]): Target {
  const { refs, view } = reading
  const kind = eventKinds[0]
  const isBeside = ({ from, to }: Ref): boolean => {
    if (!kind) return true
    const between = from >= kind.to ? view.slice(kind.to, from) : view.slice(to, kind.from)
    return !/(?: |^)(?:[.,;!?\n-]|because|since|so|and i|as)(?: |$)/.test(between) && between.split(' ').length <= 7
  }
  const base: Description = {
    kinds: kind ? [kind.value] : [],
    dates,
    schools: refs.schools,
    partners: refs.partners.filter(isBeside),
    people: refs.people.filter(isBeside),
    likely: [...refs.partners, ...refs.people],
  }
  return findTarget(reading, base)
}

type Roles = { told: Placed[]; day?: Placed; time?: Placed; shift?: Placed }

const descriptive = (facts: Facts): Placed[] => assignRoles(facts).told

/** Which dates say what is moved, and which say where to. */
function assignRoles(facts: Facts): Roles {
  const { reading, eventKinds } = facts
  const { view } = reading
  const dates = placedDates(reading).flatMap((placed) => splitFromTo(reading, placed))
  const before = (placed: Placed, n = 2): string => view.slice(Math.max(0, placed.at - n), placed.at)
  const after = (placed: Placed): string => view.slice(placed.at + 1, placed.at + 3)
  const shift = dates.find(({ mention }) => mention.shape === 'shift')
  const days = dates.filter((placed) => saysDay(placed) && placed !== shift)
  const isTo = (placed: Placed): boolean =>
    /(?:^| )(?:to|until|till|→|>|make it|how about|what about|do|try|instead|now|for)(?: (?:be|on|at|the|a|it))?$/.test(
      before(placed),
    ) || /^instead/.test(after(placed))
  const isTold = (placed: Placed): boolean =>
    placed.mention.isNegated ||
    isBesideEvent(
      view.items[placed.at + 1]?.word ?? '',
      eventKinds.some(({ from }) => from === placed.at + 1),
    ) ||
    /(?:^| )(?:from|of)$/.test(before(placed, 1))
  const open = days.filter((placed) => !isTold(placed))
  const times = dates.filter(
    (placed) =>
      saysTime(placed) &&
      placed.mention.expression.clock &&
      !placed.mention.isNegated &&
      !/(?:instead of|not|from|than|of)$/.test(before(placed)),
  )
  const time = times.find(isTo) ?? times[0]
  let day = open.filter(isTo).at(-1) ?? (open.length > 1 ? open.at(-1) : undefined)
  const [single] = open
  if (!day && single) {
    const isKnown = (time !== undefined || shift !== undefined) && isOnSome(facts, single)
    if (!isKnown) day = single
  }
  const told = days.filter((placed) => placed !== day)
  return { told, ...(day && { day }), ...(time && { time }), ...(shift && { shift }) }
}

const isBesideEvent = (word: string, isKind: boolean): boolean =>
  isKind || /^(?:breakfast|career|job|mock|advisory|speaker|site|competition|meeting|one|event)$/.test(word)

const isOnSome = ({ reading, eventKinds }: Facts, placed: Placed): boolean =>
  reading.knowledge.events.some(
    (event) => eventKinds.some(({ value }) => value === event.event) && isOn(reading, placed, event),
  )

/** "from the 9th to the 10th" is two dates to a move. */
function splitFromTo({ view }: Reading, placed: Placed): Placed[] {
  const isFrom = view.items[placed.at - 1]?.word === 'from' || /^from\b/i.test(placed.mention.text)
  const ends = isFrom && placed.mention.expression.days?.is === 'range' ? splitRange(placed.mention) : undefined
  if (!ends) return [placed]
  return [
    { mention: { ...ends[0], isNegated: true }, at: placed.at },
    { mention: ends[1], at: placed.at },
  ]
}

function fillMove(facts: Facts): Frame {
  const { reading } = facts
  const frame = new FrameBuilder('move_event', reading)
  const roles = assignRoles(facts)
  const event = setTarget(frame, describe(facts, roles.told))
  setNewTimes(reading, frame, roles, event)
  if (!frame.slots.start && !frame.slots.target) return frame.build()
  if (!frame.slots.start) frame.missing('start')
  return frame.build()
}

function setNewTimes(reading: Reading, frame: FrameBuilder, roles: Roles, event: ScheduledEvent | undefined): void {
  const { day, time, shift } = roles
  if (shift && !day) {
    const moved = event && resolveShift(shift.mention, event)
    if (moved) put(reading, frame, moved.start)
    return
  }
  if (day) {
    const isJoined = time !== undefined && day.mention.expression.clock === undefined
    const found = resolveIn(reading, isJoined ? joinMentions(day.mention, time.mention) : day.mention, 'ahead')
    frame.problem(...found.problems).doubt(found.isVague === true)
    if (found.problems.includes('weekday_mismatch') || found.problems.includes('past_date')) return
    if (found.start && !isLocalTime(found.start)) {
      put(reading, frame, found.start)
      if (found.end && !isLocalTime(found.end) && !found.isVague) frame.set('end', found.end)
    }
    return
  }
  if (!time) return
  const found = resolveIn(reading, time.mention, 'ahead')
  frame.problem(...found.problems.filter((problem) => problem === 'impossible_date'))
  if (!event) return
  const at = (value: typeof found.start): LocalMoment | undefined =>
    value && isLocalTime(value) ? momentAt(dateOf(event.start), value) : undefined
  const start = at(found.start)
  if (start) put(reading, frame, start)
  frame.set('end', at(found.end))
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
