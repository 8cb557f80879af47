import type { TestProject } from 'vitest/node'
import { openDoor } from '../on-demand.ts'
import { runPostgres } from './postgres-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the URL of the run's PostgreSQL is to be had. */
    sharedPostgres?: string
  }
}

/** One PostgreSQL for a whole run, started when the first test file asks for it and stopped when the run is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const { url, close } = await openDoor(async () => {
    const server = await runPostgres()
    return { name: server.urlOf('postgres'), end: server.stop }
  })
  project.provide('sharedPostgres', url)
  return close
}
