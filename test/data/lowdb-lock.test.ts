import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { hostname, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { openLowdbStore, readLowdbFile } from '../../data/lowdb/store.ts'
import { builtFolder } from '../built-folder.ts'
import { partner, turn } from './store-samples.ts'

let folder: string
let file: string
const children: ChildProcess[] = []
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'liaison-lock-'))
  file = join(folder, 'liaison.json')
})
afterEach(async () => {
  for (const child of children.splice(0)) child.kill('SIGKILL')
  await rm(folder, { recursive: true })
})

/** A second process that holds the store, having kept one partner; or says why it does not. */
async function holdElsewhere(id: string): Promise<{ child: ChildProcess; said: string }> {
  const program = join(await builtFolder(), 'test/data/hold-store.js')
  const child = spawn(process.execPath, [program, file, id], { stdio: ['ignore', 'pipe', 'inherit'] })
  children.push(child)
  const [said] = await once(child.stdout, 'data')
  return { child, said: String(said).trim() }
}

async function whyNot(): Promise<string> {
  const opened = await openLowdbStore({ file })
  if (opened.ok) await opened.value.close()
  return opened.ok ? 'opened' : opened.error
}

it('keeps a second process out, lets it read, and is taken over at once when the first is killed', async () => {
  const { child, said } = await holdElsewhere('coned')
  expect(said).toBe('holding')
  expect(await whyNot()).toBe(`${file} is in use by a running Liaison (process ${child.pid}). Stop Liaison first.`)
  const read = await readLowdbFile(file)
  expect(read.ok && (await read.value.reads.find('partner')).map(({ id }) => id)).toEqual(['coned'])
  child.kill('SIGKILL')
  await once(child, 'exit')
  const opened = await openLowdbStore({ file })
  if (!opened.ok) throw new Error(opened.error)
  expect((await opened.value.find('partner')).map(({ id }) => id)).toEqual(['coned'])
  expect(
    (await opened.value.commit(turn({ writes: [{ kind: 'partner', id: 'b', after: partner('b', 'B') }] }))).ok,
  ).toBe(true)
  await opened.value.close()
  expect(await readdir(folder)).toEqual(['liaison.json'])
})

it('of several that start at once over a dead lock, exactly one gets it', async () => {
  await writeFile(`${file}.lock`, JSON.stringify({ host: hostname(), pid: 2 ** 22 + 1, nonce: 'dead' }))
  const all = await Promise.all([1, 2, 3].map((n) => holdElsewhere(`p${n}`)))
  expect(all.filter(({ said }) => said === 'holding')).toHaveLength(1)
  expect(all.filter(({ said }) => said.endsWith('Stop Liaison first.'))).toHaveLength(2)
})

it('keeps the same process out too', async () => {
  const first = await openLowdbStore({ file })
  expect(await whyNot()).toBe(`${file} is in use by a running Liaison (process ${process.pid}). Stop Liaison first.`)
  if (first.ok) await first.value.close()
  expect(await whyNot()).toBe('opened')
})

it('a predecessor with this process’s own id is dead (a container starts its program as process 1 each time)', async () => {
  await writeFile(`${file}.lock`, JSON.stringify({ host: hostname(), pid: process.pid, nonce: 'before the crash' }))
  expect(await whyNot()).toBe('opened')
})

it('a process that has the id of a dead one is not it', async () => {
  const owner = { host: hostname(), pid: process.ppid, began: 'long ago', nonce: 'dead' }
  await writeFile(`${file}.lock`, JSON.stringify(owner))
  expect(await whyNot()).toBe(process.platform === 'linux' ? 'opened' : expect.stringContaining('Stop Liaison first'))
})

it('another host’s lock holds while it is touched, and is dead after a minute of silence', async () => {
  const lock = JSON.stringify({ host: 'another-host', pid: 1, nonce: 'there' })
  await writeFile(`${file}.lock`, lock)
  expect(await whyNot()).toBe(`${file} is in use by a running Liaison (process 1 on another-host). Stop Liaison first.`)
  expect(await readFile(`${file}.lock`, 'utf8')).toBe(lock)
  const twoMinutesAgo = new Date(Date.now() - 120_000)
  await utimes(`${file}.lock`, twoMinutesAgo, twoMinutesAgo)
  expect(await whyNot()).toBe('opened')
})

it('a lock that is no lock is a dead one’s', async () => {
  await writeFile(`${file}.lock`, '')
  expect(await whyNot()).toBe('opened')
  expect(await readdir(folder)).toEqual(['liaison.json'])
})

it('who was silent for too long, and finds its lock taken over by another host, writes no more', async () => {
  vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
  try {
    const opened = await openLowdbStore({ file })
    if (!opened.ok) throw new Error(opened.error)
    const store = opened.value
    const put = (id: string) => store.commit(turn({ writes: [{ kind: 'partner', id, after: partner(id, id) }] }))
    expect((await put('before')).ok).toBe(true)
    const theirs = JSON.stringify({ host: 'another-host', pid: 1, nonce: 'theirs' })
    await writeFile(`${file}.lock`, theirs)
    const text = await readFile(file, 'utf8')
    vi.advanceTimersByTime(10_000)
    const reason = 'another Liaison has taken the store over'
    await expect.poll(() => store.check()).toEqual({ ok: false, error: reason })
    expect(await put('after')).toEqual({ ok: false, error: { kind: 'cannot-store', reason } })
    expect((await store.find('partner')).map(({ id }) => id)).toEqual(['before'])
    await store.close()
    expect(await readFile(file, 'utf8')).toBe(text)
    expect(await readFile(`${file}.lock`, 'utf8')).toBe(theirs)
  } finally {
    vi.useRealTimers()
  }
})
