import type { Outcome, Request, Situation } from '../conversation.ts'
import type { Frame } from '../understanding/frame.ts'
import { eventIdOf } from './event-of-turn.ts'
import { moveEvent } from './move.ts'
import { gone, scheduleEvent } from './plan.ts'

/** "no, the 19th", "make it 30 people": what was just planned, with these slots changed and no others. */
export async function amendEvent(request: Request, changes: Frame, situation: Situation): Promise<Outcome> {
  const amends = eventIdOf(situation.last)
  if (!amends) return gone()
  const frame: Frame = { ...changes, intent: 'schedule_event', extra: { ...changes.extra, amends } }
  const said = situation.inbound.what.kind === 'said' ? situation.inbound.what.text : ''
  return scheduleEvent({ ...request, frame, said }, situation)
}

/** "no, the 19th" after a move is where it moves to; anything else is said of the event. */
export async function amendMove(request: Request, changes: Frame, situation: Situation): Promise<Outcome> {
  const { start: _, end: __, ...others } = changes.slots
  if (Object.keys(others).length > 0) return amendEvent(request, changes, situation)
  return moveEvent(request, situation)
}
