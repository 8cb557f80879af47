import type { Card } from '../../data/card.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { isPrivateHere } from './privately.ts'
import { type StoryView, viewStory } from './story-view.ts'

export type Args = Readonly<Record<string, string>>
export type Values = Readonly<Record<string, string | string[]>>

/** One sentence, and nothing changes; the question that was open stays open. */
export const say = (text: string): Outcome => ({
  what: 'none',
  replies: [{ card: sentence(text), replaces: false, isPrivate: true }],
  pending: 'keep',
})

/** A card, and nothing changes. */
export const show = (card: Card, replaces = true): Outcome => ({
  what: 'ask',
  replies: [{ card, isPrivate: true, ...(replaces ? {} : { replaces: false }) }],
  pending: 'keep',
})

/** The story of a button, with what its cards need. */
export async function storyOf(args: Args, situation: Situation): Promise<StoryView | undefined> {
  const story: StoryRecord | undefined = await situation.reads.get('story', args.story ?? '')
  return story && viewStory(story, situation)
}

export const gone = (): Outcome => say('That story is gone.')

export const textOf = (values: Values, name: string): string => {
  const value = values[name]
  return typeof value === 'string' ? value.trim() : ''
}

export const choicesOf = (values: Values, name: string): string[] => {
  const value = values[name]
  if (value === undefined) return []
  return typeof value === 'string' ? (value === '' ? [] : [value]) : [...value]
}

/** Story cards are private: where a button stands in a channel after all, the answer does not. */
export const quietly = (outcome: Outcome, situation: Situation): Outcome =>
  isPrivateHere(situation)
    ? outcome
    : { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, isPrivate: true })) }
