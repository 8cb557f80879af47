import { SETTINGS_ID } from './directory-records.ts'
import { type ExportNames, entryOf, inactive } from './export-names.ts'
import type { RecordOf } from './records.ts'
import type { Reads } from './store.ts'

/** The directory's own kinds, in the shape in which they are imported. Names that led nowhere come back from `extra`. */
export async function exportDirectory(reads: Reads, names: ExportNames): Promise<Record<string, unknown>> {
  const settings = await reads.get('settings', SETTINGS_ID)
  const { calendar: calendarExtra, ...extra } = settings?.extra ?? {}
  const people = new Map<string, RecordOf<'person'>[]>()
  for (const person of await reads.find('person')) {
    people.set(person.partner, [...(people.get(person.partner) ?? []), person])
  }
  const days = await reads.find('calendarDay')
  return {
    ...extra,
    ...(settings && { organization: settings.organization, timezone: settings.timezone }),
    clusters: (await reads.find('cluster')).map(({ name, aliases, extra }) => ({ name, aliases, ...extra })),
    schools: (await reads.find('school')).map(schoolEntry),
    programs: (await reads.find('program')).map((record) => programEntry(record, names)),
    partners: (await reads.find('partner')).map((record) => partnerEntry(record, people.get(record.id) ?? [], names)),
    staff: (await reads.find('staff')).map((record) => staffEntry(record, names)),
    students: (await reads.find('student')).map((record) => studentEntry(record, names)),
    calendar: { ...(calendarExtra as object | undefined), ...calendarEntry(days, names) },
  }
}

function schoolEntry({ id: _, version: __, isActive, extra, ...school }: RecordOf<'school'>): object {
  return entryOf({ ...school, ...inactive({ isActive }), ...extra })
}

function programEntry(record: RecordOf<'program'>, names: ExportNames): object {
  const { name, aliases, school, cluster, extra } = record
  return entryOf({
    name,
    aliases,
    school: names.one(school),
    cluster: names.one(cluster),
    ...inactive(record),
    ...extra,
  })
}

function partnerEntry(record: RecordOf<'partner'>, people: readonly RecordOf<'person'>[], names: ExportNames): object {
  const { name, aliases, cluster, borough, apart, extra } = record
  return entryOf({
    name,
    aliases,
    cluster: names.one(cluster),
    borough,
    ...(apart.length > 0 && { apart }),
    people: people.map((person) =>
      entryOf({
        name: person.name,
        title: person.title,
        email: person.email,
        ...inactive(person),
        ...person.extra,
      }),
    ),
    ...inactive(record),
    ...extra,
  })
}

/** Lists of names that were found, and those that were not. */
const together = (found: readonly string[], lost: unknown): string[] => [
  ...found,
  ...(Array.isArray(lost) ? lost.filter((name) => typeof name === 'string') : []),
]

function staffEntry(record: RecordOf<'staff'>, names: ExportNames): object {
  const { name, emails, school, programs, role, extra } = record
  const { programs: lost, role: title, ...rest } = extra
  const taught = together(names.many(programs), lost)
  return entryOf({
    name,
    email: emails[0],
    ...(emails.length > 1 && { otherEmails: emails.slice(1) }),
    school: names.one(school),
    ...(taught.length > 0 && { programs: taught }),
    role: role === 'staff' ? title : role,
    ...inactive(record),
    ...rest,
  })
}

function studentEntry(record: RecordOf<'student'>, names: ExportNames): object {
  const { name, school, program, extra } = record
  return entryOf({ name, school: names.one(school), program: names.one(program), ...inactive(record), ...extra })
}

function calendarEntry(days: readonly RecordOf<'calendarDay'>[], names: ExportNames): object {
  const of = (type: RecordOf<'calendarDay'>['type']) => days.filter((day) => day.type === type)
  return {
    pdDays: of('pd').map(({ from }) => from),
    holidays: of('holiday').map(({ from, name, extra }) => ({ date: from, name, ...extra })),
    examDays: of('exam').map(({ from }) => from),
    daysOff: of('off').map(({ from, to, name, schools, extra: { schools: lost, ...extra } }) =>
      entryOf({ from, to, name, ...(schools && { schools: together(names.many(schools), lost) }), ...extra }),
    ),
  }
}

/** An event in the slots of `schedule_event`. */
export function eventEntry(record: RecordOf<'event'>, names: ExportNames): object {
  const { extra } = record
  const { partners, people, clusters, programs, ...rest } = extra
  return entryOf({
    id: record.id,
    event: record.event,
    start: record.start,
    end: record.end,
    repeats: record.repeats,
    school: names.one(record.school),
    partners: together(names.many(record.partners), partners),
    people: [...together(names.many(record.people), people), ...(record.otherPeople ?? [])],
    clusters: together(names.many(record.clusters), clusters),
    programs: together(names.many(record.programs), programs),
    room: record.room,
    period: record.period,
    headcount: record.headcount,
    skips: record.skips,
    cancelled: record.isCancelled,
    moved: record.moved,
    capacity: record.capacity,
    food: record.food,
    ...rest,
  })
}
