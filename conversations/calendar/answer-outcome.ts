import { type Action, encodePress, type Part } from '../../data/card.ts'
import { hasBegun, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import type { LocalMoment } from '../../data/time.ts'
import type { Moment, Outcome, Post } from '../conversation.ts'
import { backupParts } from './backup.ts'
import { countingPosts, giverName } from './counting-card.ts'
import { eventLine } from './event-card.ts'
import { type EventNames, namesOfEvent } from './event-names.ts'
import { tellPlaced } from './placed.ts'
import { hostsOf, isHost, peopleIn, placesAt } from './places.ts'
import { type Given, type Taken, takeAnswer } from './take-answer.ts'
import { teachersOf } from './teachers.ts'

export type AnswerResult = {
  /** "Con Edison: yes, 3 people." and what follows from it, for whoever gave or told it. */
  parts: Part[]
  /** Without names of others: for a guest's own page. */
  text: string
  title: string
  taken: Taken
  outcome: Omit<Outcome, 'replies'>
}

/** Whether an answer to this event comes too late to change anything. */
export const isTooLate = (event: RecordOf<'event'>, now: LocalMoment): boolean => {
  const last = occurrencesOf(event).at(-1)
  return last !== undefined && hasBegun(last.start, now)
}

/**
 * Records an answer, whichever way it came: the organizer's card counts along, who waited is placed and told, and where a
 * speaker declines, others of the cluster are proposed. `tellsOwner`: the organizer is not the one who told it.
 */
export async function recordAnswer(
  event: RecordOf<'event'>,
  given: Given,
  moment: Moment,
  { tellsOwner = true }: { tellsOwner?: boolean } = {},
): Promise<AnswerResult> {
  const names = await namesOfEvent(event, moment.reads)
  const taken = await takeAnswer(event, names.school, given, moment)
  const name = await giverName(taken.answer, moment.reads)
  const limit = placesAt(event, names.school)
  const placed = await tellPlaced(event, names, taken, moment)
  const isDeclined =
    given.answer === 'no' &&
    !given.isLate &&
    event.event === 'speaker' &&
    given.partner !== undefined &&
    event.partners.includes(given.partner)
  const backup = isDeclined ? await backupParts(event, given.partner ?? '', moment) : []
  const isOfHost = isHost(given, hostsOf(event))
  const text = answerText(taken, isOfHost ? undefined : limit)
  const line = eventLine(event, names, moment.local)
  const split = splitActions(taken)
  const parts: Part[] = [
    { kind: 'text', text: `${name}: ${text}` },
    ...placed.parts,
    ...backup,
    ...(split.length > 0 ? [{ kind: 'actions' as const, actions: split }] : []),
  ]
  return {
    parts,
    text,
    title: `${name}: ${given.answer}, ${line}`,
    taken,
    outcome: {
      what: 'record_rsvp',
      title: `${name} ${given.answer}, ${line}`,
      writes: [...taken.writes, ...placed.writes],
      posts: [
        ...(await countingPosts(event, { verb: 'Invited', answers: taken.answers }, moment)),
        ...placed.posts,
        ...(isDeclined ? await declinedPosts(event, names, name, backup, moment, tellsOwner) : []),
        ...(tellsOwner && !isDeclined && event.owner && (placed.parts.length > 0 || taken.next)
          ? [ownerPost(event.owner, 'places', `${name}: ${text}`, parts)]
          : []),
      ],
      // Two answers at once are counted one after the other.
      reliesOn: [{ guard: placesGuard(event.id), version: await moment.reads.guard(placesGuard(event.id)) }],
      touches: [placesGuard(event.id)],
    },
  }
}

export const placesGuard = (event: string): string => `places at ${event}`

/** "yes, 3 people. 12 of 40 have said yes." */
function answerText({ answer, rest, places, next }: Taken, limit: number | undefined): string {
  const size = peopleIn(answer)
  const people =
    answer.answer === 'yes' && (size > 1 || answer.headcount !== undefined)
      ? `, ${size} ${size === 1 ? 'person' : 'people'}`
      : ''
  const said = `${answer.answer}${people}.`
  if (answer.isLate) return `${said} The event has begun, so it is noted and changes nothing.`
  if (answer.isWaiting) {
    const free = places.free ?? 0
    const left = free === 0 ? 'All places are taken' : free === 1 ? 'One place is free' : `${free} places are free`
    return `${said} ${left}, so ${size === 1 ? 'this one waits' : `these ${size} wait`}, number ${places.waiting.findIndex(({ id }) => id === answer.id) + 1} in line.`
  }
  const waits = rest.reduce((sum, one) => sum + peopleIn(one), 0)
  const more = waits > 0 ? ` ${waits} more ${waits === 1 ? 'waits' : 'wait'} for a place.` : ''
  return limit === undefined && !next
    ? `${said}${more}`
    : `${said}${more} ${places.taken} of ${limit} places are taken.`
}

/** A group that fits only in part is offered a split; without it, it waits whole. */
function splitActions({ answer, next }: Taken): Action[] {
  if (!next) return []
  const rest = peopleIn(next.answer) - next.free
  const label = `${next.free} now, ${rest} wait${rest === 1 ? 's' : ''}`
  return [
    { label, press: encodePress('calendar.split', { id: next.answer.id }) },
    ...(next.answer.id === answer.id
      ? [{ label: 'All wait', press: encodePress('calendar.open', { id: answer.event }) }]
      : []),
  ]
}

const ownerPost = (owner: string, name: string, summary: string, parts: readonly Part[]): Post => ({
  name,
  to: { staff: owner },
  content: { kind: 'post', card: { summary, parts: [...parts] } },
})

/** The teacher is told at once when a speaker cannot come, and the organizer is shown who could instead. */
async function declinedPosts(
  event: RecordOf<'event'>,
  names: EventNames,
  name: string,
  backup: readonly Part[],
  { reads, local }: Moment,
  tellsOwner: boolean,
): Promise<Post[]> {
  const staff = event.school ? await reads.find('staff', { where: { school: event.school, isActive: true } }) : []
  const text = `${name} cannot come: ${eventLine(event, names, local)}.`
  const teachers = teachersOf(event, staff).filter(({ id }) => id !== event.owner)
  const note = 'Someone else is being asked; keep a lesson ready until then.'
  return [
    ...teachers.map((teacher) =>
      ownerPost(teacher.id, `declined-${teacher.id}`, text, [{ kind: 'text', text: `${text} ${note}` }]),
    ),
    ...(tellsOwner && event.owner
      ? [ownerPost(event.owner, 'declined', text, [{ kind: 'text', text }, ...backup])]
      : []),
  ]
}
