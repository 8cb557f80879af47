import { afterEach, beforeEach, describe } from 'vitest'
import type { Store } from '../../data/store.ts'
import { deliveryCases } from './store-cases-deliveries.ts'
import { logCases } from './store-cases-log.ts'
import { recordCases } from './store-cases-records.ts'
import { turnCases } from './store-cases-turns.ts'
import { wholeCases } from './store-cases-whole.ts'
import { turn } from './store-samples.ts'
import { add, conEd, type Stage } from './store-stage.ts'

/** One kind of store, empty at the start of each case. */
export type Subject = {
  store: Store
  /** Closes it and opens the same data again. */
  reopen(): Promise<Store>
  end(): Promise<void>
}

/** What every store keeps to, one behaviour a case. */
export function describeStore(name: string, open: () => Promise<Subject>): void {
  describe(name, () => {
    let subject: Subject
    let store: Store
    beforeEach(async () => {
      subject = await open()
      store = subject.store
    })
    afterEach(async () => {
      await subject.end()
    })

    const stage: Stage = {
      get store() {
        return store
      },
      async reopen() {
        store = await subject.reopen()
      },
      async keep(given) {
        const result = await store.commit(turn(given))
        if (!result.ok) throw new Error(JSON.stringify(result.error))
        return result.value
      },
      async withConEd() {
        await stage.keep({ writes: [add('partner', conEd)] })
        return { ...conEd, version: 1 }
      },
    }
    recordCases(stage)
    turnCases(stage)
    logCases(stage)
    deliveryCases(stage)
    wholeCases(stage)
  })
}
