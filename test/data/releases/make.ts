import { writeFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { migrateDatabase } from '../../../data/postgres/migrate.ts'
import { openPostgresStore } from '../../../data/postgres/store.ts'
import type { Database } from '../../../data/postgres/tables.ts'
import { assembleChat, type Chat } from '../../../src/chat-assembly.ts'
import { answerLine } from '../../../src/chat-lines.ts'
import { readInstant, standingClock } from '../../../src/clock.ts'
import { fillStore, readDirectoryFile, zoneOf } from '../../../src/filling.ts'
import { createLog, liaisonLog } from '../../../src/log.ts'
import { runPostgres } from '../postgres-process.ts'

/**
 * `npx tsx test/data/releases/make.ts 0.2.0`, once for each release, at the commit that is released: writes `0.2.0.sql`
 * beside this file, the schema as that release's migrations make it and some of everything as the release itself keeps
 * it. `releases.test.ts` opens every file here with the program of today. A file is never made anew.
 */
const [, , release = ''] = process.argv
if (!/^\d+\.\d+\.\d+$/.test(release)) throw new Error('Which release? Give its number, such as 0.2.0.')
const fileOf = (name: string): string => fileURLToPath(new URL(name, import.meta.url))

const SAID: readonly (readonly [string, string] | readonly [string, 'press', string])[] = [
  ['Mei Tanaka', 'called ada brook at the grill today, she can take 2 interns, follow up in 2 weeks'],
  ['Mei Tanaka', 'scratch that it was pier bakery'],
  ['Mei Tanaka', 'press', 'Ben Ostrow'],
  ['Mei Tanaka', 'emailed ben ostrow at pier bakery yesterday about a visit'],
  ['Mei Tanaka', 'undo'],
  ['Leon Whitaker', 'met ada brook from the grill, wants to host a job shadow'],
  ['Leon Whitaker', 'breakfast on the feb pd day at harbor high for culinary, 8-9, 40 ppl'],
  ['Leon Whitaker', 'press', 'Invite'],
  ['Leon Whitaker', 'the grill is in for the breakfast, 3 people'],
  ['Leon Whitaker', 'tables of 6'],
  ['Mei Tanaka', 'log a placement: sofia marchetti at pier bakery, paid internship, 120 hours'],
  ['Mei Tanaka', 'spotlight jalen whitfield hired at harbor grill, post it in #wins'],
  ['Leon Whitaker', "jalen whitfield's media release is signed 9/14, internal, web and social"],
  ['Mei Tanaka', 'press', 'Send for approval'],
  ['Leon Whitaker', 'press', 'Approve'],
  ['Mei Tanaka', 'remind me friday about the grill'],
  // Left open: a question.
  ['Mei Tanaka', 'had lunch with someone from brooklyn foundry'],
]

/** Says all of it; presses the newest button of a name. */
async function live(chat: Chat): Promise<void> {
  const buttons = new Map<string, string>()
  for (const [as, said, label] of SAID) {
    const press = label === undefined ? undefined : buttons.get(label)
    if (label !== undefined && press === undefined) throw new Error(`There is no button ${label}.`)
    const answer = await answerLine(chat, JSON.stringify(press === undefined ? { say: said, as } : { press, as }))
    if ('error' in answer) throw new Error(answer.error)
    for (const reply of answer.replies)
      for (const { label: name, press: value } of reply.buttons) buttons.set(name, value)
    await chat.liaison.tick()
  }
}

async function makeData(url: string): Promise<void> {
  const opened = await openPostgresStore({ url })
  const directory = await readDirectoryFile(fileOf('directory.json'))
  if (!opened.ok || !directory.ok) throw new Error('There is no database, or no directory.')
  const store = opened.value
  const zone = await zoneOf(store)
  const start = readInstant('2026-12-04T09:05:00-05:00', zone)
  if (start === undefined) throw new Error('no time')
  await fillStore(store, directory.value, start)
  const config = { adminEmails: ['nadia.ferris@cte.example'], staffDomains: [], publicUrl: 'https://cte.example' }
  const log = liaisonLog(createLog('error', 2))
  const chat = await assembleChat({ store, clock: standingClock(start), config, log })
  if (!chat.ok) throw new Error(chat.error)
  await live(chat.value)
  await chat.value.liaison.stop()
  await store.close()
}

/** What the migrations say to the database, in order. */
async function schemaOf(url: string): Promise<string[]> {
  const said: string[] = []
  const pool = new pg.Pool({ connectionString: url, max: 1 })
  const db = new Kysely<Database>({
    dialect: new PostgresDialect({ pool }),
    log: ({ query }) => {
      // What it reads, and what it writes to its own table, comes with the rows.
      if (!/^\s*(select|insert|begin|commit)/i.test(query.sql)) said.push(query.sql.trim())
    },
  })
  await migrateDatabase(db)
  await db.destroy()
  return said
}

/** Every row, as the database itself writes it down. */
async function rowsOf(url: string): Promise<string[]> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const inserts: string[] = []
  const tables = await client.query<{ name: string }>(
    "select tablename as name from pg_tables where schemaname = 'public' order by tablename = 'turn_write', 1",
  )
  for (const { name } of tables.rows) {
    const columns = await client.query<{ name: string }>(
      'select quote_ident(column_name) as name from information_schema.columns where table_schema = $1 and table_name = $2 order by ordinal_position',
      ['public', name],
    )
    const list = columns.rows.map((column) => column.name)
    const values = list.map((column) => `quote_nullable(${column})`).join(" || ', ' || ")
    const rows = await client.query<{ row: string }>(`select ${values} as row from "${name}" order by 1`)
    for (const { row } of rows.rows) inserts.push(`insert into "${name}" (${list.join(', ')}) values (${row})`)
    if (list.includes('seq')) {
      inserts.push(`select setval(pg_get_serial_sequence('"${name}"', 'seq'), coalesce(max(seq), 1)) from "${name}"`)
    }
  }
  await client.end()
  return inserts
}

const server = await runPostgres()
const admin = new pg.Client({ connectionString: server.urlOf('postgres') })
await admin.connect()
await admin.query('create database empty')
await admin.query('create database filled')
await admin.end()
const schema = await schemaOf(server.urlOf('empty'))
await makeData(server.urlOf('filled'))
const rows = await rowsOf(server.urlOf('filled'))
await server.stop()
const statements = ['begin', ...schema, ...rows, 'commit']
await writeFile(fileOf(`${release}.sql`), `-- Made by make.ts at release ${release}.\n${statements.join(';\n')};\n`)
