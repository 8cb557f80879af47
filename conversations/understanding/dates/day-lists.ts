import { meridiemAt } from './clock.ts'
import type { Piece } from './combine.ts'
import { countsNext } from './fences.ts'
import { numberAt } from './numbers.ts'
import { type Scan, wordAt } from './scan.ts'

const LAST_JOINT = /^(and|&|or|\/)$/

/** The number of a further day ("… 15", "… and the 16th") behind a joint, where nothing makes it something else. */
function furtherAt(scan: Scan, at: number): { day: number; to: number; isOrdinal: boolean } | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const number = numberAt(scan, start)
  if (!number || number.value < 1 || number.value > 31 || number.digits.length > 2 || number.isWord) return undefined
  const next = scan.tokens[number.to]
  if (countsNext(next) || meridiemAt(scan, number.to) || next?.facts.month !== undefined || next?.facts.unit)
    return undefined
  if (/^(to|until|-|:|o'clock)$/.test(next?.word ?? '')) return undefined
  return { day: number.value, to: number.to, isOrdinal: number.isOrdinal }
}

/** The further days of a list: "Dec 14, 15 and 16", "May 5 & 6", "the 14th, 15th and 16th". */
export function listedDays(scan: Scan, first: Piece): Piece[] {
  const { day } = first.says
  if ((day?.is !== 'date' && day?.is !== 'monthday') || first.says.clock || first.isWeak) return []
  const found: Piece[] = []
  let at = first.to
  let isEnded = false
  while (found.length < 10 && !isEnded) {
    const isComma = wordAt(scan, at) === ','
    const joint = isComma && LAST_JOINT.test(wordAt(scan, at + 1)) ? at + 1 : at
    isEnded = LAST_JOINT.test(wordAt(scan, joint))
    if (!isEnded && !isComma) break
    const further = furtherAt(scan, joint + 1)
    if (!further || (day.is === 'monthday' && !further.isOrdinal)) break
    found.push({ at: joint + 1, to: further.to, reader: 'day-list', says: { day: { ...day, day: further.day } } })
    at = further.to
  }
  return isEnded || found.every((piece) => scan.tokens[piece.to - 1]?.isOrdinal) ? found : []
}
