import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { gather } from '../../data/postgres/gather.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Batches as they are handed on, each under way until it is ended. */
function batches() {
  const taken: number[][] = []
  const ends: (() => void)[] = []
  const take = (items: readonly number[]): Promise<void> => {
    taken.push([...items])
    return new Promise((resolve, reject) => ends.push(items.includes(13) ? () => reject(new Error('13')) : resolve))
  }
  const end = async (n: number): Promise<void> => {
    ends[n]?.()
    await vi.advanceTimersByTimeAsync(0)
  }
  return { taken, take, end }
}

it('hands on together what is asked for in one round', async () => {
  const { taken, take } = batches()
  const ask = gather({ items: 8, atOnce: 1 }, take)
  ask(1)
  ask(2)
  expect(taken).toEqual([])
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toEqual([[1, 2]])
})

it('waits with the next batch while as many as may be are under way, and begins at once where it is full', async () => {
  const { taken, take, end } = batches()
  const ask = gather({ items: 3, atOnce: 2 }, take)
  for (const n of [1, 2, 3, 4]) ask(n)
  expect(taken).toEqual([[1, 2, 3]])
  await vi.advanceTimersByTimeAsync(0)
  for (const n of [5, 6, 7, 8]) ask(n)
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toEqual([[1, 2, 3], [4]])
  await end(1)
  expect(taken).toEqual([[1, 2, 3], [4], [5, 6, 7]])
  await end(0)
  expect(taken.at(-1)).toEqual([8])
})

it('goes on behind a batch that failed, and beside one that takes long', async () => {
  const { taken, take, end } = batches()
  const ask = gather({ items: 8, atOnce: 1 }, take)
  ask(13)
  await vi.advanceTimersByTimeAsync(0)
  ask(1)
  await end(0)
  expect(taken).toEqual([[13], [1]])
  ask(2)
  await vi.advanceTimersByTimeAsync(199)
  expect(taken).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(1)
  expect(taken).toEqual([[13], [1], [2]])
  // The one that took long ends at last: it frees no second place.
  await end(1)
  ask(3)
  await vi.advanceTimersByTimeAsync(0)
  expect(taken).toHaveLength(3)
})
