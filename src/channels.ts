import { Hono } from 'hono'
import type { Logger } from 'pino'
import { createSlackAdapter } from '../adapters/slack/adapter.ts'
import type { Intake } from '../conversations/intake.ts'
import type { ChannelName, Sender } from '../data/delivery.ts'
import type { Instant } from '../data/time.ts'
import type { Config, SlackConfig } from './config.ts'

/** A channel that is connected: its routes and its sender, and how it begins and ends. */
export type Channel = {
  name: ChannelName
  routes: Hono
  sender: Sender
  /** Before anything is taken in. Rejects where the platform does not accept what is configured. */
  start?: () => Promise<void>
  /** Takes nothing more in, and waits for what is under way. */
  close?: () => Promise<void>
}

export type ChannelContext = { intake: Intake; clock: () => Instant; log: Logger }

/** The channels that are configured, a line each. */
export function connectedChannels(config: Config, context: ChannelContext): Channel[] {
  return [...(config.slack ? [slackChannel(config.slack, context)] : [])]
}

function slackChannel(slack: SlackConfig, { intake, clock, log }: ChannelContext): Channel {
  const adapter = createSlackAdapter({
    ...slack,
    intake,
    clock,
    log: {
      refused: (entry) => log.warn({ channel: 'slack', ...entry }, 'refused'),
      failed: (entry) => log.error({ channel: 'slack', ...entry }, 'failed'),
    },
  })
  return {
    name: 'slack',
    routes: new Hono().route('/slack/events', adapter.routes),
    sender: adapter.sender,
    ...(adapter.startSocketMode && { start: adapter.startSocketMode }),
    close: adapter.close,
  }
}
