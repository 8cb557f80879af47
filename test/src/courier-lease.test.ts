import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import type { Delivery, Sender } from '../../data/delivery.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import type { Instant } from '../../data/time.ts'
import { createCourier } from '../../src/courier.ts'

/** Channels that are slow, or silent: an attempt ends before its lease does. All time is made. */

const START = 1_796_140_320_000 as Instant
const clock = (): Instant => Date.now() as Instant
const after = (ms: number): Instant => (START + ms) as Instant
const sleep = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms))
const never = (): Promise<never> => new Promise(() => {})

const post = (parts: Partial<Delivery> = {}): Delivery => ({
  id: 'a',
  turn: 't1',
  to: { channel: 'slack', isDirect: false, place: 'C1' },
  isPrivate: false,
  content: { kind: 'post', card: { summary: 'a', parts: [] } },
  orderKey: 'slack|C1',
  isUrgent: false,
  due: START,
  state: 'due',
  attempts: 0,
  ...parts,
})

beforeEach(() => {
  vi.useFakeTimers({ now: START, toFake: ['setTimeout', 'clearTimeout', 'Date'] })
})
afterEach(() => {
  vi.useRealTimers()
})

async function storeWith(delivery: Delivery): Promise<Store> {
  const store = openMemoryStore()
  const base = { id: 't1', inbound: 'i1', conversation: 'c1', at: START, what: 'test' }
  await store.commit({ ...base, writes: [], reliesOn: [], touches: [], deliveries: [delivery] })
  return store
}

/** When each thing was settled, in milliseconds after the start. */
function courierOver(store: Store, sender: Sender, owner = 'me') {
  const settled: [string, number][] = []
  const courier = createCourier({
    store,
    senders: new Map([['slack', sender]]),
    guards: {},
    clock,
    owner,
    random: () => 1,
    log: ({ state }) => void settled.push([state, clock() - START]),
    broken: (error) => {
      throw error
    },
  })
  return { courier, settled }
}

it('a channel that never answers is given up as uncertain, before anyone else may take the delivery', async () => {
  const store = await storeWith(post())
  const { courier, settled } = courierOver(store, { send: never, find: never })
  const lease = store.lease(START, { owner: 'me', until: after(30_000) }, 1)
  const run = courier.deliver(await lease)
  await vi.advanceTimersByTimeAsync(29_999)
  await run
  // 20 s for the send, 5 s to look for it, and for each a second to say its last word.
  expect(settled).toEqual([['uncertain', 26_000]])
  expect(await store.lease(after(30_000), { owner: 'other', until: after(60_000) }, 1)).toEqual([])
})

it('what heeds its deadline is told of it, and may still say what came of it', async () => {
  const store = await storeWith(post())
  const sender: Sender = {
    async send(delivery, { leftMs, signal }) {
      expect(leftMs()).toBe(20_000)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      return { kind: 'sent', ref: { address: delivery.to, message: 'm1' } }
    },
    find: never,
  }
  const { courier, settled } = courierOver(store, sender)
  const run = courier.run()
  await vi.advanceTimersByTimeAsync(20_000)
  await run
  expect(settled).toEqual([['sent', 20_000]])
})

it('of a lease that is half over, half is left', async () => {
  const store = await storeWith(post({ lease: { owner: 'me', until: after(16_000) } }))
  const sender: Sender = {
    send: async (_, { leftMs }) => ({ kind: 'refused', reason: `${leftMs()} ms` }),
    find: never,
  }
  const { courier } = courierOver(store, sender)
  await courier.deliver([post({ lease: { owner: 'me', until: after(16_000) } })])
  expect((await store.delivery('a'))?.reason).toBe('6000 ms')
})

it('a slow look does not take what the send needs; one that finds nothing out leaves it uncertain', async () => {
  for (const [lookMs, state, at] of [
    [4_000, 'sent', 4_000],
    [40_000, 'uncertain', 6_000],
  ] as const) {
    vi.setSystemTime(START)
    const store = await storeWith(post({ isInDoubt: true }))
    const sender: Sender = {
      send: async (delivery) => ({ kind: 'sent', ref: { address: delivery.to, message: 'm1' } }),
      find: async () => {
        await sleep(lookMs)
        return 'missing'
      },
    }
    const { courier, settled } = courierOver(store, sender)
    const run = courier.run()
    await vi.advanceTimersByTimeAsync(20_000)
    await run
    expect(settled).toEqual([[state, at]])
  }
})

it('of two replicas over a slow channel, the second begins nothing while the first still sends', async () => {
  const store = await storeWith(post())
  let underWay = 0
  const most: number[] = []
  const sender: Sender = {
    async send(_, { signal }) {
      underWay += 1
      most.push(underWay)
      await new Promise((resolve) => signal.addEventListener('abort', resolve))
      underWay -= 1
      return { kind: 'retry', reason: 'slow' }
    },
    find: async () => 'missing',
  }
  const replicas = ['one', 'two'].map((owner) => courierOver(store, sender, owner).courier)
  for (let second = 0; second < 300; second += 1) {
    for (const courier of replicas) void courier.step()
    await vi.advanceTimersByTimeAsync(1_000)
  }
  expect(most.length).toBeGreaterThan(3)
  expect(Math.max(...most)).toBe(1)
})
