import type { Delivery } from './delivery.ts'
import type { TurnRecord } from './store.ts'
import type { Instant } from './time.ts'

const DAY_MS = 86_400_000

/**
 * How long what is not a record is kept, counted back from the newest turn. Turns that wrote something are the audit log.
 * An inbound id outlasts every channel's retries many times over. What was posted where many read it may have to be taken
 * down: with a guard (a publication) it stays for good.
 */
export const KEPT_DAYS = {
  inbox: 30,
  turnThatWroteNothing: 30,
  turn: 800,
  settledDirect: 90,
  settledInPlace: 800,
  conversation: 400,
} as const

const isOlder = (at: Instant, now: Instant, days: number): boolean => at < now - days * DAY_MS

export const isStaleInbox = (at: Instant, now: Instant): boolean => isOlder(at, now, KEPT_DAYS.inbox)

export const isStaleTurn = (turn: TurnRecord, now: Instant): boolean =>
  isOlder(turn.at, now, turn.writes.length > 0 ? KEPT_DAYS.turn : KEPT_DAYS.turnThatWroteNothing)

export const isStaleConversation = (at: Instant, now: Instant): boolean => isOlder(at, now, KEPT_DAYS.conversation)

export const isStaleDelivery = ({ state, to, due, guard }: Delivery, now: Instant): boolean =>
  state !== 'due' && !guard && isOlder(due, now, to.isDirect ? KEPT_DAYS.settledDirect : KEPT_DAYS.settledInPlace)
