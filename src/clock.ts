import { type Instant, instantOf, parseLocalMoment, type Zone } from '../data/time.ts'

/** A clock; `set` is absent where time passes by itself. */
export type Clock = { now: () => Instant; set?: (now: Instant) => void }

/** The clock on the wall. */
export const runningClock = (): Clock => ({ now: () => Date.now() as Instant })

/** A clock that stands still until it is set. */
export function standingClock(start: Instant): Clock {
  let now = start
  return {
    now: () => now,
    set: (to) => {
      now = to
    },
  }
}

/** The instant of an ISO time with its offset, or without one in the organization's zone; undefined where it is neither. */
export function readInstant(text: string, zone: Zone): Instant | undefined {
  if (/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d+)?)?(Z|[+-]\d{2}:?\d{2})$/i.test(text)) {
    const instant = Date.parse(text)
    return Number.isNaN(instant) ? undefined : (instant as Instant)
  }
  const local = parseLocalMoment(text)
  const found = local && instantOf(local, zone)
  return found && 'instant' in found ? found.instant : undefined
}
