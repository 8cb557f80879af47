import type { DayExpression, DayPart } from './expression.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const PARTS: ReadonlyMap<string, DayPart> = new Map<string, DayPart>([
  ['morning', 'morning'],
  ['am', 'morning'],
  ['afternoon', 'afternoon'],
  ['afternoonish', 'afternoon'],
  ['aft', 'afternoon'],
  ['pm', 'afternoon'],
  ['evening', 'evening'],
  ['eve', 'evening'],
  ['night', 'night'],
  ['nite', 'night'],
])
const TODAY: DayExpression = { is: 'today' }
const dayAway = (days: number): DayExpression => ({ is: 'offset', amount: { value: days, unit: 'day' } })

/** A part by its name; "am", "pm", "eve" and "aft" only where the caller knows that a day stands before. */
function partAt(scan: Scan, at: number, isShortFine: boolean): { part: DayPart; to: number } | undefined {
  const early = /^(early|late|mid)$/.test(wordAt(scan, at)) ? at + 1 : at
  const start = early > at && wordAt(scan, early) === '-' ? early + 1 : early
  const inThe = early > at ? after(scan, early, 'in the') : -1
  const word = wordAt(scan, inThe > 0 ? inThe : start)
  const part = PARTS.get(word)
  if (!part || (word.length <= 4 && word !== 'nite' && !isShortFine)) return undefined
  return { part, to: (inThe > 0 ? inThe : start) + 1 }
}

export const partReader: Reader = {
  name: 'part-of-day',
  starts: [
    'in',
    'at',
    'this',
    'last',
    'next',
    'tonight',
    'early',
    'late',
    'mid',
    'first',
    'during',
    'by',
    ...PARTS.keys(),
  ],
  read(scan, at) {
    const word = wordAt(scan, at)
    if (wordAt(scan, at - 1) === 'good' || wordAt(scan, at - 1) === 'gm') return undefined
    if (word === 'tonight') return { to: at + 1, says: { day: TODAY, part: 'night' } }
    if ((word === 'late' || word === 'early' || word === 'by' || word === 'at') && wordAt(scan, at + 1) === 'tonight') {
      return { to: at + 2, says: { day: TODAY, part: 'night' } }
    }
    if (word === 'late' && after(scan, at, 'late last night') > 0) return lastNight(at + 3)
    if (word === 'this' || word === 'last' || word === 'next') return demonstrativeAt(scan, at, word)
    const early = after(scan, at, 'in the early hours of the morning')
    if (early > 0) return { to: early, says: { part: 'morning' }, isWeak: true }
    const firstThing = after(scan, at, 'first thing')
    if (firstThing > 0) {
      const inThe = after(scan, firstThing, 'in the morning')
      return { to: inThe > 0 ? inThe : firstThing, says: { part: 'morning' }, isWeak: true }
    }
    const inThe = Math.max(after(scan, at, 'in the'), after(scan, at, 'during the'), after(scan, at, 'at'))
    const found = partAt(scan, inThe > 0 ? inThe : word === 'in' || word === 'by' ? at + 1 : at, false)
    if (!found || (word === 'at' && found.part !== 'night')) return undefined
    return { to: found.to, says: { part: found.part }, isWeak: true }
  },
}

const lastNight = (to: number): Match => ({ to, says: { day: dayAway(-1), part: 'night' } })

/** "this morning" is today's, "last night" yesterday's, "next evening" tomorrow's. */
function demonstrativeAt(scan: Scan, at: number, which: 'this' | 'last' | 'next'): Match | undefined {
  const found = partAt(scan, at + 1, which === 'this')
  if (!found) return undefined
  const day = which === 'this' ? TODAY : dayAway(which === 'last' ? -1 : 1)
  return { to: found.to, says: { day, part: found.part } }
}

/** A part right behind a day: "tomorrow night", "Tuesday am", "sat eve". */
export function partBehindDay(scan: Scan, at: number): { part: DayPart; to: number } | undefined {
  return partAt(scan, at, true)
}
