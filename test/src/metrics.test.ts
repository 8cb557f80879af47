import { describe, expect, it } from 'vitest'
import type { Inbound } from '../../conversations/inbound.ts'
import { turnIdOf } from '../../conversations/turns.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Instant } from '../../data/time.ts'
import { createMetrics } from '../../src/metrics.ts'
import { delivery, minute, turn } from '../data/store-samples.ts'

const silent = { turn: () => {}, broken: () => {}, delivery: () => {}, failed: () => {} }

const said = (id: string): Inbound => ({
  id,
  author: { channel: 'slack', team: 'T1', user: 'U-secret' },
  at: minute(1),
  place: { channel: 'slack', team: 'T1', isDirect: true, person: 'U-secret' },
  isPrivate: false,
  what: { kind: 'said', text: 'called secret harbor' },
})

describe('the metrics', () => {
  it('count what happens, without a name or an id in any label', async () => {
    const heard: string[] = []
    const metrics = createMetrics(openMemoryStore(), () => 0 as Instant)
    const log = metrics.counting({ ...silent, turn: ({ turn }) => heard.push(turn) })
    log.turn({ turn: 't-secret', channel: 'slack', what: 'log_contact', outcome: 'kept' })
    log.turn({ turn: 't-secret2', channel: 'slack', what: 'log_contact', outcome: 'kept' })
    log.delivery({ delivery: 'd-secret', turn: 't-secret', channel: 'teams', state: 'sent', attempts: 1 })
    metrics.refused('slack')
    const text = await metrics.text()
    expect(text).toContain('liaison_turns_total{channel="slack",what="log_contact",outcome="kept"} 2')
    expect(text).toContain('liaison_deliveries_total{channel="teams",state="sent"} 1')
    expect(text).toContain('liaison_requests_refused_total{channel="slack"} 1')
    expect(text).toContain('liaison_outbox_due 0')
    expect(text).not.toContain('secret')
    expect(heard).toEqual(['t-secret', 't-secret2'])
  })

  it('time turns by channel and by what they did, and operations of the store', async () => {
    const metrics = createMetrics(openMemoryStore(), () => 0 as Instant)
    const log = metrics.counting(silent)
    const intake = metrics.timing({
      async handle({ id }) {
        await metrics.store.get('partner', 'p-secret')
        log.turn({ turn: turnIdOf(id), channel: 'slack', what: 'log_contact', outcome: 'kept' })
        return { kind: 'kept', turn: turnIdOf(id), replies: [], isRepeat: false }
      },
      deliver: async () => {},
      answered: async () => {},
    })
    await intake.handle(said('in-secret'))
    // What the clock brings has no arrival to count from.
    log.turn({ turn: 't-clock', channel: 'clock', what: 'remind', outcome: 'kept' })
    const text = await metrics.text()
    expect(text).toContain('liaison_turn_seconds_count{channel="slack",what="log_contact"} 1')
    expect(text).not.toContain('liaison_turn_seconds_count{channel="clock"')
    expect(text).toContain('liaison_store_seconds_count{operation="get"} 1')
    expect(text).not.toContain('secret')
  })

  it('say how much waits to be sent, and since when', async () => {
    const store = openMemoryStore()
    const metrics = createMetrics(store, () => minute(5))
    const deliveries = [delivery('a', { due: minute(3) }), delivery('b', { due: minute(60) })]
    expect((await metrics.store.commit(turn({ deliveries }))).ok).toBe(true)
    const text = await metrics.text()
    expect(text).toContain('liaison_outbox_due 2')
    expect(text).toContain('liaison_outbox_oldest_seconds 120')
    expect(text).toContain('liaison_store_seconds_count{operation="commit"} 1')
  })

  it('still answer while the store is away', async () => {
    const away = { ...openMemoryStore(), waiting: () => Promise.reject(new Error('away')) }
    expect(await createMetrics(away, () => minute(1)).text()).toContain('liaison_outbox_due Nan')
  })
})
