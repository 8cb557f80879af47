/** A unit that dates are counted in. `weekday`: a day from Monday to Friday. */
export type Unit = 'minute' | 'hour' | 'day' | 'weekday' | 'week' | 'month' | 'year'
/** A length of time; `value` may be a fraction ("2.5 hours"); `and` a smaller one beside it ("1 month and 21 days"). */
export type Amount = { value: number; unit: Unit; and?: Amount }

/** Which of many: `next` is the one of the next week, `coming` the nearest ahead, `past` the nearest behind. */
export type Which = 'this' | 'next' | 'last' | 'coming' | 'past' | 'after-next'

/** 1 (Monday) to 7 (Sunday). */
export type Weekday = number

/** A year said outright, or counted from the current one ("of last year" is -1). */
export type YearOf = { year: number } | { yearsFromNow: number }

/** One day, before it is known when now is and which direction is meant. */
export type DayExpression =
  /** `yearsFromNow` where the year is said so ("of last year" is -1). */
  | { is: 'date'; month: number; day: number; year?: number; yearsFromNow?: number; which?: Which }
  | { is: 'monthday'; day: number }
  | { is: 'weekday'; weekday: Weekday; which?: Which }
  | { is: 'today' }
  | { is: 'offset'; amount: Amount; from?: DayExpression }
  | { is: 'weekdays-on'; weekday: Weekday; count: number }
  /** `isOpen`: the month was not said beside it. Without `weekday` days are counted; below 0 from the end. */
  | { is: 'nth'; nth: number; weekday?: Weekday; within: DaysExpression; isOpen?: boolean }
  | { is: 'weekday-in'; weekday: Weekday; within: DaysExpression }
  | { is: 'weekday-near'; weekday: Weekday; of: DayExpression; side: 'after' | 'before' | 'same-week' }
  | { is: 'closest'; nth: number; day: DayExpression; to: DayExpression }
  | { is: 'holiday'; holiday: string; which?: Which; of?: YearOf; near?: Amount }
  | { is: 'pd-day'; month?: number; which?: Which }
  /** A run of days off by name ("winter break"), for what is counted from it. */
  | { is: 'break'; name: string }
  /** "after Thanksgiving": the first working day behind a holiday or break; `before` the last one ahead of it. */
  | { is: 'working-day'; side: 'after' | 'before'; of: DayExpression }
  | { is: 'part'; part: 'early' | 'mid' | 'late' | 'first' | 'last'; of: DaysExpression }
  /** Two ways of saying one day: "Thu, Dec 17", "tomorrow, the 4th". They must agree. */
  | { is: 'both'; main: DayExpression; check: DayExpression }
  | { is: 'impossible' }

/** Several days, both ends inside. */
export type DaysExpression =
  | { is: 'week'; weeks: number; isWorkweek?: boolean }
  | { is: 'week-of'; day: DayExpression; weeks?: number }
  | { is: 'week-number'; week: number; of?: YearOf }
  | { is: 'nth-week'; nth: number; within: DaysExpression; count?: number }
  | { is: 'weekend'; which?: Which }
  | { is: 'nth-weekend'; nth: number; within: DaysExpression }
  | { is: 'weekend-of'; day: DayExpression }
  | { is: 'break'; name: string }
  | { is: 'month'; months: number }
  | { is: 'named-month'; month: number; which?: Which; of?: YearOf }
  | { is: 'year'; years: number; isSchoolYear?: boolean }
  | { is: 'calendar-year'; year: number }
  | { is: 'fortnight'; fortnights: number }
  | { is: 'rolling'; amount: Amount; side: 'next' | 'last' }
  | { is: 'range'; from: DayExpression; to: DayExpression }
  | { is: 'counted'; from: DayExpression; amount: Amount }
  | { is: 'rest'; of: DaysExpression }
  | { is: 'since'; bound: Bound }
  | { is: 'until'; bound: Bound }
  | { is: 'so-far'; of?: DaysExpression }

/** A part of the day without an hour. */
export type DayPart = 'morning' | 'afternoon' | 'evening' | 'night'

/** A time of day. Without `half` (and not `is24`), an hour from 1 to 12 is bare and read by the contract's rule. */
export type Clock =
  | { hour: number; minute: number; half?: 'am' | 'pm'; is24?: boolean; zone?: string }
  | { isNow: true }

export type Frequency = 'DAILY' | 'WEEKLY' | 'MONTHLY' | 'YEARLY'

/** A recurrence; `days` are RFC 5545 weekdays with an optional ordinal (`1TU`). */
export type Recurrence = {
  frequency: Frequency
  interval?: number
  days?: readonly { weekday: Weekday; nth?: number }[]
  monthday?: number
  count?: number
  /** "for six weeks": a count once the frequency is known. */
  lasts?: Amount
  bounds?: Bounds
}

/** One of both: a day, or days. */
export type Bound = { day?: DayExpression; days?: DaysExpression }
/** From when and until when (both inside): "starting Jan 8", "through May". */
export type Bounds = { from?: Bound; until?: Bound }

/** A change relative to what is scheduled ("an hour later", "push it a week"); `sign` -1 is earlier. */
export type Shift = { amount: Amount; sign: 1 | -1; isFromNow: boolean }

/** What a mention says, part by part; a part is absent where it is not said. */
export type DateExpression = {
  day?: DayExpression
  days?: DaysExpression
  endDay?: DayExpression
  clock?: Clock
  endClock?: Clock
  part?: DayPart
  /** An exact moment counted from now: "in 20 minutes". Minutes. */
  minutesFromNow?: number
  /** From now for that long, or that long until now: "the next hour", "within 5 minutes". Minutes. */
  minutesAround?: number
  duration?: Amount
  repeats?: Recurrence
  /** "6 times": of a recurrence somewhere in the text. */
  count?: number
  shift?: Shift
  /** Words that the grammar left and chrono reads, relative to now: "several weeks ago". */
  leftOver?: string
}
