import { isTooLate } from '../../../conversations/calendar/answer-outcome.ts'
import { answerByLink, type LinkAnswer } from '../../../conversations/calendar/answers-given.ts'
import { eventHeading } from '../../../conversations/calendar/event-card.ts'
import { closesAt } from '../../../conversations/calendar/event-links.ts'
import { namesOfEvent } from '../../../conversations/calendar/event-names.ts'
import { shownTo } from '../../../conversations/calendar/one-time.ts'
import { roomName } from '../../../conversations/calendar/rooms.ts'
import { whenWords } from '../../../conversations/calendar/when-words.ts'
import type { RecordOf } from '../../../data/records.ts'
import { localMomentAt } from '../../../data/time.ts'
import type { PageContext } from '../../pages.ts'
import type { AnswerView } from './answer-page.tsx'

const MOST_GUESTS = 500
const DIETARY_MAX_CHARS = 500

/** Whether an event is so long over that its links open nothing any more. */
export function isLongOver(event: RecordOf<'event'>, { clock, zone }: Pick<PageContext, 'clock' | 'zone'>): boolean {
  return closesAt(event, zone) <= clock()
}

/** What an invitation's page shows; undefined: there is no such page. */
export async function answerView(
  id: string,
  context: Pick<PageContext, 'store' | 'clock' | 'zone'>,
  notice?: string,
): Promise<AnswerView | undefined> {
  const { store, clock, zone } = context
  const invitation = await store.get('invitation', id)
  const whole = invitation && (await store.get('event', invitation.event))
  const event = whole && shownTo(invitation, whole).event
  if (!invitation || invitation.isWithdrawn || !event || isLongOver(event, context)) return undefined
  const names = await namesOfEvent(event, store)
  const local = localMomentAt(clock(), zone)
  const { school } = names
  // Only who hosts and when: other guests are none of this guest's business.
  const heading = eventHeading({ ...event, partners: [] }, { ...names, partners: [] })
  const where = [school?.name, event.room && roomName(event.room), school?.address].filter(Boolean).join(', ')
  const facts = [
    { label: 'When', value: capital(whenWords(event, local).replace(/^on /, '')) },
    ...(where ? [{ label: 'Where', value: where }] : []),
    ...(school?.arrival ? [{ label: 'Arrival', value: school.arrival }] : []),
  ]
  if (event.isCancelled) return { heading, facts, notice: 'This event does not take place.' }
  if (isTooLate(event, local)) return { heading, facts, notice: notice ?? 'This event is over.' }
  const [given] = (await store.find('rsvp', { where: { event: event.id } })).filter(
    (answer) => answer.invitation === id && !answer.isWaiting,
  )
  const form = given && {
    answer: given.answer,
    ...(given.headcount !== undefined ? { headcount: given.headcount } : {}),
    ...(given.dietary ? { dietary: given.dietary } : {}),
  }
  return { heading, facts, ...(notice ? { notice } : {}), form: form ?? {} }
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a form says; undefined where it is none of ours. */
export function readAnswer(body: Readonly<Record<string, unknown>>): LinkAnswer | undefined {
  const answer = (['yes', 'no', 'maybe'] as const).find((known) => known === body.answer)
  const typed = typeof body.headcount === 'string' ? body.headcount.trim() : ''
  const headcount = typed === '' ? undefined : Number(typed)
  const isCount = headcount === undefined || (Number.isInteger(headcount) && headcount >= 1 && headcount <= MOST_GUESTS)
  if (!answer || !isCount) return undefined
  const dietary = typeof body.dietary === 'string' ? body.dietary.trim().slice(0, DIETARY_MAX_CHARS) : ''
  return { answer, ...(headcount !== undefined ? { headcount } : {}), ...(dietary ? { dietary } : {}) }
}

/** Records an answer; the sentence that the guest is shown. */
export async function giveAnswer(id: string, said: LinkAnswer, { takeGuest, clock }: PageContext): Promise<string> {
  let text = ''
  const isKept = await takeGuest(`link:${id}:${clock()}:${JSON.stringify(said)}`, async (moment) => {
    const given = await answerByLink(id, said, moment)
    text = given.text
    return given.outcome
  })
  return isKept ? text : 'This could not be recorded just now. Please send it again in a minute.'
}
