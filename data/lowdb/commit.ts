import { admitDelivery } from '../leases.ts'
import type { RecordKind, RecordOf, RecordRef } from '../records.ts'
import { type CommitRefusal, conversationGuard, type Result, type Turn, type TurnRecord, type Write } from '../store.ts'
import type { Draft } from './draft.ts'
import type { Memory } from './memory.ts'
import { danglingReference } from './references.ts'
import type { Change } from './tables.ts'

/**
 * Plans a whole turn into the draft, or refuses it and changes nothing there. `turn` is the store's own copy.
 * Throws where only a bug can be the cause: an id used twice, a write of nothing, an undone turn that never was.
 */
export function planTurn(turn: Turn, draft: Draft, memory: Memory): Result<TurnRecord, CommitRefusal> {
  const taken = draft.row('$inbox', turn.inbound)
  const earlier = draft.row('$turns', taken?.turn ?? turn.id)
  // The log remembers longer than the inbox does.
  if (earlier?.inbound === turn.inbound) return { ok: false, error: { kind: 'already-handled', turn: earlier } }
  if (earlier) throw new Error(`Turn ${turn.id} was committed for another inbound`)
  const refusal =
    staleRecord(turn, draft, memory) ?? staleReliance(turn, draft, memory) ?? staleConversation(turn, draft)
  if (refusal) return { ok: false, error: refusal }
  const undone = turn.undoes === undefined ? [] : undoing(turn.undoes, turn, draft)
  if (!Array.isArray(undone)) return { ok: false, error: undone }
  const dangling = danglingReference(turn.writes, draft, memory)
  if (dangling) return changedSince(dangling, draft, memory)

  const { reliesOn, touches, deliveries, state, ...record } = turn
  const kept: TurnRecord = { ...record, writes: turn.writes.map(numbered) }
  for (const write of kept.writes) draft.change(changeOf(write))
  for (const name of new Set(touches)) {
    const version = (draft.row('$guards', name)?.version ?? 0) + 1
    draft.change({
      table: '$guards',
      key: name,
      row: { name, version, ...(turn.by === undefined ? {} : { by: turn.by }) },
    })
  }
  if (state) draft.change({ table: '$conversations', key: state.key, row: { ...state, version: state.version + 1 } })
  for (const change of undone) draft.change(change)
  for (const delivery of deliveries) {
    if (draft.row('$outbox', delivery.id)) throw new Error(`Delivery ${delivery.id} is there already`)
    draft.change({ table: '$outbox', key: delivery.id, row: admitDelivery(delivery) })
  }
  draft.change({ table: '$turns', key: kept.id, row: kept })
  draft.change({ table: '$inbox', key: turn.inbound, row: { inbound: turn.inbound, turn: turn.id, at: turn.at } })
  return { ok: true, value: kept }
}

function changeOf<K extends RecordKind>(write: Write<K>): Change<K> {
  return { table: write.kind, key: write.id, ...(write.after ? { row: write.after } : {}) } as Change<K>
}

/** The write with the version that its record gets. */
function numbered<K extends RecordKind>(write: Write<K>): Write<K> {
  if (!write.after) return write
  const after: RecordOf<K> = { ...write.after, version: (write.before?.version ?? 0) + 1 }
  return { ...write, after }
}

function staleRecord(turn: Turn, draft: Draft, memory: Memory): CommitRefusal | undefined {
  const seen = new Set<string>()
  for (const { kind, id, before, after } of turn.writes) {
    if (!before && !after) throw new Error(`Turn ${turn.id} writes nothing to ${kind} ${id}`)
    if (after && after.id !== id) throw new Error(`Turn ${turn.id} writes ${kind} ${after.id} as ${id}`)
    if (seen.has(`${kind} ${id}`)) throw new Error(`Turn ${turn.id} writes ${kind} ${id} twice`)
    seen.add(`${kind} ${id}`)
    if (draft.row(kind, id)?.version !== before?.version) return changedSince({ kind, id }, draft, memory).error
  }
  return undefined
}

function staleReliance(turn: Turn, draft: Draft, memory: Memory): CommitRefusal | undefined {
  for (const reliance of turn.reliesOn) {
    if ('guard' in reliance) {
      const guard = draft.row('$guards', reliance.guard)
      if ((guard?.version ?? 0) === reliance.version) continue
      return { kind: 'changed-since', guard: reliance.guard, ...(guard?.by === undefined ? {} : { by: guard.by }) }
    }
    const { kind, id, version } = reliance
    if ((draft.row(kind, id)?.version ?? 0) !== version) return changedSince({ kind, id }, draft, memory).error
  }
  return undefined
}

function staleConversation({ state }: Turn, draft: Draft): CommitRefusal | undefined {
  if (!state) return undefined
  const current = draft.row('$conversations', state.key)
  if ((current?.version ?? 0) === state.version) return undefined
  return { kind: 'changed-since', guard: conversationGuard(state.key), ...(current ? { by: current.staff } : {}) }
}

/** Marks the turn that is taken back; one that had itself taken back another gives that one its force again. */
function undoing(id: string, turn: Turn, draft: Draft): Change[] | CommitRefusal {
  const undone = draft.row('$turns', id)
  if (!undone) throw new Error(`Turn ${turn.id} undoes ${id}, which is not in the log`)
  if (undone.undoneBy !== undefined) {
    const by = draft.row('$turns', undone.undoneBy)?.by
    return { kind: 'changed-since', guard: `turn ${id}`, ...(by === undefined ? {} : { by }) }
  }
  const changes: Change[] = [{ table: '$turns', key: id, row: { ...undone, undoneBy: turn.id } }]
  const restored = undone.undoes === undefined ? undefined : draft.row('$turns', undone.undoes)
  if (restored) {
    const { undoneBy, ...inForce } = restored
    changes.push({ table: '$turns', key: restored.id, row: inForce })
  }
  return changes
}

/** Names who changed the record last, where the log still has it. */
function changedSince(record: RecordRef, draft: Draft, memory: Memory): { ok: false; error: CommitRefusal } {
  const wrote = (turn: TurnRecord): boolean =>
    turn.writes.some(({ kind, id }) => kind === record.kind && id === record.id)
  const inBatch = draft.changes.findLast((change) => change.table === '$turns' && change.row && wrote(change.row))
  const [latest] = memory.turnIds({ wrote: record })
  const turn =
    inBatch?.table === '$turns' ? inBatch.row : latest === undefined ? undefined : draft.row('$turns', latest)
  return { ok: false, error: { kind: 'changed-since', record, ...(turn?.by === undefined ? {} : { by: turn.by }) } }
}
