import { type Kysely, sql } from 'kysely'
import type { Delivery } from '../delivery.ts'
import { handedBack, settleDelivery, takeDelivery } from '../leases.ts'
import type { Settlement } from '../store.ts'
import type { Instant } from '../time.ts'
import { deliveryRow } from './delivery-rows.ts'
import { storableJson } from './rows.ts'
import type { Database } from './tables.ts'

/** Names the advisory lock under which deliveries are taken: an order key must never be seen half-taken. */
const LEASE_LOCK = 717_250_002

/** `one` is the first of its order key that waits: urgent ones first, then by the due time they had first. */
const IS_HEAD = sql`
  not exists (
    select 1 from outbox as other
    where other.state = 'due' and other.order_key = one.order_key
      and (not other.is_urgent, other.place, other.id) < (not one.is_urgent, one.place, one.id)
  )`

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
      select body from outbox as one
      where state = 'due' and due <= ${now} and ${IS_HEAD}
        and not exists (
          select 1 from outbox as other
          where other.state = 'due' and other.order_key = one.order_key and other.lease_until > ${now}
        )
        and not exists (select 1 from rest where rest.order_key = one.order_key and rest.until > ${now})
      order by is_urgent desc, due, id limit ${limit}
      for update skip locked`.execute(tx)
    const taken = rows.map(({ body }) => takeDelivery(body, lease))
    if (taken.length > 0) await keep(tx, taken)
    return taken
  })
}

/** Whether what its turn leased to the owner may leave now; where others stand before it, the lease is given back. */
export async function claimDelivery(db: Kysely<Database>, id: string, owner: string, now: Instant): Promise<boolean> {
  const { rows } = await sql<{ body: Delivery; waits: boolean }>`
    select body, not ${IS_HEAD}
      or exists (
        select 1 from outbox as other
        where other.state = 'due' and other.order_key = one.order_key and other.lease_until > ${now}
          and other.turn <> one.turn
      )
      or exists (select 1 from rest where rest.order_key = one.order_key and rest.until > ${now}) as waits
    from outbox as one
    where id = ${id} and state = 'due' and lease_owner = ${owner} and lease_until > ${now}`.execute(db)
  const [found] = rows
  if (!found?.waits) return found !== undefined
  await settleDeliveryRow(db, id, owner, handedBack(found.body))
  return false
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
    const [{ body }] = rows
    await keep(tx, [settleDelivery(body, settlement)])
    if (settlement.state === 'sent' && settlement.restUntil !== undefined) {
      await sql`
        insert into rest (order_key, until) values (${body.orderKey}, ${settlement.restUntil})
        on conflict (order_key) do update set until = excluded.until`.execute(tx)
    }
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

export async function waitingDeliveries(db: Kysely<Database>): Promise<{ count: number; oldest?: Instant }> {
  const { rows } = await sql<{ count: number; oldest: Instant | null }>`
    select count(*) as count, min(due) as oldest from outbox where state = 'due'`.execute(db)
  const { count = 0, oldest = null } = rows[0] ?? {}
  return { count, ...(oldest === null ? {} : { oldest }) }
}

export async function nextDueDelivery(db: Kysely<Database>): Promise<Instant | undefined> {
  // Order keys without a lease or a rest by their heads' due times; the others, which are few, not before it runs out.
  const { rows } = await sql<{ free: Instant | null; leased: Instant | null }>`
    with leased as (
      select order_key, max(until) as until from (
        select order_key, lease_until as until from outbox where state = 'due' and lease_until is not null
        union all select order_key, until from rest
      ) as one group by order_key
    )
    select
      (
        select due from outbox as one
        where state = 'due' and ${IS_HEAD} and not exists (
          select 1 from outbox as other
          where other.state = 'due' and other.lease_until is not null and other.order_key = one.order_key
        ) and not exists (select 1 from rest where rest.order_key = one.order_key)
        order by due limit 1
      ) as free,
      (
        select min(greatest(leased.until, head.due)) from leased, lateral (
          select due from outbox where state = 'due' and outbox.order_key = leased.order_key
          order by not is_urgent, place, id limit 1
        ) as head
      ) as leased`.execute(db)
  const times = [rows[0]?.free, rows[0]?.leased].filter((time) => time !== null && time !== undefined)
  return times.length > 0 ? times.reduce((a, b) => (b < a ? b : a)) : undefined
}
