import type { StoryPlace, StoryRecord } from '../../data/story.ts'
import type { Conversation, Outcome, Post, Situation } from '../conversation.ts'
import { type Args, gone, quietly, say, show, storyOf } from './answers.ts'
import { mayChange } from './change-form.ts'
import { deliveriesOf, newPost, type PlaceDeliveries, planPosts } from './posting.ts'
import { statusCard } from './status-card.ts'
import type { StoryView } from './story-view.ts'

/** The buttons of a story's places: look again, try again, say what a person has seen. */
export const postings: Conversation = {
  name: 'posting',
  presses: {
    refresh: async (args, situation) =>
      quietly(
        await withStory(args, situation, async (view) =>
          show(statusCard(view, await deliveriesOf(view.story, situation), situation)),
        ),
        situation,
      ),
    retry: async (args, situation) =>
      quietly(await withPlace(args, situation, ['failed', 'dropped'], retry), situation),
    again: async (args, situation) => quietly(await withPlace(args, situation, ['uncertain'], postAgain), situation),
    there: async (args, situation) => quietly(await withPlace(args, situation, ['uncertain'], isThere), situation),
    now: async (args, situation) => quietly(await withStory(args, situation, postNow), situation),
  },
}

type AtPlace = { view: StoryView; place: StoryPlace; n: number; deliveries: PlaceDeliveries }

async function withStory(
  args: Args,
  situation: Situation,
  work: (view: StoryView, situation: Situation) => Promise<Outcome>,
): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  if (!(await mayChange(view, situation))) return say('Only its writer and approvers post that story.')
  return work(view, situation)
}

/** The place of a button, where its delivery still is in one of those states: a second press finds it changed. */
async function withPlace(
  args: Args,
  situation: Situation,
  states: readonly string[],
  work: (at: AtPlace, situation: Situation) => Outcome,
): Promise<Outcome> {
  return withStory(args, situation, async (view) => {
    const n = Number(args.place)
    const place = view.story.places[n]
    const deliveries = await deliveriesOf(view.story, situation)
    const latest = place?.delivery ? deliveries.get(place.delivery) : undefined
    if (!view.story.isLive) return say('That story is not approved, or was taken down.')
    if (!place || !latest || !states.includes(latest.state)) return show(statusCard(view, deliveries, situation))
    return work({ view, place, n, deliveries }, situation)
  })
}

function retry(at: AtPlace, situation: Situation): Outcome {
  // Where an earlier attempt is uncertain, a person has looked before they had this one made.
  const isLookedAt = at.place.earlier?.some((id) => at.deliveries.get(id)?.state === 'uncertain')
  return posted(at, newPost(at.view, at.place, at.n, situation, isLookedAt), situation)
}

/** A person has looked: it is not there. */
function postAgain(at: AtPlace, situation: Situation): Outcome {
  return posted(at, newPost(at.view, at.place, at.n, situation, true), situation)
}

function posted(
  { view, n, deliveries }: AtPlace,
  planned: { place: StoryPlace; post: Post } | undefined,
  situation: Situation,
): Outcome {
  if (!planned) return say('It cannot be posted there: no consent covers it now.')
  const after = withPlaceAt(view.story, n, planned.place)
  return {
    what: 'post_spotlight',
    replies: [{ card: statusCard({ ...view, story: after }, deliveries, situation) }],
    writes: [{ kind: 'story', id: after.id, before: view.story, after }],
    posts: [planned.post],
  }
}

/** A person has looked: it is there. Nothing is sent; a take-down will name the place for a person to clear. */
function isThere({ view, place, n, deliveries }: AtPlace, situation: Situation): Outcome {
  const { delivery, ...rest } = place
  const seen: StoryPlace = { ...rest, ...(delivery ? { delivery } : {}), isSeen: true }
  const after = withPlaceAt(view.story, n, seen)
  return {
    what: 'see_spotlight',
    replies: [{ card: statusCard({ ...view, story: after }, deliveries, situation) }],
    writes: [{ kind: 'story', id: after.id, before: view.story, after }],
  }
}

const withPlaceAt = (story: StoryRecord, n: number, place: StoryPlace): StoryRecord => ({
  ...story,
  isTelling: true,
  places: story.places.map((each, at) => (at === n ? place : each)),
})

/** What was approved for later, or for nowhere yet, goes out now. */
export async function postNow(view: StoryView, situation: Situation): Promise<Outcome> {
  const { story } = view
  if (!story.isLive || !story.approval) return say('That story is not approved.')
  if (story.state === 'posted') return show(statusCard(view, await deliveriesOf(story, situation), situation))
  // What is out and was changed since is approved anew first.
  if (story.state !== 'approved' && story.state !== 'scheduled')
    return say('It was changed, so it needs approval again.')
  const { postAt: _, ...rest } = story
  const deliveries = await deliveriesOf(story, situation)
  // What waits for its time is left behind: its place belongs to the new post.
  const waiting = story.places.map((place): StoryPlace => {
    const { delivery, earlier = [], revision: __, ...bare } = place
    return delivery && deliveries.get(delivery)?.state === 'due' ? { ...bare, earlier: [...earlier, delivery] } : place
  })
  const live: StoryRecord = { ...rest, publishedAt: situation.now, places: waiting }
  const planned = planPosts({ ...view, story: live }, deliveries, situation)
  const isOut = planned.posts.length > 0 || story.approval.destinations.includes('web')
  if (!isOut) return say('There is nowhere to post it: name a channel with Change, and it is approved again.')
  const after: StoryRecord = {
    ...live,
    state: 'posted',
    places: planned.places,
    isTelling: true,
  }
  return {
    what: 'post_spotlight',
    replies: [{ card: statusCard({ ...view, story: after }, deliveries, situation) }],
    writes: [{ kind: 'story', id: story.id, before: story, after }],
    posts: planned.posts,
  }
}
