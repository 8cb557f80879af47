import { type Card, cardText } from '../../data/card.ts'
import type { Address, Delivery, MessageRef, SendResult } from '../../data/delivery.ts'
import { ephemeralRef, messageRef, ownChat } from './address.ts'
import { notificationText, renderMessage, type SlackMessage } from './blocks.ts'
import { beforePosting, type Failure, failureOf, refusalSentence } from './failure.ts'
import { MESSAGE_MAX_CHARS } from './limits.ts'
import { deliveryMetadata } from './lookup.ts'
import type { Sending } from './sending.ts'
import { cutEscaped } from './text.ts'
import { directWay, type Way, wayOf } from './way.ts'

/** A message without blocks, for a card that Slack did not take: everything in it as lines. */
type Text = { text: string }
type Content = SlackMessage | Text

/** Nothing in our texts is to be linked, unfolded or looked up. https://docs.slack.dev/reference/methods/chat.postMessage */
const AS_IT_STANDS = { parse: 'none', link_names: false, unfurl_links: false, unfurl_media: false } as const
const OPEN_A_CHAT = 'Open a chat with Liaison to continue.'

/** Posts a card the way it should go, and the next best where that is closed. */
export async function postCard(sending: Sending, delivery: Delivery, card: Card): Promise<SendResult> {
  const way = wayOf(delivery)
  const message = renderMessage(card)
  const first = await attempt(sending, delivery, way, message)
  return first.kind === 'misread'
    ? settle(await attempt(sending, delivery, way, asText(card)), delivery.to)
    : settle(first, delivery.to)
}

/** The card as text alone: what is left when Slack does not take its blocks. */
export function asText(card: Card): Text {
  const lines = cardText(card)
  return { text: lines.trim() === '' ? notificationText(card) : cutEscaped(lines, MESSAGE_MAX_CHARS) }
}

type Attempt = { kind: 'sent'; ref: MessageRef } | Failure

async function attempt(sending: Sending, delivery: Delivery, way: Way, content: Content): Promise<Attempt> {
  switch (way.kind) {
    case 'response':
      return respond(sending, delivery, way, content)
    case 'ephemeral':
      return postEphemeral(sending, delivery, way.place, content)
    case 'direct':
      return postDirect(sending, delivery, way, content)
    case 'channel':
      return postInChannel(sending, delivery, way.place, content)
    case 'nowhere':
      return { kind: 'refused', reason: 'nowhere' }
    default:
      return way satisfies never
  }
}

async function respond(
  sending: Sending,
  delivery: Delivery,
  { url, from }: Extract<Way, { kind: 'response' }>,
  content: Content,
): Promise<Attempt> {
  const { responses, clock } = sending
  if (!responses.isUsable(url, from, clock())) return attempt(sending, delivery, directWay(delivery.to), content)
  const outcome = await responses.post(url, { response_type: 'ephemeral', replace_original: false, ...content })
  switch (outcome.kind) {
    case 'done':
      return { kind: 'sent', ref: ephemeralRef(delivery.to, delivery.id) }
    case 'expired':
      return attempt(sending, delivery, directWay(delivery.to), content)
    case 'misread':
      return { kind: 'misread', reason: 'response url' }
    case 'retry':
    case 'unknown':
      return outcome
    default:
      return outcome satisfies never
  }
}

async function postEphemeral(sending: Sending, delivery: Delivery, place: string, content: Content): Promise<Attempt> {
  const { to } = delivery
  try {
    const channel = await beforePosting(sending.channels.idOf(place, sending.deadline))
    if (channel === undefined || to.person === undefined) return { kind: 'refused', reason: 'channel_not_found' }
    const thread = to.thread === undefined ? {} : { thread_ts: to.thread }
    const answer = await sending.web.chat.postEphemeral({
      channel,
      user: to.person,
      ...content,
      ...thread,
      parse: 'none',
      link_names: false,
    })
    return { kind: 'sent', ref: ephemeralRef(to, answer.message_ts ?? delivery.id) }
  } catch (error) {
    const failure = failureOf(error)
    return failure.kind === 'refused' ? attempt(sending, delivery, directWay(to), content) : failure
  }
}

async function postDirect(
  sending: Sending,
  delivery: Delivery,
  { person, dm }: Extract<Way, { kind: 'direct' }>,
  content: Content,
): Promise<Attempt> {
  const { to, isPrivate } = delivery
  try {
    const channel = dm ?? (await beforePosting(sending.channels.directWith(person, sending.web)))
    const chat = ownChat(to)
    const thread = chat.thread === undefined ? {} : { thread_ts: chat.thread }
    const metadata = deliveryMetadata(delivery.id)
    const answer = await sending.web.chat.postMessage({ channel, ...content, ...thread, ...AS_IT_STANDS, metadata })
    return { kind: 'sent', ref: messageRef(chat, answer.ts ?? '', { dm: answer.channel ?? channel }) }
  } catch (error) {
    const failure = failureOf(error)
    if (failure.kind === 'refused' && isPrivate && !to.isDirect && to.place) await sayWhereToContinue(sending, to)
    return failure
  }
}

/** The person's own chat cannot be reached: the place gets one sentence, and nothing of what was private. */
async function sayWhereToContinue(sending: Sending, { place = '', thread }: Address): Promise<void> {
  const { web, channels, deadline, log } = sending
  try {
    const channel = await channels.idOf(place, deadline)
    if (channel === undefined) return
    const where = thread === undefined ? { channel } : { channel, thread_ts: thread }
    await web.chat.postMessage({ ...where, text: OPEN_A_CHAT, ...AS_IT_STANDS })
  } catch (error) {
    log.failed({ what: 'slack say where to continue', reason: failureOf(error).reason })
  }
}

async function postInChannel(sending: Sending, delivery: Delivery, place: string, content: Content): Promise<Attempt> {
  const { to } = delivery
  try {
    const channel = await beforePosting(sending.channels.idOf(place, sending.deadline))
    if (channel === undefined) return { kind: 'refused', reason: 'channel_not_found' }
    const thread = to.thread === undefined ? {} : { thread_ts: to.thread }
    const metadata = deliveryMetadata(delivery.id)
    const { ts = '' } = await sending.web.chat.postMessage({
      channel,
      ...content,
      ...thread,
      ...AS_IT_STANDS,
      metadata,
    })
    const url = await permalink(sending, channel, ts)
    return { kind: 'sent', ref: messageRef({ ...to, place: channel }, ts, url === undefined ? {} : { url }) }
  } catch (error) {
    return failureOf(error)
  }
}

/** The message's address for people; it is posted all the same where Slack does not give it. */
async function permalink({ web, log }: Sending, channel: string, message_ts: string): Promise<string | undefined> {
  try {
    return (await web.chat.getPermalink({ channel, message_ts })).permalink
  } catch (error) {
    log.failed({ what: 'slack permalink', reason: failureOf(error).reason })
    return undefined
  }
}

/** The failure as the courier takes it, a refusal said in words. */
export function settle(result: Attempt, to: Address): SendResult {
  switch (result.kind) {
    case 'sent':
    case 'retry':
    case 'unknown':
      return result
    case 'misread':
      return { kind: 'refused', reason: `Slack does not take the message: ${result.reason}.` }
    case 'refused':
      return { kind: 'refused', reason: refusalSentence(result.reason, nameOf(to)) }
    default:
      return result satisfies never
  }
}

function nameOf(to: Address): string {
  if (to.isDirect || to.place === undefined) return 'a direct chat'
  return to.place.startsWith('#') ? to.place : `the channel ${to.place}`
}
