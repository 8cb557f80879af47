import type { Press } from '../data/card.ts'
import type { Address, ChannelName, MessageRef } from '../data/delivery.ts'
import type { Instant } from '../data/time.ts'

/** Who wrote, as the channel vouches for it. */
export type Author = {
  channel: ChannelName
  team?: string
  user: string
  name?: string
  /** As the platform's own profile says, verified by it; the engine links people by it. */
  email?: string
  /** A guest or outsider of the workspace: never admitted. */
  isGuest?: boolean
}

/** One message, press, form or arrival, whatever channel it came by. */
export type Inbound = {
  /** The same when the channel delivers it again. */
  id: string
  author: Author
  at: Instant
  /** Where it was said, and so where the answer goes. */
  place: Address
  /** The answer is for the writer's eyes alone (a Slack command). */
  isPrivate: boolean
  what:
    | { kind: 'said'; text: string; hint?: 'contact' }
    | { kind: 'pressed'; press: Press }
    | { kind: 'submitted'; press: Press; values: Readonly<Record<string, string | string[]>> }
    /** Liaison was installed, or a person opened its chat for the first time. */
    | { kind: 'arrived' }
  /** The message that holds the button, so that the answer can take its place. */
  on?: MessageRef
}
