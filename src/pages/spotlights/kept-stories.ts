import type { Subject } from '../../../conversations/spotlights/public-story.ts'
import type { Store } from '../../../data/store.ts'
import type { ConsentRecord, StoryRecord } from '../../../data/story.ts'
import type { Kept } from './web-story.ts'

/** How many ids one query asks for, and how many records are read at once. */
const CHUNK = 200

/** All stories that are shown, were shown, or will be once their time has come, each with its student and consents. */
export async function readKeptStories(store: Store): Promise<Kept[]> {
  const live = await store.find('story', { where: { isLive: true } })
  const takenDown = await store.find('story', { where: { state: 'taken_down' } })
  const stories = new Map([...live, ...takenDown].map((story) => [story.id, story]))
  return withSubjects([...stories.values()], store)
}

/** One story as it is now; undefined where it is no story for the web, or is gone with its student. */
export async function readKeptStory(id: string, store: Store): Promise<Kept | undefined> {
  const story = await store.get('story', id)
  if (!story || (!story.isLive && story.state !== 'taken_down')) return undefined
  return (await withSubjects([story], store))[0]
}

async function withSubjects(stories: readonly StoryRecord[], store: Store): Promise<Kept[]> {
  const ids = [...new Set(stories.map(({ student }) => student))]
  const subjects = new Map<string, Subject>()
  for (let at = 0; at < ids.length; at += CHUNK) {
    const some = ids.slice(at, at + CHUNK)
    const consents = new Map<string, ConsentRecord[]>()
    for (const consent of await store.find('consent', { where: { student: { in: some } } })) {
      consents.set(consent.student, [...(consents.get(consent.student) ?? []), consent])
    }
    const students = await Promise.all(some.map((id) => store.get('student', id)))
    for (const student of students) {
      if (student) subjects.set(student.id, { student, consents: consents.get(student.id) ?? [] })
    }
  }
  return stories.flatMap((story): Kept[] => {
    const subject = subjects.get(story.student)
    return subject ? [{ story, subject }] : []
  })
}
