import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Intake } from '../conversations/intake.ts'
import { turnIdOf } from '../conversations/turns.ts'
import type { Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { LiaisonOptions } from './liaison.ts'
import { timedStore } from './timed-store.ts'

export type Metrics = {
  /** A log that counts what it hears, and passes it on. */
  counting(log: LiaisonOptions['log']): LiaisonOptions['log']
  /** An intake whose turns are timed. */
  timing(intake: Intake): Intake
  /** The store, its operations timed. */
  store: Store
  /** A request was refused before it became a turn: not signed, another workspace or tenant, no known shape. */
  refused(channel: string): void
  /** The text that Prometheus reads. No label holds a name, a text or an id. */
  text(): Promise<string>
  type: string
}

/** Counts turns, refusals and deliveries, and looks at the outbox when it is asked. */
export function createMetrics(given: Store, clock: () => Instant): Metrics {
  const registry = new Registry()
  collectDefaultMetrics({ register: registry })
  const registers = [registry]
  const turns = new Counter({
    name: 'liaison_turns_total',
    help: 'Turns by channel, by what they did and by how they ended.',
    labelNames: ['channel', 'what', 'outcome'],
    registers,
  })
  const broken = new Counter({
    name: 'liaison_broken_total',
    help: 'Turns that broke.',
    labelNames: ['channel'],
    registers,
  })
  const deliveries = new Counter({
    name: 'liaison_deliveries_total',
    help: 'Attempts to deliver, by channel and by how they ended.',
    labelNames: ['channel', 'state'],
    registers,
  })
  const turnSeconds = new Histogram({
    name: 'liaison_turn_seconds',
    help: 'From a message’s arrival to where its turn is kept or refused, by channel and by what it did.',
    labelNames: ['channel', 'what'],
    buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5],
    registers,
  })
  const storeSeconds = new Histogram({
    name: 'liaison_store_seconds',
    help: 'How long the store took, by operation.',
    labelNames: ['operation'],
    buckets: [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 2],
    registers,
  })
  const refusals = new Counter({
    name: 'liaison_requests_refused_total',
    help: 'Requests that were refused before they became a turn.',
    labelNames: ['channel'],
    registers,
  })
  const waiting = new Gauge({
    name: 'liaison_outbox_due',
    help: 'Deliveries that wait, to be sent now or later.',
    registers,
  })
  const age = new Gauge({
    name: 'liaison_outbox_oldest_seconds',
    help: 'How long the oldest delivery has been overdue.',
    registers,
  })
  const store = timedStore(given, (operation, seconds) => storeSeconds.observe({ operation }, seconds))
  /** Turns under way, by their ids, and when each began. */
  const underWay = new Map<string, number>()
  return {
    store,
    refused: (channel) => refusals.inc({ channel }),
    timing: (intake) => ({
      ...intake,
      async handle(inbound) {
        const turn = turnIdOf(inbound.id)
        underWay.set(turn, performance.now())
        return intake.handle(inbound).finally(() => underWay.delete(turn))
      },
    }),
    type: registry.contentType,
    counting: (log) => ({
      turn(entry) {
        turns.inc({ channel: entry.channel, what: entry.what, outcome: entry.outcome })
        const begin = underWay.get(entry.turn)
        const { channel, what } = entry
        if (begin !== undefined) turnSeconds.observe({ channel, what }, (performance.now() - begin) / 1000)
        log.turn(entry)
      },
      broken(entry) {
        broken.inc({ channel: entry.channel })
        log.broken(entry)
      },
      delivery(entry) {
        deliveries.inc({ channel: entry.channel, state: entry.state })
        log.delivery(entry)
      },
      failed: log.failed,
    }),
    async text() {
      const { count, oldest } = await store.waiting().catch(() => ({ count: Number.NaN, oldest: undefined }))
      waiting.set(count)
      age.set(oldest === undefined ? 0 : Math.max(0, (clock() - oldest) / 1000))
      return registry.metrics()
    },
  }
}
