import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConnection } from '../../data/postgres/connect.ts'
import { MIGRATIONS, migrateDatabase } from '../../data/postgres/migrate.ts'
import { columnsOf, snake, tableOf } from '../../data/postgres/names.ts'
import { ALL_REFERENCES } from '../../data/postgres/references.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import { RECORD_KINDS } from '../../data/records.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { contact, partner, turn } from './store-samples.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})

async function withDatabase<T>(
  url: string,
  use: (connection: ReturnType<typeof createConnection>) => Promise<T>,
): Promise<T> {
  const connection = createConnection(url, { mostConnections: 4 })
  return use(connection).finally(() => connection.close())
}

it('has a table for every kind, a column and an index for every searched field, a key for every reference', async () => {
  const url = await server.createDatabase()
  await withDatabase(url, async ({ db }) => {
    await migrateDatabase(db)
    const columns = await sql<{ name: string }>`
      select table_name || '.' || column_name || ' ' || case data_type when 'ARRAY' then 'text[]' else data_type end as name
      from information_schema.columns where table_schema = 'public'`.execute(db)
    const indexes = await sql<{ name: string }>`select indexname as name from pg_indexes`.execute(db)
    const keys = await sql<{ name: string }>`select conname as name from pg_constraint where contype = 'f'`.execute(db)
    const there = new Set([...columns.rows, ...indexes.rows, ...keys.rows].map(({ name }) => name))
    const needed = [
      ...RECORD_KINDS.flatMap((kind) => [
        `${tableOf(kind)}.body jsonb`,
        ...columnsOf(kind).flatMap(({ column, type }) => [
          `${tableOf(kind)}.${column} ${type}`,
          `${tableOf(kind)}_${column}_index`,
        ]),
      ]),
      ...ALL_REFERENCES.map(({ from, field }) => `${tableOf(from)}_${snake(field)}_fkey`),
    ]
    // What is missing here needs a migration: data/postgres/migrations.
    expect(needed.filter((name) => !there.has(name))).toEqual([])
  })
})

it('numbers its migrations in order', () => {
  expect(MIGRATIONS.map(({ number }) => number)).toEqual(MIGRATIONS.map((_, at) => at + 1))
})

it('applies each migration once, however many programs start at once', async () => {
  const url = await server.createDatabase()
  const all = await Promise.all([1, 2, 3].map(() => withDatabase(url, ({ db }) => migrateDatabase(db))))
  expect(all.flatMap(({ applied }) => applied)).toEqual(MIGRATIONS.map(({ number, name }) => `${number} ${name}`))
  expect(await withDatabase(url, ({ db }) => migrateDatabase(db))).toEqual({ applied: [] })
})

it('a migration that fails leaves the schema as it was', async () => {
  const url = await server.createDatabase()
  const broken = {
    number: MIGRATIONS.length + 1,
    name: 'broken',
    up: async (db: Parameters<(typeof MIGRATIONS)[number]['up']>[0]) => {
      await sql`create table half_done (id text)`.execute(db)
      await sql`select no_such_thing`.execute(db)
    },
  }
  await withDatabase(url, async ({ db }) => {
    await migrateDatabase(db)
    await expect(migrateDatabase(db, [...MIGRATIONS, broken])).rejects.toThrow('no_such_thing')
    const { rows } = await sql`select 1 from pg_class where relname = 'half_done'`.execute(db)
    expect(rows).toEqual([])
    expect(await migrateDatabase(db)).toEqual({ applied: [] })
  })
})

it('stops at a newer schema with a sentence', async () => {
  const url = await server.createDatabase()
  await withDatabase(url, async ({ db }) => {
    await migrateDatabase(db)
    await db.insertInto('migration').values({ number: 99, name: 'of tomorrow' }).execute()
  })
  expect(await openPostgresStore({ url })).toEqual({
    ok: false,
    error: `The database was made by a newer Liaison (migration 99, this one knows ${MIGRATIONS.length}). Update Liaison.`,
  })
})

it('makes a searched field of what was in the body', async () => {
  const url = await server.createDatabase()
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  const conEd = { ...partner('coned', 'Con Edison'), borough: 'Manhattan' }
  const logged = contact('c1', { partner: 'coned', date: '2026-12-01', method: 'call' })
  await opened.value.commit(
    turn({
      writes: [
        { kind: 'partner', id: 'coned', after: conEd },
        { kind: 'contact', id: 'c1', after: logged },
      ],
    }),
  )
  await opened.value.close()
  const { addField } = await import('../../data/postgres/migrations/migration.ts')
  await withDatabase(url, async ({ db }) => {
    await addField(db, 'partner', 'borough', 'text')
    await addField(db, 'partner', 'apart', 'text[]')
    await addField(db, 'contact', 'method', 'text')
    const { rows } = await sql`select borough, apart, body ? 'borough' as "isInBody" from partner`.execute(db)
    expect(rows).toEqual([{ borough: 'Manhattan', apart: [], isInBody: false }])
    expect((await sql`select method from contact`.execute(db)).rows).toEqual([{ method: 'call' }])
  })
})
