import type { Action, Card } from '../data/card.ts'
import type { DeliveryGuard } from '../data/delivery.ts'
import type { Reads } from '../data/store.ts'
import { dateOf, instantOf, type LocalTime, momentAt } from '../data/time.ts'
import type { Post, Request, Situation } from './conversation.ts'
import { requestOf } from './corrections.ts'
import { questionGuard } from './question-guard.ts'
import { nextSchoolDay } from './school-days.ts'

/** The guard's name, under which the courier asks it immediately before it sends. */
export const OPEN_QUESTION_GUARD = 'open-question'
/** When a question that nobody answered is asked again, local time, on the next school day. */
const ASKED_AGAIN_AT = '08:00' as LocalTime
/** Characters of what was said that are shown with it. */
const MOST_SAID = 300
/** Turns since that are looked at for the same thing said anew. */
const MOST_LATER = 50

/**
 * What was said and waits for an answer is not lost when nobody answers: the next school morning it is shown again, in
 * private, with the question's own buttons. Not where it was answered, dropped or said anew in the meantime.
 */
export function askAgain(request: Request, question: string, actions: Action[], situation: Situation): Post {
  const { turn, local, knowledge, zone, speaker } = situation
  const found = instantOf(momentAt(nextSchoolDay(dateOf(local), knowledge.calendar), ASKED_AGAIN_AT), zone)
  const due = 'instant' in found ? found.instant : found.later
  const said = request.said.length > MOST_SAID ? `${request.said.slice(0, MOST_SAID)}…` : request.said
  const card: Card = {
    summary: `Not recorded yet: "${said}". ${question}`,
    parts: [
      { kind: 'heading', text: 'Not recorded yet' },
      { kind: 'context', text: said },
      { kind: 'text', text: question },
      { kind: 'actions', actions },
    ],
  }
  const guard: DeliveryGuard = { name: OPEN_QUESTION_GUARD, args: { turn } }
  return { name: 'again', to: { staff: speaker.id }, content: { kind: 'post', card }, due, guard }
}

/** Whether a question still waits; a sentence without names where it does not. */
export async function isStillOpen(
  { turn = '' }: Readonly<Record<string, string>>,
  reads: Reads,
): Promise<true | string> {
  if ((await reads.guard(questionGuard(turn))) > 0) return 'The question was answered.'
  const asked = await reads.turn(turn)
  if (!asked?.by || asked.undoneBy) return 'The question was taken back.'
  const later = await reads.turns({ by: asked.by, since: asked.at, limit: MOST_LATER })
  const isSaidAnew = later.some(
    (other) => other.id !== turn && !other.undoneBy && isSame(requestOf(asked), requestOf(other)),
  )
  return isSaidAnew ? 'It was said anew.' : true
}

/** The same intent about the same: recorded, or asked about in a question of its own. */
function isSame(one: Request | undefined, other: Request | undefined): boolean {
  if (!one || !other || one.frame.intent !== other.frame.intent) return false
  const about = ({ frame: { slots } }: Request): string =>
    [slots.partner, slots.student, slots.target, slots.event, slots.people?.join()].join('|').toLowerCase()
  return about(one) === about(other) || one.said === other.said
}
