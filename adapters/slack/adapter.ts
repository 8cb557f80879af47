import { SocketModeReceiver } from '@slack/bolt'
import type { FetchFunction } from '@slack/web-api'
import type { Hono } from 'hono'
import type { Intake } from '../../conversations/intake.ts'
import type { Deadline } from '../../data/deadline.ts'
import type { Sender } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { type Afterwards, SettlingApp } from './app.ts'
import { createChannels } from './channels.ts'
import { createIdentity } from './identity.ts'
import { listen } from './listeners.ts'
import { type SlackLog, sdkLogger } from './log.ts'
import { fetchWithin } from './network.ts'
import { createProfiles, type Profile } from './profiles.ts'
import { WebReceiver } from './receiver.ts'
import { createResponseUrls } from './response-url.ts'
import { createSender } from './sender.ts'
import type { Sending } from './sending.ts'
import { createWebClient } from './web.ts'

/** Milliseconds for one request: sending may take its time, what a person waits for may not. */
const SEND_TIMEOUT_MS = 10_000
const ASK_TIMEOUT_MS = 2000

export type SlackAdapterOptions = {
  /** Checks what comes over HTTP; may be absent in Socket Mode, where nothing does. */
  signingSecret?: string
  botToken: string
  /** Socket Mode where it is set. */
  appToken?: string
  /** Slack's API where absent. */
  apiUrl?: string
  /** Workspace ids; empty: the workspace that the bot token belongs to. */
  allowedTeams: readonly string[]
  clock: () => Instant
  log: SlackLog
  intake: Intake
  fetch?: FetchFunction
}

export type SlackAdapter = {
  /** To be mounted at `/slack/events`. */
  routes: Hono
  sender: Sender
  /** Connects in Socket Mode; present with an app token. Rejects where Slack does not take it. */
  startSocketMode?: () => Promise<void>
  /** What Slack says of a person. */
  profileOf(team: string, user: string): Promise<Profile>
  /** Resolves when nothing that follows an acknowledgement is under way. */
  settled(): Promise<void>
  /** Disconnects, and waits for what is under way. */
  close(): Promise<void>
}

/** Slack, both ways: what people do there goes to the intake, and deliveries go there. */
export function createSlackAdapter(options: SlackAdapterOptions): SlackAdapter {
  const { signingSecret, botToken, appToken, apiUrl, clock, log, intake } = options
  const fetch = options.fetch ?? globalThis.fetch
  const client = { token: botToken, log, fetch, ...(apiUrl ? { apiUrl } : {}) }
  const quick = createWebClient({ ...client, timeoutMs: ASK_TIMEOUT_MS })

  const identity = createIdentity(quick)
  const listed = new Set(options.allowedTeams)
  const allowed = async (): Promise<ReadonlySet<string>> =>
    listed.size > 0 ? listed : new Set([(await identity()).team])
  const profiles = createProfiles(quick, clock, async (team) => (await allowed()).has(team))
  const responsesBy = (own: FetchFunction) => createResponseUrls({ fetch: own, ...(apiUrl ? { apiUrl } : {}) })
  const channels = createChannels(createWebClient({ ...client, timeoutMs: SEND_TIMEOUT_MS }), clock)
  // A client costs less than a twentieth of a millisecond, and its requests cannot outlast the attempt that they are for.
  const sendingUntil = (deadline: Deadline): Sending => {
    const own = fetchWithin(deadline, fetch)
    const web = createWebClient({ ...client, fetch: own, timeoutMs: SEND_TIMEOUT_MS })
    return { web, responses: responsesBy(own), deadline, channels, clock, log }
  }

  const underWay = new Set<Promise<void>>()
  const afterwards: Afterwards = (work) => {
    const done: Promise<void> = new Promise<void>((resolve) => setImmediate(resolve))
      .then(work)
      .catch((error: unknown) => {
        log.failed({ what: 'slack afterwards', reason: error instanceof Error ? error.name : 'unknown' })
      })
      .finally(() => underWay.delete(done))
    underWay.add(done)
  }
  const settled = async (): Promise<void> => {
    while (underWay.size > 0) await Promise.all(underWay)
  }

  const http = new WebReceiver({ allowed, clock, log, ...(signingSecret ? { signingSecret } : {}) })
  const socket = appToken
    ? new SocketModeReceiver({
        appToken,
        logger: sdkLogger(log),
        installerOptions: { clientOptions: apiUrl ? { slackApiUrl: apiUrl } : {} },
      })
    : undefined
  const app = new SettlingApp({ receiver: socket ?? http, identity, allowed, afterwards, log })
  http.init(app)
  const responses = responsesBy(fetch)
  listen(app, { sendingUntil, channels, responses, clock, log, intake, modals: quick, profiles })

  return {
    routes: http.routes,
    sender: createSender(sendingUntil),
    ...(socket
      ? {
          async startSocketMode() {
            await socket.start()
          },
        }
      : {}),
    profileOf: (team, user) => profiles.profileOf(team, user),
    settled,
    async close() {
      await socket?.stop()
      await settled()
    },
  }
}
