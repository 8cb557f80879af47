import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { CommitRefusal, Result, Turn, TurnRecord } from '../store.ts'
import { isDangling, isToBeRepeated } from './failures.ts'
import { danglingReference } from './references.ts'
import { changedSince, refusal, type Stale } from './refusals.ts'
import { inOneWrite, run } from './statements.ts'
import type { Database } from './tables.ts'
import { numbered, type Row, type Step, stepsOf } from './turn-steps.ts'

/** Two turns that wait for each other: one of them is begun anew, so often. */
const MOST_ATTEMPTS = 5

/**
 * One transaction: the inbound's id, the conversation's row, the records and guards (locked in one order, so that turns
 * seldom wait for each other), the log, the outbox. All of it is sent at once, and kept only if nothing in it turned out
 * to be out of date. `turn` is storable. Rejects where it cannot be stored, or for a bug.
 */
export async function commitTurn(
  { db, pool }: { db: Kysely<Database>; pool: pg.Pool },
  turn: Turn,
  origin: string,
): Promise<Result<TurnRecord, CommitRefusal>> {
  const { reliesOn: _, touches: __, deliveries: ___, state: ____, ...record } = turn
  const kept: TurnRecord = { ...record, writes: turn.writes.map(numbered) }
  const steps = stepsOf(turn, kept, origin)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stale = await take(pool, steps)
      return stale ? await refusal(db, turn, stale) : { ok: true, value: kept }
    } catch (error) {
      if (isDangling(error)) return changedSince(db, await danglingReference(db, turn.writes))
      if (!isToBeRepeated(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** Takes the steps in one transaction; the first that is out of date, and then nothing was kept. */
async function take(pool: pg.Pool, steps: readonly Step[]): Promise<Stale | undefined> {
  const client = await pool.connect()
  let isUsable = true
  try {
    const begun = inOneWrite(client, () => [
      client.query('begin'),
      ...steps.map(({ statement, values }) => run<Row>(client, statement, values)),
    ])
    // Behind one that failed all others fail too: each is heard.
    const [first, ...results] = await Promise.allSettled(begun)
    if (first?.status === 'rejected') throw first.reason
    for (const [at, { stale }] of steps.entries()) {
      const result = results[at]
      if (result?.status !== 'fulfilled') throw result?.reason
      const found = stale(result.value)
      if (!found) continue
      await client.query('rollback')
      return found
    }
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback').catch(() => {
      isUsable = false
    })
    throw error
  } finally {
    client.release(!isUsable)
  }
}
