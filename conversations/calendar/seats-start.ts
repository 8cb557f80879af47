import type { Group } from './seats-exact.ts'
import type { Split, Unit } from './seats-units.ts'

/** A first plan to begin from: the plan before where there was one, newcomers and all others cluster by cluster. */
export function arrangeByCluster(split: Split): Group[] {
  const { units, labels } = split
  const kept: Group[] = labels.map((label) => ({ units: units.filter((unit) => homeOf(unit) === label), label }))
  const others = units.filter((unit) => homeOf(unit) === undefined)
  const byCluster = new Map<number, Unit[]>()
  for (const unit of others) {
    const cluster = clusterOf(unit)
    byCluster.set(cluster, [...(byCluster.get(cluster) ?? []), unit])
  }
  const fresh = [...byCluster.entries()].sort(([a], [b]) => a - b).flatMap(([, members]) => tablesOf(members, split))
  return [...kept, ...fresh]
}

/** The table of the plan before at which most of a unit's guests sat. */
function homeOf({ parts }: Unit): number | undefined {
  const befores = parts.flatMap(({ before }) => (before ? [before] : []))
  return befores.sort((a, b) => b.guests - a.guests || a.table - b.table)[0]?.table
}

/** The first cluster of a unit's employers, else of its teachers, as a bit; 0 where none is known. */
function clusterOf({ parts }: Unit): number {
  const employer = parts.find(({ isTeacher, clusters }) => !isTeacher && clusters !== 0)
  const clusters = (employer ?? parts.find((part) => part.clusters !== 0))?.clusters ?? 0
  return clusters & -clusters
}

/** Teachers first and one to each table in turn, then employers, the largest first, where most seats are free. */
function tablesOf(members: readonly Unit[], { tableSize }: Split): Group[] {
  const guests = members.reduce((sum, unit) => sum + unit.guests, 0)
  const groups: Group[] = Array.from({ length: Math.ceil(guests / tableSize) }, () => ({ units: [] }))
  const taken = groups.map(() => 0)
  const hasTeacher = (unit: Unit): number => Number(unit.parts.some(({ isTeacher }) => isTeacher))
  const ordered = [...members].sort((a, b) => hasTeacher(b) - hasTeacher(a) || b.guests - a.guests)
  for (const unit of ordered) {
    let least = 0
    for (const [n, seats] of taken.entries()) if (seats < (taken[least] ?? 0)) least = n
    if ((taken[least] ?? 0) + unit.guests > tableSize) {
      least = groups.length
      groups.push({ units: [] })
      taken.push(0)
    }
    groups[least]?.units.push(unit)
    taken[least] = (taken[least] ?? 0) + unit.guests
  }
  return groups
}
