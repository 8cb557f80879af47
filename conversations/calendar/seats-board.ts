import { costOf } from './seats-cost.ts'
import type { Group } from './seats-exact.ts'
import type { Split, Unit } from './seats-units.ts'

/** A table while seats are tried out. `label`: its number in the plan before. */
export type Table = { units: Unit[]; label?: number; cost: number }

/** A better plan betters by at least this: costs are whole numbers. */
export const LEAST_GAIN = -0.5

/** All tables while seats are tried out, with their costs. */
export class Board {
  readonly tables: Table[] = []
  readonly #cost: ReturnType<typeof costOf>
  readonly #at = new Map<Unit, Table>()

  constructor(split: Split, groups: readonly Group[]) {
    this.#cost = costOf(split)
    for (const { units, label } of groups) this.put(this.#open(label), units)
  }

  groups(): Group[] {
    return this.filled().map(({ units, label }) => ({ units, ...(label !== undefined ? { label } : {}) }))
  }

  filled(): Table[] {
    return this.tables.filter(({ units }) => units.length > 0)
  }

  tableOf(unit: Unit): Table {
    const table = this.#at.get(unit)
    if (!table) throw new Error('A party is at no table.')
    return table
  }

  /** An empty table without a number; all of them are alike, so one is enough. */
  empty(): Table {
    return this.tables.find(({ units, label }) => units.length === 0 && label === undefined) ?? this.#open()
  }

  put(table: Table, units: Unit[]): void {
    table.units = units
    table.cost = this.#cost(units, table.label)
    for (const unit of units) this.#at.set(unit, table)
  }

  move(unit: Unit, to: Table): void {
    const from = this.tableOf(unit)
    if (from === to) return
    this.put(
      from,
      from.units.filter((other) => other !== unit),
    )
    this.put(to, [...to.units, unit])
  }

  /** What a table would cost with one unit less and up to two more. */
  costAt({ units, label }: Table, without?: Unit, plus?: Unit, another?: Unit): number {
    return this.#cost(units, label, without, plus, another)
  }

  costOf(units: readonly Unit[], label: number | undefined): number {
    return this.#cost(units, label)
  }

  #open(label?: number): Table {
    const table: Table = { units: [], cost: 0, ...(label !== undefined ? { label } : {}) }
    this.tables.push(table)
    return table
  }
}

export const sumOf = (tables: readonly Table[]): number => tables.reduce((sum, { cost }) => sum + cost, 0)
