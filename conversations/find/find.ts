import type { Card } from '../../data/card.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { askBefore } from '../question.ts'
import type { Topic } from '../understanding/frame.ts'
import { agendaIn, kindAskedFor } from './agenda.ts'
import { contactsIn, offersIn } from './contacts.ts'
import { followUpsIn } from './follow-ups.ts'
import { historyOf } from './history.ts'
import { ownerOf } from './owner.ts'
import { offsetOf } from './paging.ts'
import { placementsIn } from './placements.ts'
import { type Scope, scopeFromArgs, scopeOf } from './scope.ts'
import { spotlightsIn, waitingFor } from './spotlights.ts'
import { neverContacted, staleIn } from './stale.ts'

type Answer = (scope: Scope, offset: number, situation: Situation) => Promise<Card>

/** What is asked is answered from the store: short, newest first, a page at a time. */
const ANSWERS: Readonly<Partial<Record<Topic | 'never' | 'waiting', Answer>>> = {
  agenda: agendaIn,
  history: async (scope, offset, situation) =>
    scope.partner
      ? historyOf(scope.partner, offset, situation)
      : sentence('With which partner? Say "history with" and its name.'),
  contacts: contactsIn,
  offers: offersIn,
  stale: staleIn,
  never: neverContacted,
  follow_ups: followUpsIn,
  placements: placementsIn,
  spotlights: spotlightsIn,
  waiting: waitingFor,
}

/** Answers from the store. Nothing is recorded. */
export const find: Conversation = {
  name: 'find',
  intents: { ask: answer, ask_owner: tellOwner },
  presses: Object.fromEntries(
    Object.entries(ANSWERS).map(([topic, tell]) => [
      topic,
      async (args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> => ({
        what: 'ask',
        replies: [{ card: await tell(scopeFromArgs(args), offsetOf(args), situation) }],
        pending: 'keep',
      }),
    ]),
  ),
}

async function tellOwner({ frame }: Request, situation: Situation): Promise<Outcome> {
  const { partner } = await scopeOf(frame.slots, situation)
  const card = partner ? await ownerOf(partner, situation) : sentence('That is not a partner I know.')
  return { what: 'ask', replies: [{ card }], pending: 'keep' }
}

async function answer(request: Request, situation: Situation): Promise<Outcome> {
  const { frame } = request
  if (frame.ambiguous.length > 0) {
    const question = await askBefore(request, situation)
    if (question) return question
  }
  const topic = frame.extra.waiting === true ? 'waiting' : frame.extra.never === true ? 'never' : frame.slots.topic
  const tell = topic ? ANSWERS[topic] : undefined
  if (!tell) return { what: 'ask', replies: [{ card: sentence('That cannot be answered yet.') }], pending: 'keep' }
  const event = topic === 'agenda' ? kindAskedFor(request.said) : undefined
  const scope = { ...(await scopeOf(frame.slots, situation)), ...(event ? { event } : {}) }
  return {
    what: 'ask',
    replies: [{ card: await tell(scope, 0, situation) }],
    pending: 'keep',
  }
}
