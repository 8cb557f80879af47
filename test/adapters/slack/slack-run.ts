import { createSlackAdapter, type SlackAdapter, type SlackAdapterOptions } from '../../../adapters/slack/adapter.ts'
import type { Address } from '../../../data/delivery.ts'
import type { Instant } from '../../../data/time.ts'
import { createFakeSlack, type FakeMessage, type FakeSlack } from '../../fakes/slack.ts'
import { buttonsIn } from '../../fakes/slack-blocks.ts'
import {
  BOT_ID,
  BOT_USER,
  type Body,
  commandBody,
  directMessage,
  eventBody,
  pressBody,
  signedRequest,
  stateOf,
  TEAM,
} from '../../fakes/slack-payloads.ts'
import { createRecordingIntake, type RecordingIntake } from '../recording-intake.ts'

/** The real adapter between a fake of Slack and a recording intake; requests are signed and go through its routes. */

export const SECRET = '8f742231b10e8888abcd99yyyzzz85a5'
export const START = 1_796_140_320_000 as Instant
export const MARIA = 'U0MARIA'

export type SlackRun = {
  adapter: SlackAdapter
  slack: FakeSlack
  intake: RecordingIntake
  /** Reasons why requests were refused, and what failed. */
  logged: string[]
  /** The clock: move it by setting `now`. */
  time: { now: Instant }
  post(body: Body, options?: { secret?: string; seconds?: number }): Promise<Response>
  dm(text: string, eventId: string, more?: Record<string, unknown>): Promise<Response>
  mention(text: string, eventId: string, more?: Record<string, unknown>): Promise<Response>
  command(text: string, trigger: string, more?: Partial<Parameters<typeof commandBody>[0]>): Promise<Response>
  /** Presses a button of a message, found by its value. */
  press(message: FakeMessage, value: string, trigger: string, values?: Record<string, unknown>): Promise<Response>
}

export function startSlack(options: Partial<SlackAdapterOptions> = {}, given?: RecordingIntake): SlackRun {
  const time = { now: START }
  const slack = createFakeSlack(() => time.now)
  const logged: string[] = []
  const intake = given ?? createRecordingIntake(() => run.adapter.sender)
  const adapter = createSlackAdapter({
    signingSecret: SECRET,
    botToken: 'xoxb-test',
    apiUrl: slack.apiUrl,
    allowedTeams: [TEAM],
    clock: () => time.now,
    log: {
      refused: ({ why }) => void logged.push(why),
      failed: ({ what, reason }) => void logged.push(`${what}: ${reason}`),
    },
    intake,
    fetch: slack.fetch,
    ...options,
  })
  const run: SlackRun = {
    adapter,
    slack,
    intake,
    logged,
    time,
    async post(body, { secret = SECRET, seconds = Math.floor(time.now / 1000) } = {}) {
      return adapter.routes.request(signedRequest(secret, body, seconds, 'http://liaison.test/'))
    },
    dm(text, eventId, more = {}) {
      const said = directMessage({ user: MARIA, text, channel: slack.directChannel(MARIA) })
      return run.post(eventBody({ ...said, ...more }, eventId))
    },
    mention(text, eventId, more = {}) {
      const said = directMessage({ user: MARIA, text, channel: 'C0PARTNERS' })
      const { channel_type: _, ...rest } = said
      return run.post(
        eventBody({ ...rest, type: 'app_mention', text: `<@${BOT_USER}> ${String(said.text)}`, ...more }, eventId),
      )
    },
    command(text, trigger, more = {}) {
      const channel = more.channel ?? 'C0PARTNERS'
      const responseUrl = slack.responseUrl(MARIA, channel)
      return run.post(commandBody({ command: '/liaison', text, user: MARIA, channel, trigger, responseUrl, ...more }))
    },
    press(message, value, trigger, values = {}) {
      const button = buttonsIn(message.blocks).find((one) => one.value === value)
      if (!button) throw new Error(`no button ${value} in ${JSON.stringify(message.blocks)}`)
      const { channel, ts, thread_ts, onlyFor } = message
      return run.post(
        pressBody({
          user: MARIA,
          channel,
          message: { ts, isEphemeral: onlyFor !== undefined, ...(thread_ts ? { thread_ts } : {}) },
          action: button,
          trigger,
          responseUrl: slack.responseUrl(MARIA, channel, message),
          values,
        }),
      )
    },
  }
  return run
}

/** Where Maria writes to Liaison alone, and a channel in which she was heard a moment ago. */
export const direct = (slack: FakeSlack): Address => ({
  channel: 'slack',
  team: TEAM,
  isDirect: true,
  person: MARIA,
  route: { dm: slack.directChannel(MARIA), saidAt: String(START) },
})
export const partners: Address = {
  channel: 'slack',
  team: TEAM,
  place: 'C0PARTNERS',
  isDirect: false,
  person: MARIA,
  route: { saidAt: String(START) },
}

export const ownMessage = (slack: FakeSlack, text: string): Record<string, unknown> => ({
  ...directMessage({ user: BOT_USER, text, channel: slack.directChannel(MARIA) }),
  bot_id: BOT_ID,
})

export { eventBody, stateOf }
