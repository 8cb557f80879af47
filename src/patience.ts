import { CannotStore } from '../data/problem.ts'

/** How long a start waits for a store that is away. Milliseconds. */
const LONGEST_MS = 30_000
const FIRST_PAUSE_MS = 250
const LONGEST_PAUSE_MS = 4_000

/** Runs what needs the store; while that is away it is run again, with growing pauses, for half a minute. Then it rejects. */
export async function patiently<T>(run: () => Promise<T>): Promise<T> {
  const begin = performance.now()
  for (let pause = FIRST_PAUSE_MS; ; pause = Math.min(pause * 2, LONGEST_PAUSE_MS)) {
    try {
      return await run()
    } catch (error) {
      const left = LONGEST_MS - (performance.now() - begin)
      if (!(error instanceof CannotStore) || left <= 0) throw error
      await new Promise((resolve) => setTimeout(resolve, Math.min(pause, left)))
    }
  }
}
