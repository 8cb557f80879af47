import { readdirSync, readFileSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, expect, test } from 'vitest'
import { environment } from '../../src/environment.ts'
import { inFolder } from './program.ts'

const SRC = new URL('../../src/', import.meta.url)

afterEach(() => {
  delete process.env.LIAISON_TEST_SET
  delete process.env.LIAISON_TEST_ADDED
})

test('a file adds to the environment, and takes nothing from it', async () => {
  process.env.LIAISON_TEST_SET = 'here'
  await inFolder(async (folder) => {
    await writeFile(join(folder, '.env'), 'LIAISON_TEST_SET=there\nLIAISON_TEST_ADDED=there\n')
    expect(environment(join(folder, '.env'))).toMatchObject({ LIAISON_TEST_SET: 'here', LIAISON_TEST_ADDED: 'there' })
    expect(environment(join(folder, 'none'))).toBe(process.env)
  })
})

test('every command reads it this way, so that all work on the same store', () => {
  const programs = readdirSync(SRC).filter((name) => name.endsWith('.ts') && name !== 'environment.ts')
  const others = programs.filter((name) => readFileSync(new URL(name, SRC), 'utf8').includes('process.env'))
  expect(programs.length).toBeGreaterThan(20)
  expect(others).toEqual([])
})
