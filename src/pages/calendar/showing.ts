import { entriesForGuest, entriesOf } from '../../../conversations/calendar/calendar-entries.ts'
import { type Feed, feedOwner, readFeedKey, renewalsOf } from '../../../conversations/calendar/calendar-links.ts'
import { eventLine, eventLineOfDay } from '../../../conversations/calendar/event-card.ts'
import { namesOfEvent } from '../../../conversations/calendar/event-names.ts'
import { type PreparationSheet, preparationSheets } from '../../../conversations/calendar/preparation.ts'
import { seatsAt } from '../../../conversations/calendar/seat-plan.ts'
import { remarksOf, tableTitle } from '../../../conversations/calendar/seats-card.ts'
import { agendaOf, timesOfStaff } from '../../../data/agenda.ts'
import { type IcsEntry, writeIcs } from '../../../data/ics-write.ts'
import type { RecordOf } from '../../../data/records.ts'
import { addDays, addMonths, dateOf, formatDay, type LocalDate, localMomentAt } from '../../../data/time.ts'
import type { PageContext } from '../../pages.ts'
import type { MonthView } from './month-page.tsx'
import type { SeatsView } from './seats-page.tsx'

type Context = Pick<PageContext, 'store' | 'clock' | 'zone'>

/** Days of the past, and of the future, that a feed holds. */
const FEED_DAYS = { past: 90, future: 400 }

/** The feed that a key stands for; undefined where its link was renewed, or whose it was is gone. */
export async function openFeed(key: string, { store }: Context): Promise<{ feed: Feed; name: string } | undefined> {
  const feed = readFeedKey(key)
  const name = feed && (await feedOwner(feed, store))
  return feed && name !== undefined && (await renewalsOf(feed, store)) === feed.generation ? { feed, name } : undefined
}

const whoseOf = ({ kind, id }: Feed): { staff?: string; school?: string } =>
  kind === 'staff' ? { staff: id } : kind === 'school' ? { school: id } : {}

/** The feed's calendar as RFC 5545 text: what the agenda tells, and what was called off lately. */
export async function feedText({ feed, name }: { feed: Feed; name: string }, context: Context): Promise<string> {
  const { store, clock, zone } = context
  const today = dateOf(localMomentAt(clock(), zone))
  const from = addDays(today, -FEED_DAYS.past)
  const to = addDays(today, FEED_DAYS.future)
  const events = new Map<string, RecordOf<'event'>>()
  for (const { event } of await agendaOf({ from, to, ...whoseOf(feed) }, store)) events.set(event.id, event)
  const calledOff = await store.find('event', {
    where: { isCancelled: true, lastDay: { from }, ...(feed.kind === 'school' ? { school: feed.id } : {}) },
  })
  for (const event of calledOff) if (feed.kind !== 'staff' || event.owner === feed.id) events.set(event.id, event)
  const entries: IcsEntry[] = []
  const timesOf = feed.kind === 'staff' ? await timesOfStaff(feed.id, store) : undefined
  for (const event of events.values()) {
    const times = timesOf?.(event) ?? 'all'
    if (times === 'all' || !event.repeats) entries.push(...(await entriesOf(event, store)))
    else
      for (const time of times) entries.push(...(await entriesForGuest({ time }, event, store, { isForGuest: false })))
  }
  return writeIcs(entries, { name, zone })
}

/** One month of a feed, `YYYY-MM`; another text is taken as this month. */
export async function monthView(
  { feed, name }: { feed: Feed; name: string },
  typed: string | undefined,
  { store, clock, zone }: Context,
): Promise<MonthView> {
  const today = dateOf(localMomentAt(clock(), zone))
  const month = typed && /^20\d\d-(0[1-9]|1[0-2])$/.test(typed) ? typed : today.slice(0, 7)
  const from = `${month}-01` as LocalDate
  const next = addMonths(from, 1)
  const days = new Map<LocalDate, string[]>()
  for (const { event, start, end } of await agendaOf({ from, to: addDays(next, -1), ...whoseOf(feed) }, store)) {
    const names = await namesOfEvent(event, store)
    const times = { start, ...(end ? { end } : {}) }
    const day = dateOf(start)
    const line = eventLineOfDay(event, names, localMomentAt(clock(), zone), times)
    days.set(day, [...(days.get(day) ?? []), line])
  }
  const title = new Intl.DateTimeFormat('en-US', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${from}T00:00:00Z`),
  )
  return {
    title: `${name}, ${title}`,
    days: [...days].map(([day, lines]) => ({ day: formatDay(day, today), lines })),
    earlier: `?month=${addMonths(from, -1).slice(0, 7)}`,
    later: `?month=${next.slice(0, 7)}`,
  }
}

/** Who sits where, as the chat tells it. */
export async function seatsView(event: RecordOf<'event'>, { store, clock, zone }: Context): Promise<SeatsView> {
  const view = await seatsAt(event, { reads: store, now: clock() })
  return {
    line: eventLine(event, await namesOfEvent(event, store), localMomentAt(clock(), zone)),
    tables: view.tables.map((table) => ({
      number: table.number,
      title: tableTitle(table),
      guests: table.parties.flatMap(({ name, seats }) =>
        seats.map((seat) => ({ name: seat, of: seat.includes(name) ? '' : name })),
      ),
    })),
    notes: remarksOf(view),
  }
}

/** What each teacher should know of those at their table. */
export async function sheetsView(
  event: RecordOf<'event'>,
  { store, clock, zone }: Context,
): Promise<{ line: string; sheets: PreparationSheet[] }> {
  const local = localMomentAt(clock(), zone)
  const view = await seatsAt(event, { reads: store, now: clock() })
  return {
    line: eventLine(event, await namesOfEvent(event, store), local),
    sheets: await preparationSheets(view, { reads: store, local }),
  }
}
