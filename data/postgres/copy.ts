import { sql, type Transaction } from 'kysely'
import { StoreProblem } from '../problem.ts'
import type { RecordKind } from '../records.ts'
import type { Result } from '../store.ts'
import { type Pour, type RowSink, type StoredRow, TABLE_NAMES, type TableName } from '../stored-rows.ts'
import { createConnection, waitForDatabase } from './connect.ts'
import { databaseReason } from './failures.ts'
import { fillTables, isEmpty } from './fill.ts'
import { migrateDatabase } from './migrate.ts'
import { tableOf } from './names.ts'
import { type RecordRow, recordOf } from './rows.ts'
import type { Database } from './tables.ts'

type Tx = Transaction<Database>
const ROWS_A_STEP = 500

/** A database that is open for a copy, its schema up to date. */
export type DatabaseCopy = {
  /** All rows as they are at one moment, whoever writes meanwhile. */
  pour: Pour
  isEmpty(): Promise<boolean>
  /** Puts all that is poured into an empty database, or nothing. */
  fill(pour: Pour): Promise<void>
}

/** Opens a database for a copy; what is in the way is one sentence. */
export async function withDatabase<T>(
  url: string,
  use: (database: DatabaseCopy) => Promise<Result<T, string>>,
  waitMs = 30_000,
): Promise<Result<T, string>> {
  const connection = createConnection(url, { isPatient: true })
  const { db } = connection
  try {
    await waitForDatabase(connection, url, waitMs)
    await migrateDatabase(db)
    return await use({
      pour: (sink) =>
        db
          .transaction()
          .setIsolationLevel('repeatable read')
          .setAccessMode('read only')
          .execute((tx) => pourAll(tx, sink)),
      isEmpty: () => isEmpty(db),
      fill: (pour) => db.transaction().execute((tx) => fillTables(tx, pour)),
    })
  } catch (error) {
    if (error instanceof StoreProblem) return { ok: false, error: error.message }
    const reason = databaseReason(error)
    if (!reason) throw error
    return { ok: false, error: `The database cannot be used: ${reason}.` }
  } finally {
    await connection.close()
  }
}

/** Each row with the key that the next step goes on after. */
type Keyed = { after: string | number; stored: StoredRow }

async function pourAll(tx: Tx, sink: RowSink): Promise<void> {
  for (const table of TABLE_NAMES) {
    for (let after: string | number | undefined, isMore = true; isMore; ) {
      const rows = await nextRows(tx, table, after)
      if (rows.length > 0) await sink(rows.map(({ stored }) => stored))
      after = rows.at(-1)?.after
      isMore = rows.length === ROWS_A_STEP
    }
  }
}

/** Records by id; turns and deliveries in the order in which they were kept. */
async function nextRows(tx: Tx, table: TableName, after: string | number | undefined): Promise<Keyed[]> {
  const follow = (key: string) => (after === undefined ? sql`true` : sql`${sql.ref(key)} > ${after}`)
  const read = async <R>(name: string, key: string): Promise<R[]> => {
    const { rows } = await sql<R>`
      select * from ${sql.table(name)} where ${follow(key)} order by ${sql.ref(key)} limit ${ROWS_A_STEP}`.execute(tx)
    return rows
  }
  switch (table) {
    case '$guards': {
      const rows = await read<{ name: string; version: number; by_staff: string | null }>('guard', 'name')
      return rows.map(({ name, version, by_staff: by }) => ({
        after: name,
        stored: { table, row: { name, version, ...(by === null ? {} : { by }) } },
      }))
    }
    case '$inbox': {
      const rows = await read<Extract<StoredRow, { table: '$inbox' }>['row']>('inbox', 'inbound')
      return rows.map((row) => ({ after: row.inbound, stored: { table, row } }))
    }
    case '$conversations': {
      const rows = await read<{ key: string; body: Extract<StoredRow, { table: '$conversations' }>['row'] }>(
        'conversation',
        'key',
      )
      return rows.map(({ key, body }) => ({ after: key, stored: { table, row: body } }))
    }
    case '$turns': {
      const rows = await read<{ seq: number; body: Extract<StoredRow, { table: '$turns' }>['row'] }>('turn', 'seq')
      return rows.map(({ seq, body }) => ({ after: seq, stored: { table, row: body } }))
    }
    case '$outbox': {
      const rows = await read<{ seq: number; body: Extract<StoredRow, { table: '$outbox' }>['row'] }>('outbox', 'seq')
      return rows.map(({ seq, body }) => ({ after: seq, stored: { table, row: body } }))
    }
    default: {
      const rows = await read<RecordRow>(tableOf(table), 'id')
      return rows.map((row) => ({ after: row.id, stored: storedRecord(table, row) }))
    }
  }
}

const storedRecord = <K extends RecordKind>(table: K, row: RecordRow): StoredRow =>
  ({ table, row: recordOf(table, row) }) as StoredRow
