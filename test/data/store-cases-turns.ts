import { describe, expect, it } from 'vitest'
import { contact, conversation, delivery, minute, partner, person, staff, turn } from './store-samples.ts'
import { add, conEd, refusalOf, type Stage } from './store-stage.ts'

/** A turn is taken whole or not at all, and references hold. */
export function turnCases(stage: Stage): void {
  const { keep, withConEd } = stage

  describe('takes a turn whole or not at all', () => {
    it('an inbound once: the second time it says what the first one did', async () => {
      const first = await keep({ inbound: 'Ev1', writes: [add('partner', conEd)] })
      const again = await stage.store.commit(turn({ inbound: 'Ev1', writes: [add('partner', partner('x', 'Other'))] }))
      expect(refusalOf(again)).toEqual({ kind: 'already-handled', turn: first })
      expect(await stage.store.count('partner')).toBe(1)
      await stage.reopen()
      const later = await stage.store.commit(turn({ inbound: 'Ev1', writes: [add('partner', partner('x', 'Other'))] }))
      expect(refusalOf(later)).toEqual({ kind: 'already-handled', turn: first })
    })

    it('the same inbound three times at once: one record', async () => {
      const results = await Promise.all(
        [1, 2, 3].map((n) =>
          stage.store.commit(turn({ inbound: 'Ev2', writes: [add('partner', partner(`p${n}`, 'Con Ed'))] })),
        ),
      )
      expect(results.filter(({ ok }) => ok)).toHaveLength(1)
      expect(results.filter((one) => refusalOf(one)?.kind === 'already-handled')).toHaveLength(2)
      expect(await stage.store.count('partner')).toBe(1)
    })

    it('two change one record at once: one wins, the other is told who', async () => {
      const before = await withConEd()
      const change = (by: string, name: string) =>
        stage.store.commit(turn({ by, writes: [{ kind: 'partner', id: 'coned', before, after: { ...before, name } }] }))
      const [a, b] = await Promise.all([change('maria', 'A'), change('kayla', 'B')])
      const winner = a.ok ? 'maria' : 'kayla'
      expect([a.ok, b.ok].sort()).toEqual([false, true])
      expect(refusalOf(a.ok ? b : a)).toEqual({
        kind: 'changed-since',
        record: { kind: 'partner', id: 'coned' },
        by: winner,
      })
      expect(await stage.store.get('partner', 'coned')).toEqual({ ...before, name: a.ok ? 'A' : 'B', version: 2 })
    })

    it('two make one record at once: one wins', async () => {
      const results = await Promise.all(
        ['maria', 'kayla'].map((by) => stage.store.commit(turn({ by, writes: [add('partner', conEd)] }))),
      )
      expect(results.map(({ ok }) => ok).sort()).toEqual([false, true])
      expect(await stage.store.get('partner', 'coned')).toEqual({ ...conEd, version: 1 })
    })

    it('refuses a change to what was removed, and a removal of what was changed', async () => {
      const before = await withConEd()
      await keep({ by: 'kayla', writes: [{ kind: 'partner', id: 'coned', before, after: before }] })
      const removal = await stage.store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] }))
      expect(refusalOf(removal)).toEqual({
        kind: 'changed-since',
        record: { kind: 'partner', id: 'coned' },
        by: 'kayla',
      })
      await keep({ by: 'tyrell', writes: [{ kind: 'partner', id: 'coned', before: { ...before, version: 2 } }] })
      const change = await stage.store.commit(
        turn({ writes: [{ kind: 'partner', id: 'coned', before, after: before }] }),
      )
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
      const late = await stage.store.commit(turn({ reliesOn, writes: [add('staff', staff('s1', 'Sam', []))] }))
      expect(refusalOf(late)).toEqual({
        kind: 'changed-since',
        record: { kind: 'partner', id: 'coned' },
        by: 'kayla',
      })
      expect(await stage.store.count('staff')).toBe(0)
    })

    it('relies on an absence by version 0', async () => {
      const absent = [{ kind: 'partner', id: 'coned', version: 0 } as const]
      await keep({ reliesOn: absent })
      await withConEd()
      expect(refusalOf(await stage.store.commit(turn({ reliesOn: absent })))?.kind).toBe('changed-since')
    })

    it('guards: of two that rely on one room and touch it, the second is refused', async () => {
      const room = 'room 112 at Aviation, 2026-12-03'
      expect(await stage.store.guard(room)).toBe(0)
      const book = (by: string) =>
        stage.store.commit(turn({ by, reliesOn: [{ guard: room, version: 0 }], touches: [room] }))
      const [a, b] = await Promise.all([book('maria'), book('kayla')])
      expect([a.ok, b.ok].sort()).toEqual([false, true])
      expect(refusalOf(a.ok ? b : a)).toEqual({ kind: 'changed-since', guard: room, by: a.ok ? 'maria' : 'kayla' })
      expect(await stage.store.guard(room)).toBe(1)
      await keep({ reliesOn: [{ guard: room, version: 1 }] })
      expect(await stage.store.guard(room)).toBe(1)
    })

    it('keeps what a conversation waits for, and refuses a turn that read it before', async () => {
      const pending = {
        question: 'contact.which-partner',
        state: { typed: 'mercy', near: ['a', 'b'] },
        expires: minute(60),
      }
      await keep({ state: conversation({ pending }) })
      expect(await stage.store.conversation('slack|dm|maria')).toEqual(conversation({ pending, version: 1 }))
      const [a, b] = await Promise.all([
        stage.store.commit(turn({ state: conversation({ version: 1, at: minute(2) }) })),
        stage.store.commit(turn({ state: conversation({ version: 1, at: minute(2) }) })),
      ])
      expect([a.ok, b.ok].sort()).toEqual([false, true])
      expect(refusalOf(a.ok ? b : a)?.kind).toBe('changed-since')
      expect(await stage.store.conversation('slack|dm|maria')).toEqual(conversation({ version: 2, at: minute(2) }))
      const anew = await stage.store.commit(turn({ state: conversation() }))
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
      expect((await stage.store.commit(refused)).ok).toBe(false)
      expect(await stage.store.get('partner', 'new')).toBeUndefined()
      expect(await stage.store.guard('room')).toBe(0)
      expect(await stage.store.conversation('slack|dm|maria')).toBeUndefined()
      expect(await stage.store.delivery('d1')).toBeUndefined()
      expect(await stage.store.turn(refused.id)).toBeUndefined()
      await keep({ inbound: 'Ev3' })
    })

    it('throws on a bug and keeps nothing of it: a delivery id used twice', async () => {
      await keep({ deliveries: [delivery('d1')] })
      await expect(
        stage.store.commit(turn({ deliveries: [delivery('d1')], writes: [add('partner', conEd)] })),
      ).rejects.toThrow()
      expect(await stage.store.count('partner')).toBe(0)
      await keep({ writes: [add('partner', conEd)] })
    })
  })

  describe('holds references', () => {
    it('refuses to remove what another refers to, naming the referrer', async () => {
      const before = await withConEd()
      await keep({ by: 'kayla', writes: [add('contact', contact('c1', { partner: 'coned', date: '2026-12-01' }))] })
      const removal = await stage.store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] }))
      expect(refusalOf(removal)).toEqual({
        kind: 'changed-since',
        record: { kind: 'contact', id: 'c1' },
        by: 'kayla',
      })
      expect(await stage.store.get('partner', 'coned')).toEqual(before)
    })

    it('refuses a reference to what is not there, naming it', async () => {
      const before = await withConEd()
      await keep({ by: 'kayla', writes: [{ kind: 'partner', id: 'coned', before }] })
      const late = await stage.store.commit(turn({ writes: [add('person', person('p1', 'Maria Chen', 'coned'))] }))
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
      expect([await stage.store.count('partner'), await stage.store.count('person')]).toEqual([0, 0])
    })

    it('a partner removed while a contact with it is logged: one of the two is refused', async () => {
      const before = await withConEd()
      const [removal, logged] = await Promise.all([
        stage.store.commit(turn({ writes: [{ kind: 'partner', id: 'coned', before }] })),
        stage.store.commit(turn({ writes: [add('contact', contact('c1', { partner: 'coned', date: '2026-12-01' }))] })),
      ])
      expect([removal.ok, logged.ok].sort()).toEqual([false, true])
      expect(await stage.store.count('contact')).toBe(logged.ok ? 1 : 0)
    })
  })
}
