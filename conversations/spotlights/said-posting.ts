import type { StoryPlace, StoryRecord } from '../../data/story.ts'
import { localMomentAt } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { say } from './answers.ts'
import { storyAtHand } from './editing.ts'
import { ownedPlaces } from './partner-channels.ts'
import { postNow } from './place-buttons.ts'
import { deliveriesOf } from './posting.ts'
import { recordChange } from './reopening.ts'
import { revised } from './revision.ts'
import { newTimeIn, postTimeIn } from './said-dates.ts'
import { changePlaces } from './said-places.ts'
import { channelsIn } from './said-story.ts'
import { instantAt } from './story-building.ts'

/** "post it friday 9am", "post it in #alumni too", "post it now": of the story at hand. */
export async function postBySentence(said: string, situation: Situation): Promise<Outcome> {
  const view = await storyAtHand(situation)
  if (!view) return say('There is no story of yours here to post. Open it first.')
  const { story } = view
  const planned = story.postAt === undefined ? undefined : localMomentAt(story.postAt, situation.zone)
  const time = postTimeIn(said, situation, planned) ?? (planned && newTimeIn(said, situation, planned))
  const here = /\bhere\b/i.test(said) && channelsIn(said).length === 0 ? situation.inbound.place : undefined
  if (here && (here.isDirect || !here.place?.startsWith('#')))
    return say('Say the channel with its #, such as "post it in #cte-wins".')
  const changed = changePlaces(
    story.places,
    here ? `${said} ${here.place}` : said,
    await deliveriesOf(story, situation),
    situation,
  )
  if (
    !time &&
    changed.kept.length === 0 &&
    isSameList(changed.places, story.places) &&
    channelsIn(said).length === 0 &&
    !here
  ) {
    if (story.state === 'approved' || story.state === 'scheduled' || story.state === 'posted')
      return postNow(view, situation)
    return say(
      story.state === 'waiting'
        ? 'It waits for approval, and goes out with it.'
        : 'It needs approval first: say "send it for approval".',
    )
  }
  const places = await ownedPlaces(changed.places, situation.reads)
  const isThird = places.some(({ thirdParty }) => thirdParty !== undefined)
  const destinations: StoryRecord['destinations'] =
    isThird && !story.destinations.includes('third_party') ? [...story.destinations, 'third_party'] : story.destinations
  const isOut = story.isLive && story.publishedAt !== undefined && story.publishedAt <= situation.now
  const later = time && !isOut ? { postAt: instantAt(time, situation.zone) } : {}
  const notes = [
    ...(time && isOut ? ['It is out already: a change goes out as soon as it is approved.'] : []),
    ...changed.kept.map((label) => `${label}: it is there, or may be. Take the story down to remove it.`),
  ]
  return recordChange(view, revised({ ...story, places, destinations, ...later }), situation, notes)
}

const isSameList = (one: readonly StoryPlace[], other: readonly StoryPlace[]): boolean =>
  one.length === other.length && one.every(({ label }, n) => label === other[n]?.label)
