import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { CannotStore } from '../../data/problem.ts'
import type { Instant } from '../../data/time.ts'
import { createLooking, type Looking, type LookingOptions } from '../../src/looking.ts'

const NOON = Date.UTC(2026, 11, 1, 12)

let looking: Looking | undefined
beforeEach(() => {
  vi.useFakeTimers({ now: NOON })
})
afterEach(async () => {
  await looking?.stop()
  vi.useRealTimers()
})

function begin(parts: Partial<LookingOptions> = {}) {
  const seen: string[] = []
  const failed: unknown[] = []
  looking = createLooking({
    runDue: async () => seen.push('due'),
    async send() {
      seen.push('send')
      return 0
    },
    nextDue: async () => undefined,
    clock: () => Date.now() as Instant,
    failed: (error) => failed.push(error),
    ...parts,
  })
  looking.start()
  return { looking, seen, failed }
}

describe('looking for what is due', () => {
  it('looks at the start, and every half minute where nothing waits', async () => {
    const { seen } = begin()
    await vi.advanceTimersByTimeAsync(29_000)
    expect(seen).toEqual(['due', 'send'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen).toEqual(['due', 'send', 'due', 'send'])
  })

  it('looks when the next is due', async () => {
    const { seen } = begin({ nextDue: async () => (NOON + 5_000) as Instant })
    await vi.advanceTimersByTimeAsync(4_900)
    expect(seen).toEqual(['due', 'send'])
    await vi.advanceTimersByTimeAsync(200)
    expect(seen.slice(2, 4)).toEqual(['due', 'send'])
  })

  it('looks once more for all that was said during a look, one look at a time', async () => {
    let underWay = 0
    let most = 0
    let sends = 0
    const { looking } = begin({
      async send() {
        sends += 1
        underWay += 1
        most = Math.max(most, underWay)
        await new Promise((resolve) => setTimeout(resolve, 100))
        underWay -= 1
        return 0
      },
    })
    for (let said = 0; said < 10; said += 1) {
      await vi.advanceTimersByTimeAsync(5)
      looking.soon()
    }
    await vi.advanceTimersByTimeAsync(900)
    expect(most).toBe(1)
    expect(sends).toBe(2)
  })

  it('sends at once what was said, and asks what the clock brings within a second', async () => {
    const { looking, seen } = begin()
    await vi.advanceTimersByTimeAsync(100)
    looking.soon()
    await vi.advanceTimersByTimeAsync(10)
    expect(seen).toEqual(['due', 'send', 'send'])
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen).toEqual(['due', 'send', 'send', 'due', 'send'])
  })

  it('goes on while there is something to send, and asks what the clock brings in between', async () => {
    let left = 30
    const { looking, seen } = begin({
      async send() {
        await new Promise((resolve) => setTimeout(resolve, 10_000))
        left -= 1
        return left > 0 ? 20 : 0
      },
    })
    await vi.advanceTimersByTimeAsync(200_000)
    expect(left).toBe(10)
    expect(looking.isRunning()).toBe(true)
    expect(seen).toHaveLength(21)
    await vi.advanceTimersByTimeAsync(100_000)
    expect(left).toBe(0)
  })

  it('tells once that the store is away, and goes on when it is back', async () => {
    let isAway = true
    const { seen, failed } = begin({
      async runDue() {
        if (isAway) throw new CannotStore('the database does not answer')
        seen.push('due')
      },
    })
    await vi.advanceTimersByTimeAsync(10_000)
    expect(failed).toHaveLength(1)
    isAway = false
    await vi.advanceTimersByTimeAsync(1_000)
    expect(seen).toEqual(['due', 'send'])
  })

  it('runs from its start to its stop, and not while it is stuck', async () => {
    const idle = createLooking({
      runDue: async () => 0,
      send: async () => 0,
      nextDue: async () => undefined,
      clock: () => NOON as Instant,
      failed: () => {},
    })
    expect(idle.isRunning()).toBe(false)
    let free: () => void = () => {}
    const { looking } = begin({
      send: () =>
        new Promise<number>((resolve) => {
          free = () => resolve(0)
        }),
    })
    expect(looking.isRunning()).toBe(true)
    await vi.advanceTimersByTimeAsync(121_000)
    expect(looking.isRunning()).toBe(false)
    free()
    await vi.advanceTimersByTimeAsync(10)
    expect(looking.isRunning()).toBe(true)
    await looking.stop()
    expect(looking.isRunning()).toBe(false)
  })
})
