import { z } from 'zod'
import { OutOfTime } from '../../data/deadline.ts'
import { waitInAttempt } from './attempt.ts'
import { ConnectorError, NO_TIME_LEFT } from './connector-error.ts'
import { retryAfterMs } from './connector-transport.ts'

/** Milliseconds. */
const TIMEOUT_MS = 10_000
/** A token is renewed this long before it runs out. */
const RENEW_BEFORE_MS = 5 * 60_000

const granted = z.looseObject({ access_token: z.string().min(1), expires_in: z.coerce.number().positive() })
const denied = z.looseObject({ error: z.string(), error_description: z.string().optional() })

export type BotTokenOptions = {
  appId: string
  appPassword: string
  /** Where tokens are issued, with the tenant: `https://login.microsoftonline.com/botframework.com`. */
  loginUrl: string
  /** Whom the token is for: `https://api.botframework.com`. */
  scope: string
  /** Milliseconds. */
  now: () => number
}

/**
 * The token that Liaison shows to the connector, kept until it nears its end; requests at the same time share one.
 * Rejects with a `ConnectorError` of the kind `notSent`: without a token nothing leaves.
 * https://learn.microsoft.com/azure/bot-service/rest-api/bot-framework-rest-connector-authentication
 */
export function createBotToken(options: BotTokenOptions): () => Promise<string> {
  let kept: { token: string; until: number } | undefined
  let pending: Promise<string> | undefined
  const renew = async (): Promise<string> => {
    const asked = options.now()
    const { access_token, expires_in } = await requestToken(options)
    kept = { token: access_token, until: asked + Math.max(expires_in * 1000 - RENEW_BEFORE_MS, 1000) }
    return access_token
  }
  const renewed = (): Promise<string> => {
    pending ??= renew().finally(() => {
      pending = undefined
    })
    return pending
  }
  return async () => {
    if (kept && kept.until > options.now()) return kept.token
    try {
      return await waitInAttempt(renewed)
    } catch (error) {
      throw error instanceof OutOfTime ? new ConnectorError(NO_TIME_LEFT) : error
    }
  }
}

async function requestToken(options: BotTokenOptions): Promise<z.infer<typeof granted>> {
  const body = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: options.appId,
    client_secret: options.appPassword,
    scope: `${options.scope}/.default`,
  })
  let response: Response
  let json: unknown
  try {
    const url = `${options.loginUrl}/oauth2/v2.0/token`
    response = await fetch(url, { method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) })
    json = await response.json()
  } catch {
    throw new ConnectorError({ kind: 'notSent', reason: 'Microsoft’s sign-in service cannot be reached.' })
  }
  const token = granted.safeParse(json)
  if (response.ok && token.success) return token.data
  const afterMs = retryAfterMs(response.headers.get('retry-after'), options.now())
  throw new ConnectorError({ kind: 'notSent', reason: denial(json), ...(afterMs !== undefined && { afterMs }) })
}

/** https://learn.microsoft.com/entra/identity-platform/reference-error-codes */
function denial(json: unknown): string {
  const parsed = denied.safeParse(json)
  const code = parsed.success ? /AADSTS\d+/.exec(parsed.data.error_description ?? '')?.[0] : undefined
  switch (code) {
    case 'AADSTS7000215':
      return 'Microsoft does not accept MicrosoftAppPassword: it must be the secret’s value, not its id (AADSTS7000215).'
    case 'AADSTS7000222':
      return 'The secret in MicrosoftAppPassword has run out: make a new one (AADSTS7000222).'
    case 'AADSTS700016':
      return 'Microsoft does not know MicrosoftAppId in that tenant: check MicrosoftAppTenantId (AADSTS700016).'
    case 'AADSTS90002':
      return 'Microsoft does not know the tenant in MicrosoftAppTenantId (AADSTS90002).'
    default:
      return `Microsoft gives the bot no token${code ? ` (${code})` : ''}.`
  }
}
