import type { StoryRecord } from '../../data/story.ts'
import { addDays, dateOf, localMomentAt } from '../../data/time.ts'
import type { Moment, Occasion } from '../conversation.ts'
import { maintains } from './consent-rules.ts'
import { subjectOfStory } from './public-story.ts'
import { removedCard, removeStories } from './removal.ts'
import { occasion, occasionTurn } from './story-occasion.ts'
import { showingOf, storyTitle, viewStory } from './story-view.ts'
import { tell } from './telling.ts'

/** Students whose stories are looked for at once. */
const BATCH = 500

/**
 * Consents that have ended with the wish that what was published go: stories that lose their ground are taken down. Looked
 * through until nothing is left to take down, and then not again that day.
 */
export async function endings(moment: Moment): Promise<Occasion[]> {
  const { reads } = moment
  const today = dateOf(moment.local)
  const lookedThrough = `ended:${today}`
  if (await reads.turn(occasionTurn(lookedThrough))) return []
  const ended = await reads.find('consent', {
    where: { state: 'granted', removeAtEnd: true, end: { to: addDays(today, -1) } },
  })
  const students = [...new Set(ended.map(({ student }) => student))]
  const found: Occasion[] = []
  for (let at = 0; at < students.length; at += BATCH) {
    const where = { student: { in: students.slice(at, at + BATCH) }, isLive: true }
    for (const story of await reads.find('story', { where })) {
      if (await hasLostGround(story, moment)) found.push(await ending(story, moment))
    }
  }
  if (found.length > 0) return found
  return [{ id: lookedThrough, outcome: { what: 'look_through_consents', replies: [] } }]
}

const ending = (story: StoryRecord, moment: Moment): Promise<Occasion> =>
  occasion(`ended:${story.id}:${story.version}`, moment, async (at) => {
    const removal = await removeStories([story], undefined, at)
    const view = await viewStory(story, at)
    const lead = `${view ? storyTitle(view) : 'A story'}: the consent has ended, so it is taken down`
    return {
      what: 'take_down',
      replies: [],
      writes: removal.writes,
      posts: [...removal.posts, tell('ended', story.writer, removedCard(lead, removal))],
    }
  })

/** Some destination that shows it may no longer do so. */
async function hasLostGround(story: StoryRecord, { reads, local, zone, now }: Moment): Promise<boolean> {
  const subject = await subjectOfStory(story, reads)
  if (!subject || !story.approval || story.approval.isNameless) return false
  const since = dateOf(localMomentAt(story.publishedAt ?? now, zone))
  const showings = [
    ...story.approval.destinations.filter((each) => each !== 'third_party').map((destination) => ({ destination })),
    ...story.places.filter(({ delivery }) => delivery).map(showingOf),
  ]
  return showings.some((showing) => !maintains(subject.consents, showing, since, dateOf(local)))
}
