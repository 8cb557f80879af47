import { type Directory, directorySchema } from './directory.ts'
import { entryOfRow, type TableName } from './import-columns.ts'
import type { ContactRow } from './import-contacts.ts'
import type { CsvRow, RowProblem } from './import-csv.ts'
import type { Incoming, Item, PersonRow } from './import-plan.ts'

const { shape } = directorySchema
const partnerEntry = shape.partners.unwrap().element
const ENTRIES = {
  partners: partnerEntry,
  people: partnerEntry.shape.people.unwrap().element.extend({ partner: partnerEntry.shape.name }),
  schools: shape.schools.unwrap().element,
  programs: shape.programs.unwrap().element,
  staff: shape.staff.unwrap().element,
  students: shape.students.unwrap().element,
}

/** What a directory says, by kind; a key that is not in the file says nothing. */
export function incomingOfDirectory(directory: Directory, has: (key: string) => boolean): Incoming {
  const items = <E>(key: string, entries: readonly E[]): Item<E>[] =>
    entries.map((entry, n) => ({ at: `${key}[${n}]`, entry }))
  const people = directory.partners.flatMap((partner, p) =>
    partner.people.map(
      (person, n): Item<PersonRow> => ({
        at: `partners[${p}].people[${n}]`,
        entry: { ...person, partner: partner.name },
      }),
    ),
  )
  return {
    ...(has('clusters') && { clusters: items('clusters', directory.clusters) }),
    ...(has('schools') && { schools: items('schools', directory.schools) }),
    ...(has('programs') && { programs: items('programs', directory.programs) }),
    ...(has('partners') && { partners: items('partners', directory.partners) }),
    ...(people.length > 0 && { people }),
    ...(has('staff') && { staff: items('staff', directory.staff) }),
    ...(has('students') && { students: items('students', directory.students) }),
    isStrict: false,
  }
}

export type ReadTable = { incoming: Incoming; contacts: Item<ContactRow>[]; problems: RowProblem[] }

/** What a table's rows say; every row that is not as it should be is a problem of its own line. */
export function incomingOfTable(table: TableName, rows: readonly CsvRow[]): ReadTable {
  const problems: RowProblem[] = []
  const entries = rows.map((row) => ({ at: `line ${row.line}`, entry: entryOfRow(table, row) }))
  const checked = <E>(schema: { safeParse(value: unknown): Parsed<E> }): Item<E>[] =>
    entries.flatMap(({ at, entry }) => {
      const parsed = schema.safeParse(entry)
      if (parsed.success) return [{ at, entry: parsed.data }]
      problems.push(...parsed.error.issues.map((issue) => ({ at, message: sentenceOf(issue) })))
      return []
    })
  const checkEmails = (): void => {
    for (const { at, entry } of entries) {
      const { email } = entry
      if (typeof email === 'string' && !/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(email)) {
        problems.push({ at, message: `"${email}" is no e-mail address.` })
      }
    }
  }
  const isStrict = true
  switch (table) {
    case 'partners':
      return { incoming: { partners: checked(ENTRIES.partners), isStrict }, contacts: [], problems }
    case 'people':
      checkEmails()
      return { incoming: { people: checked(ENTRIES.people), isStrict }, contacts: [], problems }
    case 'schools':
      return { incoming: { schools: checked(ENTRIES.schools), isStrict }, contacts: [], problems }
    case 'programs':
      return { incoming: { programs: checked(ENTRIES.programs), isStrict }, contacts: [], problems }
    case 'staff':
      checkEmails()
      return { incoming: { staff: checked(ENTRIES.staff), isStrict }, contacts: [], problems }
    case 'students':
      return { incoming: { students: checked(ENTRIES.students), isStrict }, contacts: [], problems }
    case 'contacts':
      return { incoming: { isStrict }, contacts: entries, problems }
    default:
      return table satisfies never
  }
}

type Issue = { path: PropertyKey[]; message: string }
type Parsed<E> = { success: true; data: E } | { success: false; error: { issues: Issue[] } }

function sentenceOf({ path, message }: Issue): string {
  const column = String(path[0] ?? 'row')
  return /undefined/.test(message) || /Too small/.test(message) ? `It has no ${column}.` : `${column}: ${message}.`
}
