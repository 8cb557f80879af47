export type IndexValue = string | number | boolean
export type IndexEntry = { value: IndexValue | undefined; id: string }

/** Entries by value, then by id; an absent value is the greatest. Text goes by UTF-16 units. */
export function compareEntries(a: IndexEntry, b: IndexEntry): number {
  if (a.value !== b.value) {
    if (a.value === undefined) return 1
    if (b.value === undefined) return -1
    return a.value < b.value ? -1 : 1
  }
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0
}

/** One field's values in order: for equality, ranges and ordering alike. */
export type SortedIndex = {
  readonly entries: readonly IndexEntry[]
  fill(entries: IndexEntry[]): void
  add(entry: IndexEntry): void
  remove(entry: IndexEntry): void
  /** Where the values of an inclusive range begin and end; absent values are in none. */
  span(from: IndexValue | undefined, to: IndexValue | undefined): { start: number; end: number }
}

export function createSortedIndex(): SortedIndex {
  let entries: IndexEntry[] = []

  /** The first position whose entry is not before; entries are in order, so by halves. */
  function firstWhere(holds: (entry: IndexEntry) => boolean): number {
    let low = 0
    let high = entries.length
    while (low < high) {
      const middle = (low + high) >>> 1
      const entry = entries[middle]
      if (entry && !holds(entry)) low = middle + 1
      else high = middle
    }
    return low
  }
  const positionOf = (entry: IndexEntry): number => firstWhere((other) => compareEntries(other, entry) >= 0)

  return {
    get entries() {
      return entries
    },
    fill(all) {
      entries = all.sort(compareEntries)
    },
    add(entry) {
      const last = entries.at(-1)
      if (!last || compareEntries(last, entry) < 0) entries.push(entry)
      else entries.splice(positionOf(entry), 0, entry)
    },
    remove(entry) {
      const at = positionOf(entry)
      const found = entries[at]
      if (found && compareEntries(found, entry) === 0) entries.splice(at, 1)
    },
    span(from, to) {
      const start = from === undefined ? 0 : firstWhere(({ value }) => value === undefined || value >= from)
      const end = firstWhere(({ value }) => value === undefined || (to !== undefined && value > to))
      return { start, end: Math.max(start, end) }
    },
  }
}
