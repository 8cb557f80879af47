import { appendFile, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openLowdbStore, readLowdbFile } from '../../data/lowdb/store.ts'
import type { PhotoSizes } from '../../data/photo-shelf.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import { openPhotos } from '../../src/photo-opening.ts'
import { backUp, fillDatabase, moveToDatabase, restore } from '../../src/store-copy.ts'
import { type PostgresServer, startPostgres } from '../data/postgres-server.ts'
import { contact, conversation, delivery, minute, partner, staff, turn } from '../data/store-samples.ts'
import { builtCommands } from './built-program.ts'

let server: PostgresServer
let folder: string
let file: string
const silent = (): void => undefined
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liaison-copy-'))
  file = join(folder, 'liaison.json')
})
afterEach(async () => {
  await rm(folder, { recursive: true })
})

const choice = (name = 'liaison.json') => ({ kind: 'file', file: join(folder, name) }) as const
async function openFile(name = 'liaison.json'): Promise<Store> {
  const opened = await openLowdbStore({ file: join(folder, name) })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}
async function openDatabase(url: string): Promise<Store> {
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

/** Some of everything: more rows than one step takes, text of every kind, a turn taken back, deliveries sent and due. */
async function fill(store: Store, partners = 600): Promise<void> {
  const many = Array.from({ length: partners }, (_, at) => partner(`p${at}`, `Partner ${at} \u2028 "💼"`))
  await store.commit(turn({ writes: many.map((one) => ({ kind: 'partner', id: one.id, after: one })) }))
  const sam = { ...staff('sam', 'Sam Osei', ['sam@example.org']), identities: ['slack|T1|U1'] }
  await store.commit(
    turn({
      id: 'T-logged',
      inbound: 'Ev-logged',
      by: 'sam',
      said: 'called\nPartner 7',
      writes: [
        { kind: 'staff', id: 'sam', after: sam },
        { kind: 'contact', id: 'c1', after: contact('c1', { partner: 'p7', date: '2026-12-01', people: ['x'] }) },
      ],
      touches: ['room 112'],
      state: conversation({ pending: { question: 'q', state: [1], expires: minute(9) } }),
      deliveries: [
        delivery('sent', { turn: 'T-logged', lease: { owner: 'w', until: minute(2) } }),
        delivery('due', { turn: 'T-logged', orderKey: 'other', due: minute(500) }),
      ],
    }),
  )
  await store.settle('sent', 'w', { state: 'sent', sent: { address: delivery('x').to, message: 'ts-1' } })
  const logged = await store.get('contact', 'c1')
  if (logged) await store.commit(turn({ undoes: 'T-logged', writes: [{ kind: 'contact', id: 'c1', before: logged }] }))
}

/** What a store answers, as far as anyone can ask. */
async function everything(store: Store): Promise<unknown> {
  return {
    partners: await store.find('partner', { order: { by: 'name', direction: 'ascending' } }),
    staff: await store.find('staff', { where: { identities: 'slack|T1|U1' } }),
    contacts: await store.count('contact'),
    turns: await store.turns({ limit: 99 }),
    ofContact: await store.turns({ wrote: { kind: 'contact', id: 'c1' }, limit: 9 }),
    deliveries: await store.deliveries({ limit: 9 }),
    nextDue: await store.nextDue(),
    guard: await store.guard('room 112'),
    conversation: await store.conversation('slack|dm|maria'),
    conversations: await store.conversationsOf('maria'),
    again: await store.commit(turn({ id: 'T-again', inbound: 'Ev-logged' })),
  }
}

async function answers(opening: Promise<Store>): Promise<unknown> {
  const store = await opening
  return everything(store).finally(() => store.close())
}

async function filledFile(partners?: number): Promise<unknown> {
  const store = await openFile()
  await fill(store, partners)
  const answered = await everything(store)
  await store.close()
  return answered
}

const migrate = (url: string) => moveToDatabase(file, url, silent)

describe('moving to PostgreSQL', () => {
  it('copies all, compares, leaves the file as it was, and can be run again', async () => {
    const before = await filledFile()
    const text = await readFile(file, 'utf8')
    const url = await server.createDatabase()
    const moved = await migrate(url)
    // 600 partners, a staff member, three turns and their inbound ids, a guard, a conversation, two deliveries.
    expect(moved).toEqual({ ok: true, value: 600 + 1 + 3 + 3 + 1 + 1 + 2 })
    expect(await migrate(url)).toEqual(moved)
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readdir(folder)).toEqual(['liaison.json'])
    expect(await answers(openDatabase(url))).toEqual(before)
  })

  it('refuses a database that holds anything else, and a file that is in use', async () => {
    await filledFile()
    const url = await server.createDatabase()
    const there = await openDatabase(url)
    await there.commit(turn({ writes: [{ kind: 'staff', id: 'kayla', after: staff('kayla', 'Kayla Simmons', []) }] }))
    await there.close()
    const refused = await migrate(url)
    expect(!refused.ok && refused.error).toContain('The database is not empty. It was left as it is.')
    const after = await openDatabase(url)
    expect([await after.count('staff'), await after.count('partner')]).toEqual([1, 0])
    await after.close()
    const running = await openFile()
    expect(await migrate(url)).toEqual({
      ok: false,
      error: `${file} is in use by a running Liaison (process ${process.pid}). Stop Liaison first.`,
    })
    await running.close()
    await rm(file)
    expect(await migrate(url)).toEqual({ ok: false, error: `${file} does not exist.` })
  })

  it('keeps nothing where a row cannot be kept', async () => {
    const url = await server.createDatabase()
    const dangling = contact('c9', { partner: 'nobody', date: '2026-12-01' })
    const refused = fillDatabase(url, async (sink) => {
      await sink([{ table: 'partner', row: { ...partner('p1', 'P'), version: 1 } }])
      await sink([{ table: 'contact', row: { ...dangling, version: 1 } }])
    })
    await expect(refused).rejects.toThrow('contact_partner_fkey')
    const store = await openDatabase(url)
    expect(await store.count('partner')).toBe(0)
    await store.close()
  })
})

