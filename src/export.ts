import { exportAll } from '../data/export.ts'
import { readLowdbFile } from '../data/lowdb/store.ts'
import { openPostgresStore } from '../data/postgres/store.ts'
import type { Reads, Result } from '../data/store.ts'
import { readConfig } from './config.ts'
import { zoneOf } from './filling.ts'
import { chooseStore, type StoreChoice } from './store-opening.ts'

/** `npm run -s export`: prints every record as one JSON object; beside a running server too. */
async function main(): Promise<number> {
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.problems.join('\n'))
  const opened = await openReads(chooseStore(read.config))
  if (!opened.ok) return refuse(opened.error)
  const { reads, close } = opened.value
  try {
    process.stdout.write(`${JSON.stringify(await exportAll(reads, await zoneOf(reads)), null, 2)}\n`)
    return 0
  } finally {
    await close()
  }
}

async function openReads(choice: StoreChoice): Promise<Result<{ reads: Reads; close: () => Promise<void> }, string>> {
  switch (choice.kind) {
    case 'memory':
      return { ok: false, error: 'There is nothing to export.' }
    case 'database': {
      const store = await openPostgresStore({ url: choice.url })
      return store.ok ? { ok: true, value: { reads: store.value, close: () => store.value.close() } } : store
    }
    case 'file':
    case 'demo': {
      const file = await readLowdbFile(choice.file)
      return file.ok ? { ok: true, value: { reads: file.value.reads, close: async () => undefined } } : file
    }
    default:
      return choice satisfies never
  }
}

function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

process.exitCode = await main()
