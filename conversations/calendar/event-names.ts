import type { RecordKind, RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import { EVENT_KINDS, type Slots } from '../understanding/frame.ts'

export type GetsRecords = Pick<Reads, 'get'>

/** The records behind an event's ids; those that are gone are left out. */
export type EventNames = {
  school?: RecordOf<'school'>
  partners: RecordOf<'partner'>[]
  people: RecordOf<'person'>[]
  clusters: RecordOf<'cluster'>[]
  programs: RecordOf<'program'>[]
  /** Programs for which places are kept. */
  shares: RecordOf<'program'>[]
}

export async function namesOfEvent(event: RecordOf<'event'>, reads: GetsRecords): Promise<EventNames> {
  const all = async <K extends RecordKind>(kind: K, ids: readonly string[]): Promise<RecordOf<K>[]> => {
    const records = await Promise.all(ids.map((id) => reads.get(kind, id)))
    return records.flatMap((record) => (record ? [record] : []))
  }
  const school = event.school ? await reads.get('school', event.school) : undefined
  return {
    ...(school ? { school } : {}),
    partners: await all('partner', event.partners),
    people: await all('person', event.people),
    clusters: await all('cluster', event.clusters),
    programs: await all('program', event.programs),
    shares: await all(
      'program',
      (event.shares ?? []).map(({ program }) => program),
    ),
  }
}

/** The slots of `schedule_event` that an event stands for, by names. */
export function slotsOfEvent(event: RecordOf<'event'>, names: EventNames): Slots {
  const kind = EVENT_KINDS.find((known) => known === event.event)
  const people = [...names.people.map(({ name }) => name), ...(event.otherPeople ?? [])]
  const list = (slot: keyof Slots, values: readonly { name: string }[]): Slots =>
    values.length > 0 ? { [slot]: values.map(({ name }) => name) } : {}
  return {
    ...(kind ? { event: kind } : {}),
    start: event.start,
    ...(event.end ? { end: event.end } : {}),
    ...(event.repeats ? { repeats: event.repeats } : {}),
    ...(names.school ? { school: names.school.name } : {}),
    ...list('partners', names.partners),
    ...(people.length > 0 ? { people } : {}),
    ...list('clusters', names.clusters),
    ...list('programs', names.programs),
    ...(event.room ? { room: event.room } : {}),
    ...(event.period ? { period: event.period } : {}),
    ...(event.headcount !== undefined ? { headcount: event.headcount } : {}),
  }
}