it('photographs go with their store', async () => {
  await filledFile()
  const name = `p${'b'.repeat(22)}`
  const sizes: PhotoSizes = new Map([
    [480, new Uint8Array([1, 2, 255])],
    [1600, new Uint8Array(3_000).fill(9)],
  ])
  await (await openPhotos(choice())).put(name, sizes, minute(5))
  const url = await server.createDatabase()
  expect(await migrate(url)).toEqual({ ok: true, value: 612 })
  expect(await migrate(url)).toEqual({ ok: true, value: 612 })
  const backup = join(folder, 'backup')
  expect(await backUp({ kind: 'database', url }, backup, silent)).toEqual({ ok: true, value: 612 })
  expect(await restore(choice('other.json'), backup, silent)).toEqual({ ok: true, value: 612 })
  const shelf = await openPhotos(choice('other.json'))
  expect(await shelf.get(name, 480)).toEqual(new Uint8Array([1, 2, 255]))
  expect(await shelf.get(name, 960)).toBeUndefined()
  expect(await shelf.get(name, 1600)).toHaveLength(3_000)
  await writeFile(backup, (await readFile(backup, 'utf8')).replace('"AQL/"', '"AQL+"'))
  const damaged = await restore(choice('third.json'), backup, silent)
  expect(damaged).toEqual({
    ok: false,
    error: `${backup} is damaged: its photographs are not those that were written.`,
  })
})

