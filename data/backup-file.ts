import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { readLines } from './lines.ts'
import { StoreProblem } from './problem.ts'
import { checkRow } from './row-schemas.ts'
import { createTally, isTableName, type Pour, type StoredRow, TABLE_NAMES, type TableName } from './stored-rows.ts'

/**
 * A backup: JSON a line. The first says what it is, then each row with its table, and the last how many rows of each
 * table there are and what they add up to: a file that was cut short, or changed, is seen to be.
 */
const FORMAT = 'liaison-backup'
/** Grows with the shape of rows, as the stores' own versions do. */
const VERSION = 1
const ROWS_A_STEP = 500

const headSchema = z.object({ format: z.literal(FORMAT), version: z.number().int().positive() })
const sumSchema = z.object({ count: z.number().int().nonnegative(), digest: z.string() })
const rowSchema = z.object({ table: z.string(), row: z.unknown() })
const endSchema = z.object({ end: z.record(z.string(), sumSchema) })

/** Writes a new file, for its owner alone, and flushes it; one that is there already is not touched. Counts the rows. */
export async function writeBackup(file: string, pour: Pour): Promise<number> {
  const temporary = `${file}.part`
  await fs.mkdir(dirname(file), { recursive: true })
  if (await fs.stat(file).catch(() => undefined)) throw new StoreProblem(`${file} is there already.`)
  const tally = createTally()
  const handle = await fs.open(temporary, 'w', 0o600)
  try {
    await handle.appendFile(`${JSON.stringify({ format: FORMAT, version: VERSION })}\n`)
    await pour(async (rows) => {
      await tally.sink(rows)
      await handle.appendFile(rows.map((row) => `${JSON.stringify(row)}\n`).join(''))
    })
    const end = Object.fromEntries(TABLE_NAMES.map((table) => [table, tally.of(table)]))
    await handle.appendFile(`${JSON.stringify({ end })}\n`)
    await handle.sync()
  } catch (error) {
    await fs.rm(temporary, { force: true })
    throw error
  } finally {
    await handle.close()
  }
  await fs.rename(temporary, file)
  return tally.total()
}

/** All rows of a backup. Rejects with a StoreProblem where it is not whole and sound, at its end at the latest. */
export function pourBackup(file: string): Pour {
  return async (sink) => {
    const bad = (why: string): StoreProblem => new StoreProblem(`${file} ${why}`)
    const tally = createTally()
    let step: StoredRow[] = []
    let number = 0
    let end: z.infer<typeof endSchema>['end'] | undefined
    const give = async (): Promise<void> => {
      await tally.sink(step)
      await sink(step)
      step = []
    }
    const handle = await fs.open(file).catch(() => {
      throw bad('cannot be read.')
    })
    await handle.close()
    for await (const line of readLines(createReadStream(file))) {
      number += 1
      const json = parse(line)
      if (number === 1) {
        const head = headSchema.safeParse(json)
        if (!head.success) throw bad('is no backup of Liaison.')
        if (head.data.version > VERSION) throw bad('was written by a newer Liaison. Update Liaison.')
        continue
      }
      const row = rowSchema.safeParse(json)
      if (row.success && json !== undefined) {
        const { table } = row.data
        if (!isTableName(table)) throw bad(`holds "${table}", which this Liaison does not know.`)
        const checked = checkRow(table, row.data.row)
        if (!checked.ok) throw bad(`is damaged in line ${number}.`)
        step.push(checked.value)
        if (step.length >= ROWS_A_STEP) await give()
        continue
      }
      const last = endSchema.safeParse(json)
      if (!last.success || end) throw bad(`is damaged in line ${number}.`)
      end = last.data.end
    }
    if (number === 0) throw bad('is no backup of Liaison.')
    await give()
    if (!end) throw bad('was cut short.')
    for (const table of new Set<TableName>([...TABLE_NAMES])) {
      const { count, digest } = tally.of(table)
      if ((end[table]?.count ?? 0) !== count || (count > 0 && end[table]?.digest !== digest)) {
        throw bad(`is damaged: its ${table} rows are not those that were written.`)
      }
    }
  }
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
