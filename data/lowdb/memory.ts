import { isRecordKind, RECORD_KINDS, type RecordKind, type RecordOf } from '../records.ts'
import type { ConversationState, Reads } from '../store.ts'
import type { TableName } from '../stored-rows.ts'
import { backwards, createDeliveryIndex, createTurnIndex, type DeliveryIndex, type TurnIndex } from './log-index.ts'
import { createWaiting, type Waiting } from './outbox.ts'
import { createShelf, type Shelf } from './shelf.ts'
import { applyChange, type Change, type Tables } from './tables.ts'

type Shelves = { [K in RecordKind]: Shelf<K> }

/** The tables with their indexes: what is read, and changed once the disk has it. */
export type Memory = {
  readonly tables: Tables
  readonly waiting: Waiting
  shelf<K extends RecordKind>(kind: K): Shelf<K>
  turnIds: TurnIndex['newest']
  apply(changes: readonly Change[]): void
  readonly reads: Reads
}

export function createMemory(tables: Tables): Memory {
  // Each kind's shelf is made for that kind: the type follows from RECORD_KINDS being all of them.
  const shelves = Object.fromEntries(RECORD_KINDS.map((kind) => [kind, createShelf(kind, tables[kind])])) as Shelves
  const turns: TurnIndex = createTurnIndex(tables.$turns.values())
  const deliveries: DeliveryIndex = createDeliveryIndex(tables.$outbox.values())
  const waiting: Waiting = createWaiting(tables.$outbox.values())
  const conversations = new Map<string, Set<string>>()
  const placeConversation = (state: ConversationState): void => {
    const keys = conversations.get(state.staff) ?? new Set()
    conversations.set(state.staff, keys.add(state.key))
  }
  for (const state of tables.$conversations.values()) placeConversation(state)

  function applyRecord<K extends RecordKind>(change: Change<K>): void {
    shelves[change.table].replaced(applyChange<K>(tables, change), change.row)
  }

  function applyOne(change: Change): void {
    switch (change.table) {
      case '$guards':
      case '$inbox':
        applyChange(tables, change)
        return
      case '$conversations': {
        const before = applyChange(tables, change)
        if (before && before.staff !== change.row?.staff) conversations.get(before.staff)?.delete(before.key)
        if (change.row) placeConversation(change.row)
        return
      }
      case '$turns':
        turns.replaced(applyChange(tables, change), change.row)
        return
      case '$outbox': {
        const before = applyChange(tables, change)
        deliveries.replaced(before, change.row)
        waiting.replaced(before, change.row)
        return
      }
      default:
        applyRecord(change)
    }
  }

  const reads: Reads = {
    get: async <K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> => {
      const rows: ReadonlyMap<string, RecordOf<K>> = tables[kind]
      return rows.get(id)
    },
    find: async (kind, query = {}) => shelves[kind].find(query),
    count: async (kind, query) => shelves[kind].count(query?.where),
    guard: async (name) => tables.$guards.get(name)?.version ?? 0,
    conversation: async (key) => tables.$conversations.get(key),
    conversationsOf: async (staff) =>
      [...(conversations.get(staff) ?? [])]
        .flatMap((key) => tables.$conversations.get(key) ?? [])
        .sort((a, b) => b.at - a.at || (a.key < b.key ? -1 : 1)),
    turn: async (id) => tables.$turns.get(id),
    async turns({ limit, since, conversation, by, wrote }) {
      const found = []
      const names = { ...(conversation === undefined ? {} : { conversation }), ...(by === undefined ? {} : { by }) }
      for (const id of turns.newest({ ...names, ...(wrote ? { wrote } : {}) })) {
        if (found.length >= limit) break
        const turn = tables.$turns.get(id)
        if (!turn || (conversation !== undefined && turn.conversation !== conversation)) continue
        if ((by === undefined || turn.by === by) && (since === undefined || turn.at >= since)) found.push(turn)
      }
      return found
    },
    delivery: async (id) => tables.$outbox.get(id),
    async deliveries({ limit, ...query }) {
      const ids = deliveries.of(query)
      const found = []
      for (const id of query.turn === undefined ? backwards(ids) : ids) {
        if (found.length >= limit) break
        const delivery = tables.$outbox.get(id)
        if (delivery && (query.state === undefined || delivery.state === query.state)) found.push(delivery)
      }
      return found
    },
  }

  return {
    tables,
    waiting,
    shelf: (kind) => shelves[kind],
    turnIds: turns.newest,
    apply(changes) {
      for (const change of changes) applyOne(change)
    },
    reads,
  }
}

/** The kinds and ids among the changes that are records. */
export function recordsAmong(changes: readonly Change[]): { kind: RecordKind; id: string }[] {
  const named: { table: TableName; key: string }[] = [...changes]
  return named.flatMap(({ table, key }) => (isRecordKind(table) ? [{ kind: table, id: key }] : []))
}
