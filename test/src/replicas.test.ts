import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import type { Inbound } from '../../conversations/inbound.ts'
import { LiveKnowledge } from '../../conversations/live-knowledge.ts'
import { cardText } from '../../data/card.ts'
import { readDirectory } from '../../data/directory.ts'
import { createConnection } from '../../data/postgres/connect.ts'
import { createFeed, horizonOf } from '../../data/postgres/feed.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import type { Instant, Zone } from '../../data/time.ts'
import { fillStore } from '../../src/filling.ts'
import { assembleLiaison, type Liaison } from '../../src/liaison.ts'
import { emptyDatabase, type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { partner, turn } from '../data/store-samples.ts'

/** Tue, Dec 1, 2026, 11:52 in New York. */
const NOW = Date.UTC(2026, 11, 1, 16, 52) as Instant
const DIRECTORY = {
  organization: 'Replica test',
  timezone: 'America/New_York',
  clusters: [{ name: 'Construction' }],
  partners: [
    { name: 'Harbor Steel', aliases: ['harbor'], people: [{ name: 'Ada Brook' }] },
    { name: 'Pier Bakery', people: [{ name: 'Ben Ostrow' }] },
  ],
  staff: [{ name: 'Maria Delgado', email: 'maria.delgado@schools.example' }],
}

let server: PostgresServer
let url: string
let stores: Store[] = []
let replicas: [Liaison, Liaison]
let clock: Instant
let count = 0
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  await (await open()).close()
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  await emptyDatabase(url)
  clock = NOW
  const first = await open()
  const read = readDirectory(DIRECTORY)
  if (!read.ok) throw new Error('The directory is none.')
  await fillStore(first, read.directory, NOW)
  stores = [first, await open()]
  const [one, two] = await Promise.all(stores.map(liaisonOver))
  if (!one || !two) throw new Error('no replicas')
  replicas = [one, two]
})
afterEach(async () => {
  for (const replica of replicas) await replica.stop()
  for (const store of stores) await store.close()
})

