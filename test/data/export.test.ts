import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../data/directory.ts'
import { writeOf, writesOfDirectory } from '../../data/directory-records.ts'
import { exportAll } from '../../data/export.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Write } from '../../data/store.ts'
import type { Instant, LocalDate, Zone } from '../../data/time.ts'

const at = Date.parse('2026-11-20T15:15:00Z') as Instant
const zone = 'America/New_York' as Zone

async function storeOf(input: unknown, more: Write[] = []) {
  const read = readDirectory(input)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const store = openMemoryStore()
  const writes = [...writesOfDirectory(read.directory, at), ...more]
  const base = { conversation: 'test', at, what: 'import', reliesOn: [], touches: [], deliveries: [] }
  const result = await store.commit({ ...base, id: 't1', inbound: 'i1', writes })
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return store
}

describe('export', () => {
  test('a directory comes back as it went in', async () => {
    const sample = JSON.parse(readFileSync(new URL('../../data/sample.json', import.meta.url), 'utf8'))
    const { contacts, followUps, aliases, events, rsvps, attendance, learning, ...exported } = await exportAll(
      await storeOf(sample),
      zone,
    )
    const { events: planned, ...directory } = sample
    expect(Object.fromEntries(Object.keys(directory).map((key) => [key, exported[key]]))).toEqual(directory)
    expect([contacts, followUps, aliases, rsvps, attendance, learning]).toEqual([[], [], [], [], [], []])
    expect(events).toEqual(
      planned
        .toSorted((a: { start: string }, b: { start: string }) => (a.start < b.start ? -1 : 1))
        .map((event: object) => ({
          people: [],
          clusters: [],
          programs: [],
          skips: [],
          cancelled: false,
          ...event,
        })),
    )
  })

  test('what led nowhere, and what the program does not know, comes back too', async () => {
    const directory = {
      note: 'ours',
      timezone: 'America/Denver',
      partners: [{ name: 'Bolt', aliases: [], cluster: 'Mining', people: [], tier: 2 }],
      staff: [{ name: 'Al Kim', role: 'Assistant principal', programs: ['Sailing'] }],
      calendar: { pdDays: [], holidays: [], examDays: [], daysOff: [], term: 'fall' },
    }
    expect(await exportAll(await storeOf(directory), zone)).toMatchObject(directory)
  })

  test('contacts and follow-ups in the contract’s slots: names, local times', async () => {
    const store = await storeOf(
      {
        partners: [{ name: 'Consolidated Edison', people: [{ name: 'Maria Chen' }] }],
        staff: [{ name: 'Nadia Ferris' }],
      },
      [
        writeOf('followUp', {
          id: 'f1',
          version: 0,
          partner: 'partner-000001',
          people: ['person-000001'],
          date: '2026-12-04' as LocalDate,
          owner: 'staff-000001',
          isDone: false,
          contact: 'c1',
          at,
        }),
        writeOf('contact', {
          id: 'c1',
          version: 0,
          partner: 'partner-000001',
          people: ['person-000001'],
          method: 'meeting',
          date: '2026-11-19' as LocalDate,
          offers: [{ kind: 'internship', count: 2 }],
          followUp: 'f1',
          note: 'had coffee w/ maria',
          by: 'staff-000001',
          at,
        }),
      ],
    )
    const { contacts, followUps } = await exportAll(store, zone)
    expect(contacts).toEqual([
      {
        partner: 'Consolidated Edison',
        people: ['Maria Chen'],
        method: 'meeting',
        date: '2026-11-19',
        offers: [{ kind: 'internship', count: 2 }],
        followUp: '2026-12-04',
        note: 'had coffee w/ maria',
        by: 'Nadia Ferris',
        at: '2026-11-20T10:15',
      },
    ])
    expect(followUps).toEqual([
      {
        partner: 'Consolidated Edison',
        people: ['Maria Chen'],
        date: '2026-12-04',
        owner: 'Nadia Ferris',
        done: false,
      },
    ])
  })
})
