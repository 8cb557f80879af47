import type { ChannelName } from '../data/delivery.ts'
import { CannotStore } from '../data/problem.ts'
import type { CommitRefusal, Result, Store, TurnRecord } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { Conversation, Moment, Occasion } from './conversation.ts'
import { turnIdOf, turnOfOccasion } from './turns.ts'

/** What taking what is due rests on: an engine's own store, clock and log. */
export type DueTaker = {
  store: Store
  clock: () => Instant
  owner: string
  home: ChannelName
  momentOf: (turn: string) => Moment
  broken: (turn: string, error: unknown) => void
}

/** Takes what the clock has made due in each conversation. Resolves with the number of turns; rejects while the store is away. */
export async function takeDue(conversations: readonly Conversation[], taker: DueTaker): Promise<number> {
  let taken = 0
  for (const { name, due } of conversations) {
    if (!due) continue
    const turn = `due-${name}`
    try {
      for (const occasion of await due(taker.momentOf(turn))) {
        const result = await takeOccasion(name, occasion, taker)
        if (result.ok) taken += 1
      }
    } catch (error) {
      if (error instanceof CannotStore) throw error
      taker.broken(turn, error)
    }
  }
  return taken
}

/** What changed meanwhile is found due again at the next look, so one attempt is enough. */
async function takeOccasion(
  name: string,
  { id, outcome }: Occasion,
  { store, clock, owner, home }: DueTaker,
): Promise<Result<TurnRecord, CommitRefusal>> {
  const inbound = `due:${name}:${id}`
  const maker = { turn: turnIdOf(inbound), owner, home, now: clock(), reads: store }
  return store.commit(await turnOfOccasion(outcome, inbound, `clock|${name}`, maker))
}
