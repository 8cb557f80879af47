import { CALENDAR_EXPORTERS } from './export-calendar.ts'
import { eventEntry, exportDirectory } from './export-directory.ts'
import { type ExportNames, entryOf, readExportNames } from './export-names.ts'
import { SPOTLIGHT_EXPORTERS } from './export-spotlights.ts'
import type { Reads } from './store.ts'
import { localMomentAt, type Zone } from './time.ts'

/** How one kind of record is read outside of Liaison: names, not ids; local times; the contract's slots. */
export type Exporter = {
  /** The list's name in the export. */
  list: string
  read: (reads: Reads, names: ExportNames, zone: Zone) => Promise<object[]>
}

/** What is exported beside the directory's own kinds, a line each. */
export const EXPORTERS: readonly Exporter[] = [
  { list: 'contacts', read: exportContacts },
  { list: 'followUps', read: exportFollowUps },
  { list: 'aliases', read: exportAliases },
  { list: 'events', read: exportEvents },
  ...CALENDAR_EXPORTERS,
  ...SPOTLIGHT_EXPORTERS,
]

/** Every record as one object, a list a kind. What was undone is no record any more, and so not in it. */
export async function exportAll(reads: Reads, zone: Zone): Promise<Record<string, unknown>> {
  const names = await readExportNames(reads)
  const lists: [string, object[]][] = []
  for (const { list, read } of EXPORTERS) lists.push([list, await read(reads, names, zone)])
  return { ...(await exportDirectory(reads, names)), ...Object.fromEntries(lists) }
}

async function exportContacts(reads: Reads, names: ExportNames, zone: Zone): Promise<object[]> {
  const followUps = new Map((await reads.find('followUp')).map(({ id, date }) => [id, date]))
  const contacts = await reads.find('contact', { order: { by: 'date', direction: 'ascending' } })
  return contacts.map((contact) =>
    entryOf({
      partner: names.one(contact.partner),
      people: names.many(contact.people),
      method: contact.method,
      date: contact.date,
      offers: contact.offers,
      followUp: contact.followUp && followUps.get(contact.followUp),
      note: contact.note,
      by: names.one(contact.by),
      at: localMomentAt(contact.at, zone),
    }),
  )
}

async function exportFollowUps(reads: Reads, names: ExportNames): Promise<object[]> {
  const followUps = await reads.find('followUp', { order: { by: 'date', direction: 'ascending' } })
  return followUps.map((followUp) =>
    entryOf({
      partner: names.one(followUp.partner),
      people: names.many(followUp.people),
      date: followUp.date,
      owner: names.one(followUp.owner),
      done: followUp.isDone,
      note: followUp.note,
    }),
  )
}

async function exportAliases(reads: Reads, names: ExportNames, zone: Zone): Promise<object[]> {
  return (await reads.find('alias')).map(({ typed, partner, by, at }) =>
    entryOf({ typed, partner: names.one(partner), by: names.one(by), at: localMomentAt(at, zone) }),
  )
}

async function exportEvents(reads: Reads, names: ExportNames): Promise<object[]> {
  const events = await reads.find('event', { order: { by: 'start', direction: 'ascending' } })
  return events.map((event) => eventEntry(event, names))
}
