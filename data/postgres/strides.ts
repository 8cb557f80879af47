import type { Stale } from './refusals.ts'
import type { Statement } from './statements.ts'
import { MOST_ROWS } from './turn-statements.ts'
import type { Given, Step, TurnSteps } from './turn-steps.ts'

/** Steps that one statement takes, each of an id of its own. */
export type Stride = { statement: Statement; steps: Step[] }

/**
 * What a transaction of some turns does, in its order: all lock in the same one, so that transactions seldom wait for each
 * other. Neighbours that say the same go as one statement.
 */
export function stridesOf(turns: readonly TurnSteps[]): Stride[] {
  const byName = (one: { name: string }, other: { name: string }): number => compare(one.name, other.name)
  const byId = (one: Step, other: Step): number => compare(one.given.id, other.given.id)
  const steps: Step[] = [
    ...turns.flatMap(({ inbound }) => inbound).sort(byId),
    ...turns.flatMap(({ state }) => state).sort(byId),
    ...turns.flatMap(({ records }) => records).sort(byName),
    ...turns.flatMap(({ guards }) => guards).sort(byId),
    ...turns.flatMap(({ undo }) => undo),
    ...turns.flatMap(({ log }) => log),
  ]
  const strides: (Stride & { ids: Set<string> })[] = []
  for (const step of steps) {
    const last = strides.at(-1)
    const { id } = step.given
    if (last?.statement === step.statement && last.steps.length < MOST_ROWS && !last.ids.has(id)) {
      last.steps.push(step)
      last.ids.add(id)
    } else strides.push({ statement: step.statement, steps: [step], ids: new Set([id]) })
  }
  return strides
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)

/** What is out of date by the rows that a statement gave back: of the first step, if of any. */
export function staleIn({ steps }: Stride, rows: readonly Given[]): Stale | undefined {
  const found = new Map(rows.map((row) => [row.id, row]))
  for (const { given, stale } of steps) {
    const outOfDate = stale(found.get(given.id))
    if (outOfDate) return outOfDate
  }
  return undefined
}
