import type { Reads } from '../../data/store.ts'
import type { StoryPlace } from '../../data/story.ts'

/** Places with the partner whose channel they are, where an admin has said so: there a story needs a consent that names it. */
export async function ownedPlaces(places: readonly StoryPlace[], reads: Reads): Promise<StoryPlace[]> {
  const records = await reads.find('publishing')
  const owned = records.flatMap(({ partnerChannels = [] }) => partnerChannels)
  return places.map((place) => {
    const owner = owned.find(
      ({ label, channel }) =>
        label.toLowerCase() === place.label.toLowerCase() &&
        (channel === undefined || channel === place.address.channel),
    )
    return owner ? { ...place, thirdParty: owner.partner } : place
  })
}
