import { MENDABLE, NEVER_MENDED, SPELLINGS } from './words.ts'

/** Longest word that a slip is looked for in; "thanksgiving" and a letter more. */
const LONGEST = 13

/** Whether two words of nearly one length differ by one letter changed, lost, added or swapped with its neighbour. */
function isOneSlipAway(typed: string, meant: string): boolean {
  let start = 0
  while (start < typed.length && typed[start] === meant[start]) start += 1
  let end = 0
  while (
    end < Math.min(typed.length, meant.length) - start &&
    typed[typed.length - 1 - end] === meant[meant.length - 1 - end]
  ) {
    end += 1
  }
  const typedLeft = typed.length - start - end
  const meantLeft = meant.length - start - end
  if (typedLeft + meantLeft <= 1 || (typedLeft === 1 && meantLeft === 1)) return true
  return typedLeft === 2 && meantLeft === 2 && typed[start] === meant[start + 1] && typed[start + 1] === meant[start]
}

/** The calendar's word that a typed one stands for ("tmrw", "wensday", "novemebr"); the word itself otherwise. */
export function mendWord(lower: string): string {
  const known = SPELLINGS.get(lower)
  if (known) return known
  if (lower.length < 6 || lower.length > LONGEST || NEVER_MENDED.has(lower)) return lower
  for (const word of MENDABLE) {
    const difference = lower.length - word.length
    if (lower[0] === word[0] && difference <= 1 && difference >= -1 && lower !== `${word}s`) {
      if (isOneSlipAway(lower, word)) return word
    }
  }
  return lower
}
