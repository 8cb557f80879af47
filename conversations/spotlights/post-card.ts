import type { Card, Part } from '../../data/card.ts'
import type { Destination } from '../../data/story.ts'
import { photoUrl, storyUrl } from './links.ts'
import type { PublicStory } from './public-story.ts'

/** What a channel shows. The page and the picture are linked only where the web may show them too. */
export function postCard(story: PublicStory, reaches: readonly Destination[], publicUrl: string | undefined): Card {
  const isOnWeb = publicUrl !== undefined && reaches.includes('web')
  const parts: Part[] = [
    { kind: 'heading', text: story.headline },
    { kind: 'text', text: story.sentences.join(' ') },
  ]
  if (isOnWeb && story.photo) parts.push({ kind: 'image', url: photoUrl(publicUrl, story.id), alt: story.photo.alt })
  if (isOnWeb)
    parts.push({ kind: 'actions', actions: [{ label: 'Read the story', url: storyUrl(publicUrl, story.id) }] })
  return { summary: story.headline, parts }
}
