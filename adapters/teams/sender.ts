import type { Card } from '../../data/card.ts'
import type { Address, Delivery, MessageRef, Sender, SendResult } from '../../data/delivery.ts'
import { renderAdaptiveCard, summaryOf } from './adaptive-card.ts'
import { conversationIdOf, messageRef } from './address.ts'
import { attemptWithin } from './attempt.ts'
import type { Bot, Conversation, Message } from './bot.ts'
import type { ChannelNames } from './channel-names.ts'
import type { Chats } from './chats.ts'
import { isGone, isNotInstalled, resultOf } from './connector-error.ts'
import { isServiceAllowed, type ServiceHosts } from './service-url.ts'

/** All that a place with other people in it learns of an answer for one person who cannot be written to. */
const HINT_TEXT = 'Open a chat with Liaison to continue'
const HINT: Card = { summary: HINT_TEXT, parts: [{ kind: 'text', text: HINT_TEXT }] }

export type SenderParts = {
  bot: Pick<Bot, 'post' | 'replace' | 'remove'>
  chats: Chats
  channels: Pick<ChannelNames, 'find'>
  hosts: ServiceHosts
}

const messageOf = (card: Card): Message => ({ card: renderAdaptiveCard(card), summary: summaryOf(card) })

/**
 * Sends to Teams by the reference that Liaison keeps itself. The connector has no way to look for a message, so `find`
 * never knows, and a post whose answer was lost is `unknown`: it is not repeated.
 */
export function createTeamsSender({ bot, chats, channels, hosts }: SenderParts): Sender {
  const conversationAt = (address: Address): Conversation | undefined => {
    const id = conversationIdOf(address)
    const serviceUrl = chats.serviceUrlFor(address)
    return id && isServiceAllowed(serviceUrl, hosts) ? { id, serviceUrl } : undefined
  }

  const post = async (address: Address, card: Card): Promise<SendResult> => {
    const conversation = conversationAt(address)
    if (!conversation) return NOT_ALLOWED
    return { kind: 'sent', ref: messageRef(address, await bot.post(conversation, messageOf(card))) }
  }

  /** To one person's own chat. Where that cannot be, the shared place it was meant for is told so, and no more. */
  const postPrivately = async (to: Address, card: Card): Promise<SendResult> => {
    if (!to.person) return { kind: 'refused', reason: 'The message has no reader.' }
    if (!isServiceAllowed(chats.serviceUrlFor(to), hosts)) return NOT_ALLOWED
    try {
      return await post(await chats.open(to), card)
    } catch (error) {
      if (!isNotInstalled(error)) throw error
      if (!to.isDirect && conversationAt(to)) await post(to, HINT).catch(() => undefined)
      return { kind: 'refused', reason: 'That person has no chat with Liaison in Teams.' }
    }
  }

  const postToNamed = async (to: Address, name: string, card: Card): Promise<SendResult> => {
    const found = await channels.find(name, to.team)
    switch (found.kind) {
      case 'found':
        return post(found.address, card)
      case 'several':
        return { kind: 'refused', reason: `More than one Teams channel is named ${name}.` }
      case 'unread':
        return { kind: 'retry', reason: 'The channels of a team cannot be read now.' }
      case 'none':
        return { kind: 'refused', reason: `Liaison knows no Teams channel named ${name}: mention it there once.` }
      default:
        return found satisfies never
    }
  }

  const sendPost = (delivery: Delivery, card: Card): Promise<SendResult> => {
    const { to } = delivery
    if (delivery.isPrivate && !to.isDirect) return postPrivately(to, card)
    if (!to.place) return postPrivately(to, card)
    return to.place.startsWith('#') ? postToNamed(to, to.place, card) : post(to, card)
  }

  const replace = async (delivery: Delivery, card: Card, target: MessageRef): Promise<SendResult> => {
    // What others can see must not turn into what one person alone may see.
    if (delivery.isPrivate && !target.address.isDirect) return sendPost(delivery, card)
    const conversation = conversationAt(target.address)
    if (!conversation) return NOT_ALLOWED
    await bot.replace(conversation, target.message, messageOf(card))
    return { kind: 'sent', ref: target }
  }

  const remove = async (target: MessageRef): Promise<SendResult> => {
    const conversation = conversationAt(target.address)
    if (!conversation) return NOT_ALLOWED
    try {
      await bot.remove(conversation, target.message)
    } catch (error) {
      if (!isGone(error)) throw error
    }
    return { kind: 'sent', ref: target }
  }

  const attempt = async (delivery: Delivery): Promise<SendResult> => {
    const { content } = delivery
    if (content.kind === 'post') return sendPost(delivery, content.card)
    if (!('message' in content.target)) return UNRESOLVED
    if (content.kind === 'delete') return remove(content.target.message)
    return replace(delivery, content.card, content.target.message)
  }

  return {
    async send(delivery, deadline) {
      const { content } = delivery
      const isPost = content.kind === 'post' || (delivery.isPrivate && !delivery.to.isDirect)
      try {
        return await attemptWithin(deadline, () => attempt(delivery))
      } catch (error) {
        return resultOf(error, !isPost)
      }
    },
    async find() {
      return 'unknown'
    },
  }
}

const NOT_ALLOWED: SendResult = {
  kind: 'refused',
  reason: 'The address is none of Microsoft’s: see TEAMS_SERVICE_HOSTS.',
}
const UNRESOLVED: SendResult = { kind: 'refused', reason: 'The message to change was never posted.' }
