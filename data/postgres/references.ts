import { type Kysely, sql } from 'kysely'
import { RECORD_KINDS, REFERENCES, type RecordKind, type RecordRef } from '../records.ts'
import type { Write } from '../store.ts'
import { columnsOf, snake, tableOf } from './names.ts'
import type { Database } from './tables.ts'

export type Reference = { from: RecordKind; field: string; to: RecordKind; isList: boolean }

/** All references that hold between record kinds. */
export const ALL_REFERENCES: readonly Reference[] = RECORD_KINDS.flatMap((from) =>
  Object.entries<RecordKind | undefined>(REFERENCES[from] ?? {}).flatMap(([field, to]) =>
    to
      ? [{ from, field, to, isList: columnsOf(from).some((one) => one.field === field && one.type === 'text[]') }]
      : [],
  ),
)

/**
 * After a turn was rolled back for a reference: the record that stands in the way, one that still refers to what the turn
 * removes, or one that it refers to and that is not there.
 */
export async function danglingReference(
  db: Kysely<Database>,
  writes: readonly Write[],
): Promise<RecordRef | undefined> {
  const written = new Set(writes.map(({ kind, id }) => `${kind} ${id}`))
  for (const { kind, id, after } of writes) {
    for (const { from, field, to } of ALL_REFERENCES) {
      if (after && from === kind) {
        const value: unknown = Reflect.get(after, field)
        if (typeof value !== 'string' || written.has(`${to} ${value}`)) continue
        const { rows } = await sql`select 1 from ${sql.table(tableOf(to))} where id = ${value}`.execute(db)
        if (rows.length === 0) return { kind: to, id: value }
      }
      if (!after && to === kind) {
        const { rows } = await sql<{ id: string }>`
          select id from ${sql.table(tableOf(from))} where ${sql.ref(snake(field))} = ${id} order by id`.execute(db)
        const referrer = rows.find((row) => !written.has(`${from} ${row.id}`))
        if (referrer) return { kind: from, id: referrer.id }
      }
    }
  }
  return undefined
}
