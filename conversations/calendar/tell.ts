import type { Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { LocalDate } from '../../data/time.ts'
import type { Moment, Post } from '../conversation.ts'
import { answerLink } from './event-links.ts'
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

/** What telling people comes to: messages, what the organizer is shown, and what is remembered of it. */
export type Told = { parts: Part[]; posts: Post[]; writes: Write[]; isInvited: boolean }

/** Everyone whose invitation stands is told of a change; those without e-mail by a text for the organizer to send. */
export async function tellEveryone(
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  moment: Moment,
  occurrence?: LocalDate,
): Promise<Told> {
  return tellInvited(await invitationsTo(event.id, moment.reads), event, names, tidings, moment, occurrence)
}

/** Nobody is told: what changed concerns the organizer alone. */
export const tellNobody = (isInvited: boolean): Told => ({ parts: [], posts: [], writes: [], isInvited })

/** Tells these people. `invitations` that are new have no record yet: they are written here too. */
export async function tellInvited(
  invitations: readonly RecordOf<'invitation'>[],
  event: RecordOf<'event'>,
  names: EventNames,
  tidings: Tidings,
  moment: Moment,
  /** The one time of a series that it is about. */
  occurrence?: LocalDate,
): Promise<Told> {
  const { reads, local, turn } = moment
  const owner = event.owner ? await reads.get('staff', event.owner) : undefined
  const posts: Post[] = []
  const writes: Write[] = []
  const texts: string[] = []
  const told: string[] = []
  for (const invitation of invitations) {
    const name = `${tidings}-${invitation.id}`
    const person = invitation.person ? await reads.get('person', invitation.person) : undefined
    const link = tidings === 'cancelled' ? undefined : await answerLink(invitation.id, event, moment)
    const letter: Letter = {
      to: person?.name ?? (await inviteeName(invitation, reads)),
      from: owner?.name ?? '',
      ...(link ? { link } : {}),
    }
    if (invitation.staff) {
      posts.push({
        name,
        to: { staff: invitation.staff },
        content: { kind: 'post', card: staffCard(event, names, tidings, invitation.id, local) },
      })
      if (invitation.delivery && (tidings === 'changed' || (tidings === 'cancelled' && !occurrence))) {
        const card = supersededCard(event, names, tidings, local)
        const content = { kind: 'replace' as const, card, target: { delivery: invitation.delivery } }
        posts.push({ name: `old-${invitation.id}`, to: { staff: invitation.staff }, content })
      }
      told.push(letter.to)
    } else if (invitation.via === 'mail' && person?.email) {
      const to = mailAddress({ ...person, email: person.email }, invitation.id, event, tidings, occurrence)
      posts.push({ name, to, content: { kind: 'post', card: guestCard(event, names, tidings, letter, local) } })
      told.push(letter.to)
    } else texts.push(guestText(event, names, tidings, letter, local))
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
