import { type IcsEntry, uidOf } from '../../data/ics-write.ts'
import { ruleDays, timesOn } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { readRule, ruleText } from '../../data/recurrence.ts'
import type { LocalDate } from '../../data/time.ts'
import { eventHeading } from './event-card.ts'
import { type GetsRecords, namesOfEvent } from './event-names.ts'
import type { Times } from './event-times.ts'
import { roomName } from './rooms.ts'

/**
 * An event as calendar entries: itself, and of a series each time that was moved, in place of the one that its rule has.
 * `isForGuest`: it names no other guest.
 */
export async function entriesOf(
  event: RecordOf<'event'>,
  reads: GetsRecords,
  { isForGuest = false } = {},
): Promise<IcsEntry[]> {
  const all = await namesOfEvent(event, reads)
  const names = isForGuest ? { ...all, partners: [] } : all
  const location = [names.school?.name, event.room && roomName(event.room), names.school?.address]
  const base = {
    uid: uidOf(event.id),
    sequence: event.sequence,
    summary: eventHeading(event, names),
    ...(location.some(Boolean) ? { location: location.filter(Boolean).join(', ') } : {}),
    isCancelled: event.isCancelled,
    stamp: event.movedAt ?? event.at,
  }
  const whole = event.repeats ? seriesTimes(event, event.repeats) : timesIn(event)
  if (!whole) return []
  return [{ ...base, ...whole }, ...movedTimes(event).map((times) => ({ ...base, ...times }))]
}

/** One time of a series as an entry of its own, by the day on which its rule has it: also one that is called off. */
export async function entryOf(
  event: RecordOf<'event'>,
  date: LocalDate,
  reads: GetsRecords,
  options: { isForGuest?: boolean } = {},
): Promise<IcsEntry | undefined> {
  const [whole] = await entriesOf(event, reads, options)
  if (!whole || !event.repeats) return whole
  const { repeats: _, end: __, ...rest } = whole
  const times = event.moved?.find(({ from }) => from === date) ?? timesOn(date, event)
  return { ...rest, ...timesIn(times), replaces: timesOn(date, event).start }
}

const timesIn = ({ start, end }: Times): Times => ({ start, ...(end ? { end } : {}) })

/** The rule with as many times as the agenda has of it: readers who expand it find the same, also where it has no end. */
function seriesTimes(
  event: RecordOf<'event'>,
  repeats: string,
): Pick<IcsEntry, 'start' | 'end' | 'repeats'> | undefined {
  const days = ruleDays(event)
  const [first] = days
  const rule = readRule(repeats)
  if (!first || !rule.ok) return undefined
  const { UNTIL: _, ...endless } = rule.value
  const skips = event.skips.filter((date) => days.includes(date)).map((date) => timesOn(date, event).start)
  return {
    ...timesOn(first, event),
    repeats: { rule: ruleText({ ...endless, COUNT: String(days.length) }), skips },
  }
}

function movedTimes(event: RecordOf<'event'>): Pick<IcsEntry, 'start' | 'end' | 'replaces'>[] {
  const days = event.repeats ? ruleDays(event) : []
  return (event.moved ?? [])
    .filter(({ from }) => days.includes(from) && !event.skips.includes(from))
    .map((times) => ({ ...timesIn(times), replaces: timesOn(times.from, event).start }))
}
