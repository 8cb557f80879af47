import type { Party, Placement, SeatingProblem, Unmet } from './seats.ts'

/** Guests of one party who sit together, by numbers in place of names. */
export type Part = {
  party: string
  isTeacher: boolean
  guests: number
  /** A set of bits: bit n stands for `Split.clusters[n]`. */
  clusters: number
  /** Index of the party: two parts of one company are no company for each other. */
  owner: number
  /** Indexes of parties it is not to sit with. */
  rivals: readonly number[]
  /** Where it sat before: the table's number, and how many of it. */
  before?: { table: number; guests: number }
}

/** What is placed as one: a part, or several that are pinned together. */
export type Unit = { parts: readonly Part[]; guests: number }

export type Split = {
  units: Unit[]
  tableSize: number
  clusters: string[]
  /** Clusters, as bits, of which a teacher, an employer, several parties come. */
  coming: { teachers: number; employers: number; several: number }
  /** Numbers of the tables of the plan before at which somebody still sits, in order. */
  labels: number[]
  lostPins: Extract<Unmet, { kind: 'pin' }>[]
}

/** Clusters told apart at one event; further ones count as unknown. */
const MOST_CLUSTERS = 30

const clusterBits = (party: Party, clusters: readonly string[]): number =>
  party.clusters.reduce((bits, name) => (clusters.includes(name) ? bits | (1 << clusters.indexOf(name)) : bits), 0)

const byId = (one: { id: string }, other: { id: string }): number => (one.id < other.id ? -1 : 1)

/** Parties as units of at most a table's size, in an order that does not depend on how they were given. */
export function splitParties(problem: SeatingProblem): Split {
  const { tableSize, apart = [], before = [] } = problem
  const parties = [...problem.parties].sort(byId)
  const at = new Map(parties.map(({ id }, n) => [id, n]))
  const clusters = [...new Set(parties.flatMap((party) => party.clusters))].sort().slice(0, MOST_CLUSTERS)
  const rivals = parties.map(({ id }) =>
    apart.flatMap(([one, other]) => {
      const rival = one === id ? at.get(other) : other === id ? at.get(one) : undefined
      return rival === undefined ? [] : [rival]
    }),
  )
  const parts = parties.flatMap((party, owner) =>
    partsOf(party, owner, rivals[owner] ?? [], clusters, tableSize, before),
  )
  const { units, lostPins } = joinPinned(parts, problem, at)
  const bitsOf = (of: readonly Party[]): number => of.reduce((bits, party) => bits | clusterBits(party, clusters), 0)
  const several = parties.reduce(
    (bits, party, n) => bits | (clusterBits(party, clusters) & bitsOf(parties.filter((_, other) => other !== n))),
    0,
  )
  const coming = {
    teachers: bitsOf(parties.filter(({ kind }) => kind === 'teacher')),
    employers: bitsOf(parties.filter(({ kind }) => kind === 'employer')),
    several,
  }
  const labels = [...new Set(parts.flatMap((part) => (part.before ? [part.before.table] : [])))].sort((a, b) => a - b)
  return { units, tableSize, clusters, coming, labels, lostPins }
}

/** One part, or as many as needed of about one size where a table does not hold the party. */
function partsOf(
  party: Party,
  owner: number,
  rivals: readonly number[],
  clusters: readonly string[],
  tableSize: number,
  before: readonly Placement[],
): Part[] {
  const seated = before.filter((placement) => placement.party === party.id)
  const count = Math.ceil(party.size / tableSize)
  return Array.from({ length: count }, (_, n) => {
    const was = seated[n]
    return {
      party: party.id,
      isTeacher: party.kind === 'teacher',
      guests: Math.floor(party.size / count) + (n < party.size % count ? 1 : 0),
      clusters: clusterBits(party, clusters),
      owner,
      rivals,
      ...(was ? { before: { table: was.table, guests: was.guests } } : {}),
    }
  })
}

/** Pins in their order; one that makes a group larger than a table is left out and told. */
function joinPinned(
  parts: readonly Part[],
  { pins = [], tableSize }: SeatingProblem,
  at: ReadonlyMap<string, number>,
): Pick<Split, 'units' | 'lostPins'> {
  const lostPins: Split['lostPins'] = []
  let groups: Part[][] = parts.map((part) => [part])
  for (const pin of pins) {
    const wanted = new Set(pin.flatMap((id) => at.get(id) ?? []))
    if (wanted.size < 2) continue
    // Of a party that is divided between tables, the first part is meant.
    const firstOf = (owner: number) => groups.find((group) => group.some((part) => part.owner === owner))
    const joined = new Set([...wanted].map(firstOf).filter((group) => group !== undefined))
    const together = [...joined].flat()
    if (guestsIn(together) > tableSize) lostPins.push({ kind: 'pin', parties: [...pin] })
    else groups = [...groups.filter((group) => !joined.has(group)), together]
  }
  const units = groups.map((group) => ({ parts: group, guests: guestsIn(group) }))
  const keyOf = ({ parts: [first] }: Unit): number => first?.owner ?? 0
  return { units: units.sort((a, b) => keyOf(a) - keyOf(b)), lostPins }
}

const guestsIn = (parts: readonly Part[]): number => parts.reduce((sum, { guests }) => sum + guests, 0)
