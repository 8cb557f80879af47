import type { Store } from '../data/store.ts'

/** Hears how long an operation of the store took, in seconds, whether it came to something or not. */
export type Heard = (operation: string, seconds: number) => void

/** The same store, each of its operations timed. */
export function timedStore(store: Store, heard: Heard): Store {
  const time = async <T>(operation: string, run: () => Promise<T>): Promise<T> => {
    const start = performance.now()
    try {
      return await run()
    } finally {
      heard(operation, (performance.now() - start) / 1000)
    }
  }
  return {
    get: (kind, id) => time('get', () => store.get(kind, id)),
    find: (kind, query) => time('find', () => store.find(kind, query)),
    count: (kind, query) => time('count', () => store.count(kind, query)),
    guard: (name) => time('get', () => store.guard(name)),
    conversation: (key) => time('get', () => store.conversation(key)),
    conversationsOf: (staff) => time('find', () => store.conversationsOf(staff)),
    turn: (id) => time('get', () => store.turn(id)),
    turns: (query) => time('find', () => store.turns(query)),
    delivery: (id) => time('get', () => store.delivery(id)),
    deliveries: (query) => time('find', () => store.deliveries(query)),
    standing: (query) => time('find', () => store.standing(query)),
    commit: (turn) => time('commit', () => store.commit(turn)),
    lease: (now, lease, limit) => time('lease', () => store.lease(now, lease, limit)),
    claim: (id, owner, now) => time('lease', () => store.claim(id, owner, now)),
    settle: (id, owner, settlement) => time('settle', () => store.settle(id, owner, settlement)),
    waiting: () => time('count', store.waiting),
    nextDue: () => time('next', store.nextDue),
    redact: (names, replacement) => time('redact', () => store.redact(names, replacement)),
    ...(store.now ? { now: store.now } : {}),
    check: () => time('check', store.check),
    watch: store.watch,
    close: store.close,
  }
}
