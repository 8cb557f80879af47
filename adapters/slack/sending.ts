import type { WebClient } from '@slack/web-api'
import type { Deadline } from '../../data/deadline.ts'
import type { Instant } from '../../data/time.ts'
import type { Channels } from './channels.ts'
import type { SlackLog } from './log.ts'
import type { ResponseUrls } from './response-url.ts'

/** What one attempt to send needs. */
export type Sending = {
  /** Its calls end before the deadline, and so do answers through response URLs. */
  web: WebClient
  responses: ResponseUrls
  deadline: Deadline
  channels: Channels
  clock: () => Instant
  log: SlackLog
}

export type SendingUntil = (deadline: Deadline) => Sending
