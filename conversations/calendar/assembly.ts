import type { Outcome, Situation } from '../conversation.ts'
import { frameOf } from '../understanding/frame.ts'
import { scheduleEvent } from './plan.ts'

/** [Assembly]: all classes of the clusters concerned come together. */
export async function makeAssembly(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const frame = frameOf('schedule_event', { extra: { amends: args.id ?? '', assembly: true } })
  return scheduleEvent({ frame, said: '', accepts: [], aliases: [], overrules: [] }, situation)
}
