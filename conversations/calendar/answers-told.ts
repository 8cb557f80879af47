import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads, Write } from '../../data/store.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { resolvePartner, resolvePeople } from '../names-to-records.ts'
import { askBefore } from '../question.ts'
import type { Frame } from '../understanding/frame.ts'
import { amendEvent } from './amend.ts'
import { isTooLate, recordAnswer } from './answer-outcome.ts'
import { eventHeading, eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { invitationsTo } from './invitations.ts'
import { aboutIt } from './it.ts'
import { gone } from './plan.ts'
import { readsAfter } from './reads-after.ts'
import type { Given } from './take-answer.ts'

/** "con ed is in, 3 people": an answer told to a coordinator counts as if given by the guest. */
export async function recordRsvp(asked: Request, situation: Situation): Promise<Outcome> {
  const request = aboutIt(asked, situation)
  const question = await askBefore(request, situation)
  if (question) return question
  const { reads, turn, local, speaker } = situation
  const { slots } = request.frame
  const spokenOf = await reads.get('event', slots.target ?? '')
  if (!spokenOf) return gone()
  const partner = slots.partner ? await resolvePartner(slots.partner, request, turn, reads) : undefined
  if (!partner || !slots.answer) throw new Error('An answer without a partner went past its question.')
  const event = await meantEvent(spokenOf, partner.value.id, request, reads)
  if (event.isCancelled) return gone()
  const people = await resolvePeople(slots.people ?? [], partner.value.id, turn, reads)
  const given: Given = {
    partner: partner.value.id,
    people: people.value.map(({ id }) => id),
    answer: slots.answer,
    ...(slots.headcount !== undefined ? { headcount: slots.headcount } : {}),
    via: 'told',
    toldBy: speaker.id,
    isLate: isTooLate(event, local),
  }
  const added = [...partner.writes, ...people.writes]
  return toldOutcome(event, given, added, request, { ...situation, reads: readsAfter(added, reads) })
}

/** Of the event spoken of, and another that the words may mean, the one to which the partner is asked. */
async function meantEvent(
  event: RecordOf<'event'>,
  partner: string,
  { frame }: Request,
  reads: Reads,
): Promise<RecordOf<'event'>> {
  const { otherwise } = frame.extra
  if (typeof otherwise !== 'string' || event.partners.includes(partner)) return event
  const isAsked = (await invitationsTo(event.id, reads)).some((invitation) => invitation.partner === partner)
  return isAsked ? event : ((await reads.get('event', otherwise)) ?? event)
}

async function toldOutcome(
  event: RecordOf<'event'>,
  given: Given,
  added: readonly Write[],
  request: Request,
  situation: Situation,
): Promise<Outcome> {
  const { local, speaker, turn } = situation
  const result = await recordAnswer(event, given, situation, { tellsOwner: event.owner !== speaker.id })
  const names = await namesOfEvent(event, situation.reads)
  const line = eventLine(event, names, local)
  return {
    ...result.outcome,
    writes: [...added, ...(result.outcome.writes ?? [])],
    replies: [
      {
        card: {
          summary: `${result.title}. ${result.text}`,
          parts: [
            { kind: 'heading', text: eventHeading(event, names) },
            ...result.parts,
            { kind: 'context', text: line },
            { kind: 'actions', actions: [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] },
          ],
        },
      },
    ],
    request: {
      ...request,
      frame: { ...request.frame, extra: { ...request.frame.extra, rsvp: result.taken.answer.id } },
    },
  }
}

/** "no, 4 people", "sorry, that was jetblue": the same answer, changed; another partner's leaves the first as it was. */
export async function amendRsvp(request: Request, changes: Frame, situation: Situation): Promise<Outcome> {
  const { partner, answer, headcount, people, target } = changes.slots
  if (!partner && !answer && headcount === undefined && !people && !target)
    return amendEvent(request, changes, situation)
  const outcome = await recordRsvp(request, situation)
  const earlier = situation.last?.writes.find((write) => write.kind === 'rsvp')
  if (!earlier || outcome.what !== 'record_rsvp' || outcome.writes?.some(({ id }) => id === earlier.id)) return outcome
  const current = await situation.reads.get('rsvp', earlier.id)
  if (!current) return outcome
  // The answer was another's: no ghost of it stays.
  const back: Write = {
    kind: 'rsvp',
    id: earlier.id,
    before: current,
    ...(earlier.before && earlier.kind === 'rsvp' ? { after: earlier.before } : {}),
  }
  return { ...outcome, what: 'correct', writes: [...(outcome.writes ?? []), back] }
}
