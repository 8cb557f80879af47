import { type Rows, TABLE_NAMES, type TableName } from '../stored-rows.ts'

export type Tables = { [T in TableName]: Map<string, Rows[T]> }

/** One row put, or removed where `row` is absent. */
export type Change<T extends TableName = TableName> = { [P in T]: { table: P; key: string; row?: Rows[P] } }[T]

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
