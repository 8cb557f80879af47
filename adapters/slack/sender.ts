import type { Card } from '../../data/card.ts'
import type { Delivery, MessageRef, Sender, SendResult } from '../../data/delivery.ts'
import { messageRef, ownChat } from './address.ts'
import { changeMessage, deleteMessage } from './changing.ts'
import { failureOf } from './failure.ts'
import { CHANNEL_REST_MS } from './limits.ts'
import type { SlackLog } from './log.ts'
import { findMarked } from './lookup.ts'
import { postCard } from './posting.ts'
import type { Sending, SendingUntil } from './sending.ts'
import { wayOf } from './way.ts'

/** Slack as the courier sees it: one attempt each, never repeated here. */
export function createSender(sendingUntil: SendingUntil): Sender {
  return {
    async send(delivery, deadline): Promise<SendResult> {
      const { content } = delivery
      const sending = sendingUntil(deadline)
      const { log } = sending
      switch (content.kind) {
        case 'post':
          return logged(await postCard(sending, delivery, content.card), 'post', log)
        case 'replace':
          return logged(await replace(sending, delivery, content.card, content.target), 'replace', log)
        case 'delete':
          if (!('message' in content.target)) return unresolved()
          return logged(await deleteMessage(sending, delivery, content.target.message), 'delete', log)
        default:
          return content satisfies never
      }
    },
    restMs: (delivery) =>
      delivery.content.kind === 'post' && wayOf(delivery).kind === 'channel' ? CHANNEL_REST_MS : 0,
    find: (delivery, deadline) => find(sendingUntil(deadline), delivery),
  }
}

function replace(
  sending: Sending,
  delivery: Delivery,
  card: Card,
  target: { message: MessageRef } | { delivery: string },
) {
  return 'message' in target ? changeMessage(sending, delivery, card, target.message) : unresolved()
}

/** The courier puts the message in the place of the delivery that posted it; until then there is nothing to change. */
const unresolved = (): SendResult => ({ kind: 'retry', reason: 'the message that it concerns is not posted yet' })

/** Looks where the delivery would have been posted. Changing and deleting may be done again, so they count as missing. */
async function find(
  { web, channels, deadline }: Sending,
  delivery: Delivery,
): Promise<MessageRef | 'missing' | 'unknown'> {
  if (delivery.content.kind !== 'post') return 'missing'
  const way = wayOf(delivery)
  if (way.kind !== 'direct' && way.kind !== 'channel') return 'unknown'
  try {
    const isDirect = way.kind === 'direct'
    const channel = isDirect
      ? (way.dm ?? (await channels.directWith(way.person, web)))
      : await channels.idOf(way.place, deadline)
    if (channel === undefined) return 'missing'
    const address = isDirect ? ownChat(delivery.to) : { ...delivery.to, place: channel }
    const { thread } = address
    const ts = await findMarked(web, { channel, ...(thread ? { thread } : {}) }, delivery.id, delivery.due)
    if (ts === 'missing' || ts === 'unknown') return ts
    return messageRef(address, ts, isDirect ? { dm: channel } : {})
  } catch (error) {
    failureOf(error)
    return 'unknown'
  }
}

function logged(result: SendResult, what: string, log: SlackLog): SendResult {
  if (result.kind !== 'sent') log.failed({ what: `slack ${what}`, reason: `${result.kind}: ${result.reason}` })
  return result
}
