import type { RecordOf } from '../../data/records.ts'
import { traitsOf } from './kinds.ts'
import { roomCapacity } from './rooms.ts'

/** People that an answer brings. */
export const peopleIn = ({ headcount, people }: Pick<RecordOf<'rsvp'>, 'headcount' | 'people'>): number =>
  headcount ?? Math.max(people.length, 1)

/** The most who can come: what was said, and what the room holds. Undefined: nobody knows. */
export function placesAt(event: RecordOf<'event'>, school: RecordOf<'school'> | undefined): number | undefined {
  const limits = [event.capacity, roomCapacity(school, event.room)].filter((limit) => limit !== undefined)
  return limits.length > 0 ? Math.min(...limits) : undefined
}

export type Places = { taken: number; waiting: RecordOf<'rsvp'>[]; free: number | undefined }

/** Partners at whose place an event is: they take none of its places. */
export const hostsOf = ({ event, partners }: Pick<RecordOf<'event'>, 'event' | 'partners'>): readonly string[] =>
  traitsOf(event).isAtPartner ? partners : []

export const isHost = ({ partner }: Pick<RecordOf<'rsvp'>, 'partner'>, hosts: readonly string[]): boolean =>
  partner !== undefined && hosts.includes(partner)

/** Who has a place and who waits, in order. Hosts take no place of their own. */
export function placesOf(
  answers: readonly RecordOf<'rsvp'>[],
  limit: number | undefined,
  hosts: readonly string[] = [],
): Places {
  const coming = answers.filter((one) => one.answer === 'yes' && !one.isWaiting && !one.isLate && !isHost(one, hosts))
  // Of a series, the most on any one of its days.
  const sumOf = (time: number | undefined): number =>
    coming.filter((answer) => answer.time === time).reduce((sum, answer) => sum + peopleIn(answer), 0)
  const times = new Set(coming.flatMap(({ time }) => (time === undefined ? [] : [time])))
  const taken = sumOf(undefined) + Math.max(0, ...[...times].map(sumOf))
  const waiting = answers
    .filter(({ answer, isWaiting }) => answer === 'yes' && isWaiting)
    .sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
  return { taken, waiting, free: limit === undefined ? undefined : Math.max(0, limit - taken) }
}

/**
 * Whether a group has its places now. In order: who comes while others wait, waits behind them; a group that fits only in
 * part waits whole.
 */
export function fitsNow(size: number, { free, waiting }: Places): boolean {
  return free === undefined || (waiting.length === 0 && size <= free)
}

/** Those at the head of the waiting list who have their places now, in order, and who is first after them. */
export function nextInLine(places: Places): { placed: RecordOf<'rsvp'>[]; next?: RecordOf<'rsvp'>; free: number } {
  let free = places.free ?? Number.POSITIVE_INFINITY
  const placed: RecordOf<'rsvp'>[] = []
  for (const answer of places.waiting) {
    if (peopleIn(answer) > free) return { placed, next: answer, free }
    placed.push(answer)
    free -= peopleIn(answer)
  }
  return { placed, free }
}
