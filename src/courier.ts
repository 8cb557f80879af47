import type { ChannelName, Delivery, MessageRef, Sender, SendResult } from '../data/delivery.ts'
import { CannotStore } from '../data/problem.ts'
import type { Reads, Settlement, Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import { type BoundedSender, boundedSender, LEASE_MS } from './bounded-sender.ts'
import { arrivedAt, dueAgain, FIRST_PAUSE_MS } from './settling.ts'
import { inTurn } from './turn-context.ts'

/** Deliveries taken at once. */
const BATCH = 20

/** Whether a delivery may be sent at this moment; a sentence where it may not, and then it is dropped. */
export type Guard = (args: Readonly<Record<string, string>>, reads: Reads) => Promise<true | string>

export type CourierOptions = {
  store: Store
  senders: ReadonlyMap<ChannelName, Sender>
  guards: Readonly<Record<string, Guard>>
  clock: () => Instant
  owner: string
  /** From 0 to 1, for the jitter of pauses. */
  random: () => number
  log: (entry: {
    delivery: string
    turn: string
    channel: string
    state: string
    attempts: number
    reason?: string
  }) => void
  broken: (error: unknown) => void
}

export type Courier = {
  /** Sends deliveries whose leases this process holds. Never rejects. */
  deliver(deliveries: readonly Delivery[]): Promise<void>
  /** A reply reached its reader in the channel's own response. */
  answered(delivery: Delivery, ref?: MessageRef): Promise<void>
  /** Sends some of what is due now; resolves with how many attempts were made, 0 where nothing is due. */
  step(): Promise<number>
  /** Sends all that is due now; resolves with how many attempts were made. */
  run(): Promise<number>
}

/** A sender took it and was not heard of again. */
const isInDoubt = (delivery: Delivery): boolean => delivery.isInDoubt === true || delivery.lease !== undefined

/** Sends what is due, each at most once: it looks before it sends again, and checks each guard immediately before. */
export function createCourier(options: CourierOptions): Courier {
  const { store, senders, guards, clock, owner, log } = options
  const attempt = (delivery: Delivery): Promise<void> => inTurn(delivery.turn, () => attemptNow(delivery))

  async function attemptNow(delivery: Delivery): Promise<void> {
    const settlement = await outcomeOf(delivery).catch((error: unknown): Settlement => {
      // The store is read before anything is sent, and not afterwards.
      if (error instanceof CannotStore) return again(delivery, error.message)
      options.broken(error)
      const reason = 'Sending broke off; it may or may not have arrived.'
      return delivery.content.kind === 'post' ? { state: 'uncertain', reason } : again(delivery, reason)
    })
    const isOurs = await store.settle(delivery.id, owner, settlement)
    const reason = 'reason' in settlement ? settlement.reason : undefined
    log({
      delivery: delivery.id,
      turn: delivery.turn,
      channel: delivery.to.channel,
      state: isOurs ? settlement.state : 'lost-lease',
      attempts: delivery.attempts,
      ...(reason ? { reason } : {}),
    })
  }

  /** What many read leaves in its order over all processes; an answer to one person alone goes its own way. */
  async function mayLeave({ id, isPrivate, content }: Delivery): Promise<boolean> {
    return isPrivate || content.kind !== 'post' || store.claim(id, owner, clock())
  }

  async function outcomeOf(delivery: Delivery): Promise<Settlement> {
    const channel = senders.get(delivery.to.channel)
    if (!channel) return { state: 'failed', reason: `The channel ${delivery.to.channel} is not connected.` }
    const sender = boundedSender(channel, delivery, clock)
    // Replacing or deleting twice does no harm; posting twice does.
    if (delivery.isInDoubt && delivery.content.kind === 'post') {
      const found = await sender.find(delivery)
      if (found === 'unknown')
        return { state: 'uncertain', reason: 'It may have been sent before, and this place cannot tell.' }
      if (found !== 'missing') return arrived(delivery, sender, found)
    }
    const aimed = await aim(delivery, sender)
    if ('state' in aimed) return aimed
    const isHeld = await heldBack(delivery)
    if (isHeld) return { state: 'dropped', reason: isHeld }
    // This process stood still, or the store was slow.
    if (sender.isTooLate()) return again(delivery, 'Too little of its lease was left to send it.')
    return settled(await sender.send(aimed.delivery), delivery, sender)
  }

  /** A message that is replaced by the delivery that posted it: where that went. */
  async function aim(delivery: Delivery, sender: BoundedSender): Promise<{ delivery: Delivery } | Settlement> {
    const { content } = delivery
    if (content.kind === 'post' || !('delivery' in content.target)) return { delivery }
    const posted = await store.delivery(content.target.delivery)
    const aimAt = (message: MessageRef) => ({ delivery: { ...delivery, content: { ...content, target: { message } } } })
    if (posted?.sent) return aimAt(posted.sent)
    const isDoubtful =
      posted?.state === 'uncertain' || (posted?.state === 'due' && delivery.isUrgent && isInDoubt(posted))
    if (posted && isDoubtful) {
      const found = await sender.find(posted)
      if (found === 'unknown')
        return { state: 'failed', reason: 'It may be there, and this place cannot tell: look there.' }
      if (found !== 'missing') return aimAt(found)
    } else if (posted?.state === 'due') {
      // One that overtakes what it removes would wait for it in vain; what it removes is held back when its time comes.
      if (delivery.isUrgent && (await heldBack(posted)))
        return { state: 'dropped', reason: 'What it removes never goes out.' }
      return {
        state: 'due',
        due: (clock() + FIRST_PAUSE_MS) as Instant,
        reason: 'The message it replaces is still being sent.',
      }
    }
    return { state: 'dropped', reason: 'The message it replaces was never sent.' }
  }

  /** Why it must not be sent now; undefined where it may. */
  async function heldBack(delivery: Delivery): Promise<string | undefined> {
    const isReply = /-r\d+$/.test(delivery.id)
    if (!isReply && (await store.turn(delivery.turn))?.undoneBy) return 'What it tells of was undone.'
    if (!delivery.guard) return undefined
    const guard = guards[delivery.guard.name]
    if (!guard) return `No guard is called ${delivery.guard.name}, so it stays here.`
    const verdict = await guard(delivery.guard.args, store)
    return verdict === true ? undefined : verdict
  }

  async function settled(result: SendResult, delivery: Delivery, sender: BoundedSender): Promise<Settlement> {
    switch (result.kind) {
      case 'sent':
        return arrived(delivery, sender, result.ref)
      case 'refused':
        return { state: 'failed', reason: result.reason }
      case 'retry':
        return again(delivery, result.reason, result.afterMs)
      case 'unknown': {
        if (delivery.content.kind !== 'post') return again(delivery, result.reason)
        const found = await sender.find(delivery)
        if (found === 'unknown') return { state: 'uncertain', reason: result.reason }
        return found === 'missing' ? again(delivery, result.reason) : arrived(delivery, sender, found)
      }
      default:
        return result satisfies never
    }
  }

  const arrived = (delivery: Delivery, sender: BoundedSender, ref: MessageRef): Settlement =>
    arrivedAt(delivery, sender, ref, clock())
  const again = (delivery: Delivery, reason: string, afterMs?: number): Settlement =>
    dueAgain(delivery, reason, afterMs, { now: clock(), random: options.random() })

  async function step(): Promise<number> {
    const now = clock()
    const taken = await store.lease(now, { owner, until: (now + LEASE_MS) as Instant }, BATCH)
    await Promise.all(taken.map(attempt))
    return taken.length
  }

  return {
    async deliver(deliveries) {
      // One place's messages leave in order; different places do not wait for each other.
      const places = new Map<string, Delivery[]>()
      for (const delivery of deliveries) {
        if (delivery.state === 'due')
          places.set(delivery.orderKey, [...(places.get(delivery.orderKey) ?? []), delivery])
      }
      await Promise.all(
        [...places.values()].map(async (queue) => {
          for (const delivery of queue) if (await mayLeave(delivery)) await attempt(delivery)
        }),
      ).catch(options.broken)
    },

    async answered(delivery, ref) {
      await store
        .settle(delivery.id, owner, { state: 'sent', sent: ref ?? { address: delivery.to, message: delivery.id } })
        .catch(options.broken)
    },

    step,

    async run() {
      let attempts = 0
      for (;;) {
        const made = await step()
        if (made === 0) return attempts
        attempts += made
      }
    },
  }
}
