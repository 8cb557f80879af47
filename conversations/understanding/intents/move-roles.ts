import { splitRange } from '../dates/read.ts'
import type { Facts } from '../facts.ts'
import type { Reading } from '../reading.ts'
import { isOn } from '../target.ts'
import { type Placed, placedDates, readEnd, saysDay, saysTime, withoutDay } from '../when.ts'

/** Which dates of a move say what is moved (`told`), and which say where to. */
export type Roles = { told: Placed[]; day?: Placed; time?: Placed; end?: Placed; shift?: Placed }

/** Which dates say what is moved, and which say where to. */
export function assignRoles(facts: Facts): Roles {
  const { reading, eventKinds } = facts
  const { view } = reading
  const all = placedDates(reading)
  const hasDay = all.some(saysDay)
  const dates = all.flatMap((placed) => splitFromTo(reading, placed, hasDay))
  const before = (placed: Placed, n = 2): string => view.slice(Math.max(0, placed.at - n), placed.at)
  const after = (placed: Placed): string => view.slice(placed.at + 1, placed.at + 3)
  const shift = dates.find(({ mention }) => mention.shape === 'shift')
  const days = dates.filter((placed) => saysDay(placed) && placed !== shift)
  const isTo = (placed: Placed): boolean =>
    /(?:^| )(?:to|until|till|→|>|make it|how about|what about|do|try|instead|now|for)(?: (?:be|on|at|the|a|it))?$/.test(
      before(placed),
    ) || /^instead/.test(after(placed))
  const isTold = (placed: Split): boolean =>
    placed.side === 'from' ||
    (placed.side !== 'to' &&
      (placed.mention.isNegated ||
        isBesideEvent(
          view.items[placed.at + 1]?.word ?? '',
          eventKinds.some(({ from }) => from === placed.at + 1),
        ) ||
        /(?:^| )(?:from|of|was|were|(?:currently|originally|initially|(?<!now )(?:scheduled|planned|booked))(?: (?:on|for|at))*)$/.test(
          before(placed, 3),
        )))
  const open = days.filter((placed) => !isTold(placed))
  const times = dates.filter(
    (placed) =>
      saysTime(placed) &&
      placed.side !== 'from' &&
      placed.mention.expression.clock &&
      !placed.mention.isNegated &&
      (placed.side === 'to' || !/(?:instead of|not|from|than|of)$/.test(before(placed))),
  )
  const end = readEnd(
    reading,
    dates.filter(({ mention }) => mention.expression.clock && !mention.isNegated),
  )
  const starts = times.filter((placed) => placed.mention !== end?.mention)
  // "she's busy til noon, so our meeting becomes 12:30": until when is a reason, where another hour is said.
  const likely = starts.filter((placed) => !/(?:until|till)$/.test(before(placed, 1)))
  // "the 29th instead of the 22nd, 8:30 to 1": the hours stand with the day that is ruled out.
  const ruledOut = dates.find(
    (placed) => placed.mention.isNegated && placed.mention.expression.clock && saysDay(placed),
  )
  const time = likely.find(isTo) ?? likely[0] ?? starts[0] ?? (ruledOut && withoutDay(ruledOut))
  let day = open.filter(isTo).at(-1) ?? (open.length > 1 ? open.at(-1) : undefined)
  const [single] = open
  if (!day && single) {
    const isKnown = (time !== undefined || shift !== undefined) && isOnSome(facts, single)
    if (!isKnown) day = single
  }
  const told = days.filter((placed) => placed !== day)
  return { told, ...(day && { day }), ...(time && { time }), ...(end && { end }), ...(shift && { shift }) }
}

const isBesideEvent = (word: string, isKind: boolean): boolean =>
  isKind || /^(?:breakfast|career|job|mock|advisory|speaker|site|competition|meeting|one|event)$/.test(word)

const isOnSome = ({ reading, eventKinds }: Facts, placed: Placed): boolean =>
  reading.knowledge.events.some(
    (event) => eventKinds.some(({ value }) => value === event.event) && isOn(reading, placed, event),
  )

/** One end of "from the 9th to the 10th". */
type Split = Placed & { side?: 'from' | 'to' }

/** "from the 9th to the 10th" is two dates to a move. */
function splitFromTo({ view }: Reading, placed: Placed, hasDay: boolean): Split[] {
  const isFrom = view.items[placed.at - 1]?.word === 'from' || /^from\b/i.test(placed.mention.text)
  const { days, endDay } = placed.mention.expression
  const isApart = days?.is === 'range' || endDay !== undefined || (!hasDay && placed.mention.shape === 'hours')
  const ends = isFrom && isApart ? splitRange(placed.mention) : undefined
  if (!ends) return [placed]
  const { clock, endClock } = placed.mention.expression
  const hours = days?.is === 'range' ? { ...(clock && { clock }), ...(endClock && { endClock }) } : {}
  const until = { ...ends[1], expression: { ...ends[1].expression, ...hours } }
  return [
    { mention: ends[0], at: placed.at, side: 'from' },
    { mention: until, at: placed.at, side: 'to' },
  ]
}
