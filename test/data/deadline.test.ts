import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { type Deadline, OutOfTime, waitWithin, workUntil } from '../../data/deadline.ts'
import type { Instant } from '../../data/time.ts'

const clock = (): Instant => Date.now() as Instant
const START = 1_796_140_320_000 as Instant
const inMs = (ms: number): Instant => (START + ms) as Instant
const never = (): Promise<never> => new Promise(() => {})

beforeEach(() => {
  vi.useFakeTimers({ now: START })
})
afterEach(() => {
  vi.useRealTimers()
})

it('gives the work what is left, and leaves no timer behind', async () => {
  const seen: number[] = []
  const result = await workUntil(inMs(500), clock, async ({ leftMs, signal }) => {
    seen.push(leftMs())
    await vi.advanceTimersByTimeAsync(400)
    seen.push(leftMs())
    return signal.aborted
  })
  expect([result, seen, vi.getTimerCount()]).toEqual([false, [500, 100], 0])
})

it('tells the work when time is up, and hears its last word', async () => {
  const result = workUntil(inMs(500), clock, async ({ leftMs, signal }) => {
    await new Promise((resolve) => signal.addEventListener('abort', resolve))
    return leftMs()
  })
  await vi.advanceTimersByTimeAsync(500)
  expect(await result).toBe(0)
})

it('gives work up that does not heed it, a second later', async () => {
  let state = 'under way'
  const result = workUntil(inMs(500), clock, never).catch((error: unknown) => {
    state = 'given up'
    return error
  })
  await vi.advanceTimersByTimeAsync(1_499)
  expect(state).toBe('under way')
  await vi.advanceTimersByTimeAsync(1)
  expect(await result).toBeInstanceOf(OutOfTime)
})

it('has nothing left once the clock is past it, though no timer has run: the process stood still', async () => {
  await workUntil(inMs(500), clock, async ({ leftMs }) => {
    vi.setSystemTime(inMs(60_000))
    expect(leftMs()).toBe(0)
  })
})

it('waits for shared work no longer than its own deadline, and lets the work go on', async () => {
  let arrive = (_: string): void => {}
  const shared = new Promise<string>((resolve) => {
    arrive = resolve
  })
  const waiting = (until: Instant) => workUntil(until, clock, (deadline: Deadline) => waitWithin(deadline, shared))
  const short = waiting(inMs(100)).catch((error: unknown) => error)
  const long = waiting(inMs(900))
  await vi.advanceTimersByTimeAsync(100)
  expect(await short).toBeInstanceOf(OutOfTime)
  arrive('here')
  expect(await long).toBe('here')
})
