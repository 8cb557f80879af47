import type { TestProject } from 'vitest/node'
import { buildProgram } from './built-program.ts'
import { openDoor } from './on-demand.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the folder of the run's built program is to be had. */
    sharedBuild?: string
  }
}

/** The program as a container runs it, built once a run: its commands start in half the time that the sources take. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await openDoor(() => buildProgram('tsconfig.program.json'))
  project.provide('sharedBuild', url)
  return close
}
