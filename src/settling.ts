import type { Delivery, MessageRef, Sender } from '../data/delivery.ts'
import type { Settlement } from '../data/store.ts'
import type { Instant } from '../data/time.ts'

/** First pause before another attempt; it doubles. Milliseconds. */
export const FIRST_PAUSE_MS = 2_000
const LONGEST_PAUSE_MS = 15 * 60_000
/** After so many attempts a delivery is a dead letter, which an admin sees. */
const MOST_ATTEMPTS = 12

/** It is there: its place rests as long as its channel asks for. */
export function arrivedAt(
  delivery: Delivery,
  sender: Pick<Sender, 'restMs'>,
  sent: MessageRef,
  now: Instant,
): Settlement {
  const rest = sender.restMs?.(delivery) ?? 0
  return { state: 'sent', sent, ...(rest > 0 ? { restUntil: (now + rest) as Instant } : {}) }
}

/** It is to be tried again, later each time, or as long after as the channel says; given up in the end. `random` from 0 to 1. */
export function dueAgain(
  delivery: Delivery,
  reason: string,
  afterMs: number | undefined,
  { now, random }: { now: Instant; random: number },
): Settlement {
  if (delivery.attempts >= MOST_ATTEMPTS)
    return { state: 'failed', reason: `Given up after ${delivery.attempts} attempts. ${reason}` }
  const pause = Math.min(FIRST_PAUSE_MS * 2 ** Math.max(0, delivery.attempts - 1), LONGEST_PAUSE_MS)
  const due = now + (afterMs ?? pause * (0.5 + random / 2))
  return { state: 'due', due: Math.ceil(due) as Instant, reason }
}
