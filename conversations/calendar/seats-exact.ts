import { costOf } from './seats-cost.ts'
import type { Split, Unit } from './seats-units.ts'

/** Units at one table; `label` is the number that the table had in the plan before. */
export type Group = { units: Unit[]; label?: number }

/**
 * The best plan of all, by dynamic programming over sets of units: first who keeps which table of the plan before, then
 * how the others share new tables. 3^n steps a table.
 */
export function seatExactly(split: Split): Group[] {
  const { units, labels } = split
  const all = (1 << units.length) - 1
  const unitsIn = (set: number): Unit[] => units.filter((_, n) => set & (1 << n))
  const cost = costOf(split)
  const costs = (label?: number): Float64Array =>
    Float64Array.from({ length: all + 1 }, (_, set) => cost(unitsIn(set), label))
  const fresh = costs()

  // best[set]: the least for placing exactly these units at the tables looked at so far; taken: the last table's share.
  let best = new Float64Array(all + 1)
  const newTable = new Int32Array(all + 1)
  for (let set = 1; set <= all; set += 1) {
    best[set] = Number.POSITIVE_INFINITY
    const lowest = set & -set
    for (let part = set; part > 0; part = (part - 1) & set) {
      // The lowest unit's table is chosen first, so that no order of tables is counted twice.
      if (!(part & lowest)) continue
      const sum = (fresh[part] ?? 0) + (best[set ^ part] ?? 0)
      if (sum < (best[set] ?? 0)) {
        best[set] = sum
        newTable[set] = part
      }
    }
  }
  const kept: Int32Array[] = []
  for (const label of labels) {
    const labelled = costs(label)
    const next = best.slice()
    const taken = new Int32Array(all + 1)
    for (let set = 1; set <= all; set += 1) {
      for (let part = set; part > 0; part = (part - 1) & set) {
        const sum = (labelled[part] ?? 0) + (best[set ^ part] ?? 0)
        if (sum < (next[set] ?? 0)) {
          next[set] = sum
          taken[set] = part
        }
      }
    }
    kept.push(taken)
    best = next
  }

  const groups: Group[] = []
  let open = all
  for (let n = labels.length - 1; n >= 0; n -= 1) {
    const part = kept[n]?.[open] ?? 0
    const label = labels[n]
    if (part > 0) groups.push({ units: unitsIn(part), ...(label !== undefined ? { label } : {}) })
    open ^= part
  }
  while (open > 0) {
    const part = newTable[open] ?? open
    groups.push({ units: unitsIn(part) })
    open ^= part
  }
  return groups
}
