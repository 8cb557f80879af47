import type { TurnRecord } from '../../data/store.ts'
import { requestOf } from '../corrections.ts'

/** The event that a turn planned or changed. */
export function eventIdOf(turn: TurnRecord | undefined): string | undefined {
  const { amends } = requestOf(turn)?.frame.extra ?? {}
  if (typeof amends === 'string') return amends
  return turn?.writes.find((write) => write.kind === 'event' && write.after !== undefined)?.id
}
