import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { readDateMentions } from '../conversations/understanding/dates/read.ts'
import type { DateMention, DateReading, DayCalendar } from '../conversations/understanding/dates/reading.ts'
import { resolve } from '../conversations/understanding/dates/resolve.ts'
import { type Instant, type LocalMoment, localMomentAt, parseLocalMoment, parseZone, type Zone } from '../data/time.ts'

const NO_CALENDAR: DayCalendar = { pdDays: [], holidays: [] }
/** Longest text that is read. Characters. */
const MAX_TEXT = 20_000

type Case = { id: unknown; text: string; now: LocalMoment; zone: Zone }
type Printed = { start?: string; end?: string; repeats?: string; text: string; problems?: string[] }

/** Reads one line of `--dates`; a string says what is wrong with it. */
function readCase(line: string): Case | { id: unknown; error: string } {
  let value: unknown
  try {
    value = JSON.parse(line)
  } catch {
    return { id: null, error: 'not JSON' }
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return { id: null, error: 'not an object' }
  const id = 'id' in value ? value.id : null
  if (!('text' in value) || typeof value.text !== 'string') return { id, error: 'text: not a string' }
  if (value.text.length > MAX_TEXT) return { id, error: `text: longer than ${MAX_TEXT} characters` }
  if (!('zone' in value) || typeof value.zone !== 'string') return { id, error: 'zone: not a string' }
  const zone = parseZone(value.zone)
  if (!zone) return { id, error: `zone: there is no time zone ${value.zone}` }
  const now = 'now' in value && typeof value.now === 'string' ? readNow(value.now, zone) : undefined
  return now ? { id, text: value.text, now, zone } : { id, error: 'now: not an ISO time that exists' }
}

/** The zone's clock at an ISO time; without an offset it is that clock already. */
function readNow(text: string, zone: Zone): LocalMoment | undefined {
  const offset = /(Z|[+-]\d\d:?\d\d)$/i.exec(text)
  const local = parseLocalMoment(offset ? text.slice(0, offset.index) : text)
  if (!local || !offset) return local
  const instant = Date.parse(text)
  return Number.isNaN(instant) ? undefined : localMomentAt(instant as Instant, zone)
}

function printed(reading: DateReading): Printed {
  const show = (at: string): string => (at.length === 5 ? `T${at}` : at)
  const problems = reading.zoneProblem ? [...reading.problems, `${reading.zoneProblem}_hour`] : reading.problems
  return {
    ...(reading.start && { start: show(reading.start) }),
    ...(reading.end && { end: show(reading.end) }),
    ...(reading.repeats && { repeats: reading.repeats }),
    text: reading.text,
    ...(problems.length > 0 && { problems }),
  }
}

/** One line of `--dates` answered: planning's direction, no directory. Readings that do not exist are said apart. */
export function answerDates(line: string, calendar: DayCalendar = NO_CALENDAR): string {
  const input = readCase(line)
  if ('error' in input) return JSON.stringify(input)
  const context = { now: input.now, direction: 'ahead', calendar, zone: input.zone, onMismatch: 'search' } as const
  const readings = readDateMentions(input.text, { calendar }).map((mention: DateMention) =>
    printed(resolve(mention, context)),
  )
  const found = readings.filter((reading) => reading.start || reading.repeats)
  const missing = readings.filter((reading) => !reading.start && !reading.repeats && reading.problems)
  return JSON.stringify({ id: input.id, readings: found, ...(missing.length > 0 && { problems: missing }) })
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== '') process.stdout.write(`${answerDates(line)}\n`)
  }
}
