import type { Inbound } from '../../conversations/inbound.ts'
import type { Handled } from '../../conversations/intake.ts'
import { type Card, cardText } from '../../data/card.ts'
import type { Delivery } from '../../data/delivery.ts'
import { cut, visible } from '../../data/shown-text.ts'
import { ADAPTIVE_CARD, renderAdaptiveCard, SUMMARY_MAX_CHARS } from './adaptive-card.ts'
import type { InvokeAnswer } from './bot.ts'

/**
 * Answers to a pressed button, in the response itself.
 * https://learn.microsoft.com/adaptive-cards/authoring-cards/universal-action-model#response-format
 */
const answer = (statusCode: number, type: string, value: unknown): InvokeAnswer => ({
  status: 200,
  body: { statusCode, type, value },
})

/** Takes the place of the card for the person who pressed. */
export const cardAnswer = (card: Card): InvokeAnswer => answer(200, ADAPTIVE_CARD, renderAdaptiveCard(card))
/** A sentence beside the card. */
export const sentenceAnswer = (text: string): InvokeAnswer =>
  answer(200, 'application/vnd.microsoft.activity.message', cut(visible(text), SUMMARY_MAX_CHARS))
/** Nothing came of it: the card stays as it is, with its buttons. */
export const faultAnswer = (statusCode: 400 | 500, code: string, text: string): InvokeAnswer =>
  answer(statusCode, 'application/vnd.microsoft.error', { code, message: cut(visible(text), SUMMARY_MAX_CHARS) })

/** The answer to a press, and what is left to do once it is on its way. */
export type PressAnswer = { answer: InvokeAnswer; deliver: Delivery[]; answered?: Delivery }

/**
 * A card that replaces the pressed one, or that is for the presser's eyes alone, travels in the response: Teams shows it
 * to the presser alone, and until they look again. What everybody is to see, and to keep seeing, is therefore delivered
 * as well.
 */
export function answerPress(handled: Handled, inbound: Inbound): PressAnswer {
  if (handled.kind === 'not-kept') {
    const text = cardText(handled.card)
    if (handled.why === 'not-admitted') return { answer: sentenceAnswer(text), deliver: [] }
    return { answer: faultAnswer(500, 'NotKept', text), deliver: [] }
  }
  const { replies, isRepeat } = handled
  const shown =
    replies.find((reply) => takesPlace(reply, inbound)) ?? replies.find((reply) => isForPresser(reply, inbound))
  const card = shown && shown.content.kind !== 'delete' ? shown.content.card : undefined
  const answered = shown && isForPresser(shown, inbound) ? shown : undefined
  return {
    answer: card ? cardAnswer(card) : sentenceAnswer(replies.length > 0 ? 'Answered below.' : 'Done.'),
    deliver: isRepeat ? [] : replies.filter((reply) => reply !== answered),
    ...(answered && !isRepeat && { answered }),
  }
}

/** A replacement of the pressed card that the presser may see. */
function takesPlace({ content, isPrivate, to }: Delivery, { on, author }: Inbound): boolean {
  if (content.kind !== 'replace' || on === undefined || !('message' in content.target)) return false
  return content.target.message.message === on.message && (!isPrivate || to.person === author.user)
}

/** What the presser alone is to see, in a place with other people in it. */
function isForPresser({ isPrivate, to, content }: Delivery, { place, author }: Inbound): boolean {
  const isHere = !to.isDirect && to.place === place.place && to.person === author.user
  return isPrivate && isHere && content.kind !== 'delete'
}
