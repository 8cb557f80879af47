import { type AST, RegExpParser } from '@eslint-community/regexpp'

/** What is known of the matches of a part of a pattern. */
type Shape = {
  /** Every text that the part may match; undefined where they are many. */
  whole: readonly string[] | undefined
  /** Texts of which every match holds at least one; undefined where none are known. */
  parts: readonly string[] | undefined
}

const ANYTHING: Shape = { whole: undefined, parts: undefined }
const EMPTY: Shape = { whole: [''], parts: undefined }
const DIGITS: Shape = { whole: [...'0123456789'], parts: undefined }

/** Texts that two parts in a row are written out to. */
const MOST_JOINED = 64
/** Of how many sentences one holds a text of so many letters, roughly: to choose by, never relied on. */
const SHARES = [10, 10, 0.3, 0.06, 0.02, 0.01, 0.005]
/** What the view's own words, such as PARTNER, are in; and a digit or a sign. */
const SHARE_OF_NAMES = 0.3
const SHARE_OF_SIGNS = 0.06
/** Texts that together are in more than that are not worth a look. */
const MOST_SHARED = 2

/**
 * Texts of which every match of a pattern holds at least one, so that a text without them need not be searched;
 * undefined where no such texts, or none worth a look, are known.
 */
export function neededTexts({ source, ignoreCase, unicode }: RegExp): readonly string[] | undefined {
  if (ignoreCase) return undefined
  const { alternatives } = new RegExpParser().parsePattern(source, undefined, undefined, { unicode })
  const needed = knownOf(oneOf(alternatives))
  return shareOf(needed) > MOST_SHARED ? undefined : needed
}

function shareOfText(text: string): number {
  if (/^ ?[A-Z]+ ?$/.test(text)) return SHARE_OF_NAMES
  return /^[^a-z ]$/.test(text) ? SHARE_OF_SIGNS : (SHARES[Math.min(text.length, SHARES.length - 1)] ?? 0)
}

const shareOf = (texts: readonly string[] | undefined): number =>
  texts?.reduce((sum, text) => sum + shareOfText(text), 0) ?? Number.POSITIVE_INFINITY

const rarer = (one: Shape['parts'], other: Shape['parts']): Shape['parts'] =>
  shareOf(other) < shareOf(one) ? other : one

const knownOf = ({ whole, parts }: Shape): Shape['parts'] => rarer(parts, whole && withoutLonger(whole))

/** What holds "gives" holds "give". */
function withoutLonger(texts: readonly string[]): string[] {
  const kept: string[] = []
  for (const text of [...texts].sort()) if (kept.length === 0 || !text.startsWith(kept.at(-1) ?? '')) kept.push(text)
  return kept
}

function oneOf(alternatives: readonly AST.Alternative[]): Shape {
  const shapes = alternatives.map(inRow)
  const [wholes, parts] = [shapes.map(({ whole }) => whole), shapes.map(knownOf)]
  return {
    whole: wholes.every((whole) => whole !== undefined) ? [...new Set(wholes.flat())] : undefined,
    parts: parts.every((part) => part !== undefined) ? withoutLonger(parts.flat()) : undefined,
  }
}

function inRow({ elements }: AST.Alternative): Shape {
  let parts: Shape['parts']
  let run: readonly string[] = ['']
  let isWhole = true
  for (const element of elements) {
    const { whole, parts: inside } = shapeOf(element)
    parts = rarer(parts, inside)
    if (whole && run.length * whole.length <= Math.max(MOST_JOINED, run.length, whole.length)) {
      run = run.flatMap((head) => whole.map((tail) => head + tail))
    } else {
      parts = rarer(parts, withoutLonger(run))
      run = whole ?? ['']
      isWhole = false
    }
  }
  return isWhole ? { whole: run, parts } : { whole: undefined, parts: rarer(parts, withoutLonger(run)) }
}

function shapeOf(element: AST.Element | AST.QuantifiableElement): Shape {
  switch (element.type) {
    case 'Character':
      return { whole: [String.fromCodePoint(element.value)], parts: undefined }
    case 'CharacterSet':
      return element.kind === 'digit' && !element.negate ? DIGITS : ANYTHING
    case 'CharacterClass':
      return characters(element)
    case 'Group':
    case 'CapturingGroup':
      return oneOf(element.alternatives)
    case 'Quantifier':
      return repeated(element)
    case 'Assertion':
      return 'alternatives' in element && !element.negate
        ? { whole: [''], parts: oneOf(element.alternatives).parts }
        : EMPTY
    default:
      return ANYTHING
  }
}

function characters({ negate, elements }: AST.CharacterClass): Shape {
  const each = elements.map((one) => (one.type === 'Character' ? String.fromCodePoint(one.value) : undefined))
  return !negate && each.every((one) => one !== undefined) ? { whole: each, parts: undefined } : ANYTHING
}

function repeated({ min, max, element }: AST.Quantifier): Shape {
  const shape = shapeOf(element)
  if (min > 0) return max === 1 ? shape : { whole: undefined, parts: knownOf(shape) }
  return max === 1 && shape.whole ? { whole: ['', ...shape.whole], parts: undefined } : ANYTHING
}
