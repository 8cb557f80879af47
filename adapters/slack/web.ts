import { type FetchFunction, WebClient } from '@slack/web-api'
import { type SlackLog, sdkLogger } from './log.ts'

export type WebOptions = {
  token: string
  /** `https://slack.com/api/` where absent. */
  apiUrl?: string
  /** Milliseconds. */
  timeoutMs: number
  log: SlackLog
  fetch?: FetchFunction
}

/** Slack's Web API client. It neither repeats nor waits: the courier does, and knows what it has tried. */
export function createWebClient({ token, apiUrl, timeoutMs, log, fetch }: WebOptions): WebClient {
  return new WebClient(token, {
    ...(apiUrl ? { slackApiUrl: apiUrl } : {}),
    ...(fetch ? { fetch } : {}),
    timeout: timeoutMs,
    retryConfig: { retries: 0 },
    rejectRateLimitedCalls: true,
    allowAbsoluteUrls: false,
    logger: sdkLogger(log),
  })
}
