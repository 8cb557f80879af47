import { answering } from './answering.ts'
import { calendar } from './calendar/calendar.ts'
import { contact } from './contact.ts'
import type { Conversation } from './conversation.ts'
import { find } from './find/find.ts'
import { followUps } from './follow-ups.ts'
import { help } from './help.ts'
import { roles } from './roles.ts'
import { undo } from './undo.ts'
import { upkeep } from './upkeep.ts'

/** Every conversation, a line each. */
export const conversations: readonly Conversation[] = [
  contact,
  calendar,
  followUps,
  find,
  undo,
  roles,
  upkeep,
  answering,
  help,
]
