import type { StoryText } from '../../data/story.ts'
import type { StepFacts, StoryFacts } from './facts.ts'
import { article, capitalized, gradeName, jobTitle, joined, type Subject, subjectOf, withArticle } from './grammar.ts'

/** Stands for the student's name; each destination puts what its consent allows. */
export const NAME = '{name}'

/** The words of a story, from its facts alone: nothing is said that was not. */
export function composeStory(facts: StoryFacts): StoryText {
  const last = facts.steps.at(-1)
  if (!last) throw new Error('A story without an outcome cannot be told.')
  const who = facts.isNameless ? namelessWho(facts, false) : NAME
  const lead = facts.isNameless ? namelessWho(facts, true) : namedWho(facts)
  const path = pathSentence(facts, last)
  return {
    headline: `${capitalized(who)} ${headlineVerb(last)}`,
    sentences: [`${capitalized(lead)} ${leadVerb(last)}.`, ...(path ? [path] : [])],
  }
}

/** "{name}, a senior in Culinary Arts at Food and Finance High School,". */
function namedWho({ grade, program, school }: StoryFacts): string {
  const place = school ? ` at ${school}` : ''
  if (program) return `${NAME}, ${withArticle(gradeName(grade))} in ${program}${place},`
  return school || grade ? `${NAME}, ${withArticle(gradeName(grade))}${place},` : NAME
}

/** "a Food and Finance High School junior", in the story's first sentence with the program. */
function namelessWho({ grade, program, school }: StoryFacts, isWhole: boolean): string {
  const who = school ? `${school} ${gradeName(grade)}` : gradeName(grade)
  return `${withArticle(who)}${isWhole && program ? ` in ${program}` : ''}`
}

/** A workplace that the directory does not have is told by its name alone. */
const workplace = ({ partner, name }: StepFacts): string | undefined => partner ?? name
const at = (step: StepFacts): string => (workplace(step) ? ` at ${workplace(step)}` : '')
const as = ({ role }: StepFacts): string => (role ? ` as ${withArticle(jobTitle(role))}` : '')

function headlineVerb(step: StepFacts): string {
  switch (step.kind) {
    case 'job':
      return `is hired${at(step)}${as(step)}`
    case 'apprenticeship':
      return `earns an apprenticeship${at(step)}${as(step)}`
    case 'internship':
      return `earns an internship${at(step)}${as(step)}`
    case 'college':
      return step.name ? `is going to ${step.name}` : 'is going to college'
    case 'credential':
      return `earns ${credential(step)}`
    case 'award':
      return `wins ${award(step)}`
    case 'classes':
      return 'takes CTE classes'
    default:
      return step.kind satisfies never
  }
}

function leadVerb(step: StepFacts): string {
  switch (step.kind) {
    case 'job':
      return `has been hired${at(step)}${as(step)}`
    case 'apprenticeship':
      return `has earned an apprenticeship${at(step)}${as(step)}`
    case 'internship':
      return `has earned an internship${at(step)}${as(step)}`
    case 'college':
      return step.name ? `has been accepted to ${step.name}` : 'has been accepted to college'
    case 'credential':
      return `has earned ${credential(step)}`
    case 'award':
      return `has won ${award(step)}`
    case 'classes':
      return 'takes CTE classes'
    default:
      return step.kind satisfies never
  }
}

/** Things one has one of ("an OSHA 30 card"); other credentials stand alone ("ServSafe"). */
const COUNTED_CREDENTIAL = /(?:card|licen[cs]e|certificate|certification|credential|diploma|endorsement|permit|badge)$/i
const STANDING_ALONE = /^(?:the|a|an|first|second|third|1st|2nd|3rd|gold|silver|bronze|\d+(?:th|st|nd|rd))\b/i

function credential({ name }: StepFacts): string {
  if (!name) return 'an industry credential'
  if (/^(?:a|an|the)\s/i.test(name)) return name
  return COUNTED_CREDENTIAL.test(name) ? `${article(name)} ${name}` : name
}

function award({ name }: StepFacts): string {
  if (!name) return 'an award'
  return STANDING_ALONE.test(name) ? name : `the ${name}`
}

/** "She took CTE classes in Culinary Arts, interned at Con Edison, and now has a job there." Undefined: nothing to add. */
function pathSentence(facts: StoryFacts, last: StepFacts): string | undefined {
  const earlier = facts.steps.slice(0, -1)
  if (earlier.length === 0) return undefined
  const subject: Subject = facts.isNameless
    ? { word: 'The student', has: 'has', is: 'is' }
    : subjectOf(facts.pronoun, NAME)
  const done = earlier.map((step, n) => pastVerb(step, facts, earlier[n - 1]))
  return `${subject.word} ${joined([...done, presentVerb(last, subject, earlier.at(-1))])}.`
}

const place = (step: StepFacts, before: StepFacts | undefined): string =>
  workplace(step) && before && workplace(step) === workplace(before) ? ' there' : at(step)

function pastVerb(step: StepFacts, { program }: StoryFacts, before: StepFacts | undefined): string {
  switch (step.kind) {
    case 'classes':
      return program ? `took CTE classes in ${program}` : 'took CTE classes'
    case 'internship':
      return workplace(step) || step.role ? `interned${place(step, before)}${as(step)}` : 'completed an internship'
    case 'apprenticeship':
      return `apprenticed${place(step, before)}${as(step)}`
    case 'job':
      return `worked${place(step, before)}${as(step)}`
    case 'college':
      return step.name ? `went to ${step.name}` : 'went to college'
    case 'credential':
      return `earned ${credential(step)}`
    case 'award':
      return `won ${award(step)}`
    default:
      return step.kind satisfies never
  }
}

function presentVerb(step: StepFacts, { has, is }: Subject, before: StepFacts | undefined): string {
  switch (step.kind) {
    case 'job':
      return `now ${has} a job${place(step, before)}`
    case 'apprenticeship':
      return `now ${has} an apprenticeship${place(step, before)}`
    case 'internship':
      return `now ${has} an internship${place(step, before)}`
    case 'college':
      return `now ${is} going to ${step.name ?? 'college'}`
    case 'credential':
      return `now ${has} ${credential(step)}`
    case 'award':
      return `${has} won ${award(step)}`
    case 'classes':
      return 'is taking CTE classes'
    default:
      return step.kind satisfies never
  }
}
