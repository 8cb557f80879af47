import type { Card } from '../../data/card.ts'
import type { Outcome, Post, Reply, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'

/** True where only the writer reads what is answered. */
export const isPrivateHere = ({ inbound }: Pick<Situation, 'inbound'>): boolean =>
  inbound.place.isDirect || inbound.isPrivate

/** The speaker's own chat with Liaison, on the channel on which they speak. */
export async function ownChat({ inbound, speaker, reads }: Situation): Promise<Post['to']> {
  const { place: _, thread: __, ...rest } = inbound.place
  const known = await reads.conversationsOf(speaker.id)
  const direct = known.find(({ address }) => address.isDirect && address.channel === inbound.place.channel)
  return direct ? direct.address : { ...rest, person: inbound.author.user, isDirect: true }
}

/**
 * The same outcome, told to the speaker alone. What was said in a channel is answered in their own chat, where it can be
 * found again; the channel gets one sentence that names nobody.
 */
export async function inPrivate(
  outcome: Outcome,
  situation: Situation,
  inChannel: Card = sentence('I have answered you in private.'),
): Promise<Outcome> {
  if (isPrivateHere(situation) || outcome.replies.length === 0) return outcome
  const to = await ownChat(situation)
  const told = outcome.replies.map(
    ({ card }, n): Post => ({ name: `private-${n}`, to, isPrivate: true, content: { kind: 'post', card } }),
  )
  const reply: Reply = { card: inChannel, replaces: false }
  const { pending } = outcome
  const asked = typeof pending === 'object' ? { pending: { ...pending, isPrivate: true } } : {}
  return { ...outcome, ...asked, replies: [reply], posts: [...told, ...(outcome.posts ?? [])] }
}

/** A question that names people, shown where it was caused and to the one who can answer it alone. */
export const askedPrivately = (outcome: Outcome): Outcome => ({
  ...outcome,
  replies: outcome.replies.map((reply) => ({ ...reply, isPrivate: true })),
})
