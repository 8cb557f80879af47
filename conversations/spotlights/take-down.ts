import { encodePress } from '../../data/card.ts'
import type { StoryRecord } from '../../data/story.ts'
import { formatDay, localMomentAt } from '../../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { sentenceWith } from '../notices.ts'
import { gone, say, storyOf } from './answers.ts'
import { studentsOf } from './named.ts'
import { askedPrivately, inPrivate, isPrivateHere } from './privately.ts'
import { removedCard, removeStories } from './removal.ts'
import { storyTitle, viewStory } from './story-view.ts'
import { narrowStudents } from './which-student.ts'
import { withdrawConsent } from './withdrawal.ts'

const MOST_CHOICES = 8

/** Turns of these kinds are not undone: what has been taken down comes back by a new approval alone. */
export const TAKE_DOWN = 'take_down'

/** Any staff member, at any hour, without a debate. */
export const takeDowns: Conversation = {
  name: 'take-down',
  intents: { take_down_spotlight: takeDown },
  presses: {
    story: async (args, situation) => {
      const view = await storyOf(args, situation)
      if (!view) return gone()
      if (view.story.state === 'taken_down') return say('That story is down already.')
      return takeDownStories([view.story], situation)
    },
    all: async (args, situation) => {
      const stories = await standing((args.student ?? '').split(','), situation)
      return stories.length > 0 ? takeDownStories(stories, situation) : say('Those stories are down already.')
    },
  },
}

/** A family that has pulled its permission withdraws its consent with it. */
const PULLED =
  /\b(?:family|parents?|mom|mum|mother|dad|father|guardian|student|she|he|they)\b[^.!?]{0,40}\b(?:pull(?:ed|s|ing)?|withdr[ae]w\w*|revok\w+|chang\w+ (?:their|her|his) minds?|no longer|not? ok|said no|says no|want(?:s|ed)? (?:it|them|this) (?:down|gone|removed))\b|\b(?:pull(?:ed)?|withdrew|withdrawn|revoked?|no) (?:the )?(?:permission|consent|release)\b/i

export const saysWithdrawn = (text: string): boolean => PULLED.test(text.slice(0, 4000))

/** "take down jordan's post NOW, family pulled permission". */
async function takeDown(asked: Request, situation: Situation): Promise<Outcome> {
  const request = await narrowStudents(asked, situation, async ({ id }) => (await standing([id], situation)).length > 0)
  const ambiguous = request.frame.ambiguous.find(({ slot }) => slot === 'student')
  const students = ambiguous
    ? await candidates(ambiguous.candidates, situation)
    : await studentsOf(request.frame, situation)
  const withStories = (
    await Promise.all(students.map(async ({ id }) => ({ id, stories: await standing([id], situation) })))
  ).filter(({ stories }) => stories.length > 0)
  const [only] = withStories
  const single =
    students.length === 1
      ? students[0]
      : withStories.length === 1
        ? students.find(({ id }) => id === only?.id)
        : undefined
  if (single && saysWithdrawn(request.said)) return withdrawConsent(single, request, situation)
  if (single && only) return takeDownStories(only.stories, situation)
  const choices = withStories.length > 0 ? withStories.flatMap(({ stories }) => stories) : await newest(situation)
  return askWhich(choices, single !== undefined, situation)
}

async function candidates(names: readonly string[], { reads }: Situation) {
  const found = await Promise.all(names.map((name) => reads.find('student', { where: { name }, limit: 5 })))
  return found.flat()
}

/** Stories of students that are up, on their way, or still to be decided. */
async function standing(students: readonly string[], { reads }: Situation): Promise<StoryRecord[]> {
  const stories = await reads.find('story', { where: { student: { in: students } } })
  return stories.filter(
    ({ state, isLive }) => isLive || state === 'waiting' || state === 'approved' || state === 'scheduled',
  )
}

const newest = ({ reads }: Situation): Promise<StoryRecord[]> =>
  reads.find('story', {
    where: { isLive: true },
    order: { by: 'publishedAt', direction: 'descending' },
    limit: MOST_CHOICES,
  })

async function askWhich(stories: readonly StoryRecord[], isKnown: boolean, situation: Situation): Promise<Outcome> {
  if (stories.length === 0) {
    return say(isKnown ? 'No story of that student is up or on its way.' : 'No story is up or on its way.')
  }
  const views = await Promise.all(stories.slice(0, MOST_CHOICES).map((story) => viewStory(story, situation)))
  const actions = views.flatMap((view) =>
    view
      ? [
          {
            label: [storyTitle(view), formatDay(localMomentAt(view.story.at, situation.zone), situation.local)].join(
              ', ',
            ),
            style: 'danger' as const,
            press: encodePress('take-down.story', { story: view.story.id }),
          },
        ]
      : [],
  )
  const text = 'Which story is to be taken down?'
  return askedPrivately({
    what: 'question',
    replies: [{ card: sentenceWith(text, actions), replaces: false }],
    pending: 'keep',
  })
}

async function takeDownStories(stories: readonly StoryRecord[], situation: Situation): Promise<Outcome> {
  const removal = await removeStories(stories, situation.speaker.id, situation)
  const views = await Promise.all(stories.map((story) => viewStory(story, situation)))
  const names = [...new Set(views.flatMap((view) => (view ? [storyTitle(view)] : [])))]
  const outcome: Outcome = {
    what: TAKE_DOWN,
    title: `taken down: ${names.join(', ')}`,
    replies: [{ card: removedCard(`Taken down: ${names.join(', ')}`, removal) }],
    writes: removal.writes,
    posts: removal.posts,
  }
  return isPrivateHere(situation) ? outcome : inPrivate(outcome, situation, removedCard('Taken down', removal))
}
