import { once } from 'node:events'
import { existsSync } from 'node:fs'
import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import type { Hono } from 'hono'
import { createWebAdapter } from '../adapters/web/adapter.tsx'
import type { ChannelName, Sender } from '../data/delivery.ts'
import { connectedChannels } from './channels.ts'
import { runningClock } from './clock.ts'
import { type Config, isLoopback, readConfig, refuseNobody } from './config.ts'
import { drainable } from './draining.ts'
import { firstAdministrator, organizationOf, zoneOf } from './filling.ts'
import { assembleLiaison } from './liaison.ts'
import { linkSecretFor } from './link-secret.ts'
import { createLog, liaisonLog } from './log.ts'
import { pageRoutes } from './pages.ts'
import { createServer } from './server.ts'
import { speakers } from './staff-names.ts'
import { chooseStore, fileOf, openStore } from './store-opening.ts'

/** A stop takes no longer than this, whatever is under way. Milliseconds. */
const LONGEST_STOP_MS = 9_000

/** `npm start`: Liaison with its doors open, until it is told to stop. */
async function main(): Promise<void> {
  if (existsSync('.env')) process.loadEnvFile('.env')
  const read = readConfig(process.env)
  if (!read.ok) return refuse(read.problems.join('\n'))
  const { config } = read
  const log = createLog(config.logLevel)
  const { now } = runningClock()
  const choice = chooseStore(config)
  const opened = await openStore(choice, now())
  if (!opened.ok) return refuse(opened.error)
  const store = opened.value
  const nobody = refuseNobody(config, await store.count('staff', { where: { isActive: true } }))
  if (nobody) {
    await store.close()
    return refuse(nobody)
  }

  let door: Hono | undefined
  const http = serve({
    hostname: config.host,
    port: config.port,
    fetch: (request, env) => door?.fetch(request, env) ?? new Response('Liaison is starting.', { status: 503 }),
  })
  try {
    await once(http, 'listening')
  } catch (error) {
    await store.close()
    return refuse(`Liaison cannot listen on ${config.host}:${config.port}: ${reasonOf(error)}.`)
  }
  const address = addressOf(config, http.address())

  const isConnected = config.slack !== undefined || config.teams !== undefined
  const hasChatPage = !isConnected && isLoopback(config.host)
  const senders = new Map<ChannelName, Sender>()
  const zone = await zoneOf(store)
  const publicUrl = config.publicUrl ?? address
  const linkSecret = await linkSecretFor(config.linkSecret, fileOf(choice))
  const liaison = await assembleLiaison({
    store,
    senders,
    clock: now,
    zone,
    admission: {
      emailDomains: config.staffDomains,
      adminEmails: config.adminEmails,
      trustedChannels: hasChatPage ? ['web'] : [],
    },
    home: config.slack ? 'slack' : config.teams ? 'teams' : 'web',
    owner: `${process.pid}-${crypto.randomUUID()}`,
    publicUrl,
    log: liaisonLog(log),
  })
  const { intake, drained } = drainable(liaison.intake)
  const channels = await connectedChannels(config, { intake, clock: now, log, reads: store })
  for (const { name, sender } of channels) senders.set(name, sender)
  const routes = [
    ...channels.map((channel) => channel.routes),
    ...pageRoutes({ store, intake, clock: now, zone, publicUrl, linkSecret }),
  ]
  if (hasChatPage) {
    const administrator = await firstAdministrator(store, config.adminEmails, now())
    if (!administrator.ok) return refuse(administrator.error)
    const first = administrator.value.id
    const web = createWebAdapter({
      intake,
      clock: now,
      newId: () => crypto.randomUUID(),
      organization: () => organizationOf(store),
      staff: async () => (await speakers(store)).sort((a, b) => Number(b.id === first) - Number(a.id === first)),
      ...(choice.kind === 'demo' && {
        note: 'A sample to try: its people are fictional, and nothing leaves this machine.',
      }),
      imageOrigin: new URL(publicUrl).origin,
    })
    senders.set('web', web.sender)
    routes.push(web.routes)
  }
  try {
    for (const { start } of channels) await start?.()
  } catch (error) {
    await store.close()
    http.close()
    return refuse(`Liaison cannot connect: ${error instanceof Error ? error.message : 'unknown reason'}`)
  }
  door = createServer({
    store,
    routes,
    broken: (error, path) => {
      log.error({ path, fault: error instanceof Error ? error.name : typeof error }, 'broken')
    },
  })
  liaison.start()
  log.info({ address, chatPage: hasChatPage, store: choice.kind }, 'started')
  if (hasChatPage) process.stdout.write(`Liaison is at ${address}\n`)

  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref()
    const closed = new Promise((resolve) => http.close(resolve))
    if ('closeIdleConnections' in http) http.closeIdleConnections()
    await closed
    await Promise.allSettled(channels.map(({ close }) => close?.()))
    await drained()
    await liaison.stop()
    await store.close()
    log.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}

function addressOf(config: Config, bound: string | AddressInfo | null): string {
  const port = typeof bound === 'object' && bound ? bound.port : config.port
  const host = config.host.includes(':') ? `[${config.host}]` : config.host === '0.0.0.0' ? 'localhost' : config.host
  return `http://${host}:${port}`
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : undefined
  if (code === 'EADDRINUSE') return 'another program is using that port; set PORT to another one'
  return code === 'EACCES' ? 'this user may not use that port' : String(code ?? 'unknown reason')
}

function refuse(sentences: string): void {
  console.error(sentences)
  process.exitCode = 1
}

await main()
