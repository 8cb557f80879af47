import type { Delivery, DeliveryGuard } from '../../data/delivery.ts'
import type { StoryApproval, StoryPlace, StoryRecord } from '../../data/story.ts'
import type { Moment, Post } from '../conversation.ts'
import type { Showing } from './consent-rules.ts'
import { postCard, type Shown } from './post-card.ts'
import { shortName } from './public-name.ts'
import { mayPublish, type PublicStory, publicStory } from './public-story.ts'
import { storyGuard } from './story-guard.ts'
import { type StoryView, showingOf } from './story-view.ts'

/** The newest delivery of each place, by id. */
export type PlaceDeliveries = ReadonlyMap<string, Delivery>

export async function deliveriesOf(
  story: Pick<StoryRecord, 'places'>,
  { reads }: Pick<Moment, 'reads'>,
): Promise<PlaceDeliveries> {
  const found = new Map<string, Delivery>()
  for (const { delivery, earlier = [] } of story.places) {
    for (const id of [...earlier, ...(delivery ? [delivery] : [])]) {
      const kept = await reads.delivery(id)
      if (kept) found.set(id, kept)
    }
  }
  return found
}

/**
 * What must be posted so that each of an approved story's places shows it as approved: a new post where there is none, the
 * message changed where an earlier revision is up. What is on its way, failed or uncertain is left as it is.
 */
export function planPosts(
  view: StoryView,
  deliveries: PlaceDeliveries,
  moment: Moment,
): { places: StoryPlace[]; posts: Post[] } {
  const { story } = view
  const { approval } = story
  if (!approval || !story.isLive) return { places: story.places, posts: [] }
  const places: StoryPlace[] = []
  const posts: Post[] = []
  for (const [n, place] of story.places.entries()) {
    const planned = planPlace(view, place, n, place.delivery ? deliveries.get(place.delivery) : undefined, moment)
    places.push(planned?.place ?? place)
    if (planned) posts.push(planned.post)
  }
  return { places, posts }
}

function planPlace(
  view: StoryView,
  place: StoryPlace,
  n: number,
  latest: Delivery | undefined,
  moment: Moment,
): { place: StoryPlace; post: Post } | undefined {
  const { approval } = view.story
  if (!approval || !isOpen(view, place, moment)) return undefined
  if (place.delivery && latest?.state === 'sent') {
    return place.revision === approval.revision ? undefined : replacement(view, place, n, latest, moment)
  }
  // What was tried with an earlier revision is held back by its guard; whether it arrived after all, the new one's asks.
  const isLeftBehind = place.revision !== approval.revision && latest?.state !== 'uncertain'
  return latest === undefined || isLeftBehind ? newPost(view, place, n, moment) : undefined
}

/** Approved for this place, and covered as consents stand; whether it still is, is asked again when it leaves. */
function isOpen({ story, subject }: StoryView, place: StoryPlace, moment: Moment): boolean {
  const { approval } = story
  const showing = showingOf(place)
  if (!approval?.destinations.includes(showing.destination)) return false
  const at = { now: story.publishedAt ?? moment.now, zone: moment.zone }
  return mayPublish(approval, subject.consents, showing, at).isCovered
}

/** A post of a story to a place, with a delivery of its own; what was tried there before is remembered. */
export function newPost(
  view: StoryView,
  place: StoryPlace,
  n: number,
  moment: Moment,
  isAgain = false,
): { place: StoryPlace; post: Post } | undefined {
  const { story } = view
  const { approval } = story
  const shown = shownAt(view, place, moment)
  if (!approval || !shown) return undefined
  const name = `post-${n}`
  const id = `${moment.turn}-${name}`
  const due = story.publishedAt && story.publishedAt > moment.now ? story.publishedAt : moment.now
  const earlier = [...(place.earlier ?? []), ...(place.delivery ? [place.delivery] : [])]
  return {
    place: { ...place, delivery: id, revision: approval.revision, ...(earlier.length > 0 ? { earlier } : {}) },
    post: {
      name,
      to: place.address,
      content: { kind: 'post', card: postCard(shown, shownBy(place, approval, moment)) },
      due,
      guard: guardOf(view, shown, showingOf(place), { delivery: id, isAgain }),
    },
  }
}

function replacement(
  view: StoryView,
  place: StoryPlace,
  n: number,
  sent: Delivery,
  moment: Moment,
): { place: StoryPlace; post: Post } | undefined {
  const { approval } = view.story
  const shown = shownAt(view, place, moment)
  if (!approval || !shown) return undefined
  const card = postCard(shown, shownBy(place, approval, moment))
  return {
    place: { ...place, revision: approval.revision },
    post: {
      name: `change-${n}`,
      to: sent.to,
      content: { kind: 'replace', card, target: { delivery: sent.id } },
      guard: guardOf(view, shown, showingOf(place)),
    },
  }
}

const shownBy = (place: StoryPlace, { destinations }: StoryApproval, { publicUrl }: Moment): Shown => ({
  reaches: destinations,
  channel: place.address.channel,
  publicUrl,
})

function shownAt({ story, subject }: StoryView, place: StoryPlace, { now, zone }: Moment): PublicStory | undefined {
  const { destination, thirdParty } = showingOf(place)
  const at = { now: story.publishedAt && story.publishedAt > now ? story.publishedAt : now, zone }
  return publicStory(story, subject, destination, at, thirdParty)
}

/** The guard of what a destination is about to show. */
export function guardOf(
  { story, student }: Pick<StoryView, 'story' | 'student'>,
  shown: PublicStory,
  showing: Showing,
  of: { delivery?: string; isAgain?: boolean } = {},
): DeliveryGuard {
  const isFull = shown.name !== undefined && shown.name !== shortName(student.name)
  return storyGuard({ story: story.id, revision: story.approval?.revision ?? '', showing, isFull, ...of })
}
