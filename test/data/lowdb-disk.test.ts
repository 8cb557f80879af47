import { appendFile, chmod, mkdir, mkdtemp, readdir, readFile, rm, stat, truncate, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { openLowdbStore, readLowdbFile } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import { createFaultyDisk, type FaultyDisk } from './faulty-disk.ts'
import { delivery, minute, partner, turn } from './store-samples.ts'

let folder: string
let file: string
const openStores: Store[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liaison-disk-'))
  file = join(folder, 'liaison.json')
})
afterEach(async () => {
  for (const store of openStores.splice(0)) await store.close().catch(() => undefined)
  await chmod(folder, 0o700)
  await rm(folder, { recursive: true })
})

async function open(options: Partial<Parameters<typeof openLowdbStore>[0]> = {}): Promise<Store> {
  const opened = await openLowdbStore({ file, ...options })
  if (!opened.ok) throw new Error(opened.error)
  openStores.push(opened.value)
  return opened.value
}
const whyNot = async (options: Partial<Parameters<typeof openLowdbStore>[0]> = {}): Promise<string> => {
  const opened = await openLowdbStore({ file, ...options })
  if (opened.ok) openStores.push(opened.value)
  return opened.ok ? 'opened' : opened.error
}
const put = (store: Store, id: string, inbound = id) =>
  store.commit(
    turn({
      inbound,
      writes: [{ kind: 'partner', id, after: partner(id, id) }],
      deliveries: [delivery(`d-${id}`, { orderKey: id })],
    }),
  )

describe('a disk that fails', () => {
  let disk: FaultyDisk
  beforeEach(() => {
    disk = createFaultyDisk()
  })

  for (const [fail, reason] of [
    ['full', 'the disk is full'],
    ['read-only', 'the disk is read-only'],
    ['flush', 'the disk fails'],
  ] as const) {
    it(`refuses the turn while ${reason}, keeps nothing of it, reads on, and goes on afterwards`, async () => {
      const store = await open({ disk })
      expect((await put(store, 'before')).ok).toBe(true)
      disk.fail = fail
      const refused = await Promise.all([put(store, 'x', 'Ev1'), put(store, 'y', 'Ev1')])
      for (const one of refused) {
        expect(one).toEqual({ ok: false, error: { kind: 'cannot-store', reason: `${file}: ${reason}` } })
      }
      expect(await store.check()).toEqual({ ok: false, error: `${file}: ${reason}` })
      expect(await store.lease(minute(9), { owner: 'w', until: minute(10) }, 9)).toEqual([])
      expect(await store.settle('d-before', 'w', { state: 'dropped', reason: 'no' })).toBe(false)
      expect((await store.find('partner')).map(({ id }) => id)).toEqual(['before'])
      expect(await store.get('partner', 'before')).toMatchObject({ name: 'before' })

      disk.fail = undefined
      expect((await store.check()).ok).toBe(true)
      expect((await put(store, 'after', 'Ev1')).ok).toBe(true)
      await store.close()
      expect((await (await open()).find('partner')).map(({ id }) => id)).toEqual(['after', 'before'])
    })
  }

  it('a refused turn does not come back after a crash, even where its remains could not be cut off', async () => {
    const store = await open({ disk })
    await put(store, 'before')
    disk.fail = 'flush'
    disk.cannotTruncate = true
    expect((await put(store, 'refused')).ok).toBe(false)
    disk.fail = undefined
    expect((await put(store, 'still-refused')).ok).toBe(false)
    disk.cannotTruncate = false
    expect((await put(store, 'after')).ok).toBe(true)
    const read = await readLowdbFile(file)
    expect(read.ok && (await read.value.reads.find('partner')).map(({ id }) => id)).toEqual(['after', 'before'])
  })

  it('a full disk at the end leaves the journal, and the next start reads it', async () => {
    const store = await open({ disk })
    await put(store, 'kept')
    disk.fail = 'full'
    await store.close()
    expect((await readdir(folder)).sort()).toEqual(['liaison.json', 'liaison.json.journal-1'])
    disk.fail = undefined
    expect((await (await open()).find('partner')).map(({ id }) => id)).toEqual(['kept'])
    expect((await readdir(folder)).sort()).toEqual(['liaison.json', 'liaison.json.lock'])
  })

  it('says at the start that it cannot write', async () => {
    disk.fail = 'read-only'
    expect(await whyNot({ disk })).toBe(`${file} cannot be opened: the disk is read-only.`)
    disk.fail = 'full'
    expect(await whyNot({ disk })).toBe(`${file} cannot be opened: the disk is full.`)
    disk.fail = undefined
    expect(await whyNot({ disk })).toBe('opened')
  })

  it('throws what is a bug', async () => {
    const store = await open({ disk })
    disk.fail = 'unknown'
    await expect(put(store, 'x')).rejects.toThrow('a bug')
    disk.fail = undefined
    expect((await put(store, 'x')).ok).toBe(true)
  })

  it('many turns at once share flushes', async () => {
    const store = await open({ disk })
    let flushes = 0
    const { open: reallyOpen } = disk
    disk.open = (async (...args: Parameters<typeof reallyOpen>) => {
      const handle = await reallyOpen(...args)
      const { datasync } = handle
      handle.datasync = async () => {
        flushes += 1
        await datasync()
      }
      return handle
    }) as typeof reallyOpen
    await Promise.all(Array.from({ length: 100 }, (_, n) => put(store, `p${n}`)))
    expect(await store.count('partner')).toBe(100)
    // The first turn is flushed at once, those that came meanwhile together.
    expect(flushes).toBe(2)
  })
})

