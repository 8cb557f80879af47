import { createConnection as connectSocket, createServer, type Server, type Socket } from 'node:net'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openPostgresStore, type PostgresOptions } from '../../data/postgres/store.ts'
import { CannotStore } from '../../data/problem.ts'
import type { Store } from '../../data/store.ts'
import { emptyDatabase, type PostgresServer, startPostgres } from './postgres-server.ts'
import { delivery, minute, partner, person, turn } from './store-samples.ts'

let server: PostgresServer
let url: string
let store: Store
const stores: Store[] = []
beforeAll(async () => {
  server = await startPostgres({ isOwn: true })
  url = await server.createDatabase()
  const made = await openPostgresStore({ url })
  if (made.ok) await made.value.close()
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  await emptyDatabase(url)
  store = await open()
})
afterEach(async () => {
  for (const one of stores.splice(0)) await one.close()
})

async function open(options: Partial<PostgresOptions> = {}): Promise<Store> {
  const opened = await openPostgresStore({ url, ...options })
  if (!opened.ok) throw new Error(opened.error)
  stores.push(opened.value)
  return opened.value
}
const put = (id: string, to = store) =>
  to.commit(turn({ inbound: `in-${id}`, writes: [{ kind: 'partner', id, after: partner(id, id) }] }))

/** A connection of the test's own. */
async function withClient<T>(use: (client: pg.Client) => Promise<T>, to = url): Promise<T> {
  const client = new pg.Client({ connectionString: to })
  client.on('error', () => undefined)
  await client.connect()
  return use(client).finally(() => client.end().catch(() => undefined))
}

/** While a turn's insert fails in the database with an error of that code or name. */
function whileInsertsRaise<T>(code: string, act: () => Promise<T>): Promise<T> {
  return withClient(async (client) => {
    await client.query(`
      create function fail() returns trigger language plpgsql as
      $$ begin raise exception 'as the test asks' using errcode = '${code}'; end $$`)
    await client.query('create trigger failing before insert on turn for each row execute function fail()')
    try {
      return await act()
    } finally {
      await client.query('drop trigger failing on turn; drop function fail')
    }
  })
}

