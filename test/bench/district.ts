import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { Inbound } from '../../conversations/inbound.ts'
import { openLowdbStore } from '../../data/lowdb/store.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Result, Store, Write } from '../../data/store.ts'
import type { Instant, Zone } from '../../data/time.ts'
import { assembleLiaison, type Liaison } from '../../src/liaison.ts'
import { runPostgres } from '../data/postgres-process.ts'
import { start } from '../src/program.ts'
import { contacts, DIRECTORY, namesOf, PARTNERS, runAll, STAFF } from './district-data.ts'
import { at, ratio, say } from './measure.ts'

const CLIENTS = 16
const ROUNDS = 5
/** Calls in a round, of each kind. */
const A_ROUND = 300
const WARM_UP = 150
const ZONE = 'America/New_York' as Zone
const ms = (micro: number): string => `${(micro / 1000).toFixed(2)} ms`

type Measured = { p50: number; p99: number; perSecond: number }
type Call = (n: number) => Promise<void>

/** Each call by as many lines at once as there are clients; in turns, a round of each, so that a busy machine is so to all. */
async function measure(...calls: readonly Call[]): Promise<Measured[]> {
  const all = calls.map(() => ({ times: [] as number[], speeds: [] as number[] }))
  for (const call of calls) await round(call, WARM_UP)
  for (let n = 0; n < ROUNDS; n += 1) {
    for (const [at, call] of calls.entries()) {
      const { times, perSecond } = await round(call, A_ROUND)
      all[at]?.times.push(...times)
      all[at]?.speeds.push(perSecond)
    }
  }
  return all.map(({ times, speeds }) => {
    times.sort((x, y) => x - y)
    speeds.sort((x, y) => x - y)
    return { p50: at(times, 0.5), p99: at(times, 0.99), perSecond: at(speeds, 0.5) }
  })
}

async function round(call: Call, count: number): Promise<{ times: number[]; perSecond: number }> {
  const times: number[] = []
  let next = 0
  const begin = performance.now()
  await Promise.all(
    Array.from({ length: CLIENTS }, async () => {
      for (let n = next++; n < count; n = next++) {
        const from = performance.now()
        await call(n)
        times.push((performance.now() - from) * 1000)
      }
    }),
  )
  return { times, perSecond: count / ((performance.now() - begin) / 1000) }
}

const line = ({ p50, p99, perSecond }: Measured): string =>
  `p50 ${ms(p50)}, p99 ${ms(p99)}, ${perSecond.toFixed(0)} a second`

