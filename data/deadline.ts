import type { Instant } from './time.ts'

/** Until when one attempt to send may go on: so that it ends, or is given up, before its lease does. */
export type Deadline = {
  /** Milliseconds; 0 once it has passed: then nothing is begun any more. */
  leftMs(): number
  /** Aborted once it has passed: what is under way is given up. */
  signal: AbortSignal
}

/** There was no time left, and nothing was begun. */
export class OutOfTime extends Error {
  override readonly name = 'OutOfTime'
  /** As errors of the network carry one. */
  readonly code = 'OUT_OF_TIME'

  constructor() {
    super('There was no time left for it.')
  }
}

/** Milliseconds that work has, once its deadline has passed, to say what came of it. */
const LAST_WORD_MS = 1_000

/**
 * What the work comes to. Its deadline passes at `until`; work that does not heed it is given up a second later, and the
 * promise rejects with an `OutOfTime`. By the clock and by a timer: a process that stood still notices at once.
 */
export async function workUntil<T>(
  until: Instant,
  clock: () => Instant,
  work: (deadline: Deadline) => Promise<T>,
): Promise<T> {
  const controller = new AbortController()
  const { signal } = controller
  const leftMs = (): number => (signal.aborted ? 0 : Math.max(0, until - clock()))
  const passing = setTimeout(() => controller.abort(), leftMs())
  let givingUp: NodeJS.Timeout | undefined
  const givenUp = new Promise<never>((_, reject) => {
    givingUp = setTimeout(() => reject(new OutOfTime()), leftMs() + LAST_WORD_MS)
  })
  try {
    return await Promise.race([work({ leftMs, signal }), givenUp])
  } finally {
    clearTimeout(passing)
    clearTimeout(givingUp)
  }
}

/** What a shared piece of work comes to, waited for no longer than the deadline; the work itself goes on. Else an `OutOfTime`. */
export async function waitWithin<T>({ signal, leftMs }: Deadline, work: Promise<T>): Promise<T> {
  let stop = (): void => {}
  const passed = new Promise<never>((_, reject) => {
    stop = () => reject(new OutOfTime())
    signal.addEventListener('abort', stop)
    if (leftMs() <= 0) stop()
  })
  try {
    return await Promise.race([work, passed])
  } finally {
    signal.removeEventListener('abort', stop)
  }
}
