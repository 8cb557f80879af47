import type { Situation } from '../conversation.ts'
import { eventKindName } from '../event-words.ts'
import { type Frame, frameOf, type Slots } from '../understanding/frame.ts'
import type { ScheduledEvent } from '../understanding/knowledge.ts'
import { hearPress } from './heard-press.ts'
import { lastEvent, readAmong } from './it.ts'

/** What is heard here is short; a longer text is not even looked at. */
export const MOST_HEARD_CHARS = 200

/** "adults cook", "the culinary class does the food", "use a caterer". */
const COOKS: readonly [RegExp, string][] = [
  [
    /^\W*(?:the )?(?:adults?|staff|teachers?|grown-?ups)(?: on (?:the )?staff)? (?:will |can )?(?:cooks?|do(?:es)? (?:it|the food))\W*$/i,
    'adults',
  ],
  [
    /^\W*(?:the |our )?(?:culinary )?(?:class|students|kids|culinary)(?: class| kids| students)? (?:will |can )?(?:cooks?|do(?:es)? (?:it|the food))\W*$/i,
    'class',
  ],
  [
    /^\W*(?:(?:lets |let's )?(?:use|get|hire|take|order from)|with) (?:a|the|our) caterer\W*$|^\W*(?:a|the|our) caterer(?: (?:cooks|does (?:it|the food)))?\W*$|^\W*cater(?:ed| it)\W*$/i,
    'caterer',
  ],
]

/** "google is in, 2 people", "ibm maybe", "plaza can't make it": an answer that names no event. */
const ANSWER =
  /^\W*(?:(?:actually|sorry|ok|okay|update|now)\b[\s,:]*)*(?<who>[\p{L}\d][\p{L}\d&.' -]{0,50}?)(?:\s*[:,-])?\s+(?:(?<yes>(?:is|are) (?:in|coming|a yes)|(?:said|says|answered|replied) (?:yes|ok|sure)|(?:can|will) (?:make it|come|be there|attend)|yes|confirmed|accepted|accepts|comes|(?:is|are)(?=\s+\d)|(?:(?:is|are) (?:only )?(?:bringing|sending)|brings|sends|can (?:only )?(?:do|send|bring))(?=\s+\d))|(?<no>(?:is|are) (?:out|not coming|a no)|(?:said|says|answered|replied) no|(?:ca|wo|could)n['’]?t (?:make it|come|be there|attend)|(?:cannot|can not|will not) (?:make it|come|be there|attend)|no|declined|declines)|(?<maybe>(?:is|are) a maybe|(?:said|says|answered|replied) maybe|might (?:come|make it)|maybe))(?:\s*,)?(?:\s+(?:with|for|of|and brings?|brings?))?(?:\s+(?<count>\d{1,3})(?:\s+(?:people|persons?|ppl|guests?|seats?|places?|of them))?)?\W*$/iu

const ABOUT_IT =
  /^\W*(?:(?:can|could) (?:you|we) |please |let'?s )*(?<verb>move|push|shift|reschedule|postpone|cancel|call off) (?:it|that|this)\b/i

const JUST_ONE =
  /^\W*(?:please )?(?<verb>move|push|shift|reschedule|postpone|cancel|call off) (?:just|only) (?:the )?(?:(?:mon|tue|wed|thu|fri)[a-z]*,? )?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? )?\d{1,2}(?:st|nd|rd|th)?(?: one)?\b/i

const GUESTS =
  /^\W*(?:who(?:'s|’s| is| all is| else is)? (?:coming|in|said yes|said no|answered|has answered|has(?:n['’]?t| not) answered|rsvp'?e?d)|(?:the )?(?:rsvps?|answers|guest list|head ?count)(?: so far)?|how many (?:are coming|said yes|people are coming))(?:\s+(?:so far|yet))?(?:\s+(?:to|for|at|on)\s+(?<event>.*?))?\W*$/i

/** What the calendar hears by its own words, about the event just spoken of or one that is named. */
export function hearCalendar(text: string, frames: readonly Frame[], situation: Situation): Frame | undefined {
  if (text.length > MOST_HEARD_CHARS) return undefined
  return (
    hearGuests(text, situation) ??
    hearCook(text, situation) ??
    hearPress(text, situation) ??
    hearAnswer(text, frames, situation) ??
    hearIt(text, frames, situation)
  )
}

function hearCook(text: string, situation: Situation): Frame | undefined {
  const food = COOKS.find(([words]) => words.test(text))?.[1]
  const event = food && lastEvent(situation)
  return event && event.event === 'breakfast'
    ? frameOf('schedule_event', { extra: { amends: event.id, food } })
    : undefined
}

/** Whether a sentence was read as nothing sure, or as an answer to some event. */
const isOpen = (frame: Frame | undefined): boolean =>
  frame === undefined ||
  frame.intent === 'none' ||
  frame.intent === 'correct' ||
  frame.intent === 'record_rsvp' ||
  (frame.intent === 'log_contact' && frame.extra.doubt !== undefined)

/** Where the words name an event, or no event was spoken of here, the sentence is read as it is. */
function hearAnswer(text: string, [frame]: readonly Frame[], situation: Situation): Frame | undefined {
  const said = ANSWER.exec(text)?.groups
  const event = lastEvent(situation)
  if (!said?.who || !event || !isOpen(frame)) return undefined
  const read = readAmong(`${said.who} is in for the ${kindWords(event)}`, [event], situation)
  if (read.intent !== 'record_rsvp' || read.slots.target !== event.id) return undefined
  const isNamed = read.slots.partner !== undefined || read.ambiguous.length > 0
  const partner = isNamed ? undefined : partnerOfEvent(said.who, event)
  if (!isNamed && !partner) return undefined
  const count = said.count === undefined ? {} : { headcount: Number(said.count) }
  const own = partner ? { partner } : {}
  const slots: Slots = { ...read.slots, ...own, answer: said.yes ? 'yes' : said.no ? 'no' : 'maybe', ...count }
  // As it is read alone, it may be about the one event that the partner is part of.
  const otherwise = frame?.intent === 'record_rsvp' ? frame.slots.target : undefined
  const open = partner ? { missing: [], unknown: [], asks: false } : {}
  return { ...read, ...open, slots, extra: { ...read.extra, ...(otherwise ? { otherwise } : {}) } }
}

/** "union square" of the Union Square Hospitality Group: the one partner of the event whose name begins so. */
function partnerOfEvent(who: string, { partners = [] }: ScheduledEvent): string | undefined {
  const typed = who.toLowerCase().replace(/^the /, '')
  const found = partners.filter((name) => `${name.toLowerCase().replace(/^the /, '')} `.startsWith(`${typed} `))
  return found.length === 1 ? found[0] : undefined
}

/** "move it to jan 21", "move just the 11th to 11" where nothing else was read: of the event just spoken of. */
function hearIt(text: string, [frame]: readonly Frame[], situation: Situation): Frame | undefined {
  const words = [ABOUT_IT, JUST_ONE].find((known) => known.test(text))
  const event = frame?.intent === 'none' && words ? lastEvent(situation) : undefined
  if (!event || !words) return undefined
  const read = readAmong(text.replace(words, `$<verb> the ${kindWords(event)}`), [event], situation)
  const isMeant = read.intent === 'move_event' || read.intent === 'cancel_event'
  return isMeant && read.slots.target === event.id ? read : undefined
}

/** "who's coming to the westinghouse breakfast", "rsvps": the event is read as if it were to be cancelled. */
function hearGuests(text: string, situation: Situation): Frame | undefined {
  const found = GUESTS.exec(text)
  if (!found) return undefined
  const named = found.groups?.event
  const last = lastEvent(situation)
  if (!named) return last && frameOf('show_guests', { slots: { target: last.id } })
  const words = `cancel the ${named.replace(/^the\s+/i, '')}`
  // Of several that it may be, the one just spoken of is meant.
  const own = last && readAmong(words, [last], situation)
  const read = own?.slots.target ? own : readAmong(words, situation.knowledge.events, situation)
  const isEvent = read.slots.target !== undefined || read.problems.includes('ambiguous_event')
  return read.intent === 'cancel_event' && isEvent ? { ...read, intent: 'show_guests' } : undefined
}

const kindWords = ({ event }: ScheduledEvent): string => eventKindName(event).toLowerCase()
