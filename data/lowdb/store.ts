import { Low } from 'lowdb'
import { settleDelivery, takeDelivery } from '../leases.ts'
import { CannotStore, diskReason, StoreProblem } from '../problem.ts'
import type { RecordKind, RecordRef } from '../records.ts'
import type { Reads, Result, Store, Turn } from '../store.ts'
import { createJournaledFile, type JournaledFile, readRaw } from './adapter.ts'
import { planTurn } from './commit.ts'
import { type Disk, makeFolderOf, REAL_DISK, removeIfThere } from './disk.ts'
import { tablesOf } from './document.ts'
import { takeLock } from './lock.ts'
import { createMemory, type Memory, recordsAmong } from './memory.ts'
import { DOCUMENT_MIGRATIONS, type DocumentMigration } from './migrations.ts'
import { type Change, emptyTables, type Tables } from './tables.ts'
import { planRedaction, pruned } from './upkeep.ts'
import { createWriter, type Writer } from './writer.ts'

/** The journal is folded into the file when it is longer than the file, and longer than this. */
const FOLD_BYTES = 4 * 1024 * 1024
/** It is folded sooner when nothing was written for so long, unless the file is many times longer. */
const QUIET_MS = 1_000
const QUIET_RATIO = 20

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
  let unlock: (() => Promise<void>) | undefined
  try {
    await makeFolderOf(disk, file)
    unlock = await takeLock(disk, file, crypto.randomUUID())
    await removeIfThere(disk, `${file}.tmp`)
    const journal = createJournaledFile(disk, file, migrations)
    const low = new Low<Tables>(journal, emptyTables())
    await low.read()
    // One file to begin with: journals that a crash left are folded in, and migrations take effect.
    await low.write()
    return { ok: true, value: createStore(low, journal, unlock) }
  } catch (error) {
    await unlock?.().catch(() => undefined)
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
  return createStore(new Low<Tables>(nowhere, emptyTables()), nowhere, async () => undefined)
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

function createStore(low: Low<Tables>, journal: JournaledFile, unlock: () => Promise<void>): Store {
  const memory: Memory = createMemory(low.data)
  const watchers = new Set<{ kinds: readonly RecordKind[]; changed: (refs: readonly RecordRef[]) => void }>()
  let folding: Promise<void> | undefined
  let quiet: NodeJS.Timeout | undefined

  /**
   * Folds the journal into the file beside the turns that go on; one that fails is tried again later. Called between
   * batches alone: no append is under way.
   */
  function fold(): void {
    clearTimeout(quiet)
    memory.apply(pruned(memory.tables))
    folding ??= low
      .write()
      .catch((error: unknown) => {
        if (!(error instanceof CannotStore)) throw error
      })
      .finally(() => {
        folding = undefined
      })
  }

  const writer: Writer = createWriter({
    memory,
    append: (changes) => journal.append(changes),
    stored(changes) {
      const sizes = journal.sizes()
      if (sizes.journal > FOLD_BYTES && sizes.journal > sizes.file && !folding) fold()
      else if (sizes.journal > 0) {
        clearTimeout(quiet)
        quiet = setTimeout(() => void writer.run(foldWhenQuiet, { isAlone: true }), QUIET_MS).unref()
      }
      tell(changes)
    },
  })

  function foldWhenQuiet(): void {
    const sizes = journal.sizes()
    if (!folding && (sizes.journal * QUIET_RATIO > sizes.file || sizes.file < FOLD_BYTES / QUIET_RATIO)) fold()
  }

  async function foldNow(): Promise<void> {
    await writer.idle()
    await folding
    if (journal.sizes().journal > 0) await writer.run(fold, { isAlone: true })
    await folding
  }

  /** A watcher's bug is no reason to stop storing: it surfaces by itself. */
  function tell(changes: readonly Change[]): void {
    const refs = recordsAmong(changes)
    for (const { kinds, changed } of watchers) {
      const mine = refs.filter(({ kind }) => kinds.includes(kind))
      try {
        if (mine.length > 0) changed(mine)
      } catch (error) {
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  return {
    ...memory.reads,

    async commit(turn) {
      // The store's own copy, plain JSON: what the caller does with its turn later changes nothing here.
      const mine: Turn = JSON.parse(JSON.stringify(turn))
      try {
        return await writer.run((draft) => planTurn(mine, draft, memory))
      } catch (error) {
        if (error instanceof CannotStore) return { ok: false, error: { kind: 'cannot-store', reason: error.message } }
        throw error
      }
    },

    async lease(now, lease, limit) {
      try {
        return await writer.run(
          (draft) => {
            const taken = memory.waiting.takable(now, limit).map((delivery) => takeDelivery(delivery, lease))
            for (const row of taken) draft.change({ table: '$outbox', key: row.id, row })
            return taken
          },
          { isAlone: true },
        )
      } catch (error) {
        if (error instanceof CannotStore) return []
        throw error
      }
    },

    async settle(id, owner, settlement) {
      try {
        return await writer.run((draft) => {
          const delivery = draft.row('$outbox', id)
          if (delivery?.state !== 'due' || delivery.lease?.owner !== owner) return false
          draft.change({ table: '$outbox', key: id, row: settleDelivery(delivery, settlement) })
          return true
        })
      } catch (error) {
        if (error instanceof CannotStore) return false
        throw error
      }
    },

    nextDue: async () => memory.waiting.nextDue(),

    async redact(names, replacement) {
      const places = await writer.run((draft) => planRedaction(memory.tables, draft, names, replacement), {
        isAlone: true,
      })
      // The journal still holds the names, and so would a file that is being written now.
      await foldNow()
      return places
    },

    watch(kinds, changed) {
      const watcher = { kinds, changed }
      watchers.add(watcher)
      return () => void watchers.delete(watcher)
    },

    async check() {
      try {
        await journal.probe()
        return { ok: true, value: true }
      } catch (error) {
        if (error instanceof CannotStore) return { ok: false, error: error.message }
        throw error
      }
    },

    async close() {
      await foldNow()
      await journal.close()
      await unlock()
    },
  }
}
