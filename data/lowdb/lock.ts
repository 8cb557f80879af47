import fs from 'node:fs/promises'
import { hostname } from 'node:os'
import { z } from 'zod'
import { codeOf, StoreProblem } from '../problem.ts'
import { type Disk, FILE_MODE, readIfThere, removeIfThere, writeWhole } from './disk.ts'

/** An owner on another host shows that it lives by touching its lock; after this silence it counts as dead. */
const SILENCE_MS = 60_000
const TOUCH_MS = 10_000
const ATTEMPTS = 20

const ownerSchema = z.object({
  host: z.string(),
  pid: z.number().int(),
  /** When the process began, where the system tells: a process id is used again. */
  began: z.string().optional(),
  nonce: z.string(),
})
type Owner = z.infer<typeof ownerSchema>

/** Locks that this process holds: its own id in any other lock is a predecessor's. */
const held = new Set<string>()

export type Lock = {
  /** False once another host has taken it over, because this one was not heard of for too long. */
  isHeld(): boolean
  release(): Promise<void>
}

/**
 * Keeps a second writer out of a file by `<file>.lock`. The lock of a dead process on this host is taken over at once;
 * readers need none. Rejects with a StoreProblem where someone else writes.
 */
export async function takeLock(disk: Disk, file: string, nonce: string): Promise<Lock> {
  const path = `${file}.lock`
  const began = await beginningOf(process.pid)
  const me: Owner = { host: hostname(), pid: process.pid, nonce, ...(began ? { began } : {}) }
  for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
    if (await createExclusive(disk, path, me)) return keepLock(disk, path, me)
    const owner = await readOwner(disk, path)
    if (owner === undefined) continue
    if (owner !== 'unreadable' && (await isAlive(disk, path, owner))) {
      const who = owner.host === me.host ? `process ${owner.pid}` : `process ${owner.pid} on ${owner.host}`
      throw new StoreProblem(`${file} is in use by a running Liaison (${who}). Stop Liaison first.`)
    }
    await removeDead(disk, path, me, owner)
  }
  throw new StoreProblem(`${path} cannot be taken. If no Liaison is running, remove it.`)
}

async function createExclusive(disk: Disk, path: string, owner: Owner): Promise<boolean> {
  let handle: fs.FileHandle
  try {
    handle = await disk.open(path, 'wx', FILE_MODE)
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false
    throw error
  }
  try {
    await writeWhole(handle, Buffer.from(JSON.stringify(owner)))
  } finally {
    await handle.close()
  }
  return true
}

async function readOwner(disk: Disk, path: string): Promise<Owner | 'unreadable' | undefined> {
  // Its maker may not have written it yet: an empty lock is looked at again before it counts as a dead one's.
  for (let look = 0; look < ATTEMPTS; look += 1) {
    const text = await readIfThere(disk, path)
    if (text === undefined) return undefined
    try {
      return ownerSchema.parse(JSON.parse(text.toString()))
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  }
  return 'unreadable'
}

async function isAlive(disk: Disk, path: string, owner: Owner): Promise<boolean> {
  if (owner.host !== hostname()) return !(await isSilent(disk, path))
  if (owner.pid === process.pid) return held.has(owner.nonce)
  try {
    process.kill(owner.pid, 0)
  } catch (error) {
    if (codeOf(error) === 'ESRCH') return false
  }
  return owner.began === undefined || owner.began === (await beginningOf(owner.pid))
}

/** By the file system's own clock: a file made now against the lock's last touch. */
async function isSilent(disk: Disk, path: string): Promise<boolean> {
  const probe = `${path}.now`
  await (await disk.open(probe, 'w', FILE_MODE)).close()
  const [now, touched] = [await disk.stat(probe), await disk.stat(path)]
  await removeIfThere(disk, probe)
  return now.mtimeMs - touched.mtimeMs > SILENCE_MS
}

/** Of several that found the same dead lock, the one that makes the claim removes it, and no other's. */
async function removeDead(disk: Disk, path: string, me: Owner, dead: Owner | 'unreadable'): Promise<void> {
  const claim = `${path}.claim`
  if (!(await createExclusive(disk, claim, me))) {
    const claimer = await readOwner(disk, claim)
    if (claimer === 'unreadable' || (claimer && !(await isAlive(disk, claim, claimer))))
      await removeIfThere(disk, claim)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return
  }
  held.add(me.nonce)
  try {
    const owner = await readOwner(disk, path)
    const isSame =
      owner === dead || (typeof owner === 'object' && typeof dead === 'object' && owner.nonce === dead.nonce)
    if (owner !== undefined && isSame) await removeIfThere(disk, path)
  } finally {
    await removeIfThere(disk, claim)
    held.delete(me.nonce)
  }
}

function keepLock(disk: Disk, path: string, me: Owner): Lock {
  held.add(me.nonce)
  let isHeld = true
  const isMine = async (): Promise<boolean> => {
    const owner = await readOwner(disk, path)
    return typeof owner === 'object' && owner.nonce === me.nonce
  }
  async function touch(): Promise<void> {
    isHeld = await isMine()
    if (!isHeld) return clearInterval(touching)
    const handle = await disk.open(path, 'r+')
    await handle.write(JSON.stringify(me), 0).finally(() => handle.close())
  }
  // A disk that fails for a moment is no reason to let go; the next touch tells.
  const touching = setInterval(() => void touch().catch(() => undefined), TOUCH_MS)
  touching.unref()
  return {
    isHeld: () => isHeld,
    async release() {
      clearInterval(touching)
      held.delete(me.nonce)
      if (await isMine().catch(() => false)) await removeIfThere(disk, path)
    },
  }
}

/** The start time of a process in the kernel's ticks; undefined where the system has no /proc. */
async function beginningOf(pid: number): Promise<string | undefined> {
  try {
    const stat = await fs.readFile(`/proc/${pid}/stat`, 'latin1')
    // The command's name in brackets may hold blanks: the fields are counted after it. proc(5), starttime is the 22nd.
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')[19]
  } catch {
    return undefined
  }
}
