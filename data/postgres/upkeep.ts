import { type Kysely, sql } from 'kysely'
import { RECORD_KINDS, type RecordKind, type RecordRef } from '../records.ts'
import { createRedactor } from '../redaction.ts'
import { KEPT_DAYS } from '../retention.ts'
import type { Instant } from '../time.ts'
import { tableOf } from './names.ts'
import { type RecordRow, recordOf, rowOf, storableJson } from './rows.ts'
import type { Database } from './tables.ts'

const DAY_MS = 86_400_000
const ROWS_A_STEP = 500

/** Removes what is no longer kept (data/retention.ts), counted back from the newest turn. */
export async function prune(db: Kysely<Database>): Promise<void> {
  const newest = await db
    .selectFrom('turn')
    .select(({ fn }) => fn.max('at').as('at'))
    .executeTakeFirst()
  const now = newest?.at
  if (now === undefined || now === null) return
  const before = (days: number): number => now - days * DAY_MS
  await sql`delete from rest where until < ${now}`.execute(db)
  await sql`delete from inbox where at < ${before(KEPT_DAYS.inbox)}`.execute(db)
  await sql`
    delete from turn where at < ${before(KEPT_DAYS.turn)}
      or (at < ${before(KEPT_DAYS.turnThatWroteNothing)} and not has_writes)`.execute(db)
  await sql`delete from conversation where at < ${before(KEPT_DAYS.conversation)}`.execute(db)
  await sql`
    delete from outbox where state <> 'due' and not is_kept
      and due < case when is_direct then ${before(KEPT_DAYS.settledDirect)}::bigint
                     else ${before(KEPT_DAYS.settledInPlace)}::bigint end`.execute(db)
}

/**
 * A database that was copied to another server by the server's own means brings transaction numbers along that this one
 * has not reached: whoever looks for changes would find those rows new with every look.
 */
export async function adoptTransactions(db: Kysely<Database>): Promise<void> {
  await sql`
    update turn_write set tx = pg_current_xact_id() where tx >= pg_snapshot_xmax(pg_current_snapshot())`.execute(db)
}

/** Takes names out of every row, some rows at a time; a record's version grows with it. */
export async function redactRows(
  db: Kysely<Database>,
  names: readonly string[],
  replacement: string,
  origin: string,
): Promise<{ places: number; refs: RecordRef[] }> {
  const redactor = createRedactor(names, replacement)
  const refs: RecordRef[] = []
  let sum = 0

  /** Calls back with each row whose JSON changed, while it is locked. */
  async function each<R extends { key: string }, T>(
    table: string,
    key: string,
    read: (row: R) => T,
    keep: (tx: Kysely<Database>, row: R, value: T) => Promise<unknown>,
  ): Promise<void> {
    for (let last = '', isMore = true; isMore; ) {
      isMore = await db.transaction().execute(async (tx) => {
        const { rows } = await sql<R>`
          select ${sql.ref(key)} as key, * from ${sql.table(table)} where ${sql.ref(key)} > ${last}
          order by ${sql.ref(key)} limit ${ROWS_A_STEP} for update`.execute(tx)
        for (const row of rows) {
          const { value, places } = redactor.redact(read(row))
          sum += places
          if (places > 0) await keep(tx, row, value)
        }
        last = rows.at(-1)?.key ?? last
        return rows.length === ROWS_A_STEP
      })
    }
  }

  async function redactKind<K extends RecordKind>(kind: K): Promise<void> {
    await each<RecordRow & { key: string }, ReturnType<typeof recordOf<K>>>(
      tableOf(kind),
      'id',
      (row) => recordOf(kind, row),
      async (tx, row, value) => {
        const { body, ...columns } = rowOf(kind, { ...value, version: row.version + 1 })
        const names = [...Object.keys(columns), 'body'].map((name) => sql.ref(name))
        const values = [...Object.values(columns), storableJson(body)]
        await sql`
          update ${sql.table(tableOf(kind))} set (${sql.join(names)}) = row (${sql.join(values)})
          where id = ${row.id}`.execute(tx)
        await tx.insertInto('turn_write').values({ origin, turn: null, kind, record: row.id }).execute()
        refs.push({ kind, id: row.id })
      },
    )
  }
  for (const kind of RECORD_KINDS) await redactKind(kind)

  type Row = { key: string; body: unknown }
  const keepBody = (table: string, key: string) => (tx: Kysely<Database>, row: Row, body: unknown) =>
    sql`update ${sql.table(table)} set body = ${storableJson(body)}::jsonb where ${sql.ref(key)} = ${row.key}`.execute(
      tx,
    )
  for (const [table, key] of [
    ['turn', 'id'],
    ['conversation', 'key'],
    ['outbox', 'id'],
  ] as const) {
    await each<Row, unknown>(table, key, ({ body }) => body, keepBody(table, key))
  }
  return { places: sum, refs }
}

/** What the database server's clock says. */
export async function databaseTime(db: Kysely<Database>): Promise<Instant> {
  const { rows } = await sql<{ now: Instant }>`
    select floor(extract(epoch from clock_timestamp()) * 1000)::bigint as now`.execute(db)
  if (!rows[0]) throw new Error('the database did not say what time it is')
  return rows[0].now
}
