import type { Card } from '../data/card.ts'
import type { Delivery, MessageRef } from '../data/delivery.ts'
import type { Inbound } from './inbound.ts'

/** What came of one inbound. */
export type Handled =
  /**
   * It is kept. `replies` are the deliveries of this turn that go back to where it was said, leased to this process:
   * the adapter acknowledges, then sends them (`deliver`), or, where the answer travels in the response itself, renders
   * them there and reports `answered`. `isRepeat`: it was handled before; the replies are those of then, perhaps sent.
   */
  | { kind: 'kept'; turn: string; replies: Delivery[]; isRepeat: boolean }
  /** Nothing was recorded: not admitted, the store refused, or it is broken. The writer is shown this and no more. */
  | { kind: 'not-kept'; card: Card; why: 'not-admitted' | 'cannot-store' | 'broken' }

/** What a channel adapter feeds. */
export interface Intake {
  /** Never rejects. Resolves only once the turn is kept (or refused): acknowledge after it. */
  handle(inbound: Inbound): Promise<Handled>
  /** Sends deliveries that this process holds leases on, through their channels; settles each. Never rejects. */
  deliver(deliveries: readonly Delivery[]): Promise<void>
  /** Tells that a reply reached its reader in the response itself, with its reference where the channel gave one. */
  answered(delivery: Delivery, ref?: MessageRef): Promise<void>
}
