import type { Address, MessageRef } from '../../data/delivery.ts'
import type { TeamsActivity } from './activity.ts'

/**
 * Addresses in Teams. `place` is a conversation's id without its thread, `thread` the message at a thread's head,
 * `person` a Microsoft Entra object id (the Teams id where a client has none), `route` the rest of what a proactive
 * message needs: `serviceUrl`, `user` and `person` (one person's Teams id and object id), `groupId` (the team).
 */
const THREAD = ';messageid='

/** Where an activity was said. */
export function addressOf(activity: TeamsActivity, tenant: string | undefined): Address {
  const { id } = activity.conversation
  const at = id.indexOf(THREAD)
  const isDirect = isPersonal(activity)
  const person = personOf(activity)
  const groupId = activity.channelData?.team?.id
  const isPost = activity.conversation.conversationType === 'channel' && activity.type === 'message'
  const thread = at >= 0 ? id.slice(at + THREAD.length) : isPost ? (activity.id ?? undefined) : undefined
  return {
    channel: 'teams',
    ...(tenant && { team: tenant }),
    place: at < 0 ? id : id.slice(0, at),
    isDirect,
    ...(thread && { thread }),
    person,
    route: {
      serviceUrl: activity.serviceUrl ?? '',
      user: activity.from.id,
      person,
      ...(groupId && { groupId }),
    },
  }
}

export const personOf = (activity: TeamsActivity): string => activity.from.aadObjectId || activity.from.id

export function isPersonal(activity: TeamsActivity): boolean {
  const { conversationType, isGroup } = activity.conversation
  return conversationType ? conversationType === 'personal' : isGroup !== true
}

/** The id by which the connector knows the conversation, or the thread in it. */
export function conversationIdOf(address: Address): string | undefined {
  if (!address.place || address.place.startsWith('#')) return undefined
  return address.thread && !address.isDirect ? `${address.place}${THREAD}${address.thread}` : address.place
}

/** A posted message; one in a channel has an address that opens it. https://learn.microsoft.com/microsoftteams/platform/concepts/build-and-test/deep-link-teams */
export function messageRef(address: Address, message: string): MessageRef {
  const isChannel = address.place?.includes('@thread.tacv2') || address.place?.includes('@thread.skype')
  if (!isChannel || !address.place || !address.team) return { address, message }
  const query = new URLSearchParams({ tenantId: address.team, parentMessageId: address.thread ?? message })
  const path = `${encodeURIComponent(address.place)}/${encodeURIComponent(message)}`
  return { address, message, url: `https://teams.microsoft.com/l/message/${path}?${query}` }
}
