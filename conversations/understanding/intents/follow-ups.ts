import { dateOf, isLocalTime } from '../../../data/time.ts'
import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import { FrameBuilder } from '../frame-builder.ts'
import { contactTold } from '../past-contact.ts'
import { isHoliday, placedDates, resolveIn, saysDay } from '../when.ts'
import { ASKS, type Cue, type IntentReader, weighCues } from './intent.ts'
import { fillParties, readParties } from './parties.ts'

const SET_CUES: readonly Cue[] = [
  [/\b(?:bug|poke|buzz|alert|ping|nudge|text|tell) me (?:on |in |next |about |DAY|DAYS|to )/, 4],
  [
    /\b(?:talk|speak|call|check|meet|reach out|connect|check in)(?: (?:to|with))? (?:PERSON|PARTNER)(?: \S+)?? again\b/,
    3,
  ],
  [
    /\b(?:remind|reminder|remember|tickler|do not let me forget|do not forget|nudge|make sure i|note to self|memo to self|todo|to do :|to do list)\b/,
    4,
  ],
  [
    /\b(?:follow(?:ing)? ?ups?|circle back|check (?:back|in(?! meeting))|touch(?:ing)? base|get back to|reconnect|loop back|chase|ping|reach (?:back )?out|bump)\b/,
    3,
  ],
  [
    /(?<!\b(?:he|she|they|it|who|PERSON|PARTNER|boss|board) )\b(?:need to|have to|should|must|got to|gotta|want to|going to|i will|i am going to) (?:\S+ )?(?:call|email|text|contact|visit|see|message|phone|write|talk to|meet|catch|thank|ask|send|get back|reach|ping|hit up|ring|check|follow)\b/,
    3,
  ],
  [
    /^(?:(?:please|pls|hey|ok|MENTION) (?:, )?)*(?:follow up|circle back|check back|check in|ping|nudge|remind|touch base|connect|reconnect|call|email|text|contact|reach out|chase|reminder|tickler|set a (?:reminder|follow up)|add a (?:reminder|follow up))\b(?! (?:is|was|with .* (?:is )?done|from))/,
    2,
  ],
  [
    /\b(?:owe|owed) (?:PERSON|PARTNER|him|her|them) (?:a|an) (?:call|email|text|reply|answer|visit|note|callback|response)\b/,
    3,
  ],
  [/\bdo not let (?:me forget|PERSON|PARTNER|us|this|that)\b|\bget on my case\b|\bhold me to (?:it|that)\b/, 4],
  [
    /\b(?:put|keep|add) (?:PERSON|PARTNER)(?: (?:\( )?(?:at |from |of )?(?:PARTNER|PERSON)(?: \))?)? (?:on|to) my (?:\S+ ){0,2}?(?:list|calendar|radar)\b/,
    4,
  ],
  [/\bneed (?:a|to) follow up (?:on|with)\b/, 1],
  [/\bset (?:a |up a |me a )?(?:follow ?up|reminder)\b/, 2],
  [ASKS, -4],
  [/\bremind me (?:who|what|which|when|where|how)\b/, -9],
  [/^(?:follow ups|my follow ups|reminders) /, -4],
  [
    /\b(?:done|completed|complete|finished|check(?:ed)? off|cleared?|close[ds]?|took care|taken care|handled|crossed off|mark)\b/,
    -2.5,
  ],
  [/\bfollow ups (?:due|for|this|today|tomorrow|DAY|DAYS|do|are)\b/, -3],
]

/** "thursday zoom with raj, … follow up april 3": a contact that is told, and what is to follow it. */
const CONTACT_HEAD =
  /^(?:(?:a |quick |great |good |had |my |DAY |todays |yesterdays )*)(?:coffee|lunch|call|phone call|zoom|voicemail|email|text|meeting|visit|teams call|video call|breakfast|dinner|chat) (?:with|from) (?:\S+ ){0,3}?(?:PERSON|PARTNER)\b.*\bfollow up\b|^(?:PERSON|PARTNER)(?: (?:at|from|of|\() (?:PARTNER|PERSON)(?: \))?)? [,:-] (?:a |quick |short |brief |good |long |nice |great )*(?:phone call|call|coffee|lunch|zoom|email|text|visit|chat|voicemail)\b.*\bfollow up\b/

export const setFollowUp: IntentReader = {
  intent: 'set_follow_up',
  weigh: ({ reading, offers }) => {
    const found = weighCues(reading.view, SET_CUES)
    if (found.every(({ weight }) => weight < 3)) return []
    if (reading.refs.partners.length + reading.refs.people.length > 0) found.push({ weight: 0.5, why: 'somebody' })
    const isReminder =
      /^(?:(?:please|pls|hey|hi|ok|MENTION|kindly|can you|could you|and|also) (?:, )?)*(?:remind|reminder|nudge|do not let|set|tickler|make sure)/.test(
        reading.view.text,
      )
    const hasSomebody = reading.refs.partners.length + reading.refs.people.length > 0
    if (!hasSomebody && !reading.view.has(/\bme\b|\bi\b/)) {
      found.push({ weight: -4, why: 'nobody to follow up with' })
    }
    if (!isReminder && offers.length > 0) found.push({ weight: -2.5, why: 'what a partner offers is told' })
    if (!isReminder && (contactTold(reading.view) || reading.view.has(CONTACT_HEAD)))
      found.push({ weight: -3.5, why: 'a contact that has been' })
    return found
  },
  fill: fillFollowUp,
}

