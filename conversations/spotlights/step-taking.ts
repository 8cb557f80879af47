import { encodePress } from '../../data/card.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { sentenceWith } from '../notices.ts'
import type { Frame } from '../understanding/frame.ts'
import { type Args, quietly, say } from './answers.ts'
import { editBySentence } from './editing.ts'
import { askPart, isStoryQuestion, questionWords, type StoryQuestion } from './missing-steps.ts'
import { withOwn } from './own-story.ts'
import { recordChange } from './reopening.ts'
import { readSaidEdit } from './said-edit.ts'
import { readSpotlightRequest } from './said-request.ts'
import { readStepAnswer } from './step-answers.ts'
import { answered } from './story-changes.ts'
import type { StoryView } from './story-view.ts'

/** Characters of an answer; what is longer says more than was asked. */
const ANSWER_MAX_CHARS = 120
const ALWAYS_NEW: ReadonlySet<string> = new Set(['undo', 'ask', 'help', 'record_consent', 'set_follow_up'])

/** What takes back, where a bare "line cook" answers. */
const CORRECTS = /^\W*(?:correction|no,|no wait|actually|scratch|sorry|wait|i meant|make it|change|not )/i

/** A typed text while a draft's question is open. Undefined: it is something new. */
export async function hearStep(
  text: string,
  frames: readonly Frame[],
  state: unknown,
  situation: Situation,
): Promise<Outcome | undefined> {
  if (isNewRequest(text, frames) || readSpotlightRequest(text, frames, situation)) return undefined
  const edit = readSaidEdit(text)
  if (edit) return quietly(await editBySentence(edit, situation), situation)
  const { story, question } = stepState(state)
  if (!isStoryQuestion(question)) return undefined
  const answer = readStepAnswer(text, question, situation)
  switch (answer.kind) {
    case 'other':
      return undefined
    case 'skip':
      return pressStep({ story, question }, situation)
    case 'sure':
      return pressStep({ story, question, value: answer.value }, situation)
    case 'doubtful':
      return withOwn({ story }, situation, (view) => askWhether(view, question, answer.value))
    case 'unfit':
      return withOwn({ story }, situation, (view) => askAgain(view, 'That does not answer it.', situation))
    default:
      return answer satisfies never
  }
}

/** A draft's question answered, by its button or as typed. */
export const pressStep = async (args: Args, situation: Situation): Promise<Outcome> =>
  quietly(await withOwn(args, situation, (view) => takeStep(view, args, situation)), situation)

async function takeStep(view: StoryView, args: Args, situation: Situation): Promise<Outcome> {
  const { question = '', value } = args
  if (!isStoryQuestion(question)) return say('That question is no longer open.')
  if (view.story.state !== 'draft') return say('The story is no longer a draft. Use Change.')
  const after = await answered(view.story, question, value?.slice(0, ANSWER_MAX_CHARS), situation)
  if (typeof after === 'string') return askAgain(view, after, situation)
  return recordChange(view, after, situation)
}

/** Something that understanding takes for a request of its own is no answer; "she interned at IBM" may look like one. */
function isNewRequest(text: string, [frame]: readonly Frame[]): boolean {
  if (text.length > ANSWER_MAX_CHARS) return true
  if (!frame || frame.intent === 'none') return false
  if (frame.intent === 'correct') return CORRECTS.test(text)
  if (frame.intent === 'draft_spotlight') return frame.slots.student !== undefined
  return ALWAYS_NEW.has(frame.intent) || !/\bintern(?:ed|ship|s)?\b/i.test(text)
}

function stepState(state: unknown): { story: string; question: string } {
  const { story = '', question = '' } = (state ?? {}) as { story?: string; question?: string }
  return { story, question }
}

async function askAgain({ story }: StoryView, lead: string, situation: Situation): Promise<Outcome> {
  const parts = await askPart(story, situation)
  const card = { summary: lead, parts: [{ kind: 'text' as const, text: lead }, ...parts] }
  return { what: 'question', replies: [{ card, replaces: false, isPrivate: true }], pending: 'keep' }
}

/** Everyday words may be a name, or something else altogether: nothing is made a fact unasked. */
function askWhether({ story }: StoryView, question: StoryQuestion, value: string): Outcome {
  const text = `"${value}": does that answer "${questionWords(question)}"?`
  const press = (answer?: string): string =>
    encodePress('spotlight.step', { story: story.id, question, ...(answer ? { value: answer } : {}) })
  const actions = [
    { label: 'Yes', press: press(value) },
    { label: 'Skip', press: press() },
  ]
  return {
    what: 'question',
    replies: [{ card: sentenceWith(text, actions), replaces: false, isPrivate: true }],
    pending: 'keep',
  }
}
