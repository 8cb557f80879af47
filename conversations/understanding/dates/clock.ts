import { minutesClockAt } from './clock-minutes.ts'
import type { Clock } from './expression.ts'
import { numberAt } from './numbers.ts'
import { after, type Scan, wordAt } from './scan.ts'
import { offsetZone, zoneAt } from './zone-names.ts'

/**
 * How surely a clock is one: `exact` ("2:30", "2 pm", "noon", "half past two"), `loose` ("2.30", "1030", "nine thirty")
 * or `bare` ("2"). What is not exact needs "at" before it or a day beside it.
 */
export type FoundClock = { to: number; clock: Clock; surety: 'exact' | 'loose' | 'bare'; isApproximate: boolean }

/** Hours with names. */
export const NOONS = new Map([
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
  const meridiem = 'isNow' in clock ? undefined : meridiemAt(scan, to)
  if (meridiem?.half === 'pm' && !('isNow' in clock) && clock.hour > 12)
    return { to: meridiem.to, clock, surety: 'exact', isApproximate }
  const isHalf = !('isNow' in clock) && clock.hour <= 12 && (clock.hour > 0 || meridiem?.half === 'am')
  const half = isHalf ? meridiem : undefined
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

export function namedClockAt(scan: Scan, at: number): FoundClock | undefined {
  const start = wordAt(scan, at) === '12' || wordAt(scan, at) === 'twelve' ? at + 1 : at
  const mid = wordAt(scan, start) === 'mid' ? (wordAt(scan, start + 1) === '-' ? start + 2 : start + 1) : -1
  const middle = mid < 0 ? undefined : { day: 12, night: 0 }[wordAt(scan, mid)]
  if (middle !== undefined)
    return {
      to: mid + 1,
      clock: { hour: 12, minute: 0, half: middle ? 'pm' : 'am' },
      surety: 'exact',
      isApproximate: false,
    }
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

/** Digits or number words: "2", "2:30", "2.30", "1030", "nine thirty", "nine oh five". */
export function plainClockAt(scan: Scan, at: number, isAfterAt: boolean): FoundClock | undefined {
  const token = scan.tokens[at]
  if (!token || token.fence === 'named' || token.isOrdinal) return undefined
  if (token.kind === 'figure' && token.value === undefined) {
    const parts = /^(\d{1,2})([:.])(\d{2})(?:\2\d{2})?$/.exec(token.word)
    if (!parts || token.fence) return undefined
    const isLoose = parts[2] === '.'
    const isWholeClock = /^0\d:\d\d:\d\d$/.test(token.word) && !meridiemAt(scan, at + 1)
    if (isWholeClock) {
      const clock = { hour: Number(parts[1]), minute: Number(parts[3]), is24: true }
      return { to: at + 1, clock, surety: 'exact', isApproximate: false }
    }
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
  const isOfTheDay = number.value <= 12 || (minute !== undefined && meridiemAt(scan, minute.to) !== undefined)
  if (minute) return isOfTheDay ? clockOf(minute.to, number.value, minute.value, 'loose') : undefined
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
