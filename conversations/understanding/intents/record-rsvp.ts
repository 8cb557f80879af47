import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { contactTold } from '../past-contact.ts'
import { findTarget, hasPartner, hasPerson, type Target } from '../target.ts'
import { type Placed, placedDates, saysDay } from '../when.ts'
import { setTarget } from './described-event.ts'
import { ASKS, type Cue, type Evidence, hasPartnerSide, type IntentReader, weighCues } from './intent.ts'
import { fillParties, readParties } from './parties.ts'

const KIND =
  '(?:breakfast|brunch|career day|career fair|career night|expo|job shadow|shadow|mock interviews?|mocks?|cook ?offs?|bake ?offs?|comp|challenge|showcase|panel|trip|visit|advisory(?: board| meeting| council)?|competition|contest|site visit|meeting|speaker|talk|event|hackathon|shadow day|tour)'
/** An event that the writer takes to be known: "the breakfast", "the Feb 1 breakfast", "the Gary career day". */
const DEFINITE = new RegExp(
  `(?:^|[-:/|.] )${KIND}(?= (?:[-:/|]|DAY)| [.!]?$|$)|\\b(?:(?:the|our|this|that|SCHOOL|DAY|DAYS|tomorrows|todays|next weeks|upcoming)(?: (?:DAY|DAYS|MOMENT|SCHOOL|PROGRAM|CLUSTER|PARTNER|january|february|march|april|may|june|upcoming|\\S+)){0,2} ${KIND}|(?:for|to|at|attend|attending|make|join|coming to|miss) (?:SCHOOL |DAY |PROGRAM |CLUSTER )?${KIND}(?! (?:spots|slots))|(?:PERSON|PARTNER) ${KIND}|${KIND} (?:at SCHOOL|on DAY|DAY|on the|SCHOOL|is DAY)|(?:the|an|our) (?:invite|invitation) (?:for|to) (?:DAY|the)|(?:make|attend|do|miss) (?:it )?(?:on )?DAY|(?:on|for|to|at) DAY|(?:be|come|being) there (?:on )?DAY)\\b`,
)

const CUES: readonly Cue[] = [
  [
    /\b(?:put|mark|count|sign|note|list) (?:the )?(?:PARTNER|PERSON)(?: (?:from|at|of|and) (?:PARTNER|PERSON))?(?: \S+){0,2} (?:down|in|as|up|out|for)\b/,
    5,
  ],
  [/^(?:accepted|declined|tentative|tentatively accepted) :/, 6],
  [/^(?:rsvp|rsvps|rsvping|response|reply|attendance update|rsvp update)\b|\brsvp(?:d|s)?\b/, 4],
  [DEFINITE, 2],
  [
    /\b(?:PERSON|PARTNER)(?: \( PARTNER \))?(?: (?:from|of|at|and|with|,|@) (?:the )?(?:PERSON|PARTNER))*(?: \))?(?: ,)? (?:just |also |now |has |have |officially |said |says |can |can not |will |will not |is |are |s |might |may |had |confirmed|confirms|declined|declines|accepted|rsvp|cancelled on|backed|bowed|dropped|out|in|not|no|yes|maybe|not going|sending|bringing|wants in|signed|: yes|: no|: maybe|is a|are a|to|probably)/,
    1,
  ],
  [/\b(?:sending|bringing|bring|send|party of) (?:\d|one|two|three|four|five|six|a couple|PERSON)/, 1],
  [
    /^(?:(?:please|pls|hey|hi|ok|MENTION|can you|can we) (?:, )?)*(?:schedule|book|set up|put|add|plan|create|arrange|organize|cancel|scratch|scrub|scrap|nix|kill|axe|call off|drop|move|push|reschedule|remind|spotlight|log|follow up)\b/,
    -4,
  ],
  [
    /(?:[.,;!] |\b(?:so|please|pls|can you|lets|let us|and) )(?:move|push|slide|reschedule|bump|cancel|scrap|switch|shift)\b/,
    -6,
  ],
  [/\b(?:is|are) off(?= [.,;!]|$)|\b(?:remove|delete|cancel) it\b/, -4],
  [/\bas (?:a |an |the |our )?(?:guest )?speaker\b/, -2],
  [/\b(?:will be|is|as) (?:a|the|our) (?:guest )?speaker\b/, -2],
  [ASKS, -3],
  [/^is /, -3],
  [/\bspotlight\b/, -4],
  [/\b(?:follow up|remind)\b/, -1],
]

