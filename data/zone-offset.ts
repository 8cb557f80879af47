import { Temporal } from 'temporal-polyfill'
import type { Instant, Zone } from './time.ts'

/** Stretches of time in which a zone keeps one offset, as far as they were asked for: looking one up is slow. */
const stretches = new Map<Zone, { from: number; to: number; offset: number }[]>()

/** Milliseconds that the clock on the wall is ahead of UTC. */
export function offsetAt(instant: Instant, zone: Zone): number {
  const known = stretches.get(zone) ?? []
  const around = known.find(({ from, to }) => from <= instant && instant < to)
  if (around) return around.offset
  const there = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone)
  // A change at this very instant is its beginning too.
  const since = there.add({ milliseconds: 1 }).getTimeZoneTransition('previous')
  const until = there.getTimeZoneTransition('next')
  const offset = Math.floor(there.offsetNanoseconds / 1_000_000)
  const from = since?.epochMilliseconds ?? Number.NEGATIVE_INFINITY
  stretches.set(zone, [...known, { from, to: until?.epochMilliseconds ?? Number.POSITIVE_INFINITY, offset }])
  return offset
}
