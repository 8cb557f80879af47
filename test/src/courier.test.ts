import { describe, expect, it } from 'vitest'
import type { Delivery, Sender, SendResult } from '../../data/delivery.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Store } from '../../data/store.ts'
import type { Instant } from '../../data/time.ts'
import { type CourierOptions, createCourier } from '../../src/courier.ts'

const NOON = Date.UTC(2026, 11, 1, 12) as Instant
const later = (now: Instant, ms: number): Instant => (now + ms) as Instant

const post = (id: string, parts: Partial<Delivery> = {}): Delivery => ({
  id,
  turn: 't1',
  to: { channel: 'slack', isDirect: false, place: 'C1' },
  isPrivate: false,
  content: { kind: 'post', card: { summary: id, parts: [] } },
  orderKey: 'slack|C1',
  isUrgent: false,
  due: NOON,
  state: 'due',
  attempts: 0,
  ...parts,
})

async function storeWith(...deliveries: Delivery[]): Promise<Store> {
  const store = openMemoryStore()
  const done = await store.commit({
    id: 't1',
    inbound: 'i1',
    conversation: 'c1',
    at: NOON,
    what: 'test',
    writes: [],
    reliesOn: [],
    touches: [],
    deliveries,
  })
  expect(done.ok).toBe(true)
  return store
}

type Scripted = Sender & { sent: string[]; looked: string[] }

/** A channel that answers with one result after another, the last one for ever. */
function scripted(
  results: readonly (SendResult['kind'] | SendResult)[],
  found: 'missing' | 'unknown' | 'there' = 'missing',
): Scripted {
  const sent: string[] = []
  const looked: string[] = []
  const refOf = (delivery: Delivery) => ({ address: delivery.to, message: `m-${delivery.id}` })
  return {
    sent,
    looked,
    async send(delivery) {
      const result = results[Math.min(sent.length, results.length - 1)] ?? 'sent'
      sent.push(delivery.id)
      if (typeof result !== 'string') return result
      switch (result) {
        case 'sent':
          return { kind: 'sent', ref: refOf(delivery) }
        case 'retry':
          return { kind: 'retry', reason: 'busy' }
        case 'refused':
          return { kind: 'refused', reason: 'no such channel' }
        case 'unknown':
          return { kind: 'unknown', reason: 'timed out' }
        default:
          return result satisfies never
      }
    },
    async find(delivery) {
      looked.push(delivery.id)
      return found === 'there' ? refOf(delivery) : found
    },
  }
}

function courierOver(store: Store, sender: Sender, parts: Partial<CourierOptions> = {}) {
  const clock = { now: NOON }
  const courier = createCourier({
    store,
    senders: new Map([['slack', sender]]),
    guards: {},
    clock: () => clock.now,
    owner: 'me',
    random: () => 1,
    log: () => {},
    broken: () => {},
    ...parts,
  })
  return { courier, clock }
}

const stateOf = async (store: Store, id: string): Promise<string | undefined> => (await store.delivery(id))?.state

