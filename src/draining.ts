import type { Intake } from '../conversations/intake.ts'

/** An intake whose work under way can be waited for. */
export type DrainedIntake = { intake: Intake; drained: () => Promise<void> }

/** Counts what is under way in an intake, so that a stop can let it finish. */
export function drainable(intake: Intake): DrainedIntake {
  const underWay = new Set<Promise<unknown>>()
  const track = <T>(work: Promise<T>): Promise<T> => {
    underWay.add(work)
    void work.finally(() => underWay.delete(work)).catch(() => undefined)
    return work
  }
  return {
    intake: {
      handle: (inbound) => track(intake.handle(inbound)),
      deliver: (deliveries) => track(intake.deliver(deliveries)),
      answered: (delivery, ref) => track(intake.answered(delivery, ref)),
    },
    async drained() {
      // What finishes may start more: an answer is delivered after it is kept.
      while (underWay.size > 0) {
        await Promise.allSettled(underWay)
        await new Promise((resolve) => setImmediate(resolve))
      }
    },
  }
}
