import type { Card, Part } from '../../data/card.ts'
import { hasBegun, mayTakePlace, type Occurrence, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf } from '../../data/time.ts'
import type { Moment, Occasion, Post } from '../conversation.ts'
import { openItems } from './checklist.ts'
import { checklistParts } from './checklist-press.ts'
import { countingCard, isBy } from './counting-card.ts'
import { isMorningOver, reminderDay, todayOf, wasKnownBy, wasTaken } from './due-days.ts'
import { namesOfEvent } from './event-names.ts'
import { foodPosts } from './food.ts'
import { type Guests, guestsOn } from './invitations.ts'
import { singleOf } from './one-time.ts'
import { openThings } from './open-things.ts'
import { tellInvited, tellNobody } from './tell.ts'

/** Days looked ahead: a week, and the longest recess that a reminder may have to come before. */
const DAYS_AHEAD = 24

/** A week's reminder that Liaison was down for is caught up with for so many days. */
const CATCH_UP_DAYS = 3

type Reminder = { kind: 'week' | 'day'; occurrence: Occurrence; id: string }

/** The organizer a week and a day before with what is open, the guests a day before; from 8:00 on, each once. */
export async function remind(moment: Moment): Promise<Occasion[]> {
  if (!isMorningOver(moment)) return []
  const today = todayOf(moment)
  const events = await moment.reads.find('event', {
    where: mayTakePlace(today, addDays(today, DAYS_AHEAD)),
  })
  const due: Reminder[] = []
  for (const event of events) {
    for (const occurrence of occurrencesOf(event, today, addDays(today, DAYS_AHEAD))) {
      const reminder = reminderFor(occurrence, moment)
      if (reminder && !(await wasTaken(reminder.id, moment))) due.push(reminder)
    }
  }
  return Promise.all(due.map((reminder) => occasionOf(reminder, moment)))
}

/** The reminder whose morning has come; the nearer one where both have, after a time when Liaison was down. */
function reminderFor(occurrence: Occurrence, moment: Moment): Reminder | undefined {
  const { event, start, date } = occurrence
  if (hasBegun(start, moment.local)) return undefined
  const today = todayOf(moment)
  const day = dateOf(start)
  for (const [kind, daysBefore] of [
    ['day', 1],
    ['week', 7],
  ] as const) {
    const morning = reminderDay(day, daysBefore, moment)
    if (morning <= today) {
      if (kind === 'week' && addDays(morning, CATCH_UP_DAYS) < today) return undefined
      return wasKnownBy(morning, event, moment)
        ? { kind, occurrence, id: `${kind}:${event.id}:${date}:${day}` }
        : undefined
    }
  }
  return undefined
}

async function occasionOf({ kind, occurrence, id }: Reminder, moment: Moment): Promise<Occasion> {
  const { event } = occurrence
  const shown = event.repeats ? singleOf(event, occurrence) : event
  const guests = await guestsOn(event, occurrence.date, moment.reads)
  const told = kind === 'day' ? await tellGuests(occurrence, shown, guests, moment) : tellNobody(false)
  const food = kind === 'week' ? await foodPosts(shown, moment) : { posts: [], parts: [] }
  const owner: Post[] = event.owner
    ? [
        {
          name: `organizer-${event.id}`,
          to: { staff: event.owner },
          content: {
            kind: 'post',
            card: await organizerCard(shown, guests, kind, [...food.parts, ...told.parts], moment),
          },
        },
      ]
    : []
  return {
    id,
    outcome: { what: 'remind', replies: [], writes: told.writes, posts: [...owner, ...told.posts, ...food.posts] },
  }
}

async function organizerCard(
  event: RecordOf<'event'>,
  guests: Guests,
  kind: Reminder['kind'],
  more: readonly Part[],
  moment: Moment,
): Promise<Card> {
  const open = await openThings(event, guests, moment)
  const checklist = checklistParts(event)
  const isClear = open.length === 0 && openItems(event).length === 0
  const parts: Part[] = [
    ...(open.length > 0 ? [{ kind: 'list' as const, items: open }] : []),
    ...(isClear ? [{ kind: 'context' as const, text: 'Nothing is open.' }] : checklist),
    ...more,
  ]
  return countingCard(event, { verb: kind === 'week' ? 'In a week' : 'Coming up', ...guests, more: parts }, moment)
}

/** Whoever has not said no, and does not wait for a place. */
async function tellGuests(
  { event, date }: Occurrence,
  shown: RecordOf<'event'>,
  { answers, invitations }: Guests,
  moment: Moment,
) {
  const coming = invitations.filter((invitation) => {
    const answer = answers.find((one) => isBy(one, invitation))
    return !answer || (answer.answer !== 'no' && !answer.isWaiting)
  })
  const silent = new Set(coming.filter((one) => !answers.some((answer) => isBy(answer, one))).map(({ id }) => id))
  const names = await namesOfEvent(shown, moment.reads)
  const occurrence = event.repeats ? date : undefined
  return tellInvited(coming, shown, names, 'reminded', moment, { occurrence, silent })
}
