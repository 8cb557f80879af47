import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { type SeatView, type SeatWishes, seatsAt } from './seat-plan.ts'
import { seatsCard } from './seats-card.ts'

/** Changes what is wished of an event's seats, and shows what comes of it. */
export async function keepWishes(
  event: RecordOf<'event'>,
  wishes: SeatWishes,
  situation: Situation,
  also: { note?: string; writes?: readonly Write[]; outcome?: Partial<Outcome> } = {},
): Promise<Outcome> {
  const view = await seatsAt(event, situation, wishes)
  const names = await namesOfEvent(event, situation.reads)
  return {
    ...also.outcome,
    what: 'seats',
    title: `seats at ${eventLine(event, names, situation.local)}`,
    replies: [{ card: await seatsCard(view, situation, also.note) }],
    writes: [...(also.writes ?? []), ...planWrites(view)],
  }
}

/** Nothing where the plan is kept as it is. */
export const planWrites = ({ plan, before, isKept }: SeatView): Write[] =>
  isKept ? [] : [{ kind: 'seatPlan', id: plan.id, ...(before ? { before } : {}), after: plan }]
