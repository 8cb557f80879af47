import type { Directory } from './directory.ts'
import { calendarRecords, type EventContext, eventRecord } from './directory-calendar.ts'
import { numberedId } from './directory-entry.ts'
import { SETTINGS_ID, settingsRecord, writeOf } from './directory-records.ts'
import type { Change, Lookups } from './import-plan.ts'
import type { RecordOf } from './records.ts'
import type { Reads, Write } from './store.ts'
import type { Instant } from './time.ts'

/** `people`: those whom the same file adds. */
export type CalendarContext = {
  has: (key: string) => boolean
  lookups: Lookups
  people: readonly RecordOf<'person'>[]
  at: Instant
}
export type CalendarPlan = { writes: Write[]; changes: Change[] }

/**
 * What a directory says of the organization, its calendar and its events. Days that are gone from the calendar are taken
 * out. Events that Liaison has already are left alone: they are changed in chat, where those who were invited are told.
 */
export async function planCalendar(
  reads: Reads,
  directory: Directory,
  { has, lookups, people, at }: CalendarContext,
): Promise<CalendarPlan> {
  const plan: CalendarPlan = { writes: [], changes: [] }
  await planSettings(reads, directory, has, plan)
  if (has('calendar')) await planDays(reads, directory, lookups, plan)
  if (has('events'))
    await planEvents(reads, directory, { ...lookups, persons: [...(await reads.find('person')), ...people], at }, plan)
  return plan
}

async function planSettings(
  reads: Reads,
  directory: Directory,
  has: (key: string) => boolean,
  plan: CalendarPlan,
): Promise<void> {
  const incoming = settingsRecord(directory)
  const before = await reads.get('settings', SETTINGS_ID)
  const after = before && {
    ...before,
    ...(has('organization') && { organization: incoming.organization }),
    ...(has('timezone') && { timezone: incoming.timezone }),
    extra: { ...before.extra, ...incoming.extra },
  }
  if (before && after && JSON.stringify(before) === JSON.stringify(after)) return
  plan.writes.push(
    before && after ? { kind: 'settings', id: SETTINGS_ID, before, after } : writeOf('settings', incoming),
  )
  plan.changes.push({ list: 'organization', added: [], changed: [(after ?? incoming).organization], gone: [] })
}

async function planDays(reads: Reads, { calendar }: Directory, lookups: Lookups, plan: CalendarPlan): Promise<void> {
  const nameOf = ({ from, to, name }: RecordOf<'calendarDay'>): string =>
    from === to ? `${from} ${name}` : `${from} to ${to} ${name}`
  const keyOf = ({ id: _, version: __, ...day }: RecordOf<'calendarDay'>): string => JSON.stringify(day)
  const kept = new Map((await reads.find('calendarDay')).map((day) => [keyOf(day), day]))
  const ids = [...kept.values()].map(({ id }) => Number(/-(\d+)$/.exec(id)?.[1] ?? 0))
  let greatest = ids.reduce((most, id) => Math.max(most, id), 0)
  const change: Change = { list: 'calendar', added: [], changed: [], gone: [] }
  for (const day of calendarRecords(calendar, lookups.school)) {
    if (kept.delete(keyOf(day))) continue
    greatest += 1
    plan.writes.push(writeOf('calendarDay', { ...day, id: numberedId('calendarDay', greatest) }))
    change.added.push(nameOf(day))
  }
  for (const before of kept.values()) {
    plan.writes.push({ kind: 'calendarDay', id: before.id, before })
    change.gone.push(nameOf(before))
  }
  plan.changes.push(change)
}

async function planEvents(
  reads: Reads,
  directory: Directory,
  context: EventContext,
  plan: CalendarPlan,
): Promise<void> {
  const change: Change = { list: 'events', added: [], changed: [], gone: [] }
  for (const entry of directory.events) {
    if (await reads.get('event', entry.id)) continue
    plan.writes.push(writeOf('event', eventRecord(entry, context)))
    change.added.push(`${entry.event}, ${entry.start}`)
  }
  plan.changes.push(change)
}

/** Whether a plan's change changes anything. */
export const isChange = ({ added, changed, gone }: Change): boolean => added.length + changed.length + gone.length > 0
