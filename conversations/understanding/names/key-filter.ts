/** Words run together from a first one on, with a number that their letters come to. */
export type Run = { key: string; hash: number }

export const NO_WORDS: Run = { key: '', hash: 0 }

/** Bits, a power of two: some for each key of the largest district. */
const BITS = 1 << 23
/** By a number of letters: whether it is looked after them if any key goes on so. */
const IS_LOOKED_AFTER = [2, 3, 4, 5, 6, 8, 11, 15, 20].reduce(
  (is, letters) => is.fill(1, letters, letters + 1),
  new Uint8Array(21),
)

const next = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0
/** Of a whole key, apart from a beginning of the same letters. */
const whole = (hash: number): number => Math.imul(hash, 37) + 1

/**
 * Tells in a few steps of most words that no key begins with them, or is made of them, so that it is not looked for
 * (a Bloom filter of one hash). It forgets nothing: keys that are gone cost a look-up in vain.
 */
export class KeyFilter {
  readonly #bits = new Uint8Array(BITS / 8)

  add(key: string): void {
    let hash = 0
    for (let at = 0; at < key.length; at++) {
      hash = next(hash, key.charCodeAt(at))
      if (IS_LOOKED_AFTER[at + 1]) this.#mark(hash)
    }
    this.#mark(whole(hash))
  }

  /** A run with one more word; undefined where surely no key begins so. */
  extended({ key, hash }: Run, word: string): Run | undefined {
    for (let at = 0; at < word.length; at++) {
      hash = next(hash, word.charCodeAt(at))
      if (IS_LOOKED_AFTER[key.length + at + 1] && !this.#isMarked(hash)) return undefined
    }
    return { key: key + word, hash }
  }

  /** False where a run is surely no key. */
  mayBeKey({ hash }: Run): boolean {
    return this.#isMarked(whole(hash))
  }

  #mark(hash: number): void {
    const place = (hash ^ (hash >>> 13)) & (BITS - 1)
    this.#bits[place >> 3] = (this.#bits[place >> 3] ?? 0) | (1 << (place & 7))
  }

  #isMarked(hash: number): boolean {
    const place = (hash ^ (hash >>> 13)) & (BITS - 1)
    return (((this.#bits[place >> 3] ?? 0) >> (place & 7)) & 1) === 1
  }
}
