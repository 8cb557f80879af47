/** Takes names out of text: whole words, whatever their case and however many blanks are between. */
export type Redactor = {
  /** The value with every text in it redacted (`id` fields stay), and how many places that were. */
  redact<T>(value: T): { value: T; places: number }
}

/** Ids, keys and addresses are opaque: a name in one is no name, and changing it would cut what it joins. */
const OPAQUE = new Set(['id', 'kind', 'inbound', 'turn', 'conversation', 'by', 'undoes', 'undoneBy', 'address', 'to'])

export function createRedactor(names: readonly string[], replacement: string): Redactor {
  const words = [...new Set(names.map((name) => name.trim()).filter((name) => name !== ''))]
  // The longest first, so that "Maria Chen" goes as a whole before "Maria".
  const alternatives = words
    .sort((a, b) => b.length - a.length)
    .map((name) => name.split(/\s+/).map(literal).join('\\s+'))
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])(?:${alternatives.join('|')})(?![\\p{L}\\p{N}])`, 'giu')

  function walk(value: unknown, count: (places: number) => void): unknown {
    if (typeof value === 'string') {
      const found = value.match(pattern)?.length ?? 0
      if (found === 0) return value
      count(found)
      return value.replace(pattern, () => replacement)
    }
    if (Array.isArray(value)) return value.map((inner) => walk(inner, count))
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(
      Object.entries(value).map(([key, inner]) => [key, OPAQUE.has(key) ? inner : walk(inner, count)]),
    )
  }

  return {
    redact<T>(value: T) {
      let places = 0
      if (words.length === 0) return { value, places }
      const redacted = walk(value, (found) => {
        places += found
      })
      // The same shape: only the contents of texts differ.
      return places === 0 ? { value, places } : { value: redacted as T, places }
    },
  }
}

const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
