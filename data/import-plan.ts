import type { Directory } from './directory.ts'
import { type Lookup, lookupOf } from './directory-lookup.ts'
import {
  clusterRecord,
  partnerRecord,
  personRecord,
  programRecord,
  schoolRecord,
  staffRecord,
  studentRecord,
} from './directory-records.ts'
import type { RowProblem } from './import-csv.ts'
import { changedFields, type ImportedKind, matcherOf, mergeRecord } from './import-matching.ts'
import type { RecordOf } from './records.ts'
import type { Reads, Write } from './store.ts'

/** One entry and where it stands in the file: "line 12", "partners[3]". */
export type Item<E> = { at: string; entry: E }
export type PersonRow = Directory['partners'][number]['people'][number] & { partner: string }

/** What a file holds; a kind that it does not speak of is absent, and left as it is. */
export type Incoming = {
  clusters?: Item<Directory['clusters'][number]>[]
  schools?: Item<Directory['schools'][number]>[]
  programs?: Item<Directory['programs'][number]>[]
  partners?: Item<Directory['partners'][number]>[]
  people?: Item<PersonRow>[]
  staff?: Item<Directory['staff'][number]>[]
  students?: Item<Directory['students'][number]>[]
  /** A name that leads nowhere is a bad row; else it is kept as it is. */
  isStrict: boolean
}

/** What an import would do with one kind, by name. */
export type Change = { list: string; added: string[]; changed: string[]; gone: string[] }
export type ImportPlan = { writes: Write[]; changes: Change[]; problems: RowProblem[]; lookups: Lookups }

export type Lookups = Record<'cluster' | 'school' | 'program' | 'partner', Lookup>

/** What would change. Nothing is written here; where there are problems, nothing is to be written at all. */
export async function planImport(reads: Reads, incoming: Incoming): Promise<ImportPlan> {
  const plan: ImportPlan = { writes: [], changes: [], problems: [], lookups: await lookupsOf(reads) }
  const { lookups, problems } = plan
  const { isStrict } = incoming

  async function take<K extends ImportedKind, E>(
    kind: K,
    list: string,
    items: Item<E>[] | undefined,
    build: (entry: E, n: number) => RecordOf<K>,
  ): Promise<void> {
    if (!items) return
    const kept = await reads.find(kind)
    const made = planKind({ kind, list, kept, items, build, isStrict })
    plan.writes.push(...made.writes)
    plan.changes.push(made.change)
    problems.push(...made.problems)
    const named: ImportedKind = kind
    if (named === 'cluster' || named === 'school' || named === 'program' || named === 'partner') {
      lookups[named] = lookupOf(made.records)
    }
  }

  await take('cluster', 'clusters', incoming.clusters, clusterRecord)
  await take('school', 'schools', incoming.schools, schoolRecord)
  await take('program', 'programs', incoming.programs, (entry, n) =>
    programRecord(entry, n, lookups.school, lookups.cluster),
  )
  await take('partner', 'partners', incoming.partners, (entry, n) => partnerRecord(entry, n, lookups.cluster))
  const people = incoming.people?.filter(({ at, entry }) => {
    const isKnown = lookups.partner(entry.partner) !== undefined
    if (!isKnown) problems.push({ at, message: `There is no partner "${entry.partner}".` })
    return isKnown
  })
  await take('person', 'people', people, (entry, n) =>
    personRecord({ ...entry, partner: lookups.partner(entry.partner) ?? '' }, n),
  )
  await take('staff', 'staff', incoming.staff, (entry, n) => staffRecord(entry, n, lookups.school, lookups.program))
  await take('student', 'students', incoming.students, (entry, n) =>
    studentRecord(entry, n, lookups.school, lookups.program),
  )
  return plan
}

/** Everything that has a name now, found by it. */
export async function lookupsOf(reads: Reads): Promise<Lookups> {
  return {
    cluster: lookupOf(await reads.find('cluster')),
    school: lookupOf(await reads.find('school')),
    program: lookupOf(await reads.find('program')),
    partner: lookupOf(await reads.find('partner')),
  }
}

type KindInput<K extends ImportedKind, E> = {
  kind: K
  list: string
  kept: readonly RecordOf<K>[]
  items: readonly Item<E>[]
  build: (entry: E, n: number) => RecordOf<K>
  isStrict: boolean
}
type KindPlan<K extends ImportedKind> = {
  writes: Write[]
  change: Change
  problems: RowProblem[]
  /** All of the kind as they will be. */
  records: RecordOf<K>[]
}

function planKind<K extends ImportedKind, E>({
  kind,
  list,
  kept,
  items,
  build,
  isStrict,
}: KindInput<K, E>): KindPlan<K> {
  const matcher = matcherOf(kind, kept)
  const change: Change = { list, added: [], changed: [], gone: [] }
  const problems: RowProblem[] = []
  const writes: Write[] = []
  /** Where in the file each record stands that it is about. */
  const taken = new Map<string, string>()
  const records = new Map<string, RecordOf<K>>(kept.map((record) => [record.id, record]))

  for (const [n, { at, entry }] of items.entries()) {
    const incoming = build(entry, n)
    if (isStrict) problems.push(...lostNames(incoming).map((message) => ({ at, message })))
    const before = matcher.match(incoming, isStrict ? undefined : (id) => !taken.has(id))
    const earlier = before && before !== 'ambiguous' ? taken.get(before.id) : undefined
    if (before === 'ambiguous') {
      problems.push({ at, message: `Several are called "${incoming.name}": give an id or an e-mail address.` })
    } else if (earlier) {
      problems.push({ at, message: `"${incoming.name}" is already at ${earlier}: give an id or an e-mail address.` })
    } else if (!before) {
      const record = { ...incoming, id: matcher.nextId() }
      matcher.put(record)
      taken.set(record.id, at)
      records.set(record.id, record)
      writes.push(changeOf(kind, record))
      change.added.push(record.name)
    } else {
      taken.set(before.id, at)
      const known = records.get(before.id)
      const after = known && mergeRecord(known, incoming, statesRole(entry))
      const fields = known && after ? changedFields(known, after) : []
      if (!known || !after || fields.length === 0) continue
      records.set(after.id, after)
      matcher.put(after)
      writes.push(changeOf(kind, after, known))
      change.changed.push(
        `${after.name} (${fields.map((field) => (field === 'isActive' ? 'active again' : field)).join(', ')})`,
      )
    }
  }
  for (const before of kept) {
    if (taken.has(before.id) || !('isActive' in before) || !before.isActive) continue
    const after = { ...before, isActive: false }
    records.set(after.id, after)
    writes.push(changeOf(kind, after, before))
    change.gone.push(before.name)
  }
  return { writes, change, problems, records: [...records.values()] }
}

/** The write of a record of a kind that is known only here. */
const changeOf = <K extends ImportedKind>(kind: K, after: RecordOf<K>, before?: RecordOf<K>): Write =>
  ({ kind, id: after.id, after, ...(before && { before }) }) as Write

const statesRole = (entry: unknown): boolean =>
  typeof entry === 'object' && entry !== null && Boolean(Reflect.get(entry, 'role'))

/** Names in a row that nothing is called. */
function lostNames(record: RecordOf<ImportedKind>): string[] {
  return ['cluster', 'school', 'program', 'programs'].flatMap((field) => {
    const lost = record.extra[field]
    return lost === undefined
      ? []
      : [lost].flat().map((name) => `There is no ${field.replace(/s$/, '')} "${String(name)}".`)
  })
}
