import { Bits, hashOn } from '../bits.ts'

/** Words run together from a first one on, with a number that their letters come to. */
export type Run = { key: string; hash: number }

export const NO_WORDS: Run = { key: '', hash: 0 }

/** Some for each key of the largest district. */
const BITS = 1 << 23
/** By a number of letters: whether it is looked after them if any key goes on so. */
const IS_LOOKED_AFTER = [2, 3, 4, 5, 6, 8, 11, 15, 20].reduce(
  (is, letters) => is.fill(1, letters, letters + 1),
  new Uint8Array(21),
)

/** Of a whole key, apart from a beginning of the same letters. */
const whole = (hash: number): number => Math.imul(hash, 37) + 1

/**
 * Tells in a few steps of most words that no key begins with them, or is made of them, so that it is not looked for
 * (a Bloom filter of one hash). Keys that are gone cost a look-up in vain.
 */
export class KeyFilter {
  readonly #bits = new Bits(BITS)

  add(key: string): void {
    let hash = 0
    for (let at = 0; at < key.length; at++) {
      hash = hashOn(hash, key.charCodeAt(at))
      if (IS_LOOKED_AFTER[at + 1]) this.#bits.add(hash)
    }
    this.#bits.add(whole(hash))
  }

  /** A run with one more word; undefined where surely no key begins so. */
  extended({ key, hash }: Run, word: string): Run | undefined {
    for (let at = 0; at < word.length; at++) {
      hash = hashOn(hash, word.charCodeAt(at))
      if (IS_LOOKED_AFTER[key.length + at + 1] && !this.#bits.mayHave(hash)) return undefined
    }
    return { key: key + word, hash }
  }

  /** False where a run is surely no key. */
  mayBeKey({ hash }: Run): boolean {
    return this.#bits.mayHave(whole(hash))
  }
}
