import { type FoundClock, meridiemAt, namedClockAt, plainClockAt } from './clock.ts'
import { countsNext } from './fences.ts'
import { numberAt } from './numbers.ts'
import { type Scan, wordAt } from './scan.ts'

const MINUTE_SIGNS = new Set(['past', 'after', 'to', 'before', 'of', 'until', 'from'])

/** "half past eight", "quarter to nine", "20 min past 8", "ten past 9", "half three". */
export function minutesClockAt(scan: Scan, at: number): FoundClock | undefined {
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
  if ((how === 'to' || how === 'until') && number && !hasUnit && /^(from|between)$/.test(wordAt(scan, at - 1)))
    return undefined
  if (isHalf && isSigned && how !== 'past' && how !== 'after') return undefined
  const hour = namedClockAt(scan, isSigned ? sign + 1 : sign) ?? plainClockAt(scan, isSigned ? sign + 1 : sign, false)
  if (!hour || 'isNow' in hour.clock || hour.clock.minute !== 0 || hour.clock.hour > 12) return undefined
  const isBefore = how === 'to' || how === 'before' || how === 'of' || how === 'until'
  const isAfterAt = wordAt(scan, at - 1) === 'at' && number?.isWord === true
  const isSaidSo = hasUnit || isAfterAt || word === 'quarter' || isHalf || minutes > 12 || hour.surety === 'exact'
  if ((isBefore || how === 'from') && !isSaidSo) return undefined
  // "9 to noon" is a morning, not a minute.
  const isNamed = namedClockAt(scan, sign + 1) !== undefined
  if (how === 'until' && isNamed && number && !hasUnit && !isAfterAt) return undefined
  if (how === 'to' && isNamed && number && !hasUnit && !isAfterAt && minutes !== 5 && minutes <= 12) return undefined
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
