import { mayTakePlace, type Occurrence, occurrencesOf, overAt } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { attended } from './attendance.ts'
import { possibleGuests, whoCameCard } from './who-came.ts'

/** Days after an event in which a sentence may be about who came to it. */
const DAYS_BACK = 14

const BUT = /\b(?:but|except|besides|apart from|without|minus)\b(.*)$/i
const ONLY = /\bonly\s+(.+)$/i
/** Left out when a name is looked for. */
const FILLER =
  /^(?:the|our|from|people|folks|guys|person|and|came|come|showed|show|up|attended|there|present|made|it|was|were|did|didnt|didn't|not|here)$/i

/** "everyone but the bank", "nobody came", "only con ed came": who came to the event named, else to the newest that is over. */
export async function sayWhoCame(request: Request, situation: Situation): Promise<Outcome> {
  const { frame, said } = request
  const occurrence = (await overAtTarget(frame.slots.target, situation)) ?? (await lastAsked(situation))
  if (!occurrence) return say('No event of yours is over and still without a word of who came.')
  const guests = await possibleGuests(occurrence, situation)
  const { came } = frame.extra
  if (came === 'none') return attended(occurrence, guests, new Set(guests.map(({ id }) => id)), false, situation)
  const isOnly = came === 'only'
  const words = (isOnly ? ONLY : BUT).exec(said)?.[1] ?? ''
  const named = await guestsNamed(words, frame, guests, situation)
  if (typeof named === 'string' || (isOnly && named.length === 0)) {
    const who = typeof named === 'string' ? `"${named}" is none of the guests, or more than one.` : 'Who came?'
    return { what: 'question', replies: [{ card: await whoCameCard(occurrence, situation, who) }] }
  }
  const absent = isOnly ? guests.filter((guest) => !named.includes(guest)) : named
  return attended(occurrence, guests, new Set(absent.map(({ id }) => id)), true, situation)
}

/** The newest time of an event that is over. */
async function overAtTarget(target: string | undefined, { reads, local }: Situation): Promise<Occurrence | undefined> {
  const event = target ? await reads.get('event', target) : undefined
  return event && occurrencesOf(event).findLast((occurrence) => overAt(occurrence) <= local)
}

/** The newest event of the speaker's that is over and of which nobody has said who came. */
async function lastAsked({ reads, speaker, local }: Situation): Promise<Occurrence | undefined> {
  const from = addDays(dateOf(local), -DAYS_BACK)
  const events = await reads.find('event', {
    where: { ...mayTakePlace(from, dateOf(local)), owner: speaker.id },
  })
  const over = events
    .flatMap((event) => occurrencesOf(event, from, dateOf(local)))
    .filter((occurrence) => overAt(occurrence) <= local)
    .sort((a, b) => (a.start < b.start ? 1 : -1))
  for (const occurrence of over) {
    const where = { event: occurrence.event.id, date: occurrence.date }
    if ((await reads.count('attendance', { where })) === 0) return occurrence
  }
  return undefined
}

/** The guests that are named; the word that names none of them, or more than one, where there is such a word. */
async function guestsNamed(
  words: string,
  { slots }: Request['frame'],
  guests: readonly RecordOf<'partner'>[],
  { reads }: Situation,
): Promise<RecordOf<'partner'>[] | string> {
  const known = new Set(slots.partners ?? [])
  if (known.size > 0) return guests.filter(({ name }) => known.has(name))
  const pieces = words
    .split(/,|\band\b|&/i)
    .map((piece) =>
      piece
        .replace(/[.!?]/g, '')
        .split(/\s+/)
        .filter((word) => word && !FILLER.test(word))
        .join(' ')
        .toLowerCase(),
    )
    .filter(Boolean)
  const found: RecordOf<'partner'>[] = []
  for (const piece of pieces) {
    const guest = await guestNamed(piece, guests, reads)
    if (!guest) return piece
    found.push(guest)
  }
  return found
}

/** By name, alias or a word of them, else by its industry ("the bank"); only where that is one of the guests alone. */
async function guestNamed(
  piece: string,
  guests: readonly RecordOf<'partner'>[],
  reads: Situation['reads'],
): Promise<RecordOf<'partner'> | undefined> {
  const fits = (names: readonly string[]): boolean =>
    names.some((name) => {
      const lower = name.toLowerCase()
      return lower === piece || lower.startsWith(`${piece} `) || lower.split(/[^\p{L}\p{N}]+/u).includes(piece)
    })
  const byName = guests.filter(({ name, aliases }) => fits([name, ...aliases]))
  if (byName.length > 0) return byName.length === 1 ? byName[0] : undefined
  const byField = []
  for (const guest of guests) {
    const cluster = guest.cluster ? await reads.get('cluster', guest.cluster) : undefined
    const words = cluster ? [cluster.name, ...cluster.aliases].join(' ').toLowerCase() : ''
    if (piece.length >= 3 && words.split(/[^\p{L}\p{N}]+/u).some((word) => word.startsWith(piece))) byField.push(guest)
  }
  return byField.length === 1 ? byField[0] : undefined
}
