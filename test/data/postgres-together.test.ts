import pg from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import { emptyDatabase, type PostgresServer, startPostgres } from './postgres-server.ts'
import { conversation, partner, person, turn } from './store-samples.ts'

let server: PostgresServer
let url: string
let client: pg.Client
let store: Store
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  const made = await openPostgresStore({ url })
  if (made.ok) await made.value.close()
  client = new pg.Client({ connectionString: url })
  await client.connect()
})
afterAll(async () => {
  await client.end()
  await server.stop()
})
beforeEach(async () => {
  await emptyDatabase(url)
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  store = opened.value
})
afterEach(() => store.close())

const add = (id: string) => turn({ writes: [{ kind: 'partner', id, after: partner(id, id) }] })
const transactions = async (): Promise<number> =>
  Number((await client.query('select count(distinct tx) as count from turn_write')).rows[0]?.count)

it('turns that come at once share a transaction, those that do not have one each', async () => {
  const together = await Promise.all(['a', 'b', 'c'].map((id) => store.commit(add(id))))
  expect(together.map(({ ok }) => ok)).toEqual([true, true, true])
  expect(await transactions()).toBe(1)
  await store.commit(add('d'))
  await store.commit(add('e'))
  expect(await transactions()).toBe(3)
  expect((await store.find('partner')).map(({ id }) => id)).toEqual(['a', 'b', 'c', 'd', 'e'])
})

it('one that is refused, repeated or wrong takes none of the others with it', async () => {
  const first = add('first')
  expect((await store.commit(first)).ok).toBe(true)
  const before = { ...partner('first', 'first'), version: 1 }
  const change = (name: string) =>
    turn({ by: name, writes: [{ kind: 'partner', id: 'first', before, after: { ...before, name } }] })
  const lost = turn({ writes: [{ kind: 'person', id: 'lost', after: person('lost', 'Lost', 'nowhere') }] })
  const results = await Promise.allSettled([
    store.commit(add('good')),
    store.commit({ ...first, id: 'again' }),
    store.commit(change('one')),
    store.commit(change('other')),
    store.commit(lost),
    store.commit(turn({ undoes: 'no-such-turn' })),
    store.commit(turn({ state: conversation({ version: 7 }) })),
    store.commit(add('fine')),
  ])
  const said = results.map((one) => (one.status === 'rejected' ? 'bug' : one.value.ok ? 'kept' : one.value.error.kind))
  expect([said[0], said[7]]).toEqual(['kept', 'kept'])
  expect(said[1]).toBe('already-handled')
  expect(said.slice(2, 4).sort()).toEqual(['changed-since', 'kept'])
  expect(said.slice(4, 7)).toEqual(['changed-since', 'bug', 'changed-since'])
  expect((await store.find('partner')).map(({ id }) => id)).toEqual(['fine', 'first', 'good'])
  expect(await store.count('person')).toBe(0)
  expect(await store.turns({ limit: 9 })).toHaveLength(4)
})

it('turns that change, remove and add many records of a kind at once are kept as each says', async () => {
  const ids = Array.from({ length: 40 }, (_, n) => `p${String(n).padStart(2, '0')}`)
  const all = turn({ writes: ids.map((id) => ({ kind: 'partner', id, after: partner(id, id) })) })
  expect((await store.commit(all)).ok).toBe(true)
  const renamed = ids.slice(0, 30).map((id) => {
    const before = { ...partner(id, id), version: 1 }
    return store.commit(turn({ writes: [{ kind: 'partner', id, before, after: { ...before, name: `new ${id}` } }] }))
  })
  const removed = ids.slice(30).map((id) => {
    const before = { ...partner(id, id), version: 1 }
    return store.commit(turn({ writes: [{ kind: 'partner', id, before }], touches: ['removals'] }))
  })
  expect((await Promise.all([...renamed, ...removed])).every(({ ok }) => ok)).toBe(true)
  const kept = await store.find('partner')
  expect(kept.map(({ name, version }) => [name, version])).toEqual(ids.slice(0, 30).map((id) => [`new ${id}`, 2]))
  expect(await store.guard('removals')).toBe(10)
})

it('one that waits for somebody’s lock keeps no others waiting', async () => {
  await store.commit(add('held'))
  await client.query('begin')
  await client.query("select 1 from partner where id = 'held' for update")
  const before = { ...partner('held', 'held'), version: 1 }
  const waiting = store.commit(turn({ writes: [{ kind: 'partner', id: 'held', before, after: before }] }))
  expect((await store.commit(add('free'))).ok).toBe(true)
  await client.query('rollback')
  expect((await waiting).ok).toBe(true)
})

it('what is read at once is answered each by itself', async () => {
  await store.commit(add('a'))
  const read = await Promise.all([
    store.get('partner', 'a'),
    store.get('partner', 'b'),
    store.get('staff', 'a'),
    store.find('partner', { where: { name: 'a' } }),
  ])
  expect(read).toEqual([
    { ...partner('a', 'a'), version: 1 },
    undefined,
    undefined,
    [{ ...partner('a', 'a'), version: 1 }],
  ])
})
