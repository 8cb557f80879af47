import { describe, expect, it } from 'vitest'
import { delivery, minute } from './store-samples.ts'
import type { Stage } from './store-stage.ts'

/** What waits to be sent, and who sends it. */
export function deliveryCases(stage: Stage): void {
  const { keep } = stage

  describe('hands out deliveries', () => {
    const take = async (now: number, limit = 9, owner = 'worker-1', until = now + 1) =>
      (await stage.store.lease(minute(now), { owner, until: minute(until) }, limit)).map(({ id }) => id)
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
      await put(delivery('b', { due: minute(2) }), delivery('a', { due: minute(2) }), delivery('c', { due: minute(1) }))
      for (const expected of ['c', 'a', 'b']) {
        expect(await take(5)).toEqual([expected])
        expect(await take(5)).toEqual([])
        const sent = { address: delivery('x').to, message: `ts-${expected}` }
        expect(await stage.store.settle(expected, 'worker-1', { state: 'sent', sent })).toBe(true)
      }
      expect(await take(5)).toEqual([])
      expect(await stage.store.nextDue()).toBeUndefined()
    })

    it('a postponed one keeps its place: what comes after it waits', async () => {
      await put(delivery('first', { due: minute(1) }), delivery('second', { due: minute(2) }))
      expect(await take(3)).toEqual(['first'])
      await stage.store.settle('first', 'worker-1', { state: 'due', due: minute(7), reason: '429' })
      expect(await stage.store.delivery('first')).toMatchObject({
        state: 'due',
        due: minute(7),
        attempts: 1,
        reason: '429',
      })
      expect((await stage.store.delivery('first'))?.lease).toBeUndefined()
      expect(await take(6)).toEqual([])
      expect(await stage.store.nextDue()).toBe(minute(7))
      expect(await take(7)).toEqual(['first'])
      await stage.store.settle('first', 'worker-1', { state: 'failed', reason: 'no such channel' })
      expect(await take(7)).toEqual(['second'])
    })

    it('says when the next is due, leases counted', async () => {
      expect(await stage.store.nextDue()).toBeUndefined()
      await put(delivery('a', { due: minute(4) }), delivery('b', { due: minute(6) }))
      expect(await stage.store.nextDue()).toBe(minute(4))
      expect(await take(4, 9, 'worker-1', 9)).toEqual(['a'])
      expect(await stage.store.nextDue()).toBe(minute(9))
    })

    it('a lease that ran out is taken over, in doubt, and its first holder cannot settle it', async () => {
      await put(delivery('a', { due: minute(1) }))
      expect(await take(1, 9, 'dead', 3)).toEqual(['a'])
      expect(await take(2, 9, 'alive', 9)).toEqual([])
      const [taken] = await stage.store.lease(minute(3), { owner: 'alive', until: minute(9) }, 9)
      expect(taken).toMatchObject({
        id: 'a',
        attempts: 2,
        isInDoubt: true,
        lease: { owner: 'alive', until: minute(9) },
      })
      expect(await stage.store.settle('a', 'dead', { state: 'dropped', reason: 'late' })).toBe(false)
      expect(await stage.store.settle('a', 'alive', { state: 'due', due: minute(10), reason: 'looked: missing' })).toBe(
        true,
      )
      const [again] = await stage.store.lease(minute(10), { owner: 'alive', until: minute(12) }, 9)
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
      expect(await stage.store.settle('a', 'worker-1', { state: 'sent', sent, restUntil: minute(6) })).toBe(true)
      expect((await stage.store.delivery('a'))?.sent).toEqual(sent)
      expect(await stage.store.nextDue()).toBe(minute(3))
      expect(await take(5)).toEqual(['c'])
      await stage.store.settle('c', 'worker-1', { state: 'failed', reason: 'no such channel' })
      expect(await stage.store.nextDue()).toBe(minute(6))
      expect(await take(5)).toEqual([])
      expect(await take(6)).toEqual(['b'])
    })

    it('one that its turn leased is this process’s own until then', async () => {
      await put(delivery('reply', { lease: { owner: 'me', until: minute(5) } }))
      expect(await stage.store.delivery('reply')).toMatchObject({ attempts: 1, lease: { owner: 'me' } })
      expect(await take(4, 9, 'other')).toEqual([])
      const sent = { address: delivery('x').to, message: 'ts-1', url: 'https://example.org/1' }
      expect(await stage.store.settle('reply', 'me', { state: 'sent', sent })).toBe(true)
      expect(await stage.store.settle('reply', 'me', { state: 'sent', sent })).toBe(false)
      await stage.reopen()
      const kept = await stage.store.delivery('reply')
      expect(kept).toMatchObject({ state: 'sent', sent })
      expect(kept?.lease).toBeUndefined()
    })

    it('what its turn leased may leave while nothing of its order key stands before it, is on its way, or rests', async () => {
      const lease = { owner: 'me', until: minute(9) }
      const mine = (id: string, turn: string, due: number) => delivery(id, { turn, due: minute(due), lease })
      const claim = (id: string, now = 3) => stage.store.claim(id, 'me', minute(now))
      const send = (id: string, rest?: number) =>
        stage.store.settle(id, 'me', {
          state: 'sent',
          sent: { address: delivery('x').to, message: id },
          ...(rest ? { restUntil: minute(rest) } : {}),
        })
      await put(mine('a', 'T1', 1))
      expect(await claim('a')).toBe(true)
      await put(mine('b', 'T2', 2))
      expect(await claim('b')).toBe(false)
      expect(await stage.store.delivery('b')).toMatchObject({ state: 'due', due: minute(2) })
      expect((await stage.store.delivery('b'))?.lease).toBeUndefined()
      expect(await send('a', 5)).toBe(true)
      // The place rests, and what is earlier is not taken before it is done.
      await put(mine('c', 'T3', 3))
      expect(await claim('c', 6)).toBe(false)
      expect(await take(4)).toEqual([])
      expect(await take(5, 9, 'me', 7)).toEqual(['b'])
      // A later turn's has been on its way since before this one was kept.
      await put(mine('early', 'T4', 1))
      expect(await claim('early', 6)).toBe(false)
      expect(await send('b')).toBe(true)
      expect(await take(6, 9, 'me', 8)).toEqual(['early'])
      expect(await send('early')).toBe(true)
      expect(await take(6, 9, 'me', 8)).toEqual(['c'])
      expect(await send('c', 7)).toBe(true)
      await put(mine('d', 'T5', 6), mine('e', 'T5', 6))
      expect(await claim('d', 6)).toBe(false)
      expect(await claim('e', 8)).toBe(false)
      expect(await take(8, 9, 'me', 9)).toEqual(['d'])
      expect(await send('d')).toBe(true)
    })

    it('of one turn the first may leave; nobody claims another’s lease, nor one that ran out', async () => {
      const lease = { owner: 'me', until: minute(9) }
      const claim = (id: string, now = 3) => stage.store.claim(id, 'me', minute(now))
      await put(delivery('f', { due: minute(1), lease }), delivery('g', { due: minute(2), lease }))
      expect(await stage.store.claim('f', 'other', minute(3))).toBe(false)
      expect(await claim('f')).toBe(true)
      expect(await claim('f', 9)).toBe(false)
    })

    it('counts what waits, and says since when', async () => {
      expect(await stage.store.waiting()).toEqual({ count: 0 })
      await put(delivery('a', { due: minute(4) }), delivery('b', { due: minute(2) }), delivery('c', { orderKey: 'k2' }))
      await take(1)
      await stage.store.settle('c', 'worker-1', { state: 'dropped', reason: 'no' })
      expect(await stage.store.waiting()).toEqual({ count: 2, oldest: minute(2) })
    })

    it('lists what went wrong', async () => {
      await put(delivery('a', { orderKey: 'k1' }), delivery('b', { orderKey: 'k2' }), delivery('c', { orderKey: 'k3' }))
      expect(await take(5)).toHaveLength(3)
      await stage.store.settle('a', 'worker-1', { state: 'uncertain', reason: 'no answer' })
      await stage.store.settle('b', 'worker-1', { state: 'failed', reason: 'no such channel' })
      expect((await stage.store.deliveries({ state: 'uncertain', limit: 9 })).map(({ id }) => id)).toEqual(['a'])
      expect(await stage.store.deliveries({ state: 'failed', limit: 9 })).toMatchObject([
        { id: 'b', reason: 'no such channel' },
      ])
      expect(await stage.store.deliveries({ state: 'due', limit: 9 })).toHaveLength(1)
    })

    it('leases and outcomes outlast a restart', async () => {
      await put(
        delivery('a', { orderKey: 'k1' }),
        delivery('b', { orderKey: 'k2', guard: { name: 'consent', args: { s: '1' } } }),
      )
      expect(await take(5, 9, 'me', 8)).toEqual(['a', 'b'])
      await stage.store.settle('a', 'me', { state: 'dropped', reason: 'consent withdrawn' })
      await stage.reopen()
      expect(await stage.store.nextDue()).toBe(minute(8))
      expect(await stage.store.delivery('b')).toMatchObject({
        attempts: 1,
        guard: { name: 'consent', args: { s: '1' } },
      })
      expect(await stage.store.delivery('a')).toMatchObject({ state: 'dropped', reason: 'consent withdrawn' })
    })
  })
}
