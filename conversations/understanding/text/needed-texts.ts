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

const isCapital = (letter: string | undefined): boolean => letter !== undefined && letter >= 'A' && letter <= 'Z'

function shareOfText(text: string): number {
  const first = text[0] ?? ''
  if (isCapital(first) || (first === ' ' && isCapital(text[1]))) return SHARE_OF_NAMES
  if (text.length === 1 && first !== ' ' && (first < 'a' || first > 'z')) return SHARE_OF_SIGNS
  return SHARES[Math.min(text.length, SHARES.length - 1)] ?? 0
}

const shares = new WeakMap<readonly string[], number>()

/** Each list is asked for several times. */
function shareOf(texts: readonly string[] | undefined): number {
  if (!texts) return Number.POSITIVE_INFINITY
  const known = shares.get(texts)
  if (known !== undefined) return known
  let share = 0
  for (const text of texts) share += shareOfText(text)
  shares.set(texts, share)
  return share
}

const rarer = (one: Shape['parts'], other: Shape['parts']): Shape['parts'] =>
  shareOf(other) < shareOf(one) ? other : one

const knownOf = ({ whole, parts }: Shape): Shape['parts'] => rarer(parts, whole && withoutLonger(whole))

/** What holds "gives" holds "give". */
function withoutLonger(texts: readonly string[]): readonly string[] {
  if (texts.length === 1) return texts
  const kept: string[] = []
  for (const text of [...texts].sort()) if (kept.length === 0 || !text.startsWith(kept.at(-1) ?? '')) kept.push(text)
  return kept
}

function oneOf(alternatives: readonly AST.Alternative[]): Shape {
  const shapes = alternatives.map(inRow)
  const [wholes, parts] = [shapes.map(({ whole }) => whole), shapes.map(knownOf)]
  return {
    whole: wholes.every((whole) => whole !== undefined) ? wholes.flat() : undefined,
    parts: parts.every((part) => part !== undefined) ? withoutLonger(parts.flat()) : undefined,
  }
}

function inRow({ elements }: AST.Alternative): Shape {
  let parts: Shape['parts']
  let run: readonly string[] = ['']
  let isWhole = true
  for (const element of elements) {
    if (element.type === 'Character') {
      const letter = String.fromCodePoint(element.value)
      run = run.map((head) => head + letter)
      continue
    }
    const { whole, parts: inside } = shapeOf(element)
    parts = inside ? rarer(parts, inside) : parts
    if (whole && run.length * whole.length <= Math.max(MOST_JOINED, run.length, whole.length)) {
      run = run.flatMap((head) => whole.map((tail) => head + tail))
    } else {
      parts = rarer(parts, run)
      run = whole ?? ['']
      isWhole = false
    }
  }
  return isWhole ? { whole: run, parts } : { whole: undefined, parts: rarer(parts, run) }
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
