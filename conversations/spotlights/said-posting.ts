import type { StoryRecord } from '../../data/story.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { say } from './answers.ts'
import { storyAtHand } from './editing.ts'
import { ownedPlaces } from './partner-channels.ts'
import { postNow } from './place-buttons.ts'
import { recordChange } from './reopening.ts'
import { revised } from './revision.ts'
import { postTimeIn } from './said-dates.ts'
import { readSaidStory } from './said-story.ts'
import { instantAt, joinPlaces, placeNamed } from './story-building.ts'

/** "post it friday 9am", "post it in #alumni too", "post it now": of the story at hand. */
export async function postBySentence(said: string, situation: Situation): Promise<Outcome> {
  const view = await storyAtHand(situation)
  if (!view) return say('There is no story of yours here to post. Open it first.')
  const { story } = view
  const { channels } = readSaidStory(said, situation)
  const time = postTimeIn(said, situation)
  if (!time && channels.length === 0) {
    if (story.state === 'approved' || story.state === 'scheduled' || story.state === 'posted')
      return postNow(view, situation)
    return say(
      story.state === 'waiting'
        ? 'It waits for approval, and goes out with it.'
        : 'It needs approval first: say "send it for approval".',
    )
  }
  const named = channels.map(({ label, channel }) => placeNamed(label, channel, situation.inbound.place))
  const places = await ownedPlaces(joinPlaces([...story.places, ...named]), situation.reads)
  const isThird = places.some(({ thirdParty }) => thirdParty !== undefined)
  const destinations: StoryRecord['destinations'] =
    isThird && !story.destinations.includes('third_party') ? [...story.destinations, 'third_party'] : story.destinations
  const isOut = story.isLive && story.publishedAt !== undefined && story.publishedAt <= situation.now
  const later = time && !isOut ? { postAt: instantAt(time, situation.zone) } : {}
  const notes = time && isOut ? ['It is out already: a change goes out as soon as it is approved.'] : []
  return recordChange(view, revised({ ...story, places, destinations, ...later }), situation, notes)
}
