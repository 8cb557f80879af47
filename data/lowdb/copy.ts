import { CannotStore, diskReason, StoreProblem } from '../problem.ts'
import type { Result } from '../store.ts'
import { keyFieldOf, type Pour, type StoredRow, TABLE_NAMES, type TableName } from '../stored-rows.ts'
import { createJournaledFile, readRaw } from './adapter.ts'
import { type Disk, makeFolderOf, REAL_DISK } from './disk.ts'
import { tablesOf } from './document.ts'
import { type Lock, takeLock } from './lock.ts'
import { DOCUMENT_MIGRATIONS } from './migrations.ts'
import { applyChange, type Change, emptyTables, freeze, type Tables } from './tables.ts'

const ROWS_A_STEP = 500

/** All rows of a store's tables. */
export function pourTables(tables: Tables): Pour {
  return async (sink) => {
    for (const table of TABLE_NAMES) {
      const rows = rowsOf(tables, table)
      for (let at = 0; at < rows.length; at += ROWS_A_STEP) await sink(rows.slice(at, at + ROWS_A_STEP))
    }
  }
}

const rowsOf = <T extends TableName>(tables: Tables, table: T): StoredRow[] =>
  [...tables[table].values()].map((row) => ({ table, row }) as StoredRow)

/**
 * Reads a file that nobody writes meanwhile: its lock is held until `use` is done. Changes nothing in it.
 */
export async function withLowdbFile<T>(
  file: string,
  use: (tables: Tables) => Promise<Result<T, string>>,
  disk: Disk = REAL_DISK,
): Promise<Result<T, string>> {
  return locked(file, disk, async () => {
    const raw = await readRaw(disk, file)
    if (!raw) throw new StoreProblem(`${file} does not exist.`)
    return use(tablesOf(raw.document, file, DOCUMENT_MIGRATIONS))
  })
}

/** Makes a store's file of what is poured, where there is none yet or an empty one. */
export async function fillLowdbFile(file: string, pour: Pour, disk: Disk = REAL_DISK): Promise<Result<true, string>> {
  return locked(file, disk, async () => {
    const journal = createJournaledFile(disk, file, DOCUMENT_MIGRATIONS)
    const there = await journal.read()
    if (there && TABLE_NAMES.some((table) => there[table].size > 0)) {
      throw new StoreProblem(`${file} is not empty. It was left as it is; move it away first.`)
    }
    const tables = emptyTables()
    await pour(async (rows) => {
      for (const row of rows) applyChange(tables, changeOf(row))
    })
    await journal.write(tables)
    return { ok: true, value: true }
  })
}

function changeOf<T extends TableName>({ table, row }: StoredRow<T>): Change<T> {
  return { table, key: String(Reflect.get(row, keyFieldOf(table))), row: freeze(row) } as Change<T>
}

async function locked<T>(file: string, disk: Disk, use: () => Promise<Result<T, string>>): Promise<Result<T, string>> {
  let lock: Lock | undefined
  try {
    await makeFolderOf(disk, file)
    lock = await takeLock(disk, file, crypto.randomUUID())
    return await use()
  } catch (error) {
    if (error instanceof StoreProblem) return { ok: false, error: error.message }
    if (error instanceof CannotStore) return { ok: false, error: `${error.message}.` }
    const reason = diskReason(error)
    if (!reason) throw error
    return { ok: false, error: `${file}: ${reason}.` }
  } finally {
    await lock?.release()
  }
}
