import { isStillOpen, OPEN_QUESTION_GUARD } from '../conversations/question-reminder.ts'
import { mayLeave, STORY_GUARD } from '../conversations/spotlights/story-guard.ts'
import type { Instant, Zone } from '../data/time.ts'
import type { Guard } from './courier.ts'

/** What must still hold immediately before a delivery is sent, by name. */
export function guardsAt(clock: () => Instant, zone: Zone): Readonly<Record<string, Guard>> {
  return {
    /** A story is approved as it stands, and a consent covers its destination at this moment. */
    [STORY_GUARD]: (args, reads) => mayLeave(args, reads, { now: clock(), zone }),
    /** What was asked was neither answered nor said anew. */
    [OPEN_QUESTION_GUARD]: isStillOpen,
  }
}
