import type { FetchFunction } from '@slack/web-api'
import { type Deadline, OutOfTime } from '../../data/deadline.ts'

/** Nothing left this machine: the same again can do no harm. */
const NEVER_SENT = new Set(['OUT_OF_TIME', 'ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'ENETUNREACH', 'EHOSTUNREACH'])

/** The same `fetch`, whose requests begin and end before the deadline. Rejects with an `OutOfTime` where nothing was begun. */
export function fetchWithin({ leftMs, signal }: Deadline, fetch: FetchFunction): FetchFunction {
  return async (url, init) => {
    if (leftMs() <= 0) throw new OutOfTime()
    return fetch(url, { ...init, signal: init?.signal ? AbortSignal.any([init.signal, signal]) : signal })
  }
}

/** Whether a failure says that nothing left this machine. */
export const neverLeft = (error: unknown): boolean => NEVER_SENT.has(networkCode(error))

/** The system's code of a network failure, else the error's name; fetch hides it in `cause`. */
export function networkCode(error: unknown): string {
  if (!(error instanceof Error)) return 'network'
  if ('code' in error && typeof error.code === 'string') return error.code
  return error.cause instanceof Error ? networkCode(error.cause) : error.name
}

/** `Retry-After` in seconds, as milliseconds. */
export function waitOf(retryAfter: string | null): { afterMs?: number } {
  const seconds = Number(retryAfter)
  return retryAfter !== null && Number.isFinite(seconds) && seconds > 0 ? { afterMs: seconds * 1000 } : {}
}

/** Slack answered that all is well and left out what was asked for. */
export class UnexpectedAnswer extends Error {
  override name = 'UnexpectedAnswer'
}
