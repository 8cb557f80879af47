import type pg from 'pg'
import { admitDelivery } from '../leases.ts'
import type { RecordKind, RecordOf } from '../records.ts'
import { conversationGuard, type Turn, type TurnRecord, type Write } from '../store.ts'
import { deliveryRow } from './delivery-rows.ts'
import type { Stale } from './refusals.ts'
import { recordValues } from './rows.ts'
import type { Statement } from './statements.ts'
import {
  beginConversation,
  deleteRecord,
  goOnWithConversation,
  guardVersion,
  insertRecord,
  logTurn,
  markUndone,
  recordVersion,
  restoreUndone,
  takeInbound,
  touchGuard,
  turnToUndo,
  updateRecord,
} from './turn-statements.ts'

/** One statement of a turn, and what is out of date by its rows, if anything. */
export type Step = {
  statement: Statement
  values: readonly unknown[]
  stale: (result: pg.QueryResult<Row>) => Stale | undefined
}
export type Row = Readonly<Record<string, unknown>>

/** The write with the version that its record gets. */
export function numbered<K extends RecordKind>(write: Write<K>): Write<K> {
  if (!write.after) return write
  const after: RecordOf<K> = { ...write.after, version: (write.before?.version ?? 0) + 1 }
  return { ...write, after }
}

/** What a turn's transaction does, in its order. `kept`: the turn as the log has it. */
export function stepsOf(turn: Turn, kept: TurnRecord, origin: string): Step[] {
  const { inbound, id, at, state, deliveries } = turn
  return [
    { statement: takeInbound, values: [inbound, id, at], stale: unlessOne({ taken: true }) },
    ...(state ? [stateStep(state)] : []),
    ...recordSteps(turn),
    ...guardSteps(turn),
    ...(turn.undoes === undefined ? [] : undoSteps(turn, turn.undoes)),
    logStep(kept, deliveries.map(admitDelivery), origin),
  ]
}

const unlessOne =
  (stale: Stale): Step['stale'] =>
  ({ rowCount }) =>
    rowCount === 1 ? undefined : stale

function stateStep(state: NonNullable<Turn['state']>): Step {
  const { key, staff, at, version } = state
  return {
    statement: version === 0 ? beginConversation : goOnWithConversation,
    values: [key, staff, at, version, JSON.stringify({ ...state, version: version + 1 })],
    stale: unlessOne({ guard: conversationGuard(key), by: staff }),
  }
}

function recordSteps(turn: Turn): Step[] {
  const writes = new Map(turn.writes.map((write) => [`${write.kind} ${write.id}`, write]))
  if (writes.size < turn.writes.length) throw new Error(`Turn ${turn.id} writes a record twice`)
  const steps: (Step & { name: string })[] = []
  for (const [name, write] of writes) {
    const { kind, id, before, after } = write
    if (!before && !after) throw new Error(`Turn ${turn.id} writes nothing to ${name}`)
    if (after && after.id !== id) throw new Error(`Turn ${turn.id} writes ${kind} ${after.id} as ${id}`)
    steps.push({ name, ...writeStep(write) })
  }
  for (const reliance of turn.reliesOn) {
    if ('guard' in reliance) continue
    const { kind, id, version } = reliance
    const ref = { kind, id }
    const name = `${kind} ${id}`
    const write = writes.get(name)
    const isAsBefore = (row: Row | undefined): boolean =>
      // What is written is checked by its own version.
      (write ? (write.before?.version ?? 0) : (row?.version ?? 0)) === version
    steps.push({
      name,
      statement: recordVersion(kind),
      values: [id],
      stale: ({ rows: [row] }) => (isAsBefore(row) ? undefined : { record: ref }),
    })
  }
  return steps.sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0))
}

function writeStep<K extends RecordKind>(write: Write<K>): Step {
  const { kind, id, before } = write
  const stale = unlessOne({ record: { kind, id } })
  const { after } = numbered(write)
  if (!after) return { statement: deleteRecord(kind), values: [id, before?.version], stale }
  const values = recordValues(kind, after)
  return before
    ? { statement: updateRecord(kind), values: [...values, before.version], stale }
    : { statement: insertRecord(kind), values, stale }
}

function guardSteps(turn: Turn): Step[] {
  const relied = new Map(turn.reliesOn.flatMap((one) => ('guard' in one ? [[one.guard, one.version] as const] : [])))
  const touched = new Set(turn.touches)
  return [...new Set([...relied.keys(), ...touched])].sort().map((name): Step => {
    const wanted = relied.get(name)
    return {
      ...(touched.has(name)
        ? { statement: touchGuard, values: [name, turn.by ?? null] }
        : { statement: guardVersion, values: [name] }),
      stale: ({ rows: [row] }) =>
        wanted === undefined || (row?.version ?? 0) === wanted ? undefined : { guard: name },
    }
  })
}

/** Marks the turn that is taken back. */
function undoSteps(turn: Turn, id: string): Step[] {
  return [
    {
      statement: turnToUndo,
      values: [id],
      stale({ rows: [undone] }) {
        if (!undone) throw new Error(`Turn ${turn.id} undoes ${id}, which is not in the log`)
        return undone.undone_by === null ? undefined : { guard: `turn ${id}` }
      },
    },
    { statement: markUndone, values: [id, turn.id], stale: () => undefined },
    { statement: restoreUndone, values: [id], stale: () => undefined },
  ]
}

function logStep(turn: TurnRecord, deliveries: Turn['deliveries'], origin: string): Step {
  const { id, inbound, conversation, by = null, at, what, writes } = turn
  return {
    statement: logTurn,
    values: [
      ...[id, inbound, conversation, by, at, what, writes.length > 0, JSON.stringify(turn), origin],
      JSON.stringify(writes.map((write) => ({ kind: write.kind, record: write.id }))),
      JSON.stringify(deliveries.map(deliveryRow)),
    ],
    stale({ rows: [row] }) {
      if (row?.turns === 0) return { logged: true }
      if (row?.deliveries !== deliveries.length) throw new Error(`Turn ${id} has deliveries of ids that are taken`)
      return undefined
    },
  }
}
