import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { dateOf } from '../../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { eventTitle } from '../event-words.ts'
import { partnerNamed, personNamed } from '../names-to-records.ts'
import { eventIdOf } from './amend.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { requestFor } from './event-request.ts'
import { say } from './say.ts'
import { partyOfPartner, partyOfStaff } from './seating-guests.ts'
import { planSeating, tableNames, unmetInWords } from './seating-plan.ts'

type Event = RecordOf<'event'>
/** What is done with an event's seats, as a button carries it. */
type Task = { pin?: string; size?: string }

const MOST_CHOICES = 5

/** Who sits with whom: asked, pinned together, and how many at a table. */
export const seating: Conversation = {
  name: 'seating',
  intents: {
    ask_seats: (request, situation) => forEvent(request, {}, situation),
    pin_seats: pinSeats,
    set_table_size: (request, situation) =>
      forEvent(request, { size: String(request.frame.extra.size ?? '') }, situation),
  },
  presses: {
    seats: async ({ id = '', ...task }, situation) => {
      const event = await situation.reads.get('event', id)
      return event ? doTask(event, task, situation) : say('That event is gone.')
    },
  },
}

/** "i want plaza + jetblue w me": with the speaker, or with the colleague who is named. */
async function pinSeats(request: Request, situation: Situation): Promise<Outcome> {
  const { reads, speaker, inbound } = situation
  const { slots, extra } = request.frame
  const parties: string[] = []
  for (const name of slots.partners ?? []) {
    const partner = await partnerNamed(name, reads)
    if (!partner) return say(`"${name}" is not a partner I know, so the seats stay as they are.`)
    parties.push(partyOfPartner(partner.id))
  }
  for (const name of slots.people ?? []) {
    const person = await personNamed(name, undefined, reads)
    if (person) parties.push(partyOfPartner(person.partner))
  }
  const named =
    typeof extra.staff === 'string' ? (await reads.find('staff', { where: { name: extra.staff } }))[0] : undefined
  const isWithSpeaker = inbound.what.kind === 'said' && /\b(?:me|my|us)\b/i.test(inbound.what.text)
  if (named) parties.push(partyOfStaff(named.id))
  else if (isWithSpeaker || parties.length < 2) parties.push(partyOfStaff(speaker.id))
  return forEvent(request, { pin: [...new Set(parties)].join(',') }, situation)
}

/** The event that is named, else the one just spoken of, else the next breakfast; where several fit, it is asked. */
async function forEvent({ frame }: Request, task: Task, situation: Situation): Promise<Outcome> {
  const { reads } = situation
  const listed = Array.isArray(frame.extra.events) ? frame.extra.events.map(String) : []
  const ids = frame.slots.target ? [frame.slots.target] : listed
  const found = (await Promise.all(ids.map((id) => reads.get('event', id)))).filter((event) => event !== undefined)
  if (found.length === 0 && frame.extra.events !== undefined) return say('There is no such event ahead.')
  const spoken = eventIdOf(situation.last)
  const last = found.length === 0 && spoken ? await reads.get('event', spoken) : undefined
  const candidates = found.length > 0 ? found : last ? [last] : await nextBreakfasts(situation)
  const breakfasts = candidates.filter(({ event }) => event === 'breakfast')
  const [first, second] = breakfasts.length > 0 ? breakfasts : candidates
  if (!first) return say('There is no breakfast ahead to seat.')
  return second ? whichEvent(candidates, task, situation) : doTask(first, task, situation)
}

/** The breakfasts ahead that are the speaker's, else of their school, else all. */
async function nextBreakfasts({ reads, local, speaker }: Situation): Promise<Event[]> {
  const ahead = await reads.find('event', {
    where: { event: 'breakfast', isCancelled: false, lastDay: { from: dateOf(local) } },
    order: { by: 'start', direction: 'ascending' },
  })
  const own = ahead.filter(({ owner }) => owner === speaker.id)
  const nearby = ahead.filter(({ school }) => school !== undefined && school === speaker.school)
  return own.length > 0 ? own : nearby.length > 0 ? nearby : ahead
}

