import { Kysely, PostgresDialect } from 'kysely'
import pg from 'pg'
import { StoreProblem } from '../problem.ts'
import { databaseReason } from './failures.ts'
import type { Database } from './tables.ts'

/** https://www.postgresql.org/support/versioning/ */
const OLDEST_SERVER = 15
const INT8_OID = 20
/** No statement of a turn takes nearly as long; one that does is given up, so that its locks are. */
const STATEMENT_MS = 20_000
/** For the first question to a server. */
const PROBE_MS = 5_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 4_000

export type Connection = { db: Kysely<Database>; pool: pg.Pool; config: pg.ClientConfig; close(): Promise<void> }

/** Whole numbers stay below 2^53: instants and counts. */
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text') =>
    oid === INT8_OID ? Number : pg.types.getTypeParser(oid, format)) as pg.CustomTypesConfig['getTypeParser'],
}

export type ConnectionOptions = {
  mostConnections?: number
  connectMs?: number
  /** Without limits in time, for migrations, copies and erasures. */
  isPatient?: boolean
}

export function createConnection(url: string, options: ConnectionOptions = {}): Connection {
  const { mostConnections = 1, connectMs = 5_000, isPatient = false } = options
  const config: pg.ClientConfig = {
    connectionString: url,
    types,
    application_name: 'liaison',
    keepAlive: true,
    // A turn's statements follow each other without waiting for the answer to each.
    pipeline: true,
    connectionTimeoutMillis: connectMs,
    ...(isPatient
      ? {}
      : {
          statement_timeout: STATEMENT_MS,
          query_timeout: STATEMENT_MS + connectMs,
          idle_in_transaction_session_timeout: STATEMENT_MS,
        }),
  }
  const pool = new pg.Pool({ ...config, max: mostConnections })
  // A connection that the server cuts is replaced when the next one is needed; whoever uses it is told by its query.
  pool.on('error', () => undefined)
  pool.on('connect', (client) => client.on('error', () => undefined))
  const db = new Kysely<Database>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, config, close: () => db.destroy() }
}

/**
 * Resolves once the database answers; tries again for `waitMs`, with growing pauses. Rejects with a StoreProblem: one
 * sentence, without the password.
 */
export async function waitForDatabase({ config, pool }: Connection, url: string, waitMs: number): Promise<void> {
  const begin = performance.now()
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    let left = 0
    try {
      const major = Math.floor((await serverVersion(config)) / 10_000)
      if (major >= OLDEST_SERVER) return
      throw new StoreProblem(
        `Liaison needs PostgreSQL ${OLDEST_SERVER} or later; ${placeOf(url)} is PostgreSQL ${major}.`,
      )
    } catch (error) {
      const reason = databaseReason(error)
      if (!reason) throw error
      left = waitMs - (performance.now() - begin)
      if (left <= 0) throw new StoreProblem(`Cannot use ${placeOf(url)}: ${reason}.`)
    }
    await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)))
    if (pool.ended) throw new StoreProblem(`Cannot use ${placeOf(url)}: it was closed.`)
  }
}

/** `150004` for 15.4. One connection of its own, given up where the server takes it and then says nothing. */
async function serverVersion(config: pg.ClientConfig): Promise<number> {
  const client = new pg.Client({ ...config, query_timeout: PROBE_MS })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number }>(
      "select current_setting('server_version_num')::int as version",
    )
    return rows[0]?.version ?? 0
  } finally {
    // Not waited for: a silent server would not answer this either.
    client.end().catch(() => undefined)
  }
}

/** "the database liaison at db.example.org", without user or password. */
export function placeOf(url: string): string {
  try {
    const { hostname, port, pathname, searchParams } = new URL(url)
    const name = decodeURIComponent(pathname.slice(1)) || 'of the user’s name'
    const host = searchParams.get('host') ?? (hostname || 'localhost')
    return `the database ${name} at ${host}${port ? `:${port}` : ''}`
  } catch {
    return 'the database of DATABASE_URL'
  }
}
