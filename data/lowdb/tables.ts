import type { Delivery } from '../delivery.ts'
import { RECORD_KINDS, type Records } from '../records.ts'
import type { ConversationState, TurnRecord } from '../store.ts'
import type { Instant } from '../time.ts'

/** What is not one record but has a version; `by` is the staff member who touched it last. */
export type Guard = { name: string; version: number; by?: string }
/** An inbound id that was taken, and the turn that it became. */
export type Taken = { inbound: string; turn: string; at: Instant }

/** All that is kept: the records by kind, and what the kernel needs beside them. */
export type Rows = Records & {
  $guards: Guard
  $conversations: ConversationState
  $turns: TurnRecord
  $inbox: Taken
  $outbox: Delivery
}
export type TableName = keyof Rows
export type Tables = { [T in TableName]: Map<string, Rows[T]> }

/** One row put, or removed where `row` is absent. */
export type Change<T extends TableName = TableName> = { [P in T]: { table: P; key: string; row?: Rows[P] } }[T]

export const KERNEL_TABLES = ['$guards', '$conversations', '$turns', '$inbox', '$outbox'] as const
export const TABLE_NAMES: readonly TableName[] = [...RECORD_KINDS, ...KERNEL_TABLES]

/** The field that is a table's key. */
export function keyFieldOf(table: TableName): 'id' | 'name' | 'key' | 'inbound' {
  switch (table) {
    case '$guards':
      return 'name'
    case '$conversations':
      return 'key'
    case '$inbox':
      return 'inbound'
    default:
      return 'id'
  }
}

export function emptyTables(): Tables {
  // Every table name gets its map: the type follows from TABLE_NAMES being all of them.
  return Object.fromEntries(TABLE_NAMES.map((table) => [table, new Map()])) as Tables
}

/** Puts or removes the row in its table; what was there before is returned. */
export function applyChange<T extends TableName>(tables: Tables, change: Change<T>): Rows[T] | undefined {
  const rows: Map<string, Rows[T]> = tables[change.table]
  const before = rows.get(change.key)
  if (change.row === undefined) rows.delete(change.key)
  else rows.set(change.key, change.row)
  return before
}

/** Whoever is handed a row may keep it but not change it: a change in place throws. */
export function freeze<T>(value: T): T {
  if (typeof value !== 'object' || value === null || Object.isFrozen(value)) return value
  Object.freeze(value)
  for (const inner of Object.values(value)) freeze(inner)
  return value
}
