import type { Delivery } from '../delivery.ts'
import type { RecordRef } from '../records.ts'
import type { TurnRecord } from '../store.ts'

/** Ids in the order in which they were kept, under one or more names each. */
type Lists = {
  add(name: string, id: string): void
  remove(name: string, id: string): void
  of(name: string): readonly string[]
}

function createLists(): Lists {
  const lists = new Map<string, string[]>()
  return {
    add(name, id) {
      const list = lists.get(name)
      if (list) list.push(id)
      else lists.set(name, [id])
    },
    remove(name, id) {
      const list = lists.get(name)
      // What is removed is the oldest, as a rule: it is found at once.
      const at = list?.indexOf(id) ?? -1
      if (at >= 0) list?.splice(at, 1)
      if (list?.length === 0) lists.delete(name)
    },
    of: (name) => lists.get(name) ?? [],
  }
}

export function* backwards<T>(list: readonly T[]): Generator<T> {
  for (let at = list.length - 1; at >= 0; at -= 1) yield list[at] as T
}

const recordName = ({ kind, id }: RecordRef): string => `wrote ${kind} ${id}`

/** The log by conversation, by person and by record. */
export type TurnIndex = {
  replaced(before: TurnRecord | undefined, after: TurnRecord | undefined): void
  /** Ids, newest first; of all turns where nothing is asked for. */
  newest(query: { conversation?: string; by?: string; wrote?: RecordRef }): Iterable<string>
}

export function createTurnIndex(turns: Iterable<TurnRecord>): TurnIndex {
  const lists = createLists()
  const namesOf = (turn: TurnRecord): string[] => [
    'all',
    `in ${turn.conversation}`,
    ...(turn.by === undefined ? [] : [`by ${turn.by}`]),
    ...new Set(turn.writes.map(recordName)),
  ]
  const add = (turn: TurnRecord): void => {
    for (const name of namesOf(turn)) lists.add(name, turn.id)
  }
  for (const turn of turns) add(turn)
  return {
    replaced(before, after) {
      // A turn that changes (it was undone, a name was removed) keeps its place.
      if (!before && after) add(after)
      if (before && !after) for (const name of namesOf(before)) lists.remove(name, before.id)
    },
    newest({ conversation, by, wrote }) {
      const name = wrote
        ? recordName(wrote)
        : conversation !== undefined
          ? `in ${conversation}`
          : by !== undefined
            ? `by ${by}`
            : 'all'
      return backwards(lists.of(name))
    },
  }
}

/** Deliveries by the turn that made them, and those that went wrong. */
export type DeliveryIndex = {
  replaced(before: Delivery | undefined, after: Delivery | undefined): void
  /** Ids in the order in which they were kept. */
  of(query: { turn?: string; state?: Delivery['state'] }): readonly string[]
}

export function createDeliveryIndex(deliveries: Iterable<Delivery>): DeliveryIndex {
  const lists = createLists()
  const add = (delivery: Delivery): void => {
    lists.add('all', delivery.id)
    lists.add(`of ${delivery.turn}`, delivery.id)
    lists.add(`state ${delivery.state}`, delivery.id)
  }
  for (const delivery of deliveries) add(delivery)
  return {
    replaced(before, after) {
      if (!before && after) add(after)
      if (before && before.state !== after?.state) {
        lists.remove(`state ${before.state}`, before.id)
        if (after) lists.add(`state ${after.state}`, after.id)
      }
      if (before && !after) {
        lists.remove('all', before.id)
        lists.remove(`of ${before.turn}`, before.id)
      }
    },
    of: ({ turn, state }) =>
      lists.of(turn !== undefined ? `of ${turn}` : state !== undefined ? `state ${state}` : 'all'),
  }
}
