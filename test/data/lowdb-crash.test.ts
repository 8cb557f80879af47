import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openLowdbStore } from '../../data/lowdb/store.ts'
import { builtFolder } from '../built-folder.ts'

/** Runs the busy process on the file until it has kept so many turns, and kills it. What it said it had kept. */
async function keepUntilKilled(file: string, round: string, many: number): Promise<string[]> {
  const program = join(await builtFolder(), 'test/data/hold-store.js')
  const child = spawn(process.execPath, [program, file, round, '--busy'], { stdio: ['ignore', 'pipe', 'inherit'] })
  let said = ''
  child.stdout.on('data', (chunk) => {
    said += String(chunk)
    if (said.split('\n').length > many) child.kill('SIGKILL')
  })
  await once(child, 'close')
  const [first, ...kept] = said.split('\n').slice(0, -1)
  expect(first).toBe('holding')
  return [round, ...kept]
}

it('killed at any moment: every turn that was acknowledged is there, whole and once', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'liaison-crash-'))
  const file = join(folder, 'liaison.json')
  const kept: string[] = []
  // More than four megabytes a round: some kills fall into the folding of the journal.
  for (const [round, many] of [40, 160, 250, 310, 170].entries()) {
    kept.push(...(await keepUntilKilled(file, `r${round}`, many)))
    const opened = await openLowdbStore({ file })
    if (!opened.ok) throw new Error(opened.error)
    const partners = (await opened.value.find('partner')).map(({ id }) => id)
    expect(kept.filter((id) => !partners.includes(id))).toEqual([])
    for (const id of partners) {
      expect((await opened.value.turn(`turn-${id}`))?.inbound).toBe(id)
      expect((await opened.value.delivery(`d-${id}`))?.state).toBe('due')
    }
    await opened.value.close()
  }
  expect(await readdir(folder)).toEqual(['liaison.json'])
  await rm(folder, { recursive: true })
})
