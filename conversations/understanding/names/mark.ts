import type { Message, Token } from '../text/message.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import { wordKey } from './key.ts'
import type { NameIndex } from './name-index.ts'
import { strengthOf } from './name-keys.ts'

/** The entries of one kind that typed words may mean, all fitting equally well. */
export type NameOption = { kind: NameKind; how: MatchHow; entries: readonly NameEntry[] }

/** Words of a message that may be names; `first` to `last` (half-open) count tokens. */
export type NameMark = {
  first: number
  last: number
  typed: string
  /** One for each kind, the strongest first. */
  options: readonly NameOption[]
  /** True for "Turner's". */
  isOwner: boolean
}

/** Words that the longest known name may have. */
const MAX_WORDS = 8
/** Letters that a part of a name needs to be known by a near spelling. */
const LONG_LETTERS = 8
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

type Window = { key: string; last: number; slips: number }

/** The ways in which one token may be spelt in a key; the first is as typed. */
type Forms = { forms: readonly string[]; owner?: string; slips: readonly string[] }

function formsOf(token: Token, index: NameIndex): Forms {
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
function* windowsAt(
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

const typedOf = (message: Message, first: number, last: number): string => {
  const from = message.tokens[first]?.from ?? 0
  return message.typed.slice(from, message.tokens[last - 1]?.to ?? from)
}

/** "be a mentor" holds no Bea: several everyday words never join to one name. */
const isEveryday = (words: readonly Token[]): boolean =>
  words.length > 1 && words.every(({ plain }) => ORDINARY_WORDS.has(plain))

/** Before these, "kestrel's" is "kestrel is", and owns nothing: "kestrel's out for the breakfast", "priya's sending two". */
export const saysIs = (next: Token | undefined): boolean =>
  next !== undefined &&
  /^(?:in|out|a|an|not|good|down|been|got|on|up|willing|happy|glad|able|interested|game|unable|ok|okay|sick|gone|stuck|asking|also|still|now|the one|going|coming|sending|bringing|offering|giving|gifting|donating|hosting|taking|hiring|looking|chipping|letting|having|doing|lending|confirmed|cancelled|canceled|busy|excited|open|all|totally|definitely|free|fine|is)$/.test(
    next.norm,
  )

/** Words that the index knows, before it is seen which of them overlap. */
type Known = Window & { first: number; isLong: boolean; isLoose: boolean; score: number }

/** A repaired word never makes a first or last name alone, nor do several everyday words. */
function isFit(how: MatchHow, { slips, isLong, isLoose }: Omit<Known, 'score'>): boolean {
  if (how === 'given' || how === 'family') return !isLoose && slips === 0
  return slips === 0 || (how !== 'initials' && (how !== 'part' || isLong))
}

/** Fits of known words, one option a kind. */
function optionsOf(known: Known, index: NameIndex): NameOption[] {
  // A set: a given name may be that of thousands.
  const best = new Map<NameKind, { how: MatchHow; strength: number; entries: Set<NameEntry> }>()
  for (const { entry, how } of index.find(known.key)) {
    if (!isFit(how, known)) continue
    const strength = strengthOf(how)
    const same = best.get(entry.kind)
    if (!same || strength > same.strength)
      best.set(entry.kind, { how: known.slips > 0 ? 'near' : how, strength, entries: new Set([entry]) })
    else if (strength === same.strength) same.entries.add(entry)
  }
  return [...best]
    .sort((a, b) => b[1].strength - a[1].strength)
    .map(([kind, { how, entries }]) => ({ kind, how, entries: [...entries] }))
}

/** Every window of words that the index knows, with what it weighs. */
function findKnown(tokens: readonly Token[], index: NameIndex): Known[] {
  const forms = tokens.map((token) => formsOf(token, index))
  const found: Known[] = []
  for (let first = 0; first < tokens.length; first++) {
    if (tokens[first]?.kind === 'sign' || tokens[first]?.kind === 'break') continue
    for (const window of windowsAt(tokens, forms, first, index)) {
      const ways = index.waysOf(window.key)
      if (ways.length === 0) continue
      const words = tokens.slice(first, window.last).filter((token) => token.kind !== 'sign')
      const known = { ...window, first, isLong: window.key.length >= LONG_LETTERS, isLoose: isEveryday(words) }
      const fits = ways.filter((how) => isFit(how, known))
      if (fits.length === 0) continue
      const strength = known.slips > 0 ? strengthOf('near') : Math.max(...fits.map(strengthOf))
      const score = words.filter(({ plain }) => plain !== 'the').length * 10 + strength - known.slips * 6
      found.push({ ...known, score })
    }
  }
  return found.sort((a, b) => b.score - a.score || a.first - b.first)
}

/** Known names in a message, the longest and surest first choice where they overlap, in the order of the text. */
export function markNames(message: Message, index: NameIndex): NameMark[] {
  const { tokens } = message
  const isTaken = new Uint8Array(tokens.length)
  const kept: NameMark[] = []
  for (const known of findKnown(tokens, index)) {
    const { first, last } = known
    const same = kept.find((other) => other.first === first && other.last === last)
    if (same) {
      const more = optionsOf(known, index).filter(({ kind }) => !same.options.some((option) => option.kind === kind))
      if (more.length > 0) kept[kept.indexOf(same)] = { ...same, options: [...same.options, ...more] }
      continue
    }
    let isFree = true
    for (let at = first; at < last; at++) if (isTaken[at]) isFree = false
    if (!isFree) continue
    isTaken.fill(1, first, last)
    // Whom the words mean is looked up only now: of overlapping ones, such as a first name in a full one, many do.
    const end = tokens[last - 1]
    const isOwner = !saysIs(tokens[last]) && end?.owner !== undefined && !known.key.endsWith(wordKey(end.plain))
    kept.push({ first, last, typed: typedOf(message, first, last), options: optionsOf(known, index), isOwner })
  }
  return kept.sort((a, b) => a.first - b.first)
}
