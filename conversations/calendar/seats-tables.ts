import type { SeatedTable, Unmet } from './seats.ts'
import { costOf, isAlone, movedAt } from './seats-cost.ts'
import type { Group } from './seats-exact.ts'
import type { Part, Split } from './seats-units.ts'

/** A table and who sits there, as parts. */
export type NumberedTable = SeatedTable & { parts: Part[] }

/** Numbers for tables: those of the plan before stay, others take the lowest free ones, in the order of their clusters. */
export function numberTables(
  groups: readonly Group[],
  split: Split,
): { tables: NumberedTable[]; cost: number; moved: number } {
  const taken = new Set(groups.flatMap(({ label }) => (label === undefined ? [] : [label])))
  const inOrder = groups
    .map((group) => ({ ...group, parts: group.units.flatMap(({ parts }) => [...parts]).sort(byParty) }))
    .sort((a, b) => compareLists(orderOf(a.parts), orderOf(b.parts)))
  let next = 1
  const numbered = inOrder.map((group) => {
    if (group.label !== undefined) return { ...group, number: group.label }
    while (taken.has(next)) next += 1
    taken.add(next)
    return { ...group, number: next }
  })
  const cost = costOf(split)
  const moved = numbered.reduce((sum, { units, label }) => sum + movedAt(units, label), 0)
  const costs = numbered.map(({ units, label }) => cost(units, label))
  const tables = numbered
    .map(({ number, parts }) => ({ number, parts, parties: parts.map(({ party, guests }) => ({ party, guests })) }))
    .sort((a, b) => a.number - b.number)
  return { tables, cost: costs.reduce((sum, each) => sum + each, 0), moved }
}

/** Teachers first, then by party. */
function byParty(one: Part, other: Part): number {
  return Number(other.isTeacher) - Number(one.isTeacher) || one.owner - other.owner || other.guests - one.guests
}

function orderOf(parts: readonly Part[]): number[] {
  const first = parts.find(({ clusters }) => clusters !== 0)
  return [first ? first.clusters & -first.clusters : Number.MAX_SAFE_INTEGER, ...parts.map(({ owner }) => owner)]
}

function compareLists(one: readonly number[], other: readonly number[]): number {
  const at = one.findIndex((value, n) => value !== other[n])
  return at < 0 ? one.length - other.length : (one[at] ?? 0) - (other[at] ?? -1)
}

/** The tables of the plan before, with those who still sit there. */
export function tablesOf({ units, labels }: Split): NumberedTable[] {
  const all = units.flatMap((unit) => [...unit.parts])
  return labels.map((number) => {
    const parts = all.filter(({ before }) => before?.table === number).sort(byParty)
    return { number, parts, parties: parts.map(({ party, guests }) => ({ party, guests })) }
  })
}

/** What a plan could not have, table by table. */
export function unmetOf(tables: readonly NumberedTable[], { coming, clusters: names }: Split): Unmet[] {
  return tables.flatMap(({ number, parts }) => {
    const unmet: Unmet[] = []
    const teachers = parts.reduce((bits, { isTeacher, clusters }) => (isTeacher ? bits | clusters : bits), 0)
    const bare = new Set<string>()
    for (const part of parts) {
      for (const other of parts) {
        if (part.owner < other.owner && part.rivals.includes(other.owner))
          unmet.push({ kind: 'rivals', table: number, parties: [part.party, other.party] })
      }
      if (part.isTeacher) continue
      if (isAlone(part, parts, coming)) unmet.push({ kind: 'alone', table: number, party: part.party })
      const isBare = (part.clusters & teachers) === 0 && (part.clusters & coming.teachers) !== 0
      if (isBare) bare.add(names.find((_, n) => part.clusters & (1 << n)) ?? '')
    }
    return [...unmet, ...[...bare].map((cluster) => ({ kind: 'no-teacher' as const, table: number, cluster }))]
  })
}
