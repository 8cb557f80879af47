/** A number for letters in a row, from the number for all but the last of them; 0 is that of none. */
export const hashOn = (hash: number, letter: number): number => (Math.imul(hash, 31) + letter) | 0

/** A set of hashes that forgets nothing and may take one for another: what it has not is surely not in it. */
export class Bits {
  readonly #bytes: Uint8Array

  /** `count`: how many bits, a power of two. */
  constructor(count: number) {
    this.#bytes = new Uint8Array(count / 8)
  }

  add(hash: number): void {
    const place = this.#placeOf(hash)
    this.#bytes[place >> 3] = (this.#bytes[place >> 3] ?? 0) | (1 << (place & 7))
  }

  /** False where a hash was surely never added. */
  mayHave(hash: number): boolean {
    const place = this.#placeOf(hash)
    return (((this.#bytes[place >> 3] ?? 0) >> (place & 7)) & 1) === 1
  }

  #placeOf(hash: number): number {
    return (hash ^ (hash >>> 13)) & (this.#bytes.length * 8 - 1)
  }
}