describe('the file', () => {
  it('is readable JSON, a row a line, for its owner alone, and whole after a clean stop', async () => {
    const store = await open()
    await put(store, 'coned')
    await store.close()
    expect(await readdir(folder)).toEqual(['liaison.json'])
    expect((await stat(file)).mode & 0o777).toBe(0o600)
    const text = await readFile(file, 'utf8')
    expect(JSON.parse(text).format).toBe('liaison')
    expect(text).toContain(
      '\n{"id":"coned","version":1,"name":"coned","aliases":[],"apart":[],"isActive":true,"extra":{}}\n',
    )
  })

  it('holds what was written when it has been quiet for a moment', async () => {
    const store = await open()
    await put(store, 'coned')
    await expect.poll(() => readFile(file, 'utf8'), { timeout: 10_000 }).toContain('"coned"')
    expect(await store.get('partner', 'coned')).toBeDefined()
  })

  it('is read with its journal beside a running store', async () => {
    const store = await open()
    await put(store, 'one')
    await put(store, 'two')
    const read = await readLowdbFile(file)
    expect(read.ok && (await read.value.reads.find('partner')).map(({ id }) => id)).toEqual(['one', 'two'])
  })

  it('is folded while turns go on, and nothing is lost', async () => {
    const store = await open()
    const note = 'x'.repeat(50_000)
    for (let round = 0; round < 12; round += 1) {
      const results = await Promise.all(
        Array.from({ length: 10 }, (_, n) => {
          const id = `p${round}-${n}`
          return store.commit(turn({ said: note, writes: [{ kind: 'partner', id, after: partner(id, note) }] }))
        }),
      )
      expect(results.every(({ ok }) => ok)).toBe(true)
    }
    const read = await readLowdbFile(file)
    expect(read.ok && (await read.value.reads.count('partner'))).toBe(120)
    await store.close()
    expect(await (await open()).count('partner')).toBe(120)
  })

  it('a torn tail of the journal is what was never acknowledged', async () => {
    const disk = createFaultyDisk()
    const store = await open({ disk })
    await put(store, 'kept')
    await put(store, 'torn')
    disk.fail = 'full'
    await store.close()
    const journal = `${file}.journal-1`
    await truncate(journal, (await stat(journal)).size - 7)
    expect((await (await open()).find('partner')).map(({ id }) => id)).toEqual(['kept'])
  })

  it('zeros where the journal was torn by a power cut are no journal', async () => {
    const disk = createFaultyDisk()
    const store = await open({ disk })
    await put(store, 'kept')
    disk.fail = 'full'
    await store.close()
    await appendFile(`${file}.journal-1`, Buffer.alloc(4096))
    expect((await (await open()).find('partner')).map(({ id }) => id)).toEqual(['kept'])
  })

  it('a name that was removed is in no file any more', async () => {
    const store = await open()
    await store.commit(
      turn({ said: 'Jaylen Mercer', writes: [{ kind: 'partner', id: 'p', after: partner('p', 'Jaylen Mercer') }] }),
    )
    expect(await store.redact(['Jaylen Mercer'], 'a former student')).toBe(3)
    for (const name of await readdir(folder)) expect(await readFile(join(folder, name), 'utf8')).not.toContain('Jaylen')
  })

  it('forgets what is old enough when it is folded, never a record, a recent id or a publication', async () => {
    const yearMs = 365 * 86_400_000
    const store = await open()
    const guard = { name: 'consent', args: {} }
    await store.commit(
      turn({
        id: 'T-old',
        inbound: 'old',
        at: minute(1),
        writes: [{ kind: 'partner', id: 'p', after: partner('p', 'P') }],
        deliveries: [
          delivery('reply', { lease: { owner: 'w', until: minute(2) } }),
          delivery('published', { orderKey: 'b', guard, lease: { owner: 'w', until: minute(2) } }),
          delivery('waiting', { orderKey: 'c' }),
        ],
      }),
    )
    for (const id of ['reply', 'published']) {
      await store.settle(id, 'w', { state: 'sent', sent: { address: delivery('x').to, message: id } })
    }
    await store.commit(turn({ id: 'T-question', inbound: 'question', at: minute(2) }))
    await store.commit(turn({ id: 'T-new', inbound: 'new', at: (3 * yearMs) as ReturnType<typeof minute> }))
    await store.close()
    const again = await open()
    expect(await again.get('partner', 'p')).toBeDefined()
    expect(await again.turn('T-old')).toBeUndefined()
    expect(await again.turn('T-question')).toBeUndefined()
    expect(await again.turn('T-new')).toBeDefined()
    expect(await again.delivery('reply')).toBeUndefined()
    expect((await again.delivery('published'))?.state).toBe('sent')
    expect((await again.delivery('waiting'))?.state).toBe('due')
  })
})

