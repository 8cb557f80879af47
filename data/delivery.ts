import type { Card } from './card.ts'
import type { Deadline } from './deadline.ts'
import type { Instant } from './time.ts'

export const CHANNELS = ['slack', 'teams', 'web', 'terminal', 'mail'] as const
export type ChannelName = (typeof CHANNELS)[number]

/** Where something is said or sent. Ids are the channel's own and opaque to everyone but its adapter. */
export type Address = {
  channel: ChannelName
  /** Slack's workspace or Teams' tenant. */
  team?: string
  /** The channel's or conversation's id; or `#name` for a channel known only by its name. Absent: the person's own chat. */
  place?: string
  isDirect: boolean
  /** The message under which to answer. */
  thread?: string
  /** Who is addressed: in a direct place the only reader, elsewhere the one to whom a private delivery is shown. */
  person?: string
  /** What else the adapter needs to reach it (a response URL, a service URL), strings only. */
  route?: Readonly<Record<string, string>>
}

/** One message as its channel knows it, for replacing, deleting, linking and looking it up. */
export type MessageRef = { address: Address; message: string; url?: string }

/** What must still hold immediately before it is sent, by name; the courier asks the guard of that name. */
export type DeliveryGuard = { name: string; args: Readonly<Record<string, string>> }

export type DeliveryState = 'due' | 'sent' | 'failed' | 'uncertain' | 'dropped'

/** One thing to send, at most once. `id` is its key in the channel too. */
export type Delivery = {
  id: string
  turn: string
  to: Address
  /** Only `to.person` may see it: ephemeral in Slack, the personal chat in Teams. */
  isPrivate: boolean
  content:
    | { kind: 'post'; card: Card }
    /** Takes the place of an earlier message: by its reference, or by the delivery that posted it. */
    | { kind: 'replace'; card: Card; target: { message: MessageRef } | { delivery: string } }
    | { kind: 'delete'; target: { message: MessageRef } | { delivery: string } }
  /** Deliveries of one order key leave one after another, in the order of `due`, then of `id`. */
  orderKey: string
  /** Overtakes what waits (take-downs). */
  isUrgent: boolean
  due: Instant
  guard?: DeliveryGuard
  state: DeliveryState
  /** How often it was taken for sending, this time included. */
  attempts: number
  /** The due time that it had first: its place in its order key, kept when it is postponed. Set by the store. */
  place?: Instant
  /** A sender took it and was not heard of again: it may have been posted. Set and cleared by the store. */
  isInDoubt?: boolean
  /** Who is sending it now, and until when that counts. */
  lease?: { owner: string; until: Instant }
  sent?: MessageRef
  /** Why it failed, was dropped or is uncertain: for an admin, without names or text. */
  reason?: string
}

/** What came of one attempt. */
export type SendResult =
  | { kind: 'sent'; ref: MessageRef }
  /** Try again, not before `afterMs` where the platform says so. Nothing was posted. */
  | { kind: 'retry'; afterMs?: number; reason: string }
  /** Will never work (no such channel, missing scope). */
  | { kind: 'refused'; reason: string }
  /** It may or may not have been posted. */
  | { kind: 'unknown'; reason: string }

/** One channel, as the courier sees it. */
export interface Sender {
  /** One attempt. Begins nothing that could go on past the deadline, and gives up what is under way then. */
  send(delivery: Delivery, deadline: Deadline): Promise<SendResult>
  /** Milliseconds for which its place rests once it is sent, over all processes; none where absent. */
  restMs?(delivery: Delivery): number
  /** Looks for a delivery's key in the channel. `unknown`: this channel, or this place, cannot tell. */
  find(delivery: Delivery, deadline: Deadline): Promise<MessageRef | 'missing' | 'unknown'>
}
