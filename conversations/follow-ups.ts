import { type Card, encodePress } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import { addDays, dateOf, formatDay } from '../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { historyOf } from './find/history.ts'
import { followUpLine, moveFollowUp, newFollowUp } from './follow-up-records.ts'
import { remind } from './follow-up-reminders.ts'
import { aliasWrites, namesOf, personNamed, resolvePartner, resolvePeople } from './names-to-records.ts'
import { sentence } from './notices.ts'
import { askBefore } from './question.ts'

/** Keeps what was promised to a partner, and reminds its owner on its day. */
export const followUps: Conversation = {
  name: 'follow-up',
  intents: { set_follow_up: setFollowUp, complete_follow_up: completeFollowUp },
  corrects: { set_follow_up: amendFollowUp },
  presses: {
    done: async (args, situation) => finish(await idsIn(args, situation), situation, args.kept === 'yes'),
    week: (args, situation) => postpone(args, situation),
    open: async (args, situation) => {
      const followUp = await situation.reads.get('followUp', args.id ?? '')
      if (!followUp?.partner) return keep('That follow-up is gone.')
      const card = await historyOf(followUp.partner, 0, situation)
      return { what: 'ask', replies: [{ card, replaces: false }], pending: 'keep' }
    },
  },
  due: remind,
}

const keep = (text: string): Outcome => ({
  what: 'none',
  replies: [{ card: sentence(text), replaces: false }],
  pending: 'keep',
})

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
      { card: followUpCard(`Follow-up: ${line}`, `${speaker.name} is reminded that morning.`, followUp.id, turn) },
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
  if (!before) return keep('That follow-up is gone.')
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

async function completeFollowUp(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const { slots } = request.frame
  const { reads, speaker } = situation
  const named = slots.partner ? await resolvePartner(slots.partner, request, situation.turn, reads) : undefined
  const person = slots.people?.[0] ? await personNamed(slots.people[0], named?.value.id, reads) : undefined
  const partner = named?.value.id ?? person?.partner
  const open = await reads.find('followUp', {
    where: { isDone: false, ...(partner ? { partner } : {}) },
    order: { by: 'date', direction: 'ascending' },
    limit: 20,
  })
  const withPerson = person ? open.filter(({ people }) => people.includes(person.id)) : []
  const fitting = withPerson.length > 0 ? withPerson : open
  const own = fitting.filter(({ owner }) => owner === speaker.id)
  const choices = own.length > 0 ? own : fitting
  const name = slots.partner ?? slots.people?.[0] ?? ''
  if (choices.length === 0) return keep(`There is no open follow-up with ${name}.`)
  if (choices.length === 1) return finish(choices, situation, false)
  const text = `There are ${choices.length} open follow-ups with ${name}. Which is done?`
  const actions = await Promise.all(
    choices.slice(0, 5).map(async (followUp) => ({
      label: await followUpLine(followUp, situation),
      press: encodePress('follow-up.done', { id: followUp.id }),
    })),
  )
  const all = {
    label: 'All of them',
    press: encodePress('follow-up.done', { id: choices.map(({ id }) => id).join(',') }),
  }
  return {
    what: 'question',
    replies: [
      {
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            { kind: 'actions', actions: [...actions, all] },
          ],
        },
      },
    ],
    request,
  }
}

async function idsIn(args: Readonly<Record<string, string>>, { reads }: Situation): Promise<RecordOf<'followUp'>[]> {
  const records = await Promise.all((args.id ?? '').split(',').map((id) => reads.get('followUp', id)))
  return records.flatMap((record) => (record ? [record] : []))
}

async function finish(
  found: readonly RecordOf<'followUp'>[],
  situation: Situation,
  keepsCard: boolean,
): Promise<Outcome> {
  const open = found.filter(({ isDone }) => !isDone)
  if (open.length === 0) return keep(found.length > 0 ? 'That follow-up is done already.' : 'That follow-up is gone.')
  const lines = await Promise.all(open.map((followUp) => followUpLine(followUp, situation)))
  const text = `Done: follow-up with ${lines.join('; ')}.`
  return {
    what: 'complete_follow_up',
    title: `follow-up with ${lines.join('; ')} done`,
    replies: [
      {
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            {
              kind: 'actions',
              actions: [{ label: 'Undo', press: encodePress('undo.turn', { turn: situation.turn }) }],
            },
          ],
        },
        ...(keepsCard ? { replaces: false } : {}),
      },
    ],
    writes: open.map((before) => ({ kind: 'followUp', id: before.id, before, after: { ...before, isDone: true } })),
  }
}

async function postpone(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const [before] = await idsIn(args, situation)
  if (!before) return keep('That follow-up is gone.')
  if (before.isDone) return keep('That follow-up is done already.')
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