describe('backup and restore', () => {
  it('from a file into another, beside a running server', async () => {
    const store = await openFile()
    await fill(store)
    const backup = join(folder, 'backups', 'monday')
    const reports: number[] = []
    const done = await backUp(choice(), backup, (rows) => reports.push(rows))
    expect(done).toEqual({ ok: true, value: 611 })
    const before = await everything(store)
    await store.close()
    expect((await stat(backup)).mode & 0o777).toBe(0o600)
    expect(await restore(choice('other.json'), backup, silent)).toEqual(done)
    const after = await answers(openFile('other.json'))
    expect(after).toEqual(inDoubt(before))
    expect(await restore(choice('other.json'), backup, silent)).toEqual({
      ok: false,
      error: `${join(folder, 'other.json')} is not empty. It was left as it is; move it away first.`,
    })
    expect(await backUp(choice(), backup, silent)).toEqual({ ok: false, error: `${backup} is there already.` })
  })

  it('from a database into a database, and into a file', async () => {
    const url = await server.createDatabase()
    const store = await openDatabase(url)
    await fill(store)
    const before = await everything(store)
    const backup = join(folder, 'backup')
    expect(await backUp({ kind: 'database', url }, backup, silent)).toEqual({ ok: true, value: 611 })
    await store.close()
    const other = await server.createDatabase()
    expect((await restore({ kind: 'database', url: other }, backup, silent)).ok).toBe(true)
    expect(await answers(openDatabase(other))).toEqual(inDoubt(before))
    expect((await restore(choice(), backup, silent)).ok).toBe(true)
    expect(await answers(openFile())).toEqual(inDoubt(before))
  })

  it('what was due may have been sent since the backup: it is looked for first', async () => {
    await filledFile()
    const backup = join(folder, 'backup')
    await backUp(choice(), backup, silent)
    await restore(choice('other.json'), backup, silent)
    const read = await readLowdbFile(join(folder, 'other.json'))
    expect(read.ok && (await read.value.reads.delivery('due'))?.isInDoubt).toBe(true)
    expect(read.ok && (await read.value.reads.delivery('sent'))?.isInDoubt).toBeUndefined()
  })

  it('refuses what is not a whole and sound backup, and restores nothing of it', async () => {
    await filledFile()
    const backup = join(folder, 'backup')
    await backUp(choice(), backup, silent)
    const lines = (await readFile(backup, 'utf8')).trimEnd().split('\n')
    const bad = join(folder, 'bad')
    const whyNot = async (text: string): Promise<string> => {
      await writeFile(bad, text)
      const refused = await restore(choice('other.json'), bad, silent)
      expect(await readdir(folder)).not.toContain('other.json')
      return refused.ok ? 'restored' : refused.error
    }
    expect(await whyNot('')).toBe(`${bad} is no backup of Liaison.`)
    expect(await whyNot('{"posts":[]}\n')).toBe(`${bad} is no backup of Liaison.`)
    expect(await whyNot(await readFile(file, 'utf8'))).toBe(`${bad} is no backup of Liaison.`)
    expect(await whyNot('{"format":"liaison-backup","version":9}\n')).toBe(
      `${bad} was written by a newer Liaison. Update Liaison.`,
    )
    expect(await whyNot(lines.slice(0, -1).join('\n'))).toBe(`${bad} was cut short.`)
    expect(await whyNot(lines.join('\n').slice(0, 5_000))).toMatch(/is damaged in line \d+\.$/)
    expect(await whyNot(lines.filter((_, at) => at !== 5).join('\n'))).toBe(
      `${bad} is damaged: its partner rows are not those that were written.`,
    )
    expect(await whyNot(lines.join('\n').replace('Partner 3 ', 'Partner 4 '))).toBe(
      `${bad} is damaged: its partner rows are not those that were written.`,
    )
    expect(await whyNot([lines[0], '{"table":"spaceship","row":{}}', ...lines.slice(1)].join('\n'))).toBe(
      `${bad} holds "spaceship", which this Liaison does not know.`,
    )
    expect(await restore(choice('other.json'), join(folder, 'missing'), silent)).toEqual({
      ok: false,
      error: `${join(folder, 'missing')} cannot be read.`,
    })
    await appendFile(backup, '\n{"end":{}}\n')
    expect((await restore(choice('other.json'), backup, silent)).ok).toBe(false)
  })
})

it('as commands', async () => {
  await filledFile(1_200)
  const url = await server.createDatabase()
  const commands = await builtCommands()
  const run = async (name: string, args: string[], env: Record<string, string>): Promise<string> => {
    const { code, out, err } = await commands.run(name, args, env)
    return code === 0 ? out : `${code}: ${err}`
  }
  const backup = join(folder, 'backup')
  expect(await run('backup', [backup], { DATA_FILE: file })).toBe(
    `${backup} holds 1,211 items, read back and compared.\n`,
  )
  expect(await run('restore', [backup], { DATA_FILE: join(folder, 'other.json') })).toBe(
    'Restored 1,211 items, read back and compared.\n',
  )
  const moved =
    `${file} and the database hold the same 1,211 items.\n` +
    'Start Liaison with DATABASE_URL and without DATA_FILE. The file was left as it is.\n'
  expect(await run('migrate', ['--to', 'postgres'], { DATA_FILE: file, DATABASE_URL: url })).toBe(moved)
  expect(await run('migrate', ['--to', 'postgres', '--from', file], { DATABASE_URL: url })).toBe(moved)
  expect(await run('migrate', ['--to', 'postgres'], { DATA_FILE: file })).toBe(
    '1: Usage: npm run migrate -- --to postgres [--from <file>], with DATABASE_URL set.\n',
  )
  expect(await run('restore', [], { DATA_FILE: file })).toBe('1: Usage: npm run restore -- <file>\n')
})

/** The same answers with what is due in doubt. */
function inDoubt(answered: unknown): unknown {
  return JSON.parse(JSON.stringify(answered), (_, value) =>
    value?.state === 'due' && value?.orderKey ? { ...value, isInDoubt: true } : value,
  )
}
