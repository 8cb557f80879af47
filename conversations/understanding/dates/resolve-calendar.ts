import {
  addDays,
  addMonths,
  dateOf,
  daysBetween,
  type LocalDate,
  monthOf,
  weekdayOf,
  yearOf,
} from '../../../data/time.ts'
import type { DayExpression } from './expression.ts'
import { HOLIDAY_RULES } from './holiday-rules.ts'
import { foldHolidayWord, holidayIdsOf } from './holidays.ts'
import type { DayCalendar, ResolveContext } from './reading.ts'

type Run = { from: LocalDate; to: LocalDate; names: readonly string[] }
type Facts = { runs: readonly Run[]; holidays: ReadonlyMap<string, readonly LocalDate[]>; off: ReadonlySet<LocalDate> }

const known = new WeakMap<DayCalendar, Facts>()

/** What a calendar says, worked out once: days off, runs of them, and days by the holiday's id. */
function factsOf(calendar: DayCalendar): Facts {
  const before = known.get(calendar)
  if (before) return before
  const days: { date: LocalDate; name: string }[] = [...calendar.holidays]
  for (const { from, to, name } of calendar.daysOff ?? []) {
    for (let date = from; date <= to && days.length < 5000; date = addDays(date, 1)) days.push({ date, name })
  }
  days.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0))
  const holidays = new Map<string, LocalDate[]>()
  for (const { date, name } of days)
    for (const id of holidayIdsOf(name)) holidays.set(id, [...(holidays.get(id) ?? []), date])
  const facts = { runs: runsOf(days), holidays, off: new Set(days.map((day) => day.date)) }
  known.set(calendar, facts)
  return facts
}

/** Days off with nothing but weekends between them are one run. */
function runsOf(days: readonly { date: LocalDate; name: string }[]): Run[] {
  const runs: { from: LocalDate; to: LocalDate; names: string[] }[] = []
  for (const { date, name } of days) {
    const last = runs.at(-1)
    const ids = holidayIdsOf(name)
    if (last && isNextWorkday(last.to, date)) {
      last.to = date
      last.names.push(...ids.filter((id) => !last.names.includes(id)))
    } else runs.push({ from: date, to: date, names: ids })
  }
  return runs
}

function isNextWorkday(from: LocalDate, to: LocalDate): boolean {
  if (from === to) return true
  let day = addDays(from, 1)
  while (day < to && weekdayOf(day) > 5) day = addDays(day, 1)
  return day === to
}

/** Whether the calendar has a day off; weekends are days off too. */
const isOff = (day: LocalDate, calendar: DayCalendar): boolean => weekdayOf(day) > 5 || factsOf(calendar).off.has(day)

/** The first working day behind a day (with the days off that follow it), or the last one ahead of it. */
export function workingDay(of: LocalDate, side: 'after' | 'before', calendar: DayCalendar): LocalDate {
  const step = side === 'after' ? 1 : -1
  let day = addDays(of, step)
  for (let tried = 0; tried < 120 && isOff(day, calendar); tried += 1) day = addDays(day, step)
  return day
}

/** A break by name, nearest in the direction: its own name, the holiday in it, the month it lies in, or any. */
export function breakRun(name: string, context: ResolveContext): Run | undefined {
  const today = dateOf(context.now)
  const runs = factsOf(context.calendar).runs.filter((run) => isNamed(run, name))
  if (context.direction === 'behind') return runs.filter((run) => run.from <= today).at(-1)
  return runs.find((run) => run.to >= today)
}

const HOLIDAY_OF: ReadonlyMap<string, string> = new Map([
  ['thanksgiving', 'thanksgiving'],
  ['winter', 'christmas'],
  ['christma', 'christmas'],
  ['christmas', 'christmas'],
  ['xma', 'christmas'],
  ['xmas', 'christmas'],
  ['break', 'christmas'],
  ['holiday', 'christmas'],
  ['fall', 'thanksgiving'],
])

