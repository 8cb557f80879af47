import { ORDINARY_WORDS } from '../conversations/understanding/words/ordinary.ts'
import type { Reads } from '../data/store.ts'

const NAMED = ['person', 'student', 'staff', 'partner', 'school', 'program', 'cluster'] as const

/**
 * Parts of a person's name that mean this person alone where they stand by themselves: no other record has that word in
 * its name, and it is no ordinary word.
 */
export async function loneNames(reads: Reads, id: string, name: string): Promise<string[]> {
  const others = new Set<string>()
  for (const kind of NAMED) {
    for (const record of await reads.find(kind)) {
      if (record.id === id) continue
      const aliases = 'aliases' in record ? record.aliases : []
      for (const text of [record.name, ...aliases]) for (const word of wordsOf(text)) others.add(word)
    }
  }
  return [...new Set(wordsOf(name))].filter((word) => word.length > 2 && !others.has(word) && !ORDINARY_WORDS.has(word))
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}'’-]+/gu) ?? []
