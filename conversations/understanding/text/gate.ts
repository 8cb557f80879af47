import { Bits, hashOn } from '../bits.ts'
import { neededTexts } from './needed-texts.ts'

/** Texts of which a match holds one, each with the hash of how it begins. */
type Needs = { texts: readonly string[]; beginnings: Int32Array }

/** A pattern is looked into when it has been asked for so often: a program that reads one sentence needs none of it. */
const ASKED_OFTEN = 20
/** By their source: one that stands in a function is another object each time. */
const asked = new Map<string, { times: number; needs?: Needs | undefined }>()

/** Letters of a text that are its beginning; bits for those of a sentence. */
const BEGINNING = 4
const BITS = 1 << 13

function needsOf(pattern: RegExp): Needs | undefined {
  if (pattern.ignoreCase) return undefined
  const known = asked.get(pattern.source)
  if (!known) asked.set(pattern.source, { times: 1 })
  else if (known.times < ASKED_OFTEN) {
    known.times += 1
    if (known.times === ASKED_OFTEN) known.needs = lookInto(pattern)
  }
  return known?.needs
}

function lookInto(pattern: RegExp): Needs | undefined {
  const texts = neededTexts(pattern)
  const beginningOf = (text: string): number => {
    let hash = 0
    for (let at = 0; at < Math.min(text.length, BEGINNING); at++) hash = hashOn(hash, text.charCodeAt(at))
    return hash
  }
  return texts && { texts, beginnings: Int32Array.from(texts, beginningOf) }
}

/**
 * Tells of a text, in a fraction of the time that a search takes, which patterns surely match nothing in it: some
 * hundred patterns are asked of each sentence, and few of them match. It knows every run of up to four letters of the
 * text, and of a pattern the texts of which each match holds one.
 */
export class Gate {
  readonly #text: string
  #runs: Bits | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** False where a pattern surely has no match. */
  mayMatch(pattern: RegExp): boolean {
    const needs = needsOf(pattern)
    if (!needs) return true
    this.#runs ??= runsOf(this.#text)
    const { texts, beginnings } = needs
    for (let at = 0; at < beginnings.length; at++)
      if (this.#runs.mayHave(beginnings[at] ?? 0) && this.#text.includes(texts[at] ?? '')) return true
    return false
  }
}

/** Every run of letters of a text that is no longer than a beginning. */
function runsOf(text: string): Bits {
  const runs = new Bits(BITS)
  for (let from = 0; from < text.length; from++) {
    let hash = 0
    for (let at = from; at < text.length && at < from + BEGINNING; at++) {
      hash = hashOn(hash, text.charCodeAt(at))
      runs.add(hash)
    }
  }
  return runs
}
