import { photosOfBackup, pourBackup, writeBackup } from '../data/backup-file.ts'
import { fillLowdbFile, pourTables, withLowdbFile } from '../data/lowdb/copy.ts'
import { readLowdbFile } from '../data/lowdb/store.ts'
import { comparedPhoto, type KeptPhoto, photosOf, putPhoto } from '../data/photo-copy.ts'
import type { PhotoShelf } from '../data/photo-shelf.ts'
import type { DatabaseCopy } from '../data/postgres/copy.ts'
import { storableOf } from '../data/postgres/rows.ts'
import { CannotStore, StoreProblem } from '../data/problem.ts'
import type { Result } from '../data/store.ts'
import { createTally, type Pour, type StoredRow, type Tally } from '../data/stored-rows.ts'
import { openPhotos } from './photo-opening.ts'
import type { StoreChoice } from './store-opening.ts'

/** Told of how many rows have been copied, now and then. */
export type Progress = (rows: number) => void
const ROWS_A_REPORT = 10_000

/** Writes all that a store holds to a new file, reads that back, and compares. Beside a running server too. */
export async function backUp(choice: StoreChoice, file: string, progress: Progress): Promise<Result<number, string>> {
  return pouring(choice, (pour) =>
    withPhotos(choice, async (shelf) => {
      const source = createTally()
      const photos = tallied(photosOf(shelf), source)
      const copied = await writeBackup(file, photos, withProgress(mapped(pour, unchanged, source.sink), progress))
      const written = createTally()
      await pourBackup(file)(written.sink)
      for await (const _ of tallied(photosOfBackup(file), written));
      return same(copied, source.differences(written))
    }),
  )
}

/** Fills an empty store from a backup, reads it back, and compares. */
export async function restore(choice: StoreChoice, file: string, progress: Progress): Promise<Result<number, string>> {
  const source = createTally()
  const pour = withProgress(mapped(pourBackup(file), withDoubt, source.sink), progress)
  switch (choice.kind) {
    case 'memory':
      return { ok: false, error: 'There is no store to restore into.' }
    case 'database':
      return plusPhotos(await fillDatabase(choice.url, pour), choice, photosOfBackup(file))
    case 'file':
    case 'demo': {
      const filled = await fillLowdbFile(choice.file, pour)
      if (!filled.ok) return filled
      const read = await readLowdbFile(choice.file)
      if (!read.ok) return read
      const kept = createTally()
      await pourTables(read.value.tables)(kept.sink)
      return plusPhotos(same(kept.total(), source.differences(kept)), choice, photosOfBackup(file))
    }
    default:
      return choice satisfies never
  }
}

/** Copies a store's file, which nobody else writes meanwhile, and its photographs into an empty database. */
export async function moveToDatabase(file: string, url: string, progress: Progress): Promise<Result<number, string>> {
  return withLowdbFile(file, async (tables) => {
    const filled = await fillDatabase(url, withProgress(pourTables(tables), progress))
    return withPhotos({ kind: 'file', file }, (shelf) => plusPhotos(filled, { kind: 'database', url }, photosOf(shelf)))
  })
}

/** Fills an empty database and compares; one that holds the very same already is left as it is. */
export async function fillDatabase(url: string, pour: Pour): Promise<Result<number, string>> {
  return withDatabase(url, async (database) => {
    const source = createTally()
    const isEmpty = await database.isEmpty()
    if (isEmpty) await database.fill(mapped(pour, storableOf, source.sink))
    else await mapped(pour, storableOf, source.sink)(async () => undefined)
    const kept = createTally()
    await database.pour(kept.sink)
    const differences = source.differences(kept)
    if (isEmpty || differences.length === 0) return same(kept.total(), differences)
    return { ok: false, error: `The database is not empty. It was left as it is. (${differences.join('; ')})` }
  })
}

/** Puts the photographs beside rows that were copied, and compares; adds them to the count. */
async function plusPhotos(
  copied: Result<number, string>,
  to: StoreChoice,
  photos: AsyncIterable<KeptPhoto>,
): Promise<Result<number, string>> {
  if (!copied.ok) return copied
  return withPhotos(to, async (shelf) => {
    const source = createTally()
    for await (const photo of tallied(photos, source)) await putPhoto(shelf, photo)
    const kept = createTally()
    for await (const _ of tallied(photosOf(shelf), kept));
    return same(copied.value + kept.total(), source.differences(kept))
  })
}

/** Its driver is loaded only where there is a database. */
async function withDatabase<T>(
  url: string,
  use: (database: DatabaseCopy) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const copy = await import('../data/postgres/copy.ts')
  return copy.withDatabase(url, use)
}

async function withPhotos<T>(
  choice: StoreChoice,
  use: (shelf: PhotoShelf) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  const shelf = await openPhotos(choice)
  try {
    return await use(shelf)
  } catch (error) {
    if (error instanceof CannotStore) return { ok: false, error: `The photographs cannot be kept: ${error.message}.` }
    throw error
  } finally {
    await shelf.close()
  }
}

async function* tallied(photos: AsyncIterable<KeptPhoto>, tally: Tally): AsyncGenerator<KeptPhoto> {
  for await (const photo of photos) {
    tally.add('$photos', comparedPhoto(photo))
    yield photo
  }
}

/** What was due when the backup was made may have been sent since: it is looked for before it is sent. */
function withDoubt(stored: StoredRow): StoredRow {
  if (stored.table !== '$outbox' || stored.row.state !== 'due') return stored
  const { lease, ...row } = stored.row
  return { table: '$outbox', row: { ...row, isInDoubt: true } }
}

async function pouring<T>(
  choice: StoreChoice,
  use: (pour: Pour) => Promise<Result<T, string>>,
): Promise<Result<T, string>> {
  try {
    switch (choice.kind) {
      case 'memory':
        return { ok: false, error: 'There is no store to copy.' }
      case 'database':
        return await withDatabase(choice.url, (database) => use(database.pour))
      case 'file':
      case 'demo': {
        const read = await readLowdbFile(choice.file)
        return read.ok ? await use(pourTables(read.value.tables)) : read
      }
      default:
        return choice satisfies never
    }
  } catch (error) {
    if (error instanceof StoreProblem) return { ok: false, error: error.message }
    throw error
  }
}

function same(rows: number, differences: readonly string[]): Result<number, string> {
  if (differences.length === 0) return { ok: true, value: rows }
  return { ok: false, error: `The copy differs from what was copied: ${differences.join('; ')}. Do not use it.` }
}

const unchanged = (row: StoredRow): StoredRow => row

function mapped(
  pour: Pour,
  change: (row: StoredRow) => StoredRow,
  also: Parameters<Pour>[0] = async () => undefined,
): Pour {
  return (sink) =>
    pour(async (rows) => {
      const changed = rows.map(change)
      await also(changed)
      await sink(changed)
    })
}

/** The same, telling how far it is. */
export function withProgress(pour: Pour, progress: Progress): Pour {
  return async (sink) => {
    let done = 0
    await pour(async (rows) => {
      await sink(rows)
      if (Math.floor((done + rows.length) / ROWS_A_REPORT) > Math.floor(done / ROWS_A_REPORT))
        progress(done + rows.length)
      done += rows.length
    })
  }
}
