import { type Kysely, sql } from 'kysely'
import type { ColumnType } from '../names.ts'
import { snake } from '../names.ts'
import type { Database } from '../tables.ts'

/** One step of the schema. Once released it never changes: what it says is spelled out in it, not read from elsewhere. */
export type Migration = { number: number; name: string; up(db: Kysely<Database>): Promise<void> }

/** Order and comparison are by code point, whatever the database's locale. */
const SQL_TYPES: Readonly<Record<ColumnType, string>> = {
  text: 'text collate "C"',
  'text[]': 'text[] collate "C"',
  boolean: 'boolean',
  bigint: 'bigint',
}

/** Makes the table of a record kind; `references` names the kind that a field refers to. */
export async function createKind(
  db: Kysely<Database>,
  kind: string,
  columns: Readonly<Record<string, ColumnType>>,
  references: Readonly<Record<string, string>> = {},
): Promise<void> {
  await sql`
    create table ${sql.table(snake(kind))} (
      id text collate "C" primary key,
      version integer not null,
      body jsonb not null
    )`.execute(db)
  for (const [field, type] of Object.entries(columns)) await addField(db, kind, field, type, references[field])
}

/** Adds a searched field to a kind: the column, filled from `body`, its index, and its reference. */
export async function addField(
  db: Kysely<Database>,
  kind: string,
  field: string,
  type: ColumnType,
  reference?: string,
): Promise<void> {
  const table = sql.table(snake(kind))
  const column = sql.ref(snake(field))
  await sql`alter table ${table} add column ${column} ${sql.raw(SQL_TYPES[type])}`.execute(db)
  const inBody =
    type === 'text[]'
      ? sql`array(select jsonb_array_elements_text(body -> ${sql.lit(field)}))`
      : sql`(body ->> ${sql.lit(field)})::${sql.raw(type)}`
  await sql`update ${table} set ${column} = ${inBody}, body = body - ${sql.lit(field)} where body ? ${sql.lit(field)}`.execute(
    db,
  )
  const index = sql.id(`${snake(kind)}_${snake(field)}_index`)
  if (type === 'text[]') await sql`create index ${index} on ${table} using gin (${column})`.execute(db)
  else await sql`create index ${index} on ${table} (${column}, id)`.execute(db)
  if (!reference) return
  // Deferred: a turn may write a record before the one that it refers to.
  await sql`
    alter table ${table} add constraint ${sql.id(`${snake(kind)}_${snake(field)}_fkey`)}
    foreign key (${column}) references ${sql.table(snake(reference))} (id) deferrable initially deferred`.execute(db)
}
