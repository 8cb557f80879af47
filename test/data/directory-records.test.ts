import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { readDirectory } from '../../data/directory.ts'
import { writesOfDirectory } from '../../data/directory-records.ts'
import type { RecordKind, RecordOf } from '../../data/records.ts'
import type { Instant } from '../../data/time.ts'

const at = Date.parse('2026-11-20T15:00:00Z') as Instant

function recordsOf(input: unknown) {
  const read = readDirectory(input)
  if (!read.ok) throw new Error(JSON.stringify(read.problems))
  const writes = writesOfDirectory(read.directory, at)
  return <K extends RecordKind>(kind: K) =>
    writes.flatMap((write) => (write.kind === kind && write.after ? [write.after as RecordOf<K>] : []))
}

describe('a directory as records', () => {
  const of = recordsOf({
    organization: 'Ridge CTE',
    note: 'ours',
    timezone: 'America/Denver',
    clusters: [{ name: 'Energy' }],
    schools: [{ name: 'Ridge High', aliases: ['Ridge'], periods: { '3': ['09:40', '10:25'] } }],
    programs: [{ name: 'Welding', school: 'ridge', cluster: 'ENERGY', hours: 300 }],
    partners: [
      { name: 'Acme', people: [{ name: 'Ana Lee', email: 'Ana@Acme.example' }], apart: ['Bolt'] },
      { name: 'Bolt', cluster: 'Mining', people: [{ name: 'Ana Lee' }] },
    ],
    staff: [
      { name: 'Jo Dean', email: 'Jo@Ridge.example', school: 'Ridge', programs: ['Welding', 'Sailing'], role: 'admin' },
      { name: 'Al Kim', role: 'Assistant principal' },
    ],
    calendar: {
      pdDays: ['2026-12-04'],
      daysOff: [{ from: '2026-12-21', to: '2026-12-22', name: 'Snow' }],
      term: 'fall',
    },
    events: [
      {
        id: 'e1',
        event: 'speaker',
        start: '2026-12-10',
        partners: ['bolt', 'Nobody'],
        people: ['ana lee'],
        room: '12',
      },
    ],
    students: [{ name: 'Kid One', school: 'Elsewhere', program: 'Welding' }],
  })

  test('references are ids, found by name or alias in any case', () => {
    expect(of('program')).toEqual([
      {
        id: 'program-000001',
        version: 0,
        name: 'Welding',
        aliases: [],
        school: 'school-000001',
        cluster: 'cluster-000001',
        isActive: true,
        extra: { hours: 300 },
      },
    ])
    expect(of('person').map(({ partner, email }) => [partner, email])).toEqual([
      ['partner-000001', 'ana@acme.example'],
      ['partner-000002', undefined],
    ])
  })

  test('what leads nowhere stays by name', () => {
    expect(of('partner')[1]).toMatchObject({ name: 'Bolt', extra: { cluster: 'Mining' } })
    expect(of('student')[0]).toMatchObject({ program: 'program-000001', extra: { school: 'Elsewhere' } })
    expect(of('staff')[0]).toMatchObject({
      emails: ['jo@ridge.example'],
      programs: ['program-000001'],
      role: 'admin',
      extra: { programs: ['Sailing'] },
    })
    expect(of('staff')[1]).toMatchObject({ role: 'staff', extra: { role: 'Assistant principal' } })
  })

  test('an event keeps its id; a shared name is the person at a partner of the event', () => {
    expect(of('event')[0]).toMatchObject({
      id: 'e1',
      start: '2026-12-10',
      partners: ['partner-000002'],
      people: ['person-000002'],
      room: '12',
      extra: { partners: ['Nobody'] },
    })
  })

  test('calendar and settings', () => {
    expect(of('calendarDay').map(({ type, from, to, name }) => [type, from, to, name])).toEqual([
      ['pd', '2026-12-04', '2026-12-04', 'PD day'],
      ['off', '2026-12-21', '2026-12-22', 'Snow'],
    ])
    expect(of('settings')).toEqual([
      {
        id: 'settings',
        version: 0,
        organization: 'Ridge CTE',
        timezone: 'America/Denver',
        extra: { note: 'ours', calendar: { term: 'fall' } },
      },
    ])
  })

  test('the sample knows Maria Chen at Consolidated Edison, and leaves no reference open', () => {
    const sample = recordsOf(JSON.parse(readFileSync(new URL('../../data/sample.json', import.meta.url), 'utf8')))
    const coned = sample('partner').find(({ aliases }) => aliases.includes('coned'))
    expect(coned?.name).toBe('Consolidated Edison')
    expect(sample('person').find(({ name }) => name === 'Maria Chen')?.partner).toBe(coned?.id)
    const extras = (['program', 'partner', 'staff', 'student', 'event', 'calendarDay'] as const).flatMap((kind) =>
      sample(kind).map(({ extra }) => Object.keys(extra)),
    )
    expect(extras.flat()).toEqual([])
  })
})
