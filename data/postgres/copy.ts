import { type Kysely, sql, type Transaction } from 'kysely'
import { StoreProblem } from '../problem.ts'
import { isRecordKind, RECORD_KINDS, type RecordKind } from '../records.ts'
import type { Result } from '../store.ts'
import { type Pour, type RowSink, type StoredRow, TABLE_NAMES, type TableName } from '../stored-rows.ts'
import { createConnection, waitForDatabase } from './connect.ts'
import { deliveryRow } from './delivery-rows.ts'
import { databaseReason } from './failures.ts'
import { migrateDatabase } from './migrate.ts'
import { columnsOf, tableOf } from './names.ts'
import { type RecordRow, recordOf, rowOf, storableJson } from './rows.ts'
import type { Database } from './tables.ts'

type Tx = Transaction<Database>
const ROWS_A_STEP = 500
const ORIGIN = 'copy'

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
      fill: (pour) => db.transaction().execute((tx) => fill(tx, pour)),
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

async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  for (const table of [...RECORD_KINDS.map(tableOf), 'turn', 'inbox', 'outbox', 'conversation', 'guard']) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
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

async function fill(tx: Tx, pour: Pour): Promise<void> {
  // References are checked at the end: rows come in any order. No other program may begin to write meanwhile.
  await sql`lock table inbox in exclusive mode`.execute(tx)
  if (!(await isEmpty(tx))) throw new StoreProblem('The database is not empty. It was left as it is.')
  await pour(async (rows) => {
    for (let at = 0; at < rows.length; ) {
      const { table } = rows[at] ?? { table: 'settings' }
      let end = at
      while (rows[end]?.table === table) end += 1
      await insertRows(tx, table, rows.slice(at, end))
      at = end
    }
  })
  for (const table of [...RECORD_KINDS.map(tableOf), 'turn', 'turn_write', 'outbox']) {
    await sql`analyze ${sql.table(table)}`.execute(tx)
  }
}

async function insertRows(tx: Tx, table: TableName, rows: readonly StoredRow[]): Promise<void> {
  const made = rows.map(columnsOfRow)
  if (isRecordKind(table)) {
    const columns = columnsOf(table).map(({ column, type }) => ({ name: column, type }))
    await insert(tx, tableOf(table), [...ID_VERSION_BODY, ...columns], made)
    return
  }
  const { name, columns } = KERNEL_COLUMNS[table]
  await insert(tx, name, columns, made)
  if (table === '$turns') {
    const writes = rows.flatMap((one) =>
      one.table === '$turns' ? one.row.writes.map(({ kind, id }) => ({ turn: one.row.id, kind, record: id })) : [],
    )
    const written = writes.map((write) => ({ ...write, origin: ORIGIN }))
    await insert(tx, 'turn_write', columnList('origin text, turn text, kind text, record text'), written)
  }
}

function columnList(list: string): { name: string; type: string }[] {
  return list.split(', ').map((one) => ({ name: one.split(' ')[0] ?? '', type: one.split(' ')[1] ?? '' }))
}
const ID_VERSION_BODY = columnList('id text, version integer, body jsonb')
const KERNEL_COLUMNS = {
  $guards: { name: 'guard', columns: columnList('name text, version integer, by_staff text') },
  $conversations: {
    name: 'conversation',
    columns: columnList('key text, staff text, at bigint, version integer, body jsonb'),
  },
  $turns: {
    name: 'turn',
    columns: columnList(
      'id text, inbound text, conversation text, by_staff text, at bigint, what text, has_writes boolean, undone_by text, body jsonb',
    ),
  },
  $inbox: { name: 'inbox', columns: columnList('inbound text, turn text, at bigint') },
  $outbox: {
    name: 'outbox',
    columns: columnList(
      'id text, turn text, state text, order_key text, is_urgent boolean, due bigint, place bigint, lease_owner text, lease_until bigint, is_kept boolean, is_direct boolean, body jsonb',
    ),
  },
} as const

function columnsOfRow(stored: StoredRow): object {
  switch (stored.table) {
    case '$guards':
      return { ...stored.row, by_staff: stored.row.by ?? null }
    case '$inbox':
      return stored.row
    case '$conversations':
      return { ...stored.row, body: stored.row }
    case '$turns': {
      const { row } = stored
      const columns = { by_staff: row.by ?? null, has_writes: row.writes.length > 0, undone_by: row.undoneBy ?? null }
      return { ...row, ...columns, body: row }
    }
    case '$outbox':
      return deliveryRow(stored.row)
    default:
      return recordColumns(stored)
  }
}

const recordColumns = <K extends RecordKind>({ table, row }: StoredRow<K>): object => rowOf(table, row)

async function insert(
  tx: Tx,
  table: string,
  columns: readonly { name: string; type: string }[],
  rows: readonly object[],
): Promise<void> {
  if (rows.length === 0) return
  const names = sql.join(columns.map(({ name }) => sql.ref(name)))
  const typed = sql.join(columns.map(({ name, type }) => sql`${sql.ref(name)} ${sql.raw(type)}`))
  await sql`
    insert into ${sql.table(table)} (${names})
    select ${names} from rows from (jsonb_to_recordset(${storableJson(rows)}::jsonb) as (${typed})) with ordinality
    order by ordinality`.execute(tx)
}
