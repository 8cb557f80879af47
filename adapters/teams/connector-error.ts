import { OutOfTime } from '../../data/deadline.ts'
import type { SendResult } from '../../data/delivery.ts'

/**
 * Why a request to the connector came to nothing. `notSent`: it never left, so nothing can have been posted; `unheard`:
 * it left and no answer came back; `refused`: it was answered with `status`.
 */
export type ConnectorFailure =
  | { kind: 'notSent'; reason: string; afterMs?: number }
  | { kind: 'unheard'; reason: string }
  | { kind: 'refused'; status: number; code: string; afterMs?: number }

/** Nothing was begun, since it could have gone on for longer than it may. */
export const NO_TIME_LEFT: ConnectorFailure = { kind: 'notSent', reason: 'There was no time left for it.' }

export class ConnectorError extends Error {
  override readonly name = 'ConnectorError'
  readonly failure: ConnectorFailure

  constructor(failure: ConnectorFailure) {
    super(failure.kind === 'refused' ? `Teams answered ${failure.status} ${failure.code}.` : failure.reason)
    this.failure = failure
  }
}

/** Whether Liaison may not write to that person or place: it is not installed there, or was blocked. */
export function isNotInstalled(error: unknown): boolean {
  return error instanceof ConnectorError && error.failure.kind === 'refused' && error.failure.status === 403
}

/** Whether the message or conversation is not there. */
export function isGone(error: unknown): boolean {
  return error instanceof ConnectorError && error.failure.kind === 'refused' && error.failure.status === 404
}

/**
 * What a failed attempt means. A repeatable one (a replacement, a deletion, a look-up) may simply be tried again; a post
 * whose fate is not known must not be.
 */
export function resultOf(error: unknown, isRepeatable: boolean): SendResult {
  const failure =
    error instanceof OutOfTime ? NO_TIME_LEFT : error instanceof ConnectorError ? error.failure : undefined
  if (!failure) throw error
  switch (failure.kind) {
    case 'notSent':
      return {
        kind: 'retry',
        reason: failure.reason,
        ...(failure.afterMs !== undefined && { afterMs: failure.afterMs }),
      }
    case 'unheard':
      return { kind: isRepeatable ? 'retry' : 'unknown', reason: failure.reason }
    case 'refused':
      return refusal(failure.status, failure.code, failure.afterMs, isRepeatable)
    default:
      return failure satisfies never
  }
}

/** https://learn.microsoft.com/microsoftteams/platform/bots/build-conversational-capability#status-codes-from-bot-conversational-apis */
function refusal(status: number, code: string, afterMs: number | undefined, isRepeatable: boolean): SendResult {
  const after = afterMs !== undefined ? { afterMs } : {}
  const named = code ? `${status} ${code}` : `${status}`
  switch (status) {
    case 401:
      return { kind: 'retry', ...after, reason: `Teams does not accept the bot's token (${named}).` }
    case 403:
      return { kind: 'refused', reason: `Liaison is not installed there, or was blocked (${named}).` }
    case 404:
      return { kind: 'refused', reason: `The conversation or message is no longer there (${named}).` }
    case 413:
      return { kind: 'refused', reason: `The message is too large for Teams (${named}).` }
    case 412:
    case 429:
    case 503:
      return { kind: 'retry', ...after, reason: `Teams asks to wait (${named}).` }
    default:
      if (status < 500) return { kind: 'refused', reason: `Teams refused the message (${named}).` }
      if (isRepeatable) return { kind: 'retry', ...after, reason: `Teams had a fault (${named}).` }
      return { kind: 'unknown', reason: `Teams had a fault (${named}); the message may have been posted.` }
  }
}
