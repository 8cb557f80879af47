import { Hono } from 'hono'
import type { Store } from '../data/store.ts'
import type { Metrics } from './metrics.ts'

export type ServerOptions = {
  store: Store
  /** What is due is looked for and sent; absent: nothing is. */
  isCourierRunning?: () => boolean
  /** A sentence where this machine's clock is not the store's, which counts. */
  clockProblem?: () => string | undefined
  /** What Prometheus reads; without it there is no such address. */
  metrics?: Metrics
  /** The channels' and pages' own routes, in the order in which they are asked. */
  routes: readonly Hono[]
  /** Hears of an error that no route has answered, with the address it was asked at, its query left out. */
  broken: (error: unknown, path: string) => void
}

/** One server for all that is reached over HTTP. */
export function createServer({ store, isCourierRunning, clockProblem, metrics, routes, broken }: ServerOptions): Hono {
  const server = new Hono()
  server.get('/healthz', (context) => context.text('ok'))
  server.get('/readyz', async (context) => {
    const ready = await store.check()
    if (!ready.ok) return context.text(ready.error, 503)
    if (isCourierRunning && !isCourierRunning()) return context.text('nothing is sent', 503)
    const problem = clockProblem?.()
    return context.text(problem ? `ready. ${problem}` : 'ready')
  })
  if (metrics) {
    server.get('/metrics', async (context) => context.text(await metrics.text(), 200, { 'Content-Type': metrics.type }))
  }
  for (const route of routes) server.route('/', route)
  server.notFound((context) => context.text('There is nothing at this address.', 404))
  server.onError((error, context) => {
    broken(error, context.req.path)
    return context.text('Something in Liaison is broken. Nothing was recorded.', 500)
  })
  return server
}
