import { mergedRepeats, type Piece } from './combine.ts'
import type { Bound, DateExpression } from './expression.ts'
import { type Scan, wordAt } from './scan.ts'

const UNTIL_WORDS = new Set(['until', 'through', 'thru', 'ending', 'ends', 'end', 'to'])
const FROM_WORDS = new Set(['starting', 'beginning', 'from', 'start', 'starts', 'begins', 'effective', 'commencing'])
/** "first one feb 11", "the first session is on …". */
const FIRST_OF = /^(?:one|ones|time|session|meeting|visit|date|class|talk|1)$/

/** The word that ties a piece to something earlier: "until mar 30", "starting Jan 8". */
function tieOf(scan: Scan, piece: Piece): 'from' | 'until' | undefined {
  for (let i = piece.at; i >= piece.at - 2 && i >= 0; i -= 1) {
    const word = wordAt(scan, i)
    if (i < piece.at || i === piece.at) {
      if (UNTIL_WORDS.has(word)) return 'until'
      if (FROM_WORDS.has(word)) return 'from'
    }
    if (i < piece.at && word !== 'on' && word !== 'the' && word !== ',') break
  }
  return isFirstOf(scan, piece.at) ? 'from' : undefined
}

/** True where "first one", "first session is" stands before a place. */
function isFirstOf(scan: Scan, at: number): boolean {
  if (/^ones?$/.test(wordAt(scan, at)) && /^(?:first|1st)$/.test(wordAt(scan, at - 1))) return true
  let before = at - 1
  while (/^(?:is|on|will|be|being|:|,|s)$/.test(wordAt(scan, before)) && before > at - 5) before -= 1
  return FIRST_OF.test(wordAt(scan, before)) && /^(?:first|1st)$/.test(wordAt(scan, before - 1))
}

/** Gives a recurrence what stands elsewhere in the text: its end, its start, how often, its hour, its weekday. */
export function gatherRecurrence(scan: Scan, pieces: readonly Piece[]): Piece[] {
  const said = pieces.findIndex((piece) => piece.says.repeats)
  const index = said < 0 && isStanding(scan, pieces) ? pieces.findIndex(isNthOfMonth) : said
  const main = said < 0 ? eachMonth(pieces[index]) : pieces[index]
  if (!main?.says.repeats || main.isPassing) return [...pieces]
  const { count: ownCount, ...own } = main.says
  let repeats = ownCount === undefined ? main.says.repeats : { ...main.says.repeats, count: ownCount }
  let says: DateExpression = own
  const kept: Piece[] = []
  pieces.forEach((piece, i) => {
    if (i === index) return
    const bound = boundOf(piece.says)
    const tie = bound && tieOf(scan, piece)
    const range = piece.says.days?.is === 'range' ? piece.says.days : undefined
    // "for six weeks, starting apr 1" was read as one span.
    const counted = piece.says.days?.is === 'counted' ? piece.says.days : undefined
    if (i > index && range && !repeats.bounds) {
      repeats = { ...repeats, bounds: { from: { day: range.from }, until: { day: range.to } } }
    } else if (i > index && counted && !repeats.bounds) {
      repeats = { ...repeats, lasts: counted.amount, bounds: { from: { day: counted.from } } }
    } else if (bound && tie && (i > index || tie === 'from') && !(tie === 'until' && repeats.bounds?.until)) {
      repeats = { ...(mergedRepeats({ repeats }, piece.says) ?? repeats), bounds: { ...repeats.bounds, [tie]: bound } }
      if (piece.says.count !== undefined) repeats = { ...repeats, count: piece.says.count }
      says = { ...timeOf(piece.says), ...says }
    } else if (piece.says.count !== undefined) repeats = { ...repeats, count: piece.says.count }
    else if (piece.says.repeats && !piece.isPassing && mergedRepeats({ repeats }, piece.says)) {
      // "weekly … mondays at 9 starting feb 1": its first day goes with it.
      const from = piece.says.day && { from: { day: piece.says.day } }
      const bounds = { ...repeats.bounds, ...piece.says.repeats.bounds, ...from }
      repeats = {
        ...(mergedRepeats({ repeats }, piece.says) ?? repeats),
        ...(Object.keys(bounds).length > 0 && { bounds }),
      }
      says = { ...timeOf(piece.says), ...says }
    } else if (i > index && isLength(scan, piece) && piece.says.duration)
      repeats = { ...repeats, lasts: piece.says.duration }
    else if (isItsTime(main, says, piece)) says = { ...says, ...timeOf(piece.says) }
    else if (isItsWeekday(main, piece) && piece.says.day?.is === 'weekday') {
      repeats = { ...repeats, days: [{ weekday: piece.says.day.weekday }] }
      says = { ...timeOf(piece.says), ...says }
    } else if (
      repeats.frequency === 'MONTHLY' &&
      !repeats.days &&
      piece.says.day?.is === 'nth' &&
      piece.says.day.weekday !== undefined
    ) {
      // "monthly advisory …, 2nd thursday at 4".
      const { weekday, nth, within } = piece.says.day
      const from = within?.is === 'named-month' && !repeats.bounds?.from && { from: { days: within } }
      repeats = {
        ...repeats,
        days: [{ weekday, nth }],
        ...(from && { bounds: { ...repeats.bounds, ...from } }),
      }
      says = { ...timeOf(piece.says), ...says }
    } else kept.push(piece)
  })
  const whole = { ...main, says: { ...says, repeats: withOwnDuration(says, repeats) } }
  if (whole.says.repeats.lasts && whole.says.duration === whole.says.repeats.lasts) delete whole.says.duration
  return [...kept, whole].sort((a, b) => a.at - b.at)
}

