import type { ConversationState, Standing, StandingQuery, TurnRecord } from '../store.ts'
import { orCannotStore } from './failures.ts'
import { selected } from './names.ts'
import type { QuickRead } from './quick-reads.ts'
import { type RecordRow, recordOf } from './rows.ts'
import { type Statement, statementOf } from './statements.ts'

/** How many turns are looked back. */
const LOOKED_BACK = 20

/** Other tables name staff in the database's own collation, by which their indexes are ordered. */
const standingBy = (who: string): Statement =>
  statementOf(`
    select staff.*, mine.body as conversation, there.body as elsewhere, last.body as last, recent.list as recent
    from (select) as one
    left join lateral (
      select ${selected('staff')}
      from staff where ${who} order by id limit 1
    ) as staff on true
    left join conversation as mine on mine.key = $2
    left join lateral (
      select conversation collate "C" as key from turn where by_staff = staff.id collate "default"
      order by seq desc limit 1
    ) as newest on newest.key <> $2
    left join conversation as there on there.key = newest.key
    left join lateral (
      select body from (
        select seq, has_writes, undone_by, body from turn where conversation = $2 order by seq desc limit ${LOOKED_BACK}
      ) as one
      where has_writes and undone_by is null and not body ? 'undoes'
        and body @? '$.writes[*].kind ? (@ != "staff" && @ != "alias")'
      order by seq desc limit 1
    ) as last on true
    left join lateral (
      select jsonb_agg(jsonb_build_object('turn', id, 'what', what, 'said', said) order by seq desc) as list
      from (
        select id, seq, at, what, undone_by, body ->> 'said' as said
        from turn where by_staff = staff.id collate "default"
        order by seq desc limit ${LOOKED_BACK}
      ) as one
      where at >= $3 and undone_by is null and said is not null
    ) as recent on true`)

const STANDING = { byId: standingBy('id = $1'), byIdentity: standingBy('identities && array[$1]') }

type Row = {
  id: string | null
  conversation: ConversationState | null
  elsewhere: ConversationState | null
  last: TurnRecord | null
  recent: Standing['recent'] | null
}

/** What a message goes on from, in one statement. */
export async function standingOf(
  { who, conversation, recentSince }: StandingQuery,
  quick: QuickRead,
): Promise<Standing> {
  const [statement, name] = 'id' in who ? [STANDING.byId, who.id] : [STANDING.byIdentity, who.identity]
  const rows = await orCannotStore(() => quick<Row>(statement, [name, conversation, recentSince]))
  const [row] = rows
  if (!row) throw new Error('The database says nothing of where a conversation stands.')
  const { conversation: state, elsewhere, last, recent, ...staff } = row
  return {
    ...(staff.id === null ? {} : { staff: recordOf('staff', staff as RecordRow) }),
    ...(state ? { conversation: state } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    ...(last ? { last } : {}),
    recent: recent ?? [],
  }
}
