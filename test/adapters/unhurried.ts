import type { Deadline } from '../../data/deadline.ts'
import type { Delivery, Sender } from '../../data/delivery.ts'

const NEVER: Deadline = { leftMs: () => Number.POSITIVE_INFINITY, signal: new AbortController().signal }

/** A sender whose attempts have all the time there is. */
export const unhurried = (sender: Sender) => ({
  send: (delivery: Delivery) => sender.send(delivery, NEVER),
  find: (delivery: Delivery) => sender.find(delivery, NEVER),
})
