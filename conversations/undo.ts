import { encodePress } from '../data/card.ts'
import type { RecordKind } from '../data/records.ts'
import type { Reads, TurnRecord, Write } from '../data/store.ts'
import { formatTime, localMomentAt, timeOf } from '../data/time.ts'
import type { Conversation, Outcome, Situation } from './conversation.ts'
import { sentence, sentenceWith } from './notices.ts'
import { say } from './say.ts'
import { whyLasting } from './spotlights/lasting.ts'

/** Takes back a turn: the same writes the other way round, refused where someone has changed a record since. */
export const undo: Conversation = {
  name: 'undo',
  intents: {
    undo: async ({ frame }, situation) => {
      if (!situation.last) return say('There is nothing of yours here to undo.')
      return frame.extra.isGuess ? askFirst(situation.last) : undoTurn(situation.last, situation)
    },
  },
  presses: {
    turn: async (args, situation) => {
      const turn = await situation.reads.turn(args.turn ?? '')
      return turn ? undoTurn(turn, situation) : say('That entry is gone.')
    },
  },
}

/** Words that only sound like it take nothing back by themselves. */
const askFirst = ({ id, title = 'the last entry' }: TurnRecord): Outcome => ({
  what: 'undo',
  replies: [
    { card: sentenceWith(`Take back ${title}?`, [{ label: 'Undo', press: encodePress('undo.turn', { turn: id }) }]) },
  ],
  pending: 'keep',
})

/** A turn that was kept for other than this: who someone is stays known. */
const isUndone = (write: Write, turn: TurnRecord): boolean => write.kind !== 'staff' || turn.what === 'set_role'

async function undoTurn(turn: TurnRecord, situation: Situation): Promise<Outcome> {
  const { reads } = situation
  if (turn.undoneBy) return say('That is undone already.')
  const lasting = whyLasting(turn.writes)
  if (lasting) return say(lasting)
  const told = await reads.deliveries({ turn: turn.id, state: 'sent', limit: 50 })
  // The organizer's own card that counts answers along (`card`) is nothing that others were told.
  if (told.some(({ id }) => !/-(r\d+|card)$/.test(id))) {
    return say('Others have been told of that already, so it cannot be undone. Change it or cancel it instead.')
  }
  const inverse: Write[] = []
  for (const write of turn.writes.filter((each) => isUndone(each, turn)).reverse()) {
    const back = await inverseOf(write, turn, situation)
    if (typeof back === 'string') return say(back)
    if (back) inverse.push(back)
  }
  if (inverse.length === 0) return say('There is nothing in that to undo.')
  const what = turn.title ? `Undone: ${turn.title.replace(/\.$/, '')}.` : 'Undone.'
  const rest = turn.writes.some(({ before }) => before) ? ' It is as it was before.' : ''
  return {
    what: 'undo',
    replies: [{ card: sentence(`${what}${rest}`) }],
    writes: inverse,
    undoes: turn.id,
  }
}

/** The write that takes a write back; a sentence where it cannot be; undefined where it should stay. */
async function inverseOf(write: Write, turn: TurnRecord, situation: Situation): Promise<Write | string | undefined> {
  const { reads } = situation
  const turns = await reads.turns({ wrote: { kind: write.kind, id: write.id }, limit: 20 })
  const newest = turns.find(({ undoneBy, undoes }) => !undoneBy && !undoes)
  if (newest && newest.id !== turn.id) return changedSince(newest, situation)
  const current = await reads.get(write.kind, write.id)
  if (!write.before && (await isUsedElsewhere(write.kind, write.id, turn, reads))) return undefined
  const { kind, id, before, after: _ } = write
  // A record and its earlier state are of one kind, which the union of writes cannot say of a variable.
  return { kind, id, ...(current ? { before: current } : {}), ...(before ? { after: before } : {}) } as Write
}

async function changedSince(newest: TurnRecord, { reads, speaker, zone }: Situation): Promise<string> {
  const who =
    newest.by === speaker.id ? 'You' : ((newest.by && (await reads.get('staff', newest.by))?.name) ?? 'Liaison')
  const at = formatTime(timeOf(localMomentAt(newest.at, zone)))
  return `${who} changed it at ${at}, so it cannot be undone. Undo that first, or correct it.`
}

/** A partner or person added with a contact stays where others have used it since. */
async function isUsedElsewhere(kind: RecordKind, id: string, turn: TurnRecord, reads: Reads): Promise<boolean> {
  if (kind !== 'partner' && kind !== 'person') return false
  const own = new Set(turn.writes.map((write) => write.id))
  const where = kind === 'partner' ? { partner: id } : { people: id }
  const contacts = await reads.find('contact', { where, limit: 5 })
  const followUps = await reads.find('followUp', { where, limit: 5 })
  const events = kind === 'partner' ? await reads.find('event', { where: { partners: id }, limit: 1 }) : []
  const people = kind === 'partner' ? await reads.find('person', { where: { partner: id }, limit: 5 }) : []
  return [...contacts, ...followUps, ...events, ...people].some((record) => !own.has(record.id))
}
