import { type Action, type Card, encodePress } from '../../data/card.ts'
import type { Address } from '../../data/delivery.ts'
import type { RecordOf } from '../../data/records.ts'
import type { LocalDate, LocalMoment } from '../../data/time.ts'
import { eventKindName } from '../event-words.ts'
import { eventFacts, eventHeading, eventLine } from './event-card.ts'
import type { EventNames } from './event-names.ts'
import { traitsOf } from './kinds.ts'
import { repeatsInWords } from './repeats-words.ts'
import { roomName } from './rooms.ts'
import { whenWords } from './when-words.ts'

/** What a guest is told: that they are asked, that it has changed, that it is called off, that it is near, or a place is free. */
export type Tidings = 'invited' | 'changed' | 'cancelled' | 'reminded' | 'placed'

const OPENINGS: Readonly<Record<Tidings, string>> = {
  invited: 'Invitation',
  changed: 'Changed',
  cancelled: 'Cancelled',
  reminded: 'Reminder',
  placed: 'A place is free',
}

/** What a staff member is sent: the event, and Yes, No and Maybe where an answer is wanted. */
export function staffCard(
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  invitation: string,
  now: LocalMoment,
  calendar?: string,
): Card {
  const opening = OPENINGS[tidings]
  const actions = tidings === 'cancelled' ? [] : [...answerActions(invitation), ...calendarActions(calendar)]
  return {
    summary: `${opening}: ${eventLine(event, names, now)}.`,
    parts: [
      { kind: 'heading', text: `${opening}: ${eventHeading(event, names)}` },
      { kind: 'facts', facts: eventFacts(event, names, now) },
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : []),
    ],
  }
}

/** The event's own calendar file, where there are pages. */
export const calendarActions = (url: string | undefined): Action[] => (url ? [{ label: 'Add to calendar', url }] : [])

/** What an earlier message turns into when there is a newer one: its buttons would answer what is no longer so. */
export function supersededCard(event: RecordOf<'event'>, names: EventNames, tidings: Tidings, now: LocalMoment): Card {
  const text = `${OPENINGS[tidings]}: ${eventLine(event, names, now)}. There is a newer message below.`
  return { summary: text, parts: [{ kind: 'context', text }] }
}

export const answerActions = (invitation: string): Action[] =>
  (['yes', 'no', 'maybe'] as const).map((answer) => ({
    label: { yes: 'Yes', no: 'No', maybe: 'Maybe' }[answer],
    ...(answer === 'yes' ? { style: 'primary' as const } : {}),
    press: encodePress('calendar.answer', { invitation, answer }),
  }))

/**
 * Names of the recipient and of who asks, for a text to a partner; how many places are free for them, and whether they have
 * not answered.
 */
export type Letter = { to: string; from: string; link?: string; places?: number; isSilent?: boolean }

/** What a guest is asked to, and what of it is told later: "our partner breakfast has changed". */
const ASKED: Readonly<Record<string, { ask: string; noun: string }>> = {
  speaker: { ask: 'we would like to have you as a guest speaker', noun: 'your talk with our students' },
  job_shadow: { ask: 'we would like to bring students to you for a job shadow', noun: 'our job shadow with you' },
  site_visit: { ask: 'we would like to bring our teachers to you for a visit', noun: "our teachers' visit to you" },
}

/** What a partner's person is written, by mail or by the organizer's own hand: plain sentences. */
export function guestText(
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  letter: Letter,
  now: LocalMoment,
): string {
  const { school } = names
  const kind = `our ${eventKindName(event.event).toLowerCase()}`
  const { ask, noun } = ASKED[event.event] ?? { ask: `we would like to have you at ${kind}`, noun: kind }
  const when = whenWords(event, now)
  const isOutside = traitsOf(event.event).isAtPartner
  const place = isOutside
    ? names.partners.map(({ name }) => name).join(', ')
    : [school?.name, event.room && roomName(event.room), school?.address].filter(Boolean).join(', ')
  const first = letter.to.split(' ')[0] ?? letter.to
  const where = place ? ` It is at ${place}.` : ''
  const arrival = !isOutside && school?.arrival && tidings !== 'cancelled' ? ` ${school.arrival}.` : ''
  const asks = isOutside ? 'Please tell me whether that suits you.' : 'Please tell me whether you can come.'
  const answer = letter.link ? ` Please answer here: ${letter.link}` : ` ${asks}`
  const body: Readonly<Record<Tidings, string>> = {
    invited: `${ask} ${when}.${where}${arrival}${answer}`,
    changed: `${noun} has changed: it is ${when}.${where}${arrival}${answer}`,
    cancelled: `${noun} ${when} does not take place. We are sorry, and will be in touch about another day.`,
    reminded: `${noun} is ${when}.${where}${arrival}${letter.isSilent ? ` We have not heard from you yet.${answer}` : ' We look forward to seeing you.'}`,
    placed: `${placesWords(letter.places ?? 1, `at ${kind} ${when}`)}.${where}${arrival}`,
  }
  return `Dear ${first}, ${body[tidings]} ${letter.from}`
}

const placesWords = (places: number, where: string): string =>
  places === 1 ? `a place ${where} is free, and it is yours` : `${places} places ${where} are free, and they are yours`

/** The mail's card: its summary is the subject. It names no other guest. */
export function guestCard(
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  letter: Letter,
  now: LocalMoment,
): Card {
  const series = event.repeats ? `. ${repeatsInWords(event.repeats, now)}` : ''
  return {
    summary: `${OPENINGS[tidings]}: ${eventLine(event, { ...names, partners: [] }, now)}${series}`,
    parts: [{ kind: 'text', text: guestText(event, names, tidings, letter, now) }],
  }
}

/**
 * A partner's person as an address of the mail channel. The route says all that a calendar invitation needs: `method`
 * is iTIP's (REQUEST or CANCEL), `sequence` the event's then, `occurrence` the one time of a series that it is about
 * (RECURRENCE-ID).
 */
export function mailAddress(
  person: RecordOf<'person'> & { email: string },
  invitation: string,
  event: RecordOf<'event'>,
  tidings: Tidings,
  occurrence?: LocalDate,
): Address {
  return {
    channel: 'mail',
    isDirect: true,
    person: person.id,
    route: {
      email: person.email,
      name: person.name,
      invitation,
      event: event.id,
      tidings,
      // A reminder brings no invitation anew: calendars would show it as a change.
      ...(tidings === 'reminded' ? {} : { method: tidings === 'cancelled' ? 'CANCEL' : 'REQUEST' }),
      sequence: String(event.sequence),
      ...(occurrence ? { occurrence } : {}),
    },
  }
}
