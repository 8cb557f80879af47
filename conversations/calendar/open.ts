import type { Outcome, Situation } from '../conversation.ts'
import { countingCard } from './counting-card.ts'
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
