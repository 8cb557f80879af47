import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { CommitRefusal, Result, Turn, TurnRecord } from '../store.ts'
import { isDangling, isToBeRepeated } from './failures.ts'
import { type Batches, gather } from './gather.ts'
import { danglingReference } from './references.ts'
import { changedSince, refusal, type Stale } from './refusals.ts'
import { inOneWrite, run } from './statements.ts'
import { type Stride, staleIn, stridesOf } from './strides.ts'
import type { Database } from './tables.ts'
import { numbered, stepsOf, type TurnSteps } from './turn-steps.ts'

/** Two turns that wait for each other: one of them is begun anew, so often. */
const MOST_ATTEMPTS = 5
/** Turns that share a transaction: those that come while one is on its way share the next. More would hold locks for long. */
const TURNS: Batches = { items: 16, atOnce: 1 }
/** One that has to wait longer for somebody's lock keeps no others waiting: then each goes alone. */
const BEGIN_TOGETHER = "begin; set local lock_timeout = '100ms'"

/** Takes a turn, which is storable. Rejects where it cannot be stored, or for a bug. */
export type Commit = (turn: Turn) => Promise<Result<TurnRecord, CommitRefusal>>

type Taken = Result<TurnRecord, CommitRefusal>
type Waiting = {
  turn: Turn
  kept: TurnRecord
  steps: TurnSteps
  resolve: (taken: Taken) => void
  reject: (error: unknown) => void
}

/** What came of a transaction. `isOver`: it was rolled back; else the connection broke, and it may have been kept. */
type Came = { kind: 'kept' } | { kind: 'stale'; stale: Stale } | { kind: 'failed'; error: unknown; isOver: boolean }

/**
 * Each turn is kept whole or not at all: the inbound's id, the conversation's row, the records and guards (locked in one
 * order, so that turns seldom wait for each other), the log, the outbox. Those that come at once share a transaction while
 * nothing is amiss with any of them; else each has one of its own.
 */
export function createCommit({ db, pool }: { db: Kysely<Database>; pool: pg.Pool }, origin: string): Commit {
  async function takeAlone({ turn, kept, steps }: Waiting): Promise<Taken> {
    const strides = stridesOf([steps])
    for (let attempt = 1; ; attempt += 1) {
      const came = await transact(pool, strides)
      if (came.kind === 'kept') return { ok: true, value: kept }
      if (came.kind === 'stale') return refusal(db, turn, came.stale)
      const { error } = came
      if (isDangling(error)) return changedSince(db, await danglingReference(db, turn.writes))
      if (!isToBeRepeated(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }

  async function takeTogether(turns: readonly Waiting[]): Promise<void> {
    if (turns.length > 1) {
      const came = await transact(pool, stridesOf(turns.map(({ steps }) => steps)), BEGIN_TOGETHER)
      if (came.kind === 'kept') {
        for (const { kept, resolve } of turns) resolve({ ok: true, value: kept })
        return
      }
      if (came.kind === 'failed' && !came.isOver) {
        for (const { reject } of turns) reject(came.error)
        return
      }
    }
    for (const turn of turns) takeAlone(turn).then(turn.resolve, turn.reject)
  }

  const wait = gather<Waiting>(TURNS, takeTogether)
  return async (turn) => {
    const { reliesOn: _, touches: __, deliveries: ___, state: ____, ...record } = turn
    const kept: TurnRecord = { ...record, writes: turn.writes.map(numbered) }
    const steps = stepsOf(turn, kept, origin)
    return new Promise((resolve, reject) => wait({ turn, kept, steps, resolve, reject }))
  }
}

/** Takes the strides in one transaction, sent at once; it is kept only if nothing in it turned out to be out of date. */
async function transact(pool: pg.Pool, strides: readonly Stride[], begin = 'begin'): Promise<Came> {
  let client: pg.PoolClient
  try {
    client = await pool.connect()
  } catch (error) {
    return { kind: 'failed', error, isOver: false }
  }
  let isUsable = true
  try {
    const begun = inOneWrite(client, () => [
      client.query(begin),
      ...strides.map(({ statement, steps }) =>
        run<{ id: string }>(client, statement, [JSON.stringify(steps.map(({ given }) => given))]),
      ),
    ])
    // Behind one that failed all others fail too: each is heard.
    const [first, ...results] = await Promise.allSettled(begun)
    if (first?.status === 'rejected') throw first.reason
    for (const [at, stride] of strides.entries()) {
      const result = results[at]
      if (result?.status !== 'fulfilled') throw result?.reason
      const found = staleIn(stride, result.value.rows)
      if (!found) continue
      await client.query('rollback')
      return { kind: 'stale', stale: found }
    }
    await client.query('commit')
    return { kind: 'kept' }
  } catch (error) {
    await client.query('rollback').catch(() => {
      isUsable = false
    })
    return { kind: 'failed', error, isOver: isUsable }
  } finally {
    client.release(!isUsable)
  }
}