describe('the courier', () => {
  it('sends what is due once, and keeps where it went', async () => {
    const store = await storeWith(post('a'))
    const sender = scripted(['sent'])
    const { courier } = courierOver(store, sender)
    expect(await courier.run()).toBe(1)
    expect(await courier.run()).toBe(0)
    expect(sender.sent).toEqual(['a'])
    expect((await store.delivery('a'))?.sent?.message).toBe('m-a')
  })

  it('leaves what is due later', async () => {
    const store = await storeWith(post('a', { due: later(NOON, 1000) }))
    const sender = scripted(['sent'])
    const { courier, clock } = courierOver(store, sender)
    await courier.run()
    expect(sender.sent).toEqual([])
    clock.now = later(NOON, 1000)
    await courier.run()
    expect(sender.sent).toEqual(['a'])
  })

  it('waits as long as the platform says', async () => {
    const store = await storeWith(post('a'))
    const sender = scripted([{ kind: 'retry', afterMs: 7000, reason: 'rate limited' }, 'sent'])
    const { courier, clock } = courierOver(store, sender)
    await courier.run()
    expect(await store.nextDue()).toBe(NOON + 7000)
    clock.now = later(NOON, 7000)
    await courier.run()
    expect(await stateOf(store, 'a')).toBe('sent')
  })

  it('gives up after twelve attempts', async () => {
    const store = await storeWith(post('a'))
    const sender = scripted(['retry'])
    const { courier, clock } = courierOver(store, sender)
    for (let day = 0; day < 20; day += 1) {
      clock.now = later(clock.now, 60 * 60_000)
      await courier.run()
    }
    expect(sender.sent).toHaveLength(12)
    expect(await stateOf(store, 'a')).toBe('failed')
  })

  it('fails what can never work, and what has no channel', async () => {
    const store = await storeWith(post('a'), post('b', { to: { channel: 'teams', isDirect: true }, orderKey: 'teams' }))
    const { courier } = courierOver(store, scripted(['refused']))
    await courier.run()
    expect(await stateOf(store, 'a')).toBe('failed')
    expect(await stateOf(store, 'b')).toBe('failed')
  })

  it('looks before it sends again, and calls uncertain what it cannot see', async () => {
    for (const [found, state, sends] of [
      ['there', 'sent', 1],
      ['unknown', 'uncertain', 1],
    ] as const) {
      const store = await storeWith(post('a'))
      const sender = scripted(['unknown'], found)
      await courierOver(store, sender).courier.run()
      expect(await stateOf(store, 'a')).toBe(state)
      expect(sender.sent).toHaveLength(sends)
    }
    const store = await storeWith(post('a'))
    const sender = scripted(['unknown', 'sent'], 'missing')
    const { courier, clock } = courierOver(store, sender)
    await courier.run()
    clock.now = later(NOON, 60_000)
    await courier.run()
    expect(sender.sent).toEqual(['a', 'a'])
    expect(await stateOf(store, 'a')).toBe('sent')
  })

  it('takes over what a dead process was sending, looking first', async () => {
    const store = await storeWith(post('a'))
    await store.lease(NOON, { owner: 'dead', until: later(NOON, 1000) }, 10)
    const sender = scripted(['sent'], 'there')
    const { courier, clock } = courierOver(store, sender)
    await courier.run()
    expect(sender.looked).toEqual([])
    clock.now = later(NOON, 2000)
    await courier.run()
    expect(sender.looked).toEqual(['a'])
    expect(sender.sent).toEqual([])
    expect(await stateOf(store, 'a')).toBe('sent')
  })

  it('asks the guard immediately before it sends', async () => {
    const guard = { name: 'consent', args: { student: 's1' } }
    const store = await storeWith(
      post('a', { guard }),
      post('b', { guard: { name: 'nobody', args: {} }, orderKey: 'x' }),
    )
    const sender = scripted(['sent'])
    const { courier } = courierOver(store, sender, { guards: { consent: async () => 'No consent.' } })
    await courier.run()
    expect(sender.sent).toEqual([])
    expect((await store.delivery('a'))?.reason).toBe('No consent.')
    expect(await stateOf(store, 'b')).toBe('dropped')
  })

  it('sends nothing once its lease has run out: another may be sending it', async () => {
    const guard = { name: 'slow', args: {} }
    const store = await storeWith(post('a', { guard }))
    const sender = scripted(['sent'])
    let pause = 31_000
    const { courier, clock } = courierOver(store, sender, {
      guards: {
        async slow() {
          clock.now = later(clock.now, pause)
          return true
        },
      },
    })
    expect(await courier.step()).toBe(1)
    expect(sender.sent).toEqual([])
    expect(await store.delivery('a')).toMatchObject({
      state: 'due',
      reason: 'Too little of its lease was left to send it.',
    })
    pause = 10
    clock.now = later(clock.now, 60_000)
    await courier.run()
    expect(sender.sent).toEqual(['a'])
  })

  it('replaces a message where it was posted, and drops what replaces nothing', async () => {
    const replace = (id: string, target: string): Delivery =>
      post(id, { content: { kind: 'replace', card: { summary: '', parts: [] }, target: { delivery: target } } })
    const store = await storeWith(post('a'), replace('b', 'a'), replace('c', 'gone'))
    const aimed: unknown[] = []
    const sender: Sender = {
      async send(delivery) {
        if (delivery.content.kind !== 'post') aimed.push(delivery.content.target)
        return { kind: 'sent', ref: { address: delivery.to, message: `m-${delivery.id}` } }
      },
      find: async () => 'unknown',
    }
    await courierOver(store, sender).courier.run()
    expect(aimed).toEqual([
      { message: { address: { channel: 'slack', isDirect: false, place: 'C1' }, message: 'm-a' } },
    ])
    expect(await stateOf(store, 'c')).toBe('dropped')
  })

  it('survives a channel that throws', async () => {
    const store = await storeWith(post('a'))
    const broken: unknown[] = []
    const sender: Sender = {
      send: async () => {
        throw new Error('socket hang up')
      },
      find: async () => 'unknown',
    }
    await courierOver(store, sender, { broken: (error) => broken.push(error) }).courier.run()
    expect(await stateOf(store, 'a')).toBe('uncertain')
    expect(broken).toHaveLength(1)
  })

  it('lets what many read wait for what stands before it, and a private answer not', async () => {
    const lease = { owner: 'me', until: later(NOON, 30_000) }
    const reply = (id: string, isPrivate: boolean) =>
      post(id, { turn: 't2', due: later(NOON, 1), lease, attempts: 1, isPrivate })
    const open = reply('open', false)
    const closed = reply('closed', true)
    const store = await storeWith(post('a', { lease: { owner: 'other', until: later(NOON, 9_000) } }), open, closed)
    const sender = scripted(['sent'], 'there')
    const { courier, clock } = courierOver(store, sender)
    await courier.deliver([open, closed])
    expect(sender.sent).toEqual(['closed'])
    clock.now = later(NOON, 9_000)
    await courier.run()
    expect(sender.looked).toEqual(['a'])
    expect(sender.sent).toEqual(['closed', 'open'])
  })

  it('leaves a place the rest that its channel asks for, and goes on elsewhere', async () => {
    const store = await storeWith(post('a'), post('b'), post('c', { orderKey: 'slack|C2' }))
    const sender: Scripted = { ...scripted(['sent']), restMs: () => 1000 }
    const { courier, clock } = courierOver(store, sender)
    await courier.run()
    expect(sender.sent).toEqual(['a', 'c'])
    expect(await store.nextDue()).toBe(later(NOON, 1000))
    clock.now = later(NOON, 1000)
    await courier.run()
    expect(sender.sent).toEqual(['a', 'c', 'b'])
  })
})
