import { numberedId } from './directory-entry.ts'
import { type Lookup, lookupOf } from './directory-lookup.ts'
import { writeOf } from './directory-records.ts'
import type { RowProblem } from './import-csv.ts'
import type { Change, Item, Lookups } from './import-plan.ts'
import type { OfferRecord, RecordOf } from './records.ts'
import type { Reads, Write } from './store.ts'
import { type Instant, type LocalDate, localDate, parseLocalDate } from './time.ts'

/** A row of contacts as its cells are. */
export type ContactRow = Readonly<Record<string, string | string[]>>

/** As understanding names them; a test keeps both lists the same. */
export const CONTACT_METHODS = ['meeting', 'visit', 'call', 'video', 'email', 'text', 'event']
export const CONTACT_OFFERS =
  'internship job apprenticeship speaker mentor job_shadow site_visit mock_interview curriculum_review advisory scholarship competition equipment donation'.split(
    ' ',
  )

export type ContactsPlan = { writes: Write[]; change: Change; problems: RowProblem[] }
type Context = { lookups: Lookups; staff: Lookup; by: string; at: Instant }

/** Contacts that were kept elsewhere. One that is here already (same partner, day, people and note) is left alone. */
export async function planContacts(
  reads: Reads,
  rows: readonly Item<ContactRow>[],
  { lookups, by, at }: { lookups: Lookups; by: string; at: Instant },
): Promise<ContactsPlan> {
  const plan: ContactsPlan = {
    writes: [],
    change: { list: 'contacts', added: [], changed: [], gone: [] },
    problems: [],
  }
  const staff = await reads.find('staff')
  const context: Context = {
    lookups,
    by,
    at,
    staff: lookupOf(staff.map(({ id, name, emails }) => ({ id, name, aliases: emails }))),
  }
  const people = [...(await reads.find('person'))]
  const kept = await reads.find('contact')
  const known = new Set(kept.map(sameness))
  const number = numbersFrom([...kept, ...people])
  for (const { at: place, entry } of rows) {
    const read = readContact(entry, context)
    if (read.problems.length > 0) {
      plan.problems.push(...read.problems.map((message) => ({ at: place, message })))
      continue
    }
    const { partner, names, followUp, ...rest } = read
    const theirs = names.map((name) => {
      const found = people.find((person) => person.partner === partner && isCalled(person.name, name))
      if (found) return found.id
      const added = newPerson(number('person'), name, partner)
      people.push(added)
      plan.writes.push(writeOf('person', added))
      return added.id
    })
    const contact: RecordOf<'contact'> = { id: number('contact'), version: 0, partner, people: theirs, ...rest, at }
    if (known.has(sameness(contact))) continue
    known.add(sameness(contact))
    const due = followUp && newFollowUp(number('followUp'), contact, followUp)
    if (due) plan.writes.push(writeOf('followUp', due))
    plan.writes.push(writeOf('contact', due ? { ...contact, followUp: due.id } : contact))
    plan.change.added.push(`${String(entry.partner)}, ${contact.date}`)
  }
  return plan
}

const sameness = ({ partner, date, people, note }: RecordOf<'contact'>): string =>
  JSON.stringify([partner, date, [...people].sort(), note])

const isCalled = (one: string, other: string): boolean => one.trim().toLowerCase() === other.trim().toLowerCase()

/** Ids that are not taken, by kind. */
function numbersFrom(kept: readonly { id: string }[]): (kind: 'person' | 'contact' | 'followUp') => string {
  const greatest = new Map<string, number>()
  for (const { id } of kept) {
    const [, kind = '', digits] = /^(\w+)-(\d+)$/.exec(id) ?? []
    greatest.set(kind, Math.max(greatest.get(kind) ?? 0, Number(digits ?? 0)))
  }
  // A follow-up is numbered as its contact is.
  greatest.set('followUp', greatest.get('contact') ?? 0)
  return (kind) => {
    const next = (greatest.get(kind) ?? 0) + 1
    greatest.set(kind, next)
    return numberedId(kind, next)
  }
}

type ReadContact = {
  partner: string
  names: string[]
  date: LocalDate
  method?: string
  offers: OfferRecord[]
  note: string
  by: string
  followUp?: LocalDate
  problems: string[]
}

function readContact(entry: ContactRow, { lookups, staff, by }: Context): ReadContact {
  const problems: string[] = []
  const text = (column: string): string => [entry[column] ?? ''].flat()[0] ?? ''
  const listed = (column: string): string[] => [entry[column] ?? []].flat()
  const day = (column: string): LocalDate | undefined => {
    const date = text(column) === '' ? undefined : readDay(text(column))
    if (text(column) !== '' && !date) problems.push(`"${text(column)}" is no day: write it as 2026-12-03 or 12/3/2026.`)
    return date
  }
  const partner = lookups.partner(text('partner'))
  if (!partner) problems.push(`There is no partner "${text('partner')}".`)
  const date = day('date')
  if (text('date') === '') problems.push('It has no date.')
  const followUp = day('followup')
  const method = text('method').toLowerCase()
  if (method !== '' && !CONTACT_METHODS.includes(method)) {
    problems.push(`"${method}" is none of ${CONTACT_METHODS.join(', ')}.`)
  }
  const offers = listed('offers').flatMap((offer) => {
    const [, kind = '', count] = /^([a-z_ ]+?)\s*(?::\s*(\d{1,6}))?$/i.exec(offer) ?? []
    const name = kind.toLowerCase().replaceAll(' ', '_')
    if (CONTACT_OFFERS.includes(name)) return [{ kind: name, ...(count && { count: Number(count) }) }]
    problems.push(`"${offer}" is no offer such as internship:2 or speaker.`)
    return []
  })
  const writer = text('by') === '' ? by : staff(text('by'))
  if (!writer) problems.push(`There is no staff member "${text('by')}".`)
  return {
    partner: partner ?? '',
    names: listed('people'),
    date: date ?? ('' as LocalDate),
    ...(method !== '' && { method }),
    offers,
    note: text('note'),
    by: writer ?? '',
    ...(followUp && { followUp }),
    problems,
  }
}

/** `2026-12-03`, or as it is written in the United States, `12/3/2026`. */
function readDay(text: string): LocalDate | undefined {
  const [, month, day, year] = /^(\d{1,2})\/(\d{1,2})\/(\d{4})$/.exec(text) ?? []
  return year ? localDate(Number(year), Number(month), Number(day)) : parseLocalDate(text)
}

const newPerson = (id: string, name: string, partner: string): RecordOf<'person'> => ({
  id,
  version: 0,
  name,
  partner,
  isActive: true,
  extra: {},
})

function newFollowUp(id: string, contact: RecordOf<'contact'>, date: LocalDate): RecordOf<'followUp'> {
  const { partner, people, by, at } = contact
  return { id, version: 0, partner, people, date, owner: by, isDone: false, contact: contact.id, at }
}
