import type { Delivery } from '../delivery.ts'
import type { Instant } from '../time.ts'

/** The deliveries that are not settled, by order key. */
export type Waiting = {
  replaced(before: Delivery | undefined, after: Delivery | undefined): void
  /** Those to be taken now, at most one of an order key, the most urgent first. */
  takable(now: Instant, limit: number): Delivery[]
  nextDue(): Instant | undefined
  /** All that are not settled, by the earliest due time among them. */
  sum(): { count: number; oldest?: Instant }
  /** Nothing of its order key stands before it, is being sent for another turn, or rests. */
  isFree(delivery: Delivery, now: Instant): boolean
  /** Nothing of an order key is taken before then. Forgotten with the process: it is a matter of seconds. */
  rest(orderKey: string, until: Instant): void
}

const isWaiting = (delivery: Delivery | undefined): delivery is Delivery => delivery?.state === 'due'
const placeOf = (delivery: Delivery): Instant => delivery.place ?? delivery.due

/** Within one order key: urgent ones first, then by the due time they had first, then by id. */
function byPlace(a: Delivery, b: Delivery): number {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1
  return placeOf(a) - placeOf(b) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

function byUrgency(a: Delivery, b: Delivery): number {
  if (a.isUrgent !== b.isUrgent) return a.isUrgent ? -1 : 1
  return a.due - b.due || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0)
}

export function createWaiting(deliveries: Iterable<Delivery>): Waiting {
  const keys = new Map<string, Map<string, Delivery>>()
  const rests = new Map<string, Instant>()

  function put(delivery: Delivery): void {
    const line = keys.get(delivery.orderKey) ?? new Map<string, Delivery>()
    line.set(delivery.id, delivery)
    keys.set(delivery.orderKey, line)
  }
  function drop(delivery: Delivery): void {
    const line = keys.get(delivery.orderKey)
    line?.delete(delivery.id)
    if (line?.size === 0) keys.delete(delivery.orderKey)
  }
  for (const delivery of deliveries) if (isWaiting(delivery)) put(delivery)

  /** The first of a line, and from when it can be taken: not while any of the line is leased, or it rests. */
  function headOf(key: string, line: ReadonlyMap<string, Delivery>): { head: Delivery; from: Instant } | undefined {
    let head: Delivery | undefined
    let leased = rests.get(key)
    for (const delivery of line.values()) {
      if (!head || byPlace(delivery, head) < 0) head = delivery
      if (delivery.lease && (leased === undefined || delivery.lease.until > leased)) leased = delivery.lease.until
    }
    return head && { head, from: leased !== undefined && leased > head.due ? leased : head.due }
  }

  return {
    replaced(before, after) {
      if (isWaiting(before)) drop(before)
      if (isWaiting(after)) put(after)
    },
    takable(now, limit) {
      const heads: Delivery[] = []
      for (const [key, line] of keys) {
        const first = headOf(key, line)
        if (first && first.from <= now) heads.push(first.head)
      }
      return heads.sort(byUrgency).slice(0, limit)
    },
    nextDue() {
      let next: Instant | undefined
      for (const [key, line] of keys) {
        const first = headOf(key, line)
        if (first && (next === undefined || first.from < next)) next = first.from
      }
      return next
    },
    sum() {
      const all = [...keys.values()].flatMap((line) => [...line.values()])
      const oldest = all.reduce((least, { due }) => Math.min(least, due), Number.POSITIVE_INFINITY)
      return { count: all.length, ...(all.length > 0 ? { oldest: oldest as Instant } : {}) }
    },
    isFree(delivery, now) {
      const { id, turn, orderKey } = delivery
      if ((rests.get(orderKey) ?? now) > now) return false
      return [...(keys.get(orderKey)?.values() ?? [])].every(
        (other) =>
          other.id === id ||
          (byPlace(delivery, other) < 0 && (other.turn === turn || !other.lease || other.lease.until <= now)),
      )
    },
    rest(orderKey, until) {
      rests.set(orderKey, until)
    },
  }
}
