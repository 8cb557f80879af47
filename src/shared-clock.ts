import type { Store } from '../data/store.ts'
import type { Instant } from '../data/time.ts'

/** How often the store's clock is asked for. Milliseconds. */
const ASK_MS = 5_000
/** An answer that took longer says too little. Milliseconds. */
const LONGEST_ROUND_MS = 1_000
/** Asked at the start as often. */
const FIRST_ASKS = 3
/** Of so many answers the quickest counts (as in NTP's clock filter): what a busy machine took long for is worth little. */
const ANSWERS_KEPT = 8
/** A machine whose clock differs by more has a clock to be set right, or the database has. Milliseconds. */
const MOST_APART_MS = 2_000

export type SharedClock = {
  now: () => Instant
  /** A sentence where this machine's clock and the store's differ by more than two seconds. */
  problem: () => string | undefined
  stop(): void
}

export type SharedClockOptions = {
  /** This machine's. */
  clock: () => Instant
  /** Hears a sentence each time that the two clocks begin to differ, and undefined once they agree again. */
  differs: (problem: string | undefined) => void
}

/**
 * The clock that all replicas of a store have in common: the store's own, as this machine's with the difference that was
 * measured, within half of the time that the question took. A store without a clock leaves this machine's as it is. Rejects
 * with a `CannotStore` where the store is away now; later the last difference holds.
 */
export async function sharedClock(store: Pick<Store, 'now'>, options: SharedClockOptions): Promise<SharedClock> {
  const { clock, differs } = options
  if (!store.now) return { now: clock, problem: () => undefined, stop: () => {} }
  const ask = store.now
  /** Milliseconds to add to this machine's clock. */
  let difference = 0
  let problem: string | undefined

  async function measure(): Promise<{ difference: number; roundMs: number }> {
    const begin = performance.now()
    const before = clock()
    const there = await ask()
    const roundMs = performance.now() - begin
    return { difference: Math.round(there - before - roundMs / 2), roundMs }
  }

  function take(measured: number): void {
    difference = measured
    const before = problem
    problem = Math.abs(difference) > MOST_APART_MS ? sentenceOf(difference) : undefined
    if ((before === undefined) !== (problem === undefined)) differs(problem)
  }

  const answers: { difference: number; roundMs: number }[] = []
  function hear(answer: { difference: number; roundMs: number }): void {
    // By more than an answer may be wrong: one of the two clocks was set.
    if (Math.abs(answer.difference - difference) > answer.roundMs) answers.length = 0
    if (answers.push(answer) > ANSWERS_KEPT) answers.shift()
    take(answers.reduce((best, other) => (other.roundMs < best.roundMs ? other : best)).difference)
  }

  for (let asked = 0; asked < FIRST_ASKS; asked += 1) hear(await measure())
  const timer = setInterval(() => {
    measure().then(
      (measured) => {
        if (measured.roundMs <= LONGEST_ROUND_MS) hear(measured)
      },
      // Away: it is asked again.
      () => undefined,
    )
  }, ASK_MS)
  timer.unref()
  return {
    now: () => (clock() + difference) as Instant,
    problem: () => problem,
    stop: () => clearInterval(timer),
  }
}

const sentenceOf = (difference: number): string =>
  `This machine’s clock is ${Math.round(Math.abs(difference) / 1000)} s ${difference < 0 ? 'ahead of' : 'behind'} the database’s, which counts.`
