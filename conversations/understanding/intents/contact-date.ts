import { dateOf, daysBetween, isLocalTime, type LocalDate } from '../../../data/time.ts'
import type { DaysExpression } from '../dates/expression.ts'
import type { Facts } from '../facts.ts'
import { crosses } from '../follow-up-date.ts'
import type { Method } from '../frame.ts'
import type { FrameBuilder } from '../frame-builder.ts'
import { contactTold } from '../past-contact.ts'
import type { Find } from '../readers/find.ts'
import { type Placed, resolveIn, saysDay } from '../when.ts'

/** "met him on Dec 14", said on Dec 10: a few days ahead, not last year's. */
function isSoon(
  reading: Facts['reading'],
  { mention }: Placed,
  behind: LocalDate | undefined,
  today: LocalDate,
): boolean {
  if (behind === undefined || daysBetween(behind, today) < YEAR_AGO_DAYS) return false
  const ahead = resolveIn(reading, mention, 'ahead').start
  return (
    ahead !== undefined && !isLocalTime(ahead) && dateOf(ahead) > today && daysBetween(today, dateOf(ahead)) < SOON_DAYS
  )
}
const YEAR_AGO_DAYS = 300
const SOON_DAYS = 60

/** A contact is seldom told so late, in days. */
const LONG_AGO_DAYS = 14

/** The day of the contact: the date nearest to its verb, looked for behind; today where none is said. */
export function setContactDate(
  { reading, offers }: Facts,
  frame: FrameBuilder,
  dates: readonly Placed[],
  method: Find<Method> | undefined,
): void {
  const { view, context } = reading
  const today = dateOf(context.now)
  const verb = contactTold(view)
  const anchor = method?.from ?? (verb ? view.itemAt(verb.index) : 0)
  const firstOffer = offers[0]?.from ?? view.items.length
  const candidates = dates
    .filter((placed) => saysDay(placed) && !placed.mention.isNegated && !placed.mention.isWeak && !isSeason(placed))
    .filter(
      ({ at }) =>
        !/^(?:until|till|til|by|through|starting|for|before|opens?|starts?|begins?|due|closes?)$/.test(
          view.items[at - 1]?.word ?? '',
        ),
    )
    .map((placed) => {
      const found = resolveIn(reading, placed.mention, 'behind')
      const start = found.start && !isLocalTime(found.start) ? dateOf(found.start) : undefined
      const [low, high] = placed.at > anchor ? [anchor, placed.at] : [placed.at, anchor]
      const isApart = crosses(view.slice(low, high))
      const isLater = placed.at > firstOffer && placed.at > anchor
      const isFuture = (start !== undefined && start > today) || isSoon(reading, placed, start, today)
      // "emailed her re parking on the 8th": an old day of what it was about.
      const isTopic =
        placed.at > anchor &&
        start !== undefined &&
        daysBetween(start, today) > LONG_AGO_DAYS &&
        /\b(?:re|about|regarding|concerning)\b/.test(view.slice(anchor, placed.at))
      return {
        placed,
        found,
        start,
        cost: Math.abs(placed.at - anchor) + (isApart ? 6 : 0) + (isLater ? 8 : 0) + (placed.at < anchor ? 1 : 0),
        isLater,
        isApart,
        isFuture,
        isTopic,
      }
    })
    .filter(({ isTopic }) => !isTopic)
    .filter(({ isFuture, isLater, isApart }) => !(isFuture && (isLater || isApart)))
    .filter(({ start, found }) => start !== undefined || found.problems.length > 0)
    .sort((a, b) => a.cost - b.cost)
  const best =
    candidates.find(({ isLater }) => !isLater) ??
    candidates.find(({ found, isFuture }) => found.problems.length === 0 && !isFuture)
  if (!best) {
    frame.set('date', today as LocalDate)
    return
  }
  frame.problem(...best.found.problems)
  if (best.found.problems.length === 0 && best.start) {
    if (best.isFuture) frame.problem('past_date')
    else frame.set('date', best.start)
  }
}

/** "this spring", "in Feb", "next year": when something is to be, not when the contact was. */
const isSeason = ({ mention }: Placed): boolean =>
  !isLastWeek(mention.expression.days) && (mention.isSpan || mention.shape === 'recurrence' || mention.shape === 'days')

/** "last week" is a day of that week: its Monday, as "next week" is when planning. */
const isLastWeek = (days: DaysExpression | undefined): boolean => days?.is === 'week' && days.weeks < 0
