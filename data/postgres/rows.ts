import type { RecordKind, RecordOf } from '../records.ts'
import { columnsOf } from './names.ts'

/** A record as its table has it: its searched fields in columns, the rest in `body`. */
export type RecordRow = { id: string; version: number; body: Record<string, unknown> } & Record<string, unknown>

/** U+0000 and half a surrogate pair are no text in PostgreSQL: the first is kept as ␀, the second as �. */
export const storableText = (text: string): string =>
  text
    .replaceAll('\u0000', '␀')
    .replace(/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g, '\uFFFD')

/** JSON for a `jsonb` column. */
export function storableJson(value: unknown): string {
  const json = JSON.stringify(value)
  return isStorable(json) ? json : JSON.stringify(storable(value))
}

/** `JSON.stringify` writes both so: in small letters. */
const isStorable = (json: string): boolean => !/\\u(?:0000|d[89a-f])/.test(json)

function storable(value: unknown): unknown {
  if (typeof value === 'string') return storableText(value)
  if (Array.isArray(value)) return value.map(storable)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [storableText(key), storable(inner)]))
}

/** The value itself where it can be stored as JSON, else its plain copy that can. */
export function storableOf<T>(value: T): T {
  const json = JSON.stringify(value)
  return isStorable(json) ? value : JSON.parse(JSON.stringify(storable(value)))
}

/** A record's columns and body. The record is storable. */
export function rowOf<K extends RecordKind>(kind: K, record: RecordOf<K>): RecordRow {
  const { id, version, ...fields } = record
  const body: Record<string, unknown> = { ...fields }
  const row: RecordRow = { id, version, body }
  for (const { field, column } of columnsOf(kind)) {
    row[column] = body[field] ?? null
    delete body[field]
  }
  return row
}

/** The record of a row: what this store has written, so of its kind's type. */
export function recordOf<K extends RecordKind>(kind: K, row: RecordRow): RecordOf<K> {
  const record: Record<string, unknown> = { id: row.id, version: row.version }
  for (const { field, column } of columnsOf(kind)) {
    const value = row[column]
    if (value !== null && value !== undefined) record[field] = value
  }
  return { ...record, ...row.body } as RecordOf<K>
}
