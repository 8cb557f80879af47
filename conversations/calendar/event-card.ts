import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { dateOf, formatDay, formatSpan, type LocalDate, type LocalMoment } from '../../data/time.ts'
import { eventKindName } from '../event-words.ts'
import type { EventNames } from './event-names.ts'
import type { Times } from './event-times.ts'
import { traitsOf } from './kinds.ts'
import { repeatsInWords } from './repeats-words.ts'
import { roomName } from './rooms.ts'
import type { Skipped } from './series.ts'

/** Dates of skipped times shown; more are said as a number. */
const MOST_SKIPS = 6

const FOOD_NAMES: Readonly<Record<NonNullable<RecordOf<'event'>['food']>, string>> = {
  class: 'the culinary class cooks',
  caterer: 'a caterer',
  adults: 'adults on the staff cook',
}

const names = (records: readonly { name: string }[]): string => records.map(({ name }) => name).join(', ')

/** "Guest speaker, Google": an event without its day. */
export function eventHeading(event: RecordOf<'event'>, { partners, clusters, school }: EventNames): string {
  const who = partners.length > 0 ? names(partners.slice(0, 2)) : clusters.length > 0 ? names(clusters) : school?.name
  const more = partners.length > 2 ? ` and ${partners.length - 2} more` : ''
  return [eventKindName(event.event), who].filter(Boolean).join(', ') + more
}

/** "Guest speaker, Google, Thu, Dec 3, 9:40 to 10:25, Aviation High": one line for lists, undo and the log. */
export function eventLine(event: RecordOf<'event'>, found: EventNames, now: LocalMoment, times = event): string {
  const heading = eventHeading(event, found)
  const school = found.school && !heading.includes(found.school.name) ? found.school.name : undefined
  return [heading, formatSpan(times.start, times.end, now), school, event.room && roomName(event.room)]
    .filter(Boolean)
    .join(', ')
}

/** "10:38 to 11:23: Guest speaker, Google, Aviation High, room 112": the same under a heading that has its day. */
export function eventLineOfDay(event: RecordOf<'event'>, found: EventNames, now: LocalMoment, times: Times): string {
  const when = formatSpan(times.start, times.end, now)
  const line = eventLine(event, found, now, { ...event, ...times })
  const day = formatDay(times.start, now)
  const hours = when.startsWith(`${day}, `) ? when.slice(day.length + 2) : when === day ? '' : when
  const rest = line.replace(`, ${when}`, '')
  return hours ? `${hours}: ${rest}` : rest
}

/** Every slot of an event, for its card. */
export function eventFacts(
  event: RecordOf<'event'>,
  found: EventNames,
  now: LocalMoment,
  skipped: readonly Skipped[] = [],
): { label: string; value: string }[] {
  const where = [found.school?.name, event.room && roomName(event.room), event.period && `period ${event.period}`]
  const people = [...found.people.map(({ name }) => name), ...(event.otherPeople ?? [])]
  const fact = (label: string, value: string | undefined): { label: string; value: string }[] =>
    value ? [{ label, value }] : []
  return [
    ...fact('When', formatSpan(event.start, event.end, now)),
    ...fact('Repeats', event.repeats && repeatsInWords(event.repeats, now)),
    ...fact('Moved', movedWords(event, now)),
    ...fact('Left out', skippedWords(event, skipped, now)),
    // A visit is at the partner's: the school is whose students or teachers come.
    ...fact(traitsOf(event.event).isAtPartner ? 'School' : 'Where', where.filter(Boolean).join(', ')),
    ...fact(found.partners.length > 1 ? 'Partners' : 'Partner', names(found.partners)),
    ...fact('With', people.join(', ')),
    ...fact(found.clusters.length > 1 ? 'Clusters' : 'Cluster', names(found.clusters)),
    ...fact(found.programs.length > 1 ? 'Programs' : 'Program', names(found.programs)),
    ...fact('Expected', expectedWords(event, found)),
    ...fact('Food', event.food && FOOD_NAMES[event.food]),
    ...fact('Assembly', event.isAssembly ? 'all classes of the clusters together' : undefined),
  ]
}

