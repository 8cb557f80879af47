import { calendarDayReader } from './calendar-days.ts'
import { clockReader } from './clock-reader.ts'
import type { Piece } from './combine.ts'
import { listedDays } from './day-lists.ts'
import { partBehindDay, partReader } from './day-parts.ts'
import { dayRangeReader } from './day-ranges.ts'
import { durationReader } from './durations.ts'
import { edgeReader } from './edges.ts'
import {
  calendarTree,
  foldHolidayWord,
  holidayNameAt,
  holidayStarts,
  makeHolidayReader,
  type NameTree,
} from './holidays.ts'
import { hoursReader } from './hours.ts'
import { monthdayReader } from './monthdays.ts'
import { monthReader } from './months.ts'
import { numericDayReader } from './numeric-days.ts'
import { openSpanReader, passingSpanReader } from './open-spans.ts'
import { breakNameAt, makeOrganizationDayReader } from './organization-days.ts'
import type { DayCalendar } from './reading.ts'
import { countReader } from './recurrence-words.ts'
import { recurrenceReader } from './recurrences.ts'
import { nowReader, relativeDayReader } from './relative-days.ts'
import { longest, type Match, type Reader, type Scan } from './scan.ts'
import { shiftReader } from './shifts.ts'
import { spanReader } from './spans.ts'
import type { Token } from './tokens.ts'
import { weekdayReader } from './weekdays.ts'
import { wordsThat } from './words.ts'

/** The readers, in order: the longest match wins, the earlier reader of equals. A new reader is one line here. */
const READERS: readonly Reader[] = [
  dayRangeReader,
  calendarDayReader,
  numericDayReader,
  weekdayReader,
  relativeDayReader,
  monthdayReader,
  recurrenceReader,
  edgeReader,
  spanReader,
  monthReader,
  openSpanReader,
  partReader,
  shiftReader,
  hoursReader,
  clockReader,
  durationReader,
  countReader,
  nowReader,
  passingSpanReader,
]
const DAY_READERS: readonly Reader[] = [
  calendarDayReader,
  numericDayReader,
  weekdayReader,
  relativeDayReader,
  monthdayReader,
  edgeReader,
]
const DAYS_READERS: readonly Reader[] = [spanReader, monthReader]

const BY_WORD = indexed(READERS)
const DAYS_BY_WORD = indexed(DAYS_READERS)
const DAY_BY_WORD = indexed(DAY_READERS)
const WITH_FIGURES = READERS.filter((reader) => reader.startsWithFigure)
const DAY_WITH_FIGURES = DAY_READERS.filter((reader) => reader.startsWithFigure)
const NONE: readonly Reader[] = []

/** Which readers are asked at a word. */
function indexed(readers: readonly Reader[]): ReadonlyMap<string, readonly Reader[]> {
  const index = new Map<string, Reader[]>()
  for (const reader of readers) {
    const words = new Set([...(reader.starts ?? []), ...(reader.startsWith ? wordsThat(reader.startsWith) : [])])
    for (const word of words) index.set(word, [...(index.get(word) ?? []), reader])
  }
  return index
}

/** How deep a phrase may hold another ("2 days after 3 weeks after …"): keeps the work linear in the text. */
const DEEPEST = 3

