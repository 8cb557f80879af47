import { splitRange } from '../dates/read.ts'
import type { Facts } from '../facts.ts'
import type { Reading } from '../reading.ts'
import { isOn } from '../target.ts'
import { type Placed, placedDates, saysDay, saysTime } from '../when.ts'

/** Which dates of a move say what is moved (`told`), and which say where to. */
export type Roles = { told: Placed[]; day?: Placed; time?: Placed; shift?: Placed }

/** Which dates say what is moved, and which say where to. */
export function assignRoles(facts: Facts): Roles {
  const { reading, eventKinds } = facts
  const { view } = reading
  const dates = placedDates(reading).flatMap((placed) => splitFromTo(reading, placed))
  const before = (placed: Placed, n = 2): string => view.slice(Math.max(0, placed.at - n), placed.at)
  const after = (placed: Placed): string => view.slice(placed.at + 1, placed.at + 3)
  const shift = dates.find(({ mention }) => mention.shape === 'shift')
  const days = dates.filter((placed) => saysDay(placed) && placed !== shift)
  const isTo = (placed: Placed): boolean =>
    /(?:^| )(?:to|until|till|→|>|make it|how about|what about|do|try|instead|now|for)(?: (?:be|on|at|the|a|it))?$/.test(
      before(placed),
    ) || /^instead/.test(after(placed))
  const isTold = (placed: Placed): boolean =>
    placed.mention.isNegated ||
    isBesideEvent(
      view.items[placed.at + 1]?.word ?? '',
      eventKinds.some(({ from }) => from === placed.at + 1),
    ) ||
    /(?:^| )(?:from|of)$/.test(before(placed, 1))
  const open = days.filter((placed) => !isTold(placed))
  const times = dates.filter(
    (placed) =>
      saysTime(placed) &&
      placed.mention.expression.clock &&
      !placed.mention.isNegated &&
      !/(?:instead of|not|from|than|of)$/.test(before(placed)),
  )
  const time = times.find(isTo) ?? times[0]
  let day = open.filter(isTo).at(-1) ?? (open.length > 1 ? open.at(-1) : undefined)
  const [single] = open
  if (!day && single) {
    const isKnown = (time !== undefined || shift !== undefined) && isOnSome(facts, single)
    if (!isKnown) day = single
  }
  const told = days.filter((placed) => placed !== day)
  return { told, ...(day && { day }), ...(time && { time }), ...(shift && { shift }) }
}

const isBesideEvent = (word: string, isKind: boolean): boolean =>
  isKind || /^(?:breakfast|career|job|mock|advisory|speaker|site|competition|meeting|one|event)$/.test(word)

const isOnSome = ({ reading, eventKinds }: Facts, placed: Placed): boolean =>
  reading.knowledge.events.some(
    (event) => eventKinds.some(({ value }) => value === event.event) && isOn(reading, placed, event),
  )

/** "from the 9th to the 10th" is two dates to a move. */
function splitFromTo({ view }: Reading, placed: Placed): Placed[] {
  const isFrom = view.items[placed.at - 1]?.word === 'from' || /^from\b/i.test(placed.mention.text)
  const ends = isFrom && placed.mention.expression.days?.is === 'range' ? splitRange(placed.mention) : undefined
  if (!ends) return [placed]
  return [
    { mention: { ...ends[0], isNegated: true }, at: placed.at },
    { mention: ends[1], at: placed.at },
  ]
}
