import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client'
import type { Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { LiaisonOptions } from './liaison.ts'

/** Deliveries that are counted as waiting; more are told as this many. */
const MOST_WAITING = 1_000

export type Metrics = {
  /** A log that counts what it hears, and passes it on. */
  counting(log: LiaisonOptions['log']): LiaisonOptions['log']
  /** The text that Prometheus reads. No label holds a name, a text or an id. */
  text(): Promise<string>
  type: string
}

/** Counts turns, refusals and deliveries, and looks at the outbox when it is asked. */
export function createMetrics(store: Store, clock: () => Instant): Metrics {
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
  const storeSeconds = new Histogram({
    name: 'liaison_store_check_seconds',
    help: 'How long the store took to answer a look at it.',
    buckets: [0.001, 0.005, 0.02, 0.1, 0.5, 2],
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
  return {
    type: registry.contentType,
    counting: (log) => ({
      turn(entry) {
        turns.inc({ channel: entry.channel, what: entry.what, outcome: entry.outcome })
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
      const stop = storeSeconds.startTimer()
      const due = await store.deliveries({ state: 'due', limit: MOST_WAITING }).catch(() => [])
      stop()
      const now = clock()
      waiting.set(due.length)
      age.set(due.reduce((oldest, delivery) => Math.max(oldest, (now - delivery.due) / 1000), 0))
      return registry.metrics()
    },
  }
}
