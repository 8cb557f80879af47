import type { Generated, JSONColumnType } from 'kysely'
import type { Delivery } from '../delivery.ts'
import type { ConversationState, TurnRecord } from '../store.ts'
import type { Instant } from '../time.ts'

/** The kernel's own tables. A record kind's table has `id`, `version`, its searched fields' columns and `body`. */
export type Database = {
  guard: { name: string; version: number; by_staff: string | null }
  conversation: { key: string; staff: string; at: number; version: number; body: JSONColumnType<ConversationState> }
  turn: {
    id: string
    seq: Generated<number>
    inbound: string
    conversation: string
    by_staff: string | null
    at: number
    what: string
    has_writes: boolean
    undone_by: string | null
    body: JSONColumnType<TurnRecord>
  }
  /** Which turn wrote which record, and so what has changed. `turn` is null for what no turn did (an erasure). */
  turn_write: {
    seq: Generated<number>
    tx: Generated<string>
    origin: string
    turn: string | null
    kind: string
    record: string
  }
  inbox: { inbound: string; turn: string; at: number }
  outbox: {
    id: string
    seq: Generated<number>
    turn: string
    state: Delivery['state']
    order_key: string
    is_urgent: boolean
    due: number
    place: number
    lease_owner: string | null
    lease_until: number | null
    is_kept: boolean
    is_direct: boolean
    body: JSONColumnType<Delivery>
  }
  photo: { name: string; width: number; at: Instant; bytes: Buffer }
  migration: { number: number; name: string; applied_at: Generated<Date> }
}
