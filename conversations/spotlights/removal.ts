import type { Card } from '../../data/card.ts'
import type { Write } from '../../data/store.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Moment, Post } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { destinationName } from './story-view.ts'
import { changeCards, changeShares } from './telling.ts'

/** What it takes to make stories vanish, and what no program can reach. */
export type Removal = {
  writes: Write[]
  posts: Post[]
  /** Channels from which a post is being removed, by what people call them. */
  channels: string[]
  /** Stories that were on the web. */
  pages: number
  /** What a person must still look after, a line each, without names. */
  byHand: string[]
}

/**
 * Takes stories down: every post that is there, or may be, is removed ahead of all that waits; what is scheduled is held
 * back by its guard; pages, feeds and pictures follow from the state alone. Stories that are down already are left out.
 */
export async function removeStories(
  stories: readonly StoryRecord[],
  by: string | undefined,
  moment: Moment,
): Promise<Removal> {
  const removal: Removal = { writes: [], posts: [], channels: [], pages: 0, byHand: [] }
  for (const [n, story] of stories.filter(({ state }) => state !== 'taken_down').entries()) {
    const { posts, channels } = await removalPosts(story, n, moment)
    const isOut = story.isLive && story.publishedAt !== undefined && story.publishedAt <= moment.now
    const { publishedAt, ...rest } = story
    const after: StoryRecord = {
      ...rest,
      // Its address answers "gone" only where it was ever served.
      ...(isOut && publishedAt !== undefined ? { publishedAt } : {}),
      state: 'taken_down',
      isLive: false,
      isTelling: posts.length > 0,
      takenDown: {
        ...(by ? { by } : {}),
        at: moment.now,
        deliveries: posts.map(({ name }) => `${moment.turn}-${name}`),
      },
    }
    removal.writes.push({ kind: 'story', id: story.id, before: story, after })
    removal.posts.push(...posts, ...cardPosts(story, n))
    removal.channels.push(...channels)
    if (isOut && story.approval?.destinations.includes('web')) removal.pages += 1
    removal.byHand.push(...(await handsOf(story, moment)))
  }
  removal.channels = [...new Set(removal.channels)]
  removal.byHand = [...new Set(removal.byHand)]
  return removal
}

/** `channels`: those where something of it is, or may be, by now. */
async function removalPosts(
  story: StoryRecord,
  n: number,
  { reads, now }: Moment,
): Promise<{ posts: Post[]; channels: string[] }> {
  const posts: Post[] = []
  const channels: string[] = []
  for (const [at, place] of story.places.entries()) {
    const tried = [...(place.earlier ?? []), ...(place.delivery ? [place.delivery] : [])]
    for (const [attempt, id] of tried.entries()) {
      const delivery = await reads.delivery(id)
      // What was never taken is held back by its guard; one that is being sent at this moment is removed once it is there.
      if (!delivery || delivery.state === 'failed' || delivery.state === 'dropped') continue
      if (delivery.state !== 'due' || delivery.due <= now) channels.push(place.label)
      posts.push({
        name: `down-${n}-${at}-${attempt}`,
        to: delivery.to,
        content: { kind: 'delete', target: { delivery: id } },
        isUrgent: true,
        isPrivate: false,
      })
    }
  }
  return { posts, channels }
}

/** The cards and texts that its people hold no longer say what they said. */
function cardPosts(story: StoryRecord, n: number): Post[] {
  const gone = 'This story was taken down. Do not share it.'
  const cards = story.state === 'waiting' || story.isLive ? changeCards(story.cards, sentence(gone), undefined) : []
  const shares = changeShares(story, gone).map((post) => ({ ...post, isUrgent: true }))
  return [...cards, ...shares].map((post) => ({ ...post, name: `gone-${n}-${post.name}` }))
}

async function handsOf(story: StoryRecord, { reads }: Moment): Promise<string[]> {
  const lines: string[] = []
  const reached = story.isLive ? (story.approval?.destinations ?? []) : []
  for (const destination of ['social', 'press'] as const) {
    if (reached.includes(destination)) {
      const name = destinationName(destination)
      lines.push(`${name[0]?.toUpperCase()}${name.slice(1)}: wherever a person has shared it`)
    }
  }
  if (reached.includes('web')) lines.push('Search engines: ask them to drop the page if it still shows in a day')
  for (const { label, delivery } of story.places) {
    const kept = delivery ? await reads.delivery(delivery) : undefined
    if (kept?.state === 'uncertain') lines.push(`${label}: nobody could tell whether it was posted, so look there`)
  }
  return lines
}

/** What is being removed, and what a person must still clear elsewhere. Whether it names anyone is the lead's choice. */
export function removedCard(lead: string, { channels, pages, byHand, writes }: Removal): Card {
  const done = [
    ...(channels.length > 0 ? [`Posts are being removed from ${channels.join(', ')}.`] : []),
    ...(pages > 0 ? ['The page, its feeds and its picture are gone.'] : []),
    ...(channels.length === 0 && pages === 0 && writes.length > 0
      ? ['Nothing of it was out yet, and nothing will go out.']
      : []),
  ]
  return {
    summary: [`${lead}.`, ...done, ...(byHand.length > 0 ? [`To be done by hand: ${byHand.join('; ')}.`] : [])].join(
      ' ',
    ),
    parts: [
      { kind: 'heading', text: lead },
      ...(done.length > 0 ? [{ kind: 'text' as const, text: done.join(' ') }] : []),
      ...(byHand.length > 0
        ? [
            { kind: 'text' as const, text: 'To be done by hand:' },
            { kind: 'list' as const, items: byHand },
          ]
        : []),
    ],
  }
}
