import type { RecordKind } from '../records.ts'
import { columnsOf, tableOf } from './names.ts'
import { statementOf, statementOfKind } from './statements.ts'

/**
 * What a turn's transaction says to the database. Each statement takes a list of rows as JSON, `$1`, of `MOST_ROWS` at
 * most, and gives back a row with the `id` of each that it did, so that what is not there was out of date.
 */

/** The limit says to the planner that they are few: each is looked up by its key. */
export const MOST_ROWS = 16

const rowsAs = (columns: string): string => `(
    select * from rows from (jsonb_to_recordset($1::jsonb) as (${columns})) with ordinality limit ${MOST_ROWS}
  )`

/** The ids in the rows, for a condition. */
const IDS = `any(array(select id from ${rowsAs('id text')} as given))`

export const takeInbound = statementOf(`
  insert into inbox (inbound, turn, at) select id, turn, at
  from ${rowsAs('id text, turn text, at bigint')} as given order by id
  on conflict do nothing returning inbound as id`)

const CONVERSATIONS = `${rowsAs('id text, staff text, at bigint, version integer, body jsonb')} as given`

export const beginConversation = statementOf(`
  insert into conversation (key, staff, at, version, body) select id, staff, at, version, body
  from ${CONVERSATIONS} order by id
  on conflict do nothing returning key as id`)

export const goOnWithConversation = statementOf(`
  update conversation set staff = given.staff, at = given.at, version = given.version, body = given.body
  from ${CONVERSATIONS}
  where conversation.key = given.id and conversation.version = given.version - 1 returning key as id`)

const namesOf = (kind: RecordKind): string[] => ['version', ...columnsOf(kind).map(({ column }) => column), 'body']
const recordsAs = (kind: RecordKind): string =>
  `(select * from jsonb_populate_recordset(null::"${tableOf(kind)}", $1::jsonb) limit ${MOST_ROWS}) as given`

export const insertRecords = statementOfKind((kind) => {
  const names = ['id', ...namesOf(kind)].map((name) => `"${name}"`).join(', ')
  return `
    insert into "${tableOf(kind)}" (${names}) select ${names}
    from ${recordsAs(kind)} order by id on conflict (id) do nothing returning id`
})

/** Rows with the version that they get. */
export const updateRecords = statementOfKind((kind) => {
  const set = namesOf(kind).map((name) => `"${name}" = given."${name}"`)
  return `
    update "${tableOf(kind)}" as kept set ${set.join(', ')} from ${recordsAs(kind)}
    where kept.id = given.id and kept.version = given.version - 1 returning kept.id`
})

export const deleteRecords = statementOfKind(
  (kind) => `
    delete from "${tableOf(kind)}" as kept using ${rowsAs('id text, version integer')} as given
    where kept.id = given.id and kept.version = given.version returning kept.id`,
)

export const recordVersions = statementOfKind(
  (kind) => `select id, version from "${tableOf(kind)}" where id = ${IDS} order by id for share`,
)

/** Gives the versions that the guards had. */
export const touchGuards = statementOf(`
  insert into guard (name, version, by_staff) select id, 1, by from ${rowsAs('id text, by text')} as given order by id
  on conflict (name) do update set version = guard.version + 1, by_staff = excluded.by_staff
  returning name as id, version - 1 as version`)

export const guardVersions = statementOf(
  `select name as id, version from guard where name = ${IDS} order by name for share`,
)

export const turnsToUndo = statementOf(`select id, undone_by from turn where id = ${IDS} order by id for update`)

export const markUndone = statementOf(`
  update turn set undone_by = given.by, body = body || jsonb_build_object('undoneBy', given.by)
  from ${rowsAs('id text, by text')} as given where turn.id = given.id returning turn.id`)

/** A turn that had itself taken back another gives that one its force again. */
export const restoreUndone = statementOf(`
  update turn set undone_by = null, body = turn.body - 'undoneBy'
  from turn as undone where undone.id = ${IDS} and turn.id = undone.body ->> 'undoes' returning undone.id`)

/** The log and the outbox: the turns and how many deliveries of each it found the place free for. */
export const logTurns = statementOf(`
  with given as (
    select * from ${rowsAs(
      'id text, inbound text, conversation text, by text, at bigint, what text, body jsonb, origin text, writes jsonb, deliveries jsonb',
    )} as one
  ), kept as (
    insert into turn (id, inbound, conversation, by_staff, at, what, has_writes, body)
    select id, inbound, conversation, by, at, what, writes <> '[]', body from given order by ordinality
    on conflict (id) do nothing returning id
  ), written as (
    insert into turn_write (origin, turn, kind, record)
    select given.origin, given.id, one.kind, one.record
    from given join kept on kept.id = given.id
    cross join rows from (jsonb_to_recordset(given.writes) as (kind text, record text)) with ordinality as one
    order by given.ordinality, one.ordinality
  ), posted as (
    insert into outbox
      (id, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body)
    select one.id, given.id, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, one.body
    from given cross join rows from (jsonb_to_recordset(given.deliveries) as (
      id text, state text, order_key text, is_urgent boolean, due bigint, place bigint, lease_owner text,
      lease_until bigint, is_kept boolean, is_direct boolean, body jsonb
    )) with ordinality as one
    order by given.ordinality, one.ordinality
    on conflict (id) do nothing returning turn
  )
  select kept.id, (select count(*) from posted where posted.turn = kept.id) as deliveries from kept`)
