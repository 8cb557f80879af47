import type { DeliveryGuard } from '../../data/delivery.ts'
import type { Reads } from '../../data/store.ts'
import { DESTINATIONS, type StoryRecord } from '../../data/story.ts'
import type { Showing } from './consent-rules.ts'
import { type At, mayPublish } from './public-story.ts'

/** The guard's name, under which the courier asks it immediately before each send. */
export const STORY_GUARD = 'story'

export type GuardedPost = {
  story: string
  revision: string
  showing: Showing
  /** It holds the full name. */
  isFull: boolean
  /** The post of a place, which must still be that place's own. */
  delivery?: string
  /** A person has looked, and what may have been posted before is not there. */
  isAgain?: boolean
}

/** What must hold when a story's post leaves. */
export function storyGuard({ story, revision, showing, isFull, delivery, isAgain }: GuardedPost): DeliveryGuard {
  return {
    name: STORY_GUARD,
    args: {
      story,
      revision,
      destination: showing.destination,
      ...(showing.thirdParty ? { thirdParty: showing.thirdParty } : {}),
      ...(isFull ? { full: 'yes' } : {}),
      ...(delivery ? { delivery } : {}),
      ...(isAgain ? { again: 'yes' } : {}),
    },
  }
}

/** Whether a post may leave at this moment; a sentence without names where it may not. */
export async function mayLeave(args: Readonly<Record<string, string>>, reads: Reads, at: At): Promise<true | string> {
  const story = await reads.get('story', args.story ?? '')
  const destination = DESTINATIONS.find((known) => known === args.destination)
  if (!story?.approval || !destination) return 'The story is not approved.'
  if (!story.isLive) return 'The story was taken down.'
  const { approval } = story
  if (approval.revision !== args.revision) return 'The story was changed after this was approved.'
  if (!approval.destinations.includes(destination)) return 'The story is not approved for this destination.'
  if (args.delivery !== undefined) {
    const standing = await standsAlone(story, args.delivery, args.again === 'yes', reads)
    if (standing !== true) return standing
  }
  const consents = await reads.find('consent', { where: { student: story.student } })
  const showing = { destination, ...(args.thirdParty ? { thirdParty: args.thirdParty } : {}) }
  const cover = mayPublish(approval, consents, showing, at)
  if (!cover.isCovered) return 'No consent covers this destination now.'
  return args.full !== 'yes' || cover.fullName || 'No consent covers the full name now.'
}

/** One place shows a story once: nothing that was tried there before may be there. */
async function standsAlone(
  story: StoryRecord,
  delivery: string,
  isAgain: boolean,
  reads: Reads,
): Promise<true | string> {
  const place = story.places.find((each) => each.delivery === delivery)
  if (!place) return 'Another post has taken its place.'
  for (const id of place.earlier ?? []) {
    const earlier = await reads.delivery(id)
    if (earlier?.state === 'sent') return 'It is there already.'
    if (earlier?.state === 'uncertain' && !isAgain) return 'It may be there already.'
    // Of one place only the first in line is taken; one that a worker still holds may be on its way.
    if (earlier?.state === 'due' && earlier.lease) return 'It may be on its way already.'
  }
  return true
}