/** Lets the readers ask each other, to a depth; no place is read twice at one depth. */
export function makeScan(
  text: string,
  tokens: readonly Token[],
  calendar: DayCalendar | undefined,
): Scan & { tree: NameTree } {
  const tree = calendarTree(calendar)
  let depth = 0
  const remembering = (read: (at: number) => Match | undefined): ((at: number) => Match | undefined) => {
    const known = new Map<number, Match | undefined>()
    return (at) => {
      if (depth >= DEEPEST) return undefined
      const key = at * DEEPEST + depth
      if (known.has(key)) return known.get(key)
      depth += 1
      const match = read(at)
      depth -= 1
      known.set(key, match)
      return match
    }
  }
  const ask = (at: number, index: ReadonlyMap<string, readonly Reader[]>, withFigures: readonly Reader[]) =>
    readersAt(tokens[at], index, withFigures).map((reader) => reader.read(scan, at))
  const scan: Scan & { tree: NameTree } = {
    tokens,
    text,
    tree,
    dayAt: remembering((at) => longest(ask(at, DAY_BY_WORD, DAY_WITH_FIGURES).map(dayOnly))),
    daysAt: remembering((at) => longest(ask(at, DAYS_BY_WORD, NONE))),
    holidayAt: (at) => holidayNameAt(scan, at, tree) ?? breakNameAt(scan, at),
  }
  return scan
}

/** A single day, where a reader found one; what it found else is left alone. */
const dayOnly = (match: Match | undefined): Match | undefined => (match?.says.day && !match.isWeak ? match : undefined)

function readersAt(
  token: Token | undefined,
  index: ReadonlyMap<string, readonly Reader[]>,
  withFigures: readonly Reader[],
): readonly Reader[] {
  if (!token || token.kind === 'opaque') return NONE
  return token.kind === 'figure' ? withFigures : (index.get(token.word) ?? NONE)
}

/** The pieces of a text, left to right, none overlapping. */
export function readPieces(scan: Scan & { tree: NameTree }): Piece[] {
  const own = [makeOrganizationDayReader(scan.tree), makeHolidayReader(scan.tree)]
  const known = new Map<number, Piece | undefined>()
  const bestAt = (at: number): Piece | undefined => {
    if (!known.has(at)) known.set(at, bestPiece(scan, at, own))
    return known.get(at)
  }
  const pieces: Piece[] = []
  let at = 0
  while (at < scan.tokens.length) {
    const piece = pieceAt(scan, at, bestAt)
    if (piece) pieces.push(piece, ...listedDays(scan, piece))
    at = pieces.at(-1)?.to && piece ? (pieces.at(-1)?.to ?? at) : at + 1
  }
  return pieces
}

/** Words before a date: where a reader takes more without them, they are left out. */
const LEADS = new Set('on by for from at in of the between around about until before this next last @'.split(' '))
const MOST_LEADS = 3

/** The longest piece at a place, or behind the words that lead to it. */
function pieceAt(scan: Scan, at: number, bestAt: (at: number) => Piece | undefined): Piece | undefined {
  let best = bestAt(at)
  for (let lead = at; lead < at + MOST_LEADS && LEADS.has(scan.tokens[lead]?.word ?? ''); lead += 1) {
    if (best?.says.duration !== undefined && scan.tokens[lead]?.word === 'for') return best
    const inner = bestAt(lead + 1)
    if (inner && (!best || inner.to > best.to)) best = inner
  }
  return best
}

/** The longest of what the readers find at one place. */
function bestPiece(scan: Scan & { tree: NameTree }, at: number, own: readonly Reader[]): Piece | undefined {
  const token = scan.tokens[at]
  if (!token || token.kind === 'opaque') return undefined
  let best: (Match & { reader: string }) | undefined
  const ask = (reader: Reader): void => {
    const match = reader.read(scan, at)
    if (match && match.to > at && (!best || match.to > best.to)) best = { ...match, reader: reader.name }
  }
  if (token.kind === 'word' && holidayStarts(scan.tree, foldHolidayWord(token.word), token.word)) own.forEach(ask)
  readersAt(token, BY_WORD, WITH_FIGURES).forEach(ask)
  return best && withPart(scan, { ...best, at })
}

/** "Tues am", "tomorrow night", "sat eve": the part of the day right behind a day. */
function withPart(scan: Scan, piece: Piece): Piece {
  if (!piece.says.day || piece.says.part || piece.says.clock) return piece
  const part = partBehindDay(scan, piece.to)
  return part ? { ...piece, to: part.to, says: { ...piece.says, part: part.part } } : piece
}
