import { type RecordKind, type RecordOf, SEARCHED } from '../records.ts'
import type { Condition, Query } from '../store.ts'
import {
  compareEntries,
  createSortedIndex,
  type IndexEntry,
  type IndexValue,
  type SortedIndex,
} from './sorted-index.ts'

/** Up to so many candidates are cheaper to sort than an ordered index is to walk. */
const FEW = 256

/** The records of one kind with an index on each of its searched fields. */
export type Shelf<K extends RecordKind> = {
  replaced(before: RecordOf<K> | undefined, after: RecordOf<K> | undefined): void
  find(query: Query<K>): RecordOf<K>[]
  count(where: Query<K>['where']): number
}

/** The values under which a record is found by a field: none, one, or each of a list. */
export function valuesOf(record: object, field: string): readonly IndexValue[] {
  const value: unknown = Reflect.get(record, field)
  if (Array.isArray(value)) return [...new Set(value.filter(isIndexValue))]
  return isIndexValue(value) ? [value] : []
}
const isIndexValue = (value: unknown): value is IndexValue =>
  typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'

type Wanted = { field: string; condition: Condition; isList: boolean }

export function createShelf<K extends RecordKind>(kind: K, rows: ReadonlyMap<string, RecordOf<K>>): Shelf<K> {
  const types: Readonly<Record<string, string>> = SEARCHED[kind]
  const isList = (field: string): boolean => types[field] === 'text[]'
  const indexes = new Map<string, SortedIndex>(
    ['id', ...Object.keys(types)].map((field) => [field, createSortedIndex()]),
  )

  const entriesOf = (record: RecordOf<K>, field: string): IndexEntry[] => {
    const values = valuesOf(record, field)
    if (values.length === 0 && !isList(field)) return [{ value: undefined, id: record.id }]
    return values.map((value) => ({ value, id: record.id }))
  }
  for (const [field, index] of indexes) index.fill([...rows.values()].flatMap((record) => entriesOf(record, field)))

  function indexOf(field: string): SortedIndex {
    const index = indexes.get(field)
    if (!index) throw new Error(`${kind} is not searched by ${field}`)
    return index
  }

  function wantedOf(where: Query<K>['where']): Wanted[] {
    return Object.entries<Condition | undefined>(where ?? {}).map(([field, condition]) => {
      if (condition === undefined) throw new Error(`${kind}.${field} is asked for without a condition`)
      if (isList(field) && typeof condition === 'object' && !('in' in condition)) {
        throw new Error(`${kind}.${field} is a list: it has no range`)
      }
      return { field, condition, isList: isList(field) }
    })
  }

  function spansOf({ field, condition }: Wanted): { start: number; end: number }[] {
    const index = indexOf(field)
    if (typeof condition !== 'object') return [index.span(condition, condition)]
    if ('in' in condition) return [...new Set(condition.in)].map((value) => index.span(value, value))
    return [index.span(condition.from, condition.to)]
  }

  /** The records that fit the narrowest condition, tested against the others; undefined where more than `most` fit it. */
  function candidates(wanted: readonly Wanted[], most: number): RecordOf<K>[] | undefined {
    let narrowest: { field: string; spans: { start: number; end: number }[]; size: number } | undefined
    for (const one of wanted) {
      const spans = spansOf(one)
      const size = spans.reduce((sum, { start, end }) => sum + end - start, 0)
      if (!narrowest || size < narrowest.size) narrowest = { field: one.field, spans, size }
    }
    if ((narrowest?.size ?? rows.size) > most) return undefined
    if (!narrowest) return [...rows.values()]
    const { entries } = indexOf(narrowest.field)
    const ids = new Set<string>()
    for (const { start, end } of narrowest.spans) for (let at = start; at < end; at += 1) ids.add(entries[at]?.id ?? '')
    return [...ids]
      .map((id) => rows.get(id))
      .filter((record) => record !== undefined && fits(record, wanted)) as RecordOf<K>[]
  }

  return {
    replaced(before, after) {
      for (const [field, index] of indexes) {
        const gone = before ? entriesOf(before, field) : []
        const come = after ? entriesOf(after, field) : []
        if (gone.length === 1 && come.length === 1 && gone[0] && come[0] && compareEntries(gone[0], come[0]) === 0)
          continue
        for (const entry of gone) index.remove(entry)
        for (const entry of come) index.add(entry)
      }
    },

    find(query) {
      const wanted = wantedOf(query.where)
      const field = query.order?.by ?? 'id'
      const isDown = query.order?.direction === 'descending'
      const first = query.offset ?? 0
      const end = query.limit === undefined ? Number.POSITIVE_INFINITY : first + query.limit
      const few = candidates(wanted, query.limit === undefined ? Number.POSITIVE_INFINITY : FEW)
      if (few) {
        const keyed = few.map((record) => ({ record, entry: { value: valuesOf(record, field)[0], id: record.id } }))
        keyed.sort((a, b) => (isDown ? compareEntries(b.entry, a.entry) : compareEntries(a.entry, b.entry)))
        return keyed.slice(first, end).map(({ record }) => record)
      }
      const { entries } = indexOf(field)
      const found: RecordOf<K>[] = []
      for (let step = 0; step < entries.length && found.length < end; step += 1) {
        const record = rows.get(entries[isDown ? entries.length - 1 - step : step]?.id ?? '')
        if (record && fits(record, wanted)) found.push(record)
      }
      return found.slice(first)
    },

    count(where) {
      const wanted = wantedOf(where)
      return wanted.length === 0 ? rows.size : (candidates(wanted, Number.POSITIVE_INFINITY)?.length ?? 0)
    },
  }
}

const fits = (record: object, wanted: readonly Wanted[]): boolean =>
  wanted.every(({ field, condition }) => valuesOf(record, field).some((value) => meets(value, condition)))

function meets(value: IndexValue, condition: Condition): boolean {
  if (typeof condition !== 'object') return value === condition
  if ('in' in condition) return condition.in.some((one) => one === value)
  return (
    (condition.from === undefined || value >= condition.from) && (condition.to === undefined || value <= condition.to)
  )
}
