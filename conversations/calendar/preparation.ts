import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf, formatDay } from '../../data/time.ts'
import { methodName, offerName } from '../contact-card.ts'
import type { Moment } from '../conversation.ts'
import { namesOf } from '../names-to-records.ts'
import type { SeatedParty, SeatView, Table } from './seat-plan.ts'
import { talkingPoints } from './talking-points.ts'

/** Days for which an offer counts as open, and contacts looked through for it. */
const OFFER_DAYS = 365
const MOST_CONTACTS = 60

/** One company at a teacher's table. */
export type CompanyNotes = {
  name: string
  /** "Simone Baptiste, Talent Pipeline Lead", and how many more. */
  guests: string[]
  /** "Tue, Dec 1, call with Hector Lugo (Grace Okafor)"; absent: nothing is logged. */
  last?: string
  offers: string[]
  cluster?: string
  points: readonly string[]
}

export type PreparationSheet = { teacher: string; table: number; colleagues: string[]; companies: CompanyNotes[] }

type Reader = Pick<Moment, 'reads' | 'local'>

/** What each teacher should know of those who sit with them, in the order of the tables. */
export async function preparationSheets(view: SeatView, moment: Reader): Promise<PreparationSheet[]> {
  const sheets = view.tables.flatMap((table) =>
    table.parties.filter(({ kind }) => kind === 'teacher').map((teacher) => sheetOf(teacher, table, view, moment)),
  )
  return Promise.all(sheets)
}

async function sheetOf(
  teacher: SeatedParty,
  table: Table,
  { guests }: SeatView,
  moment: Reader,
): Promise<PreparationSheet> {
  const companies = table.parties.filter(({ kind }) => kind === 'employer')
  return {
    teacher: teacher.name,
    table: table.number,
    colleagues: table.parties.flatMap(({ id, kind, name }) => (kind === 'teacher' && id !== teacher.id ? [name] : [])),
    companies: await Promise.all(
      companies.map((company) => notesOn(company, guests.clusterNames.get(company.clusters[0] ?? ''), moment)),
    ),
  }
}

async function notesOn(company: SeatedParty, cluster: string | undefined, moment: Reader): Promise<CompanyNotes> {
  const partner = company.id.slice('partner:'.length)
  const contacts = await moment.reads.find('contact', {
    where: { partner },
    order: { by: 'date', direction: 'descending' },
    limit: MOST_CONTACTS,
  })
  const [newest] = contacts
  const since = addDays(dateOf(moment.local), -OFFER_DAYS)
  const offers = contacts.filter(({ date }) => date >= since).flatMap((contact) => contact.offers.map(offerName))
  const titles = new Map(company.people.map(({ name, title }) => [name, title]))
  const named = company.seats.filter((name) => titles.has(name))
  const more = company.guests - named.length
  return {
    name: company.name,
    guests: [
      ...named.map((name) => [name, titles.get(name)].filter(Boolean).join(', ')),
      ...(more > 0 ? [named.length > 0 ? `${more} more` : `${more} ${more === 1 ? 'guest' : 'guests'}`] : []),
    ],
    ...(newest ? { last: await lastWords(newest, moment) } : {}),
    offers: [...new Set(offers)],
    ...(cluster ? { cluster } : {}),
    points: talkingPoints(cluster),
  }
}

async function lastWords({ date, method, people, by }: RecordOf<'contact'>, { reads, local }: Reader): Promise<string> {
  const names = await namesOf('person', people, reads)
  const colleague = (await reads.get('staff', by))?.name
  const how = [method && methodName(method), names.length > 0 && `with ${names.join(', ')}`].filter(Boolean).join(' ')
  return `${[formatDay(date, local), how].filter(Boolean).join(', ')}${colleague ? ` (${colleague})` : ''}`
}
