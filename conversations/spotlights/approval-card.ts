import { type Action, type Card, encodePress } from '../../data/card.ts'
import type { Moment } from '../conversation.ts'
import { consentWords, whenWords } from './draft-card.ts'
import { isSelfApproving } from './people.ts'
import { photoLink } from './photo-links.ts'
import { previewParts } from './preview.ts'
import { withheldWords } from './recognizable.ts'
import { reachOf, type StoryView, storyTitle } from './story-view.ts'

/** What an approver decides on: who wrote it, exactly what each destination will show, and when. */
export async function approvalCard(view: StoryView, moment: Moment, notes: readonly string[] = []): Promise<Card> {
  const { story, writer } = view
  const press = (action: string): string =>
    encodePress(`approval.${action}`, { story: story.id, revision: story.revision })
  const isOwn = await isSelfApproving(story, moment.reads)
  const isSigned = story.isNameless || reachOf(view, moment).some(({ cover }) => cover.isCovered)
  const photo = story.photo ? photoLink('photo-view', story, moment) : undefined
  const actions: Action[] = [
    { label: 'Approve', style: 'primary', press: press('approve') },
    ...(isSigned ? [] : [{ label: 'A form is on file', press: encodePress('consent.file', { story: story.id }) }]),
    { label: 'Change', press: encodePress('spotlight.change', { story: story.id }) },
    ...(photo ? [{ label: 'See the photo', url: photo }] : []),
    { label: 'Decline', style: 'danger', press: press('decline') },
  ]
  const title = storyTitle(view)
  const leftOut = withheldWords(story)
  return {
    summary: `For approval: ${title}, written by ${writer}.`,
    parts: [
      { kind: 'heading', text: `For approval: ${title}` },
      ...notes.map((text) => ({ kind: 'text' as const, text })),
      {
        kind: 'facts',
        facts: [
          { label: 'Written by', value: writer },
          ...(view.school ? [{ label: 'School', value: view.school }] : []),
          { label: 'When', value: whenWords(view, moment) },
          { label: 'Consent', value: consentWords(view, moment) },
        ],
      },
      ...(await previewParts(view, moment)),
      ...(leftOut ? [{ kind: 'context' as const, text: leftOut }] : []),
      ...(isOwn
        ? [
            {
              kind: 'context' as const,
              text: 'One-person program: an administrator has set that its writer may approve it.',
            },
          ]
        : []),
      { kind: 'actions', actions },
    ],
  }
}

/** What an approver's card becomes once it is decided. */
export function decidedCard(view: StoryView, what: string): Card {
  const text = `${storyTitle(view)}, by ${view.writer}: ${what}`
  return { summary: text, parts: [{ kind: 'text', text }] }
}