describe('a database that goes away', () => {
  it('refuses turns, rejects reads with a sentence, hands out nothing, and all goes on when it is back', async () => {
    await put('before')
    await store.commit(turn({ deliveries: [delivery('d1')] }))
    await server.crash()
    expect(await put('lost')).toEqual({ ok: false, error: { kind: 'cannot-store', reason: expect.any(String) } })
    await expect(store.get('partner', 'before')).rejects.toThrow(CannotStore)
    await expect(store.nextDue()).rejects.toThrow(CannotStore)
    expect(await store.lease(minute(9), { owner: 'w', until: minute(10) }, 9)).toEqual([])
    expect(await store.settle('d1', 'w', { state: 'dropped', reason: 'no' })).toBe(false)
    expect((await store.check()).ok).toBe(false)
    await server.start()
    expect((await put('after')).ok).toBe(true)
    expect((await store.find('partner')).map(({ id }) => id)).toEqual(['after', 'before'])
    expect((await store.lease(minute(9), { owner: 'w', until: minute(10) }, 9)).map(({ id }) => id)).toEqual(['d1'])
    expect((await store.check()).ok).toBe(true)
  })

  it('a connection cut in mid-transaction: the turn is refused and nothing of it is there', async () => {
    await put('coned')
    const before = { ...partner('coned', 'coned'), version: 1 }
    await withClient(async (client) => {
      await client.query('begin')
      await client.query("select 1 from partner where id = 'coned' for update")
      const waiting = store.commit(
        turn({
          writes: [
            { kind: 'partner', id: 'aaa', after: partner('aaa', 'A') },
            { kind: 'partner', id: 'coned', before, after: { ...before, name: 'B' } },
          ],
        }),
      )
      const blocked = "from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()"
      // Within a transaction the list of activities stays as it was first seen: another connection looks.
      await withClient(async (other) => {
        await expect.poll(async () => (await other.query(`select 1 ${blocked}`)).rowCount, { timeout: 5_000 }).toBe(1)
        await other.query(`select pg_terminate_backend(pid) ${blocked}`)
      })
      expect(await waiting).toMatchObject({ ok: false, error: { kind: 'cannot-store' } })
      await client.query('rollback')
    })
    expect(await store.get('partner', 'aaa')).toBeUndefined()
    expect(await store.get('partner', 'coned')).toEqual(before)
    expect((await put('after')).ok).toBe(true)
  })

  it('having stood still in mid-transaction for longer than the database waits: refused, and the next is kept', async () => {
    expect(await whileInsertsRaise('25P03', () => put('x'))).toEqual({
      ok: false,
      error: { kind: 'cannot-store', reason: 'the connection to the database was cut' },
    })
    expect((await put('x')).ok).toBe(true)
  })

  it('idle connections that the server has cut are replaced', async () => {
    await Promise.all([put('a'), put('b'), put('c')])
    await withClient((client) =>
      client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()',
      ),
    )
    await expect.poll(async () => (await put('d')).ok || (await store.get('partner', 'd')) !== undefined).toBe(true)
    expect(await store.count('partner')).toBe(4)
  })

  it('a connection cut while the answer to a commit was under way: the turn counts as kept, once', async () => {
    const proxy = await startProxy(url)
    const through = await open({ url: proxy.url, mostConnections: 1 })
    proxy.cutAfterCommit()
    const kept = await put('coned', through)
    expect(kept.ok).toBe(true)
    expect(proxy.cuts()).toBe(1)
    expect(await store.count('partner')).toBe(1)
    await through.close()
    await proxy.close()
  })

  it('a full disk, as the database tells it', async () => {
    expect(await whileInsertsRaise('disk_full', () => put('x'))).toEqual({
      ok: false,
      error: { kind: 'cannot-store', reason: 'the database’s disk is full' },
    })
    expect(await store.count('partner')).toBe(0)
    expect((await put('x')).ok).toBe(true)
  })

  it('no connection free: refused, and free again later', async () => {
    const small = await open({ mostConnections: 1, connectMs: 100 })
    await put('coned')
    await withClient(async (client) => {
      await client.query('begin')
      await client.query("select 1 from partner where id = 'coned' for update")
      const before = { ...partner('coned', 'coned'), version: 1 }
      const waiting = small.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before, after: before }] }))
      expect(await put('x', small)).toEqual({
        ok: false,
        error: { kind: 'cannot-store', reason: 'no connection to the database came free in time' },
      })
      await client.query('rollback')
      expect((await waiting).ok).toBe(true)
    })
    expect((await put('x', small)).ok).toBe(true)
  })

  it('two turns that wait for each other are both kept in the end', async () => {
    const room = (name: string) => Array.from({ length: 30 }, (_, at) => `${name} ${at}`)
    await put('coned')
    const results = await Promise.all(
      Array.from({ length: 12 }, (_, at) =>
        store.commit(
          turn({
            conversation: `c${at}`,
            touches: room('room'),
            writes: [{ kind: 'person', id: `p${at}`, after: person(`p${at}`, 'Someone', 'coned') }],
          }),
        ),
      ),
    )
    expect(results.map(({ ok }) => ok)).toEqual(Array(12).fill(true))
    expect(await store.guard('room 7')).toBe(12)
  })
})

