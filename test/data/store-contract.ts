import fc from 'fast-check'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordOf, RecordRef } from '../../data/records.ts'
import type { CommitRefusal, Result, Store, TurnRecord, Write } from '../../data/store.ts'
import { contact, conversation, delivery, minute, partner, person, staff, turn } from './store-samples.ts'

/** One kind of store, empty at the start of each case. */
export type Subject = {
  store: Store
  /** Closes it and opens the same data again. */
  reopen(): Promise<Store>
  end(): Promise<void>
}

const add = <W extends Write>(kind: W['kind'], after: NonNullable<W['after']>): Write =>
  ({ kind, id: after.id, after }) as Write

const refusalOf = (result: Result<TurnRecord, CommitRefusal>): CommitRefusal | undefined =>
  result.ok ? undefined : result.error

/** What every store keeps to, one behaviour a case. */
export function describeStore(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject
    let store: Store
    beforeEach(async () => {
      subject = await open()
      store = subject.store
    })
    afterEach(async () => {
      await subject.end()
    })

    /** Commits and insists. */
    async function keep(given: Parameters<typeof turn>[0]): Promise<TurnRecord> {
      const result = await store.commit(turn(given))
      if (!result.ok) throw new Error(JSON.stringify(result.error))
      return result.value
    }
    const conEd = partner('coned', 'Consolidated Edison')
    const withConEd = async (): Promise<RecordOf<'partner'>> => {
      await keep({ writes: [add('partner', conEd)] })
      return { ...conEd, version: 1 }
    }

    describe('keeps records', () => {
      it('a new record has version 1, each change one more, and a removed one is gone', async () => {
        const made = await keep({ writes: [add('partner', { ...conEd, version: 41 })] })
        expect(made.writes).toEqual([{ kind: 'partner', id: 'coned', after: { ...conEd, version: 1 } }])
        const first = await store.get('partner', 'coned')
        expect(first).toEqual({ ...conEd, version: 1 })
        await keep({
          writes: [
            { kind: 'partner', id: 'coned', before: { ...conEd, version: 1 }, after: { ...conEd, name: 'Con Ed' } },
          ],
        })
        expect(await store.get('partner', 'coned')).toEqual({ ...conEd, name: 'Con Ed', version: 2 })
        await keep({ writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 2 } }] })
        expect(await store.get('partner', 'coned')).toBeUndefined()
        expect(await store.count('partner')).toBe(0)
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
        store = await subject.reopen()
        expect(await store.get('contact', 'c1')).toEqual({ ...given, version: 1 })
      })

      it('an empty list and an absent field are two things', async () => {
        await keep({
          writes: [add('calendarDay', pdDay('d1', '2026-11-03')), add('staff', staff('s1', 'Sam Osei', []))],
        })
        store = await subject.reopen()
        expect(await store.get('calendarDay', 'd1')).toEqual({ ...pdDay('d1', '2026-11-03'), version: 1 })
        expect(await store.get('staff', 's1')).toEqual({ ...staff('s1', 'Sam Osei', []), version: 1 })
      })

      it('what the caller does with its turn afterwards changes nothing', async () => {
        const mine = { ...conEd, aliases: ['coned'] }
        await keep({ writes: [add('partner', mine)] })
        mine.aliases.push('hacked')
        expect((await store.get('partner', 'coned'))?.aliases).toEqual(['coned'])
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
            expect(await store.get('partner', given.id)).toEqual({ ...given, version: 1 })
            expect((await store.find('partner', { where: { name: named } })).map(({ id }) => id)).toContain(given.id)
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
        expect(ids(await store.find('contact', { where: { partner: 'coned' } }))).toEqual(['c1', 'c3', 'c4'])
        expect(ids(await store.find('contact', { where: { by: { in: ['kayla', 'nobody'] } } }))).toEqual(['c2'])
        expect(ids(await store.find('contact', { where: { by: { in: [] } } }))).toEqual([])
        const november = { date: { from: '2026-11-02', to: '2026-11-19' } }
        expect(ids(await store.find('contact', { where: november }))).toEqual(['c1', 'c2', 'c3'])
        expect(ids(await store.find('contact', { where: { date: { from: '2026-11-20' } } }))).toEqual(['c4'])
        expect(ids(await store.find('contact', { where: { at: { to: minute(8) } } }))).toEqual(['c1', 'c2', 'c3'])
        expect(ids(await store.find('followUp', { where: { isDone: false } }))).toEqual(['f1'])
      })

      it('in lists: what holds the value, each record once', async () => {
        expect(ids(await store.find('contact', { where: { people: 'bell' } }))).toEqual(['c1', 'c3'])
        expect(ids(await store.find('contact', { where: { people: { in: ['chen', 'bell'] } } }))).toEqual(['c1', 'c3'])
        expect(await store.count('contact', { where: { people: { in: ['chen', 'bell'] } } })).toBe(2)
      })

      it('all conditions together', async () => {
        const where = { partner: 'coned', people: 'bell', date: { from: '2026-11-10' } }
        expect(ids(await store.find('contact', { where }))).toEqual(['c3'])
        expect(await store.count('contact', { where })).toBe(1)
        expect(await store.count('contact')).toBe(4)
      })

      it('in order by a field and then by id, both in one direction, a page at a time', async () => {
        const newest = { by: 'date', direction: 'descending' } as const
        expect(ids(await store.find('contact', { order: newest }))).toEqual(['c4', 'c3', 'c2', 'c1'])
        expect(ids(await store.find('contact', { order: newest, limit: 2, offset: 1 }))).toEqual(['c3', 'c2'])
        expect(ids(await store.find('contact', { order: { by: 'date', direction: 'ascending' } }))).toEqual([
          'c1',
          'c2',
          'c3',
          'c4',
        ])
        expect(ids(await store.find('contact', { limit: 2 }))).toEqual(['c1', 'c2'])
        expect(ids(await store.find('contact', { offset: 3 }))).toEqual(['c4'])
      })

      it('an absent value comes as the greatest, and meets no condition', async () => {
        expect(ids(await store.find('followUp', { order: { by: 'partner', direction: 'ascending' } }))).toEqual([
          'f1',
          'f2',
        ])
        expect(ids(await store.find('followUp', { order: { by: 'partner', direction: 'descending' } }))).toEqual([
          'f2',
          'f1',
        ])
        expect(ids(await store.find('followUp', { where: { partner: { from: '' } } }))).toEqual(['f1'])
      })

      it('by what a record says now, not by what it said', async () => {
        const before = await store.get('contact', 'c1')
        if (!before) throw new Error('c1 is there')
        await keep({
          writes: [
            { kind: 'contact', id: 'c1', before, after: { ...before, partner: 'turner', people: ['bell', 'fallon'] } },
          ],
        })
        expect(ids(await store.find('contact', { where: { partner: 'coned' } }))).toEqual(['c3', 'c4'])
        expect(ids(await store.find('contact', { where: { partner: 'turner' } }))).toEqual(['c1', 'c2'])
        expect(ids(await store.find('contact', { where: { people: 'chen' } }))).toEqual([])
        expect(ids(await store.find('contact', { where: { people: 'fallon' } }))).toEqual(['c1'])
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
        expect(ids(await store.find('partner', { where, order }))).toEqual(expected)
        expect(ids(await store.find('partner', { where, order, limit: 40, offset: 30 }))).toEqual(
          expected.slice(30, 70),
        )
        expect(await store.count('partner', { where })).toBe(expected.length)
      })
    })

    describe('takes a turn whole or not at all', () => {
      it('an inbound once: the second time it says what the first one did', async () => {
        const first = await keep({ inbound: 'Ev1', writes: [add('partner', conEd)] })
        const again = await store.commit(turn({ inbound: 'Ev1', writes: [add('partner', partner('x', 'Other'))] }))
        expect(refusalOf(again)).toEqual({ kind: 'already-handled', turn: first })
        expect(await store.count('partner')).toBe(1)
        store = await subject.reopen()
        const later = await store.commit(turn({ inbound: 'Ev1', writes: [add('partner', partner('x', 'Other'))] }))
        expect(refusalOf(later)).toEqual({ kind: 'already-handled', turn: first })
      })

      it('the same inbound three times at once: one record', async () => {
        const results = await Promise.all(
          [1, 2, 3].map((n) =>
            store.commit(turn({ inbound: 'Ev2', writes: [add('partner', partner(`p${n}`, 'Con Ed'))] })),
          ),
        )
        expect(results.filter(({ ok }) => ok)).toHaveLength(1)
        expect(results.filter((one) => refusalOf(one)?.kind === 'already-handled')).toHaveLength(2)
        expect(await store.count('partner')).toBe(1)
      })

      it('two change one record at once: one wins, the other is told who', async () => {
        const before = await withConEd()
        const change = (by: string, name: string) =>
          store.commit(turn({ by, writes: [{ kind: 'partner', id: 'coned', before, after: { ...before, name } }] }))
        const [a, b] = await Promise.all([change('maria', 'A'), change('kayla', 'B')])
        const winner = a.ok ? 'maria' : 'kayla'
        expect([a.ok, b.ok].sort()).toEqual([false, true])
        expect(refusalOf(a.ok ? b : a)).toEqual({
          kind: 'changed-since',
          record: { kind: 'partner', id: 'coned' },
          by: winner,
        })
        expect(await store.get('partner', 'coned')).toEqual({ ...before, name: a.ok ? 'A' : 'B', version: 2 })
      })

      it('two make one record at once: one wins', async () => {
        const results = await Promise.all(
          ['maria', 'kayla'].map((by) => store.commit(turn({ by, writes: [add('partner', conEd)] }))),
        )
        expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
        expect(await store.get('partner', 'coned')).toEqual({ ...conEd, version: 1 })
      })

      it('refuses a change to what was removed, and a removal of what was changed', async () => {
        const before = await withConEd()
        await keep({ by: 'kayla', writes: [{ kind: 'partner', id: 'coned', before, after: before }] })
        const removal = await store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] }))
        expect(refusalOf(removal)).toEqual({
          kind: 'changed-since',
          record: { kind: 'partner', id: 'coned' },
          by: 'kayla',
        })
        await keep({ by: 'tyrell', writes: [{ kind: 'partner', id: 'coned', before: { ...before, version: 2 } }] })
        const change = await store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before, after: before }] }))
        expect(refusalOf(change)).toEqual({
          kind: 'changed-since',
          record: { kind: 'partner', id: 'coned' },
          by: 'tyrell',
        })
      })

      it('refuses where a record that it relies on has changed', async () => {
        const before = await withConEd()
        const reliesOn = [{ kind: 'partner', id: 'coned', version: 1 } as const]
        await keep({ reliesOn, writes: [add('contact', contact('c1', { partner: 'coned', date: '2026-12-01' }))] })
        await keep({ by: 'kayla', writes: [{ kind: 'partner', id: 'coned', before, after: before }] })
        const late = await store.commit(turn({ reliesOn, writes: [add('staff', staff('s1', 'Sam', []))] }))
        expect(refusalOf(late)).toEqual({
          kind: 'changed-since',
          record: { kind: 'partner', id: 'coned' },
          by: 'kayla',
        })
        expect(await store.count('staff')).toBe(0)
      })

      it('relies on an absence by version 0', async () => {
        const absent = [{ kind: 'partner', id: 'coned', version: 0 } as const]
        await keep({ reliesOn: absent })
        await withConEd()
        expect(refusalOf(await store.commit(turn({ reliesOn: absent })))?.kind).toBe('changed-since')
      })

      it('guards: of two that rely on one room and touch it, the second is refused', async () => {
        const room = 'room 112 at Aviation, 2026-12-03'
        expect(await store.guard(room)).toBe(0)
        const book = (by: string) =>
          store.commit(turn({ by, reliesOn: [{ guard: room, version: 0 }], touches: [room] }))
        const [a, b] = await Promise.all([book('maria'), book('kayla')])
        expect([a.ok, b.ok].sort()).toEqual([false, true])
        expect(refusalOf(a.ok ? b : a)).toEqual({ kind: 'changed-since', guard: room, by: a.ok ? 'maria' : 'kayla' })
        expect(await store.guard(room)).toBe(1)
        await keep({ reliesOn: [{ guard: room, version: 1 }] })
        expect(await store.guard(room)).toBe(1)
      })

      it('keeps what a conversation waits for, and refuses a turn that read it before', async () => {
        const pending = {
          question: 'contact.which-partner',
          state: { typed: 'mercy', near: ['a', 'b'] },
          expires: minute(60),
        }
        await keep({ state: conversation({ pending }) })
        expect(await store.conversation('slack|dm|maria')).toEqual(conversation({ pending, version: 1 }))
        const [a, b] = await Promise.all([
          store.commit(turn({ state: conversation({ version: 1, at: minute(2) }) })),
          store.commit(turn({ state: conversation({ version: 1, at: minute(2) }) })),
        ])
        expect([a.ok, b.ok].sort()).toEqual([false, true])
        expect(refusalOf(a.ok ? b : a)?.kind).toBe('changed-since')
        expect(await store.conversation('slack|dm|maria')).toEqual(conversation({ version: 2, at: minute(2) }))
        const anew = await store.commit(turn({ state: conversation() }))
        expect(refusalOf(anew)?.kind).toBe('changed-since')
      })

      it('a refused turn leaves nothing: no record, delivery, guard, state or log', async () => {
        const before = await withConEd()
        const refused = turn({
          inbound: 'Ev3',
          writes: [
            add('partner', partner('new', 'New')),
            { kind: 'partner', id: 'coned', before: { ...before, version: 7 }, after: before },
          ],
          touches: ['room'],
          deliveries: [delivery('d1')],
          state: conversation(),
        })
        expect((await store.commit(refused)).ok).toBe(false)
        expect(await store.get('partner', 'new')).toBeUndefined()
        expect(await store.guard('room')).toBe(0)
        expect(await store.conversation('slack|dm|maria')).toBeUndefined()
        expect(await store.delivery('d1')).toBeUndefined()
        expect(await store.turn(refused.id)).toBeUndefined()
        await keep({ inbound: 'Ev3' })
      })

      it('throws on a bug and keeps nothing of it: a delivery id used twice', async () => {
        await keep({ deliveries: [delivery('d1')] })
        await expect(
          store.commit(turn({ deliveries: [delivery('d1')], writes: [add('partner', conEd)] })),
        ).rejects.toThrow()
        expect(await store.count('partner')).toBe(0)
        await keep({ writes: [add('partner', conEd)] })
      })
    })

    describe('holds references', () => {
      it('refuses to remove what another refers to, naming the referrer', async () => {
        const before = await withConEd()
        await keep({ by: 'kayla', writes: [add('contact', contact('c1', { partner: 'coned', date: '2026-12-01' }))] })
        const removal = await store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] }))
        expect(refusalOf(removal)).toEqual({
          kind: 'changed-since',
          record: { kind: 'contact', id: 'c1' },
          by: 'kayla',
        })
        expect(await store.get('partner', 'coned')).toEqual(before)
      })

      it('refuses a reference to what is not there, naming it', async () => {
        const before = await withConEd()
        await keep({ by: 'kayla', writes: [{ kind: 'partner', id: 'coned', before }] })
        const late = await store.commit(turn({ writes: [add('person', person('p1', 'Maria Chen', 'coned'))] }))
        expect(refusalOf(late)).toEqual({
          kind: 'changed-since',
          record: { kind: 'partner', id: 'coned' },
          by: 'kayla',
        })
      })

      it('made and removed together, in any order of the writes', async () => {
        const chen = person('p1', 'Maria Chen', 'coned')
        await keep({ writes: [add('person', chen), add('partner', conEd)] })
        await keep({
          writes: [
            { kind: 'partner', id: 'coned', before: { ...conEd, version: 1 } },
            { kind: 'person', id: 'p1', before: { ...chen, version: 1 } },
          ],
        })
        expect([await store.count('partner'), await store.count('person')]).toEqual([0, 0])
      })

      it('a partner removed while a contact with it is logged: one of the two is refused', async () => {
        const before = await withConEd()
        const [removal, logged] = await Promise.all([
          store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] })),
          store.commit(turn({ writes: [add('contact', contact('c1', { partner: 'coned', date: '2026-12-01' }))] })),
        ])
        expect([removal.ok, logged.ok].sort()).toEqual([false, true])
        expect(await store.count('contact')).toBe(logged.ok ? 1 : 0)
      })
    })

    describe('keeps the log', () => {
      it('newest first, by conversation, person, record and time', async () => {
        const before = await withConEd()
        const a = await keep({ at: minute(1), by: 'kayla', conversation: 'teams|kayla', said: 'called coned' })
        const b = await keep({ at: minute(2), writes: [{ kind: 'partner', id: 'coned', before, after: before }] })
        const c = await keep({ at: minute(3), request: { intent: 'log_contact', slots: { partner: 'Con Edison' } } })
        const idsOf = async (query: Parameters<Store['turns']>[0]) => (await store.turns(query)).map(({ id }) => id)
        expect(await idsOf({ limit: 2 })).toEqual([c.id, b.id])
        expect(await idsOf({ limit: 9, conversation: 'teams|kayla' })).toEqual([a.id])
        expect(await idsOf({ limit: 9, by: 'kayla' })).toEqual([a.id])
        expect(await idsOf({ limit: 1, by: 'maria' })).toEqual([c.id])
        expect((await idsOf({ limit: 9, wrote: { kind: 'partner', id: 'coned' } }))[0]).toBe(b.id)
        expect(await store.turns({ limit: 9, wrote: { kind: 'partner', id: 'coned' } })).toHaveLength(2)
        expect(await idsOf({ limit: 9, since: minute(2), by: 'maria', conversation: 'slack|dm|maria' })).toContain(b.id)
        expect(await idsOf({ limit: 9, conversation: 'teams|kayla', by: 'maria' })).toEqual([])
        expect(await store.turn(c.id)).toEqual(c)
        expect((await store.turn(a.id))?.said).toBe('called coned')
      })

      it('marks what was taken back, refuses to take it back twice, and restores it when that is taken back', async () => {
        const first = await keep({ writes: [add('partner', conEd)] })
        const undo = await keep({
          by: 'kayla',
          undoes: first.id,
          writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 1 } }],
        })
        expect((await store.turn(first.id))?.undoneBy).toBe(undo.id)
        const again = await store.commit(turn({ undoes: first.id }))
        expect(refusalOf(again)).toMatchObject({ kind: 'changed-since', by: 'kayla' })
        await keep({ undoes: undo.id, writes: [add('partner', conEd)] })
        expect((await store.turn(first.id))?.undoneBy).toBeUndefined()
        expect((await store.turn(undo.id))?.undoneBy).toBeDefined()
      })

      it('a turn that changes nothing is kept too, with its deliveries in order', async () => {
        const kept = await keep({ what: 'help', deliveries: [] })
        const sent = ['z', 'a', 'm'].map((id) => delivery(id, { turn: 'T9' }))
        await keep({ id: 'T9', deliveries: sent })
        expect(await store.turn(kept.id)).toEqual(kept)
        expect((await store.deliveries({ turn: 'T9', limit: 9 })).map(({ id }) => id)).toEqual(['z', 'a', 'm'])
        expect((await store.deliveries({ limit: 2 })).map(({ id }) => id)).toEqual(['m', 'a'])
        expect(await store.deliveries({ turn: 'T9', state: 'sent', limit: 9 })).toEqual([])
      })

      it('where a person last spoke, newest first', async () => {
        await keep({ state: conversation({ at: minute(1) }) })
        await keep({ state: conversation({ key: 'teams|maria', at: minute(5) }) })
        await keep({ state: conversation({ key: 'teams|kayla', staff: 'kayla', at: minute(7) }) })
        expect((await store.conversationsOf('maria')).map(({ key }) => key)).toEqual(['teams|maria', 'slack|dm|maria'])
        await keep({ state: conversation({ at: minute(8), version: 1 }) })
        expect((await store.conversationsOf('maria')).map(({ key }) => key)).toEqual(['slack|dm|maria', 'teams|maria'])
      })
    })

    describe('hands out deliveries', () => {
      const take = async (now: number, limit = 9, owner = 'worker-1', until = now + 1) =>
        (await store.lease(minute(now), { owner, until: minute(until) }, limit)).map(({ id }) => id)
      const put = (...deliveries: ReturnType<typeof delivery>[]) => keep({ deliveries })

      it('what is due, the earliest first, and each to one worker', async () => {
        await put(
          delivery('b', { orderKey: 'k1', due: minute(2) }),
          delivery('a', { orderKey: 'k2', due: minute(3) }),
          delivery('c', { orderKey: 'k3', due: minute(1) }),
          delivery('later', { orderKey: 'k4', due: minute(9) }),
        )
        const [one, two] = await Promise.all([take(5, 2, 'worker-1', 8), take(5, 2, 'worker-2', 8)])
        expect([...one, ...two].sort()).toEqual(['a', 'b', 'c'])
        expect(one.length + two.length).toBe(3)
        expect(await take(5)).toEqual([])
        expect(await take(9, 9, 'worker-3')).toContain('later')
      })

      it('urgent ones before all others', async () => {
        await put(
          delivery('post', { orderKey: 'k1', due: minute(1) }),
          delivery('take-down', { orderKey: 'k1', due: minute(4), isUrgent: true }),
          delivery('other', { orderKey: 'k2', due: minute(2) }),
        )
        expect(await take(5, 1)).toEqual(['take-down'])
        expect(await take(5)).toEqual(['other'])
      })

      it('of one order key one after another, in the order of due and then of id', async () => {
        await put(
          delivery('b', { due: minute(2) }),
          delivery('a', { due: minute(2) }),
          delivery('c', { due: minute(1) }),
        )
        for (const expected of ['c', 'a', 'b']) {
          expect(await take(5)).toEqual([expected])
          expect(await take(5)).toEqual([])
          const sent = { address: delivery('x').to, message: `ts-${expected}` }
          expect(await store.settle(expected, 'worker-1', { state: 'sent', sent })).toBe(true)
        }
        expect(await take(5)).toEqual([])
        expect(await store.nextDue()).toBeUndefined()
      })

      it('a postponed one keeps its place: what comes after it waits', async () => {
        await put(delivery('first', { due: minute(1) }), delivery('second', { due: minute(2) }))
        expect(await take(3)).toEqual(['first'])
        await store.settle('first', 'worker-1', { state: 'due', due: minute(7), reason: '429' })
        expect(await store.delivery('first')).toMatchObject({
          state: 'due',
          due: minute(7),
          attempts: 1,
          reason: '429',
        })
        expect((await store.delivery('first'))?.lease).toBeUndefined()
        expect(await take(6)).toEqual([])
        expect(await store.nextDue()).toBe(minute(7))
        expect(await take(7)).toEqual(['first'])
        await store.settle('first', 'worker-1', { state: 'failed', reason: 'no such channel' })
        expect(await take(7)).toEqual(['second'])
      })

      it('says when the next is due, leases counted', async () => {
        expect(await store.nextDue()).toBeUndefined()
        await put(delivery('a', { due: minute(4) }), delivery('b', { due: minute(6) }))
        expect(await store.nextDue()).toBe(minute(4))
        expect(await take(4, 9, 'worker-1', 9)).toEqual(['a'])
        expect(await store.nextDue()).toBe(minute(9))
      })

      it('a lease that ran out is taken over, in doubt, and its first holder cannot settle it', async () => {
        await put(delivery('a', { due: minute(1) }))
        expect(await take(1, 9, 'dead', 3)).toEqual(['a'])
        expect(await take(2, 9, 'alive', 9)).toEqual([])
        const [taken] = await store.lease(minute(3), { owner: 'alive', until: minute(9) }, 9)
        expect(taken).toMatchObject({
          id: 'a',
          attempts: 2,
          isInDoubt: true,
          lease: { owner: 'alive', until: minute(9) },
        })
        expect(await store.settle('a', 'dead', { state: 'dropped', reason: 'late' })).toBe(false)
        expect(await store.settle('a', 'alive', { state: 'due', due: minute(10), reason: 'looked: missing' })).toBe(
          true,
        )
        const [again] = await store.lease(minute(10), { owner: 'alive', until: minute(12) }, 9)
        expect(again).toMatchObject({ attempts: 3 })
        expect(again?.isInDoubt).toBeUndefined()
      })

      it('a place rests as long as is asked for, and other places do not', async () => {
        await put(
          delivery('a', { orderKey: 'k1', due: minute(1) }),
          delivery('b', { orderKey: 'k1', due: minute(2) }),
          delivery('c', { orderKey: 'k2', due: minute(3) }),
        )
        expect(await take(2)).toEqual(['a'])
        const sent = { address: delivery('x').to, message: 'ts-a' }
        expect(await store.settle('a', 'worker-1', { state: 'sent', sent, restUntil: minute(6) })).toBe(true)
        expect((await store.delivery('a'))?.sent).toEqual(sent)
        expect(await store.nextDue()).toBe(minute(3))
        expect(await take(5)).toEqual(['c'])
        await store.settle('c', 'worker-1', { state: 'failed', reason: 'no such channel' })
        expect(await store.nextDue()).toBe(minute(6))
        expect(await take(5)).toEqual([])
        expect(await take(6)).toEqual(['b'])
      })

      it('one that its turn leased is this process’s own until then', async () => {
        await put(delivery('reply', { lease: { owner: 'me', until: minute(5) } }))
        expect(await store.delivery('reply')).toMatchObject({ attempts: 1, lease: { owner: 'me' } })
        expect(await take(4, 9, 'other')).toEqual([])
        const sent = { address: delivery('x').to, message: 'ts-1', url: 'https://example.org/1' }
        expect(await store.settle('reply', 'me', { state: 'sent', sent })).toBe(true)
        expect(await store.settle('reply', 'me', { state: 'sent', sent })).toBe(false)
        store = await subject.reopen()
        const kept = await store.delivery('reply')
        expect(kept).toMatchObject({ state: 'sent', sent })
        expect(kept?.lease).toBeUndefined()
      })

      it('lists what went wrong', async () => {
        await put(
          delivery('a', { orderKey: 'k1' }),
          delivery('b', { orderKey: 'k2' }),
          delivery('c', { orderKey: 'k3' }),
        )
        expect(await take(5)).toHaveLength(3)
        await store.settle('a', 'worker-1', { state: 'uncertain', reason: 'no answer' })
        await store.settle('b', 'worker-1', { state: 'failed', reason: 'no such channel' })
        expect((await store.deliveries({ state: 'uncertain', limit: 9 })).map(({ id }) => id)).toEqual(['a'])
        expect(await store.deliveries({ state: 'failed', limit: 9 })).toMatchObject([
          { id: 'b', reason: 'no such channel' },
        ])
        expect(await store.deliveries({ state: 'due', limit: 9 })).toHaveLength(1)
      })

      it('leases and outcomes outlast a restart', async () => {
        await put(
          delivery('a', { orderKey: 'k1' }),
          delivery('b', { orderKey: 'k2', guard: { name: 'consent', args: { s: '1' } } }),
        )
        expect(await take(5, 9, 'me', 8)).toEqual(['a', 'b'])
        await store.settle('a', 'me', { state: 'dropped', reason: 'consent withdrawn' })
        store = await subject.reopen()
        expect(await store.nextDue()).toBe(minute(8))
        expect(await store.delivery('b')).toMatchObject({ attempts: 1, guard: { name: 'consent', args: { s: '1' } } })
        expect(await store.delivery('a')).toMatchObject({ state: 'dropped', reason: 'consent withdrawn' })
      })
    })

    it('removes a name from records, notes, questions, cards and the log, for good', async () => {
      await withConEd()
      await keep({
        said: 'met MARIA  CHEN, and Chenoweth',
        request: { slots: { people: ['Maria Chen'] } },
        writes: [
          add('person', person('maria-chen', 'Maria Chen', 'coned')),
          add('contact', contact('c1', { partner: 'coned', date: '2026-12-01', note: 'coffee w/ maria chen (chen!)' })),
        ],
        deliveries: [delivery('d1', { content: { kind: 'post', card: { summary: 'Maria Chen', parts: [] } } })],
        state: conversation({ pending: { question: 'q', state: { who: 'Maria Chen' }, expires: minute(9) } }),
      })
      // The note twice and the person's own record, all three again in the log's writes; said, frame, card, question.
      expect(await store.redact(['Maria Chen', 'Chen'], 'a former contact')).toBe(10)
      store = await subject.reopen()
      expect(await store.get('contact', 'c1')).toMatchObject({
        note: 'coffee w/ a former contact (a former contact!)',
        version: 2,
      })
      expect(await store.get('person', 'maria-chen')).toMatchObject({ name: 'a former contact', partner: 'coned' })
      expect((await store.turns({ limit: 1 }))[0]).toMatchObject({
        said: 'met a former contact, and Chenoweth',
        request: { slots: { people: ['a former contact'] } },
      })
      const everything = JSON.stringify([await store.turns({ limit: 9 }), await store.deliveries({ limit: 9 })])
      expect(everything.toLowerCase()).not.toContain('maria chen')
      expect(JSON.stringify(await store.conversation('slack|dm|maria'))).toContain('a former contact')
      expect((await store.find('person', { where: { name: 'a former contact' } })).map(({ id }) => id)).toEqual([
        'maria-chen',
      ])
    })

    it('tells who watches of changed records, until it is stopped', async () => {
      const seen: RecordRef[] = []
      const told = (length: number) => expect.poll(() => seen.length, { timeout: 5_000 }).toBe(length)
      const stop = store.watch(['partner', 'person'], (refs) => void seen.push(...refs))
      await keep({ writes: [add('partner', conEd), add('staff', staff('s1', 'Sam', []))] })
      await told(1)
      await keep({ writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 1 } }] })
      await told(2)
      stop()
      await keep({ writes: [add('partner', conEd)] })
      expect(seen).toEqual([
        { kind: 'partner', id: 'coned' },
        { kind: 'partner', id: 'coned' },
      ])
    })

    it('can be written, and says so', async () => {
      expect(await store.check()).toEqual({ ok: true, value: true })
    })

    it('takes a hundred turns at once, each of them whole', async () => {
      await withConEd()
      const results = await Promise.all(
        Array.from({ length: 100 }, (_, n) =>
          store.commit(
            turn({
              conversation: `c${n}`,
              writes: [add('contact', contact(`c${n}`, { partner: 'coned', date: '2026-12-01' }))],
              deliveries: [delivery(`d${n}`, { orderKey: `k${n}` })],
            }),
          ),
        ),
      )
      expect(results.every(({ ok }) => ok)).toBe(true)
      store = await subject.reopen()
      expect(await store.count('contact', { where: { partner: 'coned' } })).toBe(100)
      expect(await store.deliveries({ state: 'due', limit: 200 })).toHaveLength(100)
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
