import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { TestProject } from 'vitest/node'
import { type PostgresProcess, runPostgres } from './postgres-process.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the URL of the run's PostgreSQL is to be had. */
    sharedPostgres?: string
  }
}

/** One PostgreSQL for a whole run, started when the first test file asks for it and stopped when the run is over. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  let server: Promise<PostgresProcess> | undefined
  const door = createServer((_, response) => {
    server ??= runPostgres()
    server.then(
      ({ urlOf }) => response.end(urlOf('postgres')),
      (error: unknown) => response.writeHead(500).end(String(error)),
    )
  })
  door.listen(0, '127.0.0.1')
  await once(door, 'listening')
  // It listens on a port, so its address is no string.
  const { port } = door.address() as AddressInfo
  project.provide('sharedPostgres', `http://127.0.0.1:${port}/`)
  return async () => {
    door.close()
    await (await server?.catch(() => undefined))?.stop()
  }
}
