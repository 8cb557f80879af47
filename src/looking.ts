import { CannotStore } from '../data/problem.ts'
import type { Instant } from '../data/time.ts'

/** What happens next is looked for at least so often. Milliseconds. */
const LONGEST_WAIT_MS = 30_000
const SHORTEST_WAIT_MS = 50
/** What the clock brings is asked of every conversation: not more often than this, however much is said. Milliseconds. */
const DUE_REST_MS = 1_000
/** While the store is away. Milliseconds. */
const AWAY_WAIT_MS = 1_000
/** What gets on no further for so long is stuck. Milliseconds. */
const LONGEST_LOOK_MS = 120_000

export type LookingOptions = {
  /** Does what the clock brings. */
  runDue: () => Promise<unknown>
  /** Sends some of what is due; resolves with how much, 0 where nothing is. */
  send: () => Promise<number>
  nextDue: () => Promise<Instant | undefined>
  clock: () => Instant
  failed: (error: unknown) => void
}

export type Looking = {
  start(): void
  /** Takes no more looks; resolves once the one under way is finished. */
  stop(): Promise<void>
  /** Something may be due: looks at once, or again after the look under way. Nothing before `start`. */
  soon(): void
  isRunning(): boolean
}

/** One look after another for what is due, never two at a time. */
export function createLooking({ runDue, send, nextDue, clock, failed }: LookingOptions): Looking {
  let state: 'new' | 'running' | 'stopped' = 'new'
  let timer: NodeJS.Timeout | undefined
  let underWay: { since: number; done: Promise<void> } | undefined
  let isToLookAgain = false
  /** Something has happened since the clock's own was looked for. */
  let isDueStale = true
  let lastDue = Number.NEGATIVE_INFINITY
  let isAway = false

  async function look(): Promise<void> {
    let sent = 0
    do {
      isToLookAgain = false
      if (performance.now() - lastDue >= DUE_REST_MS) {
        lastDue = performance.now()
        isDueStale = false
        await runDue()
      }
      sent = await send()
      // However much there is to send: what gets on is not stuck.
      if (underWay) underWay.since = performance.now()
    } while ((isToLookAgain || sent > 0) && state === 'running')
  }

  /** Milliseconds until something may be due again. */
  async function pause(): Promise<number> {
    const due = await nextDue()
    isAway = false
    const most = isDueStale ? DUE_REST_MS : LONGEST_WAIT_MS
    return due === undefined ? most : Math.min(Math.max(due - clock(), SHORTEST_WAIT_MS), most)
  }

  /** A store that is away is told once, not with every look. */
  function heard(error: unknown): number {
    if (!(error instanceof CannotStore && isAway)) failed(error)
    isAway = error instanceof CannotStore
    return AWAY_WAIT_MS
  }

  function begin(): void {
    if (state !== 'running') return
    if (underWay) {
      isToLookAgain = true
      return
    }
    clearTimeout(timer)
    const done = look()
      .then(pause)
      .catch(heard)
      .then((ms) => {
        underWay = undefined
        if (state === 'running') timer = setTimeout(begin, isToLookAgain ? 0 : ms)
      })
    underWay = { since: performance.now(), done }
  }

  return {
    start() {
      state = 'running'
      begin()
    },
    async stop() {
      state = 'stopped'
      clearTimeout(timer)
      await underWay?.done
    },
    soon() {
      isDueStale = true
      begin()
    },
    isRunning: () =>
      state === 'running' && (underWay === undefined || performance.now() - underWay.since < LONGEST_LOOK_MS),
  }
}
