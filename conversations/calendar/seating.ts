import { occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf } from '../../data/time.ts'
import type { Conversation, Moment, Occasion, Outcome, Request, Situation } from '../conversation.ts'
import { askBefore } from '../question.ts'
import { say } from '../say.ts'
import { hearSeats, keepApart } from './keep-apart.ts'
import { gone } from './plan.ts'
import { seatedEvent, whichEvent } from './seat-events.ts'
import { pinPress, pinSeats } from './seat-pins.ts'
import { LARGEST_TABLE, SMALLEST_TABLE, seatsAt } from './seat-plan.ts'
import { keepWishes, planWrites } from './seat-wishes.ts'
import { seatsCard } from './seats-card.ts'

/** Days ahead for which seats follow the answers. */
const DAYS_AHEAD = 60

type Args = Readonly<Record<string, string>>

/** Who sits with whom at a breakfast. Seats follow from the answers; what people wish of them is kept. */
export const seating: Conversation = {
  name: 'seating',
  intents: { ask_seats: askSeats, pin_seats: pinSeats, set_table_size: setTableSize, keep_apart: keepApart },
  hears: hearSeats,
  presses: {
    show: (args, situation) => withEvent(args, situation, (event) => showSeats(event, situation)),
    afresh: (args, situation) =>
      withEvent(args, situation, (event) => keepWishes(event, { isAfresh: true }, situation)),
    unpin: (args, situation) => withEvent(args, situation, (event) => keepWishes(event, { pins: [] }, situation)),
    size: (args, situation) =>
      withEvent(args, situation, (event) => keepWishes(event, { tableSize: Number(args.size) }, situation)),
    pin: (args, situation) => withEvent(args, situation, (event) => pinPress(event, args, situation)),
  },
  due: followAnswers,
}

/** "who sits with who on feb 1": nothing is changed by asking. */
async function askSeats(request: Request, situation: Situation): Promise<Outcome> {
  const question = await askBefore(request, situation)
  if (question) return question
  const event = await seatedEvent(request, situation)
  return event ? showSeats(event, situation) : whichEvent(request, situation, 'show', {})
}

async function showSeats(event: RecordOf<'event'>, situation: Situation): Promise<Outcome> {
  const view = await seatsAt(event, situation)
  return { what: 'ask', replies: [{ card: await seatsCard(view, situation) }], pending: 'keep' }
}

/** "tables of 6". */
async function setTableSize(request: Request, situation: Situation): Promise<Outcome> {
  const { extra, slots } = request.frame
  const size = Number(extra.size ?? slots.headcount)
  if (!Number.isInteger(size) || size < SMALLEST_TABLE || size > LARGEST_TABLE)
    return say(`A table has ${SMALLEST_TABLE} to ${LARGEST_TABLE} seats. Say for example "tables of 6".`)
  const event = await seatedEvent(request, situation)
  if (!event) return whichEvent(request, situation, 'size', { size: String(size) })
  return keepWishes(event, { tableSize: size }, situation)
}

async function withEvent(
  args: Args,
  situation: Situation,
  act: (event: RecordOf<'event'>) => Promise<Outcome>,
): Promise<Outcome> {
  const event = await situation.reads.get('event', args.id ?? '')
  return event && !event.isCancelled ? act(event) : gone()
}

/** Keeps the seats of breakfasts ahead in step with the answers, so that each late one starts from the plan before. */
async function followAnswers(moment: Moment): Promise<Occasion[]> {
  const { reads, local } = moment
  const today = dateOf(local)
  const horizon = addDays(today, DAYS_AHEAD)
  const events = await reads.find('event', {
    where: { isCancelled: false, event: 'breakfast', start: { to: `${horizon}T99` }, lastDay: { from: today } },
  })
  const occasions: Occasion[] = []
  for (const event of events) {
    if (occurrencesOf(event, today).length === 0) continue
    const view = await seatsAt(event, moment)
    if (view.isKept || (!view.before && view.plan.seats.length === 0)) continue
    const id = `${event.id}:${view.plan.version}:${view.plan.basis}`
    occasions.push({ id, outcome: { what: 'seats', replies: [], writes: planWrites(view) } })
  }
  return occasions
}
