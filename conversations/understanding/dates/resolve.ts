import type { LocalDate, LocalMoment } from '../../../data/time.ts'
import type { DateMention, DateReading, ResolveContext } from './reading.ts'

/**
 * A mention as days and hours, by the contract's conventions. As a day, "next week" is its `start` (the Monday) and
 * `isVague`; its `end` is the Sunday. Problems stand beside; nothing is guessed silently.
 */
export function resolve(mention: DateMention, _context: ResolveContext): DateReading {
  return { problems: [], span: mention.span, text: mention.text }
}

/** A mention as the span of days that `ask` takes, both inside: "this year" is the school year, "so far" only `to`. */
export function resolveSpan(_mention: DateMention, _context: ResolveContext): { from?: LocalDate; to?: LocalDate } {
  return {}
}

/** "An hour later", "push it a week": what is scheduled, moved so. Undefined where the mention is no shift. */
export function resolveShift(
  _mention: DateMention,
  _scheduled: { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment },
): { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment } | undefined {
  return undefined
}
