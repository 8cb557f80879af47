import { type Action, type Card, encodePress } from '../../data/card.ts'
import { type Occurrence, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import { formatSpan } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { attendanceWrites } from './attendance-records.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { gone } from './plan.ts'
import { possibleGuests } from './who-came.ts'

/** Buttons to change single partners afterwards. */
const MOST_BUTTONS = 10

/** One tap: everyone came, but those in `but` (ids, or `all`). */
export async function tellWhoCame(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const occurrence = await occurrenceOf(args, situation)
  if (!occurrence) return gone()
  const guests = await possibleGuests(occurrence, situation)
  const but = args.but === 'all' ? guests.map(({ id }) => id) : (args.but ?? '').split(',').filter(Boolean)
  return attended(occurrence, guests, new Set(but), args.but !== 'all', situation)
}

/** The time of an event that a button is about. */
async function occurrenceOf(
  { id = '', date = '' }: Readonly<Record<string, string>>,
  { reads }: Situation,
): Promise<Occurrence | undefined> {
  const event = await reads.get('event', id)
  return event && occurrencesOf(event).find((one) => one.date === date)
}

/** Records who came to one time of an event, and shows it, each with a button that turns it round. */
export async function attended(
  occurrence: Occurrence,
  guests: readonly RecordOf<'partner'>[],
  absent: ReadonlySet<string>,
  hasTakenPlace: boolean,
  situation: Situation,
): Promise<Outcome> {
  const { event, date, start, end } = occurrence
  const names = await namesOfEvent(event, situation.reads)
  const writes: Write[] = await attendanceWrites(occurrence, guests, absent, hasTakenPlace, situation)
  const came = guests.filter(({ id }) => !absent.has(id))
  const not = guests.filter(({ id }) => absent.has(id))
  const flip = (label: string, but: readonly string[]): Action => ({
    label,
    press: encodePress('calendar.came', { id: event.id, date, but: but.join(',') || '' }),
  })
  const actions: Action[] = [
    { label: 'Undo', press: encodePress('undo.turn', { turn: situation.turn }) },
    ...came.slice(0, MOST_BUTTONS).map(({ id, name }) => flip(`${name} did not`, [...absent, id])),
    ...not.slice(0, MOST_BUTTONS).map(({ id, name }) =>
      flip(
        `${name} came`,
        [...absent].filter((one) => one !== id),
      ),
    ),
  ].slice(0, MOST_BUTTONS + 1)
  const heading = eventHeading(event, names)
  const list = (of: readonly RecordOf<'partner'>[]): string => of.map(({ name }) => name).join(', ')
  const facts = [
    ...(came.length > 0 ? [{ label: 'Came', value: list(came) }] : []),
    ...(not.length > 0 ? [{ label: 'Did not come', value: list(not) }] : []),
  ]
  const learning = writes.filter((write) => write.kind === 'learning' && write.after).length
  const notes = [
    ...(came.length > 0 ? ['Logged as a contact with each.'] : []),
    ...(learning > 0 ? ['Hours of work-based learning are counted for the programs.'] : []),
  ]
  const title = hasTakenPlace || guests.length > 0 ? `Noted: ${heading}` : `Noted, it did not take place: ${heading}`
  const card: Card = {
    summary: `${title}, ${formatSpan(start, undefined, situation.local)}. ${facts.map(({ label, value }) => `${label}: ${value}`).join('. ')}.`,
    parts: [
      { kind: 'heading', text: title },
      ...(facts.length > 0 ? [{ kind: 'facts' as const, facts }] : []),
      ...(notes.length > 0 ? [{ kind: 'context' as const, text: notes.join(' ') }] : []),
      { kind: 'actions', actions },
    ],
  }
  const guard = `attendance of ${event.id} ${date}`
  return {
    what: 'attendance',
    title: `who came to ${heading}, ${formatSpan(start, end, situation.local)}`,
    replies: [{ card }],
    writes,
    reliesOn: [{ guard, version: await situation.reads.guard(guard) }],
    touches: [guard],
  }
}
