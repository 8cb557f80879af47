import type { StoryRecord, StoryText } from '../../data/story.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { say } from './answers.ts'
import { mayChange } from './change-form.ts'
import { sentencesOf } from './limits.ts'
import { recordChange } from './reopening.ts'
import type { SaidEdit } from './said-edit.ts'
import { recomposed, takeWords } from './story-changes.ts'
import { type StoryView, viewStory } from './story-view.ts'

/** Changes the words of the story that the speaker is on: the one they last touched, else their newest open one. */
export async function editBySentence(edit: SaidEdit, situation: Situation): Promise<Outcome> {
  const view = await storyAtHand(situation)
  if (!view) return say('There is no story of yours here to change. Open it first, then say what to change.')
  if (!(await mayChange(view, situation))) return say('Only its writer and approvers change a story.')
  const { story } = view
  if (edit.kind === 'pronoun') {
    const { pronoun: _, ...rest } = story
    const after = { ...rest, ...(edit.pronoun ? { pronoun: edit.pronoun } : {}) }
    const notes = story.isEdited ? ['The words were written by a person, so the pronoun changes nothing in them.'] : []
    return recordChange(view, await recomposed(after, situation.reads), situation, notes)
  }
  const words = editWords(story.text, edit)
  if (typeof words === 'string') return say(words)
  const taken = takeWords(words, view)
  if (typeof taken === 'string') return say(`${taken} Nothing was changed.`)
  const after = await recomposed({ ...story, text: taken, isEdited: true }, situation.reads)
  return recordChange(view, after, situation)
}

/** The story that the last turn here was about, else the newest of the speaker's that is not decided yet. */
export async function storyAtHand(situation: Situation): Promise<StoryView | undefined> {
  const { reads, speaker, last } = situation
  const touched = last?.writes.find(({ kind, after }) => kind === 'story' && after !== undefined)
  const current = touched && (await reads.get('story', touched.id))
  const open = current && current.state !== 'taken_down' ? current : await newestOpen(situation)
  if (!open) return undefined
  const view = await viewStory(open, situation)
  return view && (speaker.id === open.writer || (await mayChange(view, situation))) ? view : undefined
}

async function newestOpen({ reads, speaker }: Situation): Promise<StoryRecord | undefined> {
  const order = { by: 'at', direction: 'descending' } as const
  const [own] = await reads.find('story', {
    where: { writer: speaker.id, state: { in: ['draft', 'waiting', 'declined'] } },
    order,
    limit: 1,
  })
  if (own || speaker.role === 'staff') return own
  return (await reads.find('story', { where: { state: 'waiting' }, order, limit: 1 }))[0]
}

/** The words with an edit in them; a sentence where there is nothing to edit. */
export function editWords(
  { headline, sentences }: StoryText,
  edit: Exclude<SaidEdit, { kind: 'pronoun' }>,
): StoryText | string {
  switch (edit.kind) {
    case 'replace': {
      if (edit.sentence === 'headline') return { headline: edit.text, sentences }
      const at = placeOf(edit.sentence, sentences.length)
      if (at === undefined) return countWords(sentences.length)
      return {
        headline,
        sentences: sentences.flatMap((sentence, n) => (n === at ? sentencesOf(ended(edit.text)) : [sentence])),
      }
    }
    case 'remove': {
      const at = placeOf(edit.sentence, sentences.length)
      if (at === undefined) return countWords(sentences.length)
      return { headline, sentences: sentences.filter((_, n) => n !== at) }
    }
    case 'add':
      return { headline, sentences: [...sentences, ...sentencesOf(ended(edit.text))] }
    case 'swap': {
      const swapped = {
        headline: headline.replaceAll(edit.from, edit.to),
        sentences: sentences.map((each) => each.replaceAll(edit.from, edit.to)),
      }
      const isThere = [headline, ...sentences].some((each) => each.includes(edit.from))
      return isThere ? swapped : `"${edit.from}" is not in the story.`
    }
    default:
      return edit satisfies never
  }
}

const placeOf = (n: number, count: number): number | undefined => {
  const at = n < 0 ? count + n : n
  return at >= 0 && at < count ? at : undefined
}

const countWords = (count: number): string => `The story has ${count} ${count === 1 ? 'sentence' : 'sentences'}.`

const ended = (text: string): string => (/[.!?…]["”’)]?$/.test(text.trim()) ? text.trim() : `${text.trim()}.`)
