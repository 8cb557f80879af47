import { afterAll, beforeAll, expect, it } from 'vitest'
import { openPostgresStore } from '../../../../data/postgres/store.ts'
import type { Store } from '../../../../data/store.ts'
import { createStoryShelf } from '../../../../src/pages/spotlights/story-shelf.ts'
import { type PostgresServer, startPostgres } from '../../../data/postgres-server.ts'
import { consent, NOW, openStage, published, type Stage, ZONE } from './spotlight-stage.ts'

let server: PostgresServer
const opened: Store[] = []
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  for (const store of opened) await store.close()
  await server.stop()
})

async function openStore(url: string): Promise<Store> {
  const store = await openPostgresStore({ url })
  if (!store.ok) throw new Error(store.error)
  opened.push(store.value)
  return store.value
}

it('shows on every replica what one of them has recorded, and no longer what one has taken down', async () => {
  const url = await server.createDatabase()
  const [here, there] = [await openStore(url), await openStore(url)]
  const stage: Stage = await openStage(true, here)
  const shelf = createStoryShelf({ store: there, clock: () => NOW, zone: ZONE })
  expect((await shelf.current()).stories).toEqual([])
  await stage.put('consent', consent())
  await stage.put('story', published())
  await expect.poll(async () => (await shelf.current()).stories.length, { timeout: 5_000 }).toBe(1)
  const own = createStoryShelf({ store: here, clock: () => NOW, zone: ZONE })
  expect((await own.current()).stories[0]?.headline).toBe('Jaylen M. is hired at Great Performances as a line cook')
  await stage.put('consent', consent({ state: 'withdrawn' }))
  // Here at once, there as soon as the database has told.
  expect((await own.current()).gone.has('story-1')).toBe(true)
  await expect.poll(async () => (await shelf.current()).gone.has('story-1'), { timeout: 5_000 }).toBe(true)
  own.close()
  shelf.close()
})
