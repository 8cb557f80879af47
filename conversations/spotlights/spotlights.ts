import { addDays, dateOf, formatDay } from '../../data/time.ts'
import type { Conversation, Outcome, Situation } from '../conversation.ts'
import { newFollowUp } from '../follow-up-records.ts'
import { sentence } from '../notices.ts'
import { nextSchoolDay } from '../school-days.ts'
import { amendSpotlight } from './amending.ts'
import { quietly, say } from './answers.ts'
import { approvalCard } from './approval-card.ts'
import { changeForm, saveForm } from './change-form.ts'
import { draftSpotlight } from './drafting.ts'
import { openStory } from './own-stories.ts'
import { withOwn } from './own-story.ts'
import { approversOf } from './people.ts'
import { shortName } from './public-name.ts'
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
    remind: async (args, situation) => quietly(await withOwn(args, situation, remindOfForm), situation),
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

/** A reminder about the signed form, in three school days. */
function remindOfForm(view: StoryView, situation: Situation): Outcome {
  const date = nextSchoolDay(addDays(dateOf(situation.local), 2), situation.knowledge.calendar)
  const note = `Signed media release of ${shortName(view.student.name)}: is it on file?`
  const followUp = newFollowUp({
    id: `${situation.turn}-f`,
    people: [],
    date,
    owner: situation.speaker.id,
    note,
    situation,
  })
  return {
    what: 'set_follow_up',
    title: `reminder of a form, ${formatDay(date, situation.local)}`,
    replies: [{ card: sentence(`You are reminded ${formatDay(date, situation.local)}: ${note}`), replaces: false }],
    writes: [{ kind: 'followUp', id: followUp.id, after: followUp }],
  }
}

function discard(view: StoryView): Outcome {
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
