import type { Card } from '../../data/card.ts'
import type { Delivery, MessageRef, SendResult } from '../../data/delivery.ts'
import { channelOf, isEphemeralRef, routeOf } from './address.ts'
import { renderMessage, type SlackMessage } from './blocks.ts'
import { type Failure, failureOf, repeatable } from './failure.ts'
import { deliveryMetadata } from './lookup.ts'
import { asText, postCard, settle } from './posting.ts'
import type { ResponseOutcome } from './response-url.ts'
import type { Sending } from './sending.ts'

/**
 * Changing and deleting may be done twice without harm: what may or may not have happened is simply done again. A message
 * that one person alone sees can be reached by that person's own press only, and for half an hour.
 */

/** Puts a card in the place of an earlier message; a private one that is out of reach is followed by a direct message. */
export async function changeMessage(
  sending: Sending,
  delivery: Delivery,
  card: Card,
  target: MessageRef,
): Promise<SendResult> {
  if (isEphemeralRef(target)) return changeEphemeral(sending, delivery, card, target)
  const channel = channelOf(target)
  if (channel === undefined) return settle({ kind: 'refused', reason: 'message_not_found' }, target.address)
  const update = async (content: SlackMessage | { text: string }): Promise<Failure | undefined> => {
    try {
      // Without blocks of its own a message would keep those that it had.
      const whole = { blocks: [], ...content, metadata: deliveryMetadata(delivery.id) }
      await sending.web.chat.update({ channel, ts: target.message, parse: 'none', link_names: false, ...whole })
      return undefined
    } catch (error) {
      return repeatable(failureOf(error))
    }
  }
  const first = await update(renderMessage(card))
  const failure = first?.kind === 'misread' ? await update(asText(card)) : first
  return failure ? settle(failure, target.address) : { kind: 'sent', ref: target }
}

async function changeEphemeral(
  sending: Sending,
  delivery: Delivery,
  card: Card,
  target: MessageRef,
): Promise<SendResult> {
  const replace = (content: SlackMessage | { text: string }): Promise<ResponseOutcome> =>
    throughPress(sending, delivery, { response_type: 'ephemeral', replace_original: true, ...content })
  const first = await replace(renderMessage(card))
  const outcome = first.kind === 'misread' ? await replace(asText(card)) : first
  switch (outcome.kind) {
    case 'done':
      return { kind: 'sent', ref: target }
    case 'expired':
      return postCard(sending, { ...delivery, isPrivate: true, to: withoutAnswer(delivery) }, card)
    case 'misread':
      return settle({ kind: 'misread', reason: 'response url' }, target.address)
    case 'retry':
      return outcome
    case 'unknown':
      return { kind: 'retry', reason: outcome.reason }
    default:
      return outcome satisfies never
  }
}

/** The address without the way back that has expired: what follows goes to the person's own chat. */
function withoutAnswer({ to }: Delivery): Delivery['to'] {
  const { dm } = routeOf(to)
  const { route: _, ...rest } = to
  return { ...rest, ...(dm !== undefined ? { route: { dm } } : {}) }
}

export async function deleteMessage(sending: Sending, delivery: Delivery, target: MessageRef): Promise<SendResult> {
  if (isEphemeralRef(target)) {
    const outcome = await throughPress(sending, delivery, { delete_original: true })
    if (outcome.kind === 'done') return { kind: 'sent', ref: target }
    if (outcome.kind === 'retry' || outcome.kind === 'unknown') return { kind: 'retry', reason: outcome.reason }
    return { kind: 'refused', reason: 'Only its reader can dismiss that message.' }
  }
  const channel = channelOf(target)
  try {
    if (channel !== undefined) await sending.web.chat.delete({ channel, ts: target.message })
    return { kind: 'sent', ref: target }
  } catch (error) {
    const failure = repeatable(failureOf(error))
    if (failure.reason === 'message_not_found') return { kind: 'sent', ref: target }
    return settle(failure, target.address)
  }
}

async function throughPress(
  { responses, clock }: Sending,
  { to }: Delivery,
  response: Parameters<Sending['responses']['post']>[1],
): Promise<ResponseOutcome> {
  const { responseUrl, urlFrom } = routeOf(to)
  return responses.isUsable(responseUrl, urlFrom, clock()) ? responses.post(responseUrl, response) : { kind: 'expired' }
}
