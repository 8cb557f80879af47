import type pg from 'pg'
import { type Batches, gather } from './gather.ts'
import { inOneWrite, run, type Statement } from './statements.ts'

/** Reads that go together: the second batch is read while the first is answered. */
const READS: Batches = { items: 16, atOnce: 2 }

export type QuickRead = <R extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) => Promise<R[]>

type Asked = {
  statement: Statement
  values: readonly unknown[]
  resolve: (rows: never[]) => void
  reject: (error: unknown) => void
}

/**
 * Reads that the database answers at once, by a key or a short list: those that are asked for at once, for whichever
 * turns, go over one connection in one write.
 */
export function createQuickRead(pool: pg.Pool): QuickRead {
  async function send(asked: readonly Asked[]): Promise<void> {
    let client: pg.PoolClient
    try {
      client = await pool.connect()
    } catch (error) {
      for (const { reject } of asked) reject(error)
      return
    }
    const answers = inOneWrite(client, () =>
      asked.map(async ({ statement, values, resolve, reject }) => {
        try {
          resolve((await run<never>(client, statement, values)).rows)
          return true
        } catch (error) {
          reject(error)
          return false
        }
      }),
    )
    const isUsable = (await Promise.all(answers)).every(Boolean)
    client.release(!isUsable)
  }

  const ask = gather<Asked>(READS, send)
  return <R extends pg.QueryResultRow>(statement: Statement, values: readonly unknown[]) =>
    new Promise<R[]>((resolve, reject) => {
      // The rows are as the statement has them: whoever asks for it says of what type.
      ask({ statement, values, resolve: resolve as (rows: never[]) => void, reject })
    })
}
