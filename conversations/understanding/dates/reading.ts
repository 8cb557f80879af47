import type { LocalDate, LocalMoment, LocalTime, Zone } from '../../../data/time.ts'
import type { DateExpression } from './expression.ts'

/** Whether a day without a year, or a weekday, is looked for ahead (planning) or behind (logging). */
export type Direction = 'ahead' | 'behind'

/** What the organization's calendar says of days: needed for "the PD day", "after Thanksgiving", holidays by name. */
export type DayCalendar = {
  pdDays: readonly LocalDate[]
  holidays: readonly { date: LocalDate; name: string }[]
  examDays?: readonly LocalDate[]
  daysOff?: readonly { from: LocalDate; to: LocalDate; name: string }[]
}

/** Half-open span of characters in the text as it was typed. */
export type Span = { from: number; to: number }

export type MentionOptions = {
  /** Spans that names have taken already ("Monday Motors", "April Nguyen", "Local 3"): nothing in them is a date. */
  taken?: readonly Span[]
  /** The calendar, so that its own names ("Founders' Day") are seen in the text. */
  calendar?: DayCalendar
}

/**
 * What kind of expression it is, so that intents can tell a day from an hour from a span. `day` is one day (also
 * "tomorrow evening": a part of the day gives no hour), `time` an hour without a day, `moment` both; `days` a week, a
 * month or a range of days; `hours` a range of hours without a day, `moments` one with a day; `shift` "an hour later";
 * `duration` "for 45 min" standing alone.
 */
export type MentionShape =
  | 'day'
  | 'time'
  | 'moment'
  | 'days'
  | 'hours'
  | 'moments'
  | 'recurrence'
  | 'shift'
  | 'duration'

/** One date, time, range or recurrence, as the text has it; not yet resolved, since the direction follows the intent. */
export type DateMention = {
  span: Span
  /** The words taken, as typed. */
  text: string
  /** Which reader took them (for `--explain`). */
  reader: string
  shape: MentionShape
  expression: DateExpression
  /** True where the expression is a span that `ask` takes as from and to ("this week", "so far", "the last 30 days"). */
  isSpan: boolean
  /** True for what stands for a day only loosely ("next week", "early next week", "the week of Dec 7"). */
  isVague: boolean
  /** True after "about", "around", "-ish". */
  isApproximate: boolean
  /** True where the words say a deadline ("by Friday", "before the 12th"). */
  isDeadline: boolean
  /** True where the words negate it ("not Friday", "can't do the 13th"): an alternative that was ruled out. */
  isNegated: boolean
  /** True for words that speak of time only in passing ("now", "partner of the month"): used for want of others. */
  isWeak: boolean
}

export type DateProblem = 'impossible_date' | 'weekday_mismatch' | 'past_date'

export type ResolveContext = {
  now: LocalMoment
  direction: Direction
  calendar: DayCalendar
  /** The organization's zone: hours said in another one ("9 am PST") are turned into it, skipped hours are seen. */
  zone?: Zone
  /** A weekday with a bare day that is another weekday ("Thu 15th"): a problem, or the next 15th that is a Thursday. */
  onMismatch?: 'ask' | 'search'
}

/** A mention resolved against a clock and a direction. */
export type DateReading = {
  /** A day, a moment, or a bare time of day where no date is stated. */
  start?: LocalDate | LocalMoment | LocalTime
  /** The last of several days, or the end of the hours. */
  end?: LocalDate | LocalMoment | LocalTime
  /** RFC 5545 parts in the order FREQ;INTERVAL;BYDAY;BYMONTHDAY;UNTIL/COUNT. */
  repeats?: string
  /** True for what stands for a day only loosely ("next week", "early next week", "the week of Dec 7"): planning asks. */
  isVague?: boolean
  /** `impossible_date` leaves out what does not exist; the others keep it, and the frame leaves it out. */
  problems: DateProblem[]
  /** A local time that daylight saving skips (also an `impossible_date`) or doubles. */
  zoneProblem?: 'skipped' | 'doubled'
  span: Span
  text: string
}
