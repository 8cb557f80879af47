import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { TestProject } from 'vitest/node'
import { type Made, openDoor } from './on-demand.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the folder of the run's built program is to be had. */
    sharedBuild?: string
  }
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ASSETS = ['adapters/web/assets', 'src/pages/spotlights/assets', 'src/pages/calendar/assets', 'data/sample.json']

/** The program as a container runs it, built once a run: its commands start in half the time that the sources take. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await openDoor(build)
  project.provide('sharedBuild', url)
  return close
}

/** Where the program finds its dependencies: below `node_modules`. */
async function build(): Promise<Made> {
  const cache = join(ROOT, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'liaison-test-'))
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  const project = join(ROOT, 'test/tsconfig.program.json')
  await promisify(execFile)(process.execPath, [compiler, '-p', project, '--outDir', folder])
  await Promise.all(ASSETS.map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })))
  return { name: folder, end: () => rm(folder, { recursive: true, force: true }) }
}