function isNamed(run: Run, name: string): boolean {
  const length = daysBetween(run.from, run.to) + 1
  if (name === 'break') return length >= 3 || run.names.some((other) => other.endsWith(' break'))
  const month = /^month (\d+) break$/.exec(name)
  if (month) return length >= 3 && (monthOf(run.from) === Number(month[1]) || monthOf(run.to) === Number(month[1]))
  if (run.names.includes(name)) return true
  const season = foldHolidayWord(name.split(' ')[0] ?? '')
  if (season === 'mid' || name === 'midwinter break')
    return run.names.some((other) => /^mid/.test(other)) || (length >= 3 && monthOf(run.from) === 2)
  if (season === 'spring' || season === 'easter' || season === 'passover') {
    return (
      run.names.some((other) => /^(spring|easter|passover) /.test(other)) ||
      (length >= 3 && monthOf(run.from) >= 3 && monthOf(run.from) <= 4)
    )
  }
  const holiday = HOLIDAY_OF.get(season)
  const rule = holiday && HOLIDAY_RULES.get(holiday)?.(yearOf(run.from))
  return rule !== undefined && rule >= run.from && rule <= run.to
}

/** A PD day of the calendar, nearest in the direction; undefined where the calendar has none. */
export function pdDay(day: Extract<DayExpression, { is: 'pd-day' }>, context: ResolveContext): LocalDate | undefined {
  const today = dateOf(context.now)
  const days = [...context.calendar.pdDays]
    .filter((date) => day.month === undefined || monthOf(date) === day.month)
    .sort()
  if (day.which === 'last' || day.which === 'past') return days.filter((date) => date < today).at(-1)
  if (context.direction === 'behind' && day.which !== 'next') return days.filter((date) => date <= today).at(-1)
  return days.find((date) => (day.which === 'next' ? date > today : date >= today))
}

/** All days of a holiday around a year: the calendar's entry wins over the rule. */
function holidayDays(id: string, year: number, context: ResolveContext): LocalDate[] {
  const own = factsOf(context.calendar).holidays.get(id) ?? []
  const rule = HOLIDAY_RULES.get(id)
  const days: LocalDate[] = []
  for (let at = year - 2; at <= year + 2; at += 1) {
    const entries = own.filter((date) => yearOf(date) === at)
    const first = entries[0] ?? rule?.(at)
    if (first) days.push(first)
  }
  return days
}

/** A holiday, nearest in the direction or the one that is pointed at. */
export function holidayDay(
  day: Extract<DayExpression, { is: 'holiday' }>,
  context: ResolveContext,
): LocalDate | undefined {
  const today = dateOf(context.now)
  const said = day.of && ('year' in day.of ? day.of.year : yearOf(today) + day.of.yearsFromNow)
  const days = holidayDays(day.holiday, said ?? yearOf(today), context)
  if (said !== undefined) return days.find((date) => yearOf(date) === said)
  if (day.near) return nearDay(days, day.near, today)
  const behind = days.filter((date) => date < today).at(-1)
  const ahead = days.find((date) => date >= today)
  if (day.which === 'last' || day.which === 'past') return behind
  if (day.which === 'next') return days.find((date) => date > today)
  if (day.which === 'this' && behind && yearOf(behind) === yearOf(today) && context.direction === 'behind')
    return behind
  return context.direction === 'behind' && !day.which ? (ahead === today ? today : behind) : ahead
}

/** "thanksgiving 9 months from now": the one in that month or year, else the nearest to it. */
function nearDay(
  days: readonly LocalDate[],
  near: { value: number; unit: string },
  today: LocalDate,
): LocalDate | undefined {
  const months = near.unit === 'year' ? near.value * 12 : near.unit === 'month' ? near.value : 0
  const at = months ? addMonths(today, Math.round(months)) : addDays(today, near.value * (near.unit === 'week' ? 7 : 1))
  const inYear = days.filter((date) => yearOf(date) === yearOf(at))
  if (near.unit === 'year' && inYear[0]) return inYear[0]
  return [...days].sort((a, b) => Math.abs(daysBetween(a, at)) - Math.abs(daysBetween(b, at)))[0]
}
