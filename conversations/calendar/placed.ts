import type { Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Moment, Post } from '../conversation.ts'
import { giverName } from './counting-card.ts'
import type { EventNames } from './event-names.ts'
import { guestText } from './guest-messages.ts'
import { answersTo } from './invitations.ts'
import { hostsOf, peopleIn, placesAt } from './places.ts'
import { moveUp, type Taken } from './take-answer.ts'
import { tellInvited } from './tell.ts'

export type PlacesTold = { parts: Part[]; posts: Post[]; writes: Write[] }
export const NO_PLACES: PlacesTold = { parts: [], posts: [], writes: [] }

/** A larger room, or more places: the waiting list moves up. */
export async function placeMore(
  event: RecordOf<'event'>,
  before: RecordOf<'event'>,
  names: EventNames,
  moment: Moment,
): Promise<PlacesTold> {
  const limit = placesAt(event, names.school)
  const earlier = before.school ? await moment.reads.get('school', before.school) : undefined
  if (limit === placesAt(before, earlier)) return NO_PLACES
  const answers = await answersTo(event.id, moment.reads)
  const moved = moveUp(answers, limit, hostsOf(event))
  if (moved.placed.length === 0) return NO_PLACES
  const told = await tellPlaced(event, names, moved, moment)
  const placed = moved.placed.map((after): Write => {
    const was = answers.find(({ id }) => id === after.id)
    return { kind: 'rsvp', id: after.id, ...(was ? { before: was } : {}), after }
  })
  return { ...told, writes: [...placed, ...told.writes] }
}

/** Those who waited and have places now are told: staff and mailed guests themselves, others by a text for the organizer. */
export async function tellPlaced(
  event: RecordOf<'event'>,
  names: EventNames,
  { placed, next, answer: given }: Pick<Taken, 'placed' | 'next'> & { answer?: RecordOf<'rsvp'> },
  moment: Moment,
): Promise<PlacesTold> {
  const { reads, local } = moment
  const parts: Part[] = []
  const posts: Post[] = []
  const writes: Write[] = []
  const owner = event.owner ? await reads.get('staff', event.owner) : undefined
  for (const answer of placed) {
    const name = await giverName(answer, reads)
    const size = peopleIn(answer)
    parts.push({ kind: 'text', text: `${name} has ${size === 1 ? 'a place' : `${size} places`} now.` })
    const invitation = await invitationOf(answer, event.id, reads)
    const told = invitation
      ? await tellInvited([invitation], event, names, 'placed', moment, { places: size })
      : undefined
    if (told) {
      parts.push(...told.parts)
      posts.push(...told.posts)
      writes.push(...told.writes)
    } else {
      const [person] = answer.people
      const to = (person ? (await reads.get('person', person))?.name : undefined) ?? name
      parts.push(
        { kind: 'text', text: 'Send this yourself:' },
        {
          kind: 'list',
          items: [guestText(event, names, 'placed', { to, from: owner?.name ?? '', places: size }, local)],
        },
      )
    }
  }
  // Who has just answered hears of it in the answer.
  if (next && next.answer.id !== given?.id) {
    const name = await giverName(next.answer, reads)
    const free = next.free === 1 ? 'One place is' : `${next.free} places are`
    parts.push({ kind: 'text', text: `${free} free; ${name} is next with ${peopleIn(next.answer)}.` })
  }
  return { parts, posts, writes }
}

async function invitationOf(
  { invitation, staff, partner }: RecordOf<'rsvp'>,
  event: string,
  reads: Moment['reads'],
): Promise<RecordOf<'invitation'> | undefined> {
  if (invitation) return reads.get('invitation', invitation)
  if (!staff && !partner) return undefined
  const where = staff ? { event, staff } : { event, partner: partner ?? '' }
  return (await reads.find('invitation', { where })).find(({ isWithdrawn }) => !isWithdrawn)
}
