import { Low } from 'lowdb'
import { CannotStore, diskReason, StoreProblem } from '../problem.ts'
import type { Reads, Result, Store } from '../store.ts'
import { createJournaledFile, type JournaledFile, readRaw } from './adapter.ts'
import { type Disk, makeFolderOf, REAL_DISK, removeIfThere } from './disk.ts'
import { tablesOf } from './document.ts'
import { createJournaledStore } from './journaled-store.ts'
import { type Lock, takeLock } from './lock.ts'
import { createMemory } from './memory.ts'
import { DOCUMENT_MIGRATIONS, type DocumentMigration } from './migrations.ts'
import { emptyTables, type Tables } from './tables.ts'

export type LowdbOptions = {
  file: string
  disk?: Disk
  migrations?: readonly DocumentMigration[]
}

/** Opens the store in a file, and makes the file where there is none; or says in one sentence why it cannot. */
export async function openLowdbStore({
  file,
  disk = REAL_DISK,
  migrations = DOCUMENT_MIGRATIONS,
}: LowdbOptions): Promise<Result<Store, string>> {
  let lock: Lock | undefined
  try {
    await makeFolderOf(disk, file)
    lock = await takeLock(disk, file, crypto.randomUUID())
    await removeIfThere(disk, `${file}.tmp`)
    const journal = createJournaledFile(disk, file, migrations)
    const low = new Low<Tables>(journal, emptyTables())
    await low.read()
    // One file to begin with: journals that a crash left are folded in, and migrations take effect.
    await low.write()
    return { ok: true, value: createJournaledStore(low, journal, lock) }
  } catch (error) {
    await lock?.release().catch(() => undefined)
    return { ok: false, error: sentenceOf(error, file) }
  }
}

/** The same store without a file: for tests, and gone with the process. */
export function openMemoryStore(): Store {
  const nowhere: JournaledFile = {
    read: async () => null,
    write: async () => undefined,
    append: async () => undefined,
    probe: async () => undefined,
    sizes: () => ({ journal: 0, file: 0 }),
    close: async () => undefined,
  }
  return createJournaledStore(new Low<Tables>(nowhere, emptyTables()), nowhere, {
    isHeld: () => true,
    release: async () => undefined,
  })
}

/** What the file and its journals hold, also beside a running server. */
export async function readLowdbFile(
  file: string,
  disk: Disk = REAL_DISK,
  migrations: readonly DocumentMigration[] = DOCUMENT_MIGRATIONS,
): Promise<Result<{ reads: Reads; tables: Tables }, string>> {
  try {
    for (let attempt = 0; attempt < 20; attempt += 1) {
      const before = await disk.stat(file)
      const raw = await readRaw(disk, file)
      const after = await disk.stat(file)
      // The journals were folded in meanwhile: some of them may have been gone before they were read.
      if (before.ino !== after.ino || before.mtimeMs !== after.mtimeMs || !raw) continue
      const tables = tablesOf(raw.document, file, migrations)
      return { ok: true, value: { reads: createMemory(tables).reads, tables } }
    }
    return { ok: false, error: `${file} changes faster than it can be read.` }
  } catch (error) {
    return { ok: false, error: sentenceOf(error, file) }
  }
}

function sentenceOf(error: unknown, file: string): string {
  if (error instanceof StoreProblem) return error.message
  if (error instanceof CannotStore) return `${error.message}.`
  const reason = diskReason(error)
  if (!reason) throw error
  return `${file} cannot be opened: ${reason}.`
}
