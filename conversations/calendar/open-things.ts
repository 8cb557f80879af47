import type { RecordOf } from '../../data/records.ts'
import type { Moment } from '../conversation.ts'
import { isBy } from './counting-card.ts'
import { type Guests, inviteeName } from './invitations.ts'
import { traitsOf } from './kinds.ts'

/** What an organizer still has open for an event beside its checklist, a short sentence each. */
export async function openThings(
  event: RecordOf<'event'>,
  { invitations, answers }: Guests,
  { reads }: Moment,
): Promise<string[]> {
  const silent = invitations.filter((invitation) => !answers.some((answer) => isBy(answer, invitation)))
  const names = await Promise.all(silent.map((invitation) => inviteeName(invitation, reads)))
  const refused = event.partners.filter((id) => isGone(id, answers))
  const records = event.event === 'breakfast' ? [] : await Promise.all(refused.map((id) => reads.get('partner', id)))
  const declined = records.flatMap((partner) => (partner ? [partner.name] : []))
  const { isAtPartner, isForStudents } = traitsOf(event.event)
  return [
    ...(invitations.length === 0 ? ['Nobody is invited yet.'] : []),
    ...(declined.length > 0 && declined.length === event.partners.length
      ? [`${declined.join(' and ')} said no: nobody else is asked yet.`]
      : []),
    ...(names.length > 0 ? [`No answer from ${names.join('; ')}.`] : []),
    ...(!isAtPartner && !event.room ? ['No room yet.'] : []),
    ...(isForStudents && event.headcount === undefined ? ['Number of students not said.'] : []),
    ...(event.event === 'breakfast' && !event.food ? ['Nobody cooks yet.'] : []),
    ...(event.event === 'breakfast' && event.food && !(event.done ?? []).includes('food')
      ? ['Food not confirmed.']
      : []),
  ]
}

/** All that the partner has said is no. */
const isGone = (partner: string, answers: Guests['answers']): boolean => {
  const own = answers.filter((answer) => answer.partner === partner)
  return own.length > 0 && own.every(({ answer }) => answer === 'no')
}
