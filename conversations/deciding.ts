import type { RecordOf } from '../data/records.ts'
import type { ConversationState, Pending, Reads, TurnRecord } from '../data/store.ts'
import type { Moment, Outcome, Situation } from './conversation.ts'
import type { Inbound } from './inbound.ts'
import { type Registry, route, routeRequest } from './routing.ts'
import { conversationKey } from './turns.ts'

/** Decides what an inbound comes to, as of one moment. Reads, and writes nothing. */
export type Decide = (
  inbound: Inbound,
  speaker: RecordOf<'staff'>,
  state: ConversationState | undefined,
  moment: Moment,
) => Promise<Outcome>

/** Puts an inbound before the conversations, with what it may go on from: the last turn, and the question that is open. */
export function decidingWith(registry: Registry, store: Reads): Decide {
  const decide: Decide = async (inbound, speaker, state, moment) => {
    const last = await lastRecorded(conversationKey(inbound))
    const situation: Situation = {
      ...moment,
      inbound,
      speaker,
      ...(last ? { last } : {}),
      decide: (request) => routeRequest(registry, situation, request),
    }
    const pending = (await askedInPrivate(inbound, speaker.id)) ?? state?.pending
    return route(registry, situation, pending && pending.expires > moment.now ? pending : undefined)
  }

  /** What was put to a person in private after they last spoke, in a channel: their own chat is where they answer it. */
  async function askedInPrivate(inbound: Inbound, staff: string): Promise<Pending | undefined> {
    if (!inbound.place.isDirect) return undefined
    const [newest] = await store.turns({ by: staff, limit: 1 })
    if (!newest || newest.conversation === conversationKey(inbound)) return undefined
    const there = await store.conversation(newest.conversation)
    return there && !there.address.isDirect && there.pending?.isPrivate ? there.pending : undefined
  }

  /** The newest turn of a conversation that recorded something and was not taken back. */
  async function lastRecorded(conversation: string): Promise<TurnRecord | undefined> {
    const turns = await store.turns({ conversation, limit: 20 })
    return turns.find(
      (turn) => turn.writes.some(({ kind }) => kind !== 'staff' && kind !== 'alias') && !turn.undoneBy && !turn.undoes,
    )
  }

  return decide
}
