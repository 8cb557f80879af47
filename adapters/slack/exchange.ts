import type { WebClient } from '@slack/web-api'
import type { Inbound } from '../../conversations/inbound.ts'
import type { Handled, Intake } from '../../conversations/intake.ts'
import type { Card } from '../../data/card.ts'
import { workUntil } from '../../data/deadline.ts'
import type { Delivery } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { ephemeralRef, routeOf } from './address.ts'
import { renderMessage, type SlackMessage } from './blocks.ts'
import { failureOf } from './failure.ts'
import { ANSWER_WITHIN_MS } from './limits.ts'
import { formOf, renderModal } from './modal.ts'
import { postCard } from './posting.ts'
import type { Sending, SendingUntil } from './sending.ts'

/**
 * One exchange: an inbound is handed to the intake and acknowledged once it is kept; then its answer goes out, in the
 * response to a command where it can, else as deliveries. A form that answers a press or a command opens as a modal.
 */

export type Exchange = {
  inbound: Inbound
  /** Lives three seconds from when it was given. */
  trigger?: { id: string; from: Instant }
  ack(): Promise<void>
  /** Acknowledges with a message for the writer alone; present where the response may carry one. */
  answer?: (message: SlackMessage) => Promise<void>
  /** Acknowledges with a card that says why nothing was kept; absent: it is sent after the acknowledgement. */
  refuse?: (card: Card) => Promise<void>
  /** Nobody asked for anything: who is not let in is not told so. */
  isUnasked?: boolean
  /** Runs when the acknowledgement has left. */
  afterwards(work: () => Promise<void>): void
}

export type Exchanging = Omit<Sending, 'web' | 'deadline'> & {
  sendingUntil: SendingUntil
  intake: Intake
  modals: WebClient
}

/** Milliseconds: how long it is tried to tell somebody that nothing was kept. */
const NOTICE_MS = 20_000

/** Never rejects for what a person or Slack did. */
export async function hold(exchanging: Exchanging, exchange: Exchange): Promise<Handled> {
  const { intake, clock } = exchanging
  const { inbound, trigger, ack, afterwards } = exchange
  const handled = await intake.handle(inbound)
  if (handled.kind === 'not-kept') {
    await sayNotKept(exchanging, exchange, handled.card)
    return handled
  }
  const { replies, isRepeat } = handled
  const [only] = replies
  // The replies of a repeat went out when it came first, or the courier sends them.
  if (isRepeat || !only) {
    await ack()
    return handled
  }
  const isInTime = clock() - inbound.at < ANSWER_WITHIN_MS
  const card = replies.length === 1 && only.content.kind !== 'delete' ? only.content.card : undefined
  if (card && trigger && isInTime && formOf(card) && !only.guard) {
    await ack()
    afterwards(() => openForm(exchanging, exchange, only, card))
  } else if (card && exchange.answer && isInTime && isAnswerTo(inbound, only)) {
    await exchange.answer(renderMessage(card))
    afterwards(() => intake.answered(only, ephemeralRef(only.to, only.id)))
  } else {
    await ack()
    afterwards(() => intake.deliver(replies))
  }
  return handled
}

/** A new private message to where the command was typed, with nothing to be checked before it is shown. */
function isAnswerTo(inbound: Inbound, { to, isPrivate, content, guard }: Delivery): boolean {
  const isSamePlace = routeOf(to).responseUrl === routeOf(inbound.place).responseUrl && to.place === inbound.place.place
  return isPrivate && content.kind === 'post' && guard === undefined && isSamePlace
}

async function openForm(exchanging: Exchanging, exchange: Exchange, delivery: Delivery, card: Card): Promise<void> {
  const { modals, intake, clock, log } = exchanging
  const { inbound, trigger } = exchange
  const view = renderModal(card, inbound.place, inbound.on)
  const isLive = trigger !== undefined && clock() - trigger.from < ANSWER_WITHIN_MS
  if (!view || !isLive) return intake.deliver([delivery])
  try {
    await modals.views.open({ trigger_id: trigger.id, view })
    await intake.answered(delivery, ephemeralRef(delivery.to, delivery.id))
  } catch (error) {
    log.failed({ what: 'slack modal', reason: failureOf(error).reason })
    await intake.deliver([delivery])
  }
}

/**
 * Nothing was kept: the writer is told, alone where others read along. Of an event before it is acknowledged: one that
 * was neither kept nor told of is delivered again.
 */
async function sayNotKept(exchanging: Exchanging, exchange: Exchange, card: Card): Promise<void> {
  const { inbound, ack, afterwards, refuse, trigger } = exchange
  if (refuse) return refuse(card)
  const say = (): Promise<void> => tell(exchanging, inbound, card)
  if (!exchange.isUnasked && !trigger) await say()
  await ack()
  if (!exchange.isUnasked && trigger) afterwards(say)
}

/** Shows a card that no turn keeps, to the writer alone. */
export async function tell(exchanging: Exchanging, inbound: Inbound, card: Card): Promise<void> {
  const { sendingUntil, clock, log } = exchanging
  const delivery: Delivery = {
    id: `notice:${inbound.id}`,
    turn: '',
    to: inbound.place,
    isPrivate: !inbound.place.isDirect || inbound.isPrivate,
    content: { kind: 'post', card },
    orderKey: '',
    isUrgent: false,
    due: inbound.at,
    state: 'due',
    attempts: 1,
  }
  const until = (clock() + NOTICE_MS) as Instant
  const result = await workUntil(until, clock, (deadline) => postCard(sendingUntil(deadline), delivery, card))
  if (result.kind !== 'sent') log.failed({ what: 'slack notice', reason: result.reason })
}
