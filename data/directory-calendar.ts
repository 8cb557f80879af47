import { z } from 'zod'
import type { Directory } from './directory.ts'
import { extraOf, fresh, referTo } from './directory-entry.ts'
import { type Lookup, lookupOf, resolveAll } from './directory-lookup.ts'
import { lastDayOf } from './occurrences.ts'
import type { Extra, RecordOf } from './records.ts'
import type { Instant, LocalDate, LocalMoment } from './time.ts'

/** PD days, holidays, exam days and days off, in this order. */
export function calendarRecords(calendar: Directory['calendar'], schools: Lookup): RecordOf<'calendarDay'>[] {
  type Day = Omit<RecordOf<'calendarDay'>, 'id' | 'version'>
  // The schema has checked that they are days that exist.
  const oneDay = (type: 'pd' | 'exam' | 'holiday', date: string, name: string, extra: Extra = {}): Day => ({
    type,
    from: date as LocalDate,
    to: date as LocalDate,
    name,
    extra,
  })
  const days: Day[] = [
    ...calendar.pdDays.map((date) => oneDay('pd', date, 'PD day')),
    ...calendar.holidays.map((day) => oneDay('holiday', day.date, day.name, extraOf(day, ['date', 'name']))),
    ...calendar.examDays.map((date) => oneDay('exam', date, 'Exam day')),
    ...calendar.daysOff.map((span): Day => {
      const { ids, unknown } = resolveAll(span.schools ?? [], schools)
      return {
        type: 'off',
        from: span.from as LocalDate,
        to: span.to as LocalDate,
        name: span.name,
        ...(span.schools && { schools: ids }),
        extra: extraOf(span, ['from', 'to', 'name', 'schools'], { schools: unknown }),
      }
    }),
  ]
  return days.map((day, n) => ({ ...fresh('calendarDay', n), ...day }))
}

const eventSlots = z.object({
  clusters: z.array(z.string()).optional(),
  programs: z.array(z.string()).optional(),
  repeats: z.string().optional(),
  room: z.string().optional(),
  period: z.string().optional(),
  headcount: z.number().int().nonnegative().optional(),
  skips: z.array(z.iso.date()).optional(),
  cancelled: z.boolean().optional(),
})

/** What an event may name. */
export type EventContext = {
  school: Lookup
  partner: Lookup
  cluster: Lookup
  program: Lookup
  persons: RecordOf<'person'>[]
  at: Instant
}

/** An event that was scheduled before; other slots of `schedule_event` may stand beside those of the schema. */
export function eventRecord(entry: Directory['events'][number], context: EventContext): RecordOf<'event'> {
  const { at } = context
  const school = referTo(entry.school, context.school)
  const partners = resolveAll(entry.partners, context.partner)
  // A name that two people share is the one at a partner of this event.
  const here = lookupOf(context.persons.filter((person) => partners.ids.includes(person.partner)))
  const anywhere = lookupOf(context.persons)
  const people = resolveAll(entry.people, (name) => here(name) ?? anywhere(name))
  const slots = eventSlots.catch({}).parse(entry)
  const clusters = resolveAll(slots.clusters ?? [], context.cluster)
  const programs = resolveAll(slots.programs ?? [], context.program)
  const known = ['id', 'event', 'start', 'end', 'school', 'partners', 'people', ...Object.keys(slots)]
  const times = {
    start: entry.start as LocalDate | LocalMoment,
    ...(entry.end !== undefined && { end: entry.end as LocalDate | LocalMoment }),
    ...(slots.repeats !== undefined && { repeats: slots.repeats }),
  }
  return {
    id: entry.id,
    version: 0,
    event: entry.event,
    ...times,
    lastDay: lastDayOf(times),
    ...(school.id && { school: school.id }),
    partners: partners.ids,
    people: people.ids,
    clusters: clusters.ids,
    programs: programs.ids,
    ...(slots.room !== undefined && { room: slots.room }),
    ...(slots.period !== undefined && { period: slots.period }),
    ...(slots.headcount !== undefined && { headcount: slots.headcount }),
    skips: (slots.skips ?? []) as LocalDate[],
    isCancelled: slots.cancelled ?? false,
    sequence: 0,
    at,
    extra: extraOf(entry, known, {
      school: school.lost,
      partners: partners.unknown,
      people: people.unknown,
      clusters: clusters.unknown,
      programs: programs.unknown,
    }),
  }
}
