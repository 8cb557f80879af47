import { answering } from './answering.ts'
import { calendar } from './calendar/calendar.ts'
import { calendarLinks } from './calendar/calendar-links.ts'
import { seating } from './calendar/seating.ts'
import { contact } from './contact.ts'
import type { Conversation } from './conversation.ts'
import { find } from './find/find.ts'
import { followUps } from './follow-ups.ts'
import { help } from './help.ts'
import { roles } from './roles.ts'
import { approvals } from './spotlights/approval.ts'
import { consents } from './spotlights/consents.ts'
import { postings } from './spotlights/place-buttons.ts'
import { placements } from './spotlights/placements.ts'
import { publishing } from './spotlights/publishing.ts'
import { spotlights } from './spotlights/spotlights.ts'
import { storyRequests } from './spotlights/story-requests.ts'
import { storyUpkeep } from './spotlights/story-upkeep.ts'
import { takeDowns } from './spotlights/take-down.ts'
import { undo } from './undo.ts'
import { upkeep } from './upkeep.ts'

/** Every conversation, a line each. */
export const conversations: readonly Conversation[] = [
  contact,
  calendar,
  seating,
  calendarLinks,
  spotlights,
  consents,
  approvals,
  postings,
  takeDowns,
  storyRequests,
  storyUpkeep,
  placements,
  publishing,
  followUps,
  find,
  undo,
  roles,
  upkeep,
  answering,
  help,
]
