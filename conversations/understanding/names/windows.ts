import type { Token } from '../text/message.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { wordKey } from './key.ts'
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

/** Words in a row, run together as a key (`last`, half-open, counts tokens), with as many slips repaired. */
export type Window = { key: string; last: number; slips: number }

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

/** Every window of words that starts at a token, as keys: as typed, without a possessive, with one slip repaired. */
export function* windowsAt(
  tokens: readonly Token[],
  forms: readonly Forms[],
  first: number,
  index: NameIndex,
): Generator<Window> {
  let bases: { key: string; slips: number }[] = [{ key: '', slips: 0 }]
  let words = 0
  for (let at = first; at < tokens.length && words < MAX_WORDS && bases.length > 0; at++) {
    const token = tokens[at]
    const form = forms[at]
    if (!token || !form || token.kind === 'break') return
    if (token.kind === 'sign') {
      const isTail = (token.norm === '+' || token.norm === '.') && token.isGlued && words > 0
      if (!canStandInside(tokens, at)) {
        if (isTail && token.norm === '+') yield* bases.map((base) => ({ ...base, key: `${base.key}and`, last: at + 1 }))
        return
      }
      bases = bases.map((base) => ({ ...base, key: base.key + (form.forms[0] ?? '') }))
      continue
    }
    words++
    const own = form.forms[0] ?? ''
    const initial = words <= 2 && isInitial(tokens, at) ? '~' : ''
    if (initial && words === 2) {
      const letter = token.owner ?? own
      yield* bases.map((base) => ({ ...base, key: `${base.key}~${letter}`, last: at + 1 }))
    }
    if (words === 2 && isInitial(tokens, first)) yield { key: `${tokens[first]?.plain}~${own}`, last: at + 1, slips: 0 }
    if (form.owner !== undefined) {
      const owner = form.owner
      yield* bases.map((base) => ({ ...base, key: base.key + owner, last: at + 1 }))
    }
    const repaired = bases.flatMap((base) =>
      base.slips < 2 ? form.slips.map((slip) => ({ key: base.key + slip, slips: base.slips + 1 })) : [],
    )
    bases = [...bases.map((base) => ({ ...base, key: base.key + own })), ...repaired]
      .slice(0, 8)
      .filter(({ key }) => index.mayBegin(key))
    for (const { key, slips } of bases) yield { key, slips, last: at + 1 }
  }
}
