import { readLowdbFile } from '../data/lowdb/store.ts'
import type { Reads, Result } from '../data/store.ts'
import { openChosen, type StoreChoice } from './store-opening.ts'

/** A store that is only read, beside a running server too. */
export async function openReads(
  choice: StoreChoice,
): Promise<Result<{ reads: Reads; close: () => Promise<void> }, string>> {
  switch (choice.kind) {
    case 'memory':
      return { ok: false, error: 'There is no store to read.' }
    case 'database': {
      const store = await openChosen(choice)
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
