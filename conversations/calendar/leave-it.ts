import type { Outcome } from '../conversation.ts'
import { sentence } from '../notices.ts'

/** The way out of a question about an event that stands. */
export const LEAVE_LABEL = 'Leave it as it is'
/** "leave it", "no, leave it as it is". */
export const LEAVE =
  /^\W*(?:no\b\W*)?(?:leave|keep) (?:it|them|that)(?: all)?(?: (?:as it is|as they are|alone|be))?\W*$/i

/** Nothing is changed, and the question is closed. */
export const left = (): Outcome => ({ what: 'none', replies: [{ card: sentence('It stays as it is.') }] })
