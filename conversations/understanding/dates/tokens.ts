import type { Span } from './reading.ts'
import { mendWord } from './spelling.ts'
import { WORD_FACTS, type WordFacts } from './words.ts'

/**
 * `figure`: digits, with what joins digits to digits inside ("9:30", "10/1/2018", "8-9"). `opaque`: what is never read
 * (a name, an address of the web, a mention of a person).
 */
export type TokenKind = 'word' | 'figure' | 'mark' | 'opaque'

export type Token = {
  kind: TokenKind
  /** Offsets in the text as typed. */
  from: number
  to: number
  /** Lower case, spelled out ("tmrw" is "tomorrow"), dashes and apostrophes plain. */
  word: string
  /** No blank between it and the token before. */
  isGlued: boolean
  isCapital: boolean
  facts: WordFacts
  /** A figure of one or two digits with or without st, nd, rd, th; or any plain whole number. */
  value?: number
  isOrdinal: boolean
  /** A number that counts or names something else (room 204, 3 interns): set by `fenceNumbers`. */
  fence?: 'named' | 'counted'
}

const NO_FACTS: WordFacts = {}
/** Longest run of digits and joints that can be a date or a range of dates: "10/11/2018-10/17/2018" and some. */
const LONGEST_FIGURE = 24
const LONGEST_WORD = 20

const isDigit = (code: number): boolean => code >= 48 && code <= 57
const isDash = (code: number): boolean => code === 45 || (code >= 0x2010 && code <= 0x2015) || code === 0x2212
const isApostrophe = (code: number): boolean => code === 39 || code === 0x2019 || code === 0x2018 || code === 0x60
const isLetter = (code: number): boolean =>
  (code >= 97 && code <= 122) || (code >= 65 && code <= 90) || (code >= 0xc0 && code <= 0x24f && code !== 0xd7)
const isBlank = (code: number): boolean => code === 32 || code === 9 || code === 13 || code === 0xa0 || code === 0x202f
/** What may join digits to digits: - / . : */
const isJoint = (code: number): boolean => isDash(code) || code === 47 || code === 46 || code === 58

/** The tokens of a text; spans in `taken` become one opaque token each. Linear in the text. */
export function readTokens(text: string, taken: readonly Span[] = []): Token[] {
  const names = taken.filter((span) => span.to > span.from).sort((a, b) => a.from - b.from)
  const tokens: Token[] = []
  let at = 0
  let name = 0
  const push = (kind: TokenKind, to: number, word: string, more: Partial<Token> = {}): void => {
    const isGlued = tokens.length > 0 && tokens[tokens.length - 1]?.to === at
    const facts = (kind === 'word' && WORD_FACTS.get(word)) || NO_FACTS
    const first = text.charCodeAt(at)
    const isCapital = first >= 65 && first <= 90
    tokens.push({ kind, from: at, to, word, isGlued, isCapital, facts, isOrdinal: false, ...more })
    at = to
  }
  while (at < text.length) {
    const code = text.charCodeAt(at)
    while (name < names.length && (names[name]?.to ?? 0) <= at) name += 1
    const span = names[name]
    if (span && span.from <= at) push('opaque', Math.min(span.to, text.length), '')
    else if (isBlank(code)) at += 1
    else if (isDigit(code)) pushFigure(text, at, push)
    else if (isLetter(code)) pushWord(text, at, push)
    else if (code === 60 && /[@#!]/.test(text[at + 1] ?? '')) push('opaque', endOf(text, at, '>'), '')
    else push('mark', at + 1, isDash(code) ? '-' : isApostrophe(code) ? "'" : (text[at] ?? ''))
  }
  return tokens
}

type Push = (kind: TokenKind, to: number, word: string, more?: Partial<Token>) => void

/** The end of a run up to and with a closing sign, or of the blank-free run where it is not closed. */
function endOf(text: string, from: number, close: string): number {
  let to = from + 1
  while (to < text.length && !isBlank(text.charCodeAt(to)) && text[to] !== '\n') {
    to += 1
    if (text[to - 1] === close) return to
  }
  return to
}

function pushFigure(text: string, from: number, push: Push): void {
  let to = from
  let joints = 0
  for (;;) {
    while (to < text.length && isDigit(text.charCodeAt(to))) to += 1
    if (!isJoint(text.charCodeAt(to)) || !isDigit(text.charCodeAt(to + 1))) break
    joints += 1
    to += 1
  }
  if (to - from > LONGEST_FIGURE) {
    push('opaque', to, '')
    return
  }
  const word = text.slice(from, to).replace(/[\u2010-\u2015\u2212]/g, '-')
  if (joints > 0) {
    push('figure', to, word)
    return
  }
  const suffix = text.slice(to, to + 2).toLowerCase()
  const isOrdinal = /^(st|nd|rd|th)$/.test(suffix) && !isLetter(text.charCodeAt(to + 2)) && to - from <= 2
  push('figure', isOrdinal ? to + 2 : to, word, { value: Number(word), isOrdinal })
}

/** Longest host of a mail address that is looked at. Characters. */
const LONGEST_HOST = 64

/** "@example.org" behind a word; "bianca@3pm" is none. */
function isAddress(text: string, at: number): boolean {
  if (isLetter(text.charCodeAt(at + 1))) return true
  return /^@[\w-]+\.[\w.-]*[a-z]{2}/i.test(text.slice(at, at + LONGEST_HOST))
}

function pushWord(text: string, from: number, push: Push): void {
  let to = from
  while (to < text.length) {
    const code = text.charCodeAt(to)
    if (isLetter(code) || (isApostrophe(code) && isLetter(text.charCodeAt(to + 1)))) to += 1
    else break
  }
  const next = text[to]
  if ((next === '@' && isAddress(text, to)) || (next === ':' && text.startsWith('://', to))) {
    push('opaque', endOf(text, to, '"'), '')
    return
  }
  const lower = to - from > LONGEST_WORD ? '' : text.slice(from, to).toLowerCase()
  push('word', to, mendWord(lower.replace(/[\u2018\u2019`]/g, "'")))
}
