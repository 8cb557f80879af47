import { readFileSync } from 'node:fs'
import { createEngine, type Engine } from '../../../conversations/engine.ts'
import type { Inbound } from '../../../conversations/inbound.ts'
import { conversations } from '../../../conversations/index.ts'
import { LiveKnowledge } from '../../../conversations/live-knowledge.ts'
import { coverOf, isRefused } from '../../../conversations/spotlights/consent-rules.ts'
import type { Card } from '../../../data/card.ts'
import type { Delivery, MessageRef, Sender, SendResult } from '../../../data/delivery.ts'
import { readDirectory } from '../../../data/directory.ts'
import { writesOfDirectory } from '../../../data/directory-records.ts'
import { openMemoryStore } from '../../../data/lowdb/store.ts'
import type { RecordOf } from '../../../data/records.ts'
import type { Store, TurnRecord } from '../../../data/store.ts'
import { DESTINATIONS } from '../../../data/story.ts'
import { dateOf, type Instant, localMomentAt, parseZone } from '../../../data/time.ts'
import { type Courier, createCourier } from '../../../src/courier.ts'
import { guardsAt } from '../../../src/guards.ts'

const SAMPLE = new URL('../../../data/sample.json', import.meta.url)
/** Tue, Dec 1, 2026, 9:00 in New York. */
const START = Date.parse('2026-12-01T14:00:00Z') as Instant
const LEASE_MS = 31_000

/** What a channel does with the next message to a place that many read. */
export type Weather = 'fine' | 'busy' | 'slow' | 'refuses' | 'lost' | 'unheard' | 'dies-before' | 'dies-after'

export type Shown = { place: string; delivery: string; story: string; card: Card }

/**
 * Engine, store and courier of one organization over channels that exist in memory alone. Workers die where the weather
 * says so: their send never comes back, and another worker takes over once the lease has run out.
 */
export class StoryWorld {
  readonly store: Store
  readonly up = new Map<string, Shown>()
  readonly violations: string[] = []
  /** Private messages, newest last. */
  readonly told: { to: string; card: Card }[] = []
  weather: Weather[] = []
  /** Lets what is on its way in slow weather arrive. */
  arrive: () => void = () => {}
  now: Instant = START
  readonly zone
  #engine: Engine
  #knowledge: LiveKnowledge
  #courier: Courier
  #workers = 0
  #died: () => void = () => {}
  #inbounds = 0

