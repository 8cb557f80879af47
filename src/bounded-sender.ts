import { OutOfTime, workUntil } from '../data/deadline.ts'
import type { Delivery, Sender } from '../data/delivery.ts'
import type { Instant } from '../data/time.ts'

/** How long a delivery belongs to the process that took it. Milliseconds. */
export const LEASE_MS = 30_000
/** Of a lease's end: to store what came of the attempt, and for clocks that are not quite one. Milliseconds. */
const KEPT_BACK_MS = 5_000
/** What a look for a message may take, and what is left of the lease for one once a send was given up. Milliseconds. */
const LOOK_MS = 5_000
/** With less than this no send begins: it would most likely be given up as uncertain. Milliseconds. */
const LEAST_SEND_MS = 5_000

/** A channel for one attempt: all that it is asked ends, or is given up, before the attempt's lease does. */
export type BoundedSender = Pick<Sender, 'restMs'> & {
  /** Too little of the lease is left: another process may soon be sending it, or what a guard found may be old. */
  isTooLate(): boolean
  /** What is given up is `unknown`. */
  send(delivery: Delivery): ReturnType<Sender['send']>
  find(delivery: Delivery): ReturnType<Sender['find']>
}

/** The sender, bounded by what is left of the lease under which `attempt` is made. */
export function boundedSender(sender: Sender, attempt: Delivery, clock: () => Instant): BoundedSender {
  const end = (attempt.lease?.until ?? clock() + LEASE_MS) - KEPT_BACK_MS
  const sendEnd = (end - LOOK_MS) as Instant
  return {
    ...(sender.restMs ? { restMs: (delivery) => sender.restMs?.(delivery) ?? 0 } : {}),
    isTooLate: () => sendEnd - clock() < LEAST_SEND_MS,
    send: (delivery) =>
      workUntil(sendEnd, clock, (deadline) => sender.send(delivery, deadline)).catch(
        givenUp({ kind: 'unknown', reason: 'It took longer than an attempt may.' } as const),
      ),
    async find(delivery) {
      const until = Math.min(end, clock() + LOOK_MS) as Instant
      return workUntil(until, clock, (deadline) => sender.find(delivery, deadline)).catch(givenUp('unknown' as const))
    },
  }
}

const givenUp =
  <T>(instead: T) =>
  (error: unknown): T => {
    if (error instanceof OutOfTime) return instead
    throw error
  }