/** "standing meeting first monday of the month … thru april": an nth weekday that is meant each month. */
const isNthOfMonth = ({ says }: Piece): boolean =>
  says.day?.is === 'nth' && says.day.weekday !== undefined && says.day.within.is === 'month'

const isStanding = (scan: Scan, pieces: readonly Piece[]): boolean =>
  scan.tokens.some(({ word }) => /^(?:standing|recurring|regular|ongoing)$/.test(word)) ||
  pieces.some((piece, at) => at > 0 && boundOf(piece.says) !== undefined && tieOf(scan, piece) === 'until')

function eachMonth(piece: Piece | undefined): Piece | undefined {
  const { day, ...rest } = piece?.says ?? {}
  if (!piece || day?.is !== 'nth' || day.weekday === undefined) return undefined
  return {
    ...piece,
    says: { ...rest, repeats: { frequency: 'MONTHLY', days: [{ weekday: day.weekday, nth: day.nth }] } },
  }
}

/** "every Tuesday for six weeks": a duration of days or more is the series', not the event's. */
function withOwnDuration(says: DateExpression, repeats: NonNullable<DateExpression['repeats']>) {
  const unit = says.duration?.unit
  if (!says.duration || unit === 'minute' || unit === 'hour' || repeats.lasts) return repeats
  return { ...repeats, lasts: says.duration }
}

const isLength = (scan: Scan, piece: Piece): boolean =>
  piece.says.duration !== undefined &&
  /^(for|over)$/.test(wordAt(scan, piece.at)) &&
  !/^(minute|hour)$/.test(piece.says.duration.unit)

const isItsTime = (main: Piece, says: DateExpression, piece: Piece): boolean =>
  !says.clock &&
  !main.isPassing &&
  piece.says.clock !== undefined &&
  (!piece.isWeak || piece.says.endClock !== undefined) &&
  !piece.isPassing &&
  !piece.says.day &&
  !piece.says.days

const isItsWeekday = (main: Piece, piece: Piece): boolean => {
  const repeats = main.says.repeats
  return (
    repeats?.frequency === 'WEEKLY' &&
    !repeats.days &&
    !main.isPassing &&
    piece.says.day?.is === 'weekday' &&
    !piece.says.day.which
  )
}

const boundOf = ({ day, days }: DateExpression): Bound | undefined => (day ? { day } : days && { days })

function timeOf(says: DateExpression): DateExpression {
  const { clock, endClock, duration, part } = says
  return {
    ...(clock && { clock }),
    ...(endClock && { endClock }),
    ...(duration && { duration }),
    ...(part && { part }),
  }
}