  private constructor(store: Store, knowledge: LiveKnowledge, zone: NonNullable<ReturnType<typeof parseZone>>) {
    this.store = store
    this.zone = zone
    this.#knowledge = knowledge
    this.#engine = createEngine({
      store,
      clock: () => this.now,
      zone,
      knowledge,
      conversations,
      admission: { emailDomains: [], adminEmails: [], trustedChannels: ['slack'] },
      home: 'slack',
      owner: 'engine',
      publicUrl: 'https://cte.example',
      log: {
        turn: () => {},
        broken: ({ error }) => {
          throw error
        },
      },
    })
    this.#courier = this.#newCourier()
  }

  static async open(): Promise<StoryWorld> {
    const read = readDirectory(JSON.parse(readFileSync(SAMPLE, 'utf8')))
    const zone = parseZone('America/New_York')
    if (!read.ok || !zone) throw new Error('The sample directory is not one.')
    const store = openMemoryStore()
    await store.commit({
      id: 'seed',
      inbound: 'seed',
      conversation: 'seed',
      at: START,
      what: 'import',
      writes: writesOfDirectory(read.directory, START),
      reliesOn: [],
      touches: [],
      deliveries: [],
    })
    const fail = (error: unknown): never => {
      throw error
    }
    return new StoryWorld(store, await LiveKnowledge.open(store, fail), zone)
  }

  async staff(name: string): Promise<RecordOf<'staff'>> {
    const [found] = await this.store.find('staff', { where: { name } })
    if (!found) throw new Error(`There is no ${name}.`)
    return found
  }

  async student(name: string): Promise<RecordOf<'student'>> {
    const [found] = await this.store.find('student', { where: { name } })
    if (!found) throw new Error(`There is no ${name}.`)
    return found
  }

  /** The newest story about a student, as it is now. */
  async story(student: string): Promise<RecordOf<'story'> | undefined> {
    const { id } = await this.student(student)
    const [newest] = await this.store.find('story', {
      where: { student: id },
      order: { by: 'at', direction: 'descending' },
      limit: 1,
    })
    return newest
  }

  say(who: string, text: string, channel?: string): Promise<Card[]> {
    return this.#take(who, { kind: 'said', text }, channel)
  }

  press(
    who: string,
    action: string,
    args: Record<string, string>,
    values?: Record<string, string | string[]>,
  ): Promise<Card[]> {
    const press = { action, args }
    return this.#take(who, values ? { kind: 'submitted', press, values } : { kind: 'pressed', press }, undefined)
  }

  async #take(who: string, what: Inbound['what'], channel: string | undefined): Promise<Card[]> {
    const staff = await this.staff(who)
    this.#inbounds += 1
    this.now = (this.now + 1000) as Instant
    await this.#knowledge.settled()
    const place = channel
      ? { channel: 'slack' as const, team: 'T1', place: channel, isDirect: false }
      : { channel: 'slack' as const, team: 'T1', isDirect: true, person: staff.id }
    const handled = await this.#engine.handle({
      id: `inbound-${this.#inbounds}`,
      author: { channel: 'slack', team: 'T1', user: staff.id },
      at: this.now,
      place,
      isPrivate: false,
      what,
    })
    if (handled.kind !== 'kept') return [handled.card]
    for (const reply of handled.replies) {
      await this.store.settle(reply.id, 'engine', { state: 'sent', sent: refOf(reply) })
    }
    return handled.replies.flatMap(({ content }) => (content.kind === 'delete' ? [] : [content.card]))
  }

  /** One look of the clock and the courier; a worker that dies in it is replaced once its leases have run out. */
  async tick(ms = 1_000): Promise<void> {
    this.now = (this.now + ms) as Instant
    await this.#knowledge.settled()
    await this.#engine.runDue()
    const died = new Promise<'died'>((resolve) => {
      this.#died = () => resolve('died')
    })
    const end = await Promise.race([this.#courier.run(), died])
    if (end !== 'died') return
    this.now = (this.now + LEASE_MS) as Instant
    this.#courier = this.#newCourier()
  }

  /** The newest turn of someone that recorded something. */
  async lastTurn(who: string): Promise<TurnRecord | undefined> {
    const turns = await this.store.turns({ by: (await this.staff(who)).id, limit: 20 })
    return turns.find(({ writes }) => writes.length > 0)
  }

  /** The courier alone, as where another replica's clock is a moment behind. */
  async sendDue(ms: number): Promise<void> {
    this.now = (this.now + ms) as Instant
    this.weather = []
    await this.#courier.run()
  }

  /** Until nothing waits any more, in fine weather. */
  async drain(): Promise<void> {
    this.weather = []
    for (let looks = 0; looks < 200; looks += 1) {
      await this.tick()
      const due = await this.store.nextDue()
      if (due === undefined) {
        await this.tick()
        if ((await this.store.nextDue()) === undefined) return
      } else if (due > this.now) this.now = due
    }
    throw new Error('The outbox does not run dry.')
  }

  #newCourier(): Courier {
    this.#workers += 1
    const fail = (error: unknown): never => {
      throw error
    }
    return createCourier({
      store: this.store,
      senders: new Map([['slack', this.#sender()]]),
      guards: guardsAt(() => this.now, this.zone),
      clock: () => this.now,
      owner: `worker-${this.#workers}`,
      random: () => 0,
      log: () => {},
      broken: fail,
    })
  }

  #sender(): Sender {
    return {
      send: (delivery) => this.#send(delivery),
      find: async (delivery) => {
        // The dark place cannot be looked into.
        if (delivery.to.place === '#dark') return 'unknown'
        const shown = [...this.up.values()].find((each) => each.delivery === delivery.id)
        return shown ? refOf(delivery) : 'missing'
      },
    }
  }

  async #send(delivery: Delivery): Promise<SendResult> {
    if (delivery.to.isDirect) {
      if (delivery.content.kind !== 'delete')
        this.told.push({ to: delivery.to.person ?? '', card: delivery.content.card })
      return { kind: 'sent', ref: refOf(delivery) }
    }
    if (delivery.content.kind !== 'delete') await this.#judge(delivery)
    const weather = this.weather.shift() ?? 'fine'
    switch (weather) {
      case 'busy':
        return { kind: 'retry', afterMs: 5_000, reason: 'rate limited' }
      case 'refuses':
        return delivery.content.kind === 'delete'
          ? this.#arrive(delivery)
          : { kind: 'refused', reason: 'not_in_channel' }
      case 'lost':
        return { kind: 'unknown', reason: 'timeout' }
      case 'unheard':
        this.#arrive(delivery)
        return { kind: 'unknown', reason: 'timeout' }
      case 'dies-after':
        this.#arrive(delivery)
        this.#died()
        return new Promise(() => {})
      case 'dies-before':
        this.#died()
        return new Promise(() => {})
      case 'slow':
        await new Promise<void>((resolve) => {
          this.arrive = resolve
        })
        return this.#arrive(delivery)
      case 'fine':
        return this.#arrive(delivery)
      default:
        return weather satisfies never
    }
  }

  #arrive(delivery: Delivery): SendResult {
    const { content } = delivery
    const place = delivery.to.place ?? ''
    if (content.kind === 'post') {
      this.up.set(delivery.id, {
        place,
        delivery: delivery.id,
        story: delivery.guard?.args.story ?? '',
        card: content.card,
      })
      return { kind: 'sent', ref: refOf(delivery) }
    }
    const target = 'message' in content.target ? content.target.message.message : ''
    const there = this.up.get(target)
    if (content.kind === 'delete') this.up.delete(target)
    else if (there) this.up.set(target, { ...there, card: content.card })
    return { kind: 'sent', ref: { address: delivery.to, message: target } }
  }

  /** No send starts without a consent that covers it at that moment. */
  async #judge({ id, guard }: Delivery): Promise<void> {
    const story = await this.store.get('story', guard?.args.story ?? '')
    const destination = DESTINATIONS.find((each) => each === guard?.args.destination)
    if (!story?.approval || !destination) {
      this.violations.push(`${id} left without an approval`)
      return
    }
    const consents = await this.store.find('consent', { where: { student: story.student } })
    const today = dateOf(localMomentAt(this.now, this.zone))
    const thirdParty = guard?.args.thirdParty
    const isCovered = story.approval.isNameless
      ? !isRefused(consents)
      : coverOf(consents, { destination, ...(thirdParty ? { thirdParty } : {}) }, today).isCovered
    if (!isCovered) this.violations.push(`${id} left without a consent`)
    if (story.state === 'taken_down') this.violations.push(`${id} left though the story was taken down`)
    if (story.approval.revision !== guard?.args.revision) this.violations.push(`${id} left as it was not approved`)
  }
}

const refOf = (delivery: Delivery): MessageRef => ({ address: delivery.to, message: delivery.id })
