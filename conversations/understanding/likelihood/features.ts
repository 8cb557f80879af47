import type { Facts } from '../facts.ts'
import { readTense } from '../tense.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'

/** Words of a message that are looked at; what a long one is about is said in its beginning. */
const MOST_WORDS = 300

/**
 * What a message has that tells its intent: its words, each two in a row, and what the readers found in it. Names and
 * dates are the view's words in capitals, so that nothing of an organization or a person is among them.
 */
export function featuresOf(facts: Facts): string[] {
  const { reading } = facts
  const { refs, dates, context } = reading
  const words = reading.view.items.slice(0, MOST_WORDS).map(({ word }) => kindOfWord(word))
  const features = new Set<string>(words)
  for (const [at, word] of ['^', ...words].entries()) features.add(`${word} ${words[at] ?? '$'}`)
  for (const { value } of facts.eventKinds) features.add(value === 'meeting' ? 'has:meeting' : 'has:event')
  for (const { value } of facts.methods) features.add(`method:${value}`)
  for (const { shape } of dates) features.add(`date:${shape}`)
  if (facts.answer) features.add(`answer:${facts.answer.value}`)
  features.add(`tense:${readTense(facts).tense}`)
  const found = {
    offers: facts.offers.length > 0,
    outcome: facts.outcome !== undefined,
    period: facts.periods.length > 0,
    headcount: facts.headcount !== undefined,
    student: refs.students.length > 0,
    person: refs.people.length > 0,
    partner: refs.partners.length > 0,
    previous: context.previous !== undefined && context.isPreviousFresh !== false,
  }
  for (const [name, isThere] of Object.entries(found)) if (isThere) features.add(`has:${name}`)
  return [...features]
}

/** A word as the model sees it: numbers are one, and so are the given names of people whom the directory does not have. */
function kindOfWord(word: string): string {
  if (/^\d+$/.test(word)) return '0'
  return GIVEN_NAMES.has(word) && !ORDINARY_WORDS.has(word) ? 'NAMED' : word
}
