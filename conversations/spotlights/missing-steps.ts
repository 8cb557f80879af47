import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { Reads } from '../../data/store.ts'
import type { StepKind, StoryRecord, StoryStep } from '../../data/story.ts'
import type { Moment } from '../conversation.ts'

/** What a story may still lack; each is asked once, can be skipped, and waits for nothing. */
export const STORY_QUESTIONS = [
  'partner',
  'college',
  'credential',
  'award',
  'program',
  'internship-where',
  'internship',
  'role',
] as const
export type StoryQuestion = (typeof STORY_QUESTIONS)[number]

export const isStoryQuestion = (text: string): text is StoryQuestion => STORY_QUESTIONS.some((known) => known === text)

const WORK: readonly StepKind[] = ['job', 'apprenticeship', 'internship']
const AFTER_INTERNSHIP: readonly StepKind[] = ['job', 'apprenticeship', 'college']

const placeOf = (step: StoryStep | undefined): string | undefined => step?.partner ?? step?.name
export const internshipOf = (steps: readonly StoryStep[]): StoryStep | undefined =>
  steps.slice(0, -1).find(({ kind }) => kind === 'internship')

/** The next thing to ask, or undefined where nothing is missing that was not skipped. */
export function nextQuestion({
  steps,
  program,
  asked,
}: Pick<StoryRecord, 'steps' | 'program' | 'asked'>): StoryQuestion | undefined {
  const last = steps.at(-1)
  if (!last) return undefined
  const internship = internshipOf(steps)
  const isMissing: Readonly<Record<StoryQuestion, boolean>> = {
    partner: WORK.includes(last.kind) && !placeOf(last),
    college: last.kind === 'college' && !last.name,
    credential: last.kind === 'credential' && !last.name,
    award: last.kind === 'award' && !last.name,
    program: !program,
    'internship-where': internship !== undefined && !placeOf(internship),
    internship: AFTER_INTERNSHIP.includes(last.kind) && !internship,
    role: WORK.includes(last.kind) && last.kind !== 'internship' && !last.role,
  }
  return STORY_QUESTIONS.find((question) => isMissing[question] && !asked.includes(question))
}

const WORDS: Readonly<Record<StoryQuestion, string>> = {
  partner: 'With which partner?',
  college: 'Which college?',
  credential: 'Which credential is it?',
  award: 'Which award is it?',
  program: 'Which program is the student in?',
  'internship-where': 'Where was the internship?',
  internship: 'Was there an internship on the way? Say where.',
  role: 'As what? Say the job title.',
}

export const questionWords = (question: StoryQuestion): string => WORDS[question]

/** The one open question of a draft, with its likely answers. */
export async function askPart(story: StoryRecord, { reads }: Pick<Moment, 'reads'>): Promise<Part[]> {
  const question = nextQuestion(story)
  if (!question) return []
  const press = (value?: string): string =>
    encodePress('spotlight.step', { story: story.id, question, ...(value ? { value } : {}) })
  const likely = (await likelyAnswers(question, story, reads)).map(
    ({ label, value }): Action => ({ label, press: press(value) }),
  )
  return [
    { kind: 'text', text: WORDS[question] },
    { kind: 'actions', actions: [...likely, { label: 'Skip', press: press() }] },
  ]
}

async function likelyAnswers(
  question: StoryQuestion,
  story: StoryRecord,
  reads: Reads,
): Promise<{ label: string; value: string }[]> {
  if (question === 'internship' || question === 'internship-where') {
    const partner = story.partner ? await reads.get('partner', story.partner) : undefined
    return partner ? [{ label: `At ${partner.name}`, value: partner.name }] : []
  }
  if (question !== 'program' || !story.school) return []
  const programs = await reads.find('program', { where: { school: story.school, isActive: true }, limit: 5 })
  return programs.map(({ name }) => ({ label: name, value: name }))
}
