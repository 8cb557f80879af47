import { dateOf } from '../../../data/time.ts'
import { statedDays } from '../dates/read.ts'
import { resolveSpan } from '../dates/resolve.ts'
import type { Facts } from '../facts.ts'
import type { Frame, Topic } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { readTopic } from '../readers/topic.ts'
import { placedDates } from '../when.ts'
import { type Cue, type Evidence, type IntentReader, weighCues } from './intent.ts'
import { readParties } from './parties.ts'
import { pickSchool } from './schedule-event.ts'

const QUESTION =
  /^(?:(?:i am new(?: (?:on|to|at|here|with))?(?: (?:this|here|the job|it))?|random question|quick one|when you get a (?:sec|chance|minute|second)|no rush|for the (?:board|meeting|principal)|just curious|curious|ok|okay|hey|hi|so|and|also|please|pls|yo|quick question|question|morning|good morning|MENTION|bot|liaison|hello|um|hmm|now|btw|can you|could you|would you|can i|could i|let me|i want to|i would like to|i need to|kindly|may i) (?:[,:.!-] )?)*(?:did (?:PARTNER|PERSON|they|he|she|any|anybody|anyone|any of them|someone|somebody)|who|whom|what|whats|which|when|whens|where|how|show|list|pull up|catch me up|brief me|fill me in|update me|give me|get me|tell me|see|display|look up|provide|share|find|find me|check(?! in)|any(?! chance)|anything|anyone|anybody|do we|did we|have we|has|have i|do i|is there|are there|is anything|run|print|bring up|read me|send me|count|total|search|remind me (?:who|what|when|which)|whos|got any|summary|summarize|any (?!chance)\S+|know|everything|every)\b(?! :)/
const BARE =
  /^(?:(?:ok|hey|hi|so|and|please|pls|MENTION|my|our|the|all|all my|open|current|recent|new|todays|tomorrows|this weeks|next weeks|this months|upcoming|DAYS|DAY) (?:, )?)*(?:s )?(?:agenda|week|day|calendar|schedule|events|history|contacts|contact|follow ups|followups|reminders|placements|offers|spotlights|placement|offer|spotlight list|stale|stale partners|partners (?:gone|that|we|who|not|with no|without)|(?:internship|job|apprenticeship|speaker|mentor|equipment) offers|quiet partners|overdue|to do list|to dos|cold partners|dormant partners|inactive partners|follow ups due|agenda for)\b/

/** "next week at aviation?": a span, perhaps of one school, and nothing else asks what is on. */
const SPAN_ALONE =
  /^(?:(?:and|so|ok|hey|MENTION|for|in) )*(?:(?:DAYS)(?: (?:at|for|in) (?:SCHOOL|CLUSTER|PROGRAM))?|DAY (?:at|in) (?:SCHOOL|CLUSTER|PROGRAM)|SCHOOL (?:for |in |on )?(?:DAYS|DAY))(?: \?)*$/
/** Weighs less than any request: it may answer an open question. */
const SPAN_ALONE_WEIGHT = 3.5

const CUES: readonly Cue[] = [
  [QUESTION, 3],
  [
    /^(?:which |any |the |all )?(?:CLUSTER |PROGRAM |SCHOOL )?(?:partners|companies|employers|contacts) (?:that |who |which )?(?:have |has |went |are |we |i |with no )/,
    3.5,
  ],
  [/^(?:(?:please|pls|can you|could you|would you) )*send me (?:the|my|our|a list|all)\b/, 3],
  [/\b(?:can|could|would) you send me\b/, 5],
  [BARE, 3.5],
  [/[.?!,;-] (?:so |and |also )?(?:who|what|whats|which|when|how many|do we|have we|did we|any) /, 3],
  [/^(?:\S+ ){1,7}\? ?$/, 2],
  [
    /^(?:CLUSTER|PROGRAM|SCHOOL) (?:partners|companies|employers|contacts|people|folks|placements|offers|events)\b.*\?|^(?:which |any )?(?:CLUSTER |PROGRAM |SCHOOL )?(?:partners|companies|employers|contacts) (?:that |who )?(?:we|i) (?:have|did) not\b/,
    3,
  ],
  [
    /\b(?:tell me|show me|let me know|need to know|wondering|remind me) (?:who|what|whats|which|when|how many|how much|if we|whether we)\b/,
    3,
  ],
  [/\?/, 1],
  [/\bcount (?:the )?(?:PARTNER|PERSON|us|me|them)\b/, -6],
  [/\b(?:show|list|pull up|give me|tell me)\b/, 1],
  [/\b(?:for|at|with|from) (?:PARTNER|SCHOOL|CLUSTER)\b/, 0.5],
  [
    /\b(?:can|could|may) (?:we|i|you|someone|somebody) (?:get|have|do|schedule|book|set|put|add|move|cancel|cover|use|make|write|draft|send|post|please|log|reschedule|push|change|switch|host|plan|borrow)\b/,
    -5,
  ],
  [
    /^(?:who|whos|who is) (?:took|has my|is covering|covering|can cover|is on|left|stole|wants|ate|parked|sits|sit|needs|broke|forgot|used|has the|is bringing|bringing|will cover|could cover|owns)(?! a? ?follow)\b/,
    -6,
  ],
  [
    /^(?:does|do|did|is|has) (?:anyone|anybody|someone|somebody|everyone|the copier|it)\b(?! (?:ever )?(?:offer|offered|donate|talk|talked|speak|spoken|call|called|hear|heard|contact|contacted|meet|met)\b)/,
    -6,
  ],
  [
    /\b(?:lunch|copier|parking|cafeteria|bathroom|printer|projector|laminator|wifi|password|sub|fire drill|bell|duty|cover my|grades|attendance)\b/,
    -2,
  ],
  [/^(?:how) (?:do|does|can|should) (?:i|you|this|it|we)\b/, -4],
]

