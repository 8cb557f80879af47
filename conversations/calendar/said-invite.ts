import { encodePress } from '../../data/card.ts'
import { dateOf } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { eventTitle } from '../event-words.ts'
import { partnerNamed, personNamed } from '../names-to-records.ts'
import { sentence, sentenceWith } from '../notices.ts'
import { say } from '../say.ts'
import { eventIdOf } from './event-of-turn.ts'
import { askOrInvite, inviteThese } from './invite.ts'
import { type Invitee, inviteeOf, inviteesOf, partnerInvitee } from './invitees.ts'
import { readAmong } from './it.ts'
import { placeInSeries } from './one-time.ts'
import { askScope, type Scope, scopeOf, upcoming } from './series-scope.ts'

const MOST_CHOICES = 5
/** "invite the teachers too": nobody else is meant. */
const TEACHERS = /\b(?:teachers?|staff|colleagues)\b/i
const ALL_OF_IT: Scope = { kind: 'all' }

/**
 * "invite everyone", "invite jetblue to the breakfast": to the event named, else to the one just spoken of; of a series to
 * all of it, or to one time ("just the 12th").
 */
export async function sayInvite(request: Request, situation: Situation): Promise<Outcome> {
  const { reads } = situation
  const { slots } = request.frame
  const id = slots.target ?? eventIdOf(situation.last)
  const event = id ? await reads.get('event', id) : undefined
  if (!event || event.isCancelled) return whichEvent(situation)
  const frame = { ...request.frame, slots: { ...slots, target: event.id } }
  // Everyone is asked: that says nothing of the times.
  const asked = { ...request, said: request.said.replace(/\bevery ?(one|body)\b/gi, '') }
  const scope = upcoming(event, situation.local).length > 1 ? scopeOf(asked, event, situation.local) : ALL_OF_IT
  if (!scope) return askScope({ ...request, frame }, event, situation)
  const time = scope.kind === 'one' ? placeInSeries(event, scope.occurrence.date) : undefined
  const invitees: Invitee[] = []
  for (const name of slots.people ?? []) {
    const person = await personNamed(name, undefined, reads)
    const invitee = person && (await inviteeOf(`person:${person.id}`, reads))
    if (invitee) invitees.push(invitee)
  }
  for (const name of slots.partners ?? []) {
    const partner = await partnerNamed(name, reads)
    if (partner && !invitees.some((invitee) => invitee.partner === partner.id)) {
      invitees.push(await partnerInvitee(partner, reads))
    }
  }
  if (invitees.length > 0) return withUnclear(await inviteThese(event, invitees, time, situation), request, situation)
  if (TEACHERS.test(request.said)) {
    const { named, suggested } = await inviteesOf(event, reads)
    const staff = [...named, ...suggested].filter((invitee) => invitee.staff)
    return staff.length > 0
      ? inviteThese(event, staff, time, situation)
      : say('No teacher of that field is known there.')
  }
  return askOrInvite(event, { isMore: request.frame.extra.more === true, time }, situation)
}

const NAMED = /^\W*(?:please |also |and )*invite (?<names>.+?)(?:\s+(?:to|for|on|just|only)\b.*)?$/i

/** A name of several that was not understood is told: nobody is to think that they were invited. */
function withUnclear(outcome: Outcome, { said }: Request, situation: Situation): Outcome {
  const names = NAMED.exec(said)?.groups?.names?.split(/,|&|\+|\band\b/i) ?? []
  const pieces = names.map((name) => name.trim()).filter(Boolean)
  const isClear = (piece: string): boolean => {
    const { slots } = readAmong(`invite ${piece}`, [], situation)
    return (slots.partners ?? slots.people ?? []).length > 0
  }
  const unclear = pieces.length > 1 ? pieces.filter((piece) => !isClear(piece)) : []
  const [reply, ...rest] = outcome.replies
  if (!reply || unclear.length === 0) return outcome
  const text = `Not invited: ${unclear.join(', ')}. Say the whole name.`
  const card = {
    ...reply.card,
    summary: `${text} ${reply.card.summary}`,
    parts: [{ kind: 'text' as const, text }, ...reply.card.parts],
  }
  return { ...outcome, replies: [{ ...reply, card }, ...rest] }
}

/** The speaker's events ahead, each with its button. */
async function whichEvent(situation: Situation): Promise<Outcome> {
  const events = await situation.reads.find('event', {
    where: { isCancelled: false, owner: situation.speaker.id, lastDay: { from: dateOf(situation.local) } },
    order: { by: 'start', direction: 'ascending' },
    limit: MOST_CHOICES,
  })
  if (events.length === 0)
    return { what: 'none', replies: [{ card: sentence('There is no event of yours ahead to invite to.') }] }
  const actions = await Promise.all(
    events.map(async (event) => ({
      label: await eventTitle(event, situation),
      press: encodePress('calendar.invite', { id: event.id }),
    })),
  )
  const text = 'To which event?'
  return {
    what: 'question',
    replies: [{ card: sentenceWith(text, actions) }],
  }
}
