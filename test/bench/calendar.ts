import { clashesIn, loadNeighbours } from '../../conversations/calendar/clashes.ts'
import { agendaOf } from '../../data/agenda.ts'
import { openMemoryStore } from '../../data/lowdb/store.ts'
import { lastDayOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads, Write } from '../../data/store.ts'
import { addDays, type Instant, type LocalDate, type LocalTime, momentAt } from '../../data/time.ts'
import { at, micro, say, timeEach } from './measure.ts'

const FIRST_DAY = '2026-09-01' as LocalDate
const SCHOOLS = 127
const DAYS = 300
const RUNS = Array.from({ length: 60 }, (_, n) => n)

/** The n-th of many events over a school year; one in twenty is a weekly series. */
function eventAt(n: number): RecordOf<'event'> {
  const day = addDays(FIRST_DAY, n % DAYS)
  const event: RecordOf<'event'> = {
    id: `e${n}`,
    version: 0,
    event: 'speaker',
    start: momentAt(day, '09:00' as LocalTime),
    end: momentAt(day, '09:45' as LocalTime),
    school: `s${n % SCHOOLS}`,
    partners: [],
    people: [],
    clusters: [],
    programs: [],
    room: `${100 + (n % 7)}`,
    ...(n % 20 === 0 ? { repeats: 'FREQ=WEEKLY;COUNT=10' } : {}),
    skips: [],
    lastDay: day,
    isCancelled: false,
    sequence: 0,
    at: 0 as Instant,
    extra: {},
  }
  return { ...event, lastDay: lastDayOf(event) }
}

async function storeWith(count: number): Promise<Reads> {
  const store = openMemoryStore()
  const schools = Array.from({ length: SCHOOLS }, (_, n): Write => {
    const id = `s${n}`
    return { kind: 'school', id, after: { id, version: 0, name: id, aliases: [], isActive: true, extra: {} } }
  })
  const events = Array.from({ length: count }, (_, n): Write => ({ kind: 'event', id: `e${n}`, after: eventAt(n) }))
  const nothing = { reliesOn: [], touches: [], deliveries: [] }
  const writes = [...schools, ...events]
  const turn = {
    id: 'seed',
    inbound: 'seed',
    conversation: 'seed',
    at: 0 as Instant,
    what: 'import',
    writes,
    ...nothing,
  }
  const kept = await store.commit(turn)
  if (!kept.ok) throw new Error('The events were refused.')
  return store
}

/** Agenda and clash check over a district's year. */
export async function benchCalendar(): Promise<void> {
  for (const count of [1_000, 10_000]) {
    const reads = await storeWith(count)
    const week = (n: number): { from: LocalDate; to: LocalDate } => {
      const from = addDays(FIRST_DAY, 60 + n)
      return { from, to: addDays(from, 6) }
    }
    const plan = (n: number, repeats?: string): RecordOf<'event'> => ({
      ...eventAt(n * 5 + 1),
      id: 'planned',
      ...(repeats ? { repeats } : {}),
    })
    const clashes = async (event: RecordOf<'event'>): Promise<unknown> =>
      clashesIn(event, await loadNeighbours(event, reads))
    const rows: [string, number[]][] = [
      ['agenda of a week, all schools', await timeEach(RUNS, (n) => agendaOf(week(n), reads))],
      ['agenda of a week, one school', await timeEach(RUNS, (n) => agendaOf({ ...week(n), school: `s${n}` }, reads))],
      ['clash check of an event', await timeEach(RUNS, (n) => clashes(plan(n)))],
      ['clash check of a series of 20', await timeEach(RUNS, (n) => clashes(plan(n, 'FREQ=WEEKLY;COUNT=20')))],
    ]
    for (const [what, times] of rows) {
      say(`calendar, ${count} events: ${what}: median ${micro(at(times, 0.5))}, p99 ${micro(at(times, 0.99))}`)
    }
  }
}
