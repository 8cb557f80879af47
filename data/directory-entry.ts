import type { Lookup } from './directory-lookup.ts'
import type { Extra, RecordKind } from './records.ts'

/** `partner-000017`: sorts as it counts. */
export const numberedId = (kind: RecordKind, n: number): string => `${kind}-${`${n}`.padStart(6, '0')}`

/** What a new record starts with; `n` counts from 0. The store gives the version. */
export const fresh = (kind: RecordKind, n: number): { id: string; version: number } => ({
  id: numberedId(kind, n + 1),
  version: 0,
})

/** What the directory says beyond the keys that are known here, and references that led nowhere. */
export function extraOf(entry: Readonly<Record<string, unknown>>, known: readonly string[], lost: Extra = {}): Extra {
  const others = Object.entries(entry).filter(([key]) => !known.includes(key))
  const kept = Object.entries(lost).filter(
    ([, value]) => value !== undefined && !(Array.isArray(value) && !value.length),
  )
  return Object.fromEntries([...others, ...kept])
}

/** A reference by name: the id where it is known, else the name for `extra`. */
export function referTo(name: string | undefined, lookup: Lookup): { id?: string; lost?: string } {
  if (name === undefined || name.trim() === '') return {}
  const id = lookup(name)
  return id ? { id } : { lost: name }
}
