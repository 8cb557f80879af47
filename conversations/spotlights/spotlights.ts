import type { Conversation, Outcome, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { amendSpotlight } from './amending.ts'
import { quietly, say } from './answers.ts'
import { approvalCard } from './approval-card.ts'
import { changeForm, saveForm } from './change-form.ts'
import { draftSpotlight } from './drafting.ts'
import { remindOfForm } from './form-reminder.ts'
import { openStory } from './own-stories.ts'
import { withOwn } from './own-story.ts'
import { approversOf } from './people.ts'
import { recordChange } from './reopening.ts'
import { hearStep, pressStep } from './step-taking.ts'
import { recomposed } from './story-changes.ts'
import { type StoryView, storyTitle } from './story-view.ts'
import { cardPost, changeCards } from './telling.ts'
import { pickStudent } from './which-student.ts'

/** A placement becomes a story: drafted in private, changed, sent to a second person. */
export const spotlights: Conversation = {
  name: 'spotlight',
  intents: { draft_spotlight: draftSpotlight },
  corrects: { draft_spotlight: amendSpotlight },
  answers: { step: hearStep },
  presses: {
    who: pickStudent,
    step: pressStep,
    send: async (args, situation) => quietly(await withOwn(args, situation, sendForApproval), situation),
    change: async (args, situation) => quietly(await changeForm(args, situation), situation),
    save: async (args, situation, values) => quietly(await saveForm(args, situation, values), situation),
    open: async (args, situation) => quietly(await withOwn(args, situation, openStory), situation),
    nameless: async (args, situation) =>
      quietly(await withOwn(args, situation, (view) => setNameless(view, true, situation)), situation),
    named: async (args, situation) =>
      quietly(await withOwn(args, situation, (view) => setNameless(view, false, situation)), situation),
    remind: async (args, situation) =>
      quietly(await withOwn(args, situation, (view) => remindOfForm(view.student, situation)), situation),
    discard: async (args, situation) => quietly(await withOwn(args, situation, discard), situation),
  },
}

export async function sendForApproval(view: StoryView, situation: Situation): Promise<Outcome> {
  const { story } = view
  if (story.state === 'waiting') return say('It is waiting for approval already.')
  if (story.state !== 'draft' && story.state !== 'declined') return say('That story is decided already.')
  const approvers = await approversOf(story, situation.reads)
  if (approvers.length === 0) {
    return say('Nobody may approve it yet. An administrator makes approvers: "make Nadia Ferris an approver".')
  }
  const { declined: _, ...rest } = story
  const waiting = { ...view, story: { ...rest, state: 'waiting' as const } }
  const card = await approvalCard(waiting, situation)
  const cards = approvers.map(({ id }) => ({ staff: id, ...cardPost(id, card, situation.turn) }))
  const after = { ...waiting.story, cards: Object.fromEntries(cards.map(({ staff, id }) => [staff, id])) }
  const names = approvers.map(({ name }) => name)
  const text = `${storyTitle(view)}: sent to ${names.join(', ')} for approval.`
  return {
    what: 'send_spotlight',
    title: `story about ${storyTitle(view)} sent for approval`,
    replies: [{ card: sentence(text) }],
    writes: [{ kind: 'story', id: story.id, before: story, after }],
    posts: [
      ...changeCards(story.cards, sentence(`${storyTitle(view)}: a newer version is waiting for approval.`), undefined),
      ...cards.map(({ post }) => post),
    ],
  }
}

async function setNameless(view: StoryView, isNameless: boolean, situation: Situation): Promise<Outcome> {
  const { story } = view
  if (story.state === 'taken_down') return say('That story was taken down. Draft it anew.')
  // Words with a name cannot serve a story without one, nor the other way round.
  const after = await recomposed({ ...story, isNameless, isEdited: false }, situation.reads)
  return recordChange(view, after, situation)
}

export function discard(view: StoryView): Outcome {
  const { story } = view
  if (story.isLive) return say('That story is out. Take it down instead.')
  if (story.state !== 'draft' && story.state !== 'declined')
    return say('Only a draft can be discarded. Take it down instead.')
  return {
    what: 'discard_spotlight',
    title: `draft about ${storyTitle(view)} discarded`,
    replies: [{ card: sentence('Draft discarded. What was recorded of the placement stays.') }],
    writes: [{ kind: 'story', id: story.id, before: story }],
  }
}
