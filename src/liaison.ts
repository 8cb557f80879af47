import type { AdmissionPolicy } from '../conversations/admission.ts'
import { createEngine, type Engine, type EngineLog, type EngineOptions } from '../conversations/engine.ts'
import { conversations } from '../conversations/index.ts'
import type { Intake } from '../conversations/intake.ts'
import { LiveKnowledge } from '../conversations/live-knowledge.ts'
import { turnIdOf } from '../conversations/turns.ts'
import type { ChannelName, Sender } from '../data/delivery.ts'
import type { Store } from '../data/store.ts'
import { type Instant, localMomentAt, minutesOf, timeOf, type Zone } from '../data/time.ts'
import { type Courier, type CourierOptions, createCourier } from './courier.ts'
import { guardsAt } from './guards.ts'
import { createLooking } from './looking.ts'
import { inTurn } from './turn-context.ts'

const MINUTE_MS = 60_000

export type LiaisonOptions = {
  store: Store
  /** Filled as adapters are made; read when something is sent. */
  senders: ReadonlyMap<ChannelName, Sender>
  clock: () => Instant
  zone: Zone
  admission: AdmissionPolicy
  home: ChannelName
  /** Names this process among replicas. */
  owner: string
  publicUrl?: string
  sendsMail?: boolean
  linkTo?: EngineOptions['linkTo']
  log: EngineLog & { delivery: CourierOptions['log']; failed: (error: unknown) => void }
  random?: () => number
}

export type Liaison = {
  intake: Intake
  courier: Courier
  knowledge: LiveKnowledge
  takeGuest: Engine['takeGuest']
  /** Does all that is due now: what the clock brings, and what waits to be sent. */
  tick(): Promise<void>
  /** Ticks as time passes, until `stop`; that resolves once the tick under way is finished. */
  start(): void
  stop(): Promise<void>
  /** Whether it ticks: begun, not stopped, and not stuck in a tick. */
  isRunning(): boolean
  /** Moves a standing clock to a later instant by `setNow`, doing everything due in between at its own time. */
  advance(to: Instant, setNow: (now: Instant) => void): Promise<void>
}

/** The whole of Liaison without its doors: engine, courier and what it knows, over one store. */
export async function assembleLiaison(options: LiaisonOptions): Promise<Liaison> {
  const { store, clock, log, owner } = options
  const knowledge = await LiveKnowledge.open(store, log.failed)
  const engine = createEngine({ ...options, knowledge, conversations })
  const courier = createCourier({
    store,
    senders: options.senders,
    guards: guardsAt(clock, options.zone),
    clock,
    owner,
    random: options.random ?? Math.random,
    log: log.delivery,
    broken: log.failed,
  })
  const tick = async (): Promise<void> => {
    await knowledge.settled()
    await engine.runDue()
    await courier.run()
  }
  const looking = createLooking({
    runDue: engine.runDue,
    send: courier.step,
    nextDue: store.nextDue,
    clock,
    failed: log.failed,
  })

  return {
    courier,
    knowledge,
    async takeGuest(...guest) {
      const isKept = await engine.takeGuest(...guest)
      looking.soon()
      return isKept
    },
    tick,
    intake: {
      async handle(inbound) {
        await knowledge.settled()
        const handled = await inTurn(turnIdOf(inbound.id), () => engine.handle(inbound))
        looking.soon()
        return handled
      },
      async deliver(deliveries) {
        await courier.deliver(deliveries)
        // What waited for these, here or on another replica, may leave now.
        looking.soon()
      },
      answered: courier.answered,
    },
    start: looking.start,
    isRunning: looking.isRunning,
    async stop() {
      await looking.stop()
      knowledge.close()
    },
    async advance(to, setNow) {
      for (;;) {
        await tick()
        const now = clock()
        if (now >= to) return
        // On the hour there: some zones are half an hour off.
        const past = minutesOf(timeOf(localMomentAt(now, options.zone))) % 60
        const hour = (Math.floor(now / MINUTE_MS) + 60 - past) * MINUTE_MS
        const due = await store.nextDue()
        setNow(Math.min(to, hour, due !== undefined && due > now ? due : Number.POSITIVE_INFINITY) as Instant)
      }
    },
  }
}
