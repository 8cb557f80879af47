import type { Directory } from './directory.ts'
import { calendarRecords, eventRecord } from './directory-calendar.ts'
import { extraOf, fresh, referTo } from './directory-entry.ts'
import { type Lookup, lookupAtSchool, lookupOf, resolveAll } from './directory-lookup.ts'
import type { RecordKind, RecordOf, Role } from './records.ts'
import type { Write } from './store.ts'
import type { Instant, LocalTime } from './time.ts'

/** The one settings record's id. */
export const SETTINGS_ID = 'settings'

/**
 * A directory as records for an empty store. Ids are numbers in the directory's order (`partner-000017`) and hold no
 * name; events keep theirs. A reference to what the directory does not have stays by name in `extra`, under its own key.
 */
export function writesOfDirectory(directory: Directory, at: Instant): Write[] {
  const clusters = directory.clusters.map((entry, n) => clusterRecord(entry, n))
  const cluster = lookupOf(clusters)
  const schools = directory.schools.map((entry, n) => schoolRecord(entry, n))
  const school = lookupOf(schools)
  const programs = directory.programs.map((entry, n) => programRecord(entry, n, school, cluster))
  const programAt = lookupAtSchool(programs, school)
  const partners = directory.partners.map((entry, n) => partnerRecord(entry, n, cluster))
  const people = directory.partners.flatMap((entry, n) =>
    entry.people.map((person) => ({ ...person, partner: partners[n]?.id ?? '' })),
  )
  const persons = people.map((entry, n) => personRecord(entry, n))
  const partner = lookupOf(partners)
  return [
    writeOf('settings', settingsRecord(directory)),
    ...clusters.map((record) => writeOf('cluster', record)),
    ...schools.map((record) => writeOf('school', record)),
    ...programs.map((record) => writeOf('program', record)),
    ...partners.map((record) => writeOf('partner', record)),
    ...persons.map((record) => writeOf('person', record)),
    ...directory.staff.map((entry, n) => writeOf('staff', staffRecord(entry, n, school, programAt(entry.school)))),
    ...directory.students.map((entry, n) =>
      writeOf('student', studentRecord(entry, n, school, programAt(entry.school))),
    ),
    ...calendarRecords(directory.calendar, school).map((record) => writeOf('calendarDay', record)),
    ...directory.events.map((entry) =>
      writeOf('event', eventRecord(entry, { school, partner, cluster, program: programAt(entry.school), persons, at })),
    ),
  ]
}

/** A record as the write that makes it. */
export function writeOf<K extends RecordKind>(kind: K, after: RecordOf<K>): Write<K>
export function writeOf(kind: RecordKind, after: RecordOf<RecordKind>): unknown {
  return { kind, id: after.id, after }
}

export function settingsRecord(directory: Directory): RecordOf<'settings'> {
  const known = [
    'clusters',
    'schools',
    'programs',
    'partners',
    'staff',
    'students',
    'events',
    'organization',
    'timezone',
  ]
  const { pdDays: _, holidays: __, examDays: ___, daysOff: ____, ...calendar } = directory.calendar
  return {
    id: SETTINGS_ID,
    version: 0,
    organization: directory.organization ?? '',
    timezone: directory.timezone,
    extra: extraOf({ ...directory }, [...known, 'calendar'], Object.keys(calendar).length > 0 ? { calendar } : {}),
  }
}

/** Each of these makes one record of an entry; `n` numbers it, and what it refers to is looked up by name. */
export function clusterRecord(entry: Directory['clusters'][number], n: number): RecordOf<'cluster'> {
  return {
    ...fresh('cluster', n),
    name: entry.name,
    aliases: entry.aliases,
    extra: extraOf(entry, ['name', 'aliases']),
  }
}

