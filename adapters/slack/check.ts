import { type FetchFunction, WebAPIPlatformError, WebClient } from '@slack/web-api'
import { failureOf } from './failure.ts'
import { type SlackLog, sdkLogger } from './log.ts'
import { SLACK_SCOPES, type SlackScope } from './manifest.ts'

export type SlackCheckOptions = {
  botToken: string
  appToken?: string
  apiUrl?: string
  /** Workspace ids that are let in; empty: the token's own. */
  allowedTeams: readonly string[]
  log: SlackLog
  fetch?: FetchFunction
}

/** One thing that was tried: what came of it, in words for an administrator. */
export type SlackFinding = { isGood: boolean; sentence: string }

/** Milliseconds. */
const TIMEOUT_MS = 10_000

/** Tries the tokens against Slack: whose they are, which scopes are missing, whether a socket may be opened. Never rejects. */
export async function checkSlack(options: SlackCheckOptions): Promise<SlackFinding[]> {
  const { botToken, appToken, allowedTeams } = options
  const findings = [await checkBotToken(clientOf(options, botToken), allowedTeams)].flat()
  if (appToken !== undefined) findings.push(await checkAppToken(clientOf(options, appToken)))
  return findings
}

function clientOf({ apiUrl, log, fetch }: SlackCheckOptions, token: string): WebClient {
  return new WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    ...(fetch ? { fetch } : {}),
    timeout: TIMEOUT_MS,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    logger: sdkLogger(log),
  })
}

async function checkBotToken(web: WebClient, allowedTeams: readonly string[]): Promise<SlackFinding[]> {
  try {
    const { team, team_id: id, user, bot_id: bot, response_metadata: metadata } = await web.auth.test()
    if (!bot)
      return [bad('SLACK_BOT_TOKEN is not a bot token: it begins with xoxb- and stands under OAuth & Permissions.')]
    const findings = [
      good(`The bot token is ${user ?? 'the bot'}’s in the workspace ${team ?? id ?? ''} (${id ?? ''}).`),
    ]
    if (id && allowedTeams.length > 0 && !allowedTeams.includes(id))
      findings.push(bad(`SLACK_ALLOWED_TEAMS does not name ${id}: everyone in that workspace would be refused.`))
    const granted: unknown = metadata?.scopes
    return [...findings, ...(Array.isArray(granted) ? [checkScopes(granted)] : [])]
  } catch (error) {
    return [bad(`SLACK_BOT_TOKEN: ${reasonOf(error)}`)]
  }
}

function checkScopes(granted: readonly unknown[]): SlackFinding {
  const needed = Object.keys(SLACK_SCOPES) as SlackScope[]
  const missing = needed.filter((scope) => !granted.includes(scope))
  if (missing.length === 0) return good('All scopes are granted.')
  const reasons = missing.map((scope) => `${scope} (${SLACK_SCOPES[scope]})`).join('; ')
  return bad(`Scopes are missing: ${reasons}. Add them under OAuth & Permissions and install the app again.`)
}

async function checkAppToken(web: WebClient): Promise<SlackFinding> {
  try {
    await web.apps.connections.open({})
    return good('The app token opens a socket.')
  } catch (error) {
    return bad(`SLACK_APP_TOKEN: ${reasonOf(error)}`)
  }
}

function reasonOf(error: unknown): string {
  if (error instanceof WebAPIPlatformError && /auth|token/.test(error.data.error))
    return `Slack does not take it (${error.data.error}).`
  if (error instanceof WebAPIPlatformError) return `Slack says ${error.data.error}.`
  return `Slack was not reached (${failureOf(error).reason}).`
}

const good = (sentence: string): SlackFinding => ({ isGood: true, sentence })
const bad = (sentence: string): SlackFinding => ({ isGood: false, sentence })
