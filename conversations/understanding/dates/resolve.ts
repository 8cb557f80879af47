import {
  addMinutes,
  dateOf,
  isLocalDate,
  type LocalDate,
  type LocalMoment,
  momentAt,
  schoolYearOf,
  timeOf,
} from '../../../data/time.ts'
import { minutesIn } from './durations.ts'
import type { DaysExpression, Shift } from './expression.ts'
import { addAmount, turned } from './nearest-day.ts'
import type { DateMention, DateReading, ResolveContext } from './reading.ts'
import { dayIn } from './resolve-day.ts'
import { daysOf } from './resolve-days.ts'
import { resolveExpression } from './resolve-expression.ts'
import { boundEnd, boundStart } from './resolve-range.ts'

/**
 * A mention as days and hours, by the contract's conventions. As a day, "next week" is its `start` (the Monday) and
 * `isVague`; its `end` is the Sunday. Problems stand beside; nothing is guessed silently.
 */
export function resolve(mention: DateMention, context: ResolveContext): DateReading {
  const reading = resolveExpression(mention.expression, context)
  return { ...reading, ...(mention.isVague && { isVague: true }), span: mention.span, text: mention.text }
}

/** A mention as the span of days that `ask` takes, both inside: "this year" is the school year, "so far" only `to`. */
export function resolveSpan(mention: DateMention, context: ResolveContext): { from?: LocalDate; to?: LocalDate } {
  const { days, day } = mention.expression
  const today = dateOf(context.now)
  if (!days) {
    const only = day && dayIn(day, context).day
    return only ? { from: only, to: only } : {}
  }
  switch (days.is) {
    case 'so-far': {
      const of = days.of && spanOf(days.of, context)
      return { ...(of && { from: of.from }), to: today }
    }
    case 'since': {
      const from = boundStart(days.bound, { ...context, direction: 'behind' })
      return from ? { from } : {}
    }
    case 'until': {
      const to = boundEnd(days.bound, context)
      return to ? { to } : {}
    }
    default:
      return spanOf(days, context) ?? {}
  }
}

/** As `ask` counts: years are school years, "the next 2 weeks" begin today. */
function spanOf(days: DaysExpression, context: ResolveContext): { from: LocalDate; to: LocalDate } | undefined {
  const today = dateOf(context.now)
  if (days.is === 'year') return schoolYearOf(addAmount(today, { value: days.years, unit: 'year' }))
  if (days.is === 'rolling' && days.side === 'next') return { from: today, to: addAmount(today, days.amount) }
  return daysOf(days, context)
}

/** "An hour later", "push it a week": what is scheduled, moved so. Undefined where the mention is no shift. */
export function resolveShift(
  mention: DateMention,
  scheduled: { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment },
): { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment } | undefined {
  const { shift, duration } = mention.expression
  const by: Shift | undefined = shift ?? (duration && { amount: duration, sign: 1, isFromNow: false })
  if (!by) return undefined
  return { start: shifted(scheduled.start, by), ...(scheduled.end && { end: shifted(scheduled.end, by) }) }
}

function shifted(at: LocalDate | LocalMoment, { amount, sign }: Shift): LocalDate | LocalMoment {
  const minutes = minutesIn(amount)
  if (minutes !== undefined) return isLocalDate(at) ? at : addMinutes(at, sign * minutes)
  const day = addAmount(dateOf(at), sign < 0 ? turned(amount) : amount)
  if (isLocalDate(at)) return day
  return momentAt(day, timeOf(at))
}