export const ask: IntentReader = {
  intent: 'ask',
  weigh: (facts) => {
    const { view } = facts.reading
    if (view.has(SPAN_ALONE)) return [{ weight: SPAN_ALONE_WEIGHT, why: 'a span and nothing else' }]
    const topic = readTopic(view)
    if (!topic) return []
    const found: Evidence[] = weighCues(view, CUES)
    if (!found.some(({ weight }) => weight >= 3)) return []
    found.push({ weight: 2.5, why: `${topic.value}: ${topic.why}` })
    return found
  },
  fill: (facts) => fillAsk(facts),
}

/** Spans of what is to come look ahead, of what has been look behind. */
const AHEAD: ReadonlySet<Topic> = new Set<Topic>(['agenda', 'follow_ups'])

function fillAsk({ reading }: Facts): Frame {
  const { view, refs, knowledge, context } = reading
  const frame = new FrameBuilder('ask', reading)
  const topic = refineTopic(
    readTopic(view)?.value ?? 'agenda',
    reading.view.text,
    refs.partners.length > 0 || refs.people.length > 0,
    reading.dates.length > 0,
  )
  frame.set('topic', topic)
  const { partner } = readParties(reading)
  if (partner) frame.name('partner', 'partner', partner)
  frame.name('school', 'school', pickSchool(reading))
  frame.name('cluster', 'cluster', refs.clusters[0])
  const dates = placedDates(reading).filter(({ mention }) => !mention.isNegated)
  if (topic === 'stale') {
    const days = dates.map(({ mention }) => statedDays(mention)).find((n) => n !== undefined)
    frame.set('days', days ?? countDays(view.text))
    if (days !== undefined) return frame.buildAnswer()
  }
  const dated =
    (topic === 'agenda' ? undefined : dates.find(({ mention }) => mention.isSpan && !mention.isWeak)) ??
    dates.find(({ mention }) => !mention.isWeak && mention.shape !== 'time' && mention.shape !== 'duration') ??
    dates.find(({ mention }) => mention.isSpan)
  if (dated) {
    const direction = AHEAD.has(topic) && !view.has(/\b(?:did|was|were|had|happened|went)\b/) ? 'ahead' : 'behind'
    const span = resolveSpan(dated.mention, { now: context.now, direction, calendar: knowledge.calendar })
    const today = dateOf(context.now)
    frame.set('from', span.from)
    frame.set('to', span.to)
    const soFar = dates.some(({ mention }) => mention.expression.days?.is === 'so-far')
    if (soFar && span.from) frame.set('to', today)
  }
  return frame.buildAnswer()
}

/** "who did we talk to" of one partner is its history; of a span, whom we talked to. */
function refineTopic(topic: Topic, text: string, hasPartner: boolean, hasDates: boolean): Topic {
  if (topic === 'history' && hasPartner && hasDates && /^(?:\S+ ){0,3}?(?:who|whom)\b/.test(text)) return 'contacts'
  if (topic === 'history' && !hasPartner)
    return /\b(?:who|whom|which|contacts?|logged|talked|spoke|met)\b/.test(text) ? 'contacts' : 'history'
  if (
    topic === 'contacts' &&
    hasPartner &&
    !hasDates &&
    /\b(?:did|have|has|had) (?:we|i|anyone|you) (?:\S+ )?(?:talk|talked|speak|spoken|meet|met|contact|contacted)\b/.test(
      text,
    ) &&
    !/^(?:who|whom)/.test(text)
  )
    return 'history'
  return topic
}

function countDays(text: string): number | undefined {
  const match = /\b(\d{1,3}) ?(day|week|month|d)s?\b/.exec(text)
  return match ? Number(match[1]) * (match[2] === 'week' ? 7 : match[2] === 'month' ? 30 : 1) : undefined
}
