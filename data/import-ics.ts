import { numberedId } from './directory-entry.ts'
import { writeOf } from './directory-records.ts'
import { readIcsDays } from './ics-days.ts'
import type { Import } from './import.ts'
import type { Change } from './import-plan.ts'
import type { Reads } from './store.ts'

/** Plans the days of a calendar file over those that are there: new ones are added, none is taken out. */
export async function planIcs(reads: Reads, bytes: Uint8Array): Promise<Import> {
  const { days, problems, notes } = readIcsDays(bytes)
  const change: Change = { list: 'calendar', added: [], changed: [], gone: [] }
  const plan: Import = { writes: [], changes: [change], problems, ...(notes.length > 0 ? { notes } : {}) }
  const known = await reads.find('calendarDay')
  const covered = new Set(known.map(({ type, from, to }) => `${type} ${from} ${to}`))
  let greatest = known.reduce((most, { id }) => Math.max(most, Number(/-(\d+)$/.exec(id)?.[1] ?? 0)), 0)
  for (const day of days) {
    const key = `${day.type} ${day.from} ${day.to}`
    if (covered.has(key)) continue
    covered.add(key)
    greatest += 1
    plan.writes.push(writeOf('calendarDay', { ...day, id: numberedId('calendarDay', greatest), version: 0, extra: {} }))
    change.added.push(`${day.from === day.to ? day.from : `${day.from} to ${day.to}`} ${day.name}`)
  }
  return plan
}
