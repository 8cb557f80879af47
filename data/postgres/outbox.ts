import { type Kysely, sql } from 'kysely'
import type { Delivery } from '../delivery.ts'
import { settleDelivery, takeDelivery } from '../leases.ts'
import type { Settlement } from '../store.ts'
import type { Instant } from '../time.ts'
import { deliveryRow } from './delivery-rows.ts'
import { storableJson } from './rows.ts'
import type { Database } from './tables.ts'

/** Names the advisory lock under which deliveries are taken: an order key must never be seen half-taken. */
const LEASE_LOCK = 717_250_002

/** The first of each order key that waits, and from when it can be taken: not while any of its key is leased. */
const HEADS = sql`
  select distinct on (order_key)
    id, is_urgent, due,
    greatest(due, max(lease_until) over (partition by order_key)) as free_from
  from outbox where state = 'due'
  order by order_key, is_urgent desc, place, id`

/** Takes what can be sent now, at most one of an order key, the most urgent first. */
export async function leaseDeliveries(
  db: Kysely<Database>,
  now: Instant,
  lease: { owner: string; until: Instant },
  limit: number,
): Promise<Delivery[]> {
  return db.transaction().execute(async (tx) => {
    await sql`select pg_advisory_xact_lock(${LEASE_LOCK})`.execute(tx)
    const { rows } = await sql<{ body: Delivery }>`
      select outbox.body from outbox join (${HEADS}) as head using (id)
      where head.free_from <= ${now} and outbox.state = 'due'
      order by head.is_urgent desc, head.due, id collate "C" limit ${limit}
      for update of outbox skip locked`.execute(tx)
    const taken = rows.map(({ body }) => takeDelivery(body, lease))
    if (taken.length > 0) await keep(tx, taken)
    return taken
  })
}

/** Records an attempt's outcome where the owner still holds the lease. */
export async function settleDeliveryRow(
  db: Kysely<Database>,
  id: string,
  owner: string,
  settlement: Settlement,
): Promise<boolean> {
  return db.transaction().execute(async (tx) => {
    const { rows } = await sql<{ body: Delivery }>`
      select body from outbox where id = ${id} and state = 'due' and lease_owner = ${owner} for update`.execute(tx)
    if (!rows[0]) return false
    await keep(tx, [settleDelivery(rows[0].body, settlement)])
    return true
  })
}

async function keep(db: Kysely<Database>, deliveries: readonly Delivery[]): Promise<void> {
  await sql`
    update outbox set state = one.state, due = one.due, lease_owner = one.lease_owner, lease_until = one.lease_until,
      body = one.body
    from jsonb_to_recordset(${storableJson(deliveries.map(deliveryRow))}::jsonb)
      as one (id text, state text, due bigint, lease_owner text, lease_until bigint, body jsonb)
    where outbox.id = one.id`.execute(db)
}

export async function nextDueDelivery(db: Kysely<Database>): Promise<Instant | undefined> {
  const { rows } = await sql<{ next: Instant | null }>`select min(free_from) as next from (${HEADS}) as head`.execute(
    db,
  )
  return rows[0]?.next ?? undefined
}