/** "HonorHealth confirmed": an answer by itself, to the one event that the company is invited to. */
const SHORT_ANSWER =
  /^(?:PARTNER|PERSON)(?: (?:from|at|of|and|\() (?:PARTNER|PERSON)(?: \))?)* (?:just |has |have |is |are |also )?(?:confirmed|confirms|declined|declines|can not make it|can not come|can not attend|will be there|yes|no|maybe|in|out|coming|not coming|attending|is in|is out)(?: (?:with|,|-|:|\(|for))*(?: (?:sending|bringing))?(?: (?:\d{1,3}|one|two|three|four|five|six|PERSON)(?: (?:people|guests|of them|reps|total|folks|seats))?)?(?: \))?(?: [.!])*$/
const MOST_SHORT_ITEMS = 9
/** "replied to the invite": the contact is the answer. */
const REPLIED =
  /\b(?:called|emailed|texted|phoned|messaged|rang)(?: (?:me|us|back|in|today|DAY|MOMENT|earlier|just now|the (?:front|main) (?:office|desk)|the (?:office|school)|(?:for )?(?:STAFF|PERSON)))*(?: (?:,|:|-|;|and|to say|saying|says))+ (?:that )?(?:he|she|they|it|PERSON|PARTNER)? ?(?:(?:is|are|will|can|can not|will not|s|has|have|would) )?(?:in|out|coming|attend|make|be there|there|not|confirmed|declined|accepted|yes|no|bringing|sending|come)\b|\b(?:replied|responded|wrote back|got back|emailed back|heard back|heard from|called|emailed|texted)(?: \S+)? (?:to|about|re|on|for|from) (?:\S+ ){0,4}?(?:invite|invitation|rsvp)\b|\b(?:got back|heard back|heard from|replied|responded|wrote back|answered)(?: to (?:me|us))? (?:about|re|on|for|to) (?:the|our) (?:\S+ ){0,3}?(?:breakfast|career day|job shadow|mock interviews?|advisory|competition|site visit|meeting|event)\b/

export const recordRsvp: IntentReader = {
  intent: 'record_rsvp',
  weigh: (facts) => {
    const { reading, answer } = facts
    const { view } = reading
    const cues = weighCues(view, CUES)
    if (!answer || cues.every(({ weight }) => weight <= 0)) return []
    const isDefinite = view.has(DEFINITE)
    const isShort = view.items.length <= MOST_SHORT_ITEMS && view.has(SHORT_ANSWER)
    if (!isDefinite && !isShort && !view.has(/\brsvp/)) return []
    const found: Evidence[] = [...cues, { weight: 2, why: `${answer.value}: ${answer.why}` }]
    if (!hasPartnerSide(facts)) found.push({ weight: -2, why: 'no partner named' })
    const target = findInvited(facts)
    if (isLooselyNamed(facts, target)) return []
    const isReply =
      (view.has(REPLIED) || answersEvent(facts)) && !('problem' in target && target.problem === 'unknown_event')
    if (isReply) found.push({ weight: 2.5, why: 'a reply to an invitation' })
    if (isShort && !isDefinite) found.push({ weight: 1, why: 'an answer and nothing else' })
    if (!('problem' in target)) found.push({ weight: 1, why: `it is ${target.event.id}` })
    else if (target.problem === 'unknown_event' && facts.eventKinds.length === 0)
      found.push({ weight: -3, why: 'no event' })
    if (contactTold(view) && !isReply) found.push({ weight: -3, why: 'a contact that has been' })
    if (facts.reading.dates.some(({ expression }) => expression.clock)) found.push({ weight: -1, why: 'an hour' })
    return found
  },
  fill: fillAnswer,
}

