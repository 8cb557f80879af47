import type { Hono } from 'hono'
import type { Logger } from 'pino'
import { createWebAdapter, type WebAdapter } from '../adapters/web/adapter.tsx'
import type { Intake } from '../conversations/intake.ts'
import type { ChannelName, Sender } from '../data/delivery.ts'
import type { Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import { connectedChannels } from './channels.ts'
import type { Config } from './config.ts'
import { isLoopback } from './config-checks.ts'
import { drainable } from './draining.ts'
import { firstAdministrator, organizationOf, zoneOf } from './filling.ts'
import { assembleLiaison, type Liaison } from './liaison.ts'
import { linkSecretFor } from './link-secret.ts'
import { liaisonLog } from './log.ts'
import { mailChannel } from './mail.ts'
import { createMetrics } from './metrics.ts'
import { linkMaker } from './pages/signed-links.ts'
import { pageRoutes } from './pages.ts'
import { patiently } from './patience.ts'
import { openPhotos } from './photo-opening.ts'
import { keepPhotosInStep } from './pictures/photo-upkeep.ts'
import { createServer } from './server.ts'
import type { SharedClock } from './shared-clock.ts'
import { speakers } from './staff-names.ts'
import { fileOf, type StoreChoice } from './store-opening.ts'

export type DoorsOptions = {
  config: Config
  store: Store
  choice: StoreChoice
  clock: SharedClock
  /** Where the server listens: `http://127.0.0.1:3000`. */
  address: string
  log: Logger
}

/** All that Liaison is reached by, open. */
export type Doors = {
  server: Hono
  hasChatPage: boolean
  /** Lets what is under way finish; nothing new is to come in any more. */
  close(): Promise<void>
}

/** Connects the channels, opens the pages, begins to do what is due. Rejects with a sentence where a channel refuses. */
export async function openDoors(options: DoorsOptions): Promise<Doors> {
  const { config, choice, address, log } = options
  const clock = options.clock.now
  const metrics = createMetrics(options.store, clock)
  const { store } = metrics
  const isConnected = config.slack !== undefined || config.teams !== undefined
  // The chat page has no sign-in: it is for people at this machine, and off once there is a real way in.
  const hasChatPage = !isConnected && isLoopback(config.host)
  const senders = new Map<ChannelName, Sender>()
  const zone = await patiently(() => zoneOf(store))
  const publicUrl = config.publicUrl ?? address
  const photos = await openPhotos(choice)
  const linkSecret = await linkSecretFor(config.linkSecret, fileOf(choice))
  const from = config.mailFrom ?? `liaison@${new URL(publicUrl).hostname}`
  const mail = config.smtpUrl ? mailChannel({ url: config.smtpUrl, from, store, zone }) : undefined
  if (mail) senders.set('mail', mail)
  const assemble = (): Promise<Liaison> =>
    assembleLiaison({
      store,
      senders,
      clock,
      zone,
      admission: {
        emailDomains: config.staffDomains,
        adminEmails: config.adminEmails,
        trustedChannels: hasChatPage ? ['web'] : [],
      },
      home: config.slack ? 'slack' : config.teams ? 'teams' : 'web',
      owner: `${process.pid}-${crypto.randomUUID()}`,
      publicUrl,
      linkTo: linkMaker(publicUrl, linkSecret),
      ...(mail ? { sendsMail: true } : {}),
      log: metrics.counting(liaisonLog(log)),
    })
  const liaison = await patiently(assemble)
  const { intake, drained } = drainable(metrics.timing(liaison.intake))
  const channels = await connectedChannels(config, { intake, clock, log, refused: metrics.refused, reads: store })
  for (const { name, sender } of channels) senders.set(name, sender)
  const web = hasChatPage
    ? await chatPage({
        intake,
        store,
        clock,
        config,
        origin: new URL(publicUrl).origin,
        isSample: choice.kind === 'demo',
      })
    : undefined
  if (web) senders.set('web', web.sender)
  for (const { start } of channels) await start?.()
  const photoUpkeep = keepPhotosInStep({ store, photos, clock, failed: liaisonLog(log).failed })
  liaison.start()
  return {
    hasChatPage,
    server: createServer({
      store,
      isCourierRunning: liaison.isRunning,
      clockProblem: options.clock.problem,
      metrics,
      routes: [
        ...channels.map(({ routes }) => routes),
        ...(web ? [web.routes] : []),
        ...pageRoutes({
          store,
          photos,
          intake,
          takeGuest: liaison.takeGuest,
          clock,
          zone,
          publicUrl,
          linkSecret,
        }),
      ],
      broken: (error, path) => {
        log.error({ path, fault: error instanceof Error ? error.name : typeof error }, 'broken')
      },
    }),
    async close() {
      await Promise.allSettled(channels.map(({ close }) => close?.()))
      await drained()
      await liaison.stop()
      mail?.close()
      photoUpkeep.close()
      await photoUpkeep.settled()
      await photos.close()
    },
  }
}

type ChatPageOptions = {
  intake: Intake
  store: Store
  clock: () => Instant
  config: Config
  /** Of the pictures in cards. */
  origin: string
  isSample: boolean
}

async function chatPage({ intake, store, clock, config, origin, isSample }: ChatPageOptions): Promise<WebAdapter> {
  const administrator = await patiently(() => firstAdministrator(store, config.adminEmails, clock()))
  if (!administrator.ok) throw new Error(administrator.error)
  const first = administrator.value.id
  return createWebAdapter({
    intake,
    clock,
    newId: () => crypto.randomUUID(),
    organization: () => organizationOf(store),
    staff: async () => (await speakers(store)).sort((a, b) => Number(b.id === first) - Number(a.id === first)),
    ...(isSample && { note: 'A sample to try: its people are fictional, and nothing leaves this machine.' }),
    imageOrigin: origin,
  })
}