type SchoolEntry = Directory['schools'][number]
export function schoolRecord(entry: SchoolEntry, n: number): RecordOf<'school'> {
  const known = ['name', 'aliases', 'periods', 'address', 'arrival', 'hours', 'rooms', 'caterer']
  const rooms = entry.rooms?.map(({ name, capacity }) => ({ name, ...(capacity !== undefined && { capacity }) }))
  return {
    ...fresh('school', n),
    name: entry.name,
    aliases: entry.aliases,
    // The schema has checked that they are times of day.
    ...(entry.periods && { periods: entry.periods as Record<string, [LocalTime, LocalTime]> }),
    ...(entry.address !== undefined && { address: entry.address }),
    ...(entry.arrival !== undefined && { arrival: entry.arrival }),
    ...(entry.hours && { hours: entry.hours as [LocalTime, LocalTime] }),
    ...(rooms && { rooms }),
    ...(entry.caterer !== undefined && { caterer: entry.caterer }),
    isActive: true,
    extra: extraOf(entry, known),
  }
}

export function programRecord(
  entry: Directory['programs'][number],
  n: number,
  schools: Lookup,
  clusters: Lookup,
): RecordOf<'program'> {
  const school = referTo(entry.school, schools)
  const cluster = referTo(entry.cluster, clusters)
  return {
    ...fresh('program', n),
    name: entry.name,
    aliases: entry.aliases,
    ...(school.id && { school: school.id }),
    ...(cluster.id && { cluster: cluster.id }),
    isActive: true,
    extra: extraOf(entry, ['name', 'aliases', 'school', 'cluster'], { school: school.lost, cluster: cluster.lost }),
  }
}

export function partnerRecord(entry: Directory['partners'][number], n: number, clusters: Lookup): RecordOf<'partner'> {
  const cluster = referTo(entry.cluster, clusters)
  const known = ['name', 'aliases', 'cluster', 'borough', 'apart', 'people']
  return {
    ...fresh('partner', n),
    name: entry.name,
    aliases: entry.aliases,
    ...(cluster.id && { cluster: cluster.id }),
    ...(entry.borough !== undefined && { borough: entry.borough }),
    apart: entry.apart ?? [],
    isActive: true,
    extra: extraOf(entry, known, { cluster: cluster.lost }),
  }
}

/** `partner` is an id. */
export type PersonEntry = Directory['partners'][number]['people'][number] & { partner: string }
export function personRecord(entry: PersonEntry, n: number): RecordOf<'person'> {
  return {
    ...fresh('person', n),
    name: entry.name,
    partner: entry.partner,
    ...(entry.title !== undefined && { title: entry.title }),
    ...(entry.email !== undefined && { email: entry.email.trim().toLowerCase() }),
    isActive: true,
    extra: extraOf(entry, ['name', 'title', 'email', 'partner']),
  }
}

const ROLES: readonly string[] = ['staff', 'approver', 'admin'] satisfies Role[]
const isRole = (role: string): role is Role => ROLES.includes(role)

export function staffRecord(
  entry: Directory['staff'][number],
  n: number,
  schools: Lookup,
  programs: Lookup,
): RecordOf<'staff'> {
  const school = referTo(entry.school, schools)
  const taught = resolveAll(entry.programs ?? [], programs)
  const role = entry.role?.trim().toLowerCase()
  const isKnownRole = role !== undefined && isRole(role)
  return {
    ...fresh('staff', n),
    name: entry.name,
    emails: entry.email ? [entry.email.trim().toLowerCase()] : [],
    ...(school.id && { school: school.id }),
    programs: taught.ids,
    role: isKnownRole ? role : 'staff',
    identities: [],
    isActive: true,
    // A role that is none of ours ("assistant principal") is what the person does, and is kept as said.
    extra: extraOf(entry, ['name', 'email', 'school', 'programs', 'role'], {
      school: school.lost,
      programs: taught.unknown,
      role: isKnownRole ? undefined : entry.role,
    }),
  }
}

export function studentRecord(
  entry: Directory['students'][number],
  n: number,
  schools: Lookup,
  programs: Lookup,
): RecordOf<'student'> {
  const school = referTo(entry.school, schools)
  const program = referTo(entry.program, programs)
  return {
    ...fresh('student', n),
    name: entry.name,
    ...(school.id && { school: school.id }),
    ...(program.id && { program: program.id }),
    isActive: true,
    extra: extraOf(entry, ['name', 'school', 'program'], { school: school.lost, program: program.lost }),
  }
}
