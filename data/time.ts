import { Temporal } from 'temporal-polyfill'
import { offsetAt } from './zone-offset.ts'

/** Local calendar date, `YYYY-MM-DD`, no zone. */
export type LocalDate = string & { readonly unit: 'local-date' }
/** Local date and time of day, `YYYY-MM-DDTHH:MM`, no zone. */
export type LocalMoment = string & { readonly unit: 'local-moment' }
/** Time of day, `HH:MM`. */
export type LocalTime = string & { readonly unit: 'local-time' }
/** A moment on the world's clock: milliseconds since 1970-01-01T00:00Z. */
export type Instant = number & { readonly unit: 'instant' }
/** IANA name, `America/New_York`. */
export type Zone = string & { readonly unit: 'zone' }

/** A local time that daylight saving skips or doubles: read with the offset before and after the change. */
export type ZoneProblem = { problem: 'skipped' | 'doubled'; earlier: Instant; later: Instant }

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const MINUTES_A_DAY = 1440
const DATE = /^(\d{4})-(\d{2})-(\d{2})$/
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/

const two = (n: number): string => (n < 10 ? `0${n}` : `${n}`)

/** Days in a month (1 to 12) of a year. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

/** The date of a year, a month (1 to 12) and a day, or undefined where there is no such day. Years 1 to 9999. */
export function localDate(year: number, month: number, day: number): LocalDate | undefined {
  const isDay = year >= 1 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return isDay ? (`${`${year}`.padStart(4, '0')}-${two(month)}-${two(day)}` as LocalDate) : undefined
}

/** `YYYY-MM-DD` of a day that exists, or undefined. */
export function parseLocalDate(text: string): LocalDate | undefined {
  const parts = DATE.exec(text)
  return parts ? localDate(Number(parts[1]), Number(parts[2]), Number(parts[3])) : undefined
}

/** `HH:MM` from 00:00 to 23:59, or undefined. */
export function parseLocalTime(text: string): LocalTime | undefined {
  return TIME.test(text) ? (text as LocalTime) : undefined
}

/** `YYYY-MM-DDTHH:MM` (seconds are dropped) of a day that exists, or undefined. */
export function parseLocalMoment(text: string): LocalMoment | undefined {
  const date = parseLocalDate(text.slice(0, 10))
  const time = parseLocalTime(text.slice(11, 16))
  return date && time && /^T.{5}(:\d\d(\.\d+)?)?$/.test(text.slice(10)) ? momentAt(date, time) : undefined
}

export const isLocalDate = (value: LocalDate | LocalMoment | LocalTime): value is LocalDate => value.length === 10
export const isLocalMoment = (value: LocalDate | LocalMoment | LocalTime): value is LocalMoment => value.length === 16
export const isLocalTime = (value: LocalDate | LocalMoment | LocalTime): value is LocalTime => value.length === 5

export const yearOf = (date: LocalDate | LocalMoment): number => Number(date.slice(0, 4))
/** 1 to 12. */
export const monthOf = (date: LocalDate | LocalMoment): number => Number(date.slice(5, 7))
export const dayOf = (date: LocalDate | LocalMoment): number => Number(date.slice(8, 10))
export const dateOf = (moment: LocalDate | LocalMoment): LocalDate => moment.slice(0, 10) as LocalDate
export const timeOf = (moment: LocalMoment): LocalTime => moment.slice(11, 16) as LocalTime
export const momentAt = (date: LocalDate, time: LocalTime): LocalMoment => `${date}T${time}` as LocalMoment

/** Minutes since midnight. */
export const minutesOf = (time: LocalTime): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
/** The time of day that many minutes after midnight; wraps at 24 hours. */
export function timeAt(minutes: number): LocalTime {
  const wrapped = ((minutes % MINUTES_A_DAY) + MINUTES_A_DAY) % MINUTES_A_DAY
  return `${two(Math.floor(wrapped / 60))}:${two(wrapped % 60)}` as LocalTime
}

