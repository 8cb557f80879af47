import { neededTexts } from './needed-texts.ts'

/** Texts of which a match holds one, each with the place in a gate's table of how it begins. */
type Needs = { texts: readonly string[]; places: Int32Array }

/** A pattern is looked into when it has been asked for so often: a program that reads one sentence needs none of it. */
const ASKED_OFTEN = 20
const asked = new Map<string, { times: number; needs?: Needs | undefined }>()

/** Bits of a table, a power of two; letters of a text's beginning that a place stands for. */
const TABLE_BITS = 1 << 13
const MOST_LETTERS = 4

const next = (hash: number, letter: number): number => (Math.imul(hash, 37) + letter) & 0xfffff
const placeOf = (hash: number): number => (hash ^ (hash >> 7)) & (TABLE_BITS - 1)

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
  const placeIn = (text: string): number => {
    let hash = 0
    for (let at = 0; at < Math.min(text.length, MOST_LETTERS); at++) hash = next(hash, text.charCodeAt(at))
    return placeOf(hash)
  }
  return texts && { texts, places: Int32Array.from(texts, placeIn) }
}

/**
 * Tells of a text, in a fraction of the time that a search takes, which patterns surely match nothing in it: some
 * hundred patterns are asked of each sentence, and few of them match. It knows every run of up to four letters of the
 * text, and of a pattern the texts of which each match holds one.
 */
export class Gate {
  readonly #text: string
  #table: Uint8Array | undefined

  constructor(text: string) {
    this.#text = text
  }

  /** False where a pattern surely has no match. */
  mayMatch(pattern: RegExp): boolean {
    const needs = needsOf(pattern)
    if (!needs) return true
    this.#table ??= tableOf(this.#text)
    const { texts, places } = needs
    for (let at = 0; at < places.length; at++) {
      const place = places[at] ?? 0
      if (((this.#table[place >> 3] ?? 0) >> (place & 7)) & 1 && this.#text.includes(texts[at] ?? '')) return true
    }
    return false
  }
}

function tableOf(text: string): Uint8Array {
  const table = new Uint8Array(TABLE_BITS / 8)
  for (let from = 0; from < text.length; from++) {
    let hash = 0
    for (let at = from; at < text.length && at < from + MOST_LETTERS; at++) {
      hash = next(hash, text.charCodeAt(at))
      const place = placeOf(hash)
      table[place >> 3] = (table[place >> 3] ?? 0) | (1 << (place & 7))
    }
  }
  return table
}
