import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createConnection } from '../../data/postgres/connect.ts'
import { MIGRATIONS, migrateDatabase } from '../../data/postgres/migrate.ts'
import { columnsOf, snake, tableOf } from '../../data/postgres/names.ts'
import { ALL_REFERENCES } from '../../data/postgres/references.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import { RECORD_KINDS } from '../../data/records.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { contact, day, minute, partner, staff, turn } from './store-samples.ts'

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

it('reports in SQL by school, cluster and month, without students’ names', async () => {
  const url = await server.createDatabase()
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  const extra = {}
  const program = {
    id: 'weld',
    version: 0,
    name: 'Welding',
    aliases: [],
    school: 'av',
    cluster: 'build',
    isActive: true,
    extra,
  }
  const event = {
    id: 'e1',
    version: 0,
    event: 'job_shadow',
    start: day('2026-12-17'),
    school: 'av',
    partners: ['turner'],
    people: [],
    clusters: ['build'],
    programs: [],
    skips: [],
    lastDay: day('2026-12-17'),
    isCancelled: false,
    sequence: 0,
    at: minute(1),
    extra,
  }
  const learned = { event: 'e1', version: 0, date: day('2026-12-17'), program: 'weld', at: minute(2) }
  const kept = await opened.value.commit(
    turn({
      writes: [
        { kind: 'cluster', id: 'build', after: { id: 'build', version: 0, name: 'Construction', aliases: [], extra } },
        {
          kind: 'school',
          id: 'av',
          after: { id: 'av', version: 0, name: 'Aviation', aliases: [], isActive: true, extra },
        },
        { kind: 'staff', id: 'maria', after: { ...staff('maria', 'Maria Delgado', []), school: 'av' } },
        { kind: 'program', id: 'weld', after: program },
        { kind: 'partner', id: 'turner', after: { ...partner('turner', 'Turner Construction'), cluster: 'build' } },
        {
          kind: 'person',
          id: 'p1',
          after: { id: 'p1', version: 0, name: 'Ana Ruiz', partner: 'turner', isActive: true, extra },
        },
        {
          kind: 'contact',
          id: 'c1',
          after: contact('c1', {
            partner: 'turner',
            date: '2026-12-01',
            people: ['p1'],
            method: 'call',
            offers: [{ kind: 'internship', count: 2 }, { kind: 'speaker' }],
          }),
        },
        { kind: 'event', id: 'e1', after: event },
        { kind: 'learning', id: 'l1', after: { ...learned, id: 'l1', students: 6, minutes: 90 } },
        { kind: 'learning', id: 'l2', after: { ...learned, id: 'l2', minutes: 60 } },
        {
          kind: 'student',
          id: 's1',
          after: { id: 's1', version: 0, name: 'Jaylen Mercer', school: 'av', isActive: true, extra },
        },
        {
          kind: 'placement',
          id: 'pl1',
          after: {
            id: 'pl1',
            version: 0,
            student: 's1',
            program: 'weld',
            partner: 'turner',
            kind: 'internship',
            role: 'site assistant',
            from: day('2027-02-01'),
            by: 'maria',
            at: minute(1),
          },
        },
      ],
    }),
  )
  expect(kept.ok).toBe(true)
  await opened.value.close()
  await withDatabase(url, async ({ db }) => {
    const read = async (view: string) => {
      const { rows } = await sql<{ row: object }>`select to_jsonb(one) as row from ${sql.table(view)} as one`.execute(
        db,
      )
      return rows.map(({ row }) => row)
    }
    const where = { school: 'Aviation', cluster: 'Construction' }
    expect(await read('report_contacts')).toEqual([
      {
        ...where,
        id: 'c1',
        date: '2026-12-01',
        month: '2026-12',
        partner: 'Turner Construction',
        method: 'call',
        people: ['Ana Ruiz'],
        offers: ['internship (2)', 'speaker'],
        logged_by: 'Maria Delgado',
      },
    ])
    expect(await read('report_events')).toMatchObject([
      {
        ...where,
        event: 'job_shadow',
        month: '2026-12',
        partners: ['Turner Construction'],
        is_cancelled: false,
        accepted: 0,
      },
    ])
    const placements = await read('report_placements')
    expect(placements).toMatchObject([
      { ...where, kind: 'internship', month: '2027-02', program: 'Welding', partner: 'Turner Construction' },
    ])
    expect(JSON.stringify(placements)).not.toContain('Jaylen')
    expect(await read('report_hours')).toEqual([{ ...where, month: '2026-12', occurrences: 2, students: 6, hours: 9 }])
  })
})
