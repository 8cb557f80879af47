import { type Kysely, sql } from 'kysely'
import pg from 'pg'
import { isRecordKind, type RecordKind, type RecordRef } from '../records.ts'
import type { Database } from './tables.ts'

const CHANNEL = 'liaison_changes'
/**
 * How often changes are looked for without being told of them, always: a proxy between may swallow notifications unseen.
 * Half of the second in which a change is to be known everywhere; a look is one read of an index.
 */
export const LOOK_MS = 500
const RECONNECT_MS = 2_000

type Watcher = { kinds: readonly RecordKind[]; changed: (refs: readonly RecordRef[]) => void }

/**
 * Tells watchers of changed records: this program's own at once, those of others as soon as the database notifies of
 * them, and within a second where it cannot.
 */
export type Feed = {
  watch(kinds: readonly RecordKind[], changed: (refs: readonly RecordRef[]) => void): () => void
  /** This program has changed records: its watchers are told, and the others' programs woken. */
  changed(refs: readonly RecordRef[]): void
  close(): Promise<void>
}

/** The oldest transaction that is still under way: what those before it wrote can be read. */
export async function horizonOf(db: Kysely<Database>): Promise<string> {
  const { rows } = await sql<{ horizon: string }>`
    select pg_snapshot_xmin(pg_current_snapshot())::text as horizon`.execute(db)
  return rows[0]?.horizon ?? '0'
}

/** `begin`: the horizon from before anything was read through this store. */
export function createFeed(db: Kysely<Database>, config: pg.ClientConfig, origin: string, begin: string): Feed {
  const watchers = new Set<Watcher>()
  let isClosed = false
  let listener: pg.Client | undefined
  let looking: Promise<void> | undefined
  let isToLookAgain = false
  let timer: NodeJS.Timeout | undefined
  let waking: NodeJS.Timeout | undefined
  /** Everything that a transaction before this one wrote has been seen. */
  let horizon = begin
  /** What later transactions wrote and has been seen. */
  let seen = new Set<number>()

  function tell(refs: readonly RecordRef[]): void {
    for (const { kinds, changed } of watchers) {
      const mine = refs.filter(({ kind }) => kinds.includes(kind))
      try {
        if (mine.length > 0) changed(mine)
      } catch (error) {
        // A watcher's bug is no reason to stop storing: it surfaces by itself.
        queueMicrotask(() => {
          throw error
        })
      }
    }
  }

  /**
   * Reads what others wrote since. Transactions become visible out of order, so what is remembered is not the last
   * number but the oldest transaction that was still under way.
   */
  async function look(): Promise<void> {
    const { rows } = await sql<{
      horizon: string
      seq: number | null
      kind: string | null
      record: string | null
      tx: string | null
    }>`
      select pg_snapshot_xmin(pg_current_snapshot())::text as horizon, one.seq, one.kind, one.record, one.tx::text as tx
      from (select 1) as always
      left join (
        select seq, kind, record, tx from turn_write
        where tx >= ${horizon}::xid8 and origin <> ${origin}
        order by seq
      ) as one on true`.execute(db)
    const next = rows[0]?.horizon
    if (next === undefined) return
    const refs: RecordRef[] = []
    const later = new Set<number>()
    for (const { seq, kind, record, tx } of rows) {
      if (seq === null || kind === null || record === null || tx === null) continue
      if (!seen.has(seq) && isRecordKind(kind)) refs.push({ kind, id: record })
      if (BigInt(tx) >= BigInt(next)) later.add(seq)
    }
    horizon = next
    seen = later
    if (refs.length > 0) tell(refs)
  }

  /** One look at a time; who asks meanwhile is served by the next. What fails is looked for again half a second later. */
  function lookNow(): void {
    if (isClosed || watchers.size === 0) return
    if (looking) {
      isToLookAgain = true
      return
    }
    looking = look()
      .catch(() => undefined)
      .finally(() => {
        looking = undefined
        if (isToLookAgain) {
          isToLookAgain = false
          lookNow()
        }
      })
  }

  async function listen(): Promise<void> {
    if (isClosed || listener) return
    const client = new pg.Client(config)
    listener = client
    const lost = (): void => {
      if (listener !== client) return
      listener = undefined
      client.end().catch(() => undefined)
      if (!isClosed) setTimeout(() => void listen(), RECONNECT_MS).unref()
    }
    client.on('error', lost)
    client.on('end', lost)
    client.on('notification', lookNow)
    try {
      await client.connect()
      await client.query(`listen ${CHANNEL}`)
      lookNow()
    } catch {
      lost()
    }
  }

  return {
    watch(kinds, changed) {
      const watcher: Watcher = { kinds, changed }
      watchers.add(watcher)
      if (!timer) {
        timer = setInterval(lookNow, LOOK_MS)
        timer.unref()
        lookNow()
        void listen()
      }
      return () => void watchers.delete(watcher)
    },

    changed(refs) {
      if (isClosed || refs.length === 0) return
      tell(refs)
      // Outside of the turn's transaction: notifying inside one makes all commits of the database wait for each other.
      waking ??= setTimeout(() => {
        waking = undefined
        sql`select pg_notify(${CHANNEL}, '')`.execute(db).catch(() => undefined)
      }, 5).unref()
    },

    async close() {
      isClosed = true
      clearInterval(timer)
      clearTimeout(waking)
      await looking
      await listener?.end().catch(() => undefined)
    },
  }
}
