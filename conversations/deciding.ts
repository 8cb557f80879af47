import type { RecordOf } from '../data/records.ts'
import type { Pending, Standing } from '../data/store.ts'
import type { Moment, Outcome, Situation } from './conversation.ts'
import type { Inbound } from './inbound.ts'
import { type Registry, route, routeRequest } from './routing.ts'

/** Decides what an inbound comes to, as of one moment. Reads, and writes nothing. */
export type Decide = (
  inbound: Inbound,
  speaker: RecordOf<'staff'>,
  standing: Standing,
  moment: Moment,
) => Promise<Outcome>

/** Puts an inbound before the conversations, with what it may go on from: the last turn, and the question that is open. */
export function decidingWith(registry: Registry): Decide {
  return (inbound, speaker, standing, moment) => {
    const { last, recent, conversation } = standing
    const situation: Situation = {
      ...moment,
      inbound,
      speaker,
      recent,
      ...(last ? { last } : {}),
      decide: (request) => routeRequest(registry, situation, request),
    }
    const pending = askedInPrivate(inbound, standing) ?? conversation?.pending
    return route(registry, situation, pending && pending.expires > moment.now ? pending : undefined)
  }
}

/** What was put to a person in private after they last spoke, in a channel: their own chat is where they answer it. */
function askedInPrivate({ place }: Inbound, { elsewhere }: Standing): Pending | undefined {
  if (!place.isDirect || !elsewhere || elsewhere.address.isDirect) return undefined
  return elsewhere.pending?.isPrivate ? elsewhere.pending : undefined
}
