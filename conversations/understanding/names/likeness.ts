import { NAME_FORMS } from '../words/given-names.ts'
import type { NameEntry } from './entry.ts'
import { joinWords, nameWords } from './key.ts'
import { countSlips } from './spelling.ts'

/** True where two first or last names are one, short forms included. */
export const sameWord = (a: string, b: string): boolean => a === b || (NAME_FORMS.get(a)?.includes(b) ?? false)
/** The same for a near spelling. */
export const likeWord = (a: string, b: string): boolean =>
  sameWord(a, b) ||
  (a.length >= 4 && b.length >= 4 && countSlips(a, b, a.length >= 7 ? 2 : 1) <= (a.length >= 7 ? 2 : 1))

/** Whether a person of that full name may be meant by typed words, as two words are the same: first, last or both. */
export function isNamed(
  full: readonly string[],
  typed: readonly string[],
  same: (a: string, b: string) => boolean,
): boolean {
  const [first = ''] = full
  const last = full.at(-1) ?? ''
  const [head = ''] = typed
  const tail = typed.at(-1) ?? ''
  if (typed.length === 1)
    return full.some((word, i) => same(head, word) && (i === 0 || head === word || head.length > 3))
  const isInitial = head.length === 1 && first.startsWith(head)
  const isShort = tail.length === 1 && last.startsWith(tail)
  return (isInitial || same(head, first)) && (isShort || same(tail, last))
}

/** Share of letter pairs that an entry's names have in common with words run together, 0 to 1: of the nearest name. */
export function likeness(entry: NameEntry, target: string): number {
  const pairs = (text: string): Set<string> => {
    const found = new Set<string>()
    for (let i = 0; i < text.length - 1; i++) found.add(text.slice(i, i + 2))
    return found
  }
  const wanted = pairs(target)
  const names = [entry.name, ...(entry.aliases ?? [])].map((name) => joinWords(nameWords(name)))
  return Math.max(
    ...names.map((name) => {
      const own = pairs(name)
      const common = [...own].filter((pair) => wanted.has(pair)).length
      return (2 * common) / Math.max(own.size + wanted.size, 1)
    }),
  )
}
