import { readFile, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { linkSecretFor } from '../../src/link-secret.ts'
import { inFolder } from './program.ts'

test('a secret is made once, beside the store, for this user alone', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'deep', 'store.json')
    const made = await linkSecretFor(undefined, file)
    const secret = await linkSecretFor(undefined, file)
    expect(secret.length).toBeGreaterThanOrEqual(43)
    expect(made).toBe(secret)
    expect((await readFile(`${file}.secret`, 'utf8')).trim()).toBe(secret)
    expect((await stat(`${file}.secret`)).mode & 0o777).toBe(0o600)
  })
})

test('the one that is configured is taken as it is', async () => {
  expect(await linkSecretFor('x'.repeat(40), '/nowhere/store.json')).toBe('x'.repeat(40))
})

test('a file that holds none is not written over', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'store.json')
    await writeFile(`${file}.secret`, 'short')
    await expect(linkSecretFor(undefined, file)).rejects.toThrow('holds no secret')
  })
})
