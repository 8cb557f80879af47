import type { Card } from '../../data/card.ts'
import type { StoryApproval, StoryRecord } from '../../data/story.ts'
import { formatSpan, localMomentAt } from '../../data/time.ts'
import type { Conversation, Outcome, Post, Situation } from '../conversation.ts'
import { type Args, gone, quietly, say, show, storyOf } from './answers.ts'
import { approvalCard, decidedCard } from './approval-card.ts'
import { consentGuard } from './consent-rules.ts'
import { askReason, decline } from './declining.ts'
import { ownedPlaces } from './partner-channels.ts'
import { mayApprove } from './people.ts'
import { deliveriesOf, planPosts } from './posting.ts'
import { publicStory } from './public-story.ts'
import { recordChange } from './reopening.ts'
import { revised } from './revision.ts'
import { stateWords, statusCard } from './status-card.ts'
import { reachOf, type StoryView, storyTitle } from './story-view.ts'
import { changeCards, changeShares, sharePosts, tell } from './telling.ts'

/** A second person's yes or no to exactly what they were shown. */
export const approvals: Conversation = {
  name: 'approval',
  presses: {
    open: async (args, situation) => {
      const view = await storyOf(args, situation)
      if (!view) return gone()
      if (!(await mayApprove(situation.speaker, view.story, situation.reads))) return refuse(view, situation)
      return quietly(show(await approvalCard(view, situation), false), situation)
    },
    approve: async (args, situation) => quietly(await decideOn(args, situation, approve), situation),
    decline: async (args, situation) =>
      quietly(await decideOn(args, situation, async (view) => askReason(view)), situation),
    declined: async (args, situation, values) =>
      quietly(await decideOn(args, situation, async (view) => decline(view, values, situation)), situation),
  },
}

/** Whoever may decide decides on the story as it is now, not as a card showed it before. */
async function decideOn(
  args: Args,
  situation: Situation,
  decide: (view: StoryView, situation: Situation) => Promise<Outcome>,
): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  const { story } = view
  if (!(await mayApprove(situation.speaker, story, situation.reads))) return refuse(view, situation)
  if (story.state !== 'waiting') {
    const card = decidedCard(view, `${stateWords(view, situation)}.`)
    return show(card)
  }
  if (args.revision !== story.revision) {
    return show(await approvalCard(view, situation, ['It was changed since you saw it. This is how it is now.']))
  }
  return decide(view, situation)
}

const refuse = ({ story }: StoryView, { speaker }: Situation): Outcome =>
  say(
    story.writer === speaker.id
      ? 'You wrote this story, so a second person approves it.'
      : 'Only approvers and admins approve stories.',
  )

async function approve(view: StoryView, situation: Situation): Promise<Outcome> {
  const { story } = view
  const places = await ownedPlaces(story.places, situation.reads)
  if (places.some(({ thirdParty }, n) => thirdParty !== story.places[n]?.thirdParty)) {
    const destinations: StoryRecord['destinations'] = [...new Set([...story.destinations, 'third_party' as const])]
    const note = 'A channel has become a partner’s since: it needs a consent that names the partner.'
    return recordChange(view, revised({ ...story, places, destinations }), situation, [note])
  }
  const { now, reads, speaker } = situation
  const reach = reachOf(view, situation)
  const destinations = [
    ...new Set(reach.flatMap(({ showing, cover }) => (cover.isCovered ? [showing.destination] : []))),
  ]
  if (destinations.length === 0) {
    return show(
      await approvalCard(view, situation, [
        'Not approved: nothing can be posted before a signed form on file covers it. Confirm the form first, or let it be told without a name.',
      ]),
    )
  }
  const approval: StoryApproval = {
    by: speaker.id,
    at: now,
    revision: story.revision,
    destinations,
    isNameless: story.isNameless,
    ...(story.isNameless ? { withheld: story.withheld ?? [] } : {}),
    text: story.text,
    ...(story.photo ? { photo: story.photo } : {}),
  }
  const goesOut = story.postAt && story.postAt > now ? story.postAt : now
  const publishedAt = story.isLive && story.publishedAt ? story.publishedAt : goesOut
  const { declined: _, ...rest } = story
  const live: StoryRecord = { ...rest, approval, isLive: true, publishedAt, state: 'approved' }
  const planned = planPosts({ ...view, story: live }, await deliveriesOf(live, situation), situation)
  const state = stateOf(
    live,
    planned.places.some(({ delivery }) => delivery !== undefined),
    situation,
  )
  const shares = await sharePosts({ ...view, story: live }, situation)
  const after: StoryRecord = {
    ...live,
    state,
    places: planned.places,
    isTelling: planned.posts.length > 0,
    shares: shares.ids,
  }
  const told = { ...view, story: after }
  const when =
    state === 'scheduled'
      ? ` It goes out ${formatSpan(localMomentAt(publishedAt, situation.zone), undefined, situation.local)}.`
      : ''
  const posts: Post[] = [
    ...planned.posts,
    ...changeShares(story, 'A newer version was approved: share that one.'),
    ...shares.posts,
    ...changeCards(story.cards, decidedCard(view, `approved by ${speaker.name}.`), speaker.id),
    ...(story.writer === speaker.id
      ? []
      : [tell('writer', story.writer, `${storyTitle(view)}: approved by ${speaker.name}.${when}`)]),
  ]
  return {
    what: 'approve_spotlight',
    title: `story about ${storyTitle(view)} approved`,
    replies: [{ card: await approvedCard(told, situation) }],
    writes: [{ kind: 'story', id: story.id, before: story, after }],
    posts,
    reliesOn: [{ guard: consentGuard(story.student), version: await reads.guard(consentGuard(story.student)) }],
  }
}

/** Posted as soon as it is somewhere by itself; texts alone wait for a person, and the story stays approved. */
function stateOf(story: StoryRecord, isPosting: boolean, { now }: Situation): StoryRecord['state'] {
  if (story.publishedAt !== undefined && story.publishedAt > now) return 'scheduled'
  return isPosting || story.approval?.destinations.includes('web') ? 'posted' : 'approved'
}

async function approvedCard(view: StoryView, situation: Situation): Promise<Card> {
  const title = storyTitle(view)
  const isOut = publicStory(view.story, view.subject, 'web', situation) !== undefined
  const lead =
    view.story.state === 'scheduled' ? undefined : `${title}: approved${isOut ? ', on the web page now' : ''}`
  return statusCard(view, await deliveriesOf(view.story, situation), situation, lead)
}
