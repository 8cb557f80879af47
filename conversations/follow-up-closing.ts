import { encodePress } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import type { Outcome, Request, Situation } from './conversation.ts'
import { followUpLine } from './follow-up-records.ts'
import { personNamed, resolvePartner } from './names-to-records.ts'
import { sentenceWith } from './notices.ts'
import { askBefore } from './question.ts'
import { say } from './say.ts'

/** "done with coned": of several, one's own before others'; which of those is asked. */
export async function completeFollowUp(request: Request, situation: Situation): Promise<Outcome> {
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
  if (choices.length === 0) return say(`There is no open follow-up with ${name}.`)
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
    replies: [{ card: sentenceWith(text, [...actions, all]) }],
    request,
  }
}

/** The follow-ups that a button names. */
export async function followUpsIn(
  args: Readonly<Record<string, string>>,
  { reads }: Situation,
): Promise<RecordOf<'followUp'>[]> {
  const records = await Promise.all((args.id ?? '').split(',').map((id) => reads.get('followUp', id)))
  return records.flatMap((record) => (record ? [record] : []))
}

/** Marks them as done. `keepsCard`: the card with the button stays as it is. */
export async function finish(
  found: readonly RecordOf<'followUp'>[],
  situation: Situation,
  keepsCard: boolean,
): Promise<Outcome> {
  const open = found.filter(({ isDone }) => !isDone)
  if (open.length === 0) return say(found.length > 0 ? 'That follow-up is done already.' : 'That follow-up is gone.')
  const lines = await Promise.all(open.map((followUp) => followUpLine(followUp, situation)))
  const undo = { label: 'Undo', press: encodePress('undo.turn', { turn: situation.turn }) }
  const text = `Done: follow-up with ${lines.join('; ')}.`
  return {
    what: 'complete_follow_up',
    title: `follow-up with ${lines.join('; ')} done`,
    replies: [{ card: sentenceWith(text, [undo]), ...(keepsCard ? { replaces: false } : {}) }],
    writes: open.map((before) => ({ kind: 'followUp', id: before.id, before, after: { ...before, isDone: true } })),
  }
}
