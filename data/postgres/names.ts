import { type RecordKind, SEARCHED } from '../records.ts'

export type ColumnType = 'text' | 'text[]' | 'boolean' | 'bigint'

/** `calendarDay` is the table `calendar_day`, `isActive` the column `is_active`. */
export const snake = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

export const tableOf = (kind: RecordKind): string => snake(kind)

/** The columns of a kind: the field, its column and its type. */
export function columnsOf(kind: RecordKind): { field: string; column: string; type: ColumnType }[] {
  const types: Readonly<Record<string, ColumnType>> = SEARCHED[kind]
  return Object.entries(types).map(([field, type]) => ({ field, column: snake(field), type }))
}

/** What is read of a record, by name: a column that a newer program adds meanwhile changes no statement that is prepared. */
export const selected = (kind: RecordKind): string =>
  ['id', 'version', ...columnsOf(kind).map(({ column }) => column), 'body'].map((name) => `"${name}"`).join(', ')
