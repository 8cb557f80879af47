import { seatExactly } from './seats-exact.ts'
import { seatBySearch } from './seats-search.ts'
import { numberTables, tablesOf, unmetOf } from './seats-tables.ts'
import { splitParties } from './seats-units.ts'

/**
 * Seats by cluster. A party is a company's guests, or a teacher; it has one or several clusters, or none that is known.
 *
 * Always held: every guest has exactly one seat; no table has more than `tableSize` guests; a party sits at one table
 * (a larger one than a table holds is divided evenly); who is pinned together sits together (a pin of more guests than a
 * table holds is refused, later pins before earlier ones).
 *
 * The objective is the sum over all tables of what they lack, the least being best (seats-cost.ts has the weights, in
 * this order of gravity):
 * 1. two rivals at one table, unless they are pinned together;
 * 2. an employer alone: nobody else at its table, or nobody of its own cluster while somebody of it is coming;
 * 3. a cluster's employers at a table without a teacher of that cluster, while one is coming;
 * 4. a teacher without an employer of the own cluster at the table, while one is coming;
 * 5. a guest who sits elsewhere than in the plan before: a late answer moves as few people as possible;
 * 6. a guest outside of the one cluster that most of the table belongs to;
 * 7. tables that are less than half full, more tables than needed, uneven tables.
 *
 * Up to 11 or 12 parties (`MOST_STEPS`) the best plan of all is found; beyond, one that no single move, swap or pair
 * betters, by a search whose steps are the same for the same guests. No clock and no chance is in it.
 */
export type Party = {
  id: string
  kind: 'teacher' | 'employer'
  /** Guests, 1 or more. */
  size: number
  /** The clusters that it belongs to, the first one foremost; empty where none is known. */
  clusters: readonly string[]
}

/** Guests of one party at one table. */
export type Placement = { table: number; party: string; guests: number }

export type SeatingProblem = {
  parties: readonly Party[]
  /** The most guests at a table, 2 or more. */
  tableSize: number
  /** Parties that sit together, by id; those that are not coming are passed over. */
  pins?: readonly (readonly string[])[]
  /** Pairs that do not sit together, by id. */
  apart?: readonly (readonly [string, string])[]
  /** The plan before, from which as few as possible move. */
  before?: readonly Placement[]
}

export type SeatedTable = { number: number; parties: { party: string; guests: number }[] }

/** What could not be had, for the organizer. */
export type Unmet =
  | { kind: 'rivals'; table: number; parties: [string, string] }
  | { kind: 'alone'; table: number; party: string }
  | { kind: 'no-teacher'; table: number; cluster: string }
  | { kind: 'pin'; parties: string[] }

export type Seating = { tables: SeatedTable[]; unmet: Unmet[]; cost: number; moved: number }

/** Steps for which all plans are compared: 3^parties (pinned ones count as one) for each table of the plan before and one. */
const MOST_STEPS = 3_000_000

/** The best plan, or one near it: the same for the same guests, in whatever order they are given. */
export function seatGuests(problem: SeatingProblem): Seating {
  const split = splitParties(problem)
  const steps = 3 ** split.units.length * (split.labels.length + 1)
  const groups = steps <= MOST_STEPS ? seatExactly(split) : seatBySearch(split)
  const { tables, cost, moved } = numberTables(groups, split)
  return { tables, unmet: [...unmetOf(tables, split), ...split.lostPins], cost, moved }
}

/** What a plan that was made before could not have. */
export function unmetIn(problem: SeatingProblem, seats: readonly Placement[]): Unmet[] {
  const split = splitParties({ ...problem, before: seats })
  return [...unmetOf(tablesOf(split), split), ...split.lostPins]
}
