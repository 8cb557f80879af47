import { crc32 } from 'node:zlib'
import type { Change } from './tables.ts'

/**
 * The journal: one line a batch, `<length of the JSON in bytes> <CRC-32 of it, hex> <JSON list of changes>`. A batch is
 * written whole and flushed before the next one, so a line that is not sound can only be the last: what was never
 * acknowledged.
 */
export function encodeBatch(changes: readonly Change[]): Buffer {
  const json = Buffer.from(JSON.stringify(changes))
  return Buffer.concat([Buffer.from(`${json.length} ${crc32(json).toString(16)} `), json, Buffer.from('\n')])
}

/** A change as it was read: not yet known to be sound. */
export type RawChange = { table: string; key: string; row?: unknown }

/** The batches in order; `isDamaged`: a sound line follows one that is not. A torn tail is left out. */
export function decodeJournal(journal: Buffer): { changes: RawChange[]; isDamaged: boolean } {
  const changes: RawChange[] = []
  let isTorn = false
  let start = 0
  while (start < journal.length) {
    const end = journal.indexOf(10, start)
    const batch = end < 0 ? undefined : decodeLine(journal.subarray(start, end))
    if (batch && isTorn) return { changes, isDamaged: true }
    if (batch) for (const change of batch) changes.push(change)
    else isTorn = true
    start = end < 0 ? journal.length : end + 1
  }
  return { changes, isDamaged: false }
}

function decodeLine(line: Buffer): RawChange[] | undefined {
  const head = /^(\d+) ([0-9a-f]+) /.exec(line.subarray(0, 32).toString('latin1'))
  if (!head) return undefined
  const json = line.subarray(head[0].length)
  if (json.length !== Number(head[1]) || crc32(json).toString(16) !== head[2]) return undefined
  const batch: unknown = JSON.parse(json.toString())
  return Array.isArray(batch) && batch.every(isRawChange) ? batch : undefined
}

const isRawChange = (change: unknown): change is RawChange =>
  typeof change === 'object' &&
  change !== null &&
  typeof Reflect.get(change, 'table') === 'string' &&
  typeof Reflect.get(change, 'key') === 'string'
