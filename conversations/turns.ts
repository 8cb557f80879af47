import { hash } from 'node:crypto'
import { type Address, CHANNELS, type ChannelName, type Delivery } from '../data/delivery.ts'
import type { ConversationState, Reads, Turn } from '../data/store.ts'
import type { Instant } from '../data/time.ts'
import type { Outcome, Post, Reply } from './conversation.ts'
import type { Inbound } from './inbound.ts'

/** Milliseconds for which a turn's own replies belong to the process that took it; then the courier sends them. */
const REPLY_LEASE_MS = 30_000

/**
 * The conversation that an inbound belongs to: one person in one place, or in one thread of it. A person's own chat with
 * Liaison is one whatever they answer in a thread of: "undo" under a card is of that card's turn.
 */
export function conversationKey(inbound: Inbound): string {
  const { channel, team = '', place = '', isDirect, thread = '' } = inbound.place
  return [channel, team, place, isDirect ? '' : thread, inbound.author.user].join('|')
}

/**
 * The id of the turn that takes an inbound: the same when it is delivered again, so that deciding again gives the same
 * records and a repeated delivery finds its turn.
 */
export function turnIdOf(inboundId: string): string {
  return `t${hash('sha256', inboundId, 'base64url').slice(0, 16)}`
}

/** Deliveries to one place leave in order; private chats are places too. */
const orderKeyOf = (to: Address): string => [to.channel, to.team ?? '', to.place ?? `@${to.person ?? ''}`].join('|')

/**
 * Where a staff member is reached, as a chat of their own: on the channel where they last spoke with Liaison, else by an
 * account that is linked to them, else on the home channel by their address (`route.email`). Undefined: no such person.
 */
export async function addressOfStaff(id: string, home: ChannelName, reads: Reads): Promise<Address | undefined> {
  const conversations = await reads.conversationsOf(id)
  const [newest] = conversations
  if (newest) {
    const direct = conversations.find(({ address }) => address.isDirect && address.channel === newest.address.channel)
    const { place, thread: _, ...rest } = (direct ?? newest).address
    return { ...rest, ...(direct && place !== undefined ? { place } : {}), isDirect: true }
  }
  const staff = await reads.get('staff', id)
  if (!staff) return undefined
  const [name, team, user] = staff.identities[0]?.split(':') ?? []
  const channel = CHANNELS.find((known) => known === name)
  if (channel && user) return { channel, ...(team ? { team } : {}), isDirect: true, person: user }
  const [email] = staff.emails
  return { channel: home, isDirect: true, person: id, ...(email ? { route: { email } } : {}) }
}

/** A reply as a delivery to the place of the inbound, leased to the process that took the turn. */
function replyDelivery(reply: Reply, n: number, turn: string, inbound: Inbound, owner: string, now: Instant): Delivery {
  const takesPlace = inbound.on !== undefined && reply.replaces !== false
  const isPrivate = reply.isPrivate === true || inbound.isPrivate
  return {
    id: `${turn}-r${n}`,
    turn,
    to: { ...inbound.place, person: inbound.author.user },
    isPrivate,
    content:
      takesPlace && inbound.on
        ? { kind: 'replace', card: reply.card, target: { message: inbound.on } }
        : { kind: 'post', card: reply.card },
    orderKey: orderKeyOf(inbound.place),
    isUrgent: false,
    due: now,
    state: 'due',
    attempts: 0,
    lease: { owner, until: (now + REPLY_LEASE_MS) as Instant },
  }
}

async function postDelivery(post: Post, { turn, home, now, reads }: TurnMaker): Promise<Delivery> {
  const to = 'staff' in post.to ? await addressOfStaff(post.to.staff, home, reads) : post.to
  const isPrivate = post.isPrivate ?? 'staff' in post.to
  return {
    id: `${turn}-${post.name}`,
    turn,
    to: to ?? { channel: home, isDirect: true },
    isPrivate,
    content: post.content,
    orderKey: to ? orderKeyOf(to) : 'nowhere',
    isUrgent: post.isUrgent === true,
    due: post.due ?? now,
    ...(post.guard ? { guard: post.guard } : {}),
    state: to ? 'due' : 'failed',
    attempts: 0,
    ...(to ? {} : { reason: 'Its addressee is no longer in the directory.' }),
  }
}

/** `home`: the channel on which people are written to who never spoke. */
export type TurnMaker = { turn: string; owner: string; home: ChannelName; now: Instant; reads: Reads }

/** The turn that an outcome comes to, for what a person said or pressed. */
export async function turnOfInbound(
  outcome: Outcome,
  inbound: Inbound,
  staff: string,
  state: ConversationState | undefined,
  maker: TurnMaker,
): Promise<Turn> {
  const { turn, owner, now } = maker
  const key = conversationKey(inbound)
  const pending = outcome.pending === 'keep' ? state?.pending : outcome.pending
  const replies = outcome.replies.map((reply, n) => replyDelivery(reply, n, turn, inbound, owner, now))
  const base = await turnOfOccasion(outcome, inbound.id, key, maker)
  return {
    ...base,
    by: staff,
    deliveries: [...replies, ...base.deliveries],
    state: {
      key,
      staff,
      address: { ...inbound.place, person: inbound.author.user },
      at: now,
      version: state?.version ?? 0,
      ...(pending ? { pending } : {}),
    },
  }
}

/** The turn that an outcome comes to, for what the clock made due. */
export async function turnOfOccasion(
  outcome: Outcome,
  inbound: string,
  conversation: string,
  maker: TurnMaker,
): Promise<Turn> {
  const { turn, now } = maker
  const posts = await Promise.all((outcome.posts ?? []).map((post) => postDelivery(post, maker)))
  return {
    id: turn,
    inbound,
    conversation,
    at: now,
    what: outcome.what,
    ...(outcome.title ? { title: outcome.title } : {}),
    ...(outcome.request ? { request: outcome.request, said: outcome.request.said } : {}),
    writes: outcome.writes ?? [],
    ...(outcome.undoes ? { undoes: outcome.undoes } : {}),
    reliesOn: outcome.reliesOn ?? [],
    touches: outcome.touches ?? [],
    deliveries: posts,
  }
}
