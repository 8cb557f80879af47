import { CannotStore, codeOf } from '../problem.ts'

const CUT = 'the connection to the database was cut'

/** SQLSTATE or the system's code. https://www.postgresql.org/docs/current/errcodes-appendix.html */
const REASONS: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the database does not answer',
  ECONNRESET: CUT,
  EPIPE: CUT,
  ETIMEDOUT: 'the database does not answer',
  EHOSTUNREACH: 'the database cannot be reached',
  ENETUNREACH: 'the database cannot be reached',
  ENOTFOUND: 'the database’s host is not known',
  EAI_AGAIN: 'the database’s host is not known',
  ENOENT: 'the database does not answer',
  '25006': 'the database is read-only',
  // This program stood still in the middle of a turn, for longer than the database waits.
  '25P03': CUT,
  '25P04': CUT,
  '28000': 'the database refuses this user',
  '28P01': 'the database refuses this password',
  '3D000': 'there is no database of that name',
  '3F000': 'this user may not write in the database',
  '42501': 'this user may not write in the database',
  '53100': 'the database’s disk is full',
  '53200': 'the database is out of memory',
  '53300': 'the database has no connection left',
  '55P03': 'the database is busy',
  '57014': 'the database took too long',
  '57P01': 'the database is shutting down',
  '57P02': 'the database is restarting',
  '57P03': 'the database is starting',
  '57P05': CUT,
  '58030': 'the database’s disk fails',
}

/** What the `pg` client says in words alone. */
const MESSAGES: readonly [RegExp, string][] = [
  [/timeout exceeded when trying to connect/i, 'no connection to the database came free in time'],
  [/timeout expired/i, 'the database does not answer'],
  [/query read timeout/i, 'the database took too long'],
  [/connection terminated|connection ended|client has encountered a connection error/i, CUT],
  [/not queryable|cannot use a pool after calling end/i, 'the connection to the database is closed'],
  [/SASL|password must be a string/i, 'the database refuses this password'],
  [/does not support SSL/i, 'the database offers no encrypted connection'],
]

/** "the database does not answer" for what happens to databases in life; undefined for a bug. */
export function databaseReason(error: unknown): string | undefined {
  if (!(error instanceof Error)) return undefined
  if (error instanceof AggregateError) return databaseReason(error.errors[0])
  const code = codeOf(error)
  if (code !== undefined) {
    const reason = REASONS[code] ?? (/^08/.test(code) ? CUT : undefined)
    if (reason) return reason
  }
  return MESSAGES.find(([pattern]) => pattern.test(error.message))?.[1]
}

/** Whether a commit that failed so may have been made all the same. */
export const isOutcomeOpen = (error: unknown): boolean =>
  [CUT, 'the database took too long', REASONS['57P01'], REASONS['57P02']].includes(databaseReason(error))

/** Whether it passes by itself: the server starts, stops, or cannot be heard for a moment. */
export const isPassing = (error: unknown): boolean =>
  [CUT, REASONS.ECONNREFUSED, REASONS['57014'], REASONS['57P01'], REASONS['57P02'], REASONS['57P03']].includes(
    databaseReason(error),
  )

/** Two turns waited for each other, or the database asks for the same again. */
export const isToBeRepeated = (error: unknown): boolean => ['40001', '40P01'].includes(codeOf(error) ?? '')

/** A reference that does not hold. */
export const isDangling = (error: unknown): boolean => codeOf(error) === '23503'

/** Runs what the database does; what happens in life rejects with CannotStore, the rest as it was. */
export async function orCannotStore<T>(run: () => Promise<T>): Promise<T> {
  try {
    return await run()
  } catch (error) {
    const reason = databaseReason(error)
    throw reason ? new CannotStore(reason, { cause: error }) : error
  }
}
