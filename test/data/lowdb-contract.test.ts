import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openLowdbStore, openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import { describeStore } from './store-contract.ts'

async function openFile(file: string): Promise<Store> {
  const opened = await openLowdbStore({ file })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

describeStore('the lowdb store', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-store-'))
  const file = join(folder, 'data', 'liaison.json')
  let store = await openFile(file)
  return {
    store,
    async reopen() {
      await store.close()
      store = await openFile(file)
      return store
    },
    async end() {
      await store.close()
      await rm(folder, { recursive: true })
    },
  }
})

describeStore('the store in memory', async () => {
  const store = openMemoryStore()
  return { store, reopen: async () => store, end: () => store.close() }
})
