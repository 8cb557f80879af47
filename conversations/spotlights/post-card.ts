import type { Card, Part } from '../../data/card.ts'
import type { ChannelName } from '../../data/delivery.ts'
import type { Destination } from '../../data/story.ts'
import { isForEveryone, photoUrl, storyUrl } from './links.ts'
import type { PublicStory } from './public-story.ts'

export type Shown = {
  /** The destinations that the story reaches: the page and the picture are linked only where the web is one. */
  reaches: readonly Destination[]
  channel: ChannelName
  publicUrl: string | undefined
}

/** The address of the pages that a channel's post may link; undefined where it may link none. */
const linkedFrom = ({ reaches, channel, publicUrl }: Shown): string | undefined => {
  if (!reaches.includes('web')) return undefined
  return channel === 'slack' || channel === 'teams' ? (isForEveryone(publicUrl) ? publicUrl : undefined) : publicUrl
}

/** Why a post shows no photograph, for its approver; undefined where it does. */
export function whyNoPhoto(shown: Shown): string | undefined {
  if (linkedFrom(shown) !== undefined) return undefined
  return shown.reaches.includes('web')
    ? 'Liaison has no public https address (PUBLIC_URL)'
    : 'channels fetch it from the web page, which may not show it'
}

/** What a channel shows. */
export function postCard(story: PublicStory, shown: Shown): Card {
  const publicUrl = linkedFrom(shown)
  const parts: Part[] = [
    { kind: 'heading', text: story.headline },
    { kind: 'text', text: story.sentences.join(' ') },
  ]
  if (publicUrl && story.photo) parts.push({ kind: 'image', url: photoUrl(publicUrl, story.id), alt: story.photo.alt })
  if (publicUrl)
    parts.push({ kind: 'actions', actions: [{ label: 'Read the story', url: storyUrl(publicUrl, story.id) }] })
  return { summary: story.headline, parts }
}
