import type { Address, Delivery, MessageRef } from './delivery.ts'
import type { RecordKind, RecordOf, RecordRef, SEARCHED } from './records.ts'
import type { Instant } from './time.ts'

/**
 * The store port. A turn is everything that one message, press, form or hour of the day changes; it is taken whole or
 * not at all. Terms: an `inbound` id is the channel's own and the same when it is delivered again; a `conversation` is
 * one place (a chat, a thread) seen by one person; a `guard` is a name with a version, for what is not one record
 * ("room 112 at Aviation, 2026-12-03").
 */
export type Result<T, E> = { ok: true; value: T } | { ok: false; error: E }

type SearchedField<K extends RecordKind> = Extract<keyof (typeof SEARCHED)[K], string>
/** Lists give no order. */
type OrderedField<K extends RecordKind> = {
  [F in SearchedField<K>]: (typeof SEARCHED)[K][F] extends 'text[]' ? never : F
}[SearchedField<K>]
export type Condition =
  | string
  | number
  | boolean
  | { in: readonly (string | number)[] }
  | { from?: string | number; to?: string | number }
/**
 * Records of one kind: all conditions hold; ranges are inclusive, and not for lists; order by one field, then by id, both
 * in that direction, an absent value counting as the greatest. Without an order: by id.
 */
export type Query<K extends RecordKind> = {
  where?: { [F in SearchedField<K>]?: Condition }
  order?: { by: OrderedField<K>; direction: 'ascending' | 'descending' }
  limit?: number
  /** How many to leave out first. */
  offset?: number
}

/** One record before and after; `before` absent: it is new; `after` absent: it is removed. */
export type Write<K extends RecordKind = RecordKind> = {
  [P in K]: { kind: P; id: string; before?: RecordOf<P>; after?: RecordOf<P> }
}[K]

/** What a decision rests on beyond what it writes: commit refuses when one of them has another version by then. */
export type Reliance = (RecordRef & { version: number }) | { guard: string; version: number }

/** The question now open in a conversation. */
export type Pending = {
  /** Which conversation asked, and which of its questions. */
  question: string
  /** What that conversation needs to go on, plain JSON. */
  state: unknown
  expires: Instant
  /** It was put to the person in private though they spoke in a channel: their own chat is where they answer. */
  isPrivate?: boolean
}

/** What is kept of one conversation. Two people in one channel have two. */
export type ConversationState = {
  key: string
  staff: string
  address: Address
  at: Instant
  version: number
  pending?: Pending
}

export type TurnRecord = {
  id: string
  inbound: string
  conversation: string
  /** Staff id; absent for what the clock did. */
  by?: string
  at: Instant
  /** The intent or action, for the log. */
  what: string
  /** What it did in a few words, for undo and the log; erased with the person it names. */
  title?: string
  /** What was asked and recorded, as context for a correction or an answer: plain JSON. */
  request?: unknown
  /** The sentence as typed, for "Already logged 11:52"; erased with the person it names. */
  said?: string
  writes: Write[]
  /** The turn that this one took back. */
  undoes?: string
  /** Set once it was itself taken back, by that turn. */
  undoneBy?: string
}

export type Turn = Omit<TurnRecord, 'undoneBy'> & {
  reliesOn: Reliance[]
  /** Guards whose version grows with this turn, so that others who rely on them are refused. */
  touches: string[]
  deliveries: Delivery[]
  /** The conversation after the turn; `version` is the one that was read (0: new). */
  state?: ConversationState
}

export type CommitRefusal =
  /** That inbound was taken before: `turn` is what it did then. */
  | { kind: 'already-handled'; turn: TurnRecord }
  | { kind: 'changed-since'; record?: RecordRef; guard?: string; by?: string }
  /** The disk is full or read-only, the database away: nothing was kept. */
  | { kind: 'cannot-store'; reason: string }

/** The guard that a refusal names where another turn of the same conversation came first. */
export const conversationGuard = (key: string): string => `conversation ${key}`

