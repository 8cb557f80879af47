import type { Directory } from '../../data/directory.ts'
import { type LocalDate, type LocalMoment, type LocalTime, parseZone, type Zone } from '../../data/time.ts'
import type { DayCalendar } from './dates/reading.ts'
import type { NameEntry } from './names/entry.ts'
import { NameIndex } from './names/name-index.ts'

/** An event on the calendar, by names as the directory spells them. */
export type ScheduledEvent = {
  id: string
  event: string
  start: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
  /** All times of a series, in order, those left out not among them. Absent: it is a single event. */
  times?: readonly { start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment }[]
  school?: string
  partners: readonly string[]
  people: readonly string[]
  programs?: readonly string[]
  clusters?: readonly string[]
  room?: string
}

export type Periods = Readonly<Record<string, readonly [LocalTime, LocalTime]>>

/** All that understanding looks up: the names, the calendar, what is scheduled, the bells. Read, never changed. */
export type Knowledge = {
  names: NameIndex
  calendar: DayCalendar
  /** The organization's zone. */
  zone?: Zone
  events: readonly ScheduledEvent[]
  /** The bell schedule of a school by its id, where it is known. */
  periodsOf: (schoolId: string) => Periods | undefined
}

/** Entries of the names in a directory. Ids are made of names: a partner's, a school's and a cluster's is its name. */
export function* entriesFrom(directory: Directory): Generator<NameEntry> {
  for (const { name, aliases } of directory.clusters) yield { kind: 'cluster', id: name, name, aliases }
  for (const { name, aliases } of directory.schools) yield { kind: 'school', id: name, name, aliases }
  for (const { name, aliases, school, cluster } of directory.programs) {
    const id = `${school ?? ''}/${name}`
    yield { kind: 'program', id, name, aliases, ...(school && { school }), ...(cluster && { cluster }) }
  }
  for (const { name, aliases, cluster, people } of directory.partners) {
    yield { kind: 'partner', id: name, name, aliases, ...(cluster && { cluster }) }
    for (const person of people) {
      yield { kind: 'person', id: `${name}/${person.name}`, name: person.name, partner: name }
    }
  }
  for (const { name, email, school } of directory.staff) {
    yield { kind: 'staff', id: email ?? name, name, ...(school && { school }) }
  }
  for (const { name, school, program } of directory.students) {
    yield {
      kind: 'student',
      id: `${school ?? ''}/${name}`,
      name,
      ...(school && { school }),
      ...(program && { program }),
    }
  }
}

/** What a directory file says, ready to be looked up. The schema has checked dates and times. */
export function knowledgeFrom(directory: Directory): Knowledge {
  const periods = new Map(directory.schools.map((school) => [school.name, school.periods]))
  const { pdDays, holidays, examDays, daysOff } = directory.calendar
  const zone = parseZone(directory.timezone)
  return {
    ...(zone && { zone }),
    names: new NameIndex(entriesFrom(directory)),
    calendar: {
      pdDays: pdDays.map(asDate),
      holidays: holidays.map(({ date, name }) => ({ date: asDate(date), name })),
      examDays: examDays.map(asDate),
      daysOff: daysOff.map(({ from, to, name }) => ({ from: asDate(from), to: asDate(to), name })),
    },
    events: directory.events.map(({ id, event, start, end, school, partners, people }) => ({
      id,
      event,
      start: asMoment(start),
      ...(end && { end: asMoment(end) }),
      ...(school && { school }),
      partners,
      people,
    })),
    periodsOf: (school) => {
      const bells = periods.get(school)
      return (
        bells && Object.fromEntries(Object.entries(bells).map(([n, [from, to]]) => [n, [asTime(from), asTime(to)]]))
      )
    },
  }
}

const asDate = (text: string): LocalDate => text as LocalDate
const asMoment = (text: string): LocalDate | LocalMoment => text as LocalDate | LocalMoment
const asTime = (text: string): LocalTime => text as LocalTime
