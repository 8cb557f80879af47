import type fs from 'node:fs/promises'
import { basename, dirname, join } from 'node:path'
import type { Adapter } from 'lowdb'
import { CannotStore, diskReason, StoreProblem } from '../problem.ts'
import { type Disk, FILE_MODE, flushFolderOf, readIfThere, removeIfThere, replaceFile, writeWhole } from './disk.ts'
import { documentPieces, parseDocument, replay, tablesOf } from './document.ts'
import { decodeJournal, encodeBatch } from './journal.ts'
import type { DocumentMigration, RawDocument } from './migrations.ts'
import type { Change, Tables } from './tables.ts'

/**
 * lowdb's adapter for a file that outlasts crashes. The readable file holds everything up to its `generation`; what was
 * committed since is in the journal of that generation beside it (`<file>.journal-<generation>`, and later ones), one
 * flushed batch after another. `write` folds the journals into the file: written anew, flushed, renamed, and only then
 * are the journals removed. Turns are appended meanwhile, to the next generation's journal.
 */
export type JournaledFile = Adapter<Tables> & {
  /** Resolves once the changes are on the disk; rejects with CannotStore where they are not, and then none are. */
  append(changes: readonly Change[]): Promise<void>
  /** Rejects with CannotStore while nothing could be appended; leaves no trace. */
  probe(): Promise<void>
  /** Bytes appended since the file was last written, and bytes of the file. */
  sizes(): { journal: number; file: number }
  close(): Promise<void>
}

/** Rows turned to text at a time, so that turns are taken in between. */
const ROWS_A_PIECE = 500

export function journalNamesOf(file: string, names: readonly string[]): { path: string; generation: number }[] {
  const prefix = `${basename(file)}.journal-`
  return names
    .filter((name) => name.startsWith(prefix) && /^\d+$/.test(name.slice(prefix.length)))
    .map((name) => ({ path: join(dirname(file), name), generation: Number(name.slice(prefix.length)) }))
    .sort((a, b) => a.generation - b.generation)
}

/** The file with its journals replayed, before migration; undefined where there is neither. Writes nothing. */
export async function readRaw(
  disk: Disk,
  file: string,
): Promise<{ document: RawDocument; last: number; journalBytes: number; fileBytes: number } | undefined> {
  const [main, names] = [await readIfThere(disk, file), await disk.readdir(dirname(file)).catch(() => [])]
  const journals = journalNamesOf(file, names)
  if (main === undefined) {
    if (journals[0]) throw new StoreProblem(`${file} is missing, but ${journals[0].path} is there; restore a backup.`)
    return undefined
  }
  let document = parseDocument(main.toString(), file)
  let last = document.generation
  let journalBytes = 0
  for (const { path, generation } of journals) {
    if (generation < document.generation) continue
    const journal = await readIfThere(disk, path)
    if (!journal) continue
    const { changes, isDamaged } = decodeJournal(journal)
    if (isDamaged) throw new StoreProblem(`${path} is damaged in its midst. It was left as it is; restore a backup.`)
    document = replay(document, changes, file)
    last = Math.max(last, generation)
    journalBytes += journal.length
  }
  return { document, last, journalBytes, fileBytes: main.length }
}

/** Runs what writes; what the disk does not take becomes a sentence. */
async function orCannotStore<T>(file: string, write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    const reason = diskReason(error)
    throw reason ? new CannotStore(`${file}: ${reason}`, { cause: error }) : error
  }
}

export function createJournaledFile(disk: Disk, file: string, migrations: readonly DocumentMigration[]): JournaledFile {
  let generation = 0
  let journal: { handle: fs.FileHandle; size: number } | undefined
  /** A batch failed and its remains could not be cut off: they are, before the next one. */
  let hasRemains = false
  let journalBytes = 0
  let fileBytes = 0

  async function openJournal(): Promise<{ handle: fs.FileHandle; size: number }> {
    const path = `${file}.journal-${generation}`
    const handle = await disk.open(path, 'a', FILE_MODE)
    try {
      await flushFolderOf(disk, path)
    } catch (error) {
      await handle.close()
      throw error
    }
    return { handle, size: 0 }
  }

  async function cutRemains(open: { handle: fs.FileHandle; size: number }): Promise<void> {
    await open.handle.truncate(open.size)
    await open.handle.datasync()
    hasRemains = false
  }

  return {
    async read() {
      const raw = await readRaw(disk, file)
      if (!raw) return null
      const tables = tablesOf(raw.document, file, migrations)
      if (raw.document.schemaVersion <= migrations.length) {
        const backup = `${file}.schema-${raw.document.schemaVersion}.backup`
        if (!(await readIfThere(disk, backup))) await replaceFile(disk, backup, [JSON.stringify(raw.document)])
      }
      generation = raw.last
      journalBytes = raw.journalBytes
      fileBytes = raw.fileBytes
      return tables
    },

    async append(changes) {
      const batch = encodeBatch(changes)
      await orCannotStore(file, async () => {
        journal ??= await openJournal()
        if (hasRemains) await cutRemains(journal)
        try {
          await writeWhole(journal.handle, batch)
          await journal.handle.datasync()
        } catch (error) {
          hasRemains = true
          await cutRemains(journal).catch(() => undefined)
          throw error
        }
        journal.size += batch.length
        journalBytes += batch.length
      })
    },

    async write(tables) {
      // A refused batch that is still in the journal would come back if this write failed.
      if (hasRemains) throw new CannotStore(`${file}: its journal cannot be written`)
      // No await before the pieces are made: they show one moment, and later batches go to the next journal.
      const old = journal
      journal = undefined
      generation += 1
      const folded = journalBytes
      const pieces = documentPieces(tables, generation, migrations.length + 1, ROWS_A_PIECE)
      const mine = generation
      await old?.handle.close()
      fileBytes = await orCannotStore(file, () => replaceFile(disk, file, pieces))
      journalBytes -= folded
      // One that cannot be removed now is of an older generation: never read again, and removed by the next write.
      for (const { path, generation: older } of journalNamesOf(
        file,
        await disk.readdir(dirname(file)).catch(() => []),
      )) {
        if (older < mine) await removeIfThere(disk, path).catch(() => undefined)
      }
    },

    async probe() {
      await orCannotStore(file, async () => {
        await replaceFile(disk, `${file}.probe`, ['.'])
        await removeIfThere(disk, `${file}.probe`)
      })
    },

    sizes: () => ({ journal: journalBytes, file: fileBytes }),
    async close() {
      await journal?.handle.close()
      journal = undefined
    },
  }
}
