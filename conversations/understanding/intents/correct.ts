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
import { NUMBER } from '../words/numbers.ts'
import { isDenied, setDates, setOffers } from './correct-values.ts'
import { type Cue, type IntentReader, weighCues } from './intent.ts'

const START =
  '^(?:(?:oh|no|nope|oops|wait|hey|hmm|um|uh|ugh|ok|sorry|ah|whoops|hold on|MENTION|my bad|my mistake|yikes|and|so|well|please|pls|i) (?:[,.!:-] )?)*'
const CUES: readonly Cue[] = [
  [
    new RegExp(
      `${START}(?:no(?! (?:need|answer|luck|reply|response|one|word|show|news|go|school|class|kids|interns|internships|more|longer|photos?|pics?|media|consent|permission))|nope|not|sorry|actually|correction|scratch that|scratch|i meant|meant|i mean|wrong|typo|fix|change (?:that|it|the|partner|company|school|date|time|room|person|student|name|method|event|role|outcome|title|number|count)|make (?:it|that)|that should|that was|it was|it is|should be|should have|edit|update|i said|i wrote|i put|oops|wait|rather|it should|forgot to (?:say|mention|add)|forgot)\\b`,
    ),
    3,
  ],
  [
    /\b(?:it|that|this|the \S+|the follow up|follow up|date|day|time|partner|company|method|count|number|title|role|room|outcome|school|program|name|he|she|they) (?:was|is|should be|should have been|should say|were|needs to be)(?: \S+){0,5}? (?:[,.;-] )?(?:not|instead of)\b/,
    2.5,
  ],
  [
    new RegExp(
      `\\b(?:PARTNER|PERSON|DAY|MOMENT|TIME|SCHOOL|STUDENT|PROGRAM|${NUMBER})(?: \\S+){0,2}? (?:, |[.;-] )?not (?:the |on |at |a )?(?:PARTNER|PERSON|DAY|MOMENT|TIME|SCHOOL|STUDENT|PROGRAM|${NUMBER})`,
    ),
    2.5,
  ],
  [
    /\b(?:texted|called|emailed|zoomed|met|visited) (?:, )?(?:did not|not) (?:call|text|email|zoom|meet|visit|called|texted|emailed)\b/,
    5,
  ],
  [
    /\bi (?:flipped|mixed up|swapped|transposed|fat fingered|messed up|mistyped|typoed|(?:typed|wrote|put|entered|had) (?:it|that|them) (?:backwards|wrong|in wrong))\b/,
    3,
  ],
  [
    /\b(?:speaker|mentor|interns?|internships?|jobs?|apprentices?|apprenticeships?|job shadows?|site visit|scholarship|equipment|credential|award|college) (?:, )?not (?:an? )?(?:guest )?(?:speaker|mentor|interns?|internships?|jobs?|apprentices?|apprenticeships?|job shadows?|site visit|scholarship|equipment|credential|award|college)\b/,
    3,
  ],
  [/\b(?:yes|no|maybe) (?:, )?not (?:a )?(?:yes|no|maybe)\b/, 3],
  [
    /^(?:headcount|head count|count|room|date|time|number|title|role)(?: number)? (?:should|needs to|has to|was|is) (?:be )?/,
    3,
  ],
  [
    /\b(?:PERSON|PARTNER|SCHOOL|DAY|MOMENT|TIME|STUDENT|ROOM|room \S+) i meant?\b|\bi meant? (?:PERSON|PARTNER|SCHOOL|DAY|MOMENT|TIME|STUDENT|room)/,
    3,
  ],
  [
    /^(?:\S+ ){0,2}?not (?:on |the |at |a )?(?:PARTNER|PERSON|DAY|TIME|MOMENT|SCHOOL|\d+)(?: \S+)? [,.;-] (?:it was |on |the |its |it is |but )?(?:PARTNER|PERSON|DAY|TIME|MOMENT|SCHOOL|\d+)/,
    3,
  ],
  [
    new RegExp(
      `${START}make (?:it|that|those|them)(?: \\S+)? (?:an? |the |${NUMBER} |DAY|MOMENT|TIME|PARTNER|PERSON|SCHOOL|HOURS)`,
    ),
    2,
  ],
  [
    /\b(?:should (?:be|say|have been|read)|i meant|meant to (?:say|put|type|write)|change (?:that|it|the \S+) to|correction)\b/,
    2,
  ],
  [
    /\bwrong (?:partner|company|date|day|person|name|one|school|student|time|number|PARTNER|PERSON|room|month|week)\b/,
    2,
  ],
  [
    /\bit was (?:an? |the |on |at |with |by |over )?(?:call|email|text|zoom|visit|meeting|PARTNER|PERSON|DAY|in person|phone|voicemail|video|teams)\b/,
    2,
  ],
  [
    /^(?:(?:hmm|oh|actually|sorry|please|pls|ok|can we (?:do|make it)|could we do|how about|lets do|let us do) (?:, )?)*(?:DAY|MOMENT|TIME|HOURS|PARTNER|PERSON|SCHOOL|ROOM) instead\b/,
    3,
  ],
  [/\b(?:undo|delete|remove)\b/, -2],
]

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
function namesOtherPartner({ reading }: Facts, { intent }: Frame): boolean {
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
    const found = weighCues(view, CUES)
    if (context.previous && context.isPreviousFresh !== false && isAddition(facts, context.previous))
      found.push({ weight: 10, why: 'more of what was just recorded' })
    const isBare = view.items.length <= MOST_BARE_ITEMS
    if (found.length === 0 && (context.isPreviousFresh === false || isBare))
      return [{ weight: -UNFIT, why: isBare ? 'too bare to change anything' : 'nothing was recorded just now' }]
    const { previous } = context
    if (!previous && found.length === 0) return hasValue(facts) ? [] : [{ weight: -UNFIT, why: 'nothing to change' }]
    // What most messages have is seen without filling a frame.
    if (previous && found.length === 0 && namesOtherPartner(facts, previous)) return []
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
