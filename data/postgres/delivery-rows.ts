import type { Delivery } from '../delivery.ts'

/** A delivery's row: whole in `body`, with columns for what the outbox looks for. */
export function deliveryRow(delivery: Delivery) {
  return {
    id: delivery.id,
    turn: delivery.turn,
    state: delivery.state,
    order_key: delivery.orderKey,
    is_urgent: delivery.isUrgent,
    due: delivery.due,
    place: delivery.place ?? delivery.due,
    lease_owner: delivery.lease?.owner ?? null,
    lease_until: delivery.lease?.until ?? null,
    is_kept: delivery.guard !== undefined,
    is_direct: delivery.to.isDirect,
    body: delivery,
  }
}
