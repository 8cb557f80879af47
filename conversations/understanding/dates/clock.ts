import type { Clock } from './expression.ts'
import { countsNext } from './fences.ts'
import { numberAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'
import { verbBefore } from './shifts.ts'
import { offsetZone, zoneAt } from './zone-names.ts'

/**
 * How surely a clock is one: `exact` ("2:30", "2 pm", "noon", "half past two"), `loose` ("2.30", "1030", "nine thirty")
 * or `bare` ("2"). What is not exact needs "at" before it or a day beside it.
 */
export type FoundClock = { to: number; clock: Clock; surety: 'exact' | 'loose' | 'bare'; isApproximate: boolean }

const MINUTE_SIGNS = new Set(['past', 'after', 'to', 'before', 'of', 'until', 'from'])
const ABOUT = new Set(['around', 'about', 'approximately', 'approx', 'roughly', 'circa', '~'])
const NOONS = new Map([
  ['noon', 12],
  ['noonish', 12],
  ['midday', 12],
  ['noontime', 12],
  ['midnight', 0],
])

/** "am", "p.m.", "a m", "p . m .", a glued "a" or "p", "in the PM"; `half` is absent for "ampm". */
export function meridiemAt(scan: Scan, at: number): { to: number; half?: 'am' | 'pm' } | undefined {
  const token = scan.tokens[at]
  if (token?.kind !== 'word') return undefined
  const { word } = token
  if (word === 'am' || word === 'pm') return { to: at + 1, half: word }
  if (word === 'ampm') return { to: at + 1 }
  if (word === 'a' || word === 'p') {
    const half = word === 'a' ? 'am' : 'pm'
    const m = wordAt(scan, at + 1) === '.' ? at + 2 : at + 1
    if (wordAt(scan, m) === 'm') return { to: wordAt(scan, m + 1) === '.' ? m + 2 : m + 1, half }
    return token.isGlued && !scan.tokens[at + 1]?.isGlued
      ? { to: at + 1, half }
      : token.isGlued && /^[.,;:!?)-]$/.test(wordAt(scan, at + 1))
        ? { to: wordAt(scan, at + 1) === '.' ? at + 2 : at + 1, half }
        : undefined
  }
  const inThe = Math.max(after(scan, at, 'in the'), after(scan, at, 'in'))
  const half = inThe < 0 ? '' : wordAt(scan, inThe)
  return half === 'am' || half === 'pm' ? { to: inThe + 1, half } : undefined
}

/** "09:30:00 -0500", as mail writes it. */
function mailOffsetAt(scan: Scan, at: number, to: number): string | undefined {
  const [sign, digits] = [scan.tokens[to], scan.tokens[to + 1]]
  if (!/^\d\d:\d\d:\d\d$/.test(wordAt(scan, at)) || !/^[+-]$/.test(sign?.word ?? '')) return undefined
  return digits?.isGlued && /^\d{4}$/.test(digits.word) ? offsetZone(sign?.word ?? '+', digits.word) : undefined
}

/** "9a", "3p": a letter after a bare hour is too little to stand alone. */
const isLetterOnly = (scan: Scan, to: number): boolean =>
  /^[ap]$/.test(wordAt(scan, to - 1)) ||
  (wordAt(scan, to - 1) === '.' && /^[ap]$/.test(wordAt(scan, to - 2)) && wordAt(scan, to - 3) !== '.')

/** A clock without the words before it. */
export function clockAt(scan: Scan, at: number, isAfterAt = false): FoundClock | undefined {
  const named = namedClockAt(scan, at) ?? minutesClockAt(scan, at)
  if (named) return named
  const plain = plainClockAt(scan, at, isAfterAt)
  if (!plain) return undefined
  let { to, surety, isApproximate } = plain
  let clock = plain.clock
  if (wordAt(scan, to) === "o'clock" || after(scan, to, 'o clock') > 0) {
    to += wordAt(scan, to) === 'o' ? 2 : 1
    surety = 'exact'
  }
  const offset = mailOffsetAt(scan, at, to)
  if (offset) return { to: to + 2, clock: { ...clock, zone: offset }, surety, isApproximate }
  const dash = wordAt(scan, to) === '-' ? to + 1 : to
  if (/^(ish|ishy)$/.test(wordAt(scan, dash))) {
    to = dash + 1
    isApproximate = true
    surety = 'exact'
  }
  const half = !('isNow' in clock) && clock.hour <= 12 && clock.hour > 0 ? meridiemAt(scan, to) : undefined
  if (half) {
    to = half.to
    surety = 'exact'
    if (half.half) clock = { ...clock, half: half.half }
    if (isLetterOnly(scan, half.to) && plain.surety === 'bare') surety = 'loose'
  }
  const zone = surety === 'exact' ? zoneAt(scan, to) : undefined
  if (zone) return { to: zone.to, clock: { ...clock, zone: zone.zone }, surety, isApproximate }
  return { to, clock, surety, isApproximate }
}

