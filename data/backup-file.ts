import { createReadStream } from 'node:fs'
import fs from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'
import { readLines } from './lines.ts'
import { comparedPhoto, type KeptPhoto, photoSchema } from './photo-copy.ts'
import { StoreProblem } from './problem.ts'
import { checkRow } from './row-schemas.ts'
import { createTally, isTableName, type Pour, type StoredRow } from './stored-rows.ts'

/**
 * A backup: JSON a line. The first says what it is, then each photograph and each row with its table, and the last how
 * many of each there are and what they add up to: a file that was cut short, or changed, is seen to be.
 */
const FORMAT = 'liaison-backup'
/** Grows with the shape of rows, as the stores' own versions do. */
const VERSION = 1
const ROWS_A_STEP = 500

const headSchema = z.object({ format: z.literal(FORMAT), version: z.number().int().positive() })
const rowSchema = z.object({ table: z.string(), row: z.looseObject({}) })
const endSchema = z.object({
  end: z.record(z.string(), z.object({ count: z.number().int().nonnegative(), digest: z.string() })),
})

/**
 * Writes a new file, for its owner alone, and flushes it; one that is there already is not touched. Counts the rows and
 * photographs.
 */
export async function writeBackup(file: string, photos: AsyncIterable<KeptPhoto>, pour: Pour): Promise<number> {
  const temporary = `${file}.part`
  await fs.mkdir(dirname(file), { recursive: true })
  if (await fs.stat(file).catch(() => undefined)) throw new StoreProblem(`${file} is there already.`)
  const tally = createTally()
  const handle = await fs.open(temporary, 'w', 0o600)
  const write = (lines: readonly unknown[]) =>
    handle.appendFile(lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  try {
    await write([{ format: FORMAT, version: VERSION }])
    for await (const photo of photos) {
      tally.add('$photos', comparedPhoto(photo))
      await write([{ photo }])
    }
    await pour(async (rows) => {
      await tally.sink(rows)
      await write(rows)
    })
    await write([{ end: tally.sums() }])
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
    let step: StoredRow[] = []
    for await (const item of readBackup(file)) {
      if ('photo' in item) continue
      step.push(item)
      if (step.length < ROWS_A_STEP) continue
      await sink(step)
      step = []
    }
    if (step.length > 0) await sink(step)
  }
}

/** All photographs of a backup; rejects as `pourBackup` does. */
export async function* photosOfBackup(file: string): AsyncGenerator<KeptPhoto> {
  for await (const item of readBackup(file)) if ('photo' in item) yield item.photo
}

async function* readBackup(file: string): AsyncGenerator<StoredRow | { photo: KeptPhoto }> {
  const bad = (why: string): StoreProblem => new StoreProblem(`${file} ${why}`)
  const tally = createTally()
  let number = 0
  let end: z.infer<typeof endSchema>['end'] | undefined
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
    const item = itemOf(json)
    if (item === undefined || end) throw bad(`is damaged in line ${number}.`)
    if ('unknown' in item) throw bad(`holds "${item.unknown}", which this Liaison does not know.`)
    if ('end' in item) {
      end = item.end
      continue
    }
    if ('photo' in item) tally.add('$photos', comparedPhoto(item.photo))
    else tally.add(item.table, item.row)
    yield item
  }
  if (number === 0) throw bad('is no backup of Liaison.')
  if (!end) throw bad('was cut short.')
  for (const [name, { count, digest }] of Object.entries(tally.sums())) {
    // A table that is younger than the backup has no sum in it, and no rows.
    if ((end[name]?.count ?? 0) !== count || (count > 0 && end[name]?.digest !== digest)) {
      const what = name === '$photos' ? 'photographs' : `${name} rows`
      throw bad(`is damaged: its ${what} are not those that were written.`)
    }
  }
}

type Item = StoredRow | { photo: KeptPhoto } | { end: z.infer<typeof endSchema>['end'] } | { unknown: string }

/** What a line holds; undefined where it is nothing sound. */
function itemOf(json: unknown): Item | undefined {
  const row = rowSchema.safeParse(json)
  if (row.success) {
    const { table } = row.data
    if (!isTableName(table)) return { unknown: table }
    const checked = checkRow(table, row.data.row)
    return checked.ok ? checked.value : undefined
  }
  const photo = photoSchema.safeParse(json)
  if (photo.success) return photo.data
  const last = endSchema.safeParse(json)
  return last.success ? last.data : undefined
}

function parse(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch {
    return undefined
  }
}
