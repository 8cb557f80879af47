import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { CannotStore } from '../../data/problem.ts'
import { patiently } from '../../src/patience.ts'

beforeEach(() => {
  vi.useFakeTimers()
})
afterEach(() => {
  vi.useRealTimers()
})

const away = new CannotStore('the database does not answer')

it('waits for a store that comes back', async () => {
  let tries = 0
  const found = patiently(async () => {
    tries += 1
    if (tries < 4) throw away
    return 'here'
  })
  await vi.advanceTimersByTimeAsync(250 + 500 + 1_000)
  expect(await found).toBe('here')
  expect(tries).toBe(4)
})

it('gives up after half a minute, and on anything else at once', async () => {
  let tries = 0
  const lost = expect(
    patiently(async () => {
      tries += 1
      throw away
    }),
  ).rejects.toBe(away)
  await vi.advanceTimersByTimeAsync(31_000)
  await lost
  expect(tries).toBeGreaterThan(5)
  const bug = new Error('bug')
  await expect(patiently(() => Promise.reject(bug))).rejects.toBe(bug)
})
