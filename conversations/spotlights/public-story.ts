import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import type { ConsentRecord, Destination, StoryPhoto, StoryRecord } from '../../data/story.ts'
import { dateOf, type Instant, localMomentAt, type Zone } from '../../data/time.ts'
import { NAME } from './composition.ts'
import { coverOf, isRefused, maintains } from './consent-rules.ts'
import { publicName } from './public-name.ts'

/** A moment as the organization's calendar sees it. */
export type At = { now: Instant; zone: Zone }

/** All that a destination may show of a story: nothing here is to be kept back. References are ids. */
export type PublicStory = {
  /** Also its address: it holds no name. */
  id: string
  /** "Jaylen M."; absent where the story has no name. */
  name?: string
  headline: string
  sentences: string[]
  photo?: StoryPhoto
  school?: string
  program?: string
  cluster?: string
  partner?: string
  publishedAt: Instant
}

/** Who a story is about, and what is known of their consent. */
export type Subject = { student: Pick<RecordOf<'student'>, 'name'>; consents: readonly ConsentRecord[] }

/**
 * What a destination may show of a story at a moment; undefined where it may show nothing: not approved for it, not yet
 * time, taken down, or no consent that covers it.
 */
export function publicStory(
  story: StoryRecord,
  subject: Subject,
  destination: Destination,
  at: At,
  thirdParty?: string,
): PublicStory | undefined {
  const { approval, publishedAt } = story
  if (!story.isLive || !approval || publishedAt === undefined || publishedAt > at.now) return undefined
  if (!approval.destinations.includes(destination)) return undefined
  const today = dateOf(localMomentAt(at.now, at.zone))
  const since = dateOf(localMomentAt(publishedAt, at.zone))
  const showing = { destination, ...(thirdParty ? { thirdParty } : {}) }
  const allowed = approval.isNameless
    ? !isRefused(subject.consents) && { fullName: false }
    : maintains(subject.consents, showing, since, today)
  if (!allowed) return undefined
  return shown({ ...story, ...approval }, subject.student.name, allowed.fullName, publishedAt)
}

/** What a destination would show if the story were approved as it stands: for its writer and approvers. */
export function previewOf(
  story: StoryRecord,
  subject: Subject,
  destination: Destination,
  at: At,
  thirdParty?: string,
): PublicStory {
  const today = dateOf(localMomentAt(at.now, at.zone))
  const cover = coverOf(subject.consents, { destination, ...(thirdParty ? { thirdParty } : {}) }, today)
  const isFull = cover.isCovered && cover.fullName
  return shown(story, subject.student.name, isFull, story.postAt ?? at.now)
}

/** Whether something new of this story may go to a destination now, as consents stand. */
export function mayPublish(
  story: Pick<StoryRecord, 'isNameless'>,
  consents: readonly ConsentRecord[],
  showing: Parameters<typeof coverOf>[1],
  at: At,
): ReturnType<typeof coverOf> {
  const today = dateOf(localMomentAt(at.now, at.zone))
  if (!story.isNameless) return coverOf(consents, showing, today)
  return isRefused(consents) ? { isCovered: false, why: 'refused' } : { isCovered: true, fullName: false }
}

type Told = Pick<
  StoryRecord,
  'id' | 'school' | 'program' | 'cluster' | 'partner' | 'isNameless' | 'withheld' | 'text' | 'photo'
>

function shown(story: Told, student: string, isFull: boolean, publishedAt: Instant): PublicStory {
  const name = publicName(student, isFull)
  const { id, school, cluster, partner, isNameless, text, photo } = story
  const program = isNameless && story.withheld?.includes('program') ? undefined : story.program
  return {
    id,
    ...(isNameless ? {} : { name }),
    headline: nameIn(text.headline, name),
    sentences: text.sentences.map((sentence) => nameIn(sentence, name)),
    // A face is a name.
    ...(photo && !isNameless ? { photo } : {}),
    ...(school ? { school } : {}),
    ...(program ? { program } : {}),
    ...(cluster ? { cluster } : {}),
    ...(partner ? { partner } : {}),
    publishedAt,
  }
}

/** The name in its places. "Jaylen M.", ending a sentence, brings the full stop itself. */
export function nameIn(text: string, name: string): string {
  const dotted = name.endsWith('.') ? text.replaceAll(`${NAME}.`, name) : text
  return dotted.replaceAll(NAME, name)
}

/** Everyone's consents of one student, with the student. Undefined: no such student. */
export async function subjectOfStory(story: Pick<StoryRecord, 'student'>, reads: Reads): Promise<Subject | undefined> {
  const student = await reads.get('student', story.student)
  if (!student) return undefined
  return { student, consents: await reads.find('consent', { where: { student: story.student } }) }
}
