import { type Card, encodePress, type Field } from '../../data/card.ts'
import { dateOf, isLocalMoment, momentAt, parseLocalDate, parseLocalTime, timeOf } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { eventKindName } from '../event-words.ts'
import { partnerNamed } from '../names-to-records.ts'
import { say } from '../say.ts'
import { EVENT_KINDS, frameOf, type Slots } from '../understanding/frame.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { gone, scheduleEvent } from './plan.ts'

type Args = Readonly<Record<string, string>>
type Values = Readonly<Record<string, string | string[]>>

const namesIn = (text: string): string[] =>
  text
    .split(',')
    .map((name) => name.trim())
    .filter(Boolean)

/** [Change]: the event as a form, every slot filled as it stands. */
export async function changeForm(args: Args, situation: Situation): Promise<Outcome> {
  const { reads } = situation
  const event = await reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  const names = await namesOfEvent(event, reads)
  const list = (records: readonly { name: string }[]): string => records.map(({ name }) => name).join(', ')
  const text = (name: string, label: string, value: string, hint?: string): Field => ({
    name,
    label,
    type: 'text',
    isOptional: true,
    value,
    ...(hint ? { hint } : {}),
  })
  const end = event.end && isLocalMoment(event.end) ? timeOf(event.end) : undefined
  const fields: Field[] = [
    {
      name: 'event',
      label: 'Kind',
      type: 'choice',
      value: event.event,
      options: EVENT_KINDS.map((value) => ({ label: eventKindName(value), value })),
    },
    { name: 'day', label: 'Day', type: 'date', value: dateOf(event.start) },
    {
      name: 'from',
      label: 'From',
      type: 'time',
      isOptional: true,
      ...(isLocalMoment(event.start) ? { value: timeOf(event.start) } : {}),
    },
    { name: 'to', label: 'To', type: 'time', isOptional: true, ...(end ? { value: end } : {}) },
    text('room', 'Room', event.room ?? ''),
    text('partners', 'Partners', list(names.partners), 'Names, with commas between'),
    text(
      'people',
      'With',
      [list(names.people), ...(event.otherPeople ?? [])].filter(Boolean).join(', '),
      'Names, with commas between',
    ),
    {
      name: 'headcount',
      label: 'Expected',
      type: 'number',
      isOptional: true,
      min: 1,
      max: 5000,
      ...(event.headcount !== undefined ? { value: event.headcount } : {}),
    },
  ]
  const title = `Change: ${eventHeading(event, names)}`
  const card: Card = {
    summary: title,
    parts: [
      { kind: 'heading', text: title },
      {
        kind: 'fields',
        fields,
        submit: { label: 'Save', style: 'primary', press: encodePress('calendar.save', { id: event.id }) },
        cancel: { label: 'Leave as it is', press: encodePress('calendar.open', { id: event.id }) },
      },
    ],
  }
  return { what: 'change', replies: [{ card }], pending: 'keep' }
}

/** What the form says, as a correction of the event that it was opened on. */
export async function saveForm(args: Args, situation: Situation, values: Values): Promise<Outcome> {
  const event = await situation.reads.get('event', args.id ?? '')
  if (!event || event.isCancelled) return gone()
  const text = (name: string): string => (typeof values[name] === 'string' ? values[name].trim() : '')
  const day = parseLocalDate(text('day'))
  if (!day) return say('The day is not one. Nothing was changed.')
  const from = parseLocalTime(text('from'))
  const to = parseLocalTime(text('to'))
  if (from && to && to <= from) return say('It ends before it begins. Nothing was changed.')
  const start = from ? momentAt(day, from) : day
  const isMoved = start !== event.start
  if (isMoved && start < situation.local.slice(0, start.length)) return say('That moment is gone. Nothing was changed.')
  const partners = namesIn(text('partners'))
  for (const name of partners) {
    if (!(await partnerNamed(name, situation.reads))) {
      return say(`"${name}" is not a partner I know. Nothing was changed.`)
    }
  }
  const kind = EVENT_KINDS.find((known) => known === text('event'))
  const headcount = Number(text('headcount'))
  const slots: Slots = {
    ...(kind ? { event: kind } : {}),
    start,
    ...(from && to ? { end: momentAt(day, to) } : {}),
    room: text('room'),
    partners,
    people: namesIn(text('people')),
    ...(Number.isInteger(headcount) && headcount > 0 ? { headcount } : {}),
  }
  const frame = frameOf('schedule_event', { slots, extra: { amends: event.id } })
  return scheduleEvent({ frame, said: '', accepts: [], aliases: [], overrules: [] }, situation)
}

/** Who cooks, by a button. */
export async function chooseFood(args: Args, situation: Situation): Promise<Outcome> {
  const frame = frameOf('schedule_event', { extra: { amends: args.id ?? '', food: args.food ?? '' } })
  return scheduleEvent({ frame, said: '', accepts: [], aliases: [], overrules: [] }, situation)
}
