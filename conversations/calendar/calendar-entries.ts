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

/**
 * What a guest is told of as entries, without other guests: an event, a whole series, or of that the one time that has
 * changed (`occurrence`, by the day on which its rule has it). Who is asked to one time alone has it as an event of its own,
 * which stays the same event when the whole series moves.
 */
export async function entriesForGuest(
  { time }: Pick<RecordOf<'invitation'>, 'time'>,
  event: RecordOf<'event'>,
  reads: GetsRecords,
  { occurrence, isForGuest = true }: { occurrence?: LocalDate | undefined; isForGuest?: boolean } = {},
): Promise<IcsEntry[]> {
  const all = await entriesOf(event, reads, { isForGuest })
  const date = time === undefined ? occurrence : ruleDays(event)[time]
  const [whole] = all
  if (!whole?.repeats || !date) return all
  const { repeats: _, end: __, ...rest } = whole
  const times = timesIn(event.moved?.find(({ from }) => from === date) ?? timesOn(date, event))
  const isCalledOff = event.isCancelled || event.skips.includes(date)
  return time === undefined
    ? [{ ...rest, ...times, replaces: timesOn(date, event).start }]
    : [{ ...rest, ...times, uid: uidOf(`${event.id}-${time}`), isCancelled: isCalledOff }]
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