/** Days since 1970-01-01 in the Gregorian calendar. https://howardhinnant.github.io/date_algorithms.html */
export function dayNumber(date: LocalDate): number {
  const month = monthOf(date)
  const year = yearOf(date) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOf(date) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The inverse of `dayNumber`; clamped to the years 1 to 9999. */
export function dateOfDayNumber(number: number): LocalDate {
  const days = Math.min(Math.max(number, -719_162), 2_932_896) + 719_468
  const era = Math.floor(days / 146_097)
  const dayOfEra = days - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted + (shifted < 10 ? 3 : -9)
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return localDate(year, month, dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1) ?? ('1970-01-01' as LocalDate)
}

export const addDays = (date: LocalDate, days: number): LocalDate => dateOfDayNumber(dayNumber(date) + days)
/** Whole days from one date to another; negative where `to` is before `from`. */
export const daysBetween = (from: LocalDate, to: LocalDate): number => dayNumber(to) - dayNumber(from)

/** The same day that many months on; the month's last day where it has no such day. */
export function addMonths(date: LocalDate, months: number): LocalDate {
  const index = yearOf(date) * 12 + monthOf(date) - 1 + months
  const year = Math.floor(index / 12)
  const month = index - year * 12 + 1
  return localDate(year, month, Math.min(dayOf(date), daysInMonth(year, month))) ?? date
}

/** By the clock on the wall, without daylight saving. */
export function addMinutes(moment: LocalMoment, minutes: number): LocalMoment {
  const sum = minutesOf(timeOf(moment)) + minutes
  return momentAt(addDays(dateOf(moment), Math.floor(sum / MINUTES_A_DAY)), timeAt(sum))
}

/** 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: LocalDate): number {
  return ((((dayNumber(date) + 3) % 7) + 7) % 7) + 1
}

/** The Monday of a date's week. */
export const mondayOf = (date: LocalDate): LocalDate => addDays(date, 1 - weekdayOf(date))

/** The school year around a date: July 1 to June 30, both inside. */
export function schoolYearOf(date: LocalDate): { from: LocalDate; to: LocalDate } {
  const year = monthOf(date) >= 7 ? yearOf(date) : yearOf(date) - 1
  return { from: `${year}-07-01` as LocalDate, to: `${year + 1}-06-30` as LocalDate }
}

/** The zone of an IANA name in any case, as typed; undefined where there is none of that name (offsets are refused). */
export function parseZone(text: string): Zone | undefined {
  if (!/^[A-Za-z][A-Za-z0-9_+/-]*$/.test(text)) return undefined
  try {
    new Intl.DateTimeFormat('en-US', { timeZone: text })
    return text as Zone
  } catch {
    return undefined
  }
}

/** What the clock on the wall shows at that instant, whole minutes. */
export function localMomentAt(instant: Instant, zone: Zone): LocalMoment {
  const minutes = Math.floor((instant + offsetAt(instant, zone)) / 60_000)
  return momentAt(dateOfDayNumber(Math.floor(minutes / MINUTES_A_DAY)), timeAt(minutes))
}

/** When a local moment is, or why that cannot be said: daylight saving skips or doubles it. */
export function instantOf(moment: LocalMoment, zone: Zone): { instant: Instant } | ZoneProblem {
  const there = Temporal.PlainDateTime.from(moment)
  const earlier = there.toZonedDateTime(zone, { disambiguation: 'earlier' })
  const later = there.toZonedDateTime(zone, { disambiguation: 'later' })
  const first = earlier.epochMilliseconds as Instant
  const second = later.epochMilliseconds as Instant
  if (first === second) return { instant: first }
  const isDoubled = earlier.toPlainDateTime().equals(there)
  return { problem: isDoubled ? 'doubled' : 'skipped', earlier: first, later: second }
}

/** "Thu, Dec 3"; with the year where it is another than `now`'s and half a year or more away: "Mon, Feb 1, 2028". */
export function formatDay(date: LocalDate | LocalMoment, now?: LocalDate | LocalMoment): string {
  const day = dateOf(date)
  const text = `${WEEKDAYS[weekdayOf(day) - 1]}, ${MONTHS[monthOf(day) - 1]} ${dayOf(day)}`
  const isFar = now && yearOf(now) !== yearOf(day) && Math.abs(daysBetween(dateOf(now), day)) > 183
  return isFar ? `${text}, ${yearOf(day)}` : text
}

/** "9:40", "2:00"; "6:45 am", "7:00 pm" where a bare hour would be read as the other half of the day. */
export function formatTime(time: LocalTime): string {
  const hour = Number(time.slice(0, 2))
  const text = `${hour % 12 === 0 ? 12 : hour % 12}${time.slice(2)}`
  return hour < 7 ? `${text} am` : hour >= 19 ? `${text} pm` : text
}

/** "Thu, Dec 3", "Thu, Dec 3, 9:40", "Thu, Dec 3, 9:40 to 10:25", "Mon, Dec 7 to Fri, Dec 11". */
export function formatSpan(
  start: LocalDate | LocalMoment,
  end?: LocalDate | LocalMoment,
  now?: LocalDate | LocalMoment,
): string {
  const say = (at: LocalDate | LocalMoment): string =>
    isLocalMoment(at) ? `${formatDay(at, now)}, ${formatTime(timeOf(at))}` : formatDay(at, now)
  if (!end || end === start) return say(start)
  const isSameDay = dateOf(start) === dateOf(end) && isLocalMoment(end)
  return `${say(start)} to ${isSameDay ? formatTime(timeOf(end)) : say(end)}`
}