describe('a database that cannot be used', () => {
  const whyNot = async (other: string, waitMs = 0): Promise<string> => {
    const opened = await openPostgresStore({ url: other, waitMs, connectMs: 500 })
    if (opened.ok) await opened.value.close()
    return opened.ok ? 'opened' : opened.error
  }

  it('no server: one line after the wait, without the password', async () => {
    expect(await whyNot('postgres://liaison:secret@127.0.0.1:1/liaison', 300)).toBe(
      'Cannot use the database liaison at 127.0.0.1:1: the database does not answer.',
    )
  })

  it('a server that starts meanwhile is waited for', async () => {
    await server.crash()
    const opening = whyNot(url, 20_000)
    await new Promise((resolve) => setTimeout(resolve, 300))
    await server.start()
    expect(await opening).toBe('opened')
  })

  it('a server that goes away while it is opened is waited for', async () => {
    const proxy = await startProxy(url)
    proxy.cutAt('pg_advisory_xact_lock')
    expect(await whyNot(proxy.url, 10_000)).toBe('opened')
    expect(proxy.cuts()).toBe(1)
    proxy.cutAt('pg_advisory_xact_lock')
    expect(await whyNot(proxy.url, 0)).toBe('The database cannot be used: the connection to the database was cut.')
    await proxy.close()
  })

  it('an old server, and one that refuses the user or the password', async () => {
    const answers: [() => Buffer[], string][] = [
      [() => [SIGNED_IN, oneRow('140011')], 'Liaison needs PostgreSQL 15 or later; PLACE is PostgreSQL 14.'],
      [() => [refusedWith('28P01')], 'Cannot use PLACE: the database refuses this password.'],
      [() => [refusedWith('28000')], 'Cannot use PLACE: the database refuses this user.'],
      [() => [refusedWith('53300')], 'Cannot use PLACE: the database has no connection left.'],
      [() => [refusedWith('25P03')], 'Cannot use PLACE: the connection to the database was cut.'],
      [() => [refusedWith('57P03')], 'Cannot use PLACE: the database is starting.'],
    ]
    for (const [answer, sentence] of answers) {
      const canned = await startCanned(answer())
      const place = `127.0.0.1:${canned.port}`
      const said = await whyNot(`postgres://liaison:secret@${place}/liaison`)
      expect(said).toBe(sentence.replace('PLACE', `the database liaison at ${place}`))
      await canned.close()
    }
  })

  it('a server that takes the connection and never says anything', async () => {
    const silent = await startCanned([])
    expect(await whyNot(`postgres://127.0.0.1:${silent.port}/liaison`, 600)).toBe(
      `Cannot use the database liaison at 127.0.0.1:${silent.port}: the database does not answer.`,
    )
    await silent.close()
    const halfway = await startCanned([SIGNED_IN])
    expect(await whyNot(`postgres://127.0.0.1:${halfway.port}/liaison`)).toBe(
      `Cannot use the database liaison at 127.0.0.1:${halfway.port}: the connection to the database was cut.`,
    )
    await halfway.close()
  })

  it('a host that nobody knows', async () => {
    expect(await whyNot('postgres://liaison:secret@no-such-host.invalid/liaison')).toMatch(
      /^Cannot use the database liaison at no-such-host\.invalid: the database’s host is not known\.$/,
    )
  })

  it('no such database, and a user without rights', async () => {
    const missing = new URL(url)
    missing.pathname = '/nowhere'
    expect(await whyNot(missing.href)).toMatch(
      /^Cannot use the database nowhere at .*: there is no database of that name\.$/,
    )
    const closed = await server.createDatabase()
    await withClient(async (client) => {
      await client.query('create role guest login')
      await client.query('drop schema public cascade')
      await client.query('create schema public')
    }, closed)
    const guest = new URL(closed)
    guest.username = 'guest'
    expect(await whyNot(guest.href)).toBe('The database cannot be used: this user may not write in the database.')
  })
})

it('keeps U+0000 and half a surrogate pair as visible signs', async () => {
  const odd = { ...partner('odd', 'a\u0000b'), extra: { '\u0000': 'half \ud83d and "\\u0000" as typed 💼' } }
  const kept = await store.commit(turn({ said: '\udc00', writes: [{ kind: 'partner', id: 'odd', after: odd }] }))
  expect(kept.ok && kept.value.said).toBe('\ufffd')
  expect(await store.get('partner', 'odd')).toMatchObject({
    name: 'a␀b',
    extra: { '␀': 'half \ufffd and "\\u0000" as typed 💼' },
  })
  expect(await store.count('partner', { where: { name: 'a\u0000b' } })).toBe(1)
})

it('forgets what is old enough at a start, never a record, a recent id or a publication', async () => {
  const years = (n: number) => (n * 365 * 86_400_000) as ReturnType<typeof minute>
  const lease = { owner: 'w', until: minute(2) }
  await store.commit(
    turn({
      id: 'T-old',
      inbound: 'old',
      at: minute(1),
      writes: [{ kind: 'partner', id: 'p', after: partner('p', 'P') }],
      deliveries: [
        delivery('reply', { lease }),
        delivery('published', { orderKey: 'b', guard: { name: 'consent', args: {} }, lease }),
        delivery('waiting', { orderKey: 'c' }),
      ],
    }),
  )
  for (const id of ['reply', 'published']) {
    await store.settle(id, 'w', { state: 'sent', sent: { address: delivery('x').to, message: id } })
  }
  await store.commit(turn({ id: 'T-question', inbound: 'question', at: years(2) }))
  await store.commit(turn({ id: 'T-new', inbound: 'new', at: years(3) }))
  const again = await open()
  expect(await again.get('partner', 'p')).toBeDefined()
  expect(await again.turn('T-old')).toBeUndefined()
  expect(await again.turn('T-question')).toBeUndefined()
  expect(await again.turn('T-new')).toBeDefined()
  expect(await again.delivery('reply')).toBeUndefined()
  expect((await again.delivery('published'))?.state).toBe('sent')
  expect((await again.delivery('waiting'))?.state).toBe('due')
})

