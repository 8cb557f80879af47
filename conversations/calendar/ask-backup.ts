import type { Outcome, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { namesOfEvent } from './event-names.ts'
import { invitationsTo } from './invitations.ts'
import { sendInvitations } from './invite.ts'
import { inviteeOf, partnerInvitee } from './invitees.ts'
import { gone } from './plan.ts'
import { tellInvited } from './tell.ts'

/** [Ask IBM]: another partner takes the place of the one that declined, and is invited; the teachers are told. */
export async function askBackup(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const { reads } = situation
  const before = await reads.get('event', args.id ?? '')
  const partner = await reads.get('partner', args.to ?? '')
  if (!before || before.isCancelled) return gone()
  if (!partner) return say('That partner is gone.')
  if (before.partners.includes(partner.id)) return say(`${partner.name} is asked already.`)
  const people = await Promise.all(before.people.map((id) => reads.get('person', id)))
  const staying = people.flatMap((person) => (person && person.partner !== args.from ? [person.id] : []))
  const person = args.person ? await inviteeOf(`person:${args.person}`, reads) : undefined
  const invitee = person ?? (await partnerInvitee(partner, reads))
  const after = {
    ...before,
    partners: [...before.partners.filter((id) => id !== args.from), partner.id],
    people: [...staying, ...(invitee.person ? [invitee.person] : [])],
    sequence: before.sequence + 1,
  }
  const outcome = await sendInvitations(after, [invitee], situation, { before })
  const standing = await invitationsTo(before.id, reads)
  const names = await namesOfEvent(after, reads)
  const told = await tellInvited(
    standing.filter(({ staff }) => staff),
    after,
    names,
    'changed',
    situation,
  )
  // Mail takes the event off the calendar of the one who declined; who was asked by hand need not hear it.
  const declined = standing.filter((invitation) => invitation.partner === args.from)
  const off = await tellInvited(
    declined.filter(({ via }) => via === 'mail'),
    before,
    names,
    'cancelled',
    situation,
  )
  return {
    ...outcome,
    what: 'backup',
    writes: [
      ...(outcome.writes ?? []),
      ...told.writes,
      ...declined.map((invitation) => ({
        kind: 'invitation' as const,
        id: invitation.id,
        before: invitation,
        after: { ...invitation, isWithdrawn: true },
      })),
    ],
    posts: [...(outcome.posts ?? []), ...told.posts, ...off.posts],
  }
}
