import { clockAt, type FoundClock, NOONS } from './clock.ts'
import { countsNext } from './fences.ts'
import { type Match, type Reader, type Scan, wordAt } from './scan.ts'
import { verbBefore } from './shifts.ts'

const ABOUT = new Set(['around', 'about', 'approximately', 'approx', 'roughly', 'circa', '~'])

/** What may not follow a bare hour after "at": then the number belongs to what follows. */
function isFreeAfter(scan: Scan, to: number): boolean {
  const next = scan.tokens[to]
  if (next?.kind !== 'word') return next?.word !== '%' && next?.word !== '/'
  return !countsNext(next) && !(next.isGlued && next.facts.unit === undefined) && !next.facts.unit
}

export const clockReader: Reader = {
  name: 'clock',
  starts: [
    'mid',
    'after',
    'at',
    '@',
    'to',
    'for',
    'by',
    'from',
    'a',
    'half',
    'quarter',
    'the',
    'like',
    'before',
    ...ABOUT,
    ...NOONS.keys(),
  ],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const { start, isAfterAt, isAfterFrom, isApproximate, isDeadline } = leadAt(scan, at)
    const found = clockAt(scan, start, isAfterAt)
    if (!found) return undefined
    if (wordAt(scan, at) === 'to') return movedTo(scan, at, found)
    const isSpoken = wordAt(scan, at) === 'for' && found.surety === 'loose' && found.to - start >= 2
    const isSometime = (isDeadline || wordAt(scan, at) === 'after') && /^(any|some)?time$/.test(wordAt(scan, at - 1))
    const isSaid = isAfterAt || isSpoken || (isDeadline && isEndBefore(scan, at))
    const isSure = isSometime || found.surety === 'exact' || (isSaid && isFreeAfter(scan, found.to))
    if (isAfterAt && !isSure) return undefined
    if ((isDeadline || isAfterFrom) && found.surety === 'bare' && !isFreeAfter(scan, found.to)) return undefined
    const to = /^(sharp|approximately|approx)$/.test(wordAt(scan, found.to)) ? found.to + 1 : found.to
    return {
      to,
      says: { clock: found.clock },
      isWeak: !isSure,
      isApproximate: found.isApproximate || isApproximate,
      isDeadline,
    }
  },
}

/** "done by 2", "wrap up by 2". */
const isEndBefore = (scan: Scan, at: number): boolean =>
  /^(?:done|finished)$/.test(wordAt(scan, at - 1)) ||
  (wordAt(scan, at - 1) === 'up' && /^wrap/.test(wordAt(scan, at - 2)))

/** "move it to 2": an hour where something is moved to it. */
function movedTo(scan: Scan, at: number, found: FoundClock): Match | undefined {
  if (found.surety !== 'bare' || !verbBefore(scan, at) || !isFreeAfter(scan, found.to)) return undefined
  const before = scan.tokens[at - 1]
  if (before?.kind === 'figure' || before?.facts.number !== undefined) return undefined
  return { to: found.to, says: { clock: found.clock } }
}

type Lead = { start: number; isAfterAt: boolean; isAfterFrom: boolean; isApproximate: boolean; isDeadline: boolean }

/** The words before a clock: "at", "at about", "@", "around", "by", "for", "from", "the" (before noon). */
function leadAt(scan: Scan, at: number): Lead {
  const lead: Lead = { start: at, isAfterAt: false, isAfterFrom: false, isApproximate: false, isDeadline: false }
  for (;;) {
    const word = wordAt(scan, lead.start)
    if (word === 'at' || word === '@') lead.isAfterAt = true
    else if (ABOUT.has(word)) {
      lead.isApproximate = true
      lead.isAfterAt ||= (scan.tokens[lead.start + 1]?.word.length ?? 0) > 2
    } else if (word === 'by' || word === 'before') lead.isDeadline = true
    else if (
      word === 'for' ||
      word === 'from' ||
      word === 'like' ||
      word === 'after' ||
      (word === 'to' && lead.start === at)
    )
      lead.isAfterFrom = true
    else if (word === 'the' && NOONS.has(wordAt(scan, lead.start + 1))) lead.isAfterAt = true
    else return lead
    lead.start += 1
    if (lead.start > at + 3) return lead
  }
}
