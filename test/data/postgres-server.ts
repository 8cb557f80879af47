import pg from 'pg'
import { inject } from 'vitest'
import { askAt } from '../on-demand.ts'
import { runPostgres } from './postgres-process.ts'

/** A real PostgreSQL for tests, found and started without any set-up. */
export type PostgresServer = {
  /** The URL of an empty database of its own. */
  createDatabase(): Promise<string>
  /** Kills the server as a power cut would, and starts it again. Only of an own server. */
  crash(): Promise<void>
  start(): Promise<void>
  /** Takes away what was made: the databases, and an own server whole. */
  stop(): Promise<void>
}

/**
 * The server that the run's test files share, each with databases of its own: that of `TEST_DATABASE_URL` where it is
 * set, else one that is started with the first that asks. An own one may be killed.
 */
export async function startPostgres(options: { isOwn?: boolean } = {}): Promise<PostgresServer> {
  const given = process.env.TEST_DATABASE_URL
  if (given && !options.isOwn) return useServer(given)
  const shared = options.isOwn ? undefined : await askForShared()
  // It goes whole at the end of the run.
  if (shared) return { ...useServer(shared), stop: async () => undefined }
  const server = await runPostgres()
  const { create } = createDatabases(server.urlOf('postgres'), server.urlOf)
  return { createDatabase: create, start: server.start, crash: server.crash, stop: server.stop }
}

/** Of `shared-postgres.ts`; `undefined` in a run without it. */
async function askForShared(): Promise<string | undefined> {
  const door = inject('sharedPostgres')
  return door && askAt(door)
}

function useServer(url: string): PostgresServer {
  const urlOf = (database: string): string => {
    const other = new URL(url)
    other.pathname = `/${database}`
    return other.href
  }
  const { create, dropAll } = createDatabases(url, urlOf)
  const cannot = async () => {
    throw new Error('The shared server is not started or stopped by tests: ask for an own one.')
  }
  return { createDatabase: create, crash: cannot, start: cannot, stop: dropAll }
}

function createDatabases(admin: string, urlOf: (database: string) => string) {
  const made: string[] = []
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: admin })
    await client.connect()
    await client.query(statement).finally(() => client.end())
  }
  return {
    async create(): Promise<string> {
      const name = `liaison_test_${crypto.randomUUID().replaceAll('-', '')}`
      await run(`create database ${name} template template0`)
      made.push(name)
      return urlOf(name)
    },
    async dropAll(): Promise<void> {
      for (const name of made) await run(`drop database if exists ${name} with (force)`)
    },
  }
}

/** Takes all rows out of a database, and leaves its schema: far quicker than a new one. */
export async function emptyDatabase(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select quote_ident(tablename) as name from pg_tables where schemaname = 'public' and tablename <> 'migration'",
    )
    // One transaction: references are looked at when all is gone.
    await client.query(rows.map(({ name }) => `delete from ${name}`).join(';'))
  } finally {
    await client.end()
  }
}
