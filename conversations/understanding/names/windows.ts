import type { Token } from '../text/message.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { wordKey } from './key.ts'
import { NO_WORDS, type Run } from './key-filter.ts'
import type { NameIndex } from './name-index.ts'

/** Words that the longest known name may have. */
const MAX_WORDS = 8
/** Signs that stand inside names; `-` and `/` only without blanks around them. */
const INNER_SIGNS = new Set(['&', '+', '-', '/', '.', "'", '\u2019'])
const ABBREVIATED = new Set([
  'st',
  'mt',
  'ft',
  'dr',
  'jr',
  'sr',
  'no',
  'inc',
  'co',
  'corp',
  'mr',
  'ms',
  'mrs',
  'bros',
  'univ',
  'dept',
  'intl',
  'natl',
  'assn',
])

/** Words in a row, run together (`last`, half-open, counts tokens), with as many slips repaired. */
export type Window = { run: Run; last: number; slips: number }

/** A window that may go on. */
type Base = { run: Run; slips: number }
/** Ways of spelling the words of a window that are followed at once. */
const MOST_SPELLINGS = 8
const MOST_SLIPS = 2

/** The ways in which one token may be spelt in a key; the first is as typed. */
type Forms = { forms: readonly string[]; owner?: string; slips: readonly string[] }

export function formsOf(token: Token, index: NameIndex): Forms {
  if (token.kind === 'sign') return { forms: [token.norm === '&' || token.norm === '+' ? 'and' : ''], slips: [] }
  const own = wordKey(token.plain)
  const owner = token.owner === undefined ? undefined : wordKey(token.owner)
  const isKnown = index.knowsWord(own) || (owner !== undefined && index.knowsWord(owner))
  const isWord = ORDINARY_WORDS.has(token.plain) || ORDINARY_WORDS.has(token.owner ?? '') || token.norm !== token.plain
  const slips = isKnown || isWord || token.kind === 'number' ? [] : index.spell(owner ?? token.plain)
  return owner === undefined ? { forms: [own], slips } : { forms: [own], owner, slips }
}

function canStandInside(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at]
  const next = tokens[at + 1]
  const before = tokens[at - 1]
  if (!token || !next || !before || !INNER_SIGNS.has(token.norm)) return false
  if (token.norm === '&' || token.norm === '+') return true
  if (token.norm === '.') return token.isGlued && (before.plain.length === 1 || ABBREVIATED.has(before.plain))
  return token.isGlued && next.isGlued
}

/** True where a letter stands for a name ("M. Chen"), and is no word ("a grant"). */
const isInitial = (tokens: readonly Token[], at: number): boolean => {
  const token = tokens[at]
  if (token?.owner?.length === 1) return token.casing !== 'lower'
  if (token?.kind !== 'word' || token.plain.length !== 1) return false
  return tokens[at + 1]?.norm === '.' || (token.casing === 'title' && token.plain !== 'i' && token.plain !== 'a')
}

/** Every window of words that starts at a token: as typed, without a possessive, with slips repaired. */
export function windowsAt(
  tokens: readonly Token[],
  forms: readonly Forms[],
  first: number,
  index: NameIndex,
): readonly Window[] {
  const found: Window[] = []
  let bases: readonly Base[] = [{ run: NO_WORDS, slips: 0 }]
  const find = (base: Base, word: string, last: number): void => {
    const run = index.extended(base.run, word)
    if (run) found.push({ run, last, slips: base.slips })
  }
  let words = 0
  for (let at = first; at < tokens.length && words < MAX_WORDS && bases.length > 0; at++) {
    const token = tokens[at]
    const form = forms[at]
    if (!token || !form || token.kind === 'break') break
    if (token.kind === 'sign') {
      if (!canStandInside(tokens, at)) {
        const isPlus = token.norm === '+' && token.isGlued && words > 0
        if (isPlus) for (const base of bases) find(base, 'and', at + 1)
        break
      }
      bases = longer(bases, form, index)
      continue
    }
    words++
    const own = form.forms[0] ?? ''
    if (words === 2 && isInitial(tokens, at)) for (const base of bases) find(base, `~${token.owner ?? own}`, at + 1)
    if (words === 2 && isInitial(tokens, first))
      find({ run: NO_WORDS, slips: 0 }, `${tokens[first]?.plain}~${own}`, at + 1)
    if (form.owner !== undefined) for (const base of bases) find(base, form.owner, at + 1)
    bases = longer(bases, form, index)
    for (const { run, slips } of bases) found.push({ run, slips, last: at + 1 })
  }
  return found
}

/** Windows with one more word, each as it is typed and with its slips repaired, as far as names begin so. */
function longer(bases: readonly Base[], { forms: [own = ''], slips }: Forms, index: NameIndex): readonly Base[] {
  const kept: Base[] = []
  let left = MOST_SPELLINGS
  for (const base of bases) {
    if (left-- > 0) keep(kept, index.extended(base.run, own), base.slips)
  }
  for (const slip of slips) {
    for (const base of bases) {
      if (base.slips < MOST_SLIPS && left-- > 0) keep(kept, index.extended(base.run, slip), base.slips + 1)
    }
  }
  return kept
}

function keep(kept: Base[], run: Run | undefined, slips: number): void {
  if (run) kept.push({ run, slips })
}
