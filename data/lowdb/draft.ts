import type { RecordKind, RecordOf } from '../records.ts'
import type { Rows, TableName } from '../stored-rows.ts'
import { type Change, freeze, type Tables } from './tables.ts'

/** The tables as they will be once the changes of a batch are stored: each turn of a batch sees those before it. */
export type Draft = {
  row<T extends TableName>(table: T, key: string): Rows[T] | undefined
  /** Rows of a kind that the batch itself has put so far. */
  put<K extends RecordKind>(kind: K): RecordOf<K>[]
  change(change: Change): void
  readonly changes: readonly Change[]
  /** Forgets the changes after the first so many: a plan that threw leaves nothing. */
  cut(length: number): void
}

export function createDraft(tables: Tables): Draft {
  const changes: Change[] = []
  let latest = new Map<string, Change>()
  const nameOf = (table: TableName, key: string): string => `${table} ${key}`

  return {
    row<T extends TableName>(table: T, key: string): Rows[T] | undefined {
      const changed = latest.get(nameOf(table, key))
      // Kept under its table's name, so of that table's type.
      if (changed) return changed.row as Rows[T] | undefined
      const rows: ReadonlyMap<string, Rows[T]> = tables[table]
      return rows.get(key)
    },
    put<K extends RecordKind>(kind: K) {
      return [...latest.values()].flatMap((change) =>
        change.table === kind && change.row ? [change.row as RecordOf<K>] : [],
      )
    },
    change(change) {
      freeze(change.row)
      changes.push(change)
      latest.set(nameOf(change.table, change.key), change)
    },
    changes,
    cut(length) {
      changes.length = length
      latest = new Map(changes.map((change) => [nameOf(change.table, change.key), change]))
    },
  }
}
