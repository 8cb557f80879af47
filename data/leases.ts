import type { Delivery } from './delivery.ts'
import type { Settlement } from './store.ts'
import type { Instant } from './time.ts'

/** A delivery as it is kept first: one that its turn leased is being sent already, and its due time is its place. */
export function admitDelivery(delivery: Delivery): Delivery {
  const attempts = delivery.lease ? Math.max(delivery.attempts, 1) : delivery.attempts
  return { ...delivery, attempts, place: delivery.place ?? delivery.due }
}

/** A delivery as it is once taken for sending; a lease that it still holds has run out. */
export function takeDelivery(delivery: Delivery, lease: { owner: string; until: Instant }): Delivery {
  const isInDoubt = delivery.isInDoubt || delivery.lease !== undefined
  return { ...delivery, attempts: delivery.attempts + 1, lease, ...(isInDoubt ? { isInDoubt } : {}) }
}

/** What becomes of a delivery that must not leave yet: it is due as before, in its own place. */
export const handedBack = ({ due }: Delivery): Settlement => ({ state: 'due', due, reason: 'Others stand before it.' })

/** A delivery with an attempt's outcome, its lease and doubt gone. */
export function settleDelivery(delivery: Delivery, settlement: Settlement): Delivery {
  const { lease, isInDoubt, reason, ...rest } = delivery
  switch (settlement.state) {
    case 'sent':
      return { ...rest, state: 'sent', sent: settlement.sent }
    case 'due':
      return { ...rest, due: settlement.due, reason: settlement.reason }
    case 'failed':
    case 'uncertain':
    case 'dropped':
      return { ...rest, state: settlement.state, reason: settlement.reason }
    default:
      return settlement satisfies never
  }
}
