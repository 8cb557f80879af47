import { type Card, encodePress } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import { addDays, dateOf, formatDay } from '../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { historyOf } from './find/history.ts'
import { completeFollowUp, finish, followUpsIn } from './follow-up-closing.ts'
import { followUpLine, moveFollowUp, newFollowUp } from './follow-up-records.ts'
import { remind, reminderWords } from './follow-up-reminders.ts'
import { aliasWrites, namesOf, personNamed, resolvePartner, resolvePeople } from './names-to-records.ts'
import { askBefore } from './question.ts'
import { say } from './say.ts'

/** Keeps what was promised to a partner, and reminds its owner on its day. */
export const followUps: Conversation = {
  name: 'follow-up',
  intents: { set_follow_up: setFollowUp, complete_follow_up: completeFollowUp },
  corrects: { set_follow_up: amendFollowUp },
  presses: {
    done: async (args, situation) => finish(await followUpsIn(args, situation), situation, args.kept === 'yes'),
    week: (args, situation) => postpone(args, situation),
    open: async (args, situation) => {
      const followUp = await situation.reads.get('followUp', args.id ?? '')
      if (!followUp?.partner) return say('That follow-up is gone.')
      const card = await historyOf(followUp.partner, 0, situation)
      return { what: 'ask', replies: [{ card, replaces: false }], pending: 'keep' }
    },
  },
  due: remind,
}

async function setFollowUp(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const { slots } = request.frame
  const { turn, now, reads, speaker } = situation
  const named = slots.partner ? await resolvePartner(slots.partner, request, turn, reads) : undefined
  const person = slots.people?.[0] ? await personNamed(slots.people[0], named?.value.id, reads) : undefined
  const partner = named?.value.id ?? person?.partner
  const date = slots.date ?? slots.followUp
  if (!partner || !date) throw new Error('A follow-up without a partner or a date went past its question.')
  const people = await resolvePeople(slots.people ?? [], partner, turn, reads)
  const followUp = newFollowUp({
    id: `${turn}-f`,
    partner,
    people: people.value.map(({ id }) => id),
    date,
    owner: speaker.id,
    note: request.said,
    situation,
  })
  const names = [
    named?.value.name ?? (await namesOf('partner', [partner], reads))[0],
    ...people.value.map(({ name }) => name),
  ]
  const line = [...names, formatDay(date, situation.local)].filter(Boolean).join(', ')
  return {
    what: 'set_follow_up',
    title: `follow-up with ${line}`,
    replies: [
      { card: followUpCard(`Follow-up: ${line}`, reminderWords(followUp, speaker.name, situation), followUp.id, turn) },
    ],
    writes: [
      ...(named?.writes ?? []),
      ...people.writes,
      ...(await aliasWrites(request, speaker.id, now, turn, reads)),
      { kind: 'followUp', id: followUp.id, after: followUp },
    ],
    request,
  }
}

function followUpCard(title: string, context: string, id: string, turn: string): Card {
  return {
    summary: `${title}.`,
    parts: [
      { kind: 'heading', text: title },
      { kind: 'context', text: context },
      {
        kind: 'actions',
        actions: [
          { label: 'Undo', press: encodePress('undo.turn', { turn }) },
          { label: 'In a week', press: encodePress('follow-up.week', { id }) },
          { label: 'Done', press: encodePress('follow-up.done', { id }) },
        ],
      },
    ],
  }
}

/** "no, tuesday": the follow-up just set moves, or goes to another partner. */
async function amendFollowUp(request: Request, changes: Request['frame'], situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const id = situation.last?.writes.find((write) => write.kind === 'followUp')?.id ?? ''
  const before = await situation.reads.get('followUp', id)
  if (!before) return say('That follow-up is gone.')
  const { turn, reads } = situation
  const partner = changes.slots.partner ? await resolvePartner(changes.slots.partner, request, turn, reads) : undefined
  const partnerId = partner?.value.id ?? before.partner
  const people =
    changes.slots.people && partnerId ? await resolvePeople(changes.slots.people, partnerId, turn, reads) : undefined
  const date = changes.slots.date ?? changes.slots.followUp
  const moved = date ? moveFollowUp(before, date) : before
  const after: RecordOf<'followUp'> = {
    ...moved,
    ...(partnerId ? { partner: partnerId } : {}),
    people: people?.value.map((person) => person.id) ?? (partnerId === before.partner ? before.people : []),
  }
  const line = await followUpLine(after, situation)
  return {
    what: 'correct',
    title: `follow-up changed to ${line}`,
    replies: [{ card: followUpCard(`Follow-up: ${line}`, 'Changed.', id, turn) }],
    writes: [...(partner?.writes ?? []), ...(people?.writes ?? []), { kind: 'followUp', id, before, after }],
    request,
  }
}

async function postpone(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const [before] = await followUpsIn(args, situation)
  if (!before) return say('That follow-up is gone.')
  if (before.isDone) return say('That follow-up is done already.')
  const today = dateOf(situation.local)
  const after = moveFollowUp(before, addDays(before.date > today ? before.date : today, 7))
  const line = await followUpLine(after, situation)
  return {
    what: 'set_follow_up',
    title: `follow-up moved to ${line}`,
    replies: [{ card: followUpCard(`Follow-up: ${line}`, 'Moved by a week.', after.id, situation.turn) }],
    writes: [{ kind: 'followUp', id: after.id, before, after }],
  }
}
