import type { RecordOf } from '../../data/records.ts'
import type { Moment, Outcome, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { isTooLate, recordAnswer } from './answer-outcome.ts'
import { eventFacts, eventHeading, eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { answerActions } from './guest-messages.ts'
import { shownTo } from './one-time.ts'
import type { Given } from './take-answer.ts'

/** [Yes] [No] [Maybe] of a colleague's own invitation. */
export async function answerByButton(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const { reads, speaker, local } = situation
  const invitation = await reads.get('invitation', args.invitation ?? '')
  const answer = (['yes', 'no', 'maybe'] as const).find((known) => known === args.answer)
  const event = invitation && (await reads.get('event', invitation.event))
  if (!invitation || !answer || !event || invitation.isWithdrawn) return say('That invitation is gone.')
  const { event: shown } = shownTo(invitation, event)
  if (invitation.staff !== speaker.id) return say('That invitation is for someone else.')
  if (shown.isCancelled) return say('That event is cancelled, so no answer is needed.')
  if (isTooLate(shown, local)) return say('That event has begun, so the answer changes nothing.')
  const result = await recordAnswer(event, givenBy(invitation, answer, {}), situation)
  const names = await namesOfEvent(event, reads)
  const said = { yes: 'You said yes', no: 'You said no', maybe: 'You said maybe' }[answer]
  const waits = result.taken.answer.isWaiting ? ' All places are taken, so you are on the waiting list.' : ''
  return {
    ...result.outcome,
    replies: [
      {
        card: {
          summary: `${said}: ${eventLine(shown, names, local)}.${waits}`,
          parts: [
            { kind: 'heading', text: eventHeading(event, names) },
            { kind: 'text', text: `${said}.${waits}` },
            { kind: 'facts', facts: eventFacts(shown, names, local) },
            { kind: 'actions', actions: answerActions(invitation.id) },
          ],
        },
      },
    ],
  }
}

function givenBy(
  { id, partner, person, staff, time }: RecordOf<'invitation'>,
  answer: Given['answer'],
  { headcount, dietary }: { headcount?: number; dietary?: string },
): Given {
  return {
    ...(partner ? { partner } : {}),
    people: person ? [person] : [],
    ...(staff ? { staff } : {}),
    invitation: id,
    ...(time !== undefined ? { time } : {}),
    answer,
    ...(headcount !== undefined ? { headcount } : {}),
    ...(dietary ? { dietary } : {}),
    via: staff ? 'button' : 'link',
    isLate: false,
  }
}

export type LinkAnswer = { answer: Given['answer']; headcount?: number; dietary?: string }

/**
 * A guest's answer from their own page, as an outcome to commit (without replies), and the sentence for the page; the
 * sentence alone where there is no such invitation or event. One that comes too late is noted and changes nothing.
 */
export async function answerByLink(
  invitationId: string,
  said: LinkAnswer,
  moment: Moment,
): Promise<{ outcome?: Outcome; text: string }> {
  const invitation = await moment.reads.get('invitation', invitationId)
  const event = invitation && (await moment.reads.get('event', invitation.event))
  if (!invitation || !event || invitation.isWithdrawn) return { text: 'This invitation is no longer open.' }
  const { event: shown } = shownTo(invitation, event)
  if (shown.isCancelled) return { text: 'This event does not take place.' }
  const isLate = isTooLate(shown, moment.local)
  const result = await recordAnswer(event, { ...givenBy(invitation, said.answer, said), isLate }, moment)
  if (isLate)
    return { outcome: { ...result.outcome, replies: [] }, text: 'This event has begun. Your answer was noted.' }
  const { isWaiting } = result.taken.answer
  const text = isWaiting
    ? 'All places are taken. You are on the waiting list, and are told when a place is free.'
    : {
        yes: 'Thank you. We look forward to seeing you.',
        no: 'Thank you for telling us.',
        maybe: 'Thank you. Tell us here when you know.',
      }[said.answer]
  return { outcome: { ...result.outcome, replies: [] }, text }
}
