import type { Part } from '../../data/card.ts'
import { hasBegun } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { LocalDate } from '../../data/time.ts'
import type { Moment, Post } from '../conversation.ts'
import { answerLink, eventLink } from './event-links.ts'
import type { EventNames } from './event-names.ts'
import {
  guestCard,
  guestText,
  type Letter,
  mailAddress,
  staffCard,
  supersededCard,
  type Tidings,
} from './guest-messages.ts'
import { invitationsTo, inviteeName } from './invitations.ts'
import { isAbout, shownTo } from './one-time.ts'

/** What telling people comes to: messages, what the organizer is shown, and what is remembered of it. */
export type Told = { parts: Part[]; posts: Post[]; writes: Write[]; isInvited: boolean }

/**
 * Everyone whom it concerns and whose invitation stands is told of a change; those without e-mail by a text for the
 * organizer to send. `occurrence`: the one time of a series that it is about.
 */
export async function tellEveryone(
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  moment: Moment,
  occurrence?: LocalDate,
): Promise<Told> {
  const whole = (await moment.reads.get('event', event.id)) ?? event
  const invitations = (await invitationsTo(event.id, moment.reads)).filter((one) => isAbout(one, whole, occurrence))
  return tellInvited(invitations, event, names, tidings, moment, { occurrence })
}

/** Nobody is told: what changed concerns the organizer alone. */
export const tellNobody = (isInvited: boolean): Told => ({ parts: [], posts: [], writes: [], isInvited })

export type TellOptions = {
  /** The one time of a series that it is about, and that `event` shows. */
  occurrence?: LocalDate | undefined
  /** How many places are free for them. */
  places?: number
  /** Those who have not answered, by their invitations. */
  silent?: ReadonlySet<string>
}

/**
 * Tells these people, each what they are asked to: the whole, or one time of a series. `invitations` that are new have no
 * record yet: they are written here too.
 */
export async function tellInvited(
  invitations: readonly RecordOf<'invitation'>[],
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  moment: Moment,
  { occurrence, places, silent }: TellOptions = {},
): Promise<Told> {
  const { reads, local, turn } = moment
  const owner = event.owner ? await reads.get('staff', event.owner) : undefined
  const posts: Post[] = []
  const writes: Write[] = []
  const texts: string[] = []
  const told: string[] = []
  for (const invitation of invitations) {
    const mine = occurrence ? { event, occurrence } : shownTo(invitation, event)
    // What is over for this guest concerns them no more.
    if (invitation.time !== undefined && !occurrence && hasBegun(mine.event.start, local)) continue
    const name = `${tidings}-${invitation.id}`
    const person = invitation.person ? await reads.get('person', invitation.person) : undefined
    const link = tidings === 'cancelled' ? undefined : await answerLink(invitation, mine.event, moment)
    const letter: Letter = {
      to: person?.name ?? (await inviteeName(invitation, reads)),
      from: owner?.name ?? '',
      ...(link ? { link } : {}),
      ...(places !== undefined ? { places } : {}),
      ...(silent?.has(invitation.id) ? { isSilent: true } : {}),
    }
    if (invitation.staff) {
      const card = staffCard(mine.event, names, tidings, invitation.id, local, eventLink('event', event, moment))
      posts.push({ name, to: { staff: invitation.staff }, content: { kind: 'post', card } })
      if (invitation.delivery && (tidings === 'changed' || (tidings === 'cancelled' && !occurrence))) {
        const superseded = supersededCard(mine.event, names, tidings, local)
        const content = { kind: 'replace' as const, card: superseded, target: { delivery: invitation.delivery } }
        posts.push({ name: `old-${invitation.id}`, to: { staff: invitation.staff }, content })
      }
      told.push(letter.to)
    } else if (invitation.via === 'mail' && person?.email) {
      const to = mailAddress({ ...person, email: person.email }, invitation.id, event, tidings, mine.occurrence)
      posts.push({ name, to, content: { kind: 'post', card: guestCard(mine.event, names, tidings, letter, local) } })
      told.push(letter.to)
    } else texts.push(guestText(mine.event, names, tidings, letter, local))
    const after = {
      ...invitation,
      sequence: event.sequence,
      ...(posts.some((post) => post.name === name) ? { delivery: `${turn}-${name}` } : {}),
    }
    const before = invitation.version > 0 ? { before: invitation } : {}
    writes.push({ kind: 'invitation', id: invitation.id, ...before, after })
  }
  return { parts: toldParts(told, texts), posts, writes, isInvited: invitations.length > 0 }
}

function toldParts(told: readonly string[], texts: readonly string[]): Part[] {
  return [
    ...(told.length > 0 ? [{ kind: 'context' as const, text: `Told: ${told.join(', ')}.` }] : []),
    ...(texts.length > 0
      ? [
          { kind: 'text' as const, text: texts.length > 1 ? 'Send these yourself:' : 'Send this yourself:' },
          { kind: 'list' as const, items: [...texts] },
        ]
      : []),
  ]
}
