import { sql } from 'kysely'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest'
import { createConnection } from '../../data/postgres/connect.ts'
import { createFeed, horizonOf, LOOK_MS } from '../../data/postgres/feed.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { RecordRef } from '../../data/records.ts'
import type { Store } from '../../data/store.ts'
import { emptyDatabase, type PostgresServer, startPostgres } from './postgres-server.ts'
import { conversation, delivery, minute, partner, turn } from './store-samples.ts'

let server: PostgresServer
let url: string
let replicas: [Store, Store, Store]
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  const made = await openPostgresStore({ url })
  if (made.ok) await made.value.close()
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  await emptyDatabase(url)
  replicas = [await open(), await open(), await open()]
})
afterEach(async () => {
  await Promise.all(replicas.map((store) => store.close()))
})
async function open(): Promise<Store> {
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
const put = (store: Store, id: string, inbound = `in-${id}`) =>
  store.commit(turn({ inbound, writes: [{ kind: 'partner', id, after: partner(id, id) }] }))

it('one inbound that reaches all replicas at once is one record', async () => {
  const results = await Promise.all(replicas.map((store, at) => put(store, `p${at}`, 'Ev1')))
  expect(results.filter(({ ok }) => ok)).toHaveLength(1)
  const kept = results.flatMap((one) => (one.ok ? [one.value] : []))[0]
  for (const one of results) if (!one.ok) expect(one.error).toEqual({ kind: 'already-handled', turn: kept })
  expect(await replicas[0].count('partner')).toBe(1)
})

it('900 shuffled deliveries of 300 messages, each in the chat of one of 20 people, are handled once each', async () => {
  const messages = Array.from({ length: 300 }, (_, at) => `m${at}`)
  const arrivals = [...messages, ...messages, ...messages]
  for (let at = arrivals.length - 1; at > 0; at -= 1) {
    const other = (at * 7_919) % (at + 1)
    ;[arrivals[at], arrivals[other]] = [arrivals[other] ?? '', arrivals[at] ?? '']
  }
  const queue = arrivals.map((message, at) => ({ message, store: replicas[at % 3] ?? replicas[0] }))
  /** As the engine does it: read the conversation, decide, commit, and again where it has changed meanwhile. */
  async function handle(store: Store, message: string): Promise<boolean> {
    const key = `c${Number(message.slice(1)) % 20}`
    for (;;) {
      const state = (await store.conversation(key)) ?? conversation({ key })
      const count = Number(state.pending?.state ?? 0) + 1
      const pending = { question: 'count', state: count, expires: minute(9) }
      const result = await store.commit(
        turn({
          id: `turn-${message}`,
          inbound: message,
          conversation: key,
          writes: [{ kind: 'partner', id: message, after: partner(message, message) }],
          state: { ...state, pending },
        }),
      )
      if (result.ok) return true
      if (result.error.kind === 'already-handled') return false
      if (result.error.kind === 'cannot-store') throw new Error(result.error.reason)
    }
  }
  const workers = Array.from({ length: 12 }, async () => {
    let handled = 0
    for (let next = queue.pop(); next; next = queue.pop()) if (await handle(next.store, next.message)) handled += 1
    return handled
  })
  const handled = (await Promise.all(workers)).reduce((sum, one) => sum + one, 0)
  expect(handled).toBe(300)
  expect(await replicas[1].count('partner')).toBe(300)
  const counts = await Promise.all(Array.from({ length: 20 }, (_, at) => replicas[2].conversation(`c${at}`)))
  expect(counts.map((state) => state?.pending?.state)).toEqual(Array(20).fill(15))
})

it('deliveries go to one replica each, in the order of their key', async () => {
  const [first] = replicas
  const keys = ['k1', 'k2', 'k3', 'k4']
  const deliveries = keys.flatMap((orderKey) =>
    Array.from({ length: 8 }, (_, at) => delivery(`${orderKey}-${at}`, { orderKey, due: minute(at) })),
  )
  await first.commit(turn({ deliveries }))
  const sent: string[] = []
  await Promise.all(
    replicas.map(async (store, at) => {
      while ((await store.nextDue()) !== undefined) {
        for (const { id, to } of await store.lease(minute(60), { owner: `r${at}`, until: minute(61) }, 3)) {
          sent.push(id)
          const isOurs = await store.settle(id, `r${at}`, { state: 'sent', sent: { address: to, message: id } })
          expect(isOurs).toBe(true)
        }
      }
    }),
  )
  expect(sent).toHaveLength(32)
  for (const key of keys) {
    expect(sent.filter((id) => id.startsWith(key))).toEqual(Array.from({ length: 8 }, (_, at) => `${key}-${at}`))
  }
})

it('has one clock for all replicas: the database’s', async () => {
  const { db, close } = createConnection(url)
  const ask = async (): Promise<number> =>
    Number((await sql<{ at: Date }>`select clock_timestamp() as at`.execute(db)).rows[0]?.at)
  const [here, there] = replicas
  const times = [await ask(), (await here.now?.()) ?? 0, (await there.now?.()) ?? 0, await ask()]
  expect(times).toEqual(times.toSorted((a, b) => a - b))
  await close()
})

it('a change on one is told on the others', async () => {
  const [here, there] = replicas
  const told: RecordRef[] = []
  there.watch(['partner'], (refs) => void told.push(...refs))
  await put(here, 'coned')
  const coned = { kind: 'partner', id: 'coned' }
  await expect.poll(() => told.filter(({ id }) => id === 'coned'), { timeout: 5_000 }).toEqual([coned])
})

it('where no notification comes through, a change is known by the next look, half a second later at most', async () => {
  expect(LOOK_MS).toBeLessThanOrEqual(500)
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  const connection = createConnection(url)
  try {
    // Its listening connection leads nowhere, and time for it passes by hand: what is left is to look.
    const nowhere = { connectionString: 'postgres://127.0.0.1:1/nowhere' }
    const deaf = createFeed(connection.db, nowhere, 'deaf', await horizonOf(connection.db))
    const seen: string[] = []
    deaf.watch(['partner'], (refs) => void seen.push(...refs.map(({ id }) => id)))
    for (const id of ['coned', 'google', 'turner']) {
      await put(replicas[0], id)
      vi.advanceTimersByTime(500)
      await expect.poll(() => seen, { timeout: 5_000 }).toContain(id)
    }
    expect(seen).toEqual(['coned', 'google', 'turner'])
    await deaf.close()
  } finally {
    vi.useRealTimers()
    await connection.close()
  }
})

it('a change that becomes visible after later ones is told all the same', async () => {
  const [here, there] = replicas
  const told: string[] = []
  there.watch(['partner'], (refs) => void told.push(...refs.map(({ id }) => id)))
  const slow = createConnection(url)
  await slow.db.transaction().execute(async (tx) => {
    await sql`insert into turn_write (origin, turn, kind, record) values ('slow', null, 'partner', 'late')`.execute(tx)
    await put(here, 'early')
    await expect.poll(() => told, { timeout: 5_000 }).toContain('early')
    expect(told).not.toContain('late')
  })
  await expect.poll(() => told, { timeout: 5_000 }).toContain('late')
  expect(told.filter((id) => id === 'early')).toHaveLength(1)
  await slow.close()
})
