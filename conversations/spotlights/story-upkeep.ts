import type { Delivery } from '../../data/delivery.ts'
import type { StoryPlace, StoryRecord } from '../../data/story.ts'
import type { Conversation, Moment, Occasion, Post } from '../conversation.ts'
import { endings } from './consent-endings.ts'
import { deliveriesOf, type PlaceDeliveries, planPosts } from './posting.ts'
import { areSettled, statusCard } from './status-card.ts'
import { occasion, STORY_UPKEEP } from './story-occasion.ts'
import { type StoryView, storyTitle, viewStory } from './story-view.ts'
import { tell } from './telling.ts'

/** What the clock does for stories: they go out at their time, their people learn how it went, what ended goes. */
export const storyUpkeep: Conversation = {
  name: STORY_UPKEEP,
  due: async (moment) => [...(await goneOut(moment)), ...(await outcomes(moment)), ...(await endings(moment))],
}

async function goneOut(moment: Moment): Promise<Occasion[]> {
  const due = await moment.reads.find('story', { where: { state: 'scheduled', publishedAt: { to: moment.now } } })
  return due.map((story) => {
    const { postAt: _, ...rest } = story
    const after: StoryRecord = { ...rest, state: 'posted', isTelling: true }
    return {
      id: `out:${story.id}:${story.version}`,
      outcome: { what: 'post_spotlight', replies: [], writes: [{ kind: 'story', id: story.id, before: story, after }] },
    }
  })
}

/** Stories whose posts, or removals, have all come to an end since their people were last told. */
async function outcomes(moment: Moment): Promise<Occasion[]> {
  const telling = await moment.reads.find('story', { where: { isTelling: true } })
  const found: Occasion[] = []
  for (const story of telling) {
    const made = story.state === 'taken_down' ? await tellRemoval(story, moment) : await tellPosting(story, moment)
    if (made) found.push(made)
  }
  return found
}

async function tellPosting(story: StoryRecord, moment: Moment): Promise<Occasion | undefined> {
  if (!story.isLive || story.publishedAt === undefined || story.publishedAt > moment.now) return undefined
  const deliveries = await deliveriesOf(story, moment)
  const adopted = { ...story, places: story.places.map((place) => adopt(place, deliveries)) }
  const view = await viewStory(adopted, moment)
  if (!view || !areSettled(view, deliveries)) return undefined
  return occasion(`told:${story.id}:${story.version}`, moment, async (at) => {
    // A place that still holds an earlier revision is brought up to date first, and told of afterwards.
    const planned = planPosts(view, deliveries, at)
    const isDone = planned.posts.length === 0
    const after: StoryRecord = { ...adopted, places: planned.places, isTelling: !isDone }
    return {
      what: 'tell_posting',
      replies: [],
      writes: [{ kind: 'story', id: story.id, before: story, after }],
      posts: isDone ? tellings({ ...view, story: after }, deliveries, at) : planned.posts,
    }
  })
}

/** An attempt that was held back because an earlier one had arrived after all: the earlier one is the place's. */
function adopt(place: StoryPlace, deliveries: PlaceDeliveries): StoryPlace {
  const latest = place.delivery ? deliveries.get(place.delivery) : undefined
  if (latest?.state !== 'dropped') return place
  const there = place.earlier?.map((id) => deliveries.get(id)).find((each): each is Delivery => each?.state === 'sent')
  if (!there) return place
  const rest = [...(place.earlier ?? []).filter((id) => id !== there.id), latest.id]
  return { ...place, delivery: there.id, earlier: rest, revision: there.guard?.args.revision ?? '' }
}

function tellings(view: StoryView, deliveries: PlaceDeliveries, moment: Moment): Post[] {
  const { story } = view
  const card = statusCard(view, deliveries, moment)
  const approver = story.approval?.by
  const held = approver === undefined ? undefined : story.cards[approver]
  const posts: Post[] = []
  if (approver !== undefined) {
    posts.push(
      held
        ? { name: 'status', to: { staff: approver }, content: { kind: 'replace', card, target: { delivery: held } } }
        : tell('status', approver, card),
    )
  }
  if (story.writer !== approver && story.places.length > 0) posts.push(tell('writer', story.writer, card))
  return posts
}

async function tellRemoval(story: StoryRecord, moment: Moment): Promise<Occasion | undefined> {
  const { reads } = moment
  const removals: Delivery[] = []
  for (const id of story.takenDown?.deliveries ?? []) {
    const delivery = await reads.delivery(id)
    if (delivery?.state === 'due') return undefined
    if (delivery) removals.push(delivery)
  }
  const view = await viewStory(story, moment)
  const failed = removals.filter(({ state }) => state === 'failed' || state === 'uncertain')
  const labelOf = ({ content }: Delivery): string => {
    const target = content.kind !== 'post' && 'delivery' in content.target ? content.target.delivery : ''
    return (
      story.places.find((place) => place.delivery === target || place.earlier?.includes(target))?.label ?? 'a channel'
    )
  }
  const lines = failed.map((each) => `${labelOf(each)}: ${each.reason ?? 'it could not be removed'}`)
  const removed = [...new Set(removals.filter(({ state }) => state === 'sent').map(labelOf))]
  const title = view ? storyTitle(view) : 'A story'
  const text =
    failed.length > 0
      ? `${title}: could not be removed everywhere. By hand: ${lines.join('; ')}.`
      : `${title}: removed from ${removed.join(', ')}.`
  const admins = failed.length > 0 ? await reads.find('staff', { where: { role: 'admin', isActive: true } }) : []
  const people = [
    ...new Set([...(story.takenDown?.by ? [story.takenDown.by] : [story.writer]), ...admins.map(({ id }) => id)]),
  ]
  return occasion(`down:${story.id}:${story.version}`, moment, async () => ({
    what: 'tell_removal',
    replies: [],
    writes: [{ kind: 'story', id: story.id, before: story, after: { ...story, isTelling: false } }],
    // What never went out needs no second word.
    posts: failed.length + removed.length > 0 ? people.map((id, n) => tell(`removed-${n}`, id, text)) : [],
  }))
}
