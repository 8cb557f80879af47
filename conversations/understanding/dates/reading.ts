import type { LocalDate, LocalMoment, LocalTime } from '../../../data/time.ts'

/** Whether a day without a year, or a weekday, is looked for ahead (planning) or behind (logging). */
export type Direction = 'ahead' | 'behind'

/** What the organization's calendar says of days: needed for "the PD day", "after Thanksgiving", holidays by name. */
export type DayCalendar = {
  pdDays: readonly LocalDate[]
  holidays: readonly { date: LocalDate; name: string }[]
}

/** Half-open span of characters in the text as it was typed. */
export type Span = { from: number; to: number }

/** One date, time, range or recurrence, as the text has it; not yet resolved, since the direction follows the intent. */
export type DateMention = {
  span: Span
  /** The words taken, as typed. */
  text: string
  /** Which reader took them (for `--explain`). */
  reader: string
  /** What kind of expression it is, so that intents can tell a day from an hour from a span. */
  shape: 'day' | 'time' | 'moment' | 'days' | 'hours' | 'moments' | 'recurrence' | 'shift' | 'duration'
}

export type DateProblem = 'impossible_date' | 'weekday_mismatch' | 'past_date'

/** A mention resolved against a clock and a direction. */
export type DateReading = {
  /** A day, a moment, or a bare time of day where no date is stated. */
  start?: LocalDate | LocalMoment | LocalTime
  end?: LocalDate | LocalMoment | LocalTime
  /** RFC 5545 parts in the order FREQ;INTERVAL;BYDAY;BYMONTHDAY;UNTIL/COUNT. */
  repeats?: string
  /** True for what stands for a day only loosely ("next week", "early next week", "the week of Dec 7"): planning asks. */
  isVague?: boolean
  problems: DateProblem[]
  span: Span
  text: string
}
