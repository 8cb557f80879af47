import type { Knowledge } from '../understanding/knowledge.ts'
import type { NameEntry } from '../understanding/names/entry.ts'
import { joinWords, nameWords } from '../understanding/names/key.ts'
import { ORDINARY_WORDS } from '../understanding/words/ordinary.ts'

/** Words that a name may have. */
const MOST_WORDS = 4

/** The students that a text may name, by full name first, then by a first or last name alone. */
export function findStudentsIn(
  text: string,
  { names }: Pick<Knowledge, 'names'>,
): { entries: NameEntry[]; typed: string } | undefined {
  const words = text.slice(0, 1000).match(/[\p{L}\p{M}'’-]+/gu) ?? []
  for (let length = Math.min(MOST_WORDS, words.length); length >= 1; length -= 1) {
    for (let at = 0; at + length <= words.length; at += 1) {
      const typed = words.slice(at, at + length).join(' ')
      const entries = studentsCalled(typed, length, names)
      if (entries.length > 0) return { entries, typed }
    }
  }
  return undefined
}

/** "Jordan Pham's" and "jordans" are Jordan's; a lone word that is an everyday one is no name unless written as one. */
function studentsCalled(typed: string, length: number, names: Knowledge['names']): NameEntry[] {
  const owner = typed.replace(/['’]s?$/i, '')
  const forms = new Set([owner, ...(typed === owner && /s$/i.test(typed) ? [typed.slice(0, -1)] : [])])
  const isLoneOrdinary = length === 1 && ORDINARY_WORDS.has(owner.toLowerCase()) && owner === owner.toLowerCase()
  if (isLoneOrdinary || owner.length < 2) return []
  const found = new Map<string, NameEntry>()
  for (const form of forms) {
    for (const { entry } of names.find(joinWords(nameWords(form))))
      if (entry.kind === 'student') found.set(entry.id, entry)
  }
  return [...found.values()]
}
