import type { Request, Situation } from '../conversation.ts'
import { understand } from '../understanding/understand.ts'
import { eventIdOf } from './event-of-turn.ts'

const PRONOUN = /\b(it|that|this|this one|that one)\b/i

/**
 * "push it back half an hour": where the words name no event, "it" is the one that was just planned or changed here. Read
 * again as if that were the only one, so that its own hours are moved.
 */
export function aboutIt(request: Request, situation: Situation): Request {
  const { frame, said } = request
  const isOpen = frame.problems.some((problem) => problem === 'ambiguous_event' || problem === 'unknown_event')
  if (!isOpen || frame.slots.target || request.answers || !PRONOUN.test(said)) return request
  const { knowledge, local, speaker } = situation
  const last = eventIdOf(situation.last)
  const event = knowledge.events.find(({ id }) => id === last)
  if (!event) return request
  const { names, calendar, periodsOf } = knowledge
  const [read] = understand(
    said,
    { names, calendar, periodsOf, events: [event] },
    { now: local, speaker: { name: speaker.name, ...(speaker.school ? { school: speaker.school } : {}) } },
  ).frames
  return read.intent === frame.intent && read.slots.target === event.id ? { ...request, frame: read } : request
}
