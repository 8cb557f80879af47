import type { MatchHow } from './entry.ts'
import { KeyFilter, type Run } from './key-filter.ts'

const HOWS: readonly MatchHow[] = ['name', 'alias', 'given', 'family', 'part', 'initials', 'near']

/** Every set of ways, by the bits of their places in `HOWS`. */
const WAYS: readonly (readonly MatchHow[])[] = Array.from({ length: 1 << HOWS.length }, (_, bits) =>
  HOWS.filter((_, place) => bits & (1 << place)),
)

/** One number a posting: an entry's slot and how the key fits it. */
const pack = (slot: number, how: MatchHow): number => slot * 8 + HOWS.indexOf(how)
const wayOf = (posting: number): number => 1 << (posting & 7)

/** What is filed under one key; of several postings, the ways that are among them. */
type Filed = number | { postings: number[]; ways: number }

const filedOf = (postings: number[]): Filed => ({
  postings,
  ways: postings.reduce((ways, posting) => ways | wayOf(posting), 0),
})
const postingsOf = (filed: Filed | undefined): readonly number[] =>
  typeof filed === 'number' ? [filed] : (filed?.postings ?? [])

/** Entries, by the slots that they have in an index, under keys: words run together. */
export class Postings {
  #keys = new Map<string, Filed>()
  readonly #filter = new KeyFilter()

  add(key: string, slot: number, how: MatchHow): void {
    this.#filter.add(key)
    const posting = pack(slot, how)
    const filed = this.#keys.get(key)
    if (filed === undefined) this.#keys.set(key, posting)
    else if (typeof filed === 'number') this.#keys.set(key, filedOf([filed, posting]))
    else {
      filed.postings.push(posting)
      filed.ways |= wayOf(posting)
    }
  }

  remove(key: string, slot: number): void {
    const left = postingsOf(this.#keys.get(key)).filter((posting) => posting >> 3 !== slot)
    if (left.length === 0) this.#keys.delete(key)
    else this.#keys.set(key, filedOf(left))
  }

  /** All that are filed under a key, in no order. */
  *of(key: string): Generator<{ slot: number; how: MatchHow }> {
    for (const posting of postingsOf(this.#keys.get(key))) {
      const how = HOWS[posting & 7]
      if (how) yield { slot: posting >> 3, how }
    }
  }

  /** The ways in which words run together fit what is filed under them, each once: cheap also where that is thousands. */
  waysOf(run: Run): readonly MatchHow[] {
    const filed = this.#filter.mayBeKey(run) ? this.#keys.get(run.key) : undefined
    const ways = filed === undefined ? 0 : typeof filed === 'number' ? wayOf(filed) : filed.ways
    return WAYS[ways] ?? []
  }

  /** A run with one more word; undefined where surely no key begins so: then no more words need to be added. */
  extended(run: Run, word: string): Run | undefined {
    return this.#filter.extended(run, word)
  }
}
