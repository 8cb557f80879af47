import { type Card, encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatDay, localMomentAt } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { PAGE_LINES } from '../find/paging.ts'
import { sentence } from '../notices.ts'
import { quietly, say, show } from './answers.ts'
import { approvalCard } from './approval-card.ts'
import { mayChange } from './change-form.ts'
import { draftCard } from './draft-card.ts'
import { stepPending } from './drafting.ts'
import { storyAtHand } from './editing.ts'
import { nextQuestion } from './missing-steps.ts'
import { deliveriesOf } from './posting.ts'
import { shortName } from './public-name.ts'
import { stateWords, statusCard } from './status-card.ts'
import { type StoryView, storyTitle, viewStory } from './story-view.ts'
import { askedStudent, seenBy } from './which-student.ts'

/** "my drafts": the speaker's own stories that are not decided yet, newest first, each to be opened. */
export async function listDrafts(situation: Situation): Promise<Outcome> {
  const { reads, speaker } = situation
  const stories = await reads.find('story', {
    where: { writer: speaker.id, state: { in: ['draft', 'declined', 'waiting'] } },
    order: { by: 'at', direction: 'descending' },
    limit: PAGE_LINES + 1,
  })
  if (stories.length === 0) return say('You have no drafts.')
  const card: Card =
    stories.length > PAGE_LINES
      ? await listCard(stories.slice(0, PAGE_LINES), `Your newest ${PAGE_LINES} drafts`, situation)
      : await listCard(stories, `Your drafts: ${stories.length}`, situation)
  return quietly(show(card, false), situation)
}

async function listCard(stories: readonly RecordOf<'story'>[], title: string, situation: Situation): Promise<Card> {
  const parts: Card['parts'] = [{ kind: 'heading', text: title }]
  const lines: string[] = []
  for (const story of stories) {
    const view = await viewStory(story, situation)
    if (!view) continue
    const day = formatDay(localMomentAt(story.at, situation.zone), situation.local)
    const text = `${storyTitle(view)}, ${day}, ${stateWords(view, situation)}`
    lines.push(text)
    parts.push(
      { kind: 'text', text },
      { kind: 'actions', actions: [{ label: 'Open', press: encodePress('spotlight.open', { story: story.id }) }] },
    )
  }
  return { summary: `${title}. ${lines.join('; ')}`, parts }
}

/** "show me the story": the one at hand, as the speaker works on it. */
export async function openAtHand(situation: Situation): Promise<Outcome> {
  const view = await storyAtHand(situation)
  return view ? quietly(await openStory(view, situation), situation) : say('There is no story of yours here to show.')
}

/** "show me jalen's story", "did luis's post go out": the newest of that student, as far as the speaker may see it. */
export async function openOf(asked: Request, situation: Situation): Promise<Outcome> {
  const isSeen = seenBy(situation)
  const one = await askedStudent(asked, situation, isSeen)
  if ('outcome' in one) return one.outcome
  const [newest] = await situation.reads.find('story', {
    where: { student: one.student.id },
    order: { by: 'at', direction: 'descending' },
    limit: 1,
  })
  const view = newest && (await viewStory(newest, situation))
  if (!view) return say(`${shortName(one.student.name)}: there is no story yet.`)
  if (await mayChange(view, situation)) return quietly(await openStory(view, situation), situation)
  return say(`${storyTitle(view)}: ${stateWords(view, situation)}, by ${view.writer}.`)
}

/** A story as whoever opens it works on it: to decide, to change, or to see where it is. A draft asks what it lacks. */
export async function openStory(view: StoryView, situation: Situation): Promise<Outcome> {
  const { story } = view
  if (story.state === 'waiting' && situation.speaker.id !== story.writer)
    return show(await approvalCard(view, situation))
  if (story.state === 'taken_down') return { what: 'ask', replies: [{ card: sentence('That story was taken down.') }] }
  if (story.state !== 'draft' && story.state !== 'declined' && story.state !== 'waiting')
    return show(statusCard(view, await deliveriesOf(story, situation), situation))
  const question = story.state === 'draft' ? nextQuestion(story) : undefined
  return {
    ...show(await draftCard(view, situation)),
    ...(question ? { pending: stepPending(story.id, question, situation) } : {}),
  }
}
