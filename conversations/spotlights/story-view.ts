import type { RecordOf } from '../../data/records.ts'
import type { Destination, StoryPlace, StoryRecord } from '../../data/story.ts'
import type { Moment } from '../conversation.ts'
import type { Gap, Showing } from './consent-rules.ts'
import { publicName, shortName } from './public-name.ts'
import { mayPublish, type Subject, subjectOfStory } from './public-story.ts'

/** A story with all that its cards need to know. */
export type StoryView = {
  story: StoryRecord
  student: RecordOf<'student'>
  subject: Subject
  writer: string
  organization: string
  school?: string
  program?: string
  partner?: string
  /** Names of the partners behind third-party channels, by id. */
  thirdParties: ReadonlyMap<string, string>
}

/** Undefined where the student is no longer in the directory: such a story is shown to nobody. */
export async function viewStory(story: StoryRecord, moment: Pick<Moment, 'reads'>): Promise<StoryView | undefined> {
  const { reads } = moment
  const subject = await subjectOfStory(story, reads)
  const student = await reads.get('student', story.student)
  if (!subject || !student) return undefined
  const [settings] = await reads.find('settings', { limit: 1 })
  const school = story.school ? (await reads.get('school', story.school))?.name : undefined
  const program = story.program ? (await reads.get('program', story.program))?.name : undefined
  const partner = story.partner ? (await reads.get('partner', story.partner))?.name : undefined
  const thirdParties = new Map<string, string>()
  for (const { thirdParty } of story.places) {
    if (thirdParty) thirdParties.set(thirdParty, (await reads.get('partner', thirdParty))?.name ?? thirdParty)
  }
  return {
    story,
    student,
    subject,
    writer: (await reads.get('staff', story.writer))?.name ?? 'someone who has left',
    organization: settings?.organization ?? '',
    ...(school ? { school } : {}),
    ...(program ? { program } : {}),
    ...(partner ? { partner } : {}),
    thirdParties,
  }
}

/** What a story is called where staff alone read it: "Jaylen M.", or "A story without a name". */
export const storyTitle = ({ story, student }: Pick<StoryView, 'story' | 'student'>): string =>
  story.isNameless ? `${shortName(student.name)} (told without a name)` : shortName(student.name)

export const showingOf = (place: StoryPlace): Showing =>
  place.thirdParty ? { destination: 'third_party', thirdParty: place.thirdParty } : { destination: 'internal' }

const DESTINATION_NAMES: Readonly<Record<Destination, string>> = {
  internal: 'Slack and Teams',
  web: 'web page',
  social: 'social media',
  press: 'press',
  third_party: 'third party',
}
export const destinationName = (destination: Destination): string => DESTINATION_NAMES[destination]

/** What a form names its destinations: as people say and tick them. */
const FORM_NAMES: Readonly<Record<Destination, string>> = {
  internal: 'inside the organization',
  web: 'web site',
  social: 'social media',
  press: 'press',
  third_party: 'a third party',
}
export const destinationOnForm = (destination: Destination): string => FORM_NAMES[destination]

const GAP_WORDS: Readonly<Record<Gap, string>> = {
  none: 'no signed form is on file',
  reported: 'a form is reported, and no approver has confirmed it yet',
  refused: 'the family has said no',
  ended: 'its consent has ended',
  'other-destinations': 'the form on file does not name it',
}
/** Why a destination is held back: for the writer and approvers, in private. */
export const gapWords = (gap: Gap): string => GAP_WORDS[gap]

/** Each wanted destination, third parties one by one, with whether it may be reached when the story goes out. */
export function reachOf(
  { story, subject }: Pick<StoryView, 'story' | 'subject'>,
  moment: Pick<Moment, 'now' | 'zone'>,
): { showing: Showing; cover: ReturnType<typeof mayPublish> }[] {
  const plain = story.destinations.filter((destination) => destination !== 'third_party')
  const third = [...new Set(story.places.flatMap(({ thirdParty }) => (thirdParty ? [thirdParty] : [])))]
  const showings: Showing[] = [
    ...plain.map((destination) => ({ destination })),
    ...third.map((thirdParty) => ({ destination: 'third_party' as const, thirdParty })),
  ]
  const { postAt } = story
  const at = { now: postAt && postAt > moment.now ? postAt : moment.now, zone: moment.zone }
  return showings.map((showing) => ({ showing, cover: mayPublish(story, subject.consents, showing, at) }))
}

/** The student's name as a destination may show it now. */
export function nameFor(
  view: Pick<StoryView, 'story' | 'subject' | 'student'>,
  showing: Showing,
  moment: Pick<Moment, 'now' | 'zone'>,
): string {
  const cover = mayPublish(view.story, view.subject.consents, showing, moment)
  return publicName(view.student.name, cover.isCovered && cover.fullName)
}
