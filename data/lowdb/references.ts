import { RECORD_KINDS, REFERENCES, type RecordKind, type RecordRef } from '../records.ts'
import type { Write } from '../store.ts'
import type { Draft } from './draft.ts'
import type { Memory } from './memory.ts'
import { valuesOf } from './shelf.ts'

type Reference = { from: RecordKind; field: string; to: RecordKind }
const ALL: readonly Reference[] = RECORD_KINDS.flatMap((from) =>
  Object.entries<RecordKind | undefined>(REFERENCES[from] ?? {}).flatMap(([field, to]) =>
    to ? [{ from, field, to }] : [],
  ),
)

/**
 * The record that stands in the way of these writes: one that still refers to what they remove, or one that they refer to
 * and that is not there. Undefined where all references hold.
 */
export function danglingReference(writes: readonly Write[], draft: Draft, memory: Memory): RecordRef | undefined {
  const afterwards = new Map(writes.map(({ kind, id, after }) => [`${kind} ${id}`, after]))
  const rowOf = (kind: RecordKind, id: string): object | undefined =>
    afterwards.has(`${kind} ${id}`) ? afterwards.get(`${kind} ${id}`) : draft.row(kind, id)

  for (const { kind, id, after } of writes) {
    if (after) {
      for (const { field, to } of ALL.filter(({ from }) => from === kind)) {
        for (const value of valuesOf(after, field))
          if (!rowOf(to, String(value))) return { kind: to, id: String(value) }
      }
      continue
    }
    for (const { from, field } of ALL.filter(({ to }) => to === kind)) {
      const stored = memory.shelf(from).find({ where: { [field]: id } })
      for (const referrer of [...stored, ...draft.put(from)]) {
        const row = rowOf(from, referrer.id)
        if (row && valuesOf(row, field).includes(id)) return { kind: from, id: referrer.id }
      }
    }
  }
  return undefined
}
