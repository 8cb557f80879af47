import { admitDelivery } from '../leases.ts'
import type { RecordKind, RecordOf } from '../records.ts'
import { conversationGuard, type Turn, type TurnRecord, type Write } from '../store.ts'
import { deliveryRow } from './delivery-rows.ts'
import type { Stale } from './refusals.ts'
import { rowOf } from './rows.ts'
import type { Statement } from './statements.ts'
import {
  beginConversation,
  deleteRecords,
  goOnWithConversation,
  guardVersions,
  insertRecords,
  logTurns,
  markUndone,
  recordVersions,
  restoreUndone,
  takeInbound,
  touchGuards,
  turnsToUndo,
  updateRecords,
} from './turn-statements.ts'

/** A row that a statement is given. */
export type Given = Readonly<{ id: string } & Record<string, unknown>>
/** The row that it gave back for it. */
type Found = Readonly<Record<string, unknown>> | undefined

/** One thing that a turn does or rests on, and what is out of date by the row that came back for it, if anything. */
export type Step = { statement: Statement; given: Given; stale: (found: Found) => Stale | undefined }

/** What one turn does, by when it is done. */
export type TurnSteps = Record<'inbound' | 'state' | 'guards' | 'undo' | 'log', readonly Step[]> & {
  records: readonly (Step & { name: string })[]
}

/** The write with the version that its record gets. */
export function numbered<K extends RecordKind>(write: Write<K>): Write<K> {
  if (!write.after) return write
  const after: RecordOf<K> = { ...write.after, version: (write.before?.version ?? 0) + 1 }
  return { ...write, after }
}

/** What a turn does. `kept`: as the log has it. Throws for a turn that makes no sense. */
export const stepsOf = (turn: Turn, kept: TurnRecord, origin: string): TurnSteps => ({
  inbound: [inboundStep(turn)],
  state: turn.state ? [stateStep(turn.state)] : [],
  records: recordSteps(turn),
  guards: guardSteps(turn),
  undo: turn.undoes === undefined ? [] : undoSteps(turn, turn.undoes),
  log: [logStep(kept, turn.deliveries.map(admitDelivery), origin)],
})

const unlessFound =
  (stale: Stale): Step['stale'] =>
  (found) =>
    found ? undefined : stale

const inboundStep = ({ inbound, id, at }: Turn): Step => ({
  statement: takeInbound,
  given: { id: inbound, turn: id, at },
  stale: unlessFound({ taken: true }),
})

function stateStep(state: NonNullable<Turn['state']>): Step {
  const { key, staff, at } = state
  const version = state.version + 1
  return {
    statement: version === 1 ? beginConversation : goOnWithConversation,
    given: { id: key, staff, at, version, body: { ...state, version } },
    stale: unlessFound({ guard: conversationGuard(key), by: staff }),
  }
}

function recordSteps(turn: Turn): (Step & { name: string })[] {
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
    const name = `${kind} ${id}`
    const write = writes.get(name)
    const isAsBefore = (found: Found): boolean =>
      // What is written is checked by its own version.
      (write ? (write.before?.version ?? 0) : (found?.version ?? 0)) === version
    steps.push({
      name,
      statement: recordVersions(kind),
      given: { id },
      stale: (found) => (isAsBefore(found) ? undefined : { record: { kind, id } }),
    })
  }
  return steps
}

function writeStep<K extends RecordKind>(write: Write<K>): Step {
  const { kind, id, before } = write
  const stale = unlessFound({ record: { kind, id } })
  const { after } = numbered(write)
  if (!after) return { statement: deleteRecords(kind), given: { id, version: before?.version }, stale }
  return { statement: before ? updateRecords(kind) : insertRecords(kind), given: rowOf(kind, after), stale }
}

function guardSteps(turn: Turn): Step[] {
  const relied = new Map(turn.reliesOn.flatMap((one) => ('guard' in one ? [[one.guard, one.version] as const] : [])))
  const touched = new Set(turn.touches)
  return [...new Set([...relied.keys(), ...touched])].map((name): Step => {
    const wanted = relied.get(name)
    return {
      ...(touched.has(name)
        ? { statement: touchGuards, given: { id: name, by: turn.by ?? null } }
        : { statement: guardVersions, given: { id: name } }),
      stale: (found) => (wanted === undefined || (found?.version ?? 0) === wanted ? undefined : { guard: name }),
    }
  })
}

/** Marks the turn that is taken back. */
function undoSteps(turn: Turn, id: string): Step[] {
  return [
    {
      statement: turnsToUndo,
      given: { id },
      stale(undone) {
        if (!undone) throw new Error(`Turn ${turn.id} undoes ${id}, which is not in the log`)
        return undone.undone_by === null ? undefined : { guard: `turn ${id}` }
      },
    },
    { statement: markUndone, given: { id, by: turn.id }, stale: () => undefined },
    { statement: restoreUndone, given: { id }, stale: () => undefined },
  ]
}

function logStep(turn: TurnRecord, deliveries: Turn['deliveries'], origin: string): Step {
  const { id, inbound, conversation, by = null, at, what } = turn
  const writes = turn.writes.map((write) => ({ kind: write.kind, record: write.id }))
  return {
    statement: logTurns,
    given: {
      id,
      inbound,
      conversation,
      by,
      at,
      what,
      origin,
      writes,
      deliveries: deliveries.map(deliveryRow),
      body: turn,
    },
    stale(found) {
      if (!found) return { logged: true }
      if (found.deliveries !== deliveries.length) throw new Error(`Turn ${id} has deliveries of ids that are taken`)
      return undefined
    },
  }
}
