import type { Kysely } from 'kysely'
import type pg from 'pg'
import { admitDelivery } from '../leases.ts'
import type { RecordKind, RecordOf } from '../records.ts'
import { type CommitRefusal, conversationGuard, type Result, type Turn, type TurnRecord, type Write } from '../store.ts'
import { deliveryRow } from './delivery-rows.ts'
import { isDangling, isToBeRepeated } from './failures.ts'
import { danglingReference } from './references.ts'
import { changedSince, refusal, type Stale } from './refusals.ts'
import { recordValues } from './rows.ts'
import { inOneWrite, run, type Statement } from './statements.ts'
import type { Database } from './tables.ts'
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

/** Two turns that wait for each other: one of them is begun anew, so often. */
const MOST_ATTEMPTS = 5

/** One statement of a turn, and what is out of date by its rows, if anything. */
type Step = { statement: Statement; values: readonly unknown[]; stale: (rows: readonly Row[]) => Stale | undefined }
type Row = Readonly<Record<string, unknown>>

/**
 * One transaction: the inbound's id, the conversation's row, the records and guards (locked in one order, so that turns
 * seldom wait for each other), the log, the outbox. All of it is sent at once, and kept only if nothing in it turned out
 * to be out of date. `turn` is storable. Rejects where it cannot be stored, or for a bug.
 */
export async function commitTurn(
  { db, pool }: { db: Kysely<Database>; pool: pg.Pool },
  turn: Turn,
  origin: string,
): Promise<Result<TurnRecord, CommitRefusal>> {
  const { reliesOn: _, touches: __, deliveries: ___, state: ____, ...record } = turn
  const kept: TurnRecord = { ...record, writes: turn.writes.map(numbered) }
  const steps = stepsOf(turn, kept, origin)
  for (let attempt = 1; ; attempt += 1) {
    try {
      const stale = await take(pool, steps)
      return stale ? await refusal(db, turn, stale) : { ok: true, value: kept }
    } catch (error) {
      if (isDangling(error)) return changedSince(db, await danglingReference(db, turn.writes))
      if (!isToBeRepeated(error) || attempt === MOST_ATTEMPTS) throw error
    }
  }
}

/** Takes the steps in one transaction; the first that is out of date, and then nothing was kept. */
async function take(pool: pg.Pool, steps: readonly Step[]): Promise<Stale | undefined> {
  const client = await pool.connect()
  let isUsable = true
  try {
    const begun = inOneWrite(client, () => [
      client.query('begin'),
      ...steps.map(({ statement, values }) => run<Row>(client, statement, values)),
    ])
    // Behind one that failed all others fail too: each is heard.
    const [first, ...results] = await Promise.allSettled(begun)
    if (first?.status === 'rejected') throw first.reason
    for (const [at, { stale }] of steps.entries()) {
      const result = results[at]
      if (result?.status !== 'fulfilled') throw result?.reason
      const found = stale(result.value.rows)
      if (!found) continue
      await client.query('rollback')
      return found
    }
    await client.query('commit')
    return undefined
  } catch (error) {
    await client.query('rollback').catch(() => {
      isUsable = false
    })
    throw error
  } finally {
    client.release(!isUsable)
  }
}

function stepsOf(turn: Turn, kept: TurnRecord, origin: string): Step[] {
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
  (rows) =>
    rows.length === 1 ? undefined : stale

function stateStep(state: NonNullable<Turn['state']>): Step {
  const { key, staff, at, version } = state
  return {
    statement: version === 0 ? beginConversation : goOnWithConversation,
    values: [key, staff, at, version, JSON.stringify({ ...state, version: version + 1 })],
    stale: unlessOne({ guard: conversationGuard(key), by: staff }),
  }
}

/** The write with the version that its record gets. */
function numbered<K extends RecordKind>(write: Write<K>): Write<K> {
  if (!write.after) return write
  const after: RecordOf<K> = { ...write.after, version: (write.before?.version ?? 0) + 1 }
  return { ...write, after }
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
      stale: ([row]) => (isAsBefore(row) ? undefined : { record: ref }),
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
      stale: ([row]) => (wanted === undefined || (row?.version ?? 0) === wanted ? undefined : { guard: name }),
    }
  })
}

/** Marks the turn that is taken back. */
function undoSteps(turn: Turn, id: string): Step[] {
  return [
    {
      statement: turnToUndo,
      values: [id],
      stale([undone]) {
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
    stale([row]) {
      if (row?.turns === 0) return { logged: true }
      if (row?.deliveries !== deliveries.length) throw new Error(`Turn ${id} has deliveries of ids that are taken`)
      return undefined
    },
  }
}
