import fc from 'fast-check'
import { beforeEach, describe, expect, it } from 'vitest'
import type { RecordOf } from '../../data/records.ts'
import { contact, minute, partner, staff } from './store-samples.ts'
import { add, conEd, type Stage } from './store-stage.ts'

/** What is kept, and how it is found. */
export function recordCases(stage: Stage): void {
  const { keep, withConEd } = stage

  describe('keeps records', () => {
    it('a new record has version 1, each change one more, and a removed one is gone', async () => {
      const made = await keep({ writes: [add('partner', { ...conEd, version: 41 })] })
      expect(made.writes).toEqual([{ kind: 'partner', id: 'coned', after: { ...conEd, version: 1 } }])
      const first = await stage.store.get('partner', 'coned')
      expect(first).toEqual({ ...conEd, version: 1 })
      await keep({
        writes: [
          { kind: 'partner', id: 'coned', before: { ...conEd, version: 1 }, after: { ...conEd, name: 'Con Ed' } },
        ],
      })
      expect(await stage.store.get('partner', 'coned')).toEqual({ ...conEd, name: 'Con Ed', version: 2 })
      await keep({ writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 2 } }] })
      expect(await stage.store.get('partner', 'coned')).toBeUndefined()
      expect(await stage.store.count('partner')).toBe(0)
    })

    it('every kind of value as it was given', async () => {
      await withConEd()
      const given = contact('c1', {
        partner: 'coned',
        date: '2026-12-01',
        people: ['p1', 'p2'],
        offers: [{ kind: 'internship', count: 2 }, { kind: 'job' }],
        method: 'call',
        note: 'tab\there "quoted" \\ \u202E 💼 <!channel> $1 \u0007 naïve',
        at: 1_796_140_800_123 as RecordOf<'contact'>['at'],
      })
      await keep({ writes: [add('contact', given)] })
      await stage.reopen()
      expect(await stage.store.get('contact', 'c1')).toEqual({ ...given, version: 1 })
    })

    it('an empty list and an absent field are two things', async () => {
      await keep({
        writes: [add('calendarDay', pdDay('d1', '2026-11-03')), add('staff', staff('s1', 'Sam Osei', []))],
      })
      await stage.reopen()
      expect(await stage.store.get('calendarDay', 'd1')).toEqual({ ...pdDay('d1', '2026-11-03'), version: 1 })
      expect(await stage.store.get('staff', 's1')).toEqual({ ...staff('s1', 'Sam Osei', []), version: 1 })
    })

    it('what the caller does with its turn afterwards changes nothing', async () => {
      const mine = { ...conEd, aliases: ['coned'] }
      await keep({ writes: [add('partner', mine)] })
      mine.aliases.push('hacked')
      expect((await stage.store.get('partner', 'coned'))?.aliases).toEqual(['coned'])
    })

    it('any text, any extra', async () => {
      // U+0000 and lone surrogates are no text in PostgreSQL: its own tests say what becomes of them.
      const text = fc.string({ unit: 'grapheme', maxLength: 60 }).map((one) => one.replaceAll('\u0000', ''))
      const extra = fc.dictionary(text, fc.oneof(text, fc.integer(), fc.boolean(), fc.array(text, { maxLength: 3 })))
      let runs = 0
      await fc.assert(
        fc.asyncProperty(text, fc.array(text, { maxLength: 4 }), extra, async (named, aliases, more) => {
          runs += 1
          const given = { ...partner(`p${runs}`, named), aliases, extra: JSON.parse(JSON.stringify(more)) }
          await keep({ writes: [add('partner', given)] })
          expect(await stage.store.get('partner', given.id)).toEqual({ ...given, version: 1 })
          expect((await stage.store.find('partner', { where: { name: named } })).map(({ id }) => id)).toContain(
            given.id,
          )
        }),
        { numRuns: 25 },
      )
    })
  })

  describe('finds', () => {
    const ids = (records: readonly { id: string }[]): string[] => records.map(({ id }) => id)
    beforeEach(async () => {
      await keep({
        writes: [
          add('partner', conEd),
          add('partner', partner('turner', 'Turner Construction')),
          add('contact', contact('c1', { partner: 'coned', date: '2026-11-02', people: ['chen', 'bell'] })),
          add('contact', contact('c2', { partner: 'turner', date: '2026-11-19', by: 'kayla' })),
          add('contact', contact('c3', { partner: 'coned', date: '2026-11-19', people: ['bell'] })),
          add('contact', contact('c4', { partner: 'coned', date: '2026-12-01', at: minute(9) })),
          add('followUp', followUp('f1', '2026-12-04', false, 'coned')),
          add('followUp', followUp('f2', '2026-12-01', true)),
        ],
      })
    })

    it('by equality, one of several, and a range whose ends are in it', async () => {
      expect(ids(await stage.store.find('contact', { where: { partner: 'coned' } }))).toEqual(['c1', 'c3', 'c4'])
      expect(ids(await stage.store.find('contact', { where: { by: { in: ['kayla', 'nobody'] } } }))).toEqual(['c2'])
      expect(ids(await stage.store.find('contact', { where: { by: { in: [] } } }))).toEqual([])
      const november = { date: { from: '2026-11-02', to: '2026-11-19' } }
      expect(ids(await stage.store.find('contact', { where: november }))).toEqual(['c1', 'c2', 'c3'])
      expect(ids(await stage.store.find('contact', { where: { date: { from: '2026-11-20' } } }))).toEqual(['c4'])
      expect(ids(await stage.store.find('contact', { where: { at: { to: minute(8) } } }))).toEqual(['c1', 'c2', 'c3'])
      expect(ids(await stage.store.find('followUp', { where: { isDone: false } }))).toEqual(['f1'])
    })

    it('in lists: what holds the value, each record once', async () => {
      expect(ids(await stage.store.find('contact', { where: { people: 'bell' } }))).toEqual(['c1', 'c3'])
      expect(ids(await stage.store.find('contact', { where: { people: { in: ['chen', 'bell'] } } }))).toEqual([
        'c1',
        'c3',
      ])
      expect(await stage.store.count('contact', { where: { people: { in: ['chen', 'bell'] } } })).toBe(2)
    })

    it('all conditions together', async () => {
      const where = { partner: 'coned', people: 'bell', date: { from: '2026-11-10' } }
      expect(ids(await stage.store.find('contact', { where }))).toEqual(['c3'])
      expect(await stage.store.count('contact', { where })).toBe(1)
      expect(await stage.store.count('contact')).toBe(4)
    })

    it('in order by a field and then by id, both in one direction, a page at a time', async () => {
      const newest = { by: 'date', direction: 'descending' } as const
      expect(ids(await stage.store.find('contact', { order: newest }))).toEqual(['c4', 'c3', 'c2', 'c1'])
      expect(ids(await stage.store.find('contact', { order: newest, limit: 2, offset: 1 }))).toEqual(['c3', 'c2'])
      expect(ids(await stage.store.find('contact', { order: { by: 'date', direction: 'ascending' } }))).toEqual([
        'c1',
        'c2',
        'c3',
        'c4',
      ])
      expect(ids(await stage.store.find('contact', { limit: 2 }))).toEqual(['c1', 'c2'])
      expect(ids(await stage.store.find('contact', { offset: 3 }))).toEqual(['c4'])
    })

    it('an absent value comes as the greatest, and meets no condition', async () => {
      expect(ids(await stage.store.find('followUp', { order: { by: 'partner', direction: 'ascending' } }))).toEqual([
        'f1',
        'f2',
      ])
      expect(ids(await stage.store.find('followUp', { order: { by: 'partner', direction: 'descending' } }))).toEqual([
        'f2',
        'f1',
      ])
      expect(ids(await stage.store.find('followUp', { where: { partner: { from: '' } } }))).toEqual(['f1'])
    })

    it('by what a record says now, not by what it said', async () => {
      const before = await stage.store.get('contact', 'c1')
      if (!before) throw new Error('c1 is there')
      await keep({
        writes: [
          { kind: 'contact', id: 'c1', before, after: { ...before, partner: 'turner', people: ['bell', 'fallon'] } },
        ],
      })
      expect(ids(await stage.store.find('contact', { where: { partner: 'coned' } }))).toEqual(['c3', 'c4'])
      expect(ids(await stage.store.find('contact', { where: { partner: 'turner' } }))).toEqual(['c1', 'c2'])
      expect(ids(await stage.store.find('contact', { where: { people: 'chen' } }))).toEqual([])
      expect(ids(await stage.store.find('contact', { where: { people: 'fallon' } }))).toEqual(['c1'])
    })

    it('the same through an index, in any order and page, as by looking at every record', async () => {
      const names = ['Ada', 'Bo', 'Cy']
      const made = Array.from({ length: 600 }, (_, at) => ({
        ...partner(`q${String(at).padStart(3, '0')}`, `${names[at % 3]} ${at % 7}`),
        isActive: at % 5 !== 0,
      }))
      await keep({ writes: made.map((one) => add('partner', one)) })
      const all = [...made.map(({ id, name, isActive }) => ({ id, name, isActive }))]
      const where = { isActive: true, name: { from: 'Ada', to: 'Bo 9' } }
      const expected = all
        .filter((one) => one.isActive && one.name >= 'Ada' && one.name <= 'Bo 9')
        .sort((a, b) => (a.name < b.name || (a.name === b.name && a.id < b.id) ? 1 : -1))
        .map(({ id }) => id)
      const order = { by: 'name', direction: 'descending' } as const
      expect(ids(await stage.store.find('partner', { where, order }))).toEqual(expected)
      expect(ids(await stage.store.find('partner', { where, order, limit: 40, offset: 30 }))).toEqual(
        expected.slice(30, 70),
      )
      expect(await stage.store.count('partner', { where })).toBe(expected.length)
    })
  })
}

const pdDay = (id: string, date: string): RecordOf<'calendarDay'> => ({
  id,
  version: 0,
  type: 'pd',
  from: date as RecordOf<'calendarDay'>['from'],
  to: date as RecordOf<'calendarDay'>['to'],
  name: 'Election Day',
  extra: { note: 'remote' },
})

const followUp = (id: string, date: string, isDone: boolean, at?: string): RecordOf<'followUp'> => ({
  id,
  version: 0,
  ...(at === undefined ? {} : { partner: at }),
  people: [],
  date: date as RecordOf<'followUp'>['date'],
  owner: 'maria',
  isDone,
  at: minute(1),
})