async function liaisonOver(store: Store): Promise<Liaison> {
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

function turnsOf(liaison: Liaison, names: readonly { partner: string; person: string }[]): Call {
  return async (n: number): Promise<void> => {
    const name = names[(n * 7_919) % names.length] ?? { partner: '', person: '' }
    const handled = await liaison.intake.handle(said(n, name))
    if (handled.kind !== 'kept') throw new Error('A turn was not kept.')
  }
}

function opened(result: Result<Store, string>): Store {
  if (!result.ok) throw new Error(result.error)
  return result.value
}

/** The rows of one turn, as the turn itself wrote them, inserted by `pg` alone in one transaction. */
async function bareOf(url: string): Promise<{ call: Call; end: () => Promise<void> }> {
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
async function commitsOf(store: Store): Promise<Call> {
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

/** A district on PostgreSQL: a turn's time and throughput at few and many contacts, beside `pg` alone; start and memory. */
export async function benchDistrict(): Promise<void> {
  say(
    `\nA contact logged in one sentence, ${CLIENTS} clients, ${PARTNERS.toLocaleString('en-US')} partners, PostgreSQL`,
  )
  const server = await runPostgres({ fsync: 'on' })
  const admin = new pg.Client({ connectionString: server.urlOf('postgres') })
  await admin.connect()
  await admin.query('create database bench')
  await admin.end()
  const url = server.urlOf('bench')
  await opened(await openPostgresStore({ url })).close()
  await runAll(url, [...DIRECTORY, ...contacts(0, 1_000)])
  const names = await namesOf(url)
  let base: Measured | undefined
  for (const count of [1_000, 200_000]) {
    if (count > 1_000) await runAll(url, contacts(1_000, count))
    const store = opened(await openPostgresStore({ url, mostConnections: 10 }))
    const liaison = await liaisonOver(store)
    const take = turnsOf(liaison, names)
    await round(take, WARM_UP)
    const pgAlone = await bareOf(url)
    const [turns, commits, bare] = await measure(take, await commitsOf(store), pgAlone.call)
    await pgAlone.end()
    if (!turns || !commits || !bare) return
    base ??= turns
    say(
      `  ${count.toLocaleString('en-US')} contacts: ${line(turns)}; p50 ${ratio(turns.p50, base.p50)} (goal: at most 1.3 x)`,
    )
    say(`    the store alone: ${line(commits)}; pg alone, the same rows: ${line(bare)}`)
    say(
      `    throughput of pg alone: a whole turn ${ratio(turns.perSecond, bare.perSecond)} (goal: at least 0.5 x), the store ${ratio(commits.perSecond, bare.perSecond)}`,
    )
    await liaison.stop()
    await store.close()
  }
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query('select pg_database_size(current_database()) / 1e6 as mb')
  await client.end()
  say(`  the database takes ${Number(rows[0]?.mb).toFixed(0)} MB`)
  await benchStart(url)
  await server.stop()
  await benchFile(names)
}

/** From the start of the process to where it answers that it is ready, and what it then takes. */
async function benchStart(url: string): Promise<void> {
  const port = 39_584
  const begin = performance.now()
  const env = { DATABASE_URL: url, LINK_SECRET: 'a-secret-for-links-of-this-bench-alone' }
  const child = start('main', [], { ...env, PORT: String(port), LOG_LEVEL: 'silent' })
  const ask = (path: string) => fetch(`http://127.0.0.1:${port}${path}`).catch(() => undefined)
  while (!(await ask('/readyz'))?.ok) await new Promise((resolve) => setTimeout(resolve, 50))
  const seconds = (performance.now() - begin) / 1000
  const metrics = (await (await ask('/metrics'))?.text()) ?? ''
  const bytes = Number(/^process_resident_memory_bytes (\S+)/m.exec(metrics)?.[1])
  say(
    `  a replica with the district's directory is ready after ${seconds.toFixed(1)} s and takes ${(bytes / 1e6).toFixed(0)} MB`,
  )
  child.kill('SIGTERM')
  await new Promise((resolve) => child.once('exit', resolve))
}

/** The same on a file, with as many partners as a school has. */
async function benchFile(names: readonly { partner: string; person: string }[]): Promise<void> {
  say(`\nThe same on a file, 200 partners`)
  let base: Measured | undefined
  for (const count of [1_000, 10_000]) {
    const folder = await mkdtemp(join(tmpdir(), 'liaison-bench-'))
    const store = opened(await openLowdbStore({ file: join(folder, 'liaison.json') }))
    const few = names.slice(0, 200)
    const at = Date.now() as Instant
    const writes: Write[] = [
      ...few.flatMap(({ partner, person }, n): Write[] => {
        const common = { version: 0, isActive: true, extra: {} }
        return [
          {
            kind: 'partner',
            id: `partner-${n}`,
            after: { ...common, id: `partner-${n}`, name: partner, aliases: [], apart: [] },
          },
          {
            kind: 'person',
            id: `person-${n}`,
            after: { ...common, id: `person-${n}`, name: person, partner: `partner-${n}` },
          },
        ]
      }),
      ...Array.from({ length: STAFF }, (_, n): Write => {
        const id = `staff-${n}`
        const identities = [`slack:T0DISTRICT:U${n}`]
        return {
          kind: 'staff',
          id,
          after: {
            id,
            version: 0,
            name: `Writer ${n}`,
            emails: [],
            programs: [],
            role: 'staff',
            identities,
            isActive: true,
            extra: {},
          },
        }
      }),
      ...Array.from({ length: count }, (_, n): Write => {
        const id = `old-${n}`
        const note = `An earlier call about interns for the spring, number ${n}`
        const date = new Date(at - (n % 700) * 86_400_000).toISOString().slice(0, 10) as never
        return {
          kind: 'contact',
          id,
          after: {
            id,
            version: 0,
            partner: `partner-${n % 200}`,
            people: [],
            date,
            offers: [],
            note,
            by: `staff-${n % STAFF}`,
            at,
          },
        }
      }),
    ]
    const nothing = { reliesOn: [], touches: [], deliveries: [] }
    const filled = await store.commit({
      id: 'old',
      inbound: 'old',
      conversation: 'old',
      at,
      what: 'import',
      writes,
      ...nothing,
    })
    if (!filled.ok) throw new Error('The file was not filled.')
    const liaison = await liaisonOver(store)
    const [turns] = await measure(turnsOf(liaison, few))
    if (!turns) return
    base ??= turns
    say(`  ${count.toLocaleString('en-US')} contacts: ${line(turns)}; p50 ${ratio(turns.p50, base.p50)}`)
    await liaison.stop()
    await store.close()
    await rm(folder, { recursive: true, force: true })
  }
}
