import { encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import { dateOf, isLocalMoment } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { aliasWrites } from '../names-to-records.ts'
import { sentence } from '../notices.ts'
import { askBefore } from '../question.ts'
import type { Frame } from '../understanding/frame.ts'
import { type Draft, draftEvent } from './draft.ts'
import { eventActions, eventCard, eventLine } from './event-card.ts'
import { type EventNames, readsAfter, slotsOfEvent } from './event-names.ts'
import { timesOfPeriod } from './event-times.ts'
import { invitationsTo } from './invitations.ts'
import { planNotes } from './plan-notes.ts'
import { relyOn, resourcesOf } from './resources.ts'
import { daysOffIn, shiftSeries, withSkips } from './series.ts'
import { type Told, tellEveryone, tellNobody } from './tell.ts'
import { warnBefore } from './warning-card.ts'
import { type PlanContext, planContext, warningsOf } from './warnings.ts'

/** Plans an event from a sentence, or changes the one that `frame.extra.amends` names. */
export async function scheduleEvent(request: Request, situation: Situation): Promise<Outcome> {
  const ready = { ...request, frame: await withHours(request.frame, situation) }
  const question = await askBefore(readyToAsk(ready), situation)
  if (question) return question
  const { amends } = ready.frame.extra
  const before = typeof amends === 'string' ? await situation.reads.get('event', amends) : undefined
  if (typeof amends === 'string' && (!before || before.isCancelled)) return gone()
  const drafted = await draftEvent(ready, situation, before)
  if (!drafted.ok) return refuse(drafted.error)
  return keepEvent(drafted.value, ready, situation, before ? 'Changed' : 'Planned')
}

const refuse = (why: string): Outcome => ({
  what: 'none',
  replies: [{ card: sentence(`${why} Nothing was planned.`) }],
})
export const gone = (): Outcome => ({
  what: 'none',
  replies: [{ card: sentence('That event is cancelled or gone.'), replaces: false }],
  pending: 'keep',
})

/**
 * Keeps a planned or changed event, once everything there is to know about it was shown. `touched` are writes that go
 * with it.
 */
export async function keepEvent(
  draft: Draft,
  request: Request,
  situation: Situation,
  verb: string,
  extra: { touched?: readonly Write[]; what?: string } = {},
): Promise<Outcome> {
  const { before } = draft
  const shifted = before ? shiftSeries(before, draft.event) : draft.event
  const context = await planContext(
    shifted,
    situation.reads,
    readsAfter(draft.writes, situation.reads),
    situation.local,
  )
  const event = grown(withSkips(shifted, context.days), before, situation)
  const found = { ...context, event }
  const seen = new Set([...request.overrules, ...(before ? (before.overruled ?? []) : [])])
  const warnings = (await warningsOf(found, situation.reads)).filter(({ key }) => !seen.has(key))
  if (warnings.length > 0) return warnBefore(warnings, found, request, situation)
  const overruled = [
    ...new Set([...(before?.overruled ?? []), ...request.overrules.filter((name) => name.includes(':'))]),
  ]
  return planned(
    { ...event, ...(overruled.length > 0 ? { overruled } : {}) },
    found,
    draft,
    request,
    situation,
    verb,
    extra,
  )
}

async function planned(
  event: RecordOf<'event'>,
  context: PlanContext,
  { writes, before }: Draft,
  request: Request,
  situation: Situation,
  verb: string,
  extra: { touched?: readonly Write[]; what?: string },
): Promise<Outcome> {
  const { names, neighbours, days } = context
  const { local, reads, turn, now, speaker } = situation
  const line = eventLine(event, names, local)
  const told = before ? await tellOfChange(event, before, names, situation) : undefined
  const guards = resourcesOf(event, neighbours.staff)
  const { amends: _, ...rest } = request.frame.extra
  const notes: Part[] = told ? told.parts : await planNotes({ ...context, event }, situation)
  return {
    what: extra.what ?? (before ? 'correct' : 'schedule_event'),
    title: before ? `${verb.toLowerCase()} to ${line}` : line,
    replies: [
      {
        card: eventCard(event, names, {
          verb,
          now: local,
          skipped: daysOffIn(event, days),
          more: notes,
          actions: [
            ...eventActions(event.id, { isInvited: told?.isInvited === true }),
            ...undoOf(turn, before, told?.isInvited),
          ],
        }),
      },
    ],
    writes: [
      ...writes,
      ...(await aliasWrites(request, speaker.id, now, turn, reads)),
      { kind: 'event', id: event.id, ...(before ? { before } : {}), after: event },
      ...(told?.writes ?? []),
      ...(extra.touched ?? []),
    ],
    posts: told?.posts ?? [],
    reliesOn: await relyOn(guards, reads),
    touches: guards,
    request: {
      ...request,
      frame: {
        ...request.frame,
        slots: slotsOfEvent(event, names),
        extra: { ...rest, amends: event.id },
        problems: [],
        asks: false,
      },
    },
  }
}

/** Guests are told of what concerns them; the number expected does not. */
async function tellOfChange(
  event: RecordOf<'event'>,
  before: RecordOf<'event'>,
  names: EventNames,
  situation: Situation,
): Promise<Told> {
  const { start, end, repeats, school, room, isCancelled } = event
  const isSame =
    start === before.start &&
    end === before.end &&
    repeats === before.repeats &&
    school === before.school &&
    room === before.room &&
    isCancelled === before.isCancelled &&
    JSON.stringify([event.moved, event.calledOff]) === JSON.stringify([before.moved, before.calledOff])
  if (!isSame) return tellEveryone(event, names, 'changed', situation)
  return tellNobody((await invitationsTo(event.id, situation.reads)).length > 0)
}

/** A change that nobody was told of can be taken back; a plan is cancelled. */
const undoOf = (turn: string, before: RecordOf<'event'> | undefined, isInvited = false) =>
  before && !isInvited ? [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] : []

/** Calendars follow a change by its number; a move is remembered, so that nobody is reminded of it as if it were old. */
function grown(event: RecordOf<'event'>, before: RecordOf<'event'> | undefined, { now }: Situation): RecordOf<'event'> {
  if (!before) return event
  const isMoved = event.start !== before.start || event.repeats !== before.repeats
  return { ...event, sequence: before.sequence + 1, ...(isMoved ? { movedAt: now } : {}) }
}

/** A period of the writer's own school has its hours too. */
async function withHours(frame: Frame, { speaker, reads }: Situation): Promise<Frame> {
  const { start, period, school } = frame.slots
  if (!start || isLocalMoment(start) || !period || school || !speaker.school) return frame
  const times = timesOfPeriod(dateOf(start), period, await reads.get('school', speaker.school))
  if (!times) return frame
  const missing = frame.missing.filter((slot) => slot !== 'start')
  const isOnlyHour =
    missing.length === 0 && frame.problems.length === 0 && frame.unknown.length + frame.ambiguous.length === 0
  return { ...frame, slots: { ...frame.slots, ...times }, missing, asks: isOnlyHour ? false : frame.asks }
}

/** A holiday is one of the warnings here, and shown with the others. */
function readyToAsk(request: Request): Request {
  const { frame } = request
  if (!frame.problems.includes('holiday')) return request
  const problems = frame.problems.filter((problem) => problem !== 'holiday')
  const isClear = problems.length + frame.missing.length + frame.unknown.length + frame.ambiguous.length === 0
  return { ...request, frame: { ...frame, problems, asks: isClear ? false : frame.asks } }
}
