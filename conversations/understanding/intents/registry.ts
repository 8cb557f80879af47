import { ask } from './ask.ts'
import { cancelEvent } from './cancel-event.ts'
import { correct } from './correct.ts'
import { draftSpotlight } from './draft-spotlight.ts'
import { completeFollowUp, setFollowUp } from './follow-ups.ts'
import type { IntentReader } from './intent.ts'
import { logContact } from './log-contact.ts'
import { moveEvent } from './move-event.ts'
import { recordConsent } from './record-consent.ts'
import { recordRsvp } from './record-rsvp.ts'
import { scheduleEvent } from './schedule-event.ts'
import { help, undo } from './small-talk.ts'

/** Every intent that a message may have. Of two that weigh the same, the earlier one wins. */
export const INTENTS: readonly IntentReader[] = [
  recordConsent,
  draftSpotlight,
  cancelEvent,
  moveEvent,
  recordRsvp,
  completeFollowUp,
  logContact,
  setFollowUp,
  scheduleEvent,
  ask,
  correct,
  undo,
  help,
]
