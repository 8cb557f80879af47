import { readdir, readFile } from 'node:fs/promises'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { withDatabase } from '../../../data/postgres/copy.ts'
import { MIGRATIONS } from '../../../data/postgres/migrate.ts'
import { openPostgresStore } from '../../../data/postgres/store.ts'
import type { Store } from '../../../data/store.ts'
import { type PostgresServer, startPostgres } from '../postgres-server.ts'

const FOLDER = new URL('.', import.meta.url)
const dumps = (await readdir(FOLDER)).filter((name) => name.endsWith('.sql'))

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})

async function query<R extends pg.QueryResultRow>(url: string, text: string): Promise<R[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  return client
    .query<R>(text)
    .then(({ rows }) => rows)
    .finally(() => client.end())
}

/** A database as a release left it. */
async function load(dump: string): Promise<string> {
  const url = await server.createDatabase()
  await query(url, await readFile(new URL(dump, FOLDER), 'utf8'))
  return url
}

/** The database of a release, opened by the program of today. */
async function withRelease(dump: string, use: (store: Store, url: string) => Promise<void>): Promise<void> {
  const url = await load(dump)
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  await use(opened.value, url).finally(() => opened.value.close())
}

/** How many rows of each table a dump holds. */
async function rowsIn(dump: string): Promise<Record<string, number>> {
  const counts: Record<string, number> = {}
  for (const [, table = ''] of (await readFile(new URL(dump, FOLDER), 'utf8')).matchAll(/^insert into "([a-z_]+)"/gm)) {
    counts[table] = (counts[table] ?? 0) + 1
  }
  return counts
}

describe.each(dumps)('a database of release %s', (dump) => {
  it('is brought up to date with every row that it has', async () => {
    const { migration, ...expected } = await rowsIn(dump)
    expect(migration).toBeGreaterThan(0)
    await withRelease(dump, async (store, url) => {
      expect(await store.check()).toEqual({ ok: true, value: true })
      expect(await query(url, 'select number from migration order by number')).toHaveLength(MIGRATIONS.length)
      for (const [table, count] of Object.entries(expected)) {
        expect(await query(url, `select 1 from "${table}"`), table).toHaveLength(count)
      }
    })
  })

  it('is read whole: every record, turn and delivery', async () => {
    const { migration: _, turn_write: __, ...expected } = await rowsIn(dump)
    const url = await load(dump)
    let count = 0
    const copied = await withDatabase(url, async (database) => {
      await database.pour(async (rows) => {
        count += rows.length
      })
      return { ok: true, value: true }
    })
    expect(copied.ok).toBe(true)
    expect(count).toBe(Object.values(expected).reduce((sum, one) => sum + one, 0))
  })

  it('goes on: what came from another server’s transactions is not told again and again', async () => {
    const url = await load(dump)
    await query(url, "update turn_write set tx = '9000000000000'")
    const opened = await openPostgresStore({ url })
    if (!opened.ok) throw new Error(opened.error)
    const [ahead] = await query<{ count: string }>(
      url,
      'select count(*) from turn_write where tx >= pg_snapshot_xmax(pg_current_snapshot())',
    )
    expect(ahead?.count).toBe('0')
    await opened.value.close()
  })
})

describe('a database of release 0.1.0', () => {
  it('still says what was said in it', async () => {
    await withRelease('0.1.0.sql', async (store) => {
      const partners = await store.find('partner')
      expect(partners.map(({ name }) => name)).toEqual(['Harbor Grill', 'Pier Bakery'])
      const [grill, bakery] = partners
      const [contact] = await store.find('contact', { where: { partner: bakery?.id ?? '' } })
      expect(contact).toMatchObject({
        version: 3,
        date: '2026-12-04',
        method: 'call',
        offers: [{ kind: 'internship', count: 2 }],
        note: expect.stringContaining('scratch that it was pier bakery'),
      })
      const [followUp] = await store.find('followUp', { where: { contact: contact?.id ?? '' } })
      expect(followUp).toMatchObject({ date: '2026-12-18', isDone: false, partner: bakery?.id })
      expect(await store.find('event', { where: { lastDay: '2027-02-01' } })).toMatchObject([
        { event: 'breakfast', start: '2027-02-01T08:00', isCancelled: false },
      ])
      expect(await store.find('rsvp')).toMatchObject([{ partner: grill?.id, answer: 'yes' }])
      expect(await store.find('seatPlan')).toMatchObject([{ tableSize: 6 }])
      expect(await store.find('consent')).toMatchObject([{ state: 'granted', end: '2027-06-30' }])
      expect(await store.find('story')).toMatchObject([{ state: 'posted', isLive: true, partner: grill?.id }])
      expect((await store.find('placement')).map(({ partner }) => partner).sort()).toEqual([grill?.id, bakery?.id])
      const [student] = await store.find('student', { where: { name: 'Sofia Marchetti' } })
      expect(student).toMatchObject({ isActive: true })
    })
  })

  it('still knows what was undone, asked and posted', async () => {
    await withRelease('0.1.0.sql', async (store) => {
      const turns = await store.turns({ limit: 100 })
      const undo = turns.find(({ undoes }) => undoes !== undefined)
      expect(undo?.what).toBe('undo')
      expect(await store.turn(undo?.undoes ?? '')).toMatchObject({ undoneBy: undo?.id })
      const [mei] = await store.find('staff', { where: { name: 'Mei Tanaka' } })
      const [open] = await store.conversationsOf(mei?.id ?? '')
      expect(open?.pending?.state).toMatchObject({ slot: 'partner' })
      const posted = (await store.deliveries({ limit: 100 })).filter(({ to }) => to.place === '#wins')
      expect(posted).toMatchObject([{ state: 'sent', guard: { name: 'story' } }])
    })
  })

  it('takes turns again, and refuses one that it has taken', async () => {
    await withRelease('0.1.0.sql', async (store) => {
      const [newest] = await store.turns({ limit: 1 })
      const [one] = await store.find('partner')
      if (!newest || !one) throw new Error('The log or the directory is empty.')
      const { id, inbound, conversation, at, what } = newest
      const same = { id, inbound, conversation, at, what, writes: [], reliesOn: [], touches: [], deliveries: [] }
      expect(await store.commit(same)).toMatchObject({ ok: false, error: { kind: 'already-handled' } })
      const renamed = {
        kind: 'partner' as const,
        id: one.id,
        before: one,
        after: { ...one, name: 'Harbor Grill House' },
      }
      expect(await store.commit({ ...same, id: 'T-new', inbound: 'new', writes: [renamed] })).toMatchObject({
        ok: true,
      })
      expect((await store.turns({ limit: 1 }))[0]?.id).toBe('T-new')
    })
  })
})
