import { type Kysely, sql, type Transaction } from 'kysely'
import { admitDelivery } from '../leases.ts'
import type { RecordKind, RecordOf, RecordRef } from '../records.ts'
import { type CommitRefusal, conversationGuard, type Result, type Turn, type TurnRecord, type Write } from '../store.ts'
import { deliveryRow } from './delivery-rows.ts'
import { isDangling, isToBeRepeated, isTurnThere } from './failures.ts'
import { tableOf } from './names.ts'
import { danglingReference } from './references.ts'
import { changedSince, refusal, type Stale } from './refusals.ts'
import { rowOf, storableJson } from './rows.ts'
import type { Database } from './tables.ts'

/** Two turns that wait for each other: one of them is begun anew, so often. */
const MOST_ATTEMPTS = 5

type Tx = Transaction<Database>

/** Rolls the transaction back. */
class Refused extends Error {
  readonly what: Stale
  constructor(what: Stale) {
    super('refused')
    this.what = what
  }
}

/**
 * One transaction: the inbound's id, the conversation's row, the records and guards (locked in one order, so that turns
 * seldom wait for each other), the log, the outbox. `turn` is storable. Rejects where it cannot be stored, or for a bug.
 */
export async function commitTurn(
  db: Kysely<Database>,
  turn: Turn,
  origin: string,
): Promise<Result<TurnRecord, CommitRefusal>> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return { ok: true, value: await db.transaction().execute((tx) => take(tx, turn, origin)) }
    } catch (error) {
      if (error instanceof Refused) return refusal(db, turn, error.what)
      if (isTurnThere(error)) {
        const row = await db.selectFrom('turn').select('body').where('id', '=', turn.id).executeTakeFirst()
        if (row?.body.inbound === turn.inbound) return { ok: false, error: { kind: 'already-handled', turn: row.body } }
      }
      if (isDangling(error)) return changedSince(db, await danglingReference(db, turn.writes))
      if (!isToBeRepeated(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

async function take(tx: Tx, turn: Turn, origin: string): Promise<TurnRecord> {
  const taken = await sql`
    insert into inbox (inbound, turn, at) values (${turn.inbound}, ${turn.id}, ${turn.at})
    on conflict do nothing`.execute(tx)
  if (taken.numAffectedRows === 0n) throw new Refused({ taken: true })
  if (turn.state) await keepState(tx, turn.state)
  await keepRecords(tx, turn)
  await keepGuards(tx, turn)
  if (turn.undoes !== undefined) await undo(tx, turn, turn.undoes)
  const { reliesOn, touches, deliveries, state, ...record } = turn
  const kept: TurnRecord = { ...record, writes: turn.writes.map(numbered) }
  await log(tx, kept, deliveries.map(admitDelivery), origin)
  return kept
}

async function keepState(tx: Tx, state: NonNullable<Turn['state']>): Promise<void> {
  const { key, staff, at, version } = state
  const body = storableJson({ ...state, version: version + 1 })
  const kept =
    version === 0
      ? await sql`
          insert into conversation (key, staff, at, version, body) values (${key}, ${staff}, ${at}, 1, ${body}::jsonb)
          on conflict do nothing`.execute(tx)
      : await sql`
          update conversation set staff = ${staff}, at = ${at}, version = ${version + 1}, body = ${body}::jsonb
          where key = ${key} and version = ${version}`.execute(tx)
  if (kept.numAffectedRows === 0n) throw new Refused({ guard: conversationGuard(key), by: staff })
}

/** The write with the version that its record gets. */
function numbered<K extends RecordKind>(write: Write<K>): Write<K> {
  if (!write.after) return write
  const after: RecordOf<K> = { ...write.after, version: (write.before?.version ?? 0) + 1 }
  return { ...write, after }
}

async function keepRecords(tx: Tx, turn: Turn): Promise<void> {
  const writes = new Map(turn.writes.map((write) => [`${write.kind} ${write.id}`, write]))
  if (writes.size < turn.writes.length) throw new Error(`Turn ${turn.id} writes a record twice`)
  const steps: { name: string; ref: RecordRef; run: () => Promise<boolean> }[] = []
  for (const [name, write] of writes) {
    const { kind, id, before, after } = write
    if (!before && !after) throw new Error(`Turn ${turn.id} writes nothing to ${name}`)
    if (after && after.id !== id) throw new Error(`Turn ${turn.id} writes ${kind} ${after.id} as ${id}`)
    steps.push({ name, ref: { kind, id }, run: () => keepRecord(tx, write) })
  }
  for (const reliance of turn.reliesOn) {
    if ('guard' in reliance) continue
    const { kind, id, version } = reliance
    const name = `${kind} ${id}`
    const write = writes.get(name)
    // What is written is checked by its own version.
    const run = write ? async () => (write.before?.version ?? 0) === version : () => isStill(tx, reliance, version)
    steps.push({ name, ref: { kind, id }, run })
  }
  steps.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
  for (const { ref, run } of steps) if (!(await run())) throw new Refused({ record: ref })
}

async function isStill(tx: Tx, { kind, id }: RecordRef, version: number): Promise<boolean> {
  const table = sql.table(tableOf(kind))
  const { rows } = await sql<{ version: number }>`select version from ${table} where id = ${id} for share`.execute(tx)
  return (rows[0]?.version ?? 0) === version
}

async function keepRecord<K extends RecordKind>(tx: Tx, write: Write<K>): Promise<boolean> {
  const table = sql.table(tableOf(write.kind))
  const { before } = write
  const { after } = numbered(write)
  if (!after) {
    const gone = await sql`delete from ${table} where id = ${write.id} and version = ${before?.version}`.execute(tx)
    return gone.numAffectedRows === 1n
  }
  const { body, ...columns } = rowOf(write.kind, after)
  const names = [...Object.keys(columns), 'body'].map((name) => sql.ref(name))
  const values = [...Object.values(columns), storableJson(body)]
  const kept = before
    ? await sql`
        update ${table} set (${sql.join(names)}) = row (${sql.join(values)})
        where id = ${write.id} and version = ${before.version}`.execute(tx)
    : await sql`
        insert into ${table} (${sql.join(names)}) values (${sql.join(values)}) on conflict (id) do nothing`.execute(tx)
  return kept.numAffectedRows === 1n
}

async function keepGuards(tx: Tx, turn: Turn): Promise<void> {
  const relied = new Map(turn.reliesOn.flatMap((one) => ('guard' in one ? [[one.guard, one.version] as const] : [])))
  const touched = new Set(turn.touches)
  for (const name of [...new Set([...relied.keys(), ...touched])].sort()) {
    const { rows } = touched.has(name)
      ? await sql<{ version: number }>`
          insert into guard (name, version, by_staff) values (${name}, 1, ${turn.by ?? null})
          on conflict (name) do update set version = guard.version + 1, by_staff = excluded.by_staff
          returning version - 1 as version`.execute(tx)
      : await sql<{ version: number }>`select version from guard where name = ${name} for share`.execute(tx)
    const version = rows[0]?.version ?? 0
    if ((relied.get(name) ?? version) !== version) throw new Refused({ guard: name })
  }
}

/** Marks the turn that is taken back; one that had itself taken back another gives that one its force again. */
async function undo(tx: Tx, turn: Turn, id: string): Promise<void> {
  const { rows } = await sql<{ undone_by: string | null; undoes: string | null }>`
    select undone_by, body ->> 'undoes' as undoes from turn where id = ${id} for update`.execute(tx)
  const [undone] = rows
  if (!undone) throw new Error(`Turn ${turn.id} undoes ${id}, which is not in the log`)
  if (undone.undone_by !== null) throw new Refused({ guard: `turn ${id}` })
  await sql`
    update turn set undone_by = ${turn.id}, body = body || jsonb_build_object('undoneBy', ${turn.id}::text)
    where id = ${id}`.execute(tx)
  if (undone.undoes === null) return
  await sql`update turn set undone_by = null, body = body - 'undoneBy' where id = ${undone.undoes}`.execute(tx)
}

/** The log and the outbox in one statement. */
async function log(tx: Tx, turn: TurnRecord, deliveries: Turn['deliveries'], origin: string): Promise<void> {
  const writes = turn.writes.map(({ kind, id }) => ({ kind, record: id }))
  await sql`
    with kept as (
      insert into turn (id, inbound, conversation, by_staff, at, what, has_writes, body)
      values (
        ${turn.id}, ${turn.inbound}, ${turn.conversation}, ${turn.by ?? null}, ${turn.at}, ${turn.what},
        ${writes.length > 0}, ${storableJson(turn)}::jsonb
      )
    ), written as (
      insert into turn_write (origin, turn, kind, record)
      select ${origin}, ${turn.id}, kind, record
      from jsonb_to_recordset(${storableJson(writes)}::jsonb) as one (kind text, record text)
    )
    insert into outbox
      (id, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body)
    select id, turn, state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body
    from rows from (jsonb_to_recordset(${storableJson(deliveries.map(deliveryRow))}::jsonb) as (
      id text, turn text, state text, order_key text, is_urgent boolean, due bigint, place bigint, lease_owner text,
      lease_until bigint, is_kept boolean, is_direct boolean, body jsonb
    )) with ordinality
    order by ordinality`.execute(tx)
}
