import { AsyncLocalStorage } from 'node:async_hooks'
import { type Deadline, OutOfTime, waitWithin } from '../../data/deadline.ts'

/**
 * The deadline of the attempt to send that is under way. The library makes its requests itself and hands nothing through to
 * its transport, so each request finds the deadline here.
 */
const deadlines = new AsyncLocalStorage<Deadline>()

export const attemptWithin = <T>(deadline: Deadline, attempt: () => Promise<T>): Promise<T> =>
  deadlines.run(deadline, attempt)

/** Undefined outside of any attempt: what reads a roster or a team's channels for somebody who wrote. */
export const deadlineUnderWay = (): Deadline | undefined => deadlines.getStore()

/**
 * What shared work comes to: begun while the attempt has time, waited for as long as it has. The work goes on for whoever
 * asks next. Else rejects with an `OutOfTime`.
 */
export async function waitInAttempt<T>(begin: () => Promise<T>): Promise<T> {
  const deadline = deadlines.getStore()
  if (!deadline) return begin()
  if (deadline.leftMs() <= 0) throw new OutOfTime()
  return waitWithin(deadline, begin())
}
