import { Hono } from 'hono'
import type { Logger } from 'pino'
import type { Intake } from '../conversations/intake.ts'
import type { Address, ChannelName, Sender } from '../data/delivery.ts'
import type { Reads } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { Config, SlackConfig, TeamsConfig } from './config.ts'

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

export type ChannelContext = {
  intake: Intake
  clock: () => Instant
  log: Logger
  /** Hears of each request that is refused at the door. */
  refused: (channel: ChannelName) => void
  reads: Reads
}

/** The channels that are configured, a line each. A platform's SDK is loaded only where it is connected. */
export async function connectedChannels(config: Config, context: ChannelContext): Promise<Channel[]> {
  return [
    ...(config.slack ? [await slackChannel(config.slack, context)] : []),
    ...(config.teams ? [await teamsChannel(config.teams, context)] : []),
  ]
}

async function slackChannel(slack: SlackConfig, { intake, clock, log, refused }: ChannelContext): Promise<Channel> {
  const { createSlackAdapter } = await import('../adapters/slack/adapter.ts')
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
    routes: door('/slack/events', adapter.routes, () => refused('slack')),
    sender: adapter.sender,
    ...(adapter.startSocketMode && { start: adapter.startSocketMode }),
    close: adapter.close,
  }
}

async function teamsChannel(
  teams: TeamsConfig,
  { intake, clock, log, refused, reads }: ChannelContext,
): Promise<Channel> {
  const { createTeamsAdapter } = await import('../adapters/teams/teams-adapter.ts')
  const adapter = createTeamsAdapter({ ...teams, intake, clock, log, knownPlaces: () => teamsPlaces(reads) })
  return {
    name: 'teams',
    routes: door('/api/messages', adapter.routes, () => refused('teams')),
    sender: adapter.sender,
    // Where the keys cannot be read now, they are asked for again with the first request.
    start: () => adapter.ready().catch((error: unknown) => log.error({ channel: 'teams' }, String(error))),
    close: adapter.close,
  }
}

/** A channel's routes at their path; what they do not take is heard of. */
function door(path: string, routes: Hono, refused: () => void): Hono {
  const outer = new Hono()
  outer.use(path, async (context, next) => {
    await next()
    if (context.res.status >= 400 && context.res.status < 500) refused()
  })
  return outer.route(path, routes)
}

/** Where staff have spoken with Liaison in Teams, newest first for each of them. */
async function teamsPlaces(reads: Reads): Promise<Address[]> {
  const staff = await reads.find('staff', { where: { isActive: true } })
  const states = await Promise.all(staff.map(({ id }) => reads.conversationsOf(id)))
  return states.flat().flatMap(({ address }) => (address.channel === 'teams' ? [address] : []))
}
