import type { DateExpression } from './expression.ts'
import type { Token } from './tokens.ts'
import type { WordFacts } from './words.ts'

/** What a reader took: up to `to` (a token's index, not inside), and what it says. */
export type Match = {
  to: number
  says: DateExpression
  /** Too little to stand alone (a bare number, "in the morning"): kept only where it joins a day or a time. */
  isWeak?: boolean
  /** Words that speak of time only in passing ("now", "partner of the month"). */
  isPassing?: boolean
  isVague?: boolean
  isSpan?: boolean
  isApproximate?: boolean
  isDeadline?: boolean
}

/** The text under the readers, with what they may ask of each other. */
export type Scan = {
  tokens: readonly Token[]
  text: string
  /** One day, or undefined: the longest that the day readers find there. */
  dayAt(at: number): Match | undefined
  /** Several days: a week, a month, a weekend. */
  daysAt(at: number): Match | undefined
  /** A holiday by name alone. */
  holidayAt(at: number): Match | undefined
}

/** A small reader of one family. It is asked only where a word of its `starts` stands, or of a kind it names. */
export type Reader = {
  name: string
  /** First words, lower case. */
  starts?: readonly string[]
  /** First words by what they say. */
  startsWith?: (facts: WordFacts) => boolean
  /** Whether it reads what begins with digits. */
  startsWithFigure?: boolean
  read(scan: Scan, at: number): Match | undefined
}

export const wordAt = (scan: Scan, at: number): string => scan.tokens[at]?.word ?? ''

const phrases = new Map<string, readonly string[]>()

/** The words of a phrase of this grammar, split once. */
function wordsOf(phrase: string): readonly string[] {
  const known = phrases.get(phrase)
  if (known) return known
  const words = phrase.split(' ')
  phrases.set(phrase, words)
  return words
}

/** The index after the words of a phrase ("day after tomorrow"), or -1 where they do not stand there. */
export function after(scan: Scan, at: number, phrase: string): number {
  if (scan.tokens[at]?.word.charCodeAt(0) !== phrase.charCodeAt(0)) return -1
  const words = wordsOf(phrase)
  for (let i = 0; i < words.length; i += 1) if (scan.tokens[at + i]?.word !== words[i]) return -1
  return at + words.length
}

/** The index after any one of the words, or `at` itself. */
export function skip(scan: Scan, at: number, words: ReadonlySet<string>): number {
  const token = scan.tokens[at]
  return token && token.kind !== 'opaque' && words.has(token.word) ? at + 1 : at
}

/** The longest of what several readers find; the first of equals. */
export function longest(matches: readonly (Match | undefined)[]): Match | undefined {
  let best: Match | undefined
  for (const match of matches) if (match && (!best || match.to > best.to)) best = match
  return best
}
