import type { Reads } from '../../data/store.ts'
import type { StoryRecord, StoryStep, StoryText } from '../../data/story.ts'
import type { Moment } from '../conversation.ts'
import { composeStory, NAME } from './composition.ts'
import { factsOf } from './facts.ts'
import { capitalized } from './grammar.ts'
import { limited } from './limits.ts'
import { internshipOf, type StoryQuestion } from './missing-steps.ts'
import { findPartner } from './named.ts'
import { findPrivateDetail, PRIVATE_DETAIL_WORDS } from './private-details.ts'
import { literal, nameParts, shortName } from './public-name.ts'
import { withheldOf } from './recognizable.ts'
import { revised } from './revision.ts'
import type { StoryView } from './story-view.ts'

/** The story with the words that its facts compose; words that a person has changed stay. */
export async function recomposed(
  story: StoryRecord,
  reads: Reads,
  newNames: ReadonlyMap<string, string> = new Map(),
): Promise<StoryRecord> {
  const { withheld: _, ...bare } = story
  const told: StoryRecord = story.isNameless ? { ...bare, withheld: await withheldOf(story, reads) } : bare
  if (story.isEdited) return revised(told)
  return revised({ ...told, text: limited(composeStory(await factsOf(told, reads, newNames))) })
}

/** The story with a step answered, as typed or as a button says; a sentence where the answer cannot be one. */
export async function answered(
  story: StoryRecord,
  question: StoryQuestion,
  value: string | undefined,
  moment: Pick<Moment, 'reads' | 'knowledge'>,
): Promise<StoryRecord | string> {
  const asked = [...story.asked, question]
  if (value === undefined) return { ...story, asked }
  const { reads } = moment
  const partner = await findPartner(value, moment)
  const name = asName(value)
  const place = partner ? { partner: partner.id } : { name }
  const earlier = story.steps.slice(0, -1)
  const [last] = story.steps.slice(-1)
  if (!last) return story
  switch (question) {
    case 'partner':
      return recomposed(
        { ...story, asked, steps: [...earlier, { ...last, ...place }], ...(partner ? { partner: partner.id } : {}) },
        reads,
      )
    case 'college':
      return recomposed({ ...story, asked, steps: [...earlier, { ...last, name }] }, reads)
    case 'credential':
    case 'award':
      return recomposed({ ...story, asked, steps: [...earlier, { ...last, name: value }] }, reads)
    case 'role':
      return recomposed({ ...story, asked, steps: [...earlier, { ...last, role: value.toLowerCase() }] }, reads)
    case 'internship':
    case 'internship-where': {
      const before = internshipOf(story.steps)
      const others = earlier.filter((step) => step !== before)
      return recomposed(
        { ...story, asked, steps: [...others, { ...before, kind: 'internship', ...place }, last] },
        reads,
      )
    }
    case 'program':
      return withProgram({ ...story, asked }, value, reads)
    default:
      return question satisfies never
  }
}

const SMALL_WORDS = new Set(['of', 'the', 'and', 'at', 'for', 'in', 'de', 'la'])

/** A name typed in small letters, as names are written. */
const asName = (typed: string): string =>
  typed !== typed.toLowerCase()
    ? typed
    : typed.replace(/\p{L}[\p{L}'’]*/gu, (word, at: number) =>
        at > 0 && SMALL_WORDS.has(word) ? word : capitalized(word),
      )

async function withProgram(story: StoryRecord, name: string, reads: Reads): Promise<StoryRecord | string> {
  const programs = await reads.find('program', {
    where: { isActive: true, ...(story.school ? { school: story.school } : {}) },
  })
  const wanted = name.toLowerCase()
  const program =
    programs.find(
      (each) => each.name.toLowerCase() === wanted || each.aliases.some((alias) => alias.toLowerCase() === wanted),
    ) ?? programs.find((each) => each.name.toLowerCase().includes(wanted))
  if (!program) return `"${name}" is not a program ${story.school ? 'of the school' : 'that I know'}.`
  const classes: StoryStep[] = story.steps.some(({ kind }) => kind === 'classes') ? [] : [{ kind: 'classes' }]
  return recomposed(
    {
      ...story,
      program: program.id,
      ...(program.cluster && !story.cluster ? { cluster: program.cluster } : {}),
      steps: [...classes, ...story.steps],
    },
    reads,
  )
}

/** Words that a person wrote, with the student's name as its placeholder; a sentence where they may not be shown. */
export function takeWords(
  words: StoryText,
  view: Pick<StoryView, 'student' | 'subject' | 'school' | 'program' | 'partner' | 'story'>,
): StoryText | string {
  const { student, story } = view
  const held = limited({
    headline: holdName(words.headline, student.name),
    sentences: words.sentences.map((sentence) => holdName(sentence, student.name)),
  })
  const text = [held.headline, ...held.sentences].join('\n')
  if (text.trim() === '') return 'A story needs words.'
  const known = [view.school ?? '', view.program ?? '', view.partner ?? '']
  // The placeholder becomes the full name where a consent allows it; a surname typed apart from it never does.
  const detail = findPrivateDetail(text.replaceAll(NAME, ' '), student.name, known, false)
  if (detail) return PRIVATE_DETAIL_WORDS[detail]
  if (story.isNameless && (text.includes(NAME) || holdsFirstName(text, student.name))) {
    return 'This story is told without a name, so its words cannot have one.'
  }
  return held
}

/** "Jaylen Mercer" and "Jaylen M." as the placeholder. */
function holdName(text: string, name: string): string {
  const forms = [name.trim().replace(/\s+/g, ' '), shortName(name)].filter((form) => form.includes(' '))
  return forms
    .reduce(
      (left, form) =>
        left.replace(
          new RegExp(`(?<![\\p{L}\\p{N}])${literal(form).replaceAll(' ', '\\s+')}(?![\\p{L}\\p{N}])`, 'giu'),
          NAME,
        ),
      text.replaceAll(NAME, shortName(name)),
    )
    .trim()
}

function holdsFirstName(text: string, name: string): boolean {
  const { first } = nameParts(name)
  return first.length > 1 && new RegExp(`(?<![\\p{L}\\p{N}])${literal(first)}(?![\\p{L}\\p{N}])`, 'u').test(text)
}