async function open(): Promise<Store> {
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

function liaisonOver(store: Store, n: number): Promise<Liaison> {
  const fail = (error: unknown): never => {
    throw error
  }
  return assembleLiaison({
    store,
    senders: new Map(),
    clock: () => clock,
    zone: 'America/New_York' as Zone,
    admission: { emailDomains: [], adminEmails: [], trustedChannels: [] },
    home: 'slack',
    owner: `replica-${n}`,
    log: { turn: () => {}, broken: ({ error }) => fail(error), delivery: () => {}, failed: fail },
  })
}

/** What Maria is answered by a replica. */
async function take(replica: 0 | 1, what: Inbound['what'], id = `in-${count++}`): Promise<string> {
  clock = (clock + 1_000) as Instant
  const handled = await replicas[replica].intake.handle({
    id,
    author: { channel: 'slack', team: 'T1', user: 'U1', email: 'maria.delgado@schools.example' },
    at: clock,
    place: { channel: 'slack', team: 'T1', isDirect: true, person: 'U1' },
    isPrivate: false,
    what,
  })
  if (handled.kind !== 'kept') return cardText(handled.card)
  return handled.replies.map(({ content }) => (content.kind === 'delete' ? '' : cardText(content.card))).join('\n')
}
const say = (replica: 0 | 1, text: string): Promise<string> => take(replica, { kind: 'said', text })

describe('what is said to one replica, on the other', () => {
  it('a partner that is added is known there within a second', async () => {
    const foundry = { ...partner('foundry', 'Brooklyn Foundry'), cluster: 'cluster-000001' }
    const added = turn({ inbound: 'added', writes: [{ kind: 'partner', id: 'foundry', after: foundry }] })
    expect((await stores[0]?.commit(added))?.ok).toBe(true)
    await expect
      .poll(() => replicas[1].knowledge.names.find('brooklynfoundry').length, { timeout: 5_000 })
      .toBeGreaterThan(0)
    expect(await say(1, 'emailed brooklyn foundry today about a visit')).toContain('Logged: Brooklyn Foundry')
  })

  it('where no notification comes through, a partner that is added is known there after one look', async () => {
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    const connection = createConnection(url)
    try {
      const nowhere = { connectionString: 'postgres://127.0.0.1:1/nowhere' }
      const deaf = createFeed(connection.db, nowhere, 'deaf', await horizonOf(connection.db))
      const [here, there] = stores
      if (!here || !there) throw new Error('no stores')
      const knowledge = await LiveKnowledge.open({ ...there, watch: deaf.watch }, (error) =>
        expect.unreachable(String(error)),
      )
      const foundry = { ...partner('foundry', 'Brooklyn Foundry'), cluster: 'cluster-000001' }
      await here.commit(turn({ inbound: 'added', writes: [{ kind: 'partner', id: 'foundry', after: foundry }] }))
      vi.advanceTimersByTime(500)
      await expect.poll(() => knowledge.names.find('brooklynfoundry').length, { timeout: 5_000 }).toBe(1)
      knowledge.close()
      await deaf.close()
    } finally {
      vi.useRealTimers()
      await connection.close()
    }
  })

  it('an entry is corrected, its question answered, and all of it undone', async () => {
    expect(await say(0, 'called ada brook at harbor today, 2 interns')).toContain('Logged: Harbor Steel')
    expect(await say(1, 'scratch that it was pier bakery')).toContain('Moved: Pier Bakery')
    expect(await say(0, 'ben ostrow')).toContain('Ben Ostrow')
    const [contact] = (await stores[1]?.find('contact')) ?? []
    expect(contact).toMatchObject({ version: 3, offers: [{ kind: 'internship', count: 2 }] })
    expect(await say(1, 'undo')).toMatch(/^Undone/)
    expect(await say(0, 'undo')).toMatch(/^Undone/)
    expect(await say(1, 'undo')).toMatch(/^Undone/)
    expect(await stores[0]?.count('contact')).toBe(0)
  })

  it('a message that reaches both at once is one entry, and both answer', async () => {
    const said = { kind: 'said' as const, text: 'called ada brook at harbor today' }
    const answers = await Promise.all([take(0, said, 'Ev1'), take(1, said, 'Ev1')])
    for (const answer of answers) expect(answer).toContain('Logged: Harbor Steel')
    expect(await stores[0]?.count('contact')).toBe(1)
  })

  it('two messages of one person that reach both at once are both kept', async () => {
    const answers = await Promise.all([
      say(0, 'called ada brook at harbor today about interns'),
      say(1, 'emailed ben ostrow at pier bakery today about a tour'),
    ])
    expect(answers.map((answer) => answer.split('\n')[0])).toEqual(['Logged: Harbor Steel', 'Logged: Pier Bakery'])
    expect(await stores[0]?.count('contact')).toBe(2)
  })

  it('a burst of one person’s messages over both is kept whole', async () => {
    const answers = await Promise.all(
      Array.from({ length: 12 }, (_, n) =>
        say(n % 2 === 0 ? 0 : 1, `called ada brook at harbor today about visit ${n}`),
      ),
    )
    expect(answers.map((answer) => answer.split('\n')[0])).toEqual(Array(12).fill('Logged: Harbor Steel'))
    expect(await stores[0]?.count('contact')).toBe(12)
  })

  it('what the clock makes due is done by one of them', async () => {
    await say(0, 'called ada brook at harbor today, follow up on friday')
    clock = Date.UTC(2026, 11, 4, 13, 30) as Instant
    await Promise.all(replicas.map((replica) => replica.tick()))
    const reminders = (await stores[0]?.deliveries({ limit: 100 }))?.filter(
      ({ content }) => content.kind === 'post' && content.card.summary.startsWith('Follow-ups due'),
    )
    expect(reminders).toHaveLength(1)
  })
})
