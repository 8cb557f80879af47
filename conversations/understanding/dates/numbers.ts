import { countsNext } from './fences.ts'
import { type Scan, wordAt } from './scan.ts'

export type Number = { value: number; to: number; isOrdinal: boolean; isWord: boolean; digits: string }

/**
 * A whole number at a token: "12", "12th", "twelve", "twenty first", "thirty-first". Numbers that name something else
 * are none; those that count something are none unless `evenCounted`.
 */
export function numberAt(scan: Scan, at: number, evenCounted = false): Number | undefined {
  const token = scan.tokens[at]
  if (!token || token.fence === 'named' || (token.fence === 'counted' && !evenCounted)) return undefined
  if (token.kind === 'figure') {
    if (token.value === undefined) return undefined
    return { value: token.value, to: at + 1, isOrdinal: token.isOrdinal, isWord: false, digits: token.word }
  }
  const { number, ordinal } = token.facts
  if (ordinal !== undefined) return { value: ordinal, to: at + 1, isOrdinal: true, isWord: true, digits: '' }
  if (number === undefined) return undefined
  if (number >= 20) {
    const next = at + (wordAt(scan, at + 1) === '-' ? 2 : 1)
    const ones = scan.tokens[next]
    const one = ones?.facts.number ?? ones?.facts.ordinal
    const isCounting = countsNext(scan.tokens[next + 1]) && !evenCounted
    if (one !== undefined && one < 10 && !isCounting) {
      return {
        value: number + one,
        to: next + 1,
        isOrdinal: ones?.facts.ordinal !== undefined,
        isWord: true,
        digits: '',
      }
    }
    if (one !== undefined && one < 10) return undefined
  }
  return { value: number, to: at + 1, isOrdinal: false, isWord: true, digits: '' }
}

/** How many: a number, "a", "an", "a couple (of)", "a few", "half a", "2.5", "1/4", "two and a half", "three-quarters of an". */
export function quantityAt(scan: Scan, at: number): { value: number; to: number } | undefined {
  const word = wordAt(scan, at)
  if (word === 'half') {
    const to = at + 1
    return /^an?$/.test(wordAt(scan, to)) ? { value: 0.5, to: to + 1 } : { value: 0.5, to }
  }
  if (word === 'a' || word === 'an' || word === 'the') {
    const next = wordAt(scan, at + 1)
    if (next === 'couple' || next === 'pair') return { value: 2, to: wordAt(scan, at + 2) === 'of' ? at + 3 : at + 2 }
    if (next === 'few') return { value: 3, to: at + 2 }
    if (next === 'half') return { value: 0.5, to: at + 2 }
    if (next === 'quarter') return ofAn(scan, at + 2, 0.25)
    if (next === 'dozen') return { value: 12, to: at + 2 }
    return word === 'the' ? undefined : { value: 1, to: at + 1 }
  }
  if (word === 'couple') return { value: 2, to: wordAt(scan, at + 1) === 'of' ? at + 2 : at + 1 }
  if (word === 'few') return { value: 3, to: at + 1 }
  const token = scan.tokens[at]
  if (token?.kind === 'figure' && token.fence !== 'named') {
    const fraction = /^(\d{1,3})([./])(\d{1,3})$/.exec(token.word)
    if (fraction) {
      const value = fraction[2] === '.' ? Number(token.word) : Number(fraction[1]) / Number(fraction[3])
      return Number.isFinite(value) ? { value, to: at + 1 } : undefined
    }
  }
  const number = numberAt(scan, at, true)
  if (!number || number.isOrdinal) return undefined
  const quarters = wordAt(scan, number.to) === '-' ? number.to + 1 : number.to
  if (number.value === 3 && /^quarters?$/.test(wordAt(scan, quarters))) return ofAn(scan, quarters + 1, 0.75)
  if (wordAt(scan, number.to) === 'and' && /^an?$/.test(wordAt(scan, number.to + 1))) {
    if (wordAt(scan, number.to + 2) === 'half') return { value: number.value + 0.5, to: number.to + 3 }
  }
  return { value: number.value, to: number.to }
}

/** "a quarter of an hour": steps over "of an". */
function ofAn(scan: Scan, at: number, value: number): { value: number; to: number } | undefined {
  if (wordAt(scan, at) !== 'of') return { value, to: at }
  return /^an?$/.test(wordAt(scan, at + 1)) ? { value, to: at + 2 } : undefined
}