async function whichEvent(events: readonly Event[], task: Task, situation: Situation): Promise<Outcome> {
  const actions = await Promise.all(
    events.slice(0, MOST_CHOICES).map(
      async (event): Promise<Action> => ({
        label: await eventTitle(event, situation),
        press: encodePress('seating.seats', { id: event.id, ...task }),
      }),
    ),
  )
  const text = 'The seats of which event?'
  const parts: Part[] = [
    { kind: 'text', text },
    { kind: 'actions', actions },
  ]
  return { what: 'question', replies: [{ card: { summary: text, parts } }] }
}

/** Plans with what was asked, and keeps the plan, so that a later answer moves as few as possible. */
async function doTask(event: Event, { pin, size }: Task, situation: Situation): Promise<Outcome> {
  const { reads, local, turn } = situation
  const { seats = {} } = event
  const tableSize = Number(size)
  const pinned = pin?.split(',') ?? []
  const changed: Event = {
    ...event,
    seats: {
      ...seats,
      ...(size && tableSize >= 2 ? { tableSize } : {}),
      ...(pin ? { pins: joinPin(seats.pins ?? [], pinned) } : {}),
    },
  }
  const plan = await planSeating(changed, reads)
  const names = await namesOfEvent(event, reads)
  const line = eventLine(event, names, local)
  if (plan.seating.tables.length === 0) return say(`Nobody has said yes yet: ${line}.`)
  const after: Event = { ...changed, seats: { ...changed.seats, plan: plan.placements } }
  const isSame = JSON.stringify(after.seats) === JSON.stringify(event.seats)
  const tables = plan.seating.tables.map(({ number }) => `Table ${number}: ${tableNames(plan, number).join(', ')}`)
  const unanswered = plan.guests.unanswered.map((party) => plan.guests.names.get(party) ?? '')
  const notes = [
    ...(await unmetInWords(plan, reads)),
    ...(unanswered.length > 0 ? [`A seat is kept, no answer yet: ${unanswered.join(', ')}.`] : []),
    ...(plan.guests.waiting.length > 0 ? [`No seat, on the waiting list: ${plan.guests.waiting.join(', ')}.`] : []),
    `At most ${plan.tableSize} at a table.${plan.seating.moved > 0 ? ` ${plan.seating.moved} moved.` : ''}`,
  ]
  const isChange = Boolean(pin ?? size)
  const actions: Action[] = [
    ...(isChange && !isSame ? [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] : []),
    ...(situation.linkTo
      ? [
          { label: 'Seating chart', url: situation.linkTo('seats', event.id) },
          { label: 'Sign-in sheet', url: situation.linkTo('sign-in', event.id) },
        ]
      : []),
  ]
  const card = {
    summary: `Seats, ${line}. ${tables.join('. ')}.`,
    parts: [
      { kind: 'heading', text: `Seats: ${line}` },
      { kind: 'list', items: tables },
      { kind: 'text', text: notes.join('\n') },
      ...(actions.length > 0 ? [{ kind: 'actions', actions } as const] : []),
    ] satisfies Part[],
  }
  return {
    what: pin ? 'pin_seats' : size ? 'set_table_size' : 'ask_seats',
    title: `seats, ${line}`,
    replies: [{ card }],
    ...(isSame ? {} : { writes: [{ kind: 'event', id: event.id, before: event, after }] }),
    request: await requestFor(after, situation),
  }
}

/** Pins that share a party are one. */
function joinPin(pins: readonly (readonly string[])[], pin: readonly string[]): string[][] {
  const touching = pins.filter((other) => other.some((party) => pin.includes(party)))
  return [
    ...pins.filter((other) => !touching.includes(other)).map((other) => [...other]),
    [...new Set([...touching.flat(), ...pin])],
  ]
}
