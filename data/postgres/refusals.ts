import { type Kysely, sql } from 'kysely'
import type { RecordRef } from '../records.ts'
import type { CommitRefusal, Turn } from '../store.ts'
import type { Database } from './tables.ts'

/**
 * What another turn did first: the inbound, also where the inbox has forgotten it and the log has not, or a change of what
 * this one rests on.
 */
export type Stale = { taken: true } | { logged: true } | { record: RecordRef } | { guard: string; by?: string }

/** The refusal for a turn that was rolled back. */
export async function refusal(
  db: Kysely<Database>,
  turn: Turn,
  stale: Stale,
): Promise<{ ok: false; error: CommitRefusal }> {
  if ('record' in stale) return changedSince(db, stale.record)
  if ('guard' in stale)
    return { ok: false, error: { kind: 'changed-since', guard: stale.guard, ...(await byWhom(db, stale)) } }
  if ('logged' in stale) {
    const { body } = await db.selectFrom('turn').select('body').where('id', '=', turn.id).executeTakeFirstOrThrow()
    if (body.inbound !== turn.inbound) throw new Error(`Turn ${turn.id} has the id of another`)
    return { ok: false, error: { kind: 'already-handled', turn: body } }
  }
  const earlier = await db
    .selectFrom('turn')
    .innerJoin('inbox', 'inbox.turn', 'turn.id')
    .select('turn.body')
    .where('inbox.inbound', '=', turn.inbound)
    .executeTakeFirstOrThrow()
  return { ok: false, error: { kind: 'already-handled', turn: earlier.body } }
}

async function byWhom(db: Kysely<Database>, { guard, by }: { guard: string; by?: string }): Promise<{ by?: string }> {
  if (by !== undefined) return { by }
  const undone = /^turn (.*)$/s.exec(guard)?.[1]
  const { rows } = await (undone === undefined
    ? sql<{ by: string | null }>`select by_staff as by from guard where name = ${guard}`
    : sql<{ by: string | null }>`
        select other.by_staff as by from turn join turn as other on other.id = turn.undone_by where turn.id = ${undone}`
  ).execute(db)
  return typeof rows[0]?.by === 'string' ? { by: rows[0].by } : {}
}

/** Names who changed the record last, where the log still has it. */
export async function changedSince(
  db: Kysely<Database>,
  record: RecordRef | undefined,
): Promise<{ ok: false; error: CommitRefusal }> {
  if (!record) return { ok: false, error: { kind: 'changed-since' } }
  const { rows } = await sql<{ by: string | null }>`
    select turn.by_staff as by from turn_write join turn on turn.id = turn_write.turn
    where turn_write.kind = ${record.kind} and turn_write.record = ${record.id}
    order by turn_write.seq desc limit 1`.execute(db)
  const by = rows[0]?.by
  return { ok: false, error: { kind: 'changed-since', record, ...(typeof by === 'string' ? { by } : {}) } }
}
