import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Result } from './store.ts'
import { addDays, addMonths, type LocalDate, parseLocalDate } from './time.ts'

/** A series is never longer than this, whatever its rule says: once a school day for two years. */
export const MOST_OCCURRENCES = 400
/** Months for which a series without an end is planned ahead. */
const HORIZON_MONTHS = 36
/** Stands for the last day of a series without an end. */
export const NO_LAST_DAY = '9999-12-31' as LocalDate

const FREQUENCIES = ['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY']
const PARTS = ['FREQ', 'INTERVAL', 'BYDAY', 'BYMONTHDAY', 'BYMONTH', 'BYSETPOS', 'UNTIL', 'COUNT', 'WKST']

/** An RFC 5545 rule by its parts, `FREQ` to `WEEKLY`. */
export type Rule = Readonly<Record<string, string>>

/** The parts of a rule without its name; a sentence where events cannot repeat so. */
export function readRule(text: string): Result<Rule, string> {
  const parts: Record<string, string> = {}
  for (const piece of text.trim().toUpperCase().split(';')) {
    const [name = '', value = ''] = piece.split('=')
    if (!PARTS.includes(name) || value === '')
      return refuse(`"${piece.slice(0, 40)}" is no part of a rule that is used here.`)
    parts[name] = value
  }
  const { FREQ = '', COUNT, INTERVAL, UNTIL } = parts
  if (!FREQUENCIES.includes(FREQ)) return refuse('Events repeat by the day, week, month or year, not more often.')
  if (INTERVAL && !/^[1-9]\d{0,2}$/.test(INTERVAL)) return refuse('The interval is a number from 1 to 999.')
  if (COUNT && !/^[1-9]\d{0,5}$/.test(COUNT)) return refuse('The count is a number.')
  if (UNTIL && !untilOf(parts)) return refuse('The last day is no day that exists.')
  return { ok: true, value: parts }
}

const refuse = (error: string): Result<never, string> => ({ ok: false, error })

/** The rule as text, its parts in the order of the contract. */
export const ruleText = (rule: Rule): string =>
  PARTS.flatMap((name) => (rule[name] ? [`${name}=${rule[name]}`] : [])).join(';')

/** The day of `UNTIL`, whether written as a day or a moment. */
export function untilOf(rule: Rule): LocalDate | undefined {
  const [, year, month, day] = /^(\d{4})(\d{2})(\d{2})(T\d{6}Z?)?$/.exec(rule.UNTIL ?? '') ?? []
  return year ? parseLocalDate(`${year}-${month}-${day}`) : undefined
}

export const isEndless = (rule: Rule): boolean => !rule.UNTIL && !rule.COUNT

/**
 * The days of a rule from its first one, in order; at most `MOST_OCCURRENCES`, and three years of a rule without an end.
 * Empty where the rule is none that `readRule` takes.
 */
export function daysOfRule(text: string, first: LocalDate): readonly LocalDate[] {
  const key = `${first} ${text}`
  const known = expanded.get(key)
  if (known) return known
  if (expanded.size >= MOST_EXPANDED) expanded.clear()
  const days = Object.freeze(expand(text, first))
  expanded.set(key, days)
  return days
}

/** Rules as they were expanded before: the same rule from the same day always has the same days. */
const expanded = new Map<string, readonly LocalDate[]>()
const MOST_EXPANDED = 4_000

function expand(text: string, first: LocalDate): LocalDate[] {
  const read = readRule(text)
  if (!read.ok) return []
  const { UNTIL: _, COUNT, ...rest } = read.value
  const until = untilOf(read.value) ?? addMonths(first, HORIZON_MONTHS)
  const last = until < addMonths(first, HORIZON_MONTHS * 4) ? until : addMonths(first, HORIZON_MONTHS * 4)
  const most = Math.min(Number(COUNT ?? MOST_OCCURRENCES), MOST_OCCURRENCES)
  try {
    // Days alone: a zone without daylight saving keeps them whole.
    const rule = new RRuleTemporal({
      rruleString: ruleText(rest),
      dtstart: Temporal.PlainDate.from(first).toZonedDateTime('UTC'),
      until: Temporal.PlainDate.from(addDays(last, 1)).toZonedDateTime('UTC'),
      tzid: 'UTC',
    })
    const days = rule.all((_, n) => n < most).map((day) => day.toPlainDate().toString() as LocalDate)
    return days.filter((day) => day <= last).slice(0, most)
  } catch {
    // A rule that never comes true ("February 30") exhausts the library's search.
    return []
  }
}
