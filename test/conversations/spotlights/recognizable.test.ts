import { beforeAll, describe, expect, it } from 'vitest'
import { withheldOf } from '../../../conversations/spotlights/recognizable.ts'
import { openMemoryStore } from '../../../data/lowdb/store.ts'
import type { Write } from '../../../data/store.ts'
import type { Instant } from '../../../data/time.ts'

const store = openMemoryStore()
const student = (id: string, school: string, program: string, grade?: number): Write => ({
  kind: 'student',
  id,
  after: {
    id,
    version: 0,
    name: `Student ${id}`,
    school,
    program,
    isActive: true,
    extra: grade === undefined ? {} : { grade },
  },
})
const named = (id: string) => ({ id, version: 0, name: id, aliases: [], isActive: true, extra: {} })
const schoolNamed = (id: string): Write => ({ kind: 'school', id, after: named(id) })
const programNamed = (id: string): Write => ({ kind: 'program', id, after: named(id) })
const several = (count: number, prefix: string, school: string, program: string, grade?: number): Write[] =>
  Array.from({ length: count }, (_, n) => student(`${prefix}${n}`, school, program, grade))

beforeAll(async () => {
  const kept = await store.commit({
    id: 'seed',
    inbound: 'seed',
    conversation: 'seed',
    at: 0 as Instant,
    what: 'import',
    writes: [
      ...['large', 'little-known'].map(schoolNamed),
      ...['baking', 'welding', 'film'].map(programNamed),
      ...several(5, 'a', 'large', 'baking', 12),
      ...several(4, 'b', 'large', 'welding', 12),
      ...several(4, 'c', 'large', 'baking', 11),
      ...several(2, 'd', 'little-known', 'film'),
    ],
    reliesOn: [],
    touches: [],
    deliveries: [],
  })
  if (!kept.ok) throw new Error('The students were refused.')
})

describe('what a story without a name leaves out', () => {
  const cases: [string, { school?: string; program?: string; grade?: number }, string[]][] = [
    ['nothing that five share', { school: 'large', program: 'baking', grade: 12 }, []],
    ['a program of four', { school: 'large', program: 'welding', grade: 12 }, ['program']],
    ['a grade of four', { school: 'large', program: 'baking', grade: 11 }, ['grade']],
    ['a grade of none', { school: 'large', program: 'baking', grade: 9 }, ['grade']],
    [
      'a program of few, not a grade of which nothing is known',
      { school: 'little-known', program: 'film', grade: 11 },
      ['program'],
    ],
    ['a program without a school', { program: 'film' }, ['program']],
    ['nothing where nothing is told', { school: 'little-known' }, []],
  ]
  for (const [what, story, expected] of cases) {
    it(what, async () => {
      expect(await withheldOf(story, store)).toEqual(expected)
    })
  }
})
