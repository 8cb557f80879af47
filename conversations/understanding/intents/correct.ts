import type { Facts } from '../facts.ts'
import { ANSWERS, type Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { isShouted } from '../names/surroundings.ts'
import { nameCase, personRunAt } from '../names/unknown.ts'
import { mayHold } from '../needs.ts'
import { readAnswers } from '../readers/answer.ts'
import { readChannel } from '../readers/place.ts'
import { readRole } from '../readers/role.ts'
import type { Ref } from '../reading.ts'
import { CORRECTION_CUES } from './correct-cues.ts'
import { isDenied, setDates, setOffers } from './correct-values.ts'
import { type IntentReader, weighCues } from './intent.ts'

/** What is no correction of what was recorded, however likely its words make one. */
const UNFIT = 20
/** "2 interns" alone, after a plan: no correction but where it adds to what was recorded. */
const MOST_BARE_ITEMS = 2
const MOST_ITEMS = 26
const MOST_ADDED_ITEMS = 6
/** What may be said on its own right after a record, to complete it: "28 students", "in the library", "2 interns". */
const ADDED_TO_PLAN =
  /^(?:(?:and|also|oh|only|just|actually|sorry|for|with|at|in|on|its|it is|about|around|up to|room|rm|the|expect|expecting|say|like) )*(?:(?:\S+ )?(?:students|kids|people|guests|seniors|juniors|teachers)|SCHOOL|PROGRAM|CLUSTER|PARTNER|PERSON|TIME|HOURS|room \S+|library|cafeteria|auditorium|gym|commons|\d+)(?: (?:students|kids|people|guests|PARTNER|from PARTNER|at SCHOOL|class|too|also|sorry|actually|,|though|instead))*(?: [.!])*$/
const ADDED_TO_CONTACT =
  /^(?:(?:and|also|oh|plus|yes|they offered|she offered|he offered|she will take|he will take|they will take|a|an|the|up to|about|maybe) )*(?:\S+ ){0,3}?(?:interns?|internships?|apprentices?|apprenticeships?|job shadows?|mentors?|speakers?|site visits?|mock interviews?|scholarships?|jobs?)(?: (?:spots?|slots?|too|also|this summer|next year))*(?: [.!])*$/

/** True for a bare part of what was just recorded. */
function isAddition({ reading, offers }: Facts, { intent }: Frame): boolean {
  const { view } = reading
  if (view.items.length > MOST_ADDED_ITEMS) return false
  if (intent === 'log_contact') return offers.length > 0 && view.has(ADDED_TO_CONTACT)
  return (intent === 'schedule_event' || intent === 'record_rsvp') && view.has(ADDED_TO_PLAN)
}

/** True where a correction would surely set the partner of what was recorded. */
function wouldSetPartner({ reading }: Facts, { intent }: Frame): boolean {
  const [partner] = reading.refs.partners
  if (intent === 'schedule_event' || !partner || !mayHold(intent, 'partner')) return false
  return partner.entries.length === 1 && !isDenied(reading.view, partner.from)
}

/** Something that a correction could hold: a name, a date, a number. */
const hasValue = ({ reading }: Facts): boolean =>
  reading.dates.length > 0 || reading.names.length > 0 || reading.view.has(/\d/)

export const correct: IntentReader = {
  intent: 'correct',
  weigh: (facts) => {
    const { view, context } = facts.reading
    const found = weighCues(view, CORRECTION_CUES)
    if (context.previous && context.isPreviousFresh !== false && isAddition(facts, context.previous))
      found.push({ weight: 10, why: 'more of what was just recorded' })
    const isBare = view.items.length <= MOST_BARE_ITEMS
    if (found.length === 0 && (context.isPreviousFresh === false || isBare))
      return [{ weight: -UNFIT, why: isBare ? 'too bare to change anything' : 'nothing was recorded just now' }]
    const { previous } = context
    if (!previous && found.length === 0) return hasValue(facts) ? [] : [{ weight: -UNFIT, why: 'nothing to change' }]
    // What most messages have is seen without filling a frame.
    if (previous && found.length === 0 && wouldSetPartner(facts, previous)) return []
    const changed = Object.keys(fillCorrection(facts).slots)
    const isFit = previous ? changed.some((slot) => mayHold(previous.intent, slot)) : changed.length > 0
    if (!isFit && (found.length === 0 || changed.length > 0))
      return [{ weight: -UNFIT, why: 'it changes nothing of what was recorded' }]
    if (found.length === 0 || view.items.length > MOST_ITEMS) return []
    if (context.previous) found.push({ weight: 2, why: 'something was just recorded' })
    return changed.length === 0 ? [] : found
  },
  fill: fillCorrection,
}

function fillCorrection(facts: Facts): Frame {
  const { reading } = facts
  const { view, refs, context, message } = reading
  const { previous } = context
  const frame = new FrameBuilder('correct', reading)
  const kept = <T extends Ref>(list: readonly T[]): T[] => list.filter(({ from }) => !isDenied(view, from))
  const isEvent = previous?.intent === 'schedule_event'
  const partners = kept(refs.partners)
  if (isEvent) frame.names('partners', 'partner', partners)
  else frame.name('partner', 'partner', partners[0])
  const people = kept(refs.people)
  frame.names('people', 'person', people.length > 0 || partners.length > 0 ? people : readStrangers(facts))
  frame.name('school', 'school', kept(refs.schools)[0])
  frame.name('student', 'student', kept(refs.students)[0])
  const programs = kept(refs.programs)
  if (previous?.intent === 'draft_spotlight') frame.name('program', 'program', programs[0])
  else frame.names('programs', 'program', programs)
  frame.names('clusters', 'cluster', kept(refs.clusters))
  setDates(facts, frame)
  const method = facts.methods.find(({ from }) => !isDenied(view, from))
  if (!isEvent) frame.set('method', method?.value)
  setOffers(facts, frame)
  if (facts.room && !isDenied(view, facts.room.from)) frame.set('room', facts.room.value)
  frame.set('period', facts.periods.find(({ from }) => !isDenied(view, from))?.value)
  if (isEvent)
    frame.set('event', facts.eventKinds.find(({ from, value }) => value !== 'meeting' && !isDenied(view, from))?.value)
  if (previous?.intent === 'draft_spotlight') {
    frame.set(
      'outcome',
      facts.outcome && !isDenied(view, facts.outcome.from) ? facts.outcome.value : readFirstOutcome(facts),
    )
    frame.set('role', readRole(view, message)?.value)
    frame.set('channel', readChannel(message.typed))
  }
  if (!previous && view.has(/\b(?:title|role)\b/)) frame.set('role', readRole(view, message)?.value)
  // "they're sending 6, not 4" changes the count of a yes.
  const isCountOnly = frame.slots.headcount !== undefined && facts.answer?.value === previous?.slots.answer
  if (previous?.intent === 'record_rsvp' && !isCountOnly) {
    const [answer] = readAnswers(view).filter(({ from }) => !isDenied(view, from))
    const bare = /\b(?:been|be|was|is|a|put|meant) (yes|no|maybe)(?= |$)/.exec(view.text)?.[1]
    frame.set('answer', answer?.value ?? ANSWERS.find((known) => known === bare))
  }
  if (previous?.intent === 'record_consent') frame.set('granted', facts.granted?.value)
  return frame.build()
}

/** "it was a new guy named Felix Amaro": somebody new at the company that was recorded. */
function readStrangers({ reading }: Facts): Ref[] {
  const { view, message } = reading
  for (const { to } of view.matches(
    /\b(?:named|it was|i meant|meant|new (?:guy|woman|lady|man|person|rep)|with)(?: (?:a|the|his|her|new|named|guy|woman|lady))*(?= )/g,
  )) {
    const run = personRunAt(message, view, to)
    const typed = run?.typed ?? ''
    if (run && run.to - run.from >= 2 && /^\p{Lu}/u.test(typed))
      return [{ ...run, entries: [], text: nameCase(typed, isShouted(message)), isOwner: false }]
  }
  return []
}

/** "make that an apprenticeship, not an internship": the outcome that is not denied. */
const readFirstOutcome = ({ reading }: Facts): 'internship' | 'apprenticeship' | 'job' | undefined => {
  for (const { from, match } of reading.view.matches(/\b(?:internship|apprenticeship|job)\b/g)) {
    const value = match[0]
    if (!isDenied(reading.view, from) && (value === 'internship' || value === 'apprenticeship' || value === 'job'))
      return value
  }
  return undefined
}
