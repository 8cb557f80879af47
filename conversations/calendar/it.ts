import type { Request, Situation } from '../conversation.ts'
import { believed, type Frame } from '../understanding/frame.ts'
import type { ScheduledEvent } from '../understanding/knowledge.ts'
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
  const event = lastEvent(situation)
  if (!event) return request
  const read = readAmong(said, [event], situation)
  return read.intent === frame.intent && read.slots.target === event.id ? { ...request, frame: read } : request
}

/** The event that was just planned, changed or spoken of here, as sentences are read by. */
export function lastEvent({ knowledge, last }: Situation): ScheduledEvent | undefined {
  const id = eventIdOf(last)
  return knowledge.events.find((event) => event.id === id)
}

/** A text as it surely reads where these events are all there are. */
export function readAmong(text: string, events: readonly ScheduledEvent[], situation: Situation): Frame {
  const { names, calendar, periodsOf } = situation.knowledge
  const { name, school } = situation.speaker
  const speaker = { name, ...(school ? { school } : {}) }
  return believed(understand(text, { names, calendar, periodsOf, events }, { now: situation.local, speaker }).frames[0])
}
