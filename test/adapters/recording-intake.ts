import type { Inbound } from '../../conversations/inbound.ts'
import type { Handled, Intake } from '../../conversations/intake.ts'
import type { Card } from '../../data/card.ts'
import type { Delivery, MessageRef, Sender, SendResult } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { unhurried } from './unhurried.ts'

/**
 * An intake that stands in for the engine and the courier in tests of channels: it remembers what it is given, knows an
 * inbound id again, and sends what it is told to deliver through the channel's own sender.
 */
export type RecordingIntake = Intake & {
  /** Every inbound that was new, in order. */
  kept: Inbound[]
  /** Every call of `handle`, repeats included. */
  calls: Inbound[]
  /** What went out through the sender, with what came of it. */
  sent: { delivery: Delivery; result: SendResult }[]
  /** What a channel said it had answered in the response itself. */
  answeredIds: string[]
  /** The deliveries that an inbound is answered with; at first one card that says "Kept." */
  answerWith(
    answer: (inbound: Inbound) => Delivery[] | { card: Card; why: 'not-admitted' | 'cannot-store' | 'broken' },
  ): void
  /** Makes `handle` wait until the returned function is called. */
  hold(): () => void
}

export const KEPT_CARD: Card = { summary: 'Kept.', parts: [{ kind: 'text', text: 'Kept.' }] }

/** A delivery to where an inbound was said, as the engine makes it. */
export function replyTo(inbound: Inbound, card: Card, changes: Partial<Delivery> = {}): Delivery {
  return {
    id: `d-${inbound.id}`,
    turn: `t-${inbound.id}`,
    to: { ...inbound.place, person: inbound.author.user },
    isPrivate: inbound.isPrivate,
    content: inbound.on ? { kind: 'replace', card, target: { message: inbound.on } } : { kind: 'post', card },
    orderKey: 'place',
    isUrgent: false,
    due: inbound.at as Instant,
    state: 'due',
    attempts: 0,
    ...changes,
  }
}

/** `sender` is asked for late, because a channel needs its intake before its sender exists. */
export function createRecordingIntake(sender: () => Sender): RecordingIntake {
  const seen = new Map<string, Delivery[]>()
  let answer: Parameters<RecordingIntake['answerWith']>[0] = (inbound) => [replyTo(inbound, KEPT_CARD)]
  let gate: Promise<void> = Promise.resolve()
  const intake: RecordingIntake = {
    kept: [],
    calls: [],
    sent: [],
    answeredIds: [],
    answerWith(next) {
      answer = next
    },
    hold() {
      let open = (): void => undefined
      gate = new Promise((resolve) => {
        open = resolve
      })
      return open
    },
    async handle(inbound): Promise<Handled> {
      intake.calls.push(inbound)
      await gate
      const earlier = seen.get(inbound.id)
      if (earlier) return { kind: 'kept', turn: `t-${inbound.id}`, replies: earlier, isRepeat: true }
      const replies = answer(inbound)
      if (!Array.isArray(replies)) return { kind: 'not-kept', ...replies }
      seen.set(inbound.id, replies)
      intake.kept.push(inbound)
      return { kind: 'kept', turn: `t-${inbound.id}`, replies, isRepeat: false }
    },
    async deliver(deliveries) {
      for (const delivery of deliveries)
        intake.sent.push({ delivery, result: await unhurried(sender()).send(delivery) })
    },
    async answered(delivery: Delivery, _ref?: MessageRef) {
      intake.answeredIds.push(delivery.id)
    },
  }
  return intake
}
