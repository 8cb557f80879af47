import { Hono } from 'hono'
import type { Sender } from '../../data/delivery.ts'
import { Bot } from './bot.ts'
import { createChannelNames } from './channel-names.ts'
import { createChats } from './chats.ts'
import { createMessages } from './messages.ts'
import { type TeamsOptions, tenantsAllowed } from './options.ts'
import { createPeople } from './people.ts'
import { createKeys, createReceiver } from './receiver.ts'
import { createTeamsSender } from './sender.ts'

export type TeamsAdapter = {
  /** To be mounted at `/api/messages`. */
  routes: Hono
  sender: Sender
  /** Reads the keys that Teams' tokens are signed with; before that nothing is taken in. Rejects with a sentence. */
  ready(): Promise<void>
  /** Resolves when what followed an acknowledgement is done. */
  settled(): Promise<void>
  close(): Promise<void>
}

/** Microsoft Teams, by the Bot Framework. Throws where it would be open to anyone. */
export function createTeamsAdapter(options: TeamsOptions): TeamsAdapter {
  refuseOpen(options)
  const { clock, log } = options
  const bot = new Bot(options)
  const chats = createChats(bot)
  const channels = createChannelNames(bot, clock, options.knownPlaces ?? (async () => []))
  const sender = createTeamsSender({ bot, chats, channels, hosts: options })
  const people = createPeople(clock, () => log.warn({ channel: 'teams' }, 'Teams’ roster could not be read.'))
  const messages = createMessages({ ...options, sender, people, chats, channels })
  const keys = createKeys(bot, options.isUnauthenticated)
  const receive = createReceiver({ ...options, bot, keys, take: messages.take })

  const routes = new Hono()
  routes.post('/', (context) => receive(context.req.raw))
  routes.all('/', () => new Response('Only POST is answered here.', { status: 405, headers: { allow: 'POST' } }))
  return {
    routes,
    sender,
    ready: keys,
    settled: messages.settled,
    close: messages.settled,
  }
}

/** Without an app id the library turns authentication off silently, and tenants it never checks. */
function refuseOpen(options: TeamsOptions): void {
  if (options.isUnauthenticated) {
    if (options.appId) throw new Error('Teams: TEAMS_UNAUTHENTICATED and MicrosoftAppId exclude each other.')
    return
  }
  if (!options.appId) throw new Error('Teams: without MicrosoftAppId anyone could write to Liaison.')
  if (tenantsAllowed(options).size === 0)
    throw new Error('Teams: without TEAMS_ALLOWED_TENANTS or MicrosoftAppTenantId any tenant could write to Liaison.')
}
