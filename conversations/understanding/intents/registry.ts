import { ask } from './ask.ts'
import { cancelEvent } from './cancel-event.ts'
import { correct } from './correct.ts'
import { draftSpotlight } from './draft-spotlight.ts'
import { completeFollowUp, setFollowUp } from './follow-ups.ts'
import type { IntentReader } from './intent.ts'
import { logContact } from './log-contact.ts'
import { moveEvent } from './move-event.ts'
import { askSeats, pinSeats, recordAttendance, sendInvitations, setTableSize } from './product/gathering.ts'
import { askAliases, askApprovals, askNever, askOwner, askUndelivered, calendarLink } from './product/lists.ts'
import { askRoles, setRole } from './product/roles.ts'
import { editSpotlight, recordPlacement, takeDown } from './product/stories.ts'
import { recordConsent } from './record-consent.ts'
import { recordRsvp } from './record-rsvp.ts'
import { scheduleEvent } from './schedule-event.ts'
import { help, noise, undo } from './small-talk.ts'

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
  noise,
]

/**
 * What the product understands beyond the contract. Their words are so plain that they win wherever they are believed
 * and weigh more; each is documented in ARCHITECTURE.md.
 */
export const PRODUCT_INTENTS: readonly IntentReader[] = [
  takeDown,
  editSpotlight,
  recordPlacement,
  askApprovals,
  setRole,
  askRoles,
  pinSeats,
  askSeats,
  setTableSize,
  recordAttendance,
  sendInvitations,
  calendarLink,
  askOwner,
  askNever,
  askUndelivered,
  askAliases,
]
