import { type Card, encodePress } from '../../data/card.ts'
import type { StoryRecord } from '../../data/story.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { say, show, textOf, type Values } from './answers.ts'
import { decidedCard } from './approval-card.ts'
import { type StoryView, storyTitle } from './story-view.ts'
import { changeCards, tell } from './telling.ts'

/** [Decline]: the form that asks why. */
export function askReason(view: StoryView): Outcome {
  const { story } = view
  const title = storyTitle(view)
  return show({
    summary: `Decline: ${title}`,
    parts: [
      { kind: 'heading', text: `Decline: ${title}` },
      {
        kind: 'fields',
        fields: [
          {
            name: 'reason',
            label: 'Reason',
            type: 'text',
            isMultiline: true,
            maxChars: 500,
            hint: 'The writer reads it.',
          },
        ],
        submit: {
          label: 'Decline',
          style: 'danger',
          press: encodePress('approval.declined', { story: story.id, revision: story.revision }),
        },
        cancel: { label: 'Back', press: encodePress('approval.open', { story: story.id }) },
      },
    ],
  })
}

/** An approver's no, with the reason that the writer reads. */
export function decline(view: StoryView, values: Values, { speaker, now }: Situation): Outcome {
  const { story } = view
  const reason = textOf(values, 'reason').slice(0, 500)
  if (reason === '') return say('Say why, so that the writer knows what to change.')
  const after: StoryRecord = { ...story, state: 'declined', declined: { by: speaker.id, at: now, reason } }
  const toWriter: Card = {
    summary: `${storyTitle(view)}: declined by ${speaker.name}. ${reason}`,
    parts: [
      { kind: 'text', text: `${storyTitle(view)}: declined by ${speaker.name}.` },
      { kind: 'text', text: reason },
      { kind: 'actions', actions: [{ label: 'Change', press: encodePress('spotlight.change', { story: story.id }) }] },
    ],
  }
  return {
    what: 'decline_spotlight',
    title: `story about ${storyTitle(view)} declined`,
    replies: [{ card: sentence(`Declined. ${view.writer} is told why.`) }],
    writes: [{ kind: 'story', id: story.id, before: story, after }],
    posts: [
      ...changeCards(story.cards, decidedCard(view, `declined by ${speaker.name}.`), speaker.id),
      ...(story.writer === speaker.id ? [] : [tell('writer', story.writer, toWriter)]),
    ],
  }
}
