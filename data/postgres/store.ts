import { CannotStore, StoreProblem } from '../problem.ts'
import type { Result, Store, Turn, TurnRecord } from '../store.ts'
import { createCommit } from './commit.ts'
import { type Connection, createConnection, waitForDatabase } from './connect.ts'
import { databaseReason, isOutcomeOpen, isPassing, orCannotStore } from './failures.ts'
import { createFeed, horizonOf } from './feed.ts'
import { MIGRATIONS, migrateDatabase, newestMigration } from './migrate.ts'
import { claimDelivery, leaseDeliveries, nextDueDelivery, settleDeliveryRow, waitingDeliveries } from './outbox.ts'
import { createQuickRead } from './quick-reads.ts'
import { createReads } from './reads.ts'
import { storableOf } from './rows.ts'
import { standingOf } from './standing.ts'
import { adoptTransactions, databaseTime, prune, redactRows } from './upkeep.ts'

const MOST_CONNECTIONS = 10
/** Before a database that went away while it was opened is asked again. */
const AGAIN_MS = 250
const PRUNE_MS = 24 * 3_600_000

export type PostgresOptions = {
  /** `postgres://user:password@host:5432/database`, with the parameters that `pg` knows. */
  url: string
  mostConnections?: number
  /** How long to wait for a database that does not answer yet. Milliseconds. */
  waitMs?: number
  /** How long a turn waits for a connection before it is refused. Milliseconds. */
  connectMs?: number
}

/** Opens the store in a database and brings its schema up to date; or says in one sentence why it cannot. */
export async function openPostgresStore({
  url,
  mostConnections = MOST_CONNECTIONS,
  waitMs = 30_000,
  connectMs = 5_000,
}: PostgresOptions): Promise<Result<Store, string>> {
  const begin = performance.now()
  let horizon: string | undefined
  while (horizon === undefined) {
    const left = waitMs - (performance.now() - begin)
    const patient = createConnection(url, { isPatient: true, connectMs })
    try {
      await waitForDatabase(patient, url, left)
      await migrateDatabase(patient.db)
      await adoptTransactions(patient.db)
      await prune(patient.db)
      horizon = await horizonOf(patient.db)
    } catch (error) {
      if (error instanceof StoreProblem) return { ok: false, error: error.message }
      const reason = databaseReason(error)
      if (!reason) throw error
      // It went away in the middle: it is waited for as one that was not there yet.
      if (!isPassing(error) || left <= 0) return { ok: false, error: `The database cannot be used: ${reason}.` }
      await new Promise((resolve) => setTimeout(resolve, AGAIN_MS))
    } finally {
      await patient.close()
    }
  }
  return { ok: true, value: createPostgresStore(createConnection(url, { mostConnections, connectMs }), url, horizon) }
}

function createPostgresStore(connection: Connection, url: string, horizon: string): Store {
  const { db, pool } = connection
  const quick = createQuickRead(pool)
  const origin = crypto.randomUUID()
  const take = createCommit(connection, origin)
  const feed = createFeed(db, connection.config, origin, horizon)
  const pruning = setInterval(() => {
    prune(db).catch((error: unknown) => {
      if (!databaseReason(error)) throw error
    })
  }, PRUNE_MS)
  pruning.unref()

  /** A connection that broke while a turn was committed leaves open whether it was: the database knows. */
  async function wasKept(turn: Turn): Promise<TurnRecord | undefined> {
    const row = await db
      .selectFrom('turn')
      .select('body')
      .where('id', '=', turn.id)
      .where('inbound', '=', turn.inbound)
      .executeTakeFirst()
    return row?.body
  }

  async function commit(turn: Turn): ReturnType<Store['commit']> {
    try {
      return await take(turn)
    } catch (error) {
      const reason = databaseReason(error)
      if (!reason) throw error
      const kept = isOutcomeOpen(error) ? await wasKept(turn).catch(() => undefined) : undefined
      if (kept) return { ok: true, value: kept }
      return { ok: false, error: { kind: 'cannot-store', reason } }
    }
  }

  return {
    ...createReads(connection, quick),

    standing: (query) => standingOf(query, quick),

    async commit(turn) {
      const result = await commit(storableOf(turn))
      if (result.ok) feed.changed(result.value.writes.map(({ kind, id }) => ({ kind, id })))
      return result
    },

    async lease(now, lease, limit) {
      try {
        return await leaseDeliveries(db, now, lease, limit)
      } catch (error) {
        if (databaseReason(error)) return []
        throw error
      }
    },

    async claim(id, owner, now) {
      try {
        return await claimDelivery(db, id, owner, now)
      } catch (error) {
        if (databaseReason(error)) return false
        throw error
      }
    },

    async settle(id, owner, settlement) {
      try {
        return await settleDeliveryRow(db, id, owner, settlement)
      } catch (error) {
        if (databaseReason(error)) return false
        throw error
      }
    },

    waiting: () => orCannotStore(() => waitingDeliveries(db)),

    nextDue: () => orCannotStore(() => nextDueDelivery(db)),

    async redact(names, replacement) {
      const patient = createConnection(url, { isPatient: true })
      try {
        const { places, refs } = await orCannotStore(() => redactRows(patient.db, names, replacement, origin))
        feed.changed(refs)
        return places
      } finally {
        await patient.close()
      }
    },

    watch: feed.watch,

    now: () => orCannotStore(() => databaseTime(db)),

    async check() {
      try {
        const newest = await orCannotStore(() => newestMigration(db))
        if (newest < MIGRATIONS.length) return { ok: false, error: 'migrations are missing' }
        return { ok: true, value: true }
      } catch (error) {
        if (error instanceof CannotStore) return { ok: false, error: error.message }
        throw error
      }
    },

    async close() {
      clearInterval(pruning)
      await feed.close()
      if (!pool.ended) await connection.close()
    },
  }
}
