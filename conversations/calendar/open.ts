import type { Outcome, Request, Situation } from '../conversation.ts'
import { askBefore } from '../question.ts'
import { countingCard } from './counting-card.ts'
import { answersTo, invitationsTo } from './invitations.ts'
import { gone } from './plan.ts'

/** An event's card as it stands: who comes, and what can be done. */
export async function openEvent(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const event = await situation.reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  return {
    what: 'ask',
    replies: [{ card: await countingCard(event, { verb: 'Planned' }, situation) }],
    pending: 'keep',
  }
}

/** "who's coming to the westinghouse breakfast": the same card, with a word where nobody is asked yet. */
export async function showGuests(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const { reads } = situation
  const event = await reads.get('event', request.frame.slots.target ?? '')
  if (!event || event.isCancelled) return gone()
  const isOpen = (await invitationsTo(event.id, reads)).length > 0 || (await answersTo(event.id, reads)).length > 0
  const more = isOpen ? [] : [{ kind: 'text' as const, text: 'Nobody is invited yet.' }]
  const card = await countingCard(event, { verb: 'Planned', more }, situation)
  return { what: 'ask', replies: [{ card }], pending: 'keep' }
}
