import { createHash } from 'node:crypto'
import type { Delivery } from './delivery.ts'
import { RECORD_KINDS, type Records } from './records.ts'
import type { ConversationState, TurnRecord } from './store.ts'
import type { Instant } from './time.ts'

/** What is not one record but has a version; `by` is the staff member who touched it last. */
export type Guard = { name: string; version: number; by?: string }
/** An inbound id that was taken, and the turn that it became. */
export type Taken = { inbound: string; turn: string; at: Instant }

/** All that any store keeps: the records by kind, and what the kernel needs beside them. */
export type Rows = Records & {
  $guards: Guard
  $conversations: ConversationState
  $turns: TurnRecord
  $inbox: Taken
  $outbox: Delivery
}
export type TableName = keyof Rows

export const KERNEL_TABLES = ['$guards', '$conversations', '$turns', '$inbox', '$outbox'] as const
export const TABLE_NAMES: readonly TableName[] = [...RECORD_KINDS, ...KERNEL_TABLES]
export const isTableName = (name: string): name is TableName => TABLE_NAMES.some((table) => table === name)

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

/** One row with its table. Turns and deliveries come in the order in which they were kept. */
export type StoredRow<T extends TableName = TableName> = { [P in T]: { table: P; row: Rows[P] } }[T]

/** Takes some rows; whoever pours waits for it. */
export type RowSink = (rows: readonly StoredRow[]) => Promise<void>
/** Hands over all rows of a store or a file, some at a time. */
export type Pour = (sink: RowSink) => Promise<void>

/** What is counted: the rows of a table, or the photographs. */
export type TallyName = TableName | '$photos'
const TALLY_NAMES: readonly TallyName[] = [...TABLE_NAMES, '$photos']

/** Counts and compares what is kept, whatever its order and the order of its fields. */
export type Tally = {
  add(name: TallyName, value: unknown): void
  sink: RowSink
  total(): number
  /** What two sides differ in, with their counts. */
  differences(other: Tally): string[]
  sums(): Record<string, { count: number; digest: string }>
}

export function createTally(): Tally {
  const kept = new Map<TallyName, { count: number; digest: Buffer }>()
  const sumOf = (name: TallyName) => kept.get(name) ?? { count: 0, digest: Buffer.alloc(32) }
  function add(name: TallyName, value: unknown): void {
    const { count, digest } = sumOf(name)
    const own = createHash('sha256').update(canonicalJson(value)).digest()
    // Everything is there once, so that no two of them cancel each other.
    kept.set(name, { count: count + 1, digest: Buffer.from(digest.map((byte, at) => byte ^ (own[at] ?? 0))) })
  }
  const sums = () =>
    Object.fromEntries(
      TALLY_NAMES.map((name) => [name, { count: sumOf(name).count, digest: sumOf(name).digest.toString('hex') }]),
    )
  return {
    add,
    async sink(rows) {
      for (const { table, row } of rows) add(table, row)
    },
    total: () => [...kept.values()].reduce((sum, { count }) => sum + count, 0),
    differences(other) {
      const [mine, theirs] = [sums(), other.sums()]
      return TALLY_NAMES.filter((name) => mine[name]?.digest !== theirs[name]?.digest).map(
        (name) => `${name}: ${mine[name]?.count} and ${theirs[name]?.count}`,
      )
    },
    sums,
  }
}

function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  )
}
