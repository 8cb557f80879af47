import { amountAt } from './durations.ts'
import type { Amount } from './expression.ts'
import { type Match, type Reader, type Scan, wordAt } from './scan.ts'

const LATER = new Set(['later', 'after'])
const EARLIER = new Set(['earlier', 'sooner'])
/** Particles of "push it back an hour", "move it up a day". */
const BACK = new Set(['back', 'out', 'off', 'down'])
const UP = new Set(['up', 'ahead', 'in'])
const VERBS = new Set(
  'push move bump slide shift delay postpone pull bring kick advance pushed moved bumped delayed postponed pushing moving change changed reschedule rescheduled'.split(
    ' ',
  ),
)
const EARLIER_VERBS = new Set(['pull', 'bring', 'advance'])
/** How far back the verb may stand: "push the ny1 speaker at ACTVF back a week". */
const REACH = 9

/** The verb of moving before a phrase, in the same sentence. */
export function verbBefore(scan: Scan, at: number): string | undefined {
  for (let i = at - 1; i >= 0 && i >= at - REACH; i -= 1) {
    const word = wordAt(scan, i)
    if (VERBS.has(word)) return word
    if (/^[.;!?\n]$/.test(word)) return undefined
  }
  return undefined
}

const shift = (to: number, amount: Amount, sign: 1 | -1, isFromNow: boolean): Match => ({
  to,
  says: { shift: { amount, sign, isFromNow } },
})

export const shiftReader: Reader = {
  name: 'shift',
  starts: [
    'by',
    'back',
    'up',
    'ahead',
    'out',
    'forward',
    'a',
    'an',
    'half',
    'couple',
    'few',
    'another',
    'later',
    'earlier',
    'off',
    'down',
  ],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const particle = wordAt(scan, at)
    const isParticle = BACK.has(particle) || UP.has(particle) || particle === 'forward'
    const by = isParticle ? at + 1 : at
    const isBy = wordAt(scan, by) === 'by'
    const found = amountAt(scan, isBy ? by + 1 : by)
    if (!found) return undefined
    const behind = wordAt(scan, found.to)
    const isLater = LATER.has(behind) && !(behind === 'after' && !isClauseEnd(scan, found.to + 1))
    if (isLater || EARLIER.has(behind)) {
      return shift(found.to + 1, found.amount, EARLIER.has(behind) ? -1 : 1, behind === 'later')
    }
    const verb = verbBefore(scan, at)
    if (!verb) return undefined
    const trailing = /^(back|out|up|forward|ahead)$/.test(behind) ? behind : isParticle ? particle : ''
    const to = trailing === behind && trailing !== '' ? found.to + 1 : found.to
    const isDirect = isBy || isParticle || trailing !== '' || isObjectEnd(scan, at, verb)
    if (!isDirect) return undefined
    return shift(to, found.amount, isEarlier(trailing, verb) ? -1 : 1, false)
  },
}

const isClauseEnd = (scan: Scan, at: number): boolean =>
  scan.tokens[at]?.kind !== 'word' && scan.tokens[at]?.kind !== 'figure'

function isEarlier(trailing: string, verb: string): boolean {
  if (UP.has(trailing)) return true
  if (trailing === 'forward') return !verb.startsWith('push')
  return trailing === '' && EARLIER_VERBS.has(verb)
}

/** "push it a week", "bump the breakfast an hour": the amount right behind what is moved. */
function isObjectEnd(scan: Scan, at: number, verb: string): boolean {
  const before = scan.tokens[at - 1]
  if (before?.kind === 'opaque') return true
  if (before?.kind !== 'word') return false
  return (
    VERBS.has(before.word) ||
    (before.word !== verb && !/^(to|for|in|at|on|from|until|within|with|of|by|the|next|last|every)$/.test(before.word))
  )
}
