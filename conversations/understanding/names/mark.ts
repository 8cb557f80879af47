import type { Message, Token } from '../text/message.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import { wordKey } from './key.ts'
import type { NameIndex } from './name-index.ts'
import { strengthOf } from './name-keys.ts'
import { formsOf, type Window, windowsAt } from './windows.ts'

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

/** Letters that a part of a name needs to be known by a near spelling. */
const LONG_LETTERS = 8

const typedOf = (message: Message, first: number, last: number): string => {
  const from = message.tokens[first]?.from ?? 0
  return message.typed.slice(from, message.tokens[last - 1]?.to ?? from)
}

/** Before these, "kestrel's" is "kestrel is", and owns nothing: "kestrel's out for the breakfast", "priya's sending two". */
export const saysIs = (next: Token | undefined): boolean =>
  next !== undefined &&
  /^(?:in|out|a|an|not|good|down|been|got|on|up|willing|happy|glad|able|interested|game|unable|ok|okay|sick|gone|stuck|asking|also|still|now|the one|going|coming|sending|bringing|offering|giving|gifting|donating|hosting|taking|hiring|looking|chipping|letting|having|doing|lending|confirmed|cancelled|canceled|busy|excited|open|all|totally|definitely|free|fine|is)$/.test(
    next.norm,
  )

/** Words that the index knows, before it is seen which of them overlap. `isLoose`: several everyday words. */
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
  for (const { entry, how } of index.find(known.run.key)) {
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
      const ways = index.waysOf(window.run)
      const known = ways.length > 0 ? knownOf(tokens, first, window, ways) : undefined
      if (known) found.push(known)
    }
  }
  return found.sort((a, b) => b.score - a.score || a.first - b.first)
}

/** What each word of a name but "the" weighs beside the way in which it fits, and what a slip takes away. */
const WORD_WEIGHS = 10
const SLIP_WEIGHS = 6

/** A window as one that the index knows in some ways; undefined where none of them fits the words. */
function knownOf(
  tokens: readonly Token[],
  first: number,
  { run, last, slips }: Window,
  ways: readonly MatchHow[],
): Known | undefined {
  let words = 0
  let telling = 0
  let everyday = 0
  for (let at = first; at < last; at++) {
    const token = tokens[at]
    if (!token || token.kind === 'sign') continue
    words++
    if (token.plain !== 'the') telling++
    if (ORDINARY_WORDS.has(token.plain)) everyday++
  }
  // "be a mentor" holds no Bea: several everyday words never join to one name.
  const isLoose = words > 1 && everyday === words
  const known = { run, first, last, slips, isLong: run.key.length >= LONG_LETTERS, isLoose, score: 0 }
  let strength = -1
  for (const how of ways) if (isFit(how, known)) strength = Math.max(strength, strengthOf(how))
  if (strength < 0) return undefined
  known.score = telling * WORD_WEIGHS + (slips > 0 ? strengthOf('near') : strength) - slips * SLIP_WEIGHS
  return known
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
    const isOwner = !saysIs(tokens[last]) && end?.owner !== undefined && !known.run.key.endsWith(wordKey(end.plain))
    kept.push({ first, last, typed: typedOf(message, first, last), options: optionsOf(known, index), isOwner })
  }
  return kept.sort((a, b) => a.first - b.first)
}
