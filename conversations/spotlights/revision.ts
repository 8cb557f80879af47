import { createHash } from 'node:crypto'
import type { StoryRecord } from '../../data/story.ts'

type Shown = Pick<StoryRecord, 'student' | 'isNameless' | 'text' | 'photo' | 'destinations' | 'places'>

/** A fingerprint of what would be shown, and where: two stories that differ in it need an approval each. */
export function revisionOf({ student, isNameless, text, photo, destinations, places }: Shown): string {
  const shown = {
    student,
    isNameless,
    text,
    photo: photo ? [photo.file, photo.alt] : [],
    destinations: [...destinations].sort(),
    places: places
      .map(({ label, address, thirdParty }) => [address.channel, label.toLowerCase(), thirdParty ?? ''])
      .sort(),
  }
  return createHash('sha256').update(JSON.stringify(shown)).digest('base64url').slice(0, 12)
}

/** The story with its revision set to what it says now. */
export const revised = (story: StoryRecord): StoryRecord => ({ ...story, revision: revisionOf(story) })
