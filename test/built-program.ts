import { execFile } from 'node:child_process'
import { cp, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import type { Made } from './on-demand.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const ASSETS = ['adapters/web/assets', 'src/pages/spotlights/assets', 'src/pages/calendar/assets', 'data/sample.json']

/**
 * Builds the program as a container runs it, by a project of this folder that may add to it, into a folder of its own
 * below `node_modules`, where it finds its dependencies. `more`: what is copied beside the program's own assets.
 */
export async function buildProgram(project: string, more: readonly string[] = []): Promise<Made> {
  const cache = join(ROOT, 'node_modules/.cache')
  await mkdir(cache, { recursive: true })
  const folder = await mkdtemp(join(cache, 'liaison-test-'))
  const compiler = join(ROOT, 'node_modules/typescript/bin/tsc')
  await promisify(execFile)(process.execPath, [compiler, '-p', join(ROOT, 'test', project), '--outDir', folder])
  await Promise.all([...ASSETS, ...more].map((name) => cp(join(ROOT, name), join(folder, name), { recursive: true })))
  return { name: folder, end: () => rm(folder, { recursive: true, force: true }) }
}
