import { Board, LEAST_GAIN, sumOf, type Table } from './seats-board.ts'
import { type Group, seatExactly } from './seats-exact.ts'
import { pairOff, placeBetter, pushOn, renumber, unite } from './seats-moves.ts'
import { arrangeByCluster } from './seats-start.ts'
import type { Split } from './seats-units.ts'

/** Trials that shake tables: a number, and fewer where many parties make each of them longer. */
const MOST_ROUNDS = 200
const UNITS_TRIED = 1_000
/** Parties of two or three tables whose plans are all compared, and the steps for that in all. */
const MOST_TOGETHER = 10
const MOST_STEPS = 1_000_000

/**
 * A plan that no move of one party, swap of two, union of two tables, new table of a pair or push of one by another betters;
 * then a fixed number of trials that shake a few tables, and all plans of the worst tables two and three at a time. Where
 * there was a plan, it begins with that one.
 */
export function seatBySearch(split: Split): Group[] {
  const board = new Board(split, arrangeByCluster(split))
  settle(board, board.tables)
  const rounds = Math.min(MOST_ROUNDS, Math.ceil(UNITS_TRIED / split.units.length / (split.labels.length > 0 ? 3 : 1)))
  const draw = drawing()
  for (let round = 0; round < rounds; round += 1) shake(board, draw)
  mend(board, split)
  return board.groups()
}

/** Numbers from 0 to 1, always the same ones: a linear congruential sequence (Numerical Recipes' constants). */
function drawing(): () => number {
  let state = 20_270_201
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
}

const isNumbered = ({ label }: Table): boolean => label !== undefined

/** Betters the plan at these tables until nothing does. */
function settle(board: Board, among: readonly Table[]): void {
  const open = [...among.filter((table) => table.units.length > 0 || isNumbered(table)), board.empty()]
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    for (const unit of open.flatMap(({ units }) => units)) {
      if (placeBetter(board, unit, open)) isBetter = true
    }
    isBetter ||= unite(board, open) || renumber(board, open) || pairOff(board, open) || pushOn(board, open)
    if (!open.some((table) => table.units.length === 0 && !isNumbered(table))) open.push(board.empty())
  }
}

/** Mixes up to three tables' units at random; what comes of it is kept if it is no worse. */
function shake(board: Board, draw: () => number): void {
  const known = board.tables.filter((table) => table.units.length > 0 || isNumbered(table))
  const pick = (): Table[] => known.slice(Math.floor(draw() * known.length)).slice(0, 1)
  const chosen = [...new Set([...pick(), ...pick(), ...pick()]), board.empty()]
  const before = chosen.map(({ units }) => units)
  const cost = sumOf(chosen)
  for (const unit of before.flat()) {
    const to = chosen[Math.floor(draw() * chosen.length)]
    if (to && draw() < 0.5) board.move(unit, to)
  }
  settle(board, chosen)
  const fresh = board.tables.filter((table) => !chosen.includes(table) && !known.includes(table))
  if (sumOf([...chosen, ...fresh]) <= cost) return
  for (const table of fresh) board.put(table, [])
  for (const [n, table] of chosen.entries()) board.put(table, before[n] ?? [])
}

/** Compares all plans of two or three tables together, the worst tables first, as far as the steps go. */
function mend(board: Board, split: Split): void {
  let steps = 0
  for (let isBetter = true; isBetter; ) {
    isBetter = false
    const spare = board.tables.filter((table) => table.units.length === 0 && isNumbered(table))
    for (const tables of togetherOf(board.filled().sort((a, b) => b.cost - a.cost))) {
      const units = tables.flatMap((table) => table.units)
      if (units.length > MOST_TOGETHER) continue
      const used = [...tables, ...spare]
      const labels = used.flatMap(({ label }) => (label === undefined ? [] : [label]))
      steps += 3 ** units.length * (labels.length + 1)
      if (steps > MOST_STEPS) return
      const groups = seatExactly({ ...split, units, labels })
      const cost = groups.reduce((sum, group) => sum + board.costOf(group.units, group.label), 0)
      if (cost - sumOf(tables) > LEAST_GAIN) continue
      for (const table of used) board.put(table, [])
      for (const group of groups) {
        const home = used.find(({ label }) => label !== undefined && label === group.label)
        board.put(home ?? board.empty(), group.units)
      }
      isBetter = true
      break
    }
  }
}

/** Every two of these tables, then every three. */
function* togetherOf(tables: readonly Table[]): Generator<Table[]> {
  for (const [a, one] of tables.entries()) {
    for (const other of tables.slice(a + 1)) yield [one, other]
  }
  for (const [a, one] of tables.entries()) {
    for (const [b, other] of tables.slice(a + 1).entries()) {
      for (const third of tables.slice(a + b + 2)) yield [one, other, third]
    }
  }
}
