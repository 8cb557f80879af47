import { formatDay, formatSpan } from '../data/time.ts'
import { methodName, offerName } from './contact-card.ts'
import type { Request, Situation } from './conversation.ts'
import { eventKindName, eventTitle } from './event-words.ts'
import type { Slots } from './understanding/frame.ts'

/** What a button calls an intent that may be meant instead. */
const INSTEAD: Readonly<Record<string, string>> = {
  log_contact: 'A contact to log',
  schedule_event: 'A new event',
  move_event: 'An event that moves',
  cancel_event: 'An event to cancel',
  record_rsvp: 'An answer to an event',
  draft_spotlight: 'A spotlight',
  record_consent: 'A consent',
  set_follow_up: 'A follow-up',
  complete_follow_up: 'A follow-up that is done',
}

/** "A contact to log": undefined for what is never offered instead. */
export const insteadWords = (intent: string): string | undefined => INSTEAD[intent]

const listed = (...parts: (string | undefined | readonly string[])[]): string => parts.flat().filter(Boolean).join(', ')

/** What would be done, with everything that was read, so that a mistake is seen before it is recorded. */
export async function doubtWords({ frame }: Request, situation: Situation): Promise<string> {
  const { slots } = frame
  const event = slots.target ? await situation.reads.get('event', slots.target) : undefined
  const title = event ? await eventTitle(event, situation) : 'that event'
  const to = slots.start ? ` to ${formatSpan(slots.start, slots.end, situation.local)}` : ''
  const asked: Readonly<Record<string, string>> = {
    log_contact: `Log a contact: ${contactWords(slots, situation)}?`,
    schedule_event: `Plan: ${planWords(slots, situation)}?`,
    move_event: `Move ${title}${to}?`,
    cancel_event: `Cancel ${title}?`,
    record_rsvp: `Note: ${listed(slots.partner, slots.people, slots.answer, slots.headcount?.toString())}, for ${title}?`,
    draft_spotlight: `Draft a spotlight: ${listed(slots.student, slots.outcome, slots.role, slots.partner)}?`,
    record_consent: `Note that ${slots.student ?? 'the family'} ${slots.granted ? 'gave' : 'refused'} consent?`,
    set_follow_up: `Remind you: ${listed(slots.partner, slots.people, slots.date && formatDay(slots.date, situation.local))}?`,
    complete_follow_up: `Mark the follow-up with ${listed(slots.partner, slots.people)} as done?`,
  }
  return `I am not sure I read that right. ${asked[frame.intent] ?? 'Is that what you mean?'}`
}

const contactWords = ({ partner, people, method, date, offers = [], followUp }: Slots, { local }: Situation): string =>
  listed(
    partner,
    people,
    method && methodName(method),
    date && formatDay(date, local),
    offers.map((offer) => `offers ${offerName(offer)}`),
    followUp && `follow up ${formatDay(followUp, local)}`,
  )

const planWords = (slots: Slots, { local }: Situation): string =>
  listed(
    slots.event && eventKindName(slots.event),
    slots.partners,
    slots.people,
    slots.start && formatSpan(slots.start, slots.end, local),
    slots.school,
    slots.room && `room ${slots.room}`,
    slots.headcount?.toString(),
  )