/**
 * True where what is told is a partner's answer to a scheduled event, and no more: "the port got back to me about the
 * April breakfast, they're coming". An offer or a company that is not invited makes it a contact.
 */
export function answersEvent(facts: Facts): boolean {
  const { reading, answer, offers } = facts
  const { text } = reading.view
  if (!answer || answer.value === 'maybe' || !hasPartnerSide(facts) || !DEFINITE.test(text)) return false
  if (/\b(?:cancel|move|reschedule|push|postpone|bump|shift|slide|switch|call off|scratch|scrap)\b/.test(text))
    return false
  const target = findInvited(facts)
  if (!('event' in target) || facts.eventKinds.length === 0) return false
  // "they'll do the mock interviews", of who is invited to them, offers nothing new.
  const { event } = target
  const isInvited =
    reading.refs.partners.some((partner) => hasPartner(partner, event)) ||
    reading.refs.people.some((person) => hasPerson(person, event))
  return (
    offers.length === 0 ||
    (isInvited && offers.every(({ value }) => value.kind === event.event && value.count === undefined))
  )
}

/** "yes to mock interviews" is an offer, unless who says so is invited to the one that is scheduled. */
function isLooselyNamed({ reading }: Facts, target: Target): boolean {
  const match = reading.view.match(DEFINITE)?.[0] ?? ''
  if (!/^(?:for|to|at) (?:mock interviews|job shadows|site visits|speakers)$/.test(match)) return false
  if (reading.view.has(/ (?:at SCHOOL|on DAY|DAY|in DAY)/)) return false
  return 'problem' in target || !reading.refs.partners.some((partner) => hasPartner(partner, target.event))
}

function findInvited(facts: Facts): Target {
  const { reading, eventKinds } = facts
  const { refs } = reading
  const kinds = eventKinds.filter(({ value, why }) => value !== 'meeting' || /meeting/.test(why))
  const [kind] = kinds
  return findTarget(reading, {
    kinds: kind ? [kind.value] : [],
    dates: eventDates(facts),
    schools: refs.schools,
    partners: [],
    people: [],
    likely: [...refs.partners, ...refs.people],
  })
}

const eventDates = ({ reading }: Facts): Placed[] =>
  placedDates(reading).filter(
    (placed) =>
      saysDay(placed) &&
      !placed.mention.isDeadline &&
      !placed.mention.isWeak &&
      !/\b(?:confirmed|emailed|called|said|texted|told|out|away|check back|by|until|know|sure|decide|answer)(?: (?!for$|to$)\S+)?$/.test(
        reading.view.slice(Math.max(0, placed.at - 2), placed.at),
      ),
  )

function fillAnswer(facts: Facts): Frame {
  const { reading, answer, headcount } = facts
  const frame = new FrameBuilder('record_rsvp', reading)
  setTarget(frame, findInvited(facts))
  const parties = readParties(reading, answer?.value !== 'yes')
  fillParties(frame, parties)
  frame.set('answer', answer?.value)
  if (answer?.value !== 'no') frame.set('headcount', headcount?.value)
  if (!frame.slots.partner) frame.missing('partner')
  if (isOfSeveral(facts)) frame.doubt().extra({ doubt: 'intent' })
  return frame.build()
}

/** "rosa can't make it but mick can": a record holds the answer of one company, so the bot asks rather than losing the other. */
function isOfSeveral({ reading: { refs } }: Facts): boolean {
  const homes = [...refs.partners, ...refs.people].map(({ entries: [first, ...others] }) =>
    others.length > 0 ? undefined : (first?.partner ?? first?.id),
  )
  return new Set(homes.filter((home) => home !== undefined)).size > 1
}
