import type { Outcome } from './conversation.ts'
import { sentence } from './notices.ts'

/** One sentence beside what is there, and nothing recorded; the question that was open stays open. */
export const say = (text: string): Outcome => ({
  what: 'none',
  replies: [{ card: sentence(text), replaces: false }],
  pending: 'keep',
})
