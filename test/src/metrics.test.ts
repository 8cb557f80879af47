import { describe, expect, it } from 'vitest'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import type { Instant } from '../../data/time.ts'
import { createMetrics } from '../../src/metrics.ts'

describe('the metrics', () => {
  it('count what happens, without a name or an id in any label', async () => {
    const heard: string[] = []
    const metrics = createMetrics(openMemoryStore(), () => 0 as Instant)
    const log = metrics.counting({
      turn: ({ turn }) => heard.push(turn),
      broken: () => {},
      delivery: () => {},
      failed: () => {},
    })
    log.turn({ turn: 't-secret', channel: 'slack', what: 'log_contact', outcome: 'kept' })
    log.turn({ turn: 't-secret2', channel: 'slack', what: 'log_contact', outcome: 'kept' })
    log.delivery({ delivery: 'd-secret', turn: 't-secret', channel: 'teams', state: 'sent', attempts: 1 })
    const text = await metrics.text()
    expect(text).toContain('liaison_turns_total{channel="slack",what="log_contact",outcome="kept"} 2')
    expect(text).toContain('liaison_deliveries_total{channel="teams",state="sent"} 1')
    expect(text).toContain('liaison_outbox_due 0')
    expect(text).not.toContain('secret')
    expect(heard).toEqual(['t-secret', 't-secret2'])
  })
})
