import type { Delivery } from '../../data/delivery.ts'
import type { StoryPlace } from '../../data/story.ts'
import type { Situation } from '../conversation.ts'
import { channelsIn } from './said-story.ts'
import { joinPlaces, placeNamed } from './story-building.ts'

const CHANNEL = String.raw`(?:(?:slack|teams)(?:['’]s)?\s+)?#[\p{L}\p{N}][\p{L}\p{N}_-]*`
/** "not #wins", "take out #wins and #alumni". */
const LEFT_OUT = new RegExp(
  String.raw`\b(?:not|no|without|remove|drop|delete|take out|leave out|skip|instead of|rather than|out of)\s+(?:(?:it|post|from|in|to|the)\s+)*(${CHANNEL}(?:(?:\s*,\s*|\s+(?:and|or)\s+)${CHANNEL})*)`,
  'giu',
)

export const saysPlacesLeftOut = (text: string): boolean => text.search(LEFT_OUT) >= 0

/**
 * A story's places with what a sentence says of them: channels that it names come to them, those that it says no to go.
 * `kept`: those that cannot go by a word, since something of the story is there or may be.
 */
export function changePlaces(
  places: readonly StoryPlace[],
  text: string,
  deliveries: ReadonlyMap<string, Delivery>,
  { inbound, now }: Pick<Situation, 'inbound' | 'now'>,
): { places: StoryPlace[]; kept: string[] } {
  const said = text.slice(0, 4000)
  const out = [...said.matchAll(LEFT_OUT)].flatMap(
    ([, list = '']) => list.toLowerCase().match(/#[\p{L}\p{N}_-]+/gu) ?? [],
  )
  const isUp = ({ delivery, earlier = [] }: StoryPlace): boolean => {
    const latest = delivery ? deliveries.get(delivery) : undefined
    return earlier.length > 0 || (latest !== undefined && !(latest.state === 'due' && latest.due > now))
  }
  const kept = places.filter((place) => out.includes(place.label) && isUp(place)).map(({ label }) => label)
  const left = places.filter((place) => !out.includes(place.label) || isUp(place))
  const added = channelsIn(said)
    .filter(({ label }) => !out.includes(label))
    // Said without its platform, a channel that is there already is meant.
    .filter(({ label, channel }) => channel !== undefined || !left.some((place) => place.label === label))
    .map(({ label, channel }) => placeNamed(label, channel, inbound.place))
  return { places: joinPlaces([...left, ...added]), kept }
}