function namedClockAt(scan: Scan, at: number): FoundClock | undefined {
  const start = wordAt(scan, at) === '12' || wordAt(scan, at) === 'twelve' ? at + 1 : at
  const word = wordAt(scan, start)
  const hour = NOONS.get(word)
  if (hour === undefined) return undefined
  return {
    to: start + 1,
    clock: { hour: 12, minute: 0, half: hour === 12 ? 'pm' : 'am' },
    surety: 'exact',
    isApproximate: word === 'noonish',
  }
}

/** "half past eight", "quarter to nine", "20 min past 8", "ten past 9", "half three". */
function minutesClockAt(scan: Scan, at: number): FoundClock | undefined {
  const start = /^(a|an)$/.test(wordAt(scan, at)) ? at + 1 : at
  const word = wordAt(scan, start)
  const number = word === 'half' || word === 'quarter' ? undefined : numberAt(scan, start, true)
  const minutes = word === 'half' ? 30 : word === 'quarter' ? 15 : number && !number.isOrdinal ? number.value : 0
  if (minutes < 1 || minutes > 59) return undefined
  let sign = number ? number.to : start + 1
  const hasUnit = scan.tokens[sign]?.facts.unit === 'minute'
  if (hasUnit) sign += 1
  const isHalf = word === 'half' && !hasUnit
  const how = wordAt(scan, sign)
  const isSigned = MINUTE_SIGNS.has(how)
  if (!isSigned && !isHalf) return undefined
  if (how === 'from' && !hasUnit) return undefined
  if (isHalf && isSigned && how !== 'past' && how !== 'after') return undefined
  const hour = namedClockAt(scan, isSigned ? sign + 1 : sign) ?? plainClockAt(scan, isSigned ? sign + 1 : sign, false)
  if (!hour || 'isNow' in hour.clock || hour.clock.minute !== 0 || hour.clock.hour > 12) return undefined
  const isBefore = how === 'to' || how === 'before' || how === 'of' || how === 'until'
  const isAfterAt = wordAt(scan, at - 1) === 'at' && number?.isWord === true
  const isSaidSo = hasUnit || isAfterAt || word === 'quarter' || isHalf || minutes > 12 || hour.surety === 'exact'
  if ((isBefore || how === 'from') && !isSaidSo) return undefined
  if (
    (how === 'before' || how === 'from' || how === 'until') &&
    hour.surety !== 'exact' &&
    !hasClockSign(scan, hour.to)
  ) {
    return undefined
  }
  if (!isSigned && (number || countsNext(scan.tokens[hour.to]) || scan.tokens[hour.to]?.facts.unit)) return undefined
  return finish(scan, hour, isBefore ? -minutes : minutes)
}

const hasClockSign = (scan: Scan, at: number): boolean =>
  wordAt(scan, at) === "o'clock" || meridiemAt(scan, at) !== undefined

/** The hour with its minutes added or taken off, and the half of the day that is said after it. */
function finish(scan: Scan, hour: FoundClock, minutes: number): FoundClock | undefined {
  if ('isNow' in hour.clock) return undefined
  let { to } = hour
  if (wordAt(scan, to) === "o'clock") to += 1
  const meridiem = meridiemAt(scan, to)
  const half = meridiem?.half ?? hour.clock.half
  if (meridiem) to = meridiem.to
  const sum = (hour.clock.hour % 12) * 60 + minutes
  const wrapped = (sum + 720) % 720
  const turned = sum < 0 && half ? (half === 'pm' ? 'am' : 'pm') : half
  const clock = { hour: Math.floor(wrapped / 60) || 12, minute: wrapped % 60, ...(turned && { half: turned }) }
  return { to, clock, surety: 'exact', isApproximate: hour.isApproximate }
}

