import type { FetchFunction } from '@slack/web-api'
import type { Instant } from '../../data/time.ts'
import type { SlackMessage } from './blocks.ts'
import { RESPONSE_URL_LIFE_MS } from './limits.ts'
import { networkCode, neverLeft, waitOf } from './network.ts'

/** What a response URL is asked: a new message for the person alone, or what becomes of the message with the button. */
export type Response =
  | ({ response_type: 'ephemeral'; replace_original: boolean } & Omit<SlackMessage, 'blocks'> & Partial<SlackMessage>)
  | { delete_original: true }

export type ResponseOutcome =
  | { kind: 'done' }
  /** Too late, used too often, or no address of Slack's: nothing was shown. */
  | { kind: 'expired' }
  /** Slack does not take these blocks. */
  | { kind: 'misread' }
  | { kind: 'retry'; afterMs?: number; reason: string }
  | { kind: 'unknown'; reason: string }

export type ResponseUrls = {
  isUsable(url: string | undefined, from: Instant | undefined, now: Instant): url is string
  post(url: string, response: Response): Promise<ResponseOutcome>
}

/** Milliseconds. */
const TIMEOUT_MS = 10_000
/** Answers through response URLs: Slack's own hosts only, or the stand-in that the API URL names. */
export function createResponseUrls({ apiUrl, fetch }: { apiUrl?: string; fetch: FetchFunction }): ResponseUrls {
  const isTrusted = (url: string): boolean => {
    if (!URL.canParse(url)) return false
    const { protocol, hostname, origin } = new URL(url)
    if (apiUrl && origin === new URL(apiUrl).origin) return true
    return protocol === 'https:' && /\.slack(-gov)?\.com$/.test(hostname)
  }
  return {
    isUsable: (url, from, now): url is string =>
      url !== undefined && from !== undefined && now - from < RESPONSE_URL_LIFE_MS && isTrusted(url),
    async post(url, response) {
      try {
        const answer = await fetch(url, {
          method: 'POST',
          headers: { 'content-type': 'application/json; charset=utf-8' },
          body: JSON.stringify(response),
          redirect: 'error',
          signal: AbortSignal.timeout(TIMEOUT_MS),
        })
        return outcomeOf(answer.status, answer.headers.get('retry-after'), await answer.text())
      } catch (error) {
        return { kind: neverLeft(error) ? 'retry' : 'unknown', reason: networkCode(error) }
      }
    },
  }
}

/** Slack answers `ok`, or JSON with an error: `expired_url`, `used_url`, `invalid_blocks` and others. */
function outcomeOf(status: number, retryAfter: string | null, body: string): ResponseOutcome {
  if (status === 429) return { kind: 'retry', reason: 'ratelimited', ...waitOf(retryAfter) }
  if (status >= 500) return { kind: 'unknown', reason: `http ${status}` }
  if (/invalid_blocks|invalid_payload|msg_(blocks_)?too_long|block/.test(body) && !isOk(body))
    return { kind: 'misread' }
  return status < 300 && isOk(body) ? { kind: 'done' } : { kind: 'expired' }
}

const isOk = (body: string): boolean => body.trim() === 'ok' || body.trim() === '' || /"ok"\s*:\s*true/.test(body)
