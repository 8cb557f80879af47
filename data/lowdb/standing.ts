import type { Reads, Standing, StandingQuery, TurnRecord } from '../store.ts'

/** How many turns are looked back. */
const LOOKED_BACK = 20

/** What a message goes on from. */
export async function standingOf({ who, conversation, recentSince }: StandingQuery, reads: Reads): Promise<Standing> {
  const [staff] =
    'id' in who
      ? [await reads.get('staff', who.id)]
      : await reads.find('staff', { where: { identities: who.identity }, limit: 1 })
  const state = await reads.conversation(conversation)
  const last = (await reads.turns({ conversation, limit: LOOKED_BACK })).find(recordedAndStands)
  const theirs = staff ? await reads.turns({ by: staff.id, limit: LOOKED_BACK }) : []
  const newest = theirs[0]?.conversation ?? conversation
  const elsewhere = newest === conversation ? undefined : await reads.conversation(newest)
  return {
    ...(staff ? { staff } : {}),
    ...(state ? { conversation: state } : {}),
    ...(elsewhere ? { elsewhere } : {}),
    ...(last ? { last } : {}),
    recent: theirs.flatMap(({ id, at, what, said, undoneBy }) =>
      at >= recentSince && said !== undefined && undoneBy === undefined ? [{ turn: id, what, said }] : [],
    ),
  }
}

const recordedAndStands = ({ writes, undoneBy, undoes }: TurnRecord): boolean =>
  writes.some(({ kind }) => kind !== 'staff' && kind !== 'alias') && undoneBy === undefined && undoes === undefined
