import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Instant } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { answersTo, invitationsTo } from './invitations.ts'
import { fitsNow, hostsOf, isHost, nextInLine, type Places, peopleIn, placesAt, placesOf } from './places.ts'

type Rsvp = RecordOf<'rsvp'>

/** An answer as it was given, whichever way it came. */
export type Given = Pick<
  Rsvp,
  'partner' | 'people' | 'staff' | 'invitation' | 'time' | 'answer' | 'headcount' | 'dietary' | 'via' | 'toldBy'
> & {
  isLate: boolean
}

export type Taken = {
  answer: Rsvp
  /** What of it waits, where only a part has places. */
  rest: Rsvp[]
  /** All answers as they are once this turn is kept. */
  answers: Rsvp[]
  writes: Write[]
  places: Places
  /** Those who waited and have their places now. */
  placed: Rsvp[]
  /** The group that is next and fits only in part, and how many of it fit. */
  next?: { answer: Rsvp; free: number }
}

/** Takes an answer: the giver's earlier one gives way, the waiting list moves up. */
export async function takeAnswer(
  event: RecordOf<'event'>,
  school: RecordOf<'school'> | undefined,
  said: Given,
  { reads, turn, now }: Moment,
): Promise<Taken> {
  const before = await answersTo(event.id, reads)
  const given = said.time === undefined && !said.invitation ? await withOnlyTime(said, event.id, reads) : said
  const own = before.filter((answer) => isOfSameGiver(answer, given))
  const others = before.filter((answer) => !own.includes(answer))
  const limit = placesAt(event, school)
  // Two answers of one moment have an order too: the later one is behind.
  const since = Math.max(now, ...before.map((one) => one.since + 1)) as Instant
  const [earlier, ...spare] = own
  const held = own.filter(({ answer, isWaiting }) => answer === 'yes' && !isWaiting)
  const heldPlaces = held.reduce((sum, answer) => sum + peopleIn(answer), 0)
  const size =
    given.headcount ?? (given.answer === 'yes' && heldPlaces > 0 && given.people.length === 0 ? heldPlaces : undefined)
  const base: Rsvp = {
    ...withoutOptional(given),
    id: earlier?.id ?? `${turn}-y`,
    version: earlier?.version ?? 0,
    event: event.id,
    ...(size !== undefined ? { headcount: size } : {}),
    isWaiting: false,
    since: earlier && earlier.answer === 'yes' ? earlier.since : since,
    at: now,
  }
  const needed = peopleIn(base)
  const hosts = hostsOf(event)
  const places = placesOf(others.filter(isAtSameTime(given)), limit, hosts)
  // Who has places keeps them; only more than those can have to wait.
  const isPlaced =
    given.answer !== 'yes' || given.isLate || isHost(given, hosts) || needed <= heldPlaces || fitsNow(needed, places)
  const keepsSome = !isPlaced && heldPlaces > 0
  const answer: Rsvp = keepsSome ? { ...base, headcount: heldPlaces } : { ...base, isWaiting: !isPlaced }
  const rest: Rsvp[] = keepsSome
    ? [{ ...base, id: `${turn}-w`, version: 0, headcount: needed - heldPlaces, isWaiting: true, since }]
    : []
  const moved = moveUp([...others, answer, ...rest], limit, hosts)
  const kept = new Map(before.map((one) => [one.id, one]))
  const changed = moved.answers.filter((one) => kept.get(one.id) !== one)
  const writes = [
    ...changed.map((after) => putWrite(after, kept.get(after.id))),
    ...spare.map((one): Write => ({ kind: 'rsvp', id: one.id, before: one })),
  ]
  const placed = moved.placed.filter(({ id }) => id !== answer.id)
  return {
    ...moved,
    answer: moved.answers.find(({ id }) => id === answer.id) ?? answer,
    rest,
    writes,
    placed,
    places: placesOf(moved.answers, limit, hosts),
  }
}

/** Who is asked to one time of a series alone answers for that one, also where they do not say so. */
async function withOnlyTime(given: Given, event: string, reads: Moment['reads']): Promise<Given> {
  const own = (await invitationsTo(event, reads)).filter((one) =>
    given.staff ? one.staff === given.staff : given.partner !== undefined && one.partner === given.partner,
  )
  const [only, ...more] = new Set(own.map(({ time }) => time))
  return only === undefined || more.length > 0 ? given : { ...given, time: only }
}

/** Those whose places one answer's are counted with: who comes to one time of a series meets nobody of another. */
const isAtSameTime =
  ({ time }: Given) =>
  (other: Rsvp): boolean =>
    time === undefined || other.time === undefined || other.time === time

const putWrite = (after: Rsvp, before: Rsvp | undefined): Write => ({
  kind: 'rsvp',
  id: after.id,
  ...(before ? { before } : {}),
  after,
})

/** The waiting list in order, as far as places reach. */
export function moveUp(
  answers: readonly Rsvp[],
  limit: number | undefined,
  hosts: readonly string[],
): { answers: Rsvp[]; placed: Rsvp[]; next?: { answer: Rsvp; free: number } } {
  const line = nextInLine(placesOf(answers, limit, hosts))
  const placed = line.placed.map((answer): Rsvp => ({ ...answer, isWaiting: false }))
  return {
    answers: answers.map((answer) => placed.find(({ id }) => id === answer.id) ?? answer),
    placed,
    ...(line.next && line.free > 0 ? { next: { answer: line.next, free: line.free } } : {}),
  }
}

/** One giver has one answer: an invitation's, a colleague's, or a partner's as a whole. */
function isOfSameGiver(answer: Rsvp, given: Given): boolean {
  if (answer.time !== given.time) return false
  if (given.staff) return answer.staff === given.staff
  if (answer.staff || answer.partner !== given.partner) return false
  if (given.invitation && answer.invitation) return answer.invitation === given.invitation
  return given.partner !== undefined || given.people.some((person) => answer.people.includes(person))
}

/** Nothing is kept that was not given. */
function withoutOptional({ isLate, ...given }: Given): Omit<Given, 'isLate'> & { isLate?: boolean } {
  return { ...given, ...(isLate ? { isLate: true } : {}) }
}