it('what the inbox has forgotten and the log has not is still handled once', async () => {
  const year = (365 * 86_400_000) as ReturnType<typeof minute>
  const first = turn({
    id: 'T-first',
    inbound: 'first',
    at: minute(1),
    writes: [{ kind: 'partner', id: 'p', after: partner('p', 'P') }],
  })
  const kept = await store.commit(first)
  await store.commit(turn({ at: year }))
  const again = await open()
  expect(await again.commit({ ...first, writes: [] })).toEqual({
    ok: false,
    error: { kind: 'already-handled', turn: kept.ok && kept.value },
  })
})

/** Passes everything on, until it is told to swallow the answer to the next commit and cut the connection. */
async function startProxy(to: string) {
  let isArmed = false
  let cuts = 0
  let cutAt: string | undefined
  const sockets = new Set<Socket>()
  const target = join(new URL(to).searchParams.get('host') ?? '', '.s.PGSQL.5432')
  const listener: Server = createServer((near) => {
    const far = connectSocket(target)
    let isSwallowing = false
    for (const socket of [near, far]) {
      sockets.add(socket)
      socket.on('error', () => undefined)
    }
    near.on('data', (data) => {
      if (cutAt !== undefined && data.includes(cutAt)) {
        cutAt = undefined
        cuts += 1
        near.destroy()
        return
      }
      if (isArmed && data.includes('commit\0')) isSwallowing = true
      far.write(data)
    })
    far.on('data', (data) => {
      if (!isSwallowing) near.write(data)
      else if (isArmed) {
        isArmed = false
        cuts += 1
        near.destroy()
      }
    })
    near.on('close', () => far.destroy())
    far.on('close', () => near.destroy())
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  const port = typeof address === 'object' && address ? address.port : 0
  return {
    url: `postgres://postgres@127.0.0.1:${port}${new URL(to).pathname}`,
    cutAfterCommit: () => {
      isArmed = true
    },
    /** Cuts the connection that says this next. */
    cutAt(text: string) {
      cutAt = text
    },
    cuts: () => cuts,
    async close() {
      for (const socket of sockets) socket.destroy()
      await new Promise((resolve) => listener.close(resolve))
    },
  }
}

/** A message of PostgreSQL's protocol: its kind, its length, its content. https://www.postgresql.org/docs/current/protocol-message-formats.html */
function message(kind: string, content: Buffer): Buffer {
  const head = Buffer.alloc(5)
  head.write(kind)
  head.writeInt32BE(content.length + 4, 1)
  return Buffer.concat([head, content])
}
const READY = message('Z', Buffer.from('I'))
/** AuthenticationOk, ReadyForQuery. */
const SIGNED_IN = Buffer.concat([message('R', Buffer.alloc(4)), READY])

/** The answer to a query: one row of one whole number. */
function oneRow(value: string): Buffer {
  const column = Buffer.from('version\0\0\0\0\0\0\0\0\0\0\x17\0\x04\xff\xff\xff\xff\0\0', 'latin1')
  const cell = Buffer.alloc(4)
  cell.writeInt32BE(value.length)
  return Buffer.concat([
    message('T', Buffer.concat([Buffer.from([0, 1]), column])),
    message('D', Buffer.concat([Buffer.from([0, 1]), cell, Buffer.from(value)])),
    message('C', Buffer.from('SELECT 1\0')),
    READY,
  ])
}

const refusedWith = (code: string): Buffer => message('E', Buffer.from(`SFATAL\0VFATAL\0C${code}\0Mno\0\0`))

/** A server that says these things, one for each time that it is spoken to, to whoever comes; without any it is silent. */
async function startCanned(answers: readonly Buffer[]) {
  const listener = createServer((socket) => {
    let next = 0
    socket.on('error', () => undefined)
    socket.on('data', () => {
      const answer = answers[next]
      next += 1
      if (answer) socket.write(answer)
      else if (answers.length > 0) socket.end()
    })
  })
  await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
  const address = listener.address()
  return {
    port: typeof address === 'object' && address ? address.port : 0,
    close: () => new Promise((resolve) => listener.close(resolve)),
  }
}
