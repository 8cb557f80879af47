import type { Exporter } from './export.ts'
import { type ExportNames, entryOf } from './export-names.ts'
import { ruleDays } from './occurrences.ts'
import type { RecordOf } from './records.ts'
import type { Reads } from './store.ts'
import { type LocalDate, localMomentAt, type Zone } from './time.ts'

/** What the calendar adds to an export: answers, who came, and the work-based learning that came of it. */
export const CALENDAR_EXPORTERS: readonly Exporter[] = [
  { list: 'rsvps', read: exportRsvps },
  { list: 'attendance', read: exportAttendance },
  { list: 'learning', read: exportLearning },
]

/** Answers in the order in which they were given; those of the staff name their giver as `staff`; `date`: to that day alone. */
async function exportRsvps(reads: Reads, names: ExportNames, zone: Zone): Promise<object[]> {
  const answers = await reads.find('rsvp')
  const inOrder = [...answers].sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  return Promise.all(
    inOrder.map(async (answer) =>
      entryOf({
        event: answer.event,
        date: await dayOfAnswer(answer, reads),
        partner: names.one(answer.partner),
        people: names.many(answer.people),
        staff: names.one(answer.staff),
        answer: answer.answer,
        headcount: answer.headcount,
        waiting: answer.isWaiting,
        dietary: answer.dietary,
        late: answer.isLate,
        via: answer.via,
        at: localMomentAt(answer.at, zone),
      }),
    ),
  )
}

/** Of an answer to one time of a series, the day on which its rule has it. */
async function dayOfAnswer({ event, time }: RecordOf<'rsvp'>, reads: Reads): Promise<LocalDate | undefined> {
  const series = time === undefined ? undefined : await reads.get('event', event)
  return series && time !== undefined ? ruleDays(series)[time] : undefined
}

async function exportAttendance(reads: Reads, names: ExportNames): Promise<object[]> {
  const entries = await reads.find('attendance', { order: { by: 'date', direction: 'ascending' } })
  return entries.map((entry) =>
    entryOf({
      event: entry.event,
      date: entry.date,
      partner: names.one(entry.partner),
      people: names.many(entry.people),
      staff: names.one(entry.staff),
      came: entry.hasCome,
      headcount: entry.headcount,
    }),
  )
}

async function exportLearning(reads: Reads, names: ExportNames): Promise<object[]> {
  const entries = await reads.find('learning', { order: { by: 'date', direction: 'ascending' } })
  return entries.map((entry) =>
    entryOf({
      event: entry.event,
      date: entry.date,
      program: names.one(entry.program),
      partner: names.one(entry.partner),
      students: entry.students,
      minutes: entry.minutes,
    }),
  )
}
