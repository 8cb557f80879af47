import { dateOf, isLocalTime } from '../../../data/time.ts'
import type { Facts } from '../facts.ts'
import { FOLLOW_UP, readFollowUpDate } from '../follow-up-date.ts'
import type { Frame, Method } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { contactTold } from '../past-contact.ts'
import type { Find } from '../readers/find.ts'
import { readOfferMentions } from '../readers/offers.ts'
import { readTense } from '../tense.ts'
import { readUnread } from '../unread.ts'
import { isHoliday, type Placed, placedDates, resolveIn } from '../when.ts'
import { setContactDate } from './contact-date.ts'
import { ASKS, type Cue, type Evidence, hasPartnerSide, type IntentReader, weighCues } from './intent.ts'
import { fillParties, readParties } from './parties.ts'
import { plannedKinds } from './planned-kinds.ts'
import { answersEvent } from './record-rsvp.ts'

const CUES: readonly Cue[] = [
  [/\bsaid (?:he|she|they)\b/, 2],
  [/\b(?:offered|is offering|are offering|agreed to|promised|pledged|volunteered)\b/, 1.5],
  [
    /(?:PERSON|PARTNER)(?: PARTNER)?(?: (?:guy|lady|rep|hr|people|folks|team|contact|recruiter|manager))?(?: \( (?:PARTNER|PERSON) \))?(?: ,)? (?:says|said|mentioned|told)\b/,
    0.5,
  ],
  [
    /^(?:has|have|did|does|do|can|could|is|anyone|anybody|who) (?:anybody|anyone|someone|somebody|seen|got|taken|took)\b/,
    -4,
  ],
  [
    /\b(?:new|another|one more|one|next) (?:one |contact |entry )?for (?:the|my|our) (?:list|log|book|books|record|tracker|spreadsheet)\b/,
    3,
  ],
  [/(?:^|[\n;.] )(?:- )?follow up\b/, 1],
  [/\bcount (?:them|us|me|him|her|it|PARTNER|PERSON) (?:in|out)\b/, -1.5],
  [
    /\b(?:PERSON )?(?:mom|mother|dad|father|parents?|guardian|family|aunt|uncle|grandma|grandmother|grandfather|sister|brother)(?: just| has)? (?:called|emailed|came|stopped|texted|wants|is)\b/,
    -4,
  ],
  [
    /(?<!\b(?:speak|talk|present|speaking|talking|presenting|teach|teaching|lecture|read|help|helping) )\b(?:to|with|by|from|called|emailed|texted|met|asked|told) (?:my |our |the |a |his |her )?(?:custodian|custodians|principal|assistant principal|ap|class|classes|students?|kids|nurse|security|tech support|main office|mom|moms|mother|dad|father|parents?|substitute|sub|counselor|counselors|secretary|janitor|maintenance|staff|union rep|dean|superintendent|homeroom|department|wife|husband|doctor|dentist|bus driver|coach|freshmen|seniors|juniors|copier guy|facilities|office)\b(?! (?:at|from) PARTNER)/,
    -2.5,
  ],
  [/^(?:can|could|would|will) (?:PARTNER|PERSON|someone from|somebody from|a rep)\b/, -4],
  [/\bcalled (?:in sick|out sick|out|in)\b/, -4],
  [
    /^(?:(?:please|pls|quick|hi|hey|ok|hello|just|MENTION) (?:, )?)*(?:log|logging|note(?! to self)|noting|record|recording|contact log|logged|for the record|logging a|quick log|to log)\b(?! in\b)/,
    3,
  ],
  [
    /^logged (?::|a|the|my)|\b(?:it )?went (?:really |very |pretty )?(?:great|well|ok|fine|good|badly|long|nowhere)\b/,
    1.5,
  ],
  [
    /^(?:(?:dr|mr|mrs|ms|chef) (?:[.] )?)?(?:PERSON|PARTNER) [.,:|/-](?: (?:PERSON|PARTNER)(?: [.,:|/-])?)? (?:phone call|call|coffee|lunch|zoom|email|visit|meeting|text|voicemail)\b/,
    4,
  ],
  [/\b(?:for|a) (?:the |there is a )?record\b|\bplease (?:record|note|log)\b/, 2],
  [
    /(?:^|[\n.!;-] |MENTION )(?:(?:a |quick |great |good |nice |brief |long |another |phone |had |my |just |yesterdays |todays |this mornings |first |missed |left |DAY |MOMENT |signal |whatsapp |linkedin |teams |slack |facebook |insta ) ?)*(?:coffee|lunch|call|phone|zoom|voicemail|email|emails|text|texts|meeting|visit|dm|whatsapp|conversation|dinner|breakfast|teams call|teams|video call|video|chat|drinks|sms|message|messages|note(?! to self)|reply|tour|linkedin|met|webex|facetime)(?: \S+){0,2} (?:with|from|to|for|by|at|and|PERSON|PARTNER|@|of|-|:|\/)/,
    2.5,
  ],
  [
    /\b(?:by|via|over|on|in) (?:the )?(?:phone|text|email|person|zoom|teams|sms|whatsapp|voicemail|coffee|lunch|video)\b/,
    2,
  ],
  [/(?:^|\n ?)(?:partner|company|org|organization|business|employer|firm) : /, 2],
  [
    /(?:^|\n ?|\| )(?:contact|who|person|spoke with|name|how|method|type|via|mode|offer|offers|offered|notes?|next step|follow up) : /,
    2,
  ],
  [/^(?:log|contact|call|met|quick log)? ?:? ?(?:PARTNER|PERSON) [/|,-] (?:PERSON|PARTNER)? ?[/|,-]/, 2],
  [/\b(?:forwarded message|fwd|fw)\b/, 3],
  [/(?:^|\n ?)from : (?:PERSON|PARTNER)/, 2],
  [
    /(?:^|\n ?)(?:PERSON|PARTNER)(?: [,(/|-])? (?:PERSON|PARTNER)(?: \))? [:,/|-] (?:\S+ ){0,2}?(?:call|called|phone|email|emailed|text|texted|zoom|met|coffee|lunch|voicemail|visit|visited|meeting)\b/,
    2.5,
  ],
  [
    /\b(?:nothing (?:new|yet|for us)|no (?:reply|answer|response|news|word|decision|openings?)|nobody (?:picked up|answered)|no one (?:picked up|answered)|waiting to hear|will get back to (?:me|us)|no luck)\b/,
    1.5,
  ],
  [
    /(?:PERSON|PARTNER)(?: PARTNER)?(?: (?:guy|lady|rep|hr|people|folks|team|contact|recruiter|manager))?(?: \( (?:PARTNER|PERSON) \))?(?: ,)? (?:is |are |s )?(?:offered|offering|offers|called|emailed|texted|phoned|rang|agreed|promised|says|said|mentioned|wants to (?:host|take|hire|mentor|donate|give|help)|donated|donating|giving|is giving|posted|pledged|volunteered)\b/,
    2,
  ],
  [
    /(?:PERSON|PARTNER)(?: ,)? (?:will|can|would|could) (?:also )?(?:take|host|mentor|donate|hire|give|lend|offer|sponsor|judge|fund|provide|help)/,
    2,
  ],
  [/\b(?:who|what|which|when|have we|did we|how many) [^.!;\n]*\?/, -1.5],
  [ASKS, -3],
  [
    /^(?:(?:please|pls|hey|hi|ok|MENTION) (?:, )?)*(?:remind|follow up|ping|nudge|set|book|schedule|cancel|move|push|reschedule|add|put|undo)\b/,
    -3,
  ],
  [
    /\b(?:will|going to|need to|have to|should|want to|gotta) (?:be )?(?:call|calling|email|emailing|meet|meeting|visit|visiting|text|talk)\b/,
    -1,
  ],
]

