import { afterAll, beforeAll, describe } from 'vitest'
import { openPostgresStore } from '../../data/postgres/store.ts'
import type { Store } from '../../data/store.ts'
import { emptyDatabase, type PostgresServer, startPostgres } from './postgres-server.ts'
import { describeStore } from './store-contract.ts'

let server: PostgresServer
let url: string
beforeAll(async () => {
  server = await startPostgres()
  url = await server.createDatabase()
  await (await openUrl(url)).close()
})
afterAll(async () => {
  await server.stop()
})

async function openUrl(url: string): Promise<Store> {
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  return opened.value
}

describe('PostgreSQL', () => {
  describeStore('the PostgreSQL store', async () => {
    await emptyDatabase(url)
    let store = await openUrl(url)
    return {
      store,
      async reopen() {
        await store.close()
        store = await openUrl(url)
        return store
      },
      end: () => store.close(),
    }
  })
})
