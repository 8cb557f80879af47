import type { StoryRecord } from '../../data/story.ts'
import type { Instant } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { requestOf } from '../corrections.ts'
import { sentence } from '../notices.ts'
import { approvalCard } from './approval-card.ts'
import { draftCard } from './draft-card.ts'
import { stepPending } from './drafting.ts'
import { nextQuestion } from './missing-steps.ts'
import { type StoryView, storyTitle, viewStory } from './story-view.ts'
import { changeCards, changeShares } from './telling.ts'

/**
 * A story whose words or places have changed: an approval was of what it said before. What is up stays up as it was
 * approved; what was not out yet no longer goes.
 */
export function reopened(before: StoryRecord, changed: StoryRecord, now: Instant): StoryRecord {
  // Its time has come, and the clock has not said so yet: what left at that moment is up.
  const isOut = before.isLive && before.publishedAt !== undefined && before.publishedAt <= now
  const state = before.state === 'scheduled' && isOut ? 'posted' : before.state
  const isSameTime = changed.postAt === before.postAt || state === 'posted'
  if (changed.revision === before.revision && isSameTime) return { ...changed, state }
  const { declined: _, ...story } = changed
  switch (state) {
    case 'draft':
    case 'declined':
    case 'posted':
      return { ...story, state: 'draft' }
    case 'approved':
    case 'scheduled': {
      const { approval: __, publishedAt: ___, shares: ____, ...rest } = story
      return { ...rest, state: 'draft', isLive: false }
    }
    case 'waiting':
    case 'taken_down':
      return story
    default:
      return state satisfies never
  }
}

/** Records a change of a story, shows it to whoever made it, and keeps its approvers' cards in step. */
export async function recordChange(
  view: StoryView,
  changed: StoryRecord,
  situation: Situation,
  notes: readonly string[] = [],
): Promise<Outcome> {
  const before = view.story
  const after = reopened(before, changed, situation.now)
  const now = await viewStory(after, situation)
  if (!now) throw new Error('A story was changed whose student is not there.')
  const wasApproved = before.approval !== undefined && after.state === 'draft' && before.state !== 'draft'
  const told = [...notes, ...(wasApproved ? ['Changed, so it needs approval again.'] : [])]
  const isWaiting = after.state === 'waiting'
  const isWriter = situation.speaker.id === after.writer
  const card = isWaiting && !isWriter ? await approvalCard(now, situation, told) : await draftCard(now, situation, told)
  const question = after.state === 'draft' ? nextQuestion(after) : undefined
  const isSame = situation.last?.writes.some(({ kind, id }) => kind === 'story' && id === after.id)
  const earlier = isSame ? requestOf(situation.last) : undefined
  const refreshed = isWaiting
    ? changeCards(
        after.cards,
        await approvalCard(now, situation, [`Changed by ${situation.speaker.name}.`]),
        isWriter ? undefined : situation.speaker.id,
      )
    : []
  const off = `${storyTitle(now)}: changed by ${situation.speaker.name} after it was approved. It does not go out before it is approved again.`
  const isCalledOff = before.isLive && !after.isLive
  const calledOff = isCalledOff
    ? [
        ...changeCards(before.cards, sentence(off), isWriter ? undefined : situation.speaker.id),
        ...changeShares(before, 'The story was changed. Wait for its new text before you share it.'),
      ]
    : []
  return {
    what: 'edit_spotlight',
    title: `story about ${storyTitle(now)} changed`,
    replies: [{ card, isPrivate: true }],
    writes: [{ kind: 'story', id: after.id, before, after }],
    posts: [...refreshed, ...calledOff],
    // A correction said next is of the same draft.
    ...(earlier?.frame.intent === 'draft_spotlight' && after.state === 'draft' ? { request: earlier } : {}),
    ...(question ? { pending: stepPending(after.id, question, situation) } : {}),
  }
}
