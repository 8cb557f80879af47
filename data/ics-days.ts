import ICAL from 'ical.js'
import { type IcsProblem, MOST_ICS_BYTES, readIcsLines } from './ics-lines.ts'
import type { RecordOf } from './records.ts'
import { addDays, addMonths, type LocalDate, localDate } from './time.ts'

export type IcsDay = Pick<RecordOf<'calendarDay'>, 'type' | 'from' | 'to' | 'name'>
/** `notes`: what was left out or cut short, a sentence each. */
export type IcsDays = { days: IcsDay[]; problems: IcsProblem[]; notes: string[] }

/** Times of one entry, and months of one without an end. */
const MOST_TIMES = 400
const HORIZON_MONTHS = 36

/** What an entry is, by words of its title; the first that fits. Anything else is no matter of the school calendar. */
const TYPES: readonly [IcsDay['type'], RegExp][] = [
  [
    'pd',
    /\bpd\b|professional (?:development|learning)|staff development|conference day|clerical day|chancellor'?s day/i,
  ],
  ['exam', /\bregents\b|\bexams?\b|\bexaminations?\b|\btesting\b|\bmidterms?\b|\bfinals\b/i],
  [
    'holiday',
    /no school|schools? closed|recess|holiday|day off|\bbreak\b|thanksgiving|labor day|memorial day|veterans|independence day|juneteenth|indigenous|columbus|martin luther king|\bmlk\b|presidents'? ?day|yom kippur|rosh hashanah|passover|\beid\b|diwali|lunar new year|christmas|new year|good friday|easter/i,
  ],
]

/** PD days, holidays and exam days in a calendar file. With problems nothing is to be taken. Never throws. */
export function readIcsDays(bytes: Uint8Array): IcsDays {
  const failed = (problems: IcsProblem[]): IcsDays => ({ days: [], problems, notes: [] })
  if (bytes.length > MOST_ICS_BYTES) return failed([{ at: 'the file', message: 'It is larger than 1 MB.' }])
  const text = new TextDecoder().decode(bytes)
  const { lines, problems } = readIcsLines(text)
  if (problems.length > 0) return failed(problems)
  const starts = lines.filter(({ name, value }) => name === 'BEGIN' && value.toUpperCase() === 'VEVENT')
  const result: IcsDays = { days: [], problems: [], notes: [] }
  let leftOut = 0
  try {
    const calendar = new ICAL.Component(ICAL.parse(text))
    for (const [n, component] of calendar.getAllSubcomponents('vevent').entries()) {
      const line = starts[n]?.line ?? 1
      try {
        if (!takeEntry(component, line, result)) leftOut += 1
      } catch {
        result.problems.push({ at: `line ${line}`, message: 'The entry that begins here cannot be read.' })
      }
    }
  } catch {
    return failed([{ at: 'line 1', message: 'It is no calendar that can be read.' }])
  }
  if (leftOut > 0)
    result.notes.push(`${leftOut} ${leftOut === 1 ? 'entry is' : 'entries are'} no PD day, holiday or exam day.`)
  return result.problems.length > 0 ? failed(result.problems) : result
}

/** False where the entry is none of the days that count. */
function takeEntry(component: ICAL.Component, line: number, { days, problems, notes }: IcsDays): boolean {
  const event = new ICAL.Event(component)
  const title = (event.summary ?? '').trim().slice(0, 200)
  const type = TYPES.find(([, words]) => words.test(title))?.[0]
  if (!type || component.getFirstPropertyValue('status') === 'CANCELLED') return false
  const first = event.startDate && dayOf(event.startDate)
  if (!first) {
    problems.push({ at: `line ${line}`, message: `"${title}" has no day that exists.` })
    return true
  }
  // The end of whole days is the day after them; that of hours is on their day.
  const end = event.endDate && dayOf(event.endDate)
  const last = end && end > first ? (event.endDate.isDate ? addDays(end, -1) : end) : first
  const length = Math.max(0, daysFrom(first, last))
  if (!event.isRecurring()) {
    days.push({ type, from: first, to: last, name: title })
    return true
  }
  const limit = addMonths(first, HORIZON_MONTHS)
  const times = event.iterator()
  let isCut = false
  for (let n = 0, next = times.next(); next; next = times.next(), n += 1) {
    const from = dayOf(next)
    isCut = n >= MOST_TIMES || (from !== undefined && from > limit)
    if (isCut || !from) break
    days.push({ type, from, to: addDays(from, length), name: title })
  }
  if (isCut) notes.push(`line ${line}: "${title}" repeats without an end or very often; it was taken for three years.`)
  return true
}

const dayOf = ({ year, month, day }: ICAL.Time): LocalDate | undefined => localDate(year, month, day)

const daysFrom = (from: LocalDate, to: LocalDate): number => {
  let days = 0
  for (let day = from; day < to && days < 370; day = addDays(day, 1)) days += 1
  return days
}
