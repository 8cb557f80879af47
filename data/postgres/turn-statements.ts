import type { RecordKind } from '../records.ts'
import { columnsOf, tableOf } from './names.ts'
import { type Statement, statementOf } from './statements.ts'

/** What a turn's transaction says to the database. */

export const takeInbound = statementOf(
  'insert into inbox (inbound, turn, at) values ($1, $2, $3) on conflict do nothing',
)

export const beginConversation = statementOf(`
  insert into conversation (key, staff, at, version, body) values ($1, $2, $3, $4::integer + 1, $5)
  on conflict do nothing`)

export const goOnWithConversation = statementOf(`
  update conversation set staff = $2, at = $3, version = $4::integer + 1, body = $5
  where key = $1 and version = $4`)

const columns = (kind: RecordKind): string[] => ['version', ...columnsOf(kind).map(({ column }) => column), 'body']

/** `id`, then the columns. */
export function insertRecord(kind: RecordKind): Statement {
  const names = ['id', ...columns(kind)]
  return statementOf(`
    insert into "${tableOf(kind)}" (${names.map((name) => `"${name}"`).join(', ')})
    values (${names.map((_, at) => `$${at + 1}`).join(', ')}) on conflict (id) do nothing`)
}

/** `id`, then the columns, then the version that it had. */
export function updateRecord(kind: RecordKind): Statement {
  const names = columns(kind)
  return statementOf(`
    update "${tableOf(kind)}" set ${names.map((name, at) => `"${name}" = $${at + 2}`).join(', ')}
    where id = $1 and version = $${names.length + 2}`)
}

export const deleteRecord = (kind: RecordKind): Statement =>
  statementOf(`delete from "${tableOf(kind)}" where id = $1 and version = $2`)

export const recordVersion = (kind: RecordKind): Statement =>
  statementOf(`select version from "${tableOf(kind)}" where id = $1 for share`)

/** Gives the version that the guard had. */
export const touchGuard = statementOf(`
  insert into guard (name, version, by_staff) values ($1, 1, $2)
  on conflict (name) do update set version = guard.version + 1, by_staff = excluded.by_staff
  returning version - 1 as version`)

export const guardVersion = statementOf('select version from guard where name = $1 for share')

export const turnToUndo = statementOf('select undone_by from turn where id = $1 for update')

export const markUndone = statementOf(`
  update turn set undone_by = $2, body = body || jsonb_build_object('undoneBy', $2::text) where id = $1`)

/** A turn that had itself taken back another gives that one its force again. */
export const restoreUndone = statementOf(`
  update turn set undone_by = null, body = body - 'undoneBy'
  where id = (select undone.body ->> 'undoes' from turn as undone where undone.id = $1)`)

/** The log and the outbox: how many turns and deliveries of other ids it found the place free for. */
export const logTurn = statementOf(`
  with kept as (
    insert into turn (id, inbound, conversation, by_staff, at, what, has_writes, body)
    values ($1, $2, $3, $4, $5, $6, $7, $8) on conflict (id) do nothing returning id
  ), written as (
    insert into turn_write (origin, turn, kind, record)
    select $9, kept.id, kind, record
    from kept, rows from (jsonb_to_recordset($10::jsonb) as (kind text, record text)) with ordinality
    order by ordinality
  ), posted as (
    insert into outbox
      (id, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body)
    select id, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body
    from rows from (jsonb_to_recordset($11::jsonb) as (
      id text, turn text, state text, order_key text, is_urgent boolean, due bigint, place bigint, lease_owner text,
      lease_until bigint, is_kept boolean, is_direct boolean, body jsonb
    )) with ordinality
    order by ordinality
    on conflict (id) do nothing returning 1
  )
  select (select count(*) from kept) as turns, (select count(*) from posted) as deliveries`)
