import { type IcsEntry, uidOf } from '../../data/ics-write.ts'
import { occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { eventHeading } from './event-card.ts'
import { type GetsRecords, namesOfEvent } from './event-names.ts'
import { roomName } from './rooms.ts'

/**
 * An event as calendar entries: one for each time it takes place, cancelled ones said to be so. `isForGuest`: it names no
 * other guest.
 */
export async function entriesOf(
  event: RecordOf<'event'>,
  reads: GetsRecords,
  { isForGuest = false } = {},
): Promise<IcsEntry[]> {
  const all = await namesOfEvent(event, reads)
  const names = isForGuest ? { ...all, partners: [] } : all
  const location = [names.school?.name, event.room && roomName(event.room), names.school?.address]
  return occurrencesOf({ ...event, isCancelled: false }).map((occurrence) => ({
    uid: uidOf(occurrence),
    sequence: event.sequence,
    start: occurrence.start,
    ...(occurrence.end ? { end: occurrence.end } : {}),
    summary: eventHeading(event, names),
    ...(location.some(Boolean) ? { location: location.filter(Boolean).join(', ') } : {}),
    isCancelled: event.isCancelled,
    stamp: event.movedAt ?? event.at,
  }))
}