/** Digits or number words: "2", "2:30", "2.30", "1030", "nine thirty", "nine oh five". */
function plainClockAt(scan: Scan, at: number, isAfterAt: boolean): FoundClock | undefined {
  const token = scan.tokens[at]
  if (!token || token.fence === 'named' || token.isOrdinal) return undefined
  if (token.kind === 'figure' && token.value === undefined) {
    const parts = /^(\d{1,2})([:.])(\d{2})(?:\2\d{2})?$/.exec(token.word)
    if (!parts || token.fence) return undefined
    const isLoose = parts[2] === '.'
    return clockOf(at + 1, Number(parts[1]), Number(parts[3]), isLoose ? 'loose' : 'exact')
  }
  const number = numberAt(scan, at, isAfterAt)
  if (!number || number.isOrdinal) return undefined
  if (token.fence === 'counted' && !meridiemAt(scan, number.to)) return undefined
  if (number.digits.length === 3 || number.digits.length === 4) {
    return clockOf(number.to, Math.floor(number.value / 100), number.value % 100, 'loose')
  }
  if (number.value > 24 || number.digits.length > 2) return undefined
  const minute = minuteAt(scan, number.to, number.isWord, isAfterAt)
  if (minute) return number.value <= 12 ? clockOf(minute.to, number.value, minute.value, 'loose') : undefined
  return clockOf(number.to, number.value, 0, 'bare')
}

/** "nine thirty", "nine oh five"; in figures ("3 15") only after "at". */
function minuteAt(
  scan: Scan,
  at: number,
  isWord: boolean,
  isAfterAt: boolean,
): { to: number; value: number } | undefined {
  const start = wordAt(scan, at) === '-' && isWord ? at + 1 : at
  if (isWord && /^(oh|o)$/.test(wordAt(scan, start))) {
    const ones = numberAt(scan, start + 1)
    return ones && ones.value < 10 && !ones.isOrdinal ? { to: ones.to, value: ones.value } : undefined
  }
  const number = numberAt(scan, start)
  if (!number || number.isOrdinal || number.value > 59 || number.value < 10) return undefined
  const isTwoFigures = !isWord && !number.isWord && number.digits.length === 2 && isAfterAt
  return (isWord && number.isWord) || isTwoFigures ? { to: number.to, value: number.value } : undefined
}

/** An hour or a minute that no clock shows ("25:00") stays in the clock: the resolver says that it is impossible. */
function clockOf(to: number, hour: number, minute: number, surety: FoundClock['surety']): FoundClock | undefined {
  const isOnAClock = hour <= 24 && minute <= 59 && (hour < 24 || minute === 0)
  if (!isOnAClock && (surety !== 'exact' || hour > 39)) return undefined
  return { to, clock: { hour, minute }, surety, isApproximate: false }
}

/** What may not follow a bare hour after "at": then the number belongs to what follows. */
function isFreeAfter(scan: Scan, to: number): boolean {
  const next = scan.tokens[to]
  if (!next || next.kind !== 'word') return next?.word !== '%' && next?.word !== '/'
  return !countsNext(next) && !(next.isGlued && next.facts.unit === undefined) && !next.facts.unit
}

export const clockReader: Reader = {
  name: 'clock',
  starts: [
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
    const isSure = found.surety === 'exact' || (isAfterAt && isFreeAfter(scan, found.to))
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
    else if (word === 'for' || word === 'from' || word === 'like' || (word === 'to' && lead.start === at))
      lead.isAfterFrom = true
    else if (word === 'the' && NOONS.has(wordAt(scan, lead.start + 1))) lead.isAfterAt = true
    else return lead
    lead.start += 1
    if (lead.start > at + 3) return lead
  }
}

/** A clock that is a match of its own, for readers that need one inside their phrase. */
export function clockMatchAt(scan: Scan, at: number): Match | undefined {
  return clockReader.read(scan, at)
}
