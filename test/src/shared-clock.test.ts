import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CannotStore } from '../../data/problem.ts'
import type { Instant } from '../../data/time.ts'
import { sharedClock } from '../../src/shared-clock.ts'

const START = 1_796_140_320_000

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

/** A machine whose clock is `apartMs` away from the database's, which answers after the given times, the last one for ever. */
async function machine(apartMs: number, roundsMs: readonly number[] = [0]) {
  const asked = { count: 0, isAway: false }
  const wall = { apartMs }
  const heard: (string | undefined)[] = []
  const opening = sharedClock(
    {
      async now() {
        const roundMs = roundsMs[Math.min(asked.count, roundsMs.length - 1)] ?? 0
        asked.count += 1
        if (asked.isAway) throw new CannotStore('the database does not answer')
        // A slow answer is slow on its way back alone: its middle is no time of the database's.
        const there = roundMs > 300 ? 0 : roundMs / 2
        await new Promise((resolve) => setTimeout(resolve, there))
        const said = Date.now() as Instant
        await new Promise((resolve) => setTimeout(resolve, roundMs - there))
        return said
      },
    },
    { clock: () => (Date.now() + wall.apartMs) as Instant, differs: (problem) => void heard.push(problem) },
  )
  await vi.advanceTimersByTimeAsync(20_000)
  const clock = await opening
  return { clock, asked, wall, heard, error: () => clock.now() - Date.now() }
}

it('machines whose clocks are a minute apart tell the same time: the database’s', async () => {
  const ahead = await machine(40_000)
  const behind = await machine(-20_000)
  expect([ahead.error(), behind.error()]).toEqual([0, 0])
  expect(ahead.heard).toEqual(['This machine’s clock is 40 s ahead of the database’s, which counts.'])
  expect(behind.clock.problem()).toBe('This machine’s clock is 20 s behind the database’s, which counts.')
})

it('takes the middle of the question’s time, and the quickest of its first three', async () => {
  const { error } = await machine(7_000, [800, 100, 3_000])
  expect(error()).toBe(0)
})

it('is moved by no answer that was slow on one way: the quickest of the last few counts', async () => {
  const { error } = await machine(7_000, [10, 10, 10, 400])
  await vi.advanceTimersByTimeAsync(20_000)
  expect(error()).toBe(0)
})

it('follows a clock that is set, says when the two begin to differ and when they agree again', async () => {
  const { clock, wall, heard, error } = await machine(500)
  expect(clock.problem()).toBeUndefined()
  wall.apartMs = 9_000
  await vi.advanceTimersByTimeAsync(10_000)
  expect(error()).toBe(0)
  wall.apartMs = 100
  await vi.advanceTimersByTimeAsync(5_000)
  expect(error()).toBe(0)
  expect(heard).toEqual(['This machine’s clock is 9 s ahead of the database’s, which counts.', undefined])
})

it('keeps what it knows while the database is away, or too slow to tell', async () => {
  const { asked, error } = await machine(40_000, [10, 10, 10, 5_000])
  await vi.advanceTimersByTimeAsync(120_000)
  asked.isAway = true
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked.count).toBeGreaterThan(6)
  expect(error()).toBe(0)
})

it('asks no more once it is stopped', async () => {
  const { clock, asked } = await machine(0)
  const { count } = asked
  clock.stop()
  await vi.advanceTimersByTimeAsync(120_000)
  expect(asked.count).toBe(count)
})

it('one process over a file has its own clock', async () => {
  const clock = await sharedClock({}, { clock: () => 5 as Instant, differs: () => {} })
  expect([clock.now(), clock.problem()]).toEqual([5, undefined])
})
