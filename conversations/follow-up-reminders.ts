import { type Card, encodePress, type Part } from '../data/card.ts'
import type { RecordOf } from '../data/records.ts'
import { dateOf, formatDay, timeOf } from '../data/time.ts'
import type { Moment, Occasion } from './conversation.ts'
import { followUpLine } from './follow-up-records.ts'
import { isSchoolDay, nextSchoolDay } from './school-days.ts'

/** When owners are reminded, local time. */
const REMINDER_TIME = '08:00'
/** Follow-ups in one reminder; more are said as a number. */
const MOST_IN_REMINDER = 15

/** When a new follow-up's owner is reminded of it, in words. */
export function reminderWords(followUp: RecordOf<'followUp'>, owner: string, moment: Moment): string {
  const { date, reminded } = followUp
  if (reminded) return 'Its day has begun, so there is no reminder.'
  const { calendar } = moment.knowledge
  if (isSchoolDay(date, calendar)) return `${owner} is reminded that morning.`
  return `${owner} is reminded on ${formatDay(nextSchoolDay(date, calendar), moment.local)}, the next school day.`
}

/** From 8:00 on a school day: one message to each owner for all that is due and was not reminded of. */
export async function remind(moment: Moment): Promise<Occasion[]> {
  const today = dateOf(moment.local)
  if (timeOf(moment.local) < REMINDER_TIME || !isSchoolDay(today, moment.knowledge.calendar)) return []
  const due = await moment.reads.find('followUp', {
    where: { isDone: false, date: { to: today } },
    order: { by: 'date', direction: 'ascending' },
  })
  const owners = new Map<string, RecordOf<'followUp'>[]>()
  for (const followUp of due) {
    if (followUp.reminded && followUp.reminded >= followUp.date) continue
    owners.set(followUp.owner, [...(owners.get(followUp.owner) ?? []), followUp])
  }
  return Promise.all([...owners].map(([owner, mine]) => reminder(owner, mine, moment)))
}

async function reminder(owner: string, due: readonly RecordOf<'followUp'>[], moment: Moment): Promise<Occasion> {
  const today = dateOf(moment.local)
  const shown = due.slice(0, MOST_IN_REMINDER)
  const parts = await Promise.all(shown.map((followUp) => reminderParts(followUp, moment)))
  const rest = due.length - shown.length
  const names = await Promise.all(shown.map((followUp) => followUpLine(followUp, moment)))
  const card: Card = {
    summary: `Follow-ups due: ${names.join('; ')}${rest > 0 ? ` and ${rest} more` : ''}.`,
    parts: [
      { kind: 'heading', text: `Follow-ups due ${formatDay(today, moment.local)}` },
      ...parts.flat(),
      ...(rest > 0 ? [{ kind: 'context' as const, text: `${rest} more: say "my follow-ups".` }] : []),
    ],
  }
  return {
    id: `${owner}:${today}:${due.map(({ id, version }) => `${id}.${version}`).join(',')}`,
    outcome: {
      what: 'remind',
      replies: [],
      writes: due.map((before) => ({ kind: 'followUp', id: before.id, before, after: { ...before, reminded: today } })),
      posts: [{ name: 'reminder', to: { staff: owner }, content: { kind: 'post', card } }],
    },
  }
}

async function reminderParts(followUp: RecordOf<'followUp'>, moment: Moment): Promise<Part[]> {
  const { id } = followUp
  return [
    { kind: 'text', text: await followUpLine(followUp, moment) },
    ...(followUp.note ? [{ kind: 'context' as const, text: followUp.note }] : []),
    {
      kind: 'actions',
      actions: [
        { label: 'Done', press: encodePress('follow-up.done', { id, kept: 'yes' }) },
        { label: 'In a week', press: encodePress('follow-up.week', { id }) },
        { label: 'Open', press: encodePress('follow-up.open', { id }) },
      ],
    },
  ]
}
