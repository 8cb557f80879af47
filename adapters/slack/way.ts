import type { Address, Delivery } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { routeOf } from './address.ts'

/** Milliseconds between something being said and its answer being due: what is due later is no answer. */
const ANSWER_MS = 5000

/** How a new message reaches its reader. */
export type Way =
  /** Visible to the writer alone, through the address that the command or press came with. */
  | { kind: 'response'; url: string; from: Instant }
  /** Visible to one person alone, where they wrote a moment ago. */
  | { kind: 'ephemeral'; place: string }
  /** The person's own chat with Liaison. */
  | { kind: 'direct'; person: { id: string } | { email: string }; dm?: string }
  | { kind: 'channel'; place: string }
  | { kind: 'nowhere' }

/**
 * What is private and answers a command or a press goes back the way it came; what is private and comes later goes to the
 * person's own chat, where it is still there when they look: an ephemeral message is gone with the next reload.
 */
export function wayOf({ to, isPrivate, due }: Pick<Delivery, 'to' | 'isPrivate' | 'due'>): Way {
  const { saidAt, responseUrl, urlFrom } = routeOf(to)
  const isAnswer = saidAt !== undefined && due - saidAt >= 0 && due - saidAt <= ANSWER_MS
  if (isPrivate && isAnswer && responseUrl !== undefined) {
    return { kind: 'response', url: responseUrl, from: urlFrom ?? saidAt }
  }
  if (to.isDirect || to.place === undefined) return directWay(to)
  if (!isPrivate) return { kind: 'channel', place: to.place }
  return isAnswer && to.person !== undefined ? { kind: 'ephemeral', place: to.place } : directWay(to)
}

export function directWay(to: Address): Way {
  const { dm, email } = routeOf(to)
  const person = email !== undefined ? { email } : to.person !== undefined ? { id: to.person } : undefined
  return person ? { kind: 'direct', person, ...(dm ? { dm } : {}) } : { kind: 'nowhere' }
}
