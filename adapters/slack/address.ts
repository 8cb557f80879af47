import type { Address, MessageRef } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'

/**
 * A place in Slack as our own record. A direct chat has no `place`: it is the person's own chat with Liaison, whatever
 * channel a command was typed in. Its `route` holds what else is known: strings only.
 *
 *   dm           the direct channel's id, where it is known
 *   saidAt       when it was said (milliseconds): tells an answer from what is sent there later
 *   responseUrl  where this command or press can be answered, and
 *   urlFrom      since when (milliseconds)
 *   email        the person's address, where they never wrote in Slack: `person` is then no id of Slack's
 *   ephemeral    '1' on the reference of a message that one person alone sees
 */
export type SlackRoute = {
  email?: string
  dm?: string
  saidAt?: Instant
  responseUrl?: string
  urlFrom?: Instant
  isEphemeral?: boolean
}

export type PlaceOptions = {
  team: string
  channel?: string
  isDirect: boolean
  thread?: string
  person: string
  route: SlackRoute
}

export function slackAddress({ team, channel, isDirect, thread, person, route }: PlaceOptions): Address {
  return {
    channel: 'slack',
    team,
    ...(!isDirect && channel !== undefined ? { place: channel } : {}),
    isDirect,
    ...(thread !== undefined ? { thread } : {}),
    person,
    route: encodeRoute(route),
  }
}

function encodeRoute({ dm, saidAt, responseUrl, urlFrom, isEphemeral }: SlackRoute): Record<string, string> {
  return {
    ...(dm !== undefined ? { dm } : {}),
    ...(saidAt !== undefined ? { saidAt: String(saidAt) } : {}),
    ...(responseUrl !== undefined ? { responseUrl, urlFrom: String(urlFrom ?? saidAt ?? 0) } : {}),
    ...(isEphemeral ? { ephemeral: '1' } : {}),
  }
}

export function routeOf(address: Address): SlackRoute {
  const { email, dm, saidAt, responseUrl, urlFrom, ephemeral } = address.route ?? {}
  return {
    ...(email !== undefined ? { email } : {}),
    ...(dm !== undefined ? { dm } : {}),
    ...(saidAt !== undefined ? { saidAt: Number(saidAt) as Instant } : {}),
    ...(responseUrl !== undefined ? { responseUrl, urlFrom: Number(urlFrom) as Instant } : {}),
    ...(ephemeral === '1' ? { isEphemeral: true } : {}),
  }
}

/** The reference of a posted message: where it stands, without what was only good for one answer. */
export function messageRef(address: Address, message: string, more: { dm?: string; url?: string } = {}): MessageRef {
  const { route: _, ...rest } = address
  const dm = more.dm ?? routeOf(address).dm
  return {
    address: { ...rest, ...(dm !== undefined ? { route: { dm } } : {}) },
    message,
    ...(more.url !== undefined ? { url: more.url } : {}),
  }
}

/** The person's own chat, for what is meant for them alone: in a thread only where the address is one of that chat. */
export function ownChat(to: Address): Address {
  const { place: _, thread, ...rest } = to
  return { ...rest, isDirect: true, ...(to.isDirect && thread !== undefined ? { thread } : {}) }
}

/** The channel id of a posted message. */
export function channelOf(ref: MessageRef): string | undefined {
  return routeOf(ref.address).dm ?? ref.address.place
}

/** Whether a reference is one that only its reader's own press can reach. */
export const isEphemeralRef = (ref: MessageRef): boolean => routeOf(ref.address).isEphemeral === true

/** The reference of a message that one person alone sees: it has no id that could be used later. */
export function ephemeralRef(to: Address, message: string): MessageRef {
  const { route: _, ...rest } = to
  return { address: { ...rest, route: { ephemeral: '1' } }, message }
}
