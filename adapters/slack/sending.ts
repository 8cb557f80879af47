import type { WebClient } from '@slack/web-api'
import type { Instant } from '../../data/time.ts'
import type { Channels } from './channels.ts'
import type { SlackLog } from './log.ts'
import type { ResponseUrls } from './response-url.ts'

/** What sending needs. */
export type Sending = {
  web: WebClient
  channels: Channels
  responses: ResponseUrls
  clock: () => Instant
  log: SlackLog
}
