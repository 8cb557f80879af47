import type { Part, Split, Unit } from './seats-units.ts'

/** What a table lacks, each time it does. One of a higher kind outweighs several of those below it. */
export const WEIGHTS = {
  /** Never accepted: a guest too many at a table. */
  overfull: 1_000_000,
  rivals: 10_000,
  alone: 3_000,
  noTeacher: 1_000,
  noEmployer: 400,
  moved: 250,
  outside: 100,
  /** A guest fewer than half a table. */
  sparse: 80,
  table: 30,
  /** An empty table's worth of free seats; it grows with their square, so that even tables are better. */
  uneven: 64,
} as const

/**
 * The cost of one table with these units, `without` one of them and `plus` others; `label` is the number that it had in
 * the plan before. An empty one costs nothing.
 */
export type TableCost = (
  units: readonly Unit[],
  label: number | undefined,
  without?: Unit,
  plus?: Unit,
  another?: Unit,
) => number

/** Called some hundred thousand times a plan, and so without making objects. */
export function costOf(split: Split): TableCost {
  const { tableSize, coming } = split
  const half = Math.ceil(tableSize / 2)
  const parts: Part[] = []
  const unitOf: number[] = []
  const add = (unit: Unit, n: number): void => {
    for (const part of unit.parts) {
      parts.push(part)
      unitOf.push(n)
    }
  }
  return (units, label, without, plus, another) => {
    parts.length = 0
    unitOf.length = 0
    for (const [n, unit] of units.entries()) if (unit !== without) add(unit, n)
    if (plus) add(plus, -1)
    if (another) add(another, -2)
    if (parts.length === 0) return 0
    let guests = 0
    let moved = 0
    for (const part of parts) {
      guests += part.guests
      if (part.before && part.before.table !== label) moved += Math.min(part.before.guests, part.guests)
    }
    const free = Math.max(0, tableSize - guests) / tableSize
    return (
      WEIGHTS.overfull * Math.max(0, guests - tableSize) +
      WEIGHTS.rivals * rivalsAt(parts, unitOf) +
      companyCost(parts, coming) +
      WEIGHTS.moved * moved +
      WEIGHTS.outside * outsideAt(parts) +
      WEIGHTS.sparse * Math.max(0, half - guests) +
      WEIGHTS.table +
      Math.round(WEIGHTS.uneven * free * free)
    )
  }
}

/** Guests of a table who would sit elsewhere than before, if it had this number. */
export function movedAt(units: readonly Unit[], number: number | undefined): number {
  const parts = units.flatMap((unit) => unit.parts)
  return parts.reduce(
    (sum, { before, guests }) => sum + (before && before.table !== number ? Math.min(before.guests, guests) : 0),
    0,
  )
}

/** Pairs of rivals; those pinned together are in one unit and wanted so. */
function rivalsAt(parts: readonly Part[], unitOf: readonly number[]): number {
  let pairs = 0
  for (let a = 0; a < parts.length; a += 1) {
    const rivals = parts[a]?.rivals
    if (!rivals || rivals.length === 0) continue
    for (let b = a + 1; b < parts.length; b += 1) {
      const owner = parts[b]?.owner
      if (owner !== undefined && unitOf[a] !== unitOf[b] && rivals.includes(owner)) pairs += 1
    }
  }
  return pairs
}

/** Who lacks company: employers alone, employers without a teacher, teachers without an employer. */
function companyCost(parts: readonly Part[], coming: Split['coming']): number {
  let teachers = 0
  let employers = 0
  for (const { isTeacher, clusters } of parts) {
    if (isTeacher) teachers |= clusters
    else employers |= clusters
  }
  let cost = 0
  /** Clusters whose want of a teacher is counted. */
  let counted = 0
  for (const part of parts) {
    const { isTeacher, clusters, guests } = part
    if (isTeacher) {
      if ((clusters & employers) === 0 && (clusters & coming.employers) !== 0) cost += WEIGHTS.noEmployer * guests
      continue
    }
    if (isAlone(part, parts, coming)) cost += WEIGHTS.alone
    if ((clusters & (teachers | counted)) === 0 && (clusters & coming.teachers) !== 0) {
      cost += WEIGHTS.noTeacher
      counted |= clusters
    }
  }
  return cost
}

/** Nobody else is at an employer's table, or nobody of its cluster while one is coming. */
export function isAlone(part: Part, parts: readonly Part[], coming: Split['coming']): boolean {
  let hasOther = false
  for (const { owner, clusters } of parts) {
    if (owner === part.owner) continue
    if ((clusters & part.clusters) !== 0) return false
    hasOther = true
  }
  return !hasOther || (part.clusters & coming.several) !== 0
}

/** Guests outside of the cluster to which most of the table belongs; guests of no known cluster fit anywhere. */
function outsideAt(parts: readonly Part[]): number {
  let all = 0
  let shared = -1
  for (const { clusters } of parts) {
    if (clusters === 0) continue
    all |= clusters
    shared &= clusters
  }
  if (all === 0 || shared !== 0) return 0
  let least = Number.POSITIVE_INFINITY
  for (let rest = all; rest !== 0; rest &= rest - 1) {
    const cluster = rest & -rest
    let outside = 0
    for (const { clusters, guests } of parts) if (clusters !== 0 && (clusters & cluster) === 0) outside += guests
    if (outside < least) least = outside
  }
  return least
}
