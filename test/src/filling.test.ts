import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { readDirectoryFile } from '../../src/filling.ts'
import { inFolder } from './program.ts'

test('a directory file that is none is told in a sentence', async () => {
  await inFolder(async (folder) => {
    const file = join(folder, 'directory.json')
    expect(await readDirectoryFile(file)).toEqual({ ok: false, error: `${file} cannot be read.` })
    await writeFile(file, '{"partners":')
    expect(await readDirectoryFile(file)).toEqual({ ok: false, error: `${file} is no JSON.` })
    await writeFile(file, '\uFEFF{"partners":[{"people":[]}]}')
    expect(await readDirectoryFile(file)).toMatchObject({
      ok: false,
      error: expect.stringContaining(`${file}: partners[0].name: `),
    })
  })
})
