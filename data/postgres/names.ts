import { type RecordKind, SEARCHED } from '../records.ts'

export type ColumnType = 'text' | 'text[]' | 'boolean' | 'bigint'

/** `calendarDay` is the table `calendar_day`, `isActive` the column `is_active`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const tableOf = (kind: RecordKind): string => snake(kind)

export type Column = { field: string; column: string; type: ColumnType }
const columns = new Map<RecordKind, readonly Column[]>()

/** The columns of a kind: the field, its column and its type. */
export function columnsOf(kind: RecordKind): readonly Column[] {
  const known = columns.get(kind)
  if (known) return known
  const types: Readonly<Record<string, ColumnType>> = SEARCHED[kind]
  const made = Object.entries(types).map(([field, type]) => ({ field, column: snake(field), type }))
  columns.set(kind, made)
  return made
}

/** What is read of a record, by name: a column that a newer program adds meanwhile changes no statement that is prepared. */
export const selected = (kind: RecordKind): string =>
  ['id', 'version', ...columnsOf(kind).map(({ column }) => column), 'body'].map((name) => `"${name}"`).join(', ')
