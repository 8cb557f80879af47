import { withLead } from './calendar-days.ts'
import { countsNext } from './fences.ts'
import { numberAt } from './numbers.ts'
import type { Match, Reader, Scan } from './scan.ts'
import { wordAt } from './scan.ts'

const LEADS = new Set(['on', 'by', 'for', 'the', 'around', 'about', 'of'])
/** Before a bare ordinal these say that it is a day: "move it to 12th". */
const BOUNDS = new Set([
  'to',
  'from',
  'until',
  'since',
  'after',
  'before',
  'through',
  'between',
  'wait',
  'sorry',
  'actually',
  'starting',
])
/** What may follow an ordinal that is a day of the month; small ordinals name much else ("the 2nd speaker"). */
const FOLLOWERS = new Set(
  (
    'at in on for with w from to until through by of and or but if is was are works work would will instead please pls plz ' +
    'thx thanks then when where because so as about around between sharp that this we i he she they you it not no ok okay ' +
    'too also only @ via re starting at morning afternoon evening night noon looks sounds good great fine date ' +
    "she's he's they're we're i'm it's can could may might should also again both tentatively unless after before same keep keeping still just anytime"
  ).split(' '),
)

/** Whether an ordinal may end a phrase before that token. */
function isDateBoundary(scan: Scan, to: number): boolean {
  const next = scan.tokens[to]
  if (next?.kind !== 'word') return next?.word !== '%' && next?.word !== '-'
  const { facts } = next
  return (
    FOLLOWERS.has(next.word) || facts.month !== undefined || facts.weekday !== undefined || facts.number !== undefined
  )
}

/** "the 12th", "on the first", "on the 17", "by the 20th"; never "the 3rd period" or "the second speaker". */
function monthdayAt(scan: Scan, at: number): Match | undefined {
  let start = at
  while (start < at + 3 && LEADS.has(wordAt(scan, start))) start += 1
  const lead = wordAt(scan, start - 1)
  const isThe = start > at && lead === 'the'
  const number = numberAt(scan, start)
  if (!number || number.value < 1 || number.value > 31 || number.digits.length > 2) return undefined
  const isOn = wordAt(scan, start - 2) === 'on' || lead === 'on'
  const isEnd = scan.tokens[number.to] === undefined || /^[.!?,;]$/.test(wordAt(scan, number.to))
  if (!number.isOrdinal && !number.isWord && isEnd && (isThe ? wordAt(scan, start - 2) === 'for' : lead === 'on')) {
    return { to: number.to, says: { day: { is: 'monthday', day: number.value } }, isWeak: false }
  }
  if (!number.isOrdinal && !number.isWord && lead === 'on' && number.digits.length <= 2) {
    return { to: number.to, says: { day: { is: 'monthday', day: number.value } }, isWeak: true }
  }
  if (!number.isOrdinal && !(isThe && isOn && !number.isWord)) return undefined
  if (number.isOrdinal && start === at && number.isWord) return undefined
  if (number.isWord && !isOn && !(number.value > 5 && isThe) && !(isThe && BOUNDS.has(wordAt(scan, start - 2))))
    return undefined
  const isBoundary = isDateBoundary(scan, number.to)
  const next = scan.tokens[number.to]
  if (!isBoundary && (number.isWord || number.value <= 5 || countsNext(next) || !next?.isCapital)) {
    if (number.isWord || number.value <= 5 || countsNext(next) || !isThe || !isOn) return undefined
  }
  const isBare = start === at && !BOUNDS.has(wordAt(scan, at - 1))
  return { to: number.to, says: { day: { is: 'monthday', day: number.value } }, isWeak: isBare }
}

export const monthdayReader: Reader = {
  name: 'day-of-month',
  starts: [...LEADS],
  startsWith: (facts) => facts.ordinal !== undefined || (facts.number ?? 0) >= 20,
  startsWithFigure: true,
  read(scan, at) {
    const match = monthdayAt(scan, at)
    return match && withLead(scan, at, match)
  },
}
