import type { RecordKind, RecordOf } from '../../data/records.ts'
import type { Reads, Write } from '../../data/store.ts'

/** Reading, with single records as they will be once these writes are kept: a new partner has its name already. */
export function readsAfter(writes: readonly Write[], reads: Reads): Reads {
  if (writes.length === 0) return reads
  return {
    get: async <K extends RecordKind>(kind: K, id: string): Promise<RecordOf<K> | undefined> => {
      const write = writes.find((each) => each.kind === kind && each.id === id)
      // A write's record is of the write's kind, which the union cannot say of a variable.
      return write ? (write.after as RecordOf<K> | undefined) : reads.get(kind, id)
    },
    find: (kind, query) => reads.find(kind, query),
    count: (kind, query) => reads.count(kind, query),
    guard: (name) => reads.guard(name),
    conversation: (key) => reads.conversation(key),
    conversationsOf: (staff) => reads.conversationsOf(staff),
    turn: (id) => reads.turn(id),
    turns: (query) => reads.turns(query),
    delivery: (id) => reads.delivery(id),
    deliveries: (query) => reads.deliveries(query),
  }
}
