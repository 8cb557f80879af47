import { afterAll, beforeAll, expect, it } from 'vitest'
import type { PhotoSizes } from '../../data/photo-shelf.ts'
import { openPhotoTable } from '../../data/postgres/photo-table.ts'
import { openPostgresStore } from '../../data/postgres/store.ts'
import { type PostgresServer, startPostgres } from './postgres-server.ts'
import { minute } from './store-samples.ts'

let server: PostgresServer
beforeAll(async () => {
  server = await startPostgres()
})
afterAll(async () => {
  await server.stop()
})

it('keeps photographs for all replicas, in every width, until they are removed', async () => {
  const url = await server.createDatabase()
  const opened = await openPostgresStore({ url })
  if (!opened.ok) throw new Error(opened.error)
  await opened.value.close()
  const [here, there] = [openPhotoTable(url), openPhotoTable(url)]
  const name = `p${'a'.repeat(22)}`
  const sizes: PhotoSizes = new Map([
    [480, new Uint8Array([0, 255, 1])],
    [960, new Uint8Array(100_000).fill(7)],
  ])
  expect(await here.get(name, 480)).toBeUndefined()
  await here.put(name, sizes, minute(3))
  expect(await there.get(name, 480)).toEqual(new Uint8Array([0, 255, 1]))
  expect(await there.get(name, 960)).toHaveLength(100_000)
  expect(await there.get(name, 1600)).toBeUndefined()
  expect(await there.list()).toEqual([{ name, at: minute(3) }])
  await expect(here.put('../etc/passwd', sizes, minute(3))).rejects.toThrow('no name of a photograph')
  await there.remove(name)
  await there.remove(name)
  expect(await here.get(name, 960)).toBeUndefined()
  expect(await here.list()).toEqual([])
  await here.close()
  await there.close()
})
