import type { Span } from '../dates/reading.ts'
import { fold } from './fold.ts'

/** `word` letters, perhaps with digits; `number` digits alone; `sign` one mark of punctuation; `break` a new line. */
export type TokenKind = 'word' | 'number' | 'sign' | 'break'
export type Casing = 'lower' | 'title' | 'upper' | 'mixed'

export type Token = Span & {
  kind: TokenKind
  /** As typed. */
  typed: string
  /** Lower case, no accents, no apostrophes, shorthand written out: what patterns are matched against. */
  norm: string
  /** `norm` as typed, before shorthand is written out: what names are matched against. */
  plain: string
  /** The word without its possessive ending; absent where it has none. */
  owner?: string
  casing: Casing
  /** True where no blank stands before it. */
  isGlued: boolean
}

/** One message, cut into tokens that remember where they were typed. */
export type Message = { typed: string; tokens: Token[] }

/** Characters that are read; a longer message is understood by its beginning. */
export const READ_LIMIT_CHARS = 4000

/** "1,000" is one number. */
const THOUSANDS = /\d{1,3}(?:,\d{3})+(?![\d\p{L}])/uy
const WORD = /[\p{L}\p{M}\p{N}]+(?:['\u2018\u2019\u02BC`][\p{L}\p{M}]+)*/uy
/** "e-mail" is one word. */
const EMAIL = /e-mail(?:s|ed|ing)?(?!\p{L})/iuy
const BLANK = /[^\S\n\r\u2028\u2029]+/y
const BREAK = /[\n\r\u2028\u2029]+/y
/** Slashed shorthand is one word: w/, w/o, b/c, f/u, n/a, c/o. */
const SLASHED =
  /(?:w\/o(?!\p{L})|w\/(?!\p{L}{2,}\/)|b\/c(?!\p{L})|f\/u(?!\p{L})|n\/a(?!\p{L})|c\/o(?!\p{L})|r\/s(?!\p{L})|s\/w(?!\p{L})|[tp]\/c(?!\p{L})|c\/b(?!\p{L}))/iuy
const INVISIBLE = /[\p{Cf}\p{Cc}\p{Mn}]/u

const isDigit = (code: number): boolean => code >= 48 && code <= 57

function casingOf(typed: string): Casing {
  if (typed === typed.toLowerCase()) return 'lower'
  const letters = typed.replace(/[^\p{L}]/gu, '')
  if (letters === letters.toLowerCase()) return 'lower'
  if (letters.length > 1 && letters === letters.toUpperCase()) return 'upper'
  const rest = letters.slice(1)
  return letters[0] !== letters[0]?.toLowerCase() && rest === rest.toLowerCase() ? 'title' : 'mixed'
}

/** Owner of a possessive: "Turner's", "students'". */
function ownerOf(word: string, typed: string, next: string | undefined): string | undefined {
  if (word.endsWith("'s")) return word.slice(0, -2)
  return word.endsWith('s') && next !== undefined && /['\u2019]/.test(next) && typed.length > 3 ? word : undefined
}

/** Writes shorthand out; `hasApostrophe` tells "he'll" from "hell". */
export type Expand = (word: string, hasApostrophe: boolean) => string

/**
 * Cuts a message into tokens; `expand` writes shorthand out ("mtg" → "meeting"). Linear in the length of the text.
 */
export function readMessage(typed: string, expand: Expand = (word) => word): Message {
  const text = typed.length > READ_LIMIT_CHARS ? typed.slice(0, READ_LIMIT_CHARS) : typed
  const tokens: Token[] = []
  let at = 0
  let isGlued = false
  const push = (kind: TokenKind, to: number, plain: string, norm: string, owner?: string): void => {
    const piece = text.slice(at, to)
    const token: Token = { from: at, to, kind, typed: piece, plain, norm, casing: casingOf(piece), isGlued }
    tokens.push(owner === undefined ? token : { ...token, owner })
    at = to
    isGlued = true
  }
  const match = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at
    return pattern.exec(text)?.[0]
  }
  while (at < text.length) {
    const slashed = !isGlued && text[at + 1] === '/' ? match(SLASHED) : undefined
    if (slashed !== undefined) {
      const word = slashed.toLowerCase()
      push('word', at + slashed.length, word, expand(word, false))
      isGlued = false
      continue
    }
    const email = !isGlued && text[at + 1] === '-' ? match(EMAIL) : undefined
    if (email !== undefined) {
      const word = email.toLowerCase().replace('-', '')
      push('word', at + email.length, word, word)
      continue
    }
    const thousands = isDigit(text.charCodeAt(at)) ? match(THOUSANDS) : undefined
    if (thousands !== undefined) {
      const digits = thousands.replace(/,/g, '')
      push('number', at + thousands.length, digits, digits)
      continue
    }
    const word = match(WORD)
    if (word !== undefined) {
      const folded = fold(word)
      const plain = folded.replace(/'/g, '')
      const owner = ownerOf(folded, word, text[at + word.length])?.replace(/'/g, '')
      if (/^\p{N}+$/u.test(word)) push('number', at + word.length, plain, plain)
      else push('word', at + word.length, plain, expand(plain, plain !== folded), owner)
      continue
    }
    const blank = match(BLANK)
    if (blank !== undefined) {
      at += blank.length
      isGlued = false
      continue
    }
    const lines = match(BREAK)
    if (lines !== undefined) {
      push('break', at + lines.length, '\n', '\n')
      isGlued = false
      continue
    }
    const code = text.codePointAt(at) ?? 0
    const sign = String.fromCodePoint(code)
    if (INVISIBLE.test(sign)) {
      at += sign.length
      continue
    }
    const norm = fold(sign)
    push('sign', at + sign.length, norm, norm)
  }
  return { typed, tokens }
}
