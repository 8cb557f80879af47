import type { RecordOf } from '../../data/records.ts'
import type { CommitRefusal, Result, Store, TurnRecord, Write } from '../../data/store.ts'
import { partner, type turn } from './store-samples.ts'

/** What every case of the contract acts on: the store of the moment. */
export type Stage = {
  readonly store: Store
  /** Closes it and opens the same data again. */
  reopen(): Promise<void>
  /** Commits and insists. */
  keep(given: Parameters<typeof turn>[0]): Promise<TurnRecord>
  /** Keeps the partner `conEd`; resolves with it as it is kept. */
  withConEd(): Promise<RecordOf<'partner'>>
}

export const conEd = partner('coned', 'Consolidated Edison')

/** A new record. */
export const add = <W extends Write>(kind: W['kind'], after: NonNullable<W['after']>): Write =>
  ({ kind, id: after.id, after }) as Write

export const refusalOf = (result: Result<TurnRecord, CommitRefusal>): CommitRefusal | undefined =>
  result.ok ? undefined : result.error
