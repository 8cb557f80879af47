import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, expect, it } from 'vitest'
import { openPhotoFolder } from '../../data/photo-folder.ts'
import type { PhotoSizes } from '../../data/photo-shelf.ts'
import { CannotStore } from '../../data/problem.ts'
import { minute } from './store-samples.ts'

const made: string[] = []
afterEach(async () => {
  for (const folder of made.splice(0)) await rm(folder, { recursive: true, force: true })
})
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-photos-'))
  made.push(folder)
  return join(folder, 'liaison.photos')
}

const NAME = `p${'a'.repeat(22)}`
const SIZES: PhotoSizes = new Map([
  [480, new Uint8Array([1])],
  [960, new Uint8Array([1, 2])],
  [1600, new Uint8Array([1, 2, 3])],
])

it('keeps photographs that only their owner may read, until they are removed', async () => {
  const folder = await newFolder()
  const shelf = openPhotoFolder(folder)
  expect(await shelf.list()).toEqual([])
  await shelf.put(NAME, SIZES, minute(1))
  expect(await shelf.get(NAME, 960)).toEqual(new Uint8Array([1, 2]))
  expect((await readdir(folder)).sort()).toEqual([480, 960, 1600].map((width) => `${NAME}-${width}.jpg`).sort())
  for (const file of await readdir(folder)) expect((await stat(join(folder, file))).mode & 0o777).toBe(0o600)
  expect((await stat(folder)).mode & 0o777).toBe(0o700)
  expect((await shelf.list()).map(({ name }) => name)).toEqual([NAME])
  await shelf.remove(NAME)
  await shelf.remove(NAME)
  expect(await shelf.get(NAME, 480)).toBeUndefined()
  expect(await readdir(folder)).toEqual([])
})

it('opens no file but its own', async () => {
  const shelf = openPhotoFolder(await newFolder())
  for (const name of ['../secret', 'p', `${NAME}/..`, '']) {
    await expect(shelf.get(name, 480)).rejects.toThrow('no name of a photograph')
  }
})

it('says why a photograph cannot be kept, and leaves nothing half-written', async () => {
  const folder = await newFolder()
  await writeFile(folder, 'a file where the folder should be')
  const shelf = openPhotoFolder(folder)
  await expect(shelf.put(NAME, SIZES, minute(1))).rejects.toThrow(CannotStore)
})
