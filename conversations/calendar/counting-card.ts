import type { Card, Part } from '../../data/card.ts'
import type { MessageRef } from '../../data/delivery.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatDay } from '../../data/time.ts'
import type { Moment, Post } from '../conversation.ts'
import { eventActions, eventCard } from './event-card.ts'
import { eventLink } from './event-links.ts'
import { namesOfEvent } from './event-names.ts'
import { answersTo, invitationsTo, inviteeName } from './invitations.ts'
import { traitsOf } from './kinds.ts'
import { shownTo } from './one-time.ts'
import { hostsOf, isHost, peopleIn, placesAt, placesOf } from './places.ts'

type Rsvp = RecordOf<'rsvp'>

export type CountingOptions = {
  verb: string
  /** As they will be once this turn is kept; absent: as they are. */
  answers?: readonly Rsvp[]
  invitations?: readonly RecordOf<'invitation'>[]
  more?: readonly Part[]
}

/** The organizer's card: the event, and who comes so far. */
export async function countingCard(event: RecordOf<'event'>, options: CountingOptions, moment: Moment): Promise<Card> {
  const { reads, local } = moment
  const names = await namesOfEvent(event, reads)
  const answers = options.answers ?? (await answersTo(event.id, reads))
  const invitations = options.invitations ?? (await invitationsTo(event.id, reads))
  const facts = await answerFacts(event, names.school, answers, invitations, moment)
  const card = eventCard(event, names, {
    verb: options.verb,
    now: local,
    more: [...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []), ...(options.more ?? [])],
    actions: event.isCancelled
      ? []
      : eventActions(event, { isInvited: invitations.length > 0, calendar: eventLink('event', event, moment) }),
  })
  const counted = facts.map(({ label, value }) => `${label}: ${value}`).join('. ')
  return counted ? { ...card, summary: `${card.summary} ${counted}.` } : card
}

/**
 * The organizer's card where it stands, brought up to date. Not where a button on that very message was pressed: the answer
 * takes its place.
 */
export async function countingPosts(
  event: RecordOf<'event'>,
  options: CountingOptions,
  moment: Moment,
  on?: MessageRef,
): Promise<Post[]> {
  if (!event.card) return []
  const { delivery, to } = event.card
  const standing = await moment.reads.delivery(delivery)
  if (on && standing?.sent?.message === on.message) return []
  const card = await countingCard(event, options, moment)
  return [{ name: 'card', to, content: { kind: 'replace', card, target: { delivery } } }]
}

/** "Yes: 12 of 40 (Con Edison 3, …)"; who waits, who may come, who does not, whose answer is open. */
export async function answerFacts(
  event: RecordOf<'event'>,
  school: RecordOf<'school'> | undefined,
  answers: readonly Rsvp[],
  invitations: readonly RecordOf<'invitation'>[],
  { reads, local }: Moment,
): Promise<{ label: string; value: string }[]> {
  const limit = placesAt(event, school)
  const { taken, waiting } = placesOf(answers, limit, hostsOf(event))
  const onDay = (one: Pick<Rsvp, 'time'>): string =>
    event.repeats && one.time !== undefined ? ` on ${formatDay(shownTo(one, event).event.start, local)}` : ''
  const named = async (answer: Rsvp): Promise<string> => {
    const name = await giverName(answer, reads)
    const size = peopleIn(answer)
    return `${name}${size > 1 ? ` ${size}` : ''}${onDay(answer)}`
  }
  const list = async (wanted: readonly Rsvp[]): Promise<string> => (await Promise.all(wanted.map(named))).join(', ')
  const coming = answers.filter(({ answer, isWaiting }) => answer === 'yes' && !isWaiting)
  const open = invitations.filter((invitation) => !answers.some((answer) => isBy(answer, invitation)))
  const openNames = await Promise.all(
    open.map(async (invitation) => `${await inviteeName(invitation, reads)}${onDay(invitation)}`),
  )
  const fact = (label: string, value: string): { label: string; value: string }[] => (value ? [{ label, value }] : [])
  const isAllHosts = coming.every((one) => isHost(one, hostsOf(event)))
  const counted = `${taken}${limit !== undefined ? ` of ${limit}` : ''} (${await list(coming)})`
  return [
    ...fact('Yes', coming.length === 0 ? '' : isAllHosts ? await list(coming) : counted),
    ...fact('Students', await studentsWords(event, reads)),
    ...fact('Waiting', await list(waiting)),
    ...fact('Maybe', await list(answers.filter(({ answer }) => answer === 'maybe'))),
    ...fact('No', await list(answers.filter(({ answer }) => answer === 'no'))),
    ...fact('No answer yet', openNames.join('; ')),
  ]
}

/** How many students have places: never who. */
async function studentsWords(event: RecordOf<'event'>, reads: Moment['reads']): Promise<string> {
  if (!traitsOf(event.event).isForStudents || !traitsOf(event.event).isAtPartner) return ''
  const places = await reads.find('studentPlace', { where: { event: event.id } })
  const waiting = places.filter(({ isWaiting }) => isWaiting).length
  const going = places.length - waiting
  if (places.length === 0) return ''
  const of = event.capacity !== undefined ? ` of ${event.capacity}` : ''
  return `${going}${of}${waiting > 0 ? `, ${waiting} ${waiting === 1 ? 'waits' : 'wait'}` : ''}`
}

/** Whether an answer is the one that an invitation asked for. */
export function isBy(answer: Rsvp, invitation: RecordOf<'invitation'>): boolean {
  if (answer.time !== undefined && answer.time !== invitation.time) return false
  if (answer.invitation !== undefined) return answer.invitation === invitation.id
  if (invitation.staff) return answer.staff === invitation.staff
  return answer.partner !== undefined && answer.partner === invitation.partner
}

/** Who gave an answer, by name. */
export async function giverName({ partner, people, staff }: Rsvp, reads: Moment['reads']): Promise<string> {
  if (staff) return (await reads.get('staff', staff))?.name ?? 'a colleague'
  const company = partner ? (await reads.get('partner', partner))?.name : undefined
  if (company) return company
  const [person] = people
  return (person ? (await reads.get('person', person))?.name : undefined) ?? 'a guest'
}