function fillFollowUp({ reading }: Facts): Frame {
  const frame = new FrameBuilder('set_follow_up', reading)
  const parties = readParties(reading)
  fillParties(frame, parties)
  const days = placedDates(reading).filter((placed) => saysDay(placed) && !placed.mention.isNegated)
  const isPast = (at: number): boolean =>
    /\b(?:met|spoke|talked|since|from|emailed|called|missed)(?: \S+){0,3}$/.test(
      reading.view.slice(Math.max(0, at - 4), at),
    )
  const day =
    days.find(({ at, mention }) => !mention.isWeak && !isPast(at)) ??
    days.find(({ mention }) => !mention.isWeak) ??
    days[0]
  const when = day ?? placedDates(reading).find(({ mention }) => mention.shape === 'duration')
  const found = when && resolveIn(reading, when.mention, 'ahead')
  if (found) frame.problem(...found.problems)
  if (found?.start && !isLocalTime(found.start) && found.problems.length === 0) {
    const date = dateOf(found.start)
    if (date < dateOf(reading.context.now)) frame.problem('past_date')
    else {
      frame.set('date', date)
      if (isHoliday(reading, date)) frame.problem('holiday')
    }
  }
  if (!frame.slots.partner && !frame.slots.people) frame.missing('partner')
  if (!frame.slots.date) frame.missing('date')
  return frame
    .doubt(parties.partner === undefined && parties.people.some(({ entries }) => entries.length === 0))
    .build()
}

const DONE_CUES: readonly Cue[] = [
  [
    /\b(?:done|complete|completed|finished|check(?:ed)?(?: it| that| this)?(?: \S+){0,6}? off|cross(?:ed)?(?: \S+){0,5}? off|clear(?:ed)?|clos(?:e|ed|ing)(?: the loop| out)?|took care of|taken care of|handled|knocked out|marked?|resolved?|dismiss|✅|☑|✔|all set|did|tick(?:ed)? off|wrapped up|remove|delete|can go|take(?: \S+){0,4} off (?:my|the) (?:list|plate))(?= |$)|(?:^|(?<= ))[✅☑✔](?= |$)/,
    2,
  ],
  [
    /\b(?:follow(?:ed|ing)? ?ups?|reminder|reminders|to ?do|check ?in|call ?back|tickler|task|circle back|nudge|reminding me)\b/,
    2,
  ],
  [/\b(?:close|clear|check off|cross off|mark off|tick off)(?: out)? (?:that|this|it)(?: one| out| off)?(?= |$)/, 2],
  [/\b(?:close|cross|check|tick|clear) (?:that|this|it)(?: one)? (?:off|out)\b/, 1],
  [
    /^(?:(?:ok|please|pls|just|already) )*(?:crossed|checked|ticked|cross|check|tick) (?:the )?(?:PARTNER|PERSON)(?: \S+)? off\b/,
    3,
  ],
  [/\bclosed out (?:with )?(?:PARTNER|PERSON)/, 3],
  [/\b(?:closed the loop|close the loop|loop is closed|loop closed)\b/, 3],
  [/\b(?:done with|all set with|finished with|wrapped up with|caught up with) (?:the )?(?:PARTNER|PERSON)/, 2],
  [
    /\b(?:check(?:ed)? (?:it |that |this )?off|cross(?:ed)? (?:it |that )?off|mark(?:ed)? (?:\S+ ){0,8}?(?:done|complete|completed)|is done|are done|took care of (?:it|that))\b/,
    2,
  ],
  [
    /\b(?:quit|stop|no need to keep|no need to|do not need to|you can stop|you can quit) (?:reminding|nagging|pinging|bugging|remind|nag|ping) (?:me|us)\b/,
    8,
  ],
  [/\b(?:remind me|set a|schedule a|book)\b/, -3],
  [/^(?:is|are|does|did|can|who|what)\b.*\?/, -5],
  [ASKS, -4],
]

/** "called Nat Grid back so you can close that one": the contact is told as what a follow-up asked for. */
const CLOSED_WITH =
  /(?:, |\b(?:so|and|you can|please|pls|can you|go ahead and) )(?:you can |please |pls |can you |go ahead and )*(?:close|clear|check|cross|tick|mark) (?:that|this|it)(?: (?:one|follow up|reminder))?(?: (?:out|off|done|as done|off my list|off the list))?(?: [.!])*$/

export const completeFollowUp: IntentReader = {
  intent: 'complete_follow_up',
  weigh: ({ reading, offers }) => {
    const found = weighCues(reading.view, DONE_CUES)
    if (offers.length > 0) found.push({ weight: -3, why: 'what a partner offers is told' })
    if (reading.view.has(CLOSED_WITH)) found.push({ weight: 4, why: 'called back, and closed with it' })
    const hasBoth = found.filter(({ weight }) => weight > 0).length >= 2 || found.some(({ weight }) => weight >= 3)
    if (!hasBoth) return []
    if (reading.refs.partners.length + reading.refs.people.length > 0) found.push({ weight: 1, why: 'somebody' })
    return found
  },
  fill: ({ reading }) => {
    const frame = new FrameBuilder('complete_follow_up', reading)
    fillParties(frame, readParties(reading))
    if (!frame.slots.partner && !frame.slots.people) frame.missing('partner')
    return frame.build()
  },
}
