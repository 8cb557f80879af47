import { WebAPIHTTPError, WebAPIPlatformError, WebAPIRateLimitedError, WebAPIRequestError } from '@slack/web-api'
import { OutOfTime } from '../../data/deadline.ts'
import type { SendResult } from '../../data/delivery.ts'
import { networkCode, neverLeft, UnexpectedAnswer } from './network.ts'

/** A call that did not work, by what may be done about it. */
export type Failure =
  | Exclude<SendResult, { kind: 'sent' }>
  /** Slack does not take these blocks; nothing was posted. */
  | { kind: 'misread'; reason: string }

/** Slack's error codes that pass by themselves; nothing was posted. https://docs.slack.dev/reference/methods/chat.postMessage#errors */
const PASSING = new Set(['ratelimited', 'rate_limited', 'service_unavailable', 'request_timeout', 'team_added_to_org'])
/** "Some aspect of the operation may have succeeded." */
const UNSURE = new Set(['fatal_error', 'internal_error'])
const MISREAD = new Set([
  'invalid_blocks',
  'invalid_blocks_format',
  'invalid_attachments',
  'msg_blocks_too_long',
  'msg_too_long',
  'metadata_too_large',
])

/** Milliseconds: the least wait where Slack says that calls are too many but not for how long. */
const RATE_WAIT_MS = 1000

/** What a rejected call of the Web API comes to. Errors of ours are thrown on. */
export function failureOf(error: unknown): Failure {
  if (error instanceof NotPosted) return error.failure
  if (error instanceof WebAPIRateLimitedError) {
    return { kind: 'retry', afterMs: Math.max(RATE_WAIT_MS, error.retryAfter * 1000), reason: 'ratelimited' }
  }
  if (error instanceof WebAPIPlatformError) {
    const code = error.data.error
    if (PASSING.has(code)) return { kind: 'retry', afterMs: RATE_WAIT_MS, reason: code }
    if (UNSURE.has(code)) return { kind: 'unknown', reason: code }
    return { kind: MISREAD.has(code) ? 'misread' : 'refused', reason: code }
  }
  if (error instanceof WebAPIHTTPError) {
    if (error.statusCode === 429) return { kind: 'retry', afterMs: RATE_WAIT_MS, reason: 'http 429' }
    return { kind: error.statusCode >= 500 ? 'unknown' : 'refused', reason: `http ${error.statusCode}` }
  }
  if (error instanceof WebAPIRequestError) {
    return { kind: neverLeft(error.original) ? 'retry' : 'unknown', reason: networkCode(error.original) }
  }
  if (error instanceof Error && /Retry header/.test(error.message)) {
    return { kind: 'retry', afterMs: RATE_WAIT_MS, reason: 'http 429' }
  }
  if (error instanceof UnexpectedAnswer) return { kind: 'retry', reason: error.message }
  if (error instanceof OutOfTime) return { kind: 'retry', reason: 'no time left' }
  // An answer that broke off while it was read.
  if (error instanceof Error && /^(Abort|Timeout)Error$/.test(error.name))
    return { kind: 'unknown', reason: error.name }
  throw error
}

/** A call before the posting did not work: nothing was posted. */
class NotPosted extends Error {
  override readonly name = 'NotPosted'
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.reason)
    this.failure = failure
  }
}

/** A call that comes before the posting. Where it fails, `failureOf` says so of nothing but this call. */
export async function beforePosting<T>(call: Promise<T>): Promise<T> {
  try {
    return await call
  } catch (error) {
    throw new NotPosted(repeatable(failureOf(error)))
  }
}

/** The same of a call that posts nothing, or that may be made again without harm. */
export const repeatable = (failure: Failure): Failure =>
  failure.kind === 'unknown' ? { kind: 'retry', reason: failure.reason } : failure

/** Why a place cannot be posted to, for an admin: what to do about it, without names of people. */
export function refusalSentence(code: string, place: string): string {
  switch (code) {
    case 'not_in_channel':
      return `Liaison is not in ${place}. Invite it there: /invite @Liaison.`
    case 'is_archived':
      return `${place} is archived in Slack. Restore it there, or name another channel.`
    case 'channel_not_found':
      return `Liaison cannot see ${place}. If it is private, invite Liaison there: /invite @Liaison.`
    case 'missing_scope':
      return 'The Slack app lacks a scope. Install it again from the manifest.'
    case 'invalid_auth':
    case 'account_inactive':
    case 'token_revoked':
    case 'token_expired':
    case 'not_authed':
      return 'Slack does not take the bot token. Set SLACK_BOT_TOKEN anew.'
    case 'restricted_action':
    case 'restricted_action_read_only_channel':
    case 'restricted_action_thread_only_channel':
    case 'restricted_action_non_threadable_channel':
      return `${place} is closed to apps by a setting of the workspace.`
    case 'users_not_found':
      return 'Nobody in the Slack workspace has the e-mail address of that staff member.'
    case 'user_disabled':
    case 'user_not_found':
    case 'cannot_dm_bot':
    case 'user_not_visible':
      return 'That person cannot be written to in Slack.'
    case 'messages_tab_disabled':
      return 'The app\u2019s Messages tab is off. Install it again from the manifest.'
    case 'cant_update_message':
    case 'edit_window_closed':
      return `The message in ${place} can no longer be changed.`
    case 'message_not_found':
      return `The message in ${place} is no longer there.`
    case 'cant_delete_message':
      return `The message in ${place} cannot be deleted by Liaison.`
    default:
      return `Slack refused to post in ${place}: ${code.replace(/[^a-z0-9_ ]/gi, '').slice(0, 60)}.`
  }
}
