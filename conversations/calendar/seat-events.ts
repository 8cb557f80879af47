import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Reads, Write } from '../../data/store.ts'
import { dateOf, type LocalDate } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { eventTitle } from '../event-words.ts'
import { sentenceWith } from '../notices.ts'
import { say } from '../say.ts'
import { eventIdOf } from './event-of-turn.ts'

const MOST_CHOICES = 5

/** The event that is meant: named, just spoken of, or the only one ahead at which people are seated. */
export async function seatedEvent(
  { frame }: Request,
  { reads, last, local, speaker }: Situation,
): Promise<RecordOf<'event'> | undefined> {
  const { target } = frame.slots
  const standing = async (id: string | undefined): Promise<RecordOf<'event'> | undefined> => {
    const event = id ? await reads.get('event', id) : undefined
    return event?.isCancelled ? undefined : event
  }
  if (target) return standing(target)
  const many = frame.extra.events
  if (Array.isArray(many) && many.length > 0) return only(await Promise.all(many.map((id) => standing(String(id)))))
  const spoken = await standing(eventIdOf(last) ?? planOf(last?.writes))
  if (spoken && isSeated(spoken)) return spoken
  const ahead = (await seatedAhead(dateOf(local), { reads })).filter((event) => event.event === 'breakfast')
  return only(ahead) ?? only(ahead.filter(({ school, owner }) => owner === speaker.id || school === speaker.school))
}

const planOf = (writes: readonly Write[] | undefined): string | undefined => {
  const write = writes?.find(({ kind }) => kind === 'seatPlan')
  return write?.kind === 'seatPlan' ? write.after?.event : undefined
}

/** The only event of them, else the only one at which people are seated. */
function only(events: readonly (RecordOf<'event'> | undefined)[]): RecordOf<'event'> | undefined {
  const known = events.flatMap((event) => (event ? [event] : []))
  const seated = known.filter(isSeated)
  return known.length === 1 ? known[0] : seated.length === 1 ? seated[0] : undefined
}

const isSeated = ({ event }: RecordOf<'event'>): boolean => event === 'breakfast'

async function seatedAhead(today: LocalDate, { reads }: { reads: Reads }): Promise<RecordOf<'event'>[]> {
  return reads.find('event', {
    where: { isCancelled: false, lastDay: { from: today } },
    order: { by: 'start', direction: 'ascending' },
  })
}

/** Which one? A button for each event that it could be; pressing it goes on with what was said. */
export async function whichEvent(
  request: Request,
  situation: Situation,
  action: 'show' | 'size' | 'pin',
  args: Record<string, string>,
): Promise<Outcome> {
  const many = request.frame.extra.events
  const named = Array.isArray(many)
    ? await Promise.all(many.map((id) => situation.reads.get('event', String(id))))
    : (await seatedAhead(dateOf(situation.local), situation)).filter(isSeated)
  const events = named.flatMap((event) => (event && !event.isCancelled ? [event] : []))
  if (events.length === 0) return say('There is no breakfast ahead to seat guests at.')
  const actions = await Promise.all(
    events.slice(0, MOST_CHOICES).map(async (event) => ({
      label: await eventTitle(event, situation),
      press: encodePress(`seating.${action}`, { ...args, id: event.id }),
    })),
  )
  const text = 'At which event?'
  return {
    what: 'question',
    replies: [{ card: sentenceWith(text, actions) }],
    pending: 'keep',
  }
}
