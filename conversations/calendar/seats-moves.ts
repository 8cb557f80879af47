import { type Board, LEAST_GAIN, type Table } from './seats-board.ts'
import { WEIGHTS } from './seats-cost.ts'
import type { Unit } from './seats-units.ts'

/** A table that costs less lacks nothing that two moves at once could mend. */
const WANTING_COST = 200

/** The best move or swap of one unit among these tables, if it betters anything. */
export function placeBetter(board: Board, unit: Unit, tables: readonly Table[]): boolean {
  const from = board.tableOf(unit)
  const left = board.costAt(from, unit)
  let best = LEAST_GAIN
  let target: Table | undefined
  let exchange: Unit | undefined
  for (const to of tables) {
    if (to === from) continue
    const base = from.cost + to.cost
    const change = left - base + board.costAt(to, undefined, unit)
    if (change < best) {
      best = change
      target = to
      exchange = undefined
    }
    for (const [n, other] of to.units.entries()) {
      // A table costs something, and so does who leaves the seat of the plan before: no exchange gains more than that.
      if (base <= 2 * WEIGHTS.table + WEIGHTS.moved * (leaving(unit, from) + leaving(other, to))) continue
      const isTried = areAlike(unit, other) || to.units.findIndex((one) => areAlike(one, other)) < n
      if (isTried) continue
      const here = board.costAt(from, unit, other) - base
      if (here >= best) continue
      const swapped = here + board.costAt(to, other, unit)
      if (swapped < best) {
        best = swapped
        target = to
        exchange = other
      }
    }
  }
  if (!target) return false
  if (exchange) board.move(exchange, from)
  board.move(unit, target)
  return true
}

/** Two tables become one where that is better. */
export function unite(board: Board, tables: readonly Table[]): boolean {
  for (const one of tables) {
    for (const other of tables) {
      if (one === other || one.units.length === 0 || other.units.length === 0) continue
      const units = [...one.units, ...other.units]
      if (board.costOf(units, one.label) - one.cost - other.cost > LEAST_GAIN) continue
      board.put(other, [])
      board.put(one, units)
      return true
    }
  }
  return false
}

/** Two tables exchange their numbers where that moves fewer. */
export function renumber(board: Board, tables: readonly Table[]): boolean {
  for (const one of tables) {
    for (const other of tables) {
      if (one === other || one.label === undefined) continue
      const [mine, theirs] = [one.units, other.units]
      const exchanged = board.costOf(theirs, one.label) + board.costOf(mine, other.label)
      if (exchanged - one.cost - other.cost > LEAST_GAIN) continue
      board.put(one, theirs)
      board.put(other, mine)
      return true
    }
  }
  return false
}

/** Two units go to another table together: what neither would do alone. */
export function pairOff(board: Board, tables: readonly Table[]): boolean {
  const others = tables.flatMap(({ units }) => units)
  for (const unit of wantingIn(tables)) {
    for (const [n, other] of others.entries()) {
      if (other === unit || !shareCluster(unit, other)) continue
      if (others.findIndex((one) => areAlike(one, other) && board.tableOf(one) === board.tableOf(other)) < n) continue
      for (const to of tables) if (pairTo(board, unit, other, to)) return true
    }
  }
  return false
}

function pairTo(board: Board, unit: Unit, other: Unit, to: Table): boolean {
  const one = board.tableOf(unit)
  const two = board.tableOf(other)
  if (to === one || to === two) return false
  const base = one.cost + to.cost + (two === one ? 0 : two.cost)
  const joined = board.costAt(to, undefined, unit, other) - base
  if (joined > LEAST_GAIN) return false
  const remaining = one.units.filter((each) => each !== unit && each !== other)
  const rest = two === one ? board.costOf(remaining, one.label) : board.costAt(one, unit) + board.costAt(two, other)
  if (joined + rest > LEAST_GAIN) return false
  board.move(unit, to)
  board.move(other, to)
  return true
}

/** A unit takes the place of another, which goes to a third table. */
export function pushOn(board: Board, tables: readonly Table[]): boolean {
  for (const unit of wantingIn(tables)) {
    const from = board.tableOf(unit)
    const left = board.costAt(from, unit) - from.cost
    for (const to of tables) {
      if (to === from) continue
      for (const other of to.units) {
        const change = left + board.costAt(to, other, unit) - to.cost
        if (change > LEAST_GAIN) continue
        for (const third of tables) {
          if (third === to || third === from) continue
          if (change + board.costAt(third, undefined, other) - third.cost > LEAST_GAIN) continue
          board.move(other, third)
          board.move(unit, to)
          return true
        }
      }
    }
  }
  return false
}

/** Guests who would leave the table at which they sat before. */
function leaving({ parts }: Unit, { label }: Table): number {
  let guests = 0
  for (const part of parts) {
    if (part.before && part.before.table === label) guests += Math.min(part.before.guests, part.guests)
  }
  return guests
}

const wantingIn = (tables: readonly Table[]): Unit[] =>
  tables.filter(({ cost }) => cost >= WANTING_COST).flatMap(({ units }) => units)

/** Whether a swap of the two could change nothing. */
function areAlike(one: Unit, other: Unit): boolean {
  if (one === other) return true
  const [a, b] = [one.parts[0], other.parts[0]]
  if (!a || !b || one.parts.length > 1 || other.parts.length > 1) return false
  return (
    a.isTeacher === b.isTeacher &&
    a.guests === b.guests &&
    a.clusters === b.clusters &&
    a.before?.table === b.before?.table &&
    a.rivals.length === 0 &&
    b.rivals.length === 0
  )
}

const shareCluster = (one: Unit, other: Unit): boolean =>
  one.parts.some((part) => other.parts.some(({ clusters }) => (clusters & part.clusters) !== 0))
