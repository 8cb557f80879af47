import type { Moment } from '../conversation.ts'
import { joinWords, nameWords } from '../understanding/names/key.ts'
import { readText } from '../understanding/read.ts'
import { readRole } from '../understanding/readers/role.ts'
import { ORDINARY_WORDS } from '../understanding/words/ordinary.ts'
import type { StoryQuestion } from './missing-steps.ts'
import { findStudentsIn } from './students-in-text.ts'

/**
 * What a typed text is to a draft's open question. `sure`: it answers it. `doubtful`: it may, and its writer is asked.
 * `unfit`: it
 * is about that, and no answer. `other`: something else was said.
 */
export type StepAnswer =
  | { kind: 'skip' }
  | { kind: 'sure'; value: string }
  | { kind: 'doubtful'; value: string }
  | { kind: 'unfit' }
  | { kind: 'other' }

type Seen = Pick<Moment, 'knowledge' | 'local'>

/** Words of an answer; more than that tells something of its own. */
const MOST_WORDS = 8
const SKIP =
  /^(?:skip|pass|none|no|nope|n\/a|na|(?:i am |i['’]?m )?not sure|(?:i )?(?:don['’]?t|do not) know|idk|dunno|no idea|(?:no,? )?there (?:was|were)(?: none|n['’]?t(?: one| any)?)|nothing|nowhere|no (?:internship|title|credential|award|college|program))$/i
/** What begins like this asks for something or tells of someone, whatever follows. */
const OTHER =
  /^(?:show|list|send|post|publish|what|whats|who|whos|how|when|where|why|which|is|are|do|does|did|can|could|should|would|will|undo|help|remind|log|add|take|change|make|cancel|delete|remove|schedule|set|plan|invite|please|pls|draft|spotlight|my|our|i|we|hi|hello|hey|thanks|thank|ok|okay|open|look|find|give|tell|use|put|get|move|call|email|text|visit|meet|met|called|visited|spoke|talked|emailed|correction|actually|wait|stop|sorry|scratch|approve|discard|submit|share|let|lets|let['’]s|it['’]?s)\b/i
/** Before a place: "she interned at", "yes, with", "it was at". */
const PLACE_LEAD =
  /^(?:(?:yes|yeah|yep|yup|sure)[,\s]+)?(?:(?:she|he|they|it|that)(?:['’]s|s| was| were| is| did)?\s+)?(?:an internship\s+|interned\s+|internship\s+)?(?:(?:at|with|in|from|by)\s+)?/i
const TITLE_LEAD =
  /^(?:(?:yes|yeah)[,\s]+)?(?:(?:she|he|they|it|that)(?:['’]s|s| was| were| is| are| will be)?\s+)?(?:(?:now\s+)?(?:works?|working|hired|started|starts)\s+(?:there\s+)?)?(?:as\s+)?(?:(?:an?|the)\s+)?/i

/** Reads a typed text as the answer to a draft's question. */
export function readStepAnswer(text: string, question: StoryQuestion, seen: Seen): StepAnswer {
  const said = text
    .trim()
    .replace(/(?:[,\s]+(?:thanks|thank you|thx|please|pls))?[.!\s]*$/i, '')
    .trim()
  if (SKIP.test(said)) return { kind: 'skip' }
  const words = said.split(/\s+/)
  if (isPlaceAsked(question) && isPartner(said.replace(PLACE_LEAD, ''), seen)) {
    return { kind: 'sure', value: said.replace(PLACE_LEAD, '') }
  }
  if (said === '' || text.includes('?') || OTHER.test(said) || isOfStudent(said, seen)) return { kind: 'other' }
  switch (question) {
    case 'partner':
    case 'internship':
    case 'internship-where':
      return readPlace(said, seen)
    case 'college':
      return named(said.replace(PLACE_LEAD, ''))
    case 'role':
      return readTitle(said, seen)
    case 'credential':
    case 'award':
      return words.length > MOST_WORDS ? { kind: 'unfit' } : { kind: 'sure', value: said }
    case 'program':
      return { kind: 'sure', value: said.replace(PLACE_LEAD, '') }
    default:
      return question satisfies never
  }
}

/** Who speaks of a student, a family or a form says something of its own: none of it may become a story's fact. */
const OF_FAMILY =
  /\b(?:moms?|mothers?|dads?|fathers?|parents?|guardians?|famil(?:y|ies)|grandma|grandmother|consents?|releases?|permission|photos?|pictures?|pics?|social media)\b/i

const isOfStudent = (said: string, { knowledge }: Seen): boolean =>
  OF_FAMILY.test(said) || findStudentsIn(said, knowledge) !== undefined

const isPlaceAsked = (question: StoryQuestion): boolean =>
  question === 'partner' || question === 'internship' || question === 'internship-where'

/** The whole of it is one company's name, whatever it begins with ("Open Kitchen"). */
function isPartner(value: string, { knowledge }: Seen): boolean {
  const fits = knowledge.names.find(joinWords(nameWords(value))).filter(({ entry }) => entry.kind === 'partner')
  return new Set(fits.map(({ entry }) => entry.id)).size === 1
}

/** A company that is known, wherever it stands in the answer; else what reads as a name. */
function readPlace(said: string, seen: Seen): StepAnswer {
  const known = partnersIn(said, seen)
  const [only] = known
  if (only && known.length === 1) return { kind: 'sure', value: only }
  return named(said.replace(PLACE_LEAD, ''))
}

function named(value: string): StepAnswer {
  const words = value.split(/\s+/)
  if (value === '' || words.length > MOST_WORDS) return { kind: 'unfit' }
  return { kind: holdsName(words) ? 'sure' : 'doubtful', value }
}

/** Some word is none of everyday's, or is written as a name is; the first is written so in any sentence. */
function holdsName(words: readonly string[]): boolean {
  return words.some((word, at) => {
    const plain = word.replace(/[^\p{L}\p{N}]/gu, '')
    if (!/\p{L}/u.test(plain)) return false
    return !ORDINARY_WORDS.has(plain.toLowerCase()) || ((at > 0 || words.length === 1) && /^\p{Lu}/u.test(plain))
  })
}

function readTitle(said: string, seen: Seen): StepAnswer {
  // "pastry cook, starts monday": what follows the title is no part of it.
  const value = (said.replace(TITLE_LEAD, '').split(/\s*[,;(]|\s+(?:starts|starting|since|from)\b/i)[0] ?? '').trim()
  // A place is no title.
  if (/^(?:at|in|with|for|on)\b/i.test(value) || partnersIn(value, seen).length > 0) return { kind: 'unfit' }
  if (value === '' || value.split(/\s+/).length > MOST_WORDS) return { kind: 'unfit' }
  const { view, message } = readText(`job, ${value}.`, seen.knowledge, { now: seen.local })
  const isTitle = readRole(view, message)?.value === value.toLowerCase()
  return { kind: isTitle ? 'sure' : 'doubtful', value }
}

function partnersIn(text: string, { knowledge, local }: Seen): string[] {
  const { partners } = readText(text, knowledge, { now: local }).refs
  return [...new Set(partners.flatMap(({ entries }) => (entries.length === 1 && entries[0] ? [entries[0].name] : [])))]
}
