import { dateOf, isLocalMoment, type LocalDate, type LocalTime, momentAt } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { askBefore } from '../question.ts'
import { say } from '../say.ts'
import type { Frame } from '../understanding/frame.ts'
import { draftEvent } from './draft.ts'
import { type Times, timesOfPeriod } from './event-times.ts'
import { keepEvent } from './keep-event.ts'
import { shiftSeries } from './series.ts'

/** Plans an event from a sentence, or changes the one that `frame.extra.amends` names. */
export async function scheduleEvent(request: Request, situation: Situation): Promise<Outcome> {
  const ready = readyToAsk({ ...request, frame: await withHours(request.frame, situation) })
  const question = await askBefore(ready, situation)
  if (question) return question
  const { amends } = ready.frame.extra
  const before = typeof amends === 'string' ? await situation.reads.get('event', amends) : undefined
  if (typeof amends === 'string' && (!before || before.isCancelled)) return gone()
  const drafted = await draftEvent(ready, situation, before)
  if (!drafted.ok) return { what: 'none', replies: [{ card: sentence(`${drafted.error} Nothing was planned.`) }] }
  const { event } = drafted.value
  const draft = before ? { ...drafted.value, event: shiftSeries(before, event) } : drafted.value
  return keepEvent(
    draft,
    ready,
    situation,
    before ? { verb: 'Changed', what: 'correct' } : { verb: 'Planned', what: 'schedule_event' },
  )
}

export const gone = (): Outcome => say('That event is cancelled or gone.')

/** Hours that go without saying: a breakfast's, and those of a period of the writer's own school. */
async function withHours(frame: Frame, { speaker, reads }: Situation): Promise<Frame> {
  const { start, period, school, event } = frame.slots
  if (!start || isLocalMoment(start)) return frame
  const own = period && !school && speaker.school ? await reads.get('school', speaker.school) : undefined
  const times = event === 'breakfast' ? breakfastOn(dateOf(start)) : timesOfPeriod(dateOf(start), period, own)
  if (!times || frame.slots.end) return frame
  const missing = frame.missing.filter((slot) => slot !== 'start')
  const isOnlyHour =
    missing.length === 0 && frame.problems.length === 0 && frame.unknown.length + frame.ambiguous.length === 0
  return { ...frame, slots: { ...frame.slots, ...times }, missing, asks: isOnlyHour ? false : frame.asks }
}

const breakfastOn = (day: LocalDate): Times => ({
  start: momentAt(day, '08:00' as LocalTime),
  end: momentAt(day, '09:00' as LocalTime),
})

/** A holiday is one of the calendar's own warnings, and shown with the others. */
export function readyToAsk(request: Request): Request {
  const { frame } = request
  if (!frame.problems.includes('holiday')) return request
  const problems = frame.problems.filter((problem) => problem !== 'holiday')
  const isClear = problems.length + frame.missing.length + frame.unknown.length + frame.ambiguous.length === 0
  return { ...request, frame: { ...frame, problems, asks: isClear ? false : frame.asks } }
}
