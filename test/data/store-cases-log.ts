import { describe, expect, it } from 'vitest'
import type { Store } from '../../data/store.ts'
import { conversation, delivery, minute, staff, turn } from './store-samples.ts'
import { add, conEd, refusalOf, type Stage } from './store-stage.ts'

/** The log of turns, and where people last spoke. */
export function logCases(stage: Stage): void {
  const { keep, withConEd } = stage

  describe('keeps the log', () => {
    it('newest first, by conversation, person, record and time', async () => {
      const before = await withConEd()
      const a = await keep({ at: minute(1), by: 'kayla', conversation: 'teams|kayla', said: 'called coned' })
      const b = await keep({ at: minute(2), writes: [{ kind: 'partner', id: 'coned', before, after: before }] })
      const c = await keep({ at: minute(3), request: { intent: 'log_contact', slots: { partner: 'Con Edison' } } })
      const idsOf = async (query: Parameters<Store['turns']>[0]) => (await stage.store.turns(query)).map(({ id }) => id)
      expect(await idsOf({ limit: 2 })).toEqual([c.id, b.id])
      expect(await idsOf({ limit: 9, conversation: 'teams|kayla' })).toEqual([a.id])
      expect(await idsOf({ limit: 9, by: 'kayla' })).toEqual([a.id])
      expect(await idsOf({ limit: 1, by: 'maria' })).toEqual([c.id])
      expect((await idsOf({ limit: 9, wrote: { kind: 'partner', id: 'coned' } }))[0]).toBe(b.id)
      expect(await stage.store.turns({ limit: 9, wrote: { kind: 'partner', id: 'coned' } })).toHaveLength(2)
      expect(await idsOf({ limit: 9, since: minute(2), by: 'maria', conversation: 'slack|dm|maria' })).toContain(b.id)
      expect(await idsOf({ limit: 9, conversation: 'teams|kayla', by: 'maria' })).toEqual([])
      expect(await stage.store.turn(c.id)).toEqual(c)
      expect((await stage.store.turn(a.id))?.said).toBe('called coned')
    })

    it('marks what was taken back, refuses to take it back twice, and restores it when that is taken back', async () => {
      const first = await keep({ writes: [add('partner', conEd)] })
      const undo = await keep({
        by: 'kayla',
        undoes: first.id,
        writes: [{ kind: 'partner', id: 'coned', before: { ...conEd, version: 1 } }],
      })
      expect((await stage.store.turn(first.id))?.undoneBy).toBe(undo.id)
      const again = await stage.store.commit(turn({ undoes: first.id }))
      expect(refusalOf(again)).toMatchObject({ kind: 'changed-since', by: 'kayla' })
      await keep({ undoes: undo.id, writes: [add('partner', conEd)] })
      expect((await stage.store.turn(first.id))?.undoneBy).toBeUndefined()
      expect((await stage.store.turn(undo.id))?.undoneBy).toBeDefined()
    })

    it('a turn that changes nothing is kept too, with its deliveries in order', async () => {
      const kept = await keep({ what: 'help', deliveries: [] })
      const sent = ['z', 'a', 'm'].map((id) => delivery(id, { turn: 'T9' }))
      await keep({ id: 'T9', deliveries: sent })
      expect(await stage.store.turn(kept.id)).toEqual(kept)
      expect((await stage.store.deliveries({ turn: 'T9', limit: 9 })).map(({ id }) => id)).toEqual(['z', 'a', 'm'])
      expect((await stage.store.deliveries({ limit: 2 })).map(({ id }) => id)).toEqual(['m', 'a'])
      expect(await stage.store.deliveries({ turn: 'T9', state: 'sent', limit: 9 })).toEqual([])
    })

    it('what a message goes on from, in one look', async () => {
      const account = (id: string) => ({ ...staff(id, id, []), identities: ['slack:T1:U1', `teams::${id}`] })
      await keep({ by: 'x', conversation: 'x', writes: [add('staff', account('kayla')), add('staff', account('jo'))] })
      const [jo] = await stage.store.find('staff', { where: { name: 'jo' } })
      const ask = (identity: string, key = 'dm', recentSince = minute(10)) =>
        stage.store.standing({ who: { identity }, conversation: key, recentSince })
      expect(await ask('slack:T1:U1')).toEqual({ staff: jo, recent: [] })
      expect(await ask('slack:T1:nobody')).toEqual({ recent: [] })

      const say = (at: number, given: Parameters<typeof keep>[0]) =>
        keep({ by: 'jo', conversation: 'dm', at: minute(at), ...given })
      await say(9, { said: 'too early' })
      const logged = await say(11, { said: 'called coned', writes: [add('partner', conEd)] })
      const idle = await say(12, { what: 'help', said: 'help', state: conversation({ key: 'dm', staff: 'jo' }) })
      await say(13, {
        writes: [
          {
            kind: 'staff',
            id: 'jo',
            before: { ...account('jo'), version: 1 },
            after: { ...account('jo'), role: 'admin' },
          },
        ],
      })
      const [newJo] = await stage.store.find('staff', { where: { name: 'jo' } })
      const state = await stage.store.conversation('dm')
      expect(await ask('slack:T1:U1')).toEqual({
        staff: newJo,
        conversation: state,
        last: logged,
        recent: [
          { turn: idle.id, what: 'help', said: 'help' },
          { turn: logged.id, what: 'log_contact', said: 'called coned' },
        ],
      })

      const there = conversation({ key: 'channel', staff: 'jo' })
      const undo = {
        undoes: logged.id,
        writes: [{ kind: 'partner' as const, id: 'coned', before: { ...conEd, version: 1 } }],
      }
      const undone = await say(14, { ...undo, conversation: 'channel', state: there })
      expect(await stage.store.standing({ who: { id: 'jo' }, conversation: 'dm', recentSince: minute(13) })).toEqual({
        staff: newJo,
        conversation: state,
        elsewhere: { ...there, version: 1 },
        recent: [],
      })
      // What took something back is nothing to go on from, nor is what is further back than 20 turns.
      expect(await ask('slack:T1:U1', 'channel')).not.toHaveProperty('last')
      await say(15, { undoes: undone.id, writes: [add('partner', conEd)] })
      expect((await ask('teams::jo')).last?.id).toBe(logged.id)
      for (let n = 0; n < 20; n += 1) await say(16, { what: 'help' })
      expect(await ask('slack:T1:U1')).toEqual({ staff: newJo, conversation: state, recent: [] })
    })

    it('where a person last spoke, newest first', async () => {
      await keep({ state: conversation({ at: minute(1) }) })
      await keep({ state: conversation({ key: 'teams|maria', at: minute(5) }) })
      await keep({ state: conversation({ key: 'teams|kayla', staff: 'kayla', at: minute(7) }) })
      expect((await stage.store.conversationsOf('maria')).map(({ key }) => key)).toEqual([
        'teams|maria',
        'slack|dm|maria',
      ])
      await keep({ state: conversation({ at: minute(8), version: 1 }) })
      expect((await stage.store.conversationsOf('maria')).map(({ key }) => key)).toEqual([
        'slack|dm|maria',
        'teams|maria',
      ])
    })
  })
}