/** "Phone call with Carla, December 18, regarding …": a contact, whatever its date. */
const TOLD_HEAD =
  /^(?:logged :? ?|log :? ?)?(?:(?:a|quick|brief) )*(?:phone call|call|email|voicemail|text|conversation) (?:with|to|from) .*\b(?:regarding|re|about)\b/

export const logContact: IntentReader = {
  intent: 'log_contact',
  weigh: (facts) => {
    const { reading, methods, offers } = facts
    const found: Evidence[] = weighCues(reading.view, CUES)
    const told = contactTold(reading.view)
    if (told) found.push({ weight: 4, why: `"${told[0]}"` })
    const { tense, why } = readTense(facts)
    const isTelling = plannedKinds(facts, tense)[0] !== undefined
    if (hasPartnerSide(facts)) {
      if (methods[0]) found.push({ weight: 1.5, why: `a way of contact: ${methods[0].value}` })
      const isOffered =
        offers.length > 0 &&
        (tense === 'past' ||
          !isTelling ||
          offers.some(({ value }) => value.kind === 'equipment') ||
          readOfferMentions(reading.view).some(({ mood }) => mood === 'given'))
      if (isOffered) found.push({ weight: 2.5, why: `offers: ${offers.map(({ value }) => value.kind).join(', ')}` })
      if (found.some(({ weight }) => weight > 1)) found.push({ weight: 0.5, why: 'a partner named' })
      if (tense !== 'past' && isTelling && reading.dates.length > 0)
        found.push({ weight: -2.5, why: 'an event and its date' })
    } else found.push({ weight: -0.75, why: 'no partner named' })
    if (found.length > 0 && answersEvent(facts)) found.push({ weight: -4, why: 'an answer to an event' })
    const isTold =
      tense === 'ahead' && reading.view.has(TOLD_HEAD) && !reading.dates.some(({ expression }) => expression.clock)
    if (tense === 'ahead') found.push({ weight: isTold ? -0.5 : -4, why: `still to come: ${why}` })
    return found
  },
  fill: fillContact,
}

function fillContact(facts: Facts): Frame {
  const { reading } = facts
  const frame = new FrameBuilder('log_contact', reading)
  const parties = readParties(reading)
  fillParties(frame, parties)
  const dates = placedDates(reading)
  const followUp = readFollowUpDate(reading, dates)
  const method = pickMethod(facts, followUp)
  frame.set('method', method?.value)
  setContactDate(
    facts,
    frame,
    dates.filter((placed) => placed !== followUp),
    method,
  )
  frame.set(
    'offers',
    facts.offers.map(({ value }) => value),
  )
  if (followUp) {
    const { start, problems } = resolveIn(reading, followUp.mention, 'ahead')
    frame.problem(...problems)
    if (start && !isLocalTime(start) && problems.length === 0) {
      frame.set('followUp', dateOf(start))
      if (isHoliday(reading, start)) frame.problem('holiday')
    }
  }
  if (!frame.slots.partner) frame.missing('partner')
  const unread = readUnread(facts)
  if (unread) frame.doubt().extra({ doubt: 'offers', unread: unread.words, count: unread.count })
  return frame.build()
}

function pickMethod({ methods, reading }: Facts, followUp: Placed | undefined): Find<Method> | undefined {
  const { view } = reading
  const follow = [...view.matches(FOLLOW_UP)].map(({ from }) => from)
  return methods.find(({ from }) => {
    const isPlanned = followUp !== undefined && follow.some((at) => at <= from && from < followUp.at && at > 0)
    return !isPlanned
  })
}