it('what the inbox has forgotten and the log has not is still handled once', async () => {
  const year = (365 * 86_400_000) as ReturnType<typeof minute>
  const store = await open()
  const first = turn({
    id: 'T-first',
    inbound: 'first',
    at: minute(1),
    writes: [{ kind: 'partner', id: 'p', after: partner('p', 'P') }],
  })
  const kept = await store.commit(first)
  await store.commit(turn({ at: year }))
  await store.close()
  expect(JSON.parse(await readFile(file, 'utf8')).tables.$inbox).toHaveLength(1)
  expect(await (await open()).commit({ ...first, writes: [] })).toEqual({
    ok: false,
    error: { kind: 'already-handled', turn: kept.ok && kept.value },
  })
})

describe('a file that is not sound stops the start and stays as it is', () => {
  const sound = { format: 'liaison', schemaVersion: 1, generation: 3, tables: {} }
  const cases: [string, string, string][] = [
    ['empty', '', 'is damaged: it is not whole JSON. It was left as it is; restore a backup.'],
    [
      'torn',
      '{"format":"liaison","schemaVersion":1,"gen',
      'is damaged: it is not whole JSON. It was left as it is; restore a backup.',
    ],
    ['of another program', '{"posts":[]}', 'is not a store of Liaison. It was left as it is.'],
    ['JSON null', 'null', 'is not a store of Liaison. It was left as it is.'],
    [
      'newer',
      JSON.stringify({ ...sound, schemaVersion: 9 }),
      'was written by a newer Liaison (schema 9, this one knows 1). It was left as it is; update Liaison.',
    ],
    [
      'of unknown records',
      JSON.stringify({ ...sound, tables: { spaceship: [] } }),
      'holds "spaceship", which this Liaison does not know. It was left as it is.',
    ],
    [
      'with a bad row',
      JSON.stringify({
        ...sound,
        tables: {
          partner: [
            { id: 'a', version: 1 },
            { id: 'b', version: 1, name: 7 },
          ],
        },
      }),
      'is damaged: partner[1].name is not as it should be. It was left as it is.',
    ],
    [
      'with rows that are no list',
      JSON.stringify({ ...sound, tables: { partner: {} } }),
      'is damaged: "partner" is no list. It was left as it is.',
    ],
  ]
  for (const [what, text, sentence] of cases) {
    it(what, async () => {
      await writeFile(file, text)
      expect(await whyNot()).toBe(`${file} ${sentence}`)
      expect(await readFile(file, 'utf8')).toBe(text)
      expect(await readdir(folder)).toEqual(['liaison.json'])
      const read = await readLowdbFile(file)
      expect(read).toEqual({ ok: false, error: `${file} ${sentence}` })
    })
  }

  it('damaged in the midst of its journal', async () => {
    const disk = createFaultyDisk()
    const store = await open({ disk })
    await put(store, 'one')
    await put(store, 'two')
    disk.fail = 'full'
    await store.close()
    const journal = `${file}.journal-1`
    await writeFile(journal, (await readFile(journal, 'utf8')).replace('"one"', '"0ne"'))
    expect(await whyNot()).toBe(`${journal} is damaged in its midst. It was left as it is; restore a backup.`)
  })

  it('missing beside its journal', async () => {
    await writeFile(`${file}.journal-4`, '')
    expect(await whyNot()).toBe(`${file} is missing, but ${file}.journal-4 is there; restore a backup.`)
  })

  it('a folder in its place', async () => {
    await mkdir(file)
    expect(await whyNot()).toBe(`${file} cannot be opened: the disk answers EISDIR.`)
  })
})

describe('an older file', () => {
  it('is migrated in order, journal and all, and kept as it was beside it', async () => {
    const disk = createFaultyDisk()
    const store = await open({ disk })
    await put(store, 'coned')
    disk.fail = 'full'
    await store.close()
    const rename = (document: { tables: Record<string, unknown> }, suffix: string) => ({
      ...document,
      tables: {
        ...document.tables,
        partner: [document.tables.partner].flat().map((row) => ({
          ...Object(row),
          name: `${Reflect.get(Object(row), 'name')}${suffix}`,
        })),
      },
    })
    const migrations = ['-a', '-b'].map(
      (suffix) => (document: Parameters<typeof rename>[0]) => rename(document, suffix),
    )
    const migrated = await open({ migrations: migrations as never })
    expect(await migrated.get('partner', 'coned')).toMatchObject({ name: 'coned-a-b' })
    await migrated.close()
    expect(JSON.parse(await readFile(file, 'utf8')).schemaVersion).toBe(3)
    const backup = JSON.parse(await readFile(`${file}.schema-1.backup`, 'utf8'))
    expect(backup.schemaVersion).toBe(1)
    expect(backup.tables.partner[0].name).toBe('coned')
    expect((await stat(`${file}.schema-1.backup`)).mode & 0o777).toBe(0o600)
    expect(await whyNot()).toContain('was written by a newer Liaison (schema 3, this one knows 1)')
  })
})
