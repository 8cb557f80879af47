import type { TurnRecord } from '../../data/store.ts'
import { requestOf } from '../corrections.ts'

/** The event that a turn planned or changed, or to which it took an answer. */
export function eventIdOf(turn: TurnRecord | undefined): string | undefined {
  const { intent, extra, slots } = requestOf(turn)?.frame ?? {}
  if (typeof extra?.amends === 'string') return extra.amends
  if (intent === 'record_rsvp' && slots?.target) return slots.target
  return turn?.writes.find((write) => write.kind === 'event' && write.after !== undefined)?.id
}
