import type { StoryRecord } from '../../data/story.ts'
import type { Instant } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'

/** For how long a photograph's link is good: 14 days, in milliseconds. The story's card, shown again, has a new one. */
const LINK_LASTS_MS = 14 * 24 * 60 * 60 * 1000

/** The link of a story's page for its photograph, where there are pages: `photo` changes it, `photo-view` shows it. */
export const photoLink = (
  page: 'photo' | 'photo-view',
  story: StoryRecord,
  { linkTo, now }: Pick<Moment, 'linkTo' | 'now'>,
): string | undefined => linkTo?.(page, story.id, (now + LINK_LASTS_MS) as Instant)
