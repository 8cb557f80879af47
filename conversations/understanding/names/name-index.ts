import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import { NAME_KINDS } from './entry.ts'
import { joinWords, nameWords } from './key.ts'
import type { Run } from './key-filter.ts'
import { isNamed, likeness, likeWord, sameWord } from './likeness.ts'
import { keysOf, personWords, wordsOf } from './name-keys.ts'
import { Postings } from './postings.ts'
import { Spelling } from './spelling.ts'

export type NameFit = { entry: NameEntry; how: MatchHow }

/** Looked at for one word of a "did you mean". */
const NEAREST_SEEN = 400

/**
 * Names by what people type for them. Exact look-up is one hash of the words run together; near spellings are looked
 * up a word at a time, only for words that no name has. Cost of a look-up does not grow with the number of names.
 */
export class NameIndex {
  #entries: (NameEntry | undefined)[] = []
  #slots = new Map<string, number>()
  #keys = new Postings()
  #words = new Map<string, number[]>()
  #people = new Map<string, number[]>()
  #schoolMates = new Map<string, number[]>()
  #spelling = new Spelling()
  #counts = new Map<NameKind, number>(NAME_KINDS.map((kind) => [kind, 0]))

  constructor(entries: Iterable<NameEntry> = []) {
    for (const entry of entries) this.upsert(entry)
  }

  count(kind: NameKind): number {
    return this.#counts.get(kind) ?? 0
  }

  get(kind: NameKind, id: string): NameEntry | undefined {
    const slot = this.#slots.get(`${kind}\t${id}`)
    return slot === undefined ? undefined : this.#entries[slot]
  }

  /** Adds an entry, or replaces the one of its kind and id. */
  upsert(entry: NameEntry): void {
    this.remove(entry.kind, entry.id)
    const slot = this.#entries.length
    this.#entries.push(entry)
    this.#slots.set(`${entry.kind}\t${entry.id}`, slot)
    this.#counts.set(entry.kind, this.count(entry.kind) + 1)
    for (const { key, how } of keysOf(entry)) this.#keys.add(key, slot, how)
    for (const word of wordsOf(entry)) {
      this.#spelling.add(word)
      if (entry.kind !== 'student') file(this.#words, word, slot)
    }
    if (entry.kind === 'person' && entry.partner !== undefined) file(this.#people, entry.partner, slot)
    if (entry.kind === 'program' && entry.school !== undefined) file(this.#schoolMates, entry.school, slot)
  }

  /** Takes an entry out; nothing happens where there is none. */
  remove(kind: NameKind, id: string): void {
    const slot = this.#slots.get(`${kind}\t${id}`)
    const entry = slot === undefined ? undefined : this.#entries[slot]
    if (slot === undefined || entry === undefined) return
    this.#entries[slot] = undefined
    this.#slots.delete(`${kind}\t${id}`)
    this.#counts.set(kind, this.count(kind) - 1)
    for (const { key } of keysOf(entry)) this.#keys.remove(key, slot)
    for (const word of wordsOf(entry)) {
      this.#spelling.remove(word)
      unfile(this.#words, word, slot)
    }
    if (entry.partner !== undefined) unfile(this.#people, entry.partner, slot)
    if (entry.school !== undefined) unfile(this.#schoolMates, entry.school, slot)
  }

  /** Entries filed under words run together (`joinWords`), in no order. */
  find(key: string): NameFit[] {
    const fits: NameFit[] = []
    for (const { slot, how } of this.#keys.of(key)) {
      const entry = this.#entries[slot]
      if (entry) fits.push({ entry, how })
    }
    return fits
  }

  /** The ways in which entries fit words run together, each once. */
  waysOf(run: Run): readonly MatchHow[] {
    return this.#keys.waysOf(run)
  }

  /** Words run together with one more; undefined where surely no name begins so. */
  extended(run: Run, word: string): Run | undefined {
    return this.#keys.extended(run, word)
  }

  /** True where some name has this word. */
  knowsWord(word: string): boolean {
    return this.#spelling.has(word)
  }

  /** Words of names that a typed word may be a slip of, nearest first. */
  spell(word: string): string[] {
    return this.#spelling.near(word)
  }

  peopleOf(partnerId: string): NameEntry[] {
    return this.#read(this.#people.get(partnerId))
  }

  programsOf(schoolId: string): NameEntry[] {
    return this.#read(this.#schoolMates.get(schoolId))
  }

  /** The people of a partner that a typed name may mean: by first, last or full name, short form or a near spelling. */
  peopleNamed(partnerId: string, typed: string): NameEntry[] {
    const words = personWords(typed)
    const people = this.peopleOf(partnerId)
    const exact = people.filter((person) => isNamed(personWords(person.name), words, sameWord))
    return exact.length > 0 ? exact : people.filter((person) => isNamed(personWords(person.name), words, likeWord))
  }

  /** Entries of a kind with the names nearest to a typed one, best first: for "did you mean". */
  nearest(kind: NameKind, typed: string, most: number): NameEntry[] {
    const words = nameWords(typed)
    const seen = new Map<number, number>()
    const add = (word: string, weight: number): void => {
      for (const slot of (this.#words.get(word) ?? []).slice(0, NEAREST_SEEN)) {
        if (this.#entries[slot]?.kind === kind) seen.set(slot, Math.max(seen.get(slot) ?? 0, weight))
      }
    }
    for (const word of words) {
      add(word, 1)
      for (const near of this.#spelling.near(word)) add(near, 0.9)
    }
    for (const { entry } of this.find(joinWords(words))) {
      const slot = this.#slots.get(`${entry.kind}\t${entry.id}`)
      if (slot !== undefined && entry.kind === kind) seen.set(slot, 2)
    }
    const target = joinWords(words)
    return [...seen]
      .map(([slot, weight]) => ({ entry: this.#entries[slot], weight }))
      .flatMap(({ entry, weight }) => (entry ? [{ entry, score: weight + likeness(entry, target) }] : []))
      .sort((a, b) => b.score - a.score || (a.entry.name < b.entry.name ? -1 : 1))
      .slice(0, most)
      .map(({ entry }) => entry)
  }

  *entries(kind: NameKind): Generator<NameEntry> {
    for (const entry of this.#entries) if (entry?.kind === kind) yield entry
  }

  #read(slots: readonly number[] | undefined): NameEntry[] {
    return (slots ?? []).flatMap((slot) => this.#entries[slot] ?? [])
  }
}

function file(map: Map<string, number[]>, key: string, slot: number): void {
  const filed = map.get(key)
  if (filed) filed.push(slot)
  else map.set(key, [slot])
}

function unfile(map: Map<string, number[]>, key: string, slot: number): void {
  const left = (map.get(key) ?? []).filter((other) => other !== slot)
  if (left.length === 0) map.delete(key)
  else map.set(key, left)
}
