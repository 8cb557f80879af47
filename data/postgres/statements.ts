import type pg from 'pg'
import type { RecordKind } from '../records.ts'

/** A statement that each connection prepares once, under its name: it is parsed then, and planned anew only while that pays. */
export type Statement = { name: string; text: string }

/** More shapes than the program has: what comes after them is not prepared, so that no connection holds ever more. */
const MOST_PREPARED = 500

/** Statements by their text. */
const known = new Map<string, Statement>()

/** The statement of a text, which the program puts together from pieces of its own and never from values. */
export function statementOf(text: string): Statement {
  const there = known.get(text)
  if (there) return there
  if (known.size >= MOST_PREPARED) return { name: '', text }
  const made = { name: `liaison-${known.size + 1}`, text }
  known.set(text, made)
  return made
}

/** A statement for each kind of record, whose text is put together once. */
export function statementOfKind(textOf: (kind: RecordKind) => string): (kind: RecordKind) => Statement {
  const made = new Map<RecordKind, Statement>()
  return (kind) => {
    const statement = made.get(kind) ?? statementOf(textOf(kind))
    made.set(kind, statement)
    return statement
  }
}

/** Runs a prepared statement on whichever connection is free, or on one that is held. */
export const run = <R extends pg.QueryResultRow>(
  on: pg.Pool | pg.PoolClient,
  { name, text }: Statement,
  values: readonly unknown[],
): Promise<pg.QueryResult<R>> => on.query<R>({ name, text, values: [...values] })

/** What is sent meanwhile leaves in one write. */
export function inOneWrite<T>({ connection }: pg.PoolClient, send: () => T): T {
  connection.stream.cork()
  try {
    return send()
  } finally {
    connection.stream.uncork()
  }
}
