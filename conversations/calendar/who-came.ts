import { type Action, type Card, encodePress, type Part } from '../../data/card.ts'
import { mayTakePlace, type Occurrence, occurrencesOf, overAt } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf, formatSpan, type LocalDate } from '../../data/time.ts'
import type { Moment, Occasion } from '../conversation.ts'
import { nextSchoolDay } from '../school-days.ts'
import { isMorningOver, todayOf, wasTaken } from './due-days.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { guestsOn } from './invitations.ts'
import { traitsOf } from './kinds.ts'
import { thanksParts } from './thanks.ts'

/** Days looked back: the longest recess after an event, and what was missed while Liaison was down. */
const DAYS_BACK = 21
/** Days for which a question that Liaison was down for is caught up with. */
const CATCH_UP_DAYS = 4
/** Buttons for single partners; more are said in a sentence. */
const MOST_BUTTONS = 8

/** Partners who may have come: those who said yes; where nobody answered, those named and asked. Never who said no. */
export async function possibleGuests(
  { event, date }: Pick<Occurrence, 'event' | 'date'>,
  { reads }: Moment,
): Promise<RecordOf<'partner'>[]> {
  const { answers, invitations } = await guestsOn(event, date, reads)
  const said = (answer: string): Set<string> =>
    new Set(answers.flatMap((one) => (one.answer === answer && one.partner && !one.isWaiting ? [one.partner] : [])))
  const no = said('no')
  const yes = said('yes')
  const asked = invitations.flatMap(({ partner }) => (partner ? [partner] : []))
  const ids = new Set([...event.partners, ...yes, ...(event.event === 'breakfast' && yes.size > 0 ? [] : asked)])
  const partners = await Promise.all(
    [...ids].filter((id) => !no.has(id) || yes.has(id)).map((id) => reads.get('partner', id)),
  )
  return partners.flatMap((partner) => (partner ? [partner] : []))
}

/** On the next school day after an event, at 8:00, its organizer is asked who came. Each time once. */
export async function askWhoCame(moment: Moment): Promise<Occasion[]> {
  if (!isMorningOver(moment)) return []
  const today = todayOf(moment)
  const from = addDays(today, -DAYS_BACK)
  const events = await moment.reads.find('event', {
    where: mayTakePlace(from, today),
  })
  const occasions: Occasion[] = []
  for (const event of events) {
    if (!event.owner) continue
    for (const occurrence of occurrencesOf(event, from, today)) {
      if (!isAskedToday(occurrence, today, moment)) continue
      const id = `came:${event.id}:${occurrence.date}`
      if (await wasTaken(id, moment)) continue
      const told = await moment.reads.count('attendance', { where: { event: event.id, date: occurrence.date } })
      if (told > 0) continue
      const card = await whoCameCard(occurrence, moment)
      occasions.push({
        id,
        outcome: {
          what: 'ask_attendance',
          replies: [],
          posts: [
            {
              name: `came-${event.id}-${occurrence.date}`,
              to: { staff: event.owner },
              content: { kind: 'post', card },
            },
          ],
        },
      })
    }
  }
  return occasions
}

/** What was planned only after it had taken place is not asked about. */
function isAskedToday(occurrence: Occurrence, today: LocalDate, moment: Moment): boolean {
  const over = overAt(occurrence)
  const last = dateOf(occurrence.end ?? occurrence.start)
  const day = nextSchoolDay(last, moment.knowledge.calendar)
  return over <= moment.local && day <= today && today <= addDays(day, CATCH_UP_DAYS)
}

/** The question, one tap for each answer; with `first`, a sentence before it. */
export async function whoCameCard(occurrence: Occurrence, moment: Moment, first?: string): Promise<Card> {
  const { event, date, start, end } = occurrence
  const guests = await possibleGuests(occurrence, moment)
  const names = await namesOfEvent(event, moment.reads)
  const title = `Who came? ${eventHeading(event, names)}`
  const args = { id: event.id, date }
  const came = (label: string, but: string): Action => ({
    label,
    press: encodePress('calendar.came', { ...args, but }),
  })
  const single =
    guests.length > 1 ? guests.slice(0, MOST_BUTTONS).map(({ id, name }) => came(`All but ${name}`, id)) : []
  const actions: Action[] =
    guests.length === 0 || traitsOf(event.event).isAtPartner
      ? [came('It took place', ''), came('It did not', 'all')]
      : [
          came(guests.length === 1 ? `${guests[0]?.name ?? ''} came` : 'Everyone came', ''),
          ...single,
          came('Nobody came', 'all'),
        ]
  const hint: Part[] = guests.length > 1 ? [{ kind: 'context', text: 'Or say it: "everyone but" and a name.' }] : []
  return {
    summary: `${title}, ${formatSpan(start, end, moment.local)}.`,
    parts: [
      { kind: 'heading', text: title },
      ...(first ? [{ kind: 'text' as const, text: first }] : []),
      { kind: 'text', text: [formatSpan(start, end, moment.local), ...guests.map(({ name }) => name)].join(', ') },
      { kind: 'actions', actions },
      ...hint,
      ...(await thanksParts(event, names, start, guests, moment)),
    ],
  }
}
