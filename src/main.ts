import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { type ServerType, serve } from '@hono/node-server'
import { CannotStore } from '../data/problem.ts'
import { runningClock } from './clock.ts'
import { type Config, readConfig, refuseNobody, refuseOwnSecret } from './config.ts'
import type { Doors } from './doors.ts'
import { environment } from './environment.ts'
import { createLog } from './log.ts'
import { patiently } from './patience.ts'
import { sharedClock } from './shared-clock.ts'
import { chooseStore, openStore } from './store-opening.ts'

/** A stop takes no longer than this, whatever is under way. Milliseconds. */
const LONGEST_STOP_MS = 9_000

/** `npm start`: Liaison with its doors open, until it is told to stop. */
async function main(): Promise<void> {
  const read = readConfig(environment())
  if (!read.ok) return refuse(read.problems.join('\n'))
  const { config } = read
  const ownSecret = refuseOwnSecret(config)
  if (ownSecret) return refuse(ownSecret)
  const wall = runningClock().now
  const choice = chooseStore(config)
  // Whoever tries the sample wants the address, not a log.
  const log = createLog(config.logLevel ?? (choice.kind === 'demo' ? 'warn' : 'info'))
  const opened = await openStore(choice, wall())
  if (!opened.ok) return refuse(opened.error)
  const store = opened.value
  const giveUp = async (sentence: string): Promise<void> => {
    await store.close()
    refuse(sentence)
  }
  const differs = (problem: string | undefined): void =>
    problem ? log.warn(problem) : log.info('This machine’s clock and the database’s agree again.')
  const begin = async () => ({
    staff: await store.count('staff', { where: { isActive: true } }),
    clock: await sharedClock(store, { clock: wall, differs }),
  })
  const begun = await patiently(begin).catch((error: unknown) =>
    error instanceof CannotStore ? error : Promise.reject(error),
  )
  if (begun instanceof CannotStore) return giveUp(`Liaison cannot start: ${begun.message}`)
  const { clock } = begun
  const nobody = refuseNobody(config, begun.staff)
  if (nobody) return giveUp(nobody)

  let doors: Doors | undefined
  const http = serve({
    hostname: config.host,
    port: config.port,
    fetch: (request, env) => doors?.server.fetch(request, env) ?? new Response('Liaison is starting.', { status: 503 }),
  })
  const address = await once(http, 'listening').then(
    () => addressOf(config, http.address()),
    (error: unknown) => new Error(`Liaison cannot listen on ${config.host}:${config.port}: ${reasonOf(error)}.`),
  )
  if (address instanceof Error) return giveUp(address.message)
  try {
    // All that a refusal does without: most of what a start takes.
    const { openDoors } = await import('./doors.ts')
    doors = await openDoors({ config, store, choice, clock, address, log })
  } catch (error) {
    await store.close()
    console.error(`Liaison cannot start: ${error instanceof Error ? error.message : 'unknown reason'}`)
    process.exit(1)
  }
  const { hasChatPage, close } = doors
  log.info({ address, chatPage: hasChatPage, store: choice.kind }, 'started')
  if (hasChatPage) process.stdout.write(`Liaison is at ${address}\n`)

  let isStopping = false
  const stop = async (): Promise<void> => {
    if (isStopping) return
    isStopping = true
    setTimeout(() => process.exit(0), LONGEST_STOP_MS).unref()
    await closed(http)
    await close()
    clock.stop()
    await store.close()
    log.info('stopped')
    process.exit(0)
  }
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.on(signal, () => void stop())
}

/** Takes nothing more in; resolves once what was asked has been answered. */
function closed(http: ServerType): Promise<void> {
  return new Promise((resolve) => {
    http.close(() => resolve())
    if ('closeIdleConnections' in http) http.closeIdleConnections()
  })
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
