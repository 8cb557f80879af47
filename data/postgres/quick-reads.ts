import type pg from 'pg'
import { inOneWrite, run, type Statement } from './statements.ts'

export type QuickRead = <R extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<R[]>

type Waiting = {
  statement: Statement
  values: readonly unknown[]
  resolve: (rows: never[]) => void
  reject: (error: unknown) => void
}

/**
 * Reads that the database answers at once, by a key or a short list: those that are asked for in one round of the event
 * loop, for whichever turns, go over one connection in one write.
 */
export function createQuickRead(pool: pg.Pool): QuickRead {
  let waiting: Waiting[] = []

  async function send(): Promise<void> {
    const batch = waiting
    waiting = []
    try {
      const client = await pool.connect()
      const results = await Promise.allSettled(
        inOneWrite(client, () => batch.map(({ statement, values }) => run<never>(client, statement, values))),
      )
      const failed = results.find((result) => result.status === 'rejected')
      client.release(failed !== undefined)
      for (const [at, result] of results.entries()) {
        if (result.status === 'fulfilled') batch[at]?.resolve(result.value.rows)
        else batch[at]?.reject(result.reason)
      }
    } catch (error) {
      for (const { reject } of batch) reject(error)
    }
  }

  return <R extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) =>
    new Promise<R[]>((resolve, reject) => {
      if (waiting.length === 0) setImmediate(() => void send())
      // The rows are as the statement has them: whoever asks for it says of what type.
      waiting.push({ statement, values, resolve: resolve as (rows: never[]) => void, reject })
    })
}