/** What a message goes on from: who speaks, where, and after what. */
export type Standing = {
  /** Of several with that account, the first by id. */
  staff?: RecordOf<'staff'>
  conversation?: ConversationState
  /** Where their newest turn was, if that was in another conversation. */
  elsewhere?: ConversationState
  /**
   * The newest of the conversation's last 20 turns that recorded something and stands: it wrote more than staff and
   * aliases, was not taken back and took nothing back.
   */
  last?: TurnRecord
  /** Of the last 20 turns of theirs those that are recent, began with a sentence and were not taken back; newest first. */
  recent: { turn: string; what: string; said: string }[]
}
export type StandingQuery = {
  /** An account as staff records hold it, or a staff member's id. */
  who: { identity: string } | { id: string }
  conversation: string
  recentSince: Instant
}

/** What came of a delivery's attempt, as the outbox keeps it. */
export type Settlement =
  /** `restUntil`: of its order key nothing else is taken before then (a channel that takes one message a second). */
  | { state: 'sent'; sent: MessageRef; restUntil?: Instant }
  | { state: 'due'; due: Instant; reason: string }
  | { state: 'failed' | 'uncertain' | 'dropped'; reason: string }

/** What a decision may use: reading alone. */
export interface Reads {
  get<K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined>
  find<K extends RecordKind>(kind: K, query?: Query<K>): Promise<RecordOf<K>[]>
  count<K extends RecordKind>(kind: K, query?: Pick<Query<K>, 'where'>): Promise<number>
  /** The version of a guard; 0 where it was never touched. */
  guard(name: string): Promise<number>
  conversation(key: string): Promise<ConversationState | undefined>
  /** Where a staff member last spoke with Liaison, newest first. */
  conversationsOf(staff: string): Promise<ConversationState[]>
  turn(id: string): Promise<TurnRecord | undefined>
  /** Newest first, in the order of their commits. */
  turns(query: {
    conversation?: string
    by?: string
    /** Turns that wrote this record. */
    wrote?: RecordRef
    since?: Instant
    limit: number
  }): Promise<TurnRecord[]>
  delivery(id: string): Promise<Delivery | undefined>
  /** Those of one turn in its own order, else newest first. */
  deliveries(query: { turn?: string; state?: Delivery['state']; limit: number }): Promise<Delivery[]>
}

export interface Store extends Reads {
  /** What nearly every turn reads first, in one look. */
  standing(query: StandingQuery): Promise<Standing>
  /** Rejects only when there is a bug; what happens in life comes back as a refusal. */
  commit(turn: Turn): Promise<Result<TurnRecord, CommitRefusal>>
  /**
   * Takes deliveries that are due for one sender: urgent ones first, then by due time; of one order key only the first
   * that is not settled (urgent ones, which are never planned ahead, before all others), and none while one of them is
   * leased. A postponed delivery keeps its place. Each taking counts an attempt; a lease that has run out is taken over
   * and the delivery marked `isInDoubt`. Takes none while the store cannot write.
   */
  lease(now: Instant, lease: { owner: string; until: Instant }, limit: number): Promise<Delivery[]>
  /**
   * Whether a delivery that its own turn leased to `owner` may leave now: nothing of its order key stands before it, is
   * being sent for another turn, or rests. False: the lease is given back (where it was not lost), and it is taken when
   * its time comes.
   */
  claim(id: string, owner: string, now: Instant): Promise<boolean>
  /**
   * Records an attempt's outcome and frees the lease; false where the lease was lost to another meanwhile, or the outcome
   * could not be stored (its lease then runs out, and it is in doubt).
   */
  settle(id: string, owner: string, settlement: Settlement): Promise<boolean>
  /** How many deliveries are not settled, and the earliest time that one of them is due. */
  waiting(): Promise<{ count: number; oldest?: Instant }>
  /** When the next delivery is due, leases counted; undefined where nothing waits. */
  nextDue(): Promise<Instant | undefined>
  /** Removes a person's name from records, notes and the log's text, for good. Counts the places. */
  redact(names: readonly string[], replacement: string): Promise<number>
  /** Calls back with the records of these kinds that changed, in this process or another. Returns the way to stop. */
  watch(kinds: readonly RecordKind[], changed: (refs: readonly RecordRef[]) => void): () => void
  /** What the clock says that all processes over this store share; absent where there is one process. Rejects as reading does. */
  now?(): Promise<Instant>
  /** Whether it can be reached and written; a sentence where not. */
  check(): Promise<Result<true, string>>
  close(): Promise<void>
}
