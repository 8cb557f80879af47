import { isRecordKind } from '../records.ts'
import { createRedactor } from '../redaction.ts'
import { isStaleConversation, isStaleDelivery, isStaleInbox, isStaleTurn } from '../retention.ts'
import { type Rows, TABLE_NAMES, type TableName } from '../stored-rows.ts'
import type { Instant } from '../time.ts'
import type { Draft } from './draft.ts'
import type { Change, Tables } from './tables.ts'

/** Removals of what is no longer kept (data/retention.ts), counted back from the newest turn. */
export function pruned(tables: Tables): Change[] {
  let now = 0 as Instant
  for (const { at } of tables.$turns.values()) if (at > now) now = at
  return [
    ...removals(tables, '$inbox', ({ at }) => isStaleInbox(at, now)),
    ...removals(tables, '$turns', (turn) => isStaleTurn(turn, now)),
    ...removals(tables, '$conversations', ({ at }) => isStaleConversation(at, now)),
    ...removals(tables, '$outbox', (delivery) => isStaleDelivery(delivery, now)),
  ]
}

function removals<T extends '$inbox' | '$turns' | '$conversations' | '$outbox'>(
  tables: Tables,
  table: T,
  isStale: (row: Rows[T]) => boolean,
): Change[] {
  const rows: ReadonlyMap<string, Rows[T]> = tables[table]
  return [...rows].filter(([, row]) => isStale(row)).map(([key]): Change => ({ table, key }) as Change)
}

/** Takes names out of every row; the record's version grows with it. Counts the places. */
export function planRedaction(tables: Tables, draft: Draft, names: readonly string[], replacement: string): number {
  const redactor = createRedactor(names, replacement)
  let sum = 0
  function redactTable<T extends TableName>(table: T): void {
    const rows: ReadonlyMap<string, Rows[T]> = tables[table]
    for (const [key, row] of rows) {
      const { value, places } = redactor.redact(row)
      if (places === 0) continue
      sum += places
      const changed = isRecordKind(table) ? { ...value, version: versionOf(value) + 1 } : value
      draft.change({ table, key, row: changed } as Change)
    }
  }
  for (const table of TABLE_NAMES) if (table !== '$guards' && table !== '$inbox') redactTable(table)
  return sum
}

const versionOf = (row: object): number => Number(Reflect.get(row, 'version'))
