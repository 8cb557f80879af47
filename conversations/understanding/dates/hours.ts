import { clockAt, type FoundClock, meridiemAt } from './clock.ts'
import type { Clock } from './expression.ts'
import { countsNext } from './fences.ts'
import type { Match, Reader, Scan } from './scan.ts'
import { wordAt } from './scan.ts'
import { zoneAt } from './zone-names.ts'

const TO_WORDS = new Set(['to', 'until', '-', 'through', 'thru'])
const LEADS = new Set(['from', 'between', 'at', '@', 'around', 'about', 'in', 'for'])

const CLUSTER = /^(\d{1,2}(?:[:.]\d{2})?|\d{3,4})-(\d{1,2}(?:[:.]\d{2})?|\d{3,4})(?::\d{2})?$/

/** One end of a cluster ("9", "9:30", "0930") as hour and minute. */
function clusterEnd(text: string): { hour: number; minute: number; isExact: boolean } | undefined {
  const parts = /^(\d{1,2})(?:[:.](\d{2}))?$/.exec(text) ?? /^(\d{1,2})(\d{2})$/.exec(text)
  if (!parts) return undefined
  const hour = Number(parts[1])
  const minute = Number(parts[2] ?? 0)
  return hour <= 24 && minute <= 59 ? { hour, minute, isExact: text.includes(':') } : undefined
}

/** "8-9", "9:30-11", "3-4pm", "0730-0930": one figure. */
function clusterAt(scan: Scan, at: number): { start: Clock; end: Clock; to: number; isExact: boolean } | undefined {
  const token = scan.tokens[at]
  if (token?.kind !== 'figure' || token.fence === 'named') return undefined
  const parts = CLUSTER.exec(token.word)
  const start = clusterEnd(parts?.[1] ?? '')
  const end = clusterEnd(parts?.[2] ?? '')
  if (!start || !end) return undefined
  const half = end.hour <= 12 ? meridiemAt(scan, at + 1) : undefined
  if (token.fence === 'counted' && !half) return undefined
  const isExact = start.isExact || end.isExact || half !== undefined
  if (!isExact && (start.hour > 12 || end.hour > 12) && token.word.length < 9) return undefined
  return {
    start: { hour: start.hour, minute: start.minute },
    end: { hour: end.hour, minute: end.minute, ...(half?.half && { half: half.half }) },
    to: half?.to ?? at + 1,
    isExact,
  }
}

/** "9 to 2", "9am - noon", "between 3 and 8", "from 9 until 11:30". */
function spokenAt(scan: Scan, at: number, isBetween: boolean): { start: FoundClock; end: FoundClock } | undefined {
  const start = clockAt(scan, at)
  if (!start) return undefined
  const joint = wordAt(scan, start.to)
  if (!TO_WORDS.has(joint) && !(isBetween && joint === 'and')) return undefined
  const next = wordAt(scan, start.to + 1) === 'about' ? start.to + 2 : start.to + 1
  const end = clockAt(scan, next)
  if (!end) return undefined
  const zone = 'isNow' in end.clock ? undefined : end.clock.zone
  const shared = zone && !('isNow' in start.clock) ? { ...start, clock: { ...start.clock, zone } } : start
  return { start: shared, end }
}

export const hoursReader: Reader = {
  name: 'hours',
  starts: [...LEADS, 'noon', 'midday', 'midnight', 'half', 'quarter', 'a', 'later'],
  startsWith: (facts) => facts.number !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const lead = wordAt(scan, at)
    if (lead === 'later') return laterThanAt(scan, at)
    let start = at
    while (start < at + 2 && LEADS.has(wordAt(scan, start))) start += 1
    if ((lead === 'at' || lead === '@') && isBeforeHour(scan, start)) return undefined
    const isSaid = lead === 'from' || lead === 'between' || /^(?:from|to)$/.test(wordAt(scan, start - 1))
    const cluster = clusterAt(scan, start)
    if (cluster) {
      const zone = zoneAt(scan, cluster.to)
      const isWeak = !cluster.isExact && !(isSaid && !countsNext(scan.tokens[cluster.to]))
      return hoursMatch(zone?.to ?? cluster.to, cluster.start, cluster.end, isWeak, zone?.zone)
    }
    const spoken = spokenAt(scan, start, lead === 'between')
    if (!spoken) return undefined
    const isExact = spoken.start.surety === 'exact' || spoken.end.surety === 'exact'
    const isFree = !countsNext(scan.tokens[spoken.end.to])
    if (!isExact && !isFree) return undefined
    const zone = zoneAt(scan, spoken.end.to)
    return hoursMatch(
      zone?.to ?? spoken.end.to,
      spoken.start.clock,
      spoken.end.clock,
      !isExact && !isSaid,
      zone?.zone,
      spoken.start.isApproximate,
    )
  },
}

/** "at ten to nine" is ten minutes before nine. */
function isBeforeHour(scan: Scan, at: number): boolean {
  const minutes = scan.tokens[at]?.facts.number
  return (
    (minutes === 5 || minutes === 10) &&
    wordAt(scan, at + 1) === 'to' &&
    scan.tokens[at + 2]?.facts.number !== undefined
  )
}

/** "later than 9:30 but before 11:00". */
function laterThanAt(scan: Scan, at: number): Match | undefined {
  if (wordAt(scan, at + 1) !== 'than') return undefined
  const start = clockAt(scan, at + 2)
  if (!start || wordAt(scan, start.to) !== 'but' || wordAt(scan, start.to + 1) !== 'before') return undefined
  const end = clockAt(scan, start.to + 2)
  return end ? hoursMatch(end.to, start.clock, end.clock, false) : undefined
}

function hoursMatch(
  to: number,
  start: Clock,
  end: Clock,
  isWeak: boolean,
  zone?: string,
  isApproximate = false,
): Match {
  const said = (clock: Clock): Clock => (zone && !('isNow' in clock) ? { ...clock, zone } : clock)
  return { to, says: { clock: said(start), endClock: said(end) }, isWeak, isApproximate }
}
