import type { RecordOf } from '../../data/records.ts'
import type { Moment, Request } from '../conversation.ts'
import { frameOf } from '../understanding/frame.ts'
import { namesOfEvent, slotsOfEvent } from './event-names.ts'

/** An event as a request, so that a correction that follows is about it. */
export async function requestFor(event: RecordOf<'event'>, { reads }: Moment): Promise<Request> {
  const slots = slotsOfEvent(event, await namesOfEvent(event, reads))
  const frame = frameOf('schedule_event', { slots, extra: { amends: event.id } })
  return { frame, said: '', accepts: [], aliases: [], overrules: [] }
}
