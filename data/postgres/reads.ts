import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { RecordKind, RecordOf } from '../records.ts'
import type { Reads, TurnRecord } from '../store.ts'
import { orCannotStore } from './failures.ts'
import { countRecords, type Search, selectRecords } from './find.ts'
import { selected, tableOf } from './names.ts'
import type { QuickRead } from './quick-reads.ts'
import { type RecordRow, recordOf } from './rows.ts'
import { run, statementOf, statementOfKind } from './statements.ts'
import type { Database } from './tables.ts'

/** Records that are found at once: longer lists keep a connection to themselves. */
const SHORT_LIST = 20

const byId = statementOfKind((kind) => `select ${selected(kind)} from "${tableOf(kind)}" where id = $1`)

/** Reading alone; rejects with CannotStore while the database is away. */
export function createReads({ db, pool }: { db: Kysely<Database>; pool: pg.Pool }, quick: QuickRead): Reads {
  async function search<R extends pg.QueryResultRow>({ text, values, isSteady }: Search, most?: number): Promise<R[]> {
    if (!isSteady) return (await pool.query<R>(text, values)).rows
    if (most !== undefined && most <= SHORT_LIST) return quick<R>(statementOf(text), values)
    return (await run<R>(pool, statementOf(text), values)).rows
  }

  return {
    get: <K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> =>
      orCannotStore(async () => {
        const rows = await quick<RecordRow>(byId(kind), [id])
        return rows[0] && recordOf(kind, rows[0])
      }),

    find: (kind, query = {}) =>
      orCannotStore(async () => {
        const rows = await search<RecordRow>(selectRecords(kind, query), query.limit)
        return rows.map((row) => recordOf(kind, row))
      }),

    count: (kind, query) =>
      orCannotStore(async () => (await search<{ count: number }>(countRecords(kind, query?.where)))[0]?.count ?? 0),

    guard: (name) =>
      orCannotStore(async () => {
        const row = await db.selectFrom('guard').select('version').where('name', '=', name).executeTakeFirst()
        return row?.version ?? 0
      }),

    conversation: (key) =>
      orCannotStore(async () => {
        const row = await db.selectFrom('conversation').select('body').where('key', '=', key).executeTakeFirst()
        return row?.body
      }),

    conversationsOf: (staff) =>
      orCannotStore(async () => {
        const found = db.selectFrom('conversation').select('body').where('staff', '=', staff)
        return (await found.orderBy('at', 'desc').orderBy('key').execute()).map(({ body }) => body)
      }),

    turn: (id) =>
      orCannotStore(async () => {
        const row = await db.selectFrom('turn').select('body').where('id', '=', id).executeTakeFirst()
        return row?.body
      }),

    turns: ({ conversation, by, wrote, since, limit }) =>
      orCannotStore(async () => {
        const filters = [
          ...(conversation === undefined ? [] : [sql`turn.conversation = ${conversation}`]),
          ...(by === undefined ? [] : [sql`turn.by_staff = ${by}`]),
          ...(since === undefined ? [] : [sql`turn.at >= ${since}`]),
          ...(wrote ? [sql`turn_write.record = ${wrote.id} and turn_write.kind = ${wrote.kind}`] : []),
        ]
        // From the record's own writes, which are few, not through the whole log.
        const { rows } = await sql<{ body: TurnRecord }>`
          select turn.body from ${wrote ? sql`turn_write join turn on turn.id = turn_write.turn` : sql`turn`}
          where ${filters.length > 0 ? sql.join(filters, sql` and `) : sql`true`}
          order by ${wrote ? sql`turn_write.seq` : sql`turn.seq`} desc limit ${limit}`.execute(db)
        return rows.map(({ body }) => body)
      }),

    delivery: (id) =>
      orCannotStore(async () => {
        const row = await db.selectFrom('outbox').select('body').where('id', '=', id).executeTakeFirst()
        return row?.body
      }),

    deliveries: ({ turn, state, limit }) =>
      orCannotStore(async () => {
        let found = db.selectFrom('outbox').select('body').limit(limit)
        if (state !== undefined) found = found.where('state', '=', state)
        found = turn === undefined ? found.orderBy('seq', 'desc') : found.where('turn', '=', turn).orderBy('seq')
        return (await found.execute()).map(({ body }) => body)
      }),
  }
}
