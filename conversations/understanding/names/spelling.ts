/** Letters that a word must have to be looked up by near spelling. */
const MIN_LETTERS = 4
/** Letters from which two slips are forgiven instead of one. */
const TWO_SLIPS_FROM = 7
const NEAREST = 4

/**
 * Slips between two words (a letter more, less, other, or two swapped), or more than `most`. Linear in
 * length times `most`.
 */
export function countSlips(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1
  let before: number[] = []
  let row = Array.from({ length: b.length + 1 }, (_, i) => i)
  for (let i = 1; i <= a.length; i++) {
    const next = [i]
    let best = i
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      let cost = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + (isSame ? 0 : 1))
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        cost = Math.min(cost, (before[j - 2] ?? 0) + 1)
      next.push(cost)
      if (cost < best) best = cost
    }
    if (best > most) return most + 1
    before = row
    row = next
  }
  return row[b.length] ?? most + 1
}

/** How a word sounds, roughly: its first letter and its consonants, doubled ones once. */
export function soundOf(word: string): string {
  const like = word.replace(/ph/g, 'f').replace(/[cq]/g, 'k').replace(/z/g, 's').replace(/[wh]/g, '')
  const rest = like.slice(1).replace(/[aeiouy]/g, '')
  return `${like[0] ?? ''}${rest.replace(/(.)\1+/g, '$1')}`
}

function* shorten(word: string, letters: number): Generator<string> {
  yield word
  if (letters === 0) return
  for (let i = 0; i < word.length; i++) {
    if (word[i] !== word[i - 1]) yield* shorten(word.slice(0, i) + word.slice(i + 1), letters - 1)
  }
}

/** Words by near spelling: each is filed under itself with one letter left out, and under how it sounds. */
export class Spelling {
  readonly #depth: number
  #uses = new Map<string, number>()
  #short = new Map<string, string | string[]>()

  /** `depth`: letters left out of long words; 2 finds more, for a small vocabulary. */
  constructor(depth: 1 | 2 = 1) {
    this.#depth = depth
  }

  get size(): number {
    return this.#uses.size
  }

  has(word: string): boolean {
    return this.#uses.has(word)
  }

  add(word: string): void {
    const uses = this.#uses.get(word) ?? 0
    this.#uses.set(word, uses + 1)
    if (uses > 0 || word.length < MIN_LETTERS || /\d/.test(word)) return
    for (const key of this.#keysOf(word)) {
      const filed = this.#short.get(key)
      if (filed === undefined) this.#short.set(key, word)
      else if (typeof filed === 'string') this.#short.set(key, [filed, word])
      else filed.push(word)
    }
  }

  remove(word: string): void {
    const uses = this.#uses.get(word) ?? 0
    if (uses > 1) {
      this.#uses.set(word, uses - 1)
      return
    }
    if (!this.#uses.delete(word) || word.length < MIN_LETTERS || /\d/.test(word)) return
    for (const key of this.#keysOf(word)) {
      const filed = this.#short.get(key)
      if (filed === word) this.#short.delete(key)
      else if (Array.isArray(filed))
        this.#short.set(
          key,
          filed.filter((other) => other !== word),
        )
    }
  }

  /** Known words that a typed one may be a slip of, nearest first, at most four; none where the word is known. */
  near(typed: string): string[] {
    if (typed.length < MIN_LETTERS || typed.length > 30 || this.#uses.has(typed) || /\d/.test(typed)) return []
    const most = typed.length >= TWO_SLIPS_FROM ? 2 : 1
    const slips = new Map<string, number>()
    for (const key of this.#keysOf(typed)) {
      const filed = this.#short.get(key)
      if (filed === undefined) continue
      for (const word of typeof filed === 'string' ? [filed] : filed) {
        if (slips.has(word)) continue
        const count = countSlips(typed, word, most)
        slips.set(word, count)
      }
    }
    return [...slips]
      .filter(([word, count]) => count <= most && (count === 1 || word[0] === typed[0]))
      .sort((a, b) => a[1] - b[1] || (a[0] < b[0] ? -1 : 1))
      .slice(0, NEAREST)
      .map(([word]) => word)
  }

  *#keysOf(word: string): Generator<string> {
    yield* new Set(shorten(word, word.length >= TWO_SLIPS_FROM ? this.#depth : 1))
    if (word.length >= 5) yield `~${soundOf(word)}`
  }
}
