import type { ConfigurationBotFrameworkAuthentication } from 'botbuilder'
import { deadlineUnderWay } from './attempt.ts'
import { ConnectorError, NO_TIME_LEFT } from './connector-error.ts'

type ConnectorOptions = NonNullable<ConstructorParameters<typeof ConfigurationBotFrameworkAuthentication>[4]>
type Transport = NonNullable<ConnectorOptions['httpClient']>

/** Milliseconds; a Teams connector answers well within it. */
const TIMEOUT_MS = 15_000
/** Nothing was sent when one of these came back. https://nodejs.org/api/errors.html#common-system-errors */
const BEFORE_SENDING = new Set(['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'UND_ERR_CONNECT_TIMEOUT', 'EHOSTUNREACH'])

/**
 * Sends each request of the library's connector client once and says what became of it. The library's own transport
 * repeats a post up to three times after a fault, whatever its `noRetryPolicy` says, and so posts twice. `now`:
 * milliseconds, for dates in `Retry-After`.
 */
export function createConnectorTransport(now: () => number): Transport {
  return {
    async sendRequest(request) {
      const headers = new Headers(request.headers.toJson({ preserveCase: true }))
      headers.delete('content-length')
      const body = typeof request.body === 'string' ? { body: request.body } : {}
      const { response, text } = await exchange(request.url, { method: request.method, headers, ...body })
      if (!response.ok) throw refusedBy(response, text, now())
      const answered = request.headers.clone()
      for (const name of answered.headerNames()) answered.remove(name)
      response.headers.forEach((value, name) => {
        answered.set(name, value)
      })
      return { request, status: response.status, headers: answered, bodyAsText: text }
    },
  }
}

async function exchange(url: string, init: RequestInit): Promise<{ response: Response; text: string }> {
  const deadline = deadlineUnderWay()
  if (deadline && deadline.leftMs() <= 0) throw new ConnectorError(NO_TIME_LEFT)
  const timeout = AbortSignal.timeout(TIMEOUT_MS)
  const signal = deadline ? AbortSignal.any([timeout, deadline.signal]) : timeout
  try {
    // A redirect would carry the bot's token to another host.
    const response = await fetch(url, { ...init, redirect: 'manual', signal })
    return { response, text: await response.text() }
  } catch (error) {
    const code = codeOf(error)
    if (BEFORE_SENDING.has(code))
      throw new ConnectorError({ kind: 'notSent', reason: `Teams cannot be reached (${code}).` })
    throw new ConnectorError({ kind: 'unheard', reason: `Teams did not answer (${code || 'connection lost'}).` })
  }
}

function refusedBy(response: Response, text: string, now: number): ConnectorError {
  const afterMs = retryAfterMs(response.headers.get('retry-after'), now)
  const code = errorCodeIn(text)
  return new ConnectorError({
    kind: 'refused',
    status: response.status,
    code,
    ...(afterMs !== undefined && { afterMs }),
  })
}

/** Milliseconds from a `Retry-After` header: seconds or a date. https://www.rfc-editor.org/rfc/rfc9110#field.retry-after */
export function retryAfterMs(header: string | null, now: number): number | undefined {
  if (header === null) return undefined
  if (/^\d{1,6}$/.test(header)) return Number(header) * 1000
  const date = Date.parse(header)
  return Number.isNaN(date) ? undefined : Math.max(0, date - now)
}

/** The connector's own code for a fault, such as `BotNotInConversationRoster`; '' where it says none. */
function errorCodeIn(text: string): string {
  const found = /"code"\s*:\s*"([A-Za-z0-9_.-]{1,60})"/.exec(text.slice(0, 4000))
  return found?.[1] ?? ''
}

function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return ''
  if (error.name === 'TimeoutError' || error.name === 'AbortError') return 'timeout'
  const { cause } = error
  return typeof cause === 'object' && cause !== null && 'code' in cause && typeof cause.code === 'string'
    ? cause.code
    : ''
}