function movedWords({ moved = [] }: RecordOf<'event'>, now: LocalMoment): string | undefined {
  const ahead = moved.filter(({ start }) => start.slice(0, 10) >= now.slice(0, 10))
  const words = ahead.map(({ from, start, end }) =>
    [...(dateOf(start) === from ? [] : [formatDay(from, now)]), formatSpan(start, end, now)].join(' to '),
  )
  return words.join('; ') || undefined
}

function expectedWords(event: RecordOf<'event'>, found: EventNames): string | undefined {
  const { headcount, capacity, shares = [] } = event
  const most = capacity !== undefined ? `at most ${capacity}` : undefined
  const kept = shares.map(
    ({ program, places }) => `${places} kept for ${found.shares.find(({ id }) => id === program)?.name ?? 'a program'}`,
  )
  const expected = headcount !== undefined && headcount !== capacity ? String(headcount) : undefined
  return [expected, most, ...kept].filter(Boolean).join(', ') || undefined
}

/** Days off whose reason is not at hand. */
const skippedElse = (
  { repeats, skips, calledOff = [] }: RecordOf<'event'>,
  skipped: readonly Skipped[],
): LocalDate[] =>
  repeats ? skips.filter((date) => !calledOff.includes(date) && !skipped.some((one) => one.date === date)) : []

function skippedWords(event: RecordOf<'event'>, skipped: readonly Skipped[], now: LocalMoment): string | undefined {
  const all = [
    ...skipped.map(({ date, why }) => ({ date, text: `${formatDay(date, now)} (${why})` })),
    ...skippedElse(event, skipped).map((date) => ({ date, text: formatDay(date, now) })),
    ...(event.calledOff ?? []).map((date) => ({ date, text: `${formatDay(date, now)} (called off)` })),
  ].sort((a, b) => (a.date < b.date ? -1 : 1))
  if (all.length === 0) return undefined
  const shown = all.slice(0, MOST_SKIPS).map(({ text }) => text)
  return [...shown, ...(all.length > MOST_SKIPS ? [`${all.length - MOST_SKIPS} more`] : [])].join(', ')
}

export type EventCardOptions = {
  verb: string
  now: LocalMoment
  skipped?: readonly Skipped[]
  /** What stands between the facts and the buttons. */
  more?: readonly Part[]
  actions: readonly Action[]
}

/** The card of an event: every slot echoed, so that a mistake is seen at once. */
export function eventCard(event: RecordOf<'event'>, found: EventNames, options: EventCardOptions): Card {
  const { verb, now, skipped = [], more = [], actions } = options
  const series = event.repeats ? `. ${repeatsInWords(event.repeats, now)}` : ''
  return {
    summary: `${verb}: ${eventLine(event, found, now)}${series}.`,
    parts: [
      { kind: 'heading', text: `${verb}: ${eventHeading(event, found)}` },
      { kind: 'facts', facts: eventFacts(event, found, now, skipped) },
      ...more,
      ...(actions.length > 0 ? [{ kind: 'actions' as const, actions: [...actions] }] : []),
    ],
  }
}

/**
 * The buttons of a planned event: nothing goes to anyone before the first is pressed. `calendar`: the address of its own
 * calendar file.
 */
export function eventActions(
  { id, event }: RecordOf<'event'>,
  { isInvited = false, calendar }: { isInvited?: boolean; calendar?: string | undefined } = {},
): Action[] {
  const more = isInvited ? { more: 'yes' } : {}
  return [
    {
      label: isInvited ? 'Invite more' : 'Invite',
      style: 'primary',
      press: encodePress('calendar.invite', { id, ...more }),
    },
    { label: 'Change', press: encodePress('calendar.change', { id }) },
    { label: 'Cancel', press: encodePress('calendar.cancel', { id }) },
    ...(event === 'speaker' ? [{ label: 'Brief', press: encodePress('calendar.brief', { id }) }] : []),
    ...(event === 'job_shadow' ? [{ label: 'Students', press: encodePress('calendar.students', { id }) }] : []),
    ...(calendar ? [{ label: 'Add to calendar', url: calendar }] : []),
  ]
}
