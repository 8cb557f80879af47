import { type Kysely, sql, type Transaction } from 'kysely'
import { StoreProblem } from '../problem.ts'
import { isRecordKind, RECORD_KINDS, type RecordKind } from '../records.ts'
import type { Pour, StoredRow, TableName } from '../stored-rows.ts'
import { deliveryRow } from './delivery-rows.ts'
import { columnsOf, tableOf } from './names.ts'
import { rowOf, storableJson } from './rows.ts'
import type { Database } from './tables.ts'

type Tx = Transaction<Database>
/** Who wrote, for those who watch: nobody that is running. */
const ORIGIN = 'copy'

/** Whether nothing at all is kept in it. */
export async function isEmpty(db: Kysely<Database>): Promise<boolean> {
  for (const table of [...RECORD_KINDS.map(tableOf), 'turn', 'inbox', 'outbox', 'conversation', 'guard']) {
    const { rows } = await sql`select 1 from ${sql.table(table)} limit 1`.execute(db)
    if (rows.length > 0) return false
  }
  return true
}

/** Puts all that is poured into an empty database. */
export async function fillTables(tx: Tx, pour: Pour): Promise<void> {
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
