import {
  dateOf,
  isLocalDate,
  isLocalTime,
  type LocalDate,
  type LocalMoment,
  type LocalTime,
  localDate,
  momentAt,
  monthOf,
  timeOf,
  yearOf,
} from '../../../data/time.ts'
import type { Direction } from '../dates/reading.ts'
import type { Facts } from '../facts.ts'
import { FOLLOW_UP } from '../follow-up-date.ts'
import type { Offer } from '../frame.ts'
import type { FrameBuilder } from '../frame-builder.ts'
import { readOfferMentions } from '../readers/offers.ts'
import { type Placed, placedDates, resolveIn, saysDay, saysTime } from '../when.ts'
import { readNumber } from '../words/numbers.ts'

/** True for what the correction takes back: "not kohls", "wrong Johnson", "i said 2 interns but". */
export function isDenied(view: Facts['reading']['view'], at: number): boolean {
  const before = view.slice(Math.max(0, at - 4), at)
  if (
    /(?:^| )(?:not|wrong|instead of|rather than|no longer|never|from|than)(?: (?:the|a|an|on|at|with|by|over|in|for))?$/.test(
      before,
    )
  )
    return true
  return (
    /\bi (?:said|wrote|put|typed|logged)\b/.test(view.slice(0, at)) &&
    /\b(?:but|should|meant|it is|it was)\b/.test(view.slice(at + 1, view.items.length))
  )
}

/** The day or hour that a correction says, in the direction of what it corrects. */
export function setDates(facts: Facts, frame: FrameBuilder): void {
  const { reading } = facts
  const { view, context } = reading
  const { previous } = context
  const dates = placedDates(reading).filter(
    ({ at, mention }) =>
      !mention.isNegated &&
      !mention.isWeak &&
      !/\b(?:headcount|head count|count|number|room|rm|total)\b/.test(view.slice(Math.max(0, at - 4), at)) &&
      (!isDenied(view, at) || mention.reader.endsWith('+correction')),
  )
  const day = dates.find((placed: Placed) => saysDay(placed))
  const time = dates.find((placed: Placed) => saysTime(placed))
  const chosen = day ?? time
  if (!chosen) return
  const isFollowUp = [...view.matches(FOLLOW_UP)].length > 0 && previous?.intent !== 'set_follow_up'
  const isPlan = previous
    ? previous.intent === 'schedule_event' || previous.intent === 'move_event'
    : chosen.mention.expression.clock !== undefined
  const onlyAhead = chosen.mention.expression.day?.is === 'weekday' && chosen.mention.expression.day.which === 'next'
  const isAhead = isFollowUp || isPlan || previous?.intent === 'set_follow_up' || (!previous && onlyAhead)
  const direction: Direction = isAhead ? 'ahead' : 'behind'
  const found = resolveIn(reading, chosen.mention, direction)
  frame.problem(...found.problems)
  if (!found.start || found.problems.length > 0) return
  if (isLocalTime(found.start)) {
    const before = previous?.slots.start
    const at = (value: LocalDate | LocalMoment | LocalTime | undefined): LocalMoment | undefined =>
      before && value && isLocalTime(value) ? momentAt(dateOf(before), value) : undefined
    frame.set('start', at(found.start)).set('end', at(found.end))
    return
  }
  const own = isPlan && !isFollowUp ? inOwnMonth(facts, chosen) : undefined
  if (own) frame.set('start', isLocalDate(found.start) ? own : momentAt(own, timeOf(found.start)))
  else if (isFollowUp) frame.set('followUp', dateOf(found.start))
  else if (isPlan) {
    frame.set('start', found.start)
    if (found.end && !isLocalTime(found.end) && !isLocalDate(found.end)) frame.set('end', found.end)
  } else frame.set('date', dateOf(found.start))
}

/** "no, the 15th" of what was planned for January 14: the 15th of the same month, unless that has gone by. */
function inOwnMonth({ reading: { context } }: Facts, { mention }: Placed): LocalDate | undefined {
  const said = mention.expression.day
  const start = context.previous?.slots.start
  if (said?.is !== 'monthday' || !start || mention.expression.endClock) return undefined
  const own = localDate(yearOf(start), monthOf(start), said.day)
  return own && own > dateOf(context.now) ? own : undefined
}

/** Counts and kinds: "make it 3 interns", "5 students, not 12", a bare "make it 3". */
export function setOffers(facts: Facts, frame: FrameBuilder): void {
  const { reading, headcount } = facts
  const { view, context } = reading
  const { previous } = context
  const isContact = !previous || previous.intent === 'log_contact'
  if (isContact) {
    const offers = readOfferMentions(view)
      .filter(({ from, mood }) => !isDenied(view, from) && mood !== 'refused')
      .map(({ kind, count }): Offer => (count === undefined ? { kind } : { kind, count }))
    if (offers.length > 0) {
      frame.set('offers', offers)
      return
    }
  }
  const numbers = view.items.flatMap(({ word, date, name }, at) => {
    const value =
      date || name || isDenied(view, at) || /^(?:room|rm|period|grade|#)$/.test(view.items[at - 1]?.word ?? '')
        ? undefined
        : readNumber(word)
    return value === undefined ? [] : [value]
  })
  const count = headcount && !isDenied(view, headcount.from) ? headcount.value : numbers[0]
  if (count === undefined) return
  // "wrong room, it's 212".
  if (headcount === undefined && view.has(/\b(?:room|rm)\b/)) {
    if (!facts.room) frame.set('room', `${count}`)
    return
  }
  const [offer] = previous?.slots.offers ?? []
  if (previous?.intent === 'log_contact' && offer) frame.set('offers', [{ ...offer, count }])
  else if (headcount !== undefined || (!facts.room && facts.periods.length === 0)) frame.set('headcount', count)
}
