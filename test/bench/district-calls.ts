import pg from 'pg'
import type { Inbound } from '../../conversations/inbound.ts'
import type { Result, Store } from '../../data/store.ts'
import type { Instant, Zone } from '../../data/time.ts'
import { assembleLiaison, type Liaison } from '../../src/liaison.ts'
import type { Call } from './clients.ts'
import { STAFF } from './district-data.ts'

const ZONE = 'America/New_York' as Zone
export async function liaisonOver(store: Store): Promise<Liaison> {
  const fail = (error: unknown): never => {
    throw error
  }
  return assembleLiaison({
    store,
    senders: new Map(),
    clock: () => Date.now() as Instant,
    zone: ZONE,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: 'bench',
    log: { turn: () => {}, broken: ({ error }) => fail(error), delivery: () => {}, failed: fail },
  })
}

let inbounds = 0
/** A sentence that logs a contact, by one of the staff in their own chat. */
function said(n: number, { partner, person }: { partner: string; person: string }): Inbound {
  inbounds += 1
  const user = `U${n % STAFF}`
  return {
    id: `slack:bench-${inbounds}`,
    author: { channel: 'slack', team: 'T0DISTRICT', user },
    at: Date.now() as Instant,
    place: { channel: 'slack', team: 'T0DISTRICT', isDirect: true, person: user },
    isPrivate: false,
    what: { kind: 'said', text: `called ${person} at ${partner} today about visit ${inbounds}` },
  }
}

export function turnsOf(liaison: Liaison, names: readonly { partner: string; person: string }[]): Call {
  return async (n: number): Promise<void> => {
    const name = names[(n * 7_919) % names.length] ?? { partner: '', person: '' }
    const handled = await liaison.intake.handle(said(n, name))
    if (handled.kind !== 'kept') throw new Error('A turn was not kept.')
  }
}

export function opened(result: Result<Store, string>): Store {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** The rows of one turn, as the turn itself wrote them, inserted by `pg` alone in one transaction. */
export async function bareOf(url: string): Promise<{ call: Call; end: () => Promise<void> }> {
  const pool = new pg.Pool({ connectionString: url, max: 10 })
  const rowsOf = async (text: string): Promise<Record<string, unknown>[]> => (await pool.query(text)).rows
  const last = "(select id from turn where id not like 'turn-old%' order by seq desc limit 1)"
  const [turn] = await rowsOf(
    `select id, inbound, conversation, by_staff, at, what, has_writes, body::text from turn where id = ${last}`,
  )
  const writes = await rowsOf(`select origin, kind, record from turn_write where turn = ${last}`)
  const [conversation] = await rowsOf(
    `select staff, at, version, body::text from conversation where key = '${turn?.conversation}'`,
  )
  const outbox = await rowsOf(
    `select state, order_key, is_urgent, due, place, lease_owner, lease_until, is_kept, is_direct, body::text from outbox where turn = ${last}`,
  )
  const [contact] = await rowsOf(
    `select version, partner, people, date, "by", at, body::text from contact where id in (select record from turn_write where turn = ${last})`,
  )
  if (!turn || !conversation || !contact) throw new Error('The last turn has no rows.')
  const insert = (client: pg.PoolClient, table: string, row: Record<string, unknown>): Promise<unknown> => {
    const names = Object.keys(row)
    const values = names.map((_, n) => `$${n + 1}`)
    const columns = names.map((name) => `"${name}"`).join(', ')
    return client.query(`insert into ${table} (${columns}) values (${values.join(', ')})`, Object.values(row))
  }
  let count = 0
  const call = async (): Promise<void> => {
    count += 1
    const id = `bare-${turn.id}-${count}`
    const client = await pool.connect()
    await client.query('begin')
    await insert(client, 'inbox', { inbound: id, turn: id, at: turn.at })
    await insert(client, 'conversation', { key: id, ...conversation })
    await insert(client, 'contact', { id, ...contact })
    await insert(client, 'turn', { ...turn, id, inbound: id })
    for (const write of writes) await insert(client, 'turn_write', { ...write, turn: id, record: id })
    for (const [n, row] of outbox.entries()) await insert(client, 'outbox', { id: `${id}-${n}`, turn: id, ...row })
    await client.query('commit')
    client.release()
  }
  return { call, end: () => pool.end() }
}

/** The store alone: the turn that Liaison made, committed again under other ids. */
export async function commitsOf(store: Store): Promise<Call> {
  const [last] = await store.turns({ limit: 1, by: 'staff-0' })
  const state = last && (await store.conversation(last.conversation))
  const deliveries = last ? await store.deliveries({ turn: last.id, limit: 9 }) : []
  const write = last?.writes.find(({ kind }) => kind === 'contact')
  if (!last || !state || write?.kind !== 'contact' || !write.after) throw new Error('There is no turn to repeat.')
  const { after } = write
  const { undoneBy: _, ...record } = last
  let count = 0
  return async () => {
    count += 1
    const id = `store-${last.id}-${count}`
    const kept = await store.commit({
      ...record,
      id,
      inbound: id,
      conversation: id,
      writes: [{ kind: 'contact', id, after: { ...after, id } }],
      reliesOn: [],
      touches: [],
      deliveries: deliveries.map((delivery, n) => ({ ...delivery, id: `${id}-${n}`, turn: id, orderKey: id })),
      state: { ...state, key: id, version: 0 },
    })
    if (!kept.ok) throw new Error(JSON.stringify(kept.error))
  }
}
