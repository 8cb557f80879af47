import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { say } from '../say.ts'
import { placesGuard } from './answer-outcome.ts'
import { countingCard, giverName } from './counting-card.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { answersTo } from './invitations.ts'
import { tellPlaced } from './placed.ts'
import { hostsOf, peopleIn, placesAt, placesOf } from './places.ts'

/** [2 now, 1 waits]: a group takes the places there are, and the rest of it waits on where it stood. */
export async function splitGroup(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const { reads, turn, local } = situation
  const before = await reads.get('rsvp', args.id ?? '')
  const event = before && (await reads.get('event', before.event))
  if (!before || !event || event.isCancelled) return say('That answer is gone.')
  if (!before.isWaiting) return say('That group has its places already.')
  const names = await namesOfEvent(event, reads)
  const answers = await answersTo(event.id, reads)
  const { free = 0, waiting } = placesOf(answers, placesAt(event, names.school), hostsOf(event))
  if (waiting[0]?.id !== before.id) return say('Another group is before it in line.')
  if (free === 0) return say('No place is free any more.')
  const placed: RecordOf<'rsvp'> = { ...before, headcount: Math.min(free, peopleIn(before)), isWaiting: false }
  const left = peopleIn(before) - peopleIn(placed)
  const rest: RecordOf<'rsvp'>[] =
    left > 0 ? [{ ...before, id: `${turn}-w`, version: 0, headcount: left, isWaiting: true }] : []
  const told = await tellPlaced(event, names, { placed: [placed] }, situation)
  const after = [...answers.map((answer) => (answer.id === before.id ? placed : answer)), ...rest]
  const writes: Write[] = [
    { kind: 'rsvp', id: before.id, before, after: placed },
    ...rest.map((one): Write => ({ kind: 'rsvp', id: one.id, after: one })),
    ...told.writes,
  ]
  const guard = placesGuard(event.id)
  const name = await giverName(placed, reads)
  return {
    what: 'record_rsvp',
    title: `${name} has ${peopleIn(placed)} of ${peopleIn(before)} places, ${eventLine(event, names, local)}`,
    replies: [{ card: await countingCard(event, { verb: 'Places', answers: after, more: told.parts }, situation) }],
    writes,
    posts: told.posts,
    reliesOn: [{ guard, version: await reads.guard(guard) }],
    touches: [guard],
  }
}
