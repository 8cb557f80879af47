import { createScreen, type Screen } from '../adapters/terminal/screen.ts'
import { createSession, type Session } from '../adapters/terminal/session.ts'
import type { ChannelName, Sender } from '../data/delivery.ts'
import type { Result, Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import { type Clock, readInstant } from './clock.ts'
import type { Config } from './config.ts'
import { firstAdministrator, zoneOf } from './filling.ts'
import { assembleLiaison, type Liaison, type LiaisonOptions } from './liaison.ts'
import { peopleOf } from './staff-names.ts'

/** A conversation at the terminal and all it runs on. */
export type Chat = {
  liaison: Liaison
  session: Session
  screen: Screen
  store: Store
  clock: Clock
  readInstant: (text: string) => Instant | undefined
}

export type ChatOptions = {
  store: Store
  clock: Clock
  config: Pick<Config, 'adminEmails' | 'staffDomains' | 'publicUrl'>
  /** Where a server shows the pages of this store; absent: there are no pages. */
  linkTo?: LiaisonOptions['linkTo']
  log: LiaisonOptions['log']
}

/** Liaison with the terminal as its only door. The error is a sentence. */
export async function assembleChat({ store, clock, config, linkTo, log }: ChatOptions): Promise<Result<Chat, string>> {
  const { adminEmails, staffDomains, publicUrl } = config
  const administrator = await firstAdministrator(store, adminEmails, clock.now())
  if (!administrator.ok) return administrator
  const { id, name } = administrator.value
  const screen = createScreen()
  const zone = await zoneOf(store)
  const liaison = await assembleLiaison({
    store,
    senders: everywhere(screen.sender),
    clock: clock.now,
    zone,
    admission: { emailDomains: staffDomains, adminEmails, trustedChannels: ['terminal'] },
    home: 'terminal',
    owner: `chat-${crypto.randomUUID()}`,
    ...(publicUrl && { publicUrl }),
    ...(linkTo && { linkTo }),
    log,
  })
  const session = createSession({
    intake: liaison.intake,
    screen,
    people: peopleOf(store),
    speaker: { id, name },
    newId: () => `terminal:${crypto.randomUUID()}`,
  })
  return {
    ok: true,
    value: { liaison, session, screen, store, clock, readInstant: (text) => readInstant(text, zone) },
  }
}

/** At a terminal, what is meant for any channel is shown here. */
function everywhere(sender: Sender): ReadonlyMap<ChannelName, Sender> {
  return new Map((['terminal', 'web', 'slack', 'teams'] as const).map((channel) => [channel, sender]))
}
