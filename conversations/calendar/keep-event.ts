import { encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Write } from '../../data/store.ts'
import type { LocalDate } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { aliasWrites } from '../names-to-records.ts'
import { countingPosts } from './counting-card.ts'
import type { Draft } from './draft.ts'
import { eventActions, eventCard, eventLine } from './event-card.ts'
import { eventLink } from './event-links.ts'
import { type EventNames, namesOfEvent, slotsOfEvent } from './event-names.ts'
import { invitationsTo } from './invitations.ts'
import { isAbout } from './one-time.ts'
import { NO_PLACES, placeMore } from './placed.ts'
import { planNotes } from './plan-notes.ts'
import { readsAfter } from './reads-after.ts'
import { relyOn, resourcesOf } from './resources.ts'
import { daysOffIn, withSkips } from './series.ts'
import { type Told, tellInvited, tellNobody } from './tell.ts'
import { tellOwner } from './tell-owner.ts'
import { warnBefore } from './warning-card.ts'
import { type PlanContext, planContext, warningsOf } from './warnings.ts'

export type KeepOptions = {
  verb: 'Planned' | 'Changed' | 'Moved'
  what: string
  /** One time of a series that alone changes: it is judged, and guests are told of it, in place of the whole. */
  single?: RecordOf<'event'>
  /** The day on which the rule has that one time. */
  occurrence?: LocalDate
  note?: string
}

/** Keeps a planned or changed event, once everything there is to know about it was shown. */
export async function keepEvent(
  draft: Draft,
  request: Request,
  situation: Situation,
  options: KeepOptions,
): Promise<Outcome> {
  const { before } = draft
  const { reads, local } = situation
  const after = readsAfter(draft.writes, reads)
  const whole = await planContext(draft.event, reads, after, local)
  const event = grown(withSkips(draft.event, whole.days), before, situation)
  const judged = options.single ? await planContext(options.single, reads, after, local) : { ...whole, event }
  const seen = new Set([...request.overrules, ...(before?.overruled ?? [])])
  const warnings = (await warningsOf(judged, reads)).filter(({ key }) => !seen.has(key))
  if (warnings.length > 0) return warnBefore(warnings, judged, request, situation, options.verb)
  const overruled = [...new Set([...(before?.overruled ?? []), ...request.overrules.filter(isWarning)])]
  const kept = { ...event, ...(overruled.length > 0 ? { overruled } : {}) }
  return outcomeOf(kept, { whole: { ...whole, event: kept }, judged }, draft, request, situation, options)
}

/** Other things are overruled too ("doubt"): those are no warnings of the calendar. */
const isWarning = (name: string): boolean => name.includes(':')

async function outcomeOf(
  event: RecordOf<'event'>,
  { whole, judged }: { whole: PlanContext; judged: PlanContext },
  { writes, before }: Draft,
  request: Request,
  situation: Situation,
  options: KeepOptions,
): Promise<Outcome> {
  const { names, days } = whole
  const { local, reads, turn, now, speaker } = situation
  const line = eventLine(options.single ?? event, names, local)
  const told = before ? await tellOfChange(event, before, names, situation, options) : undefined
  const placed = before ? await placeMore(event, before, names, situation) : NO_PLACES
  const guards = resourcesOf(judged.event, judged.neighbours.staff)
  const note: Part[] = options.note ? [{ kind: 'context', text: options.note }] : []
  const isInvited = told?.isInvited === true
  return {
    what: options.what,
    title: before ? `${options.verb.toLowerCase()} to ${line}` : line,
    replies: [
      {
        card: eventCard(event, names, {
          verb: options.verb,
          now: local,
          skipped: daysOffIn(event, days),
          more: [
            ...note,
            ...placed.parts,
            ...(told?.parts ?? []),
            ...(isInvited ? [] : await planNotes(whole, situation)),
          ],
          actions: [
            ...eventActions(event, { isInvited, calendar: eventLink('event', event, situation) }),
            ...(before && !isInvited ? [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }] : []),
          ],
        }),
      },
    ],
    writes: [
      ...writes,
      ...(await aliasWrites(request, speaker.id, now, turn, reads)),
      { kind: 'event', id: event.id, ...(before ? { before } : {}), after: event },
      ...(told?.writes ?? []),
      ...placed.writes,
    ],
    posts: [
      ...(told?.posts ?? []),
      ...placed.posts,
      ...(before ? tellOwner(event, options.verb === 'Moved' ? 'moved' : 'changed', line, situation) : []),
      ...(isInvited ? await countingPosts(event, { verb: 'Invited' }, situation, situation.inbound.on) : []),
    ],
    reliesOn: await relyOn(guards, reads),
    touches: guards,
    request: asRequest(request, event, names),
  }
}

/** What was asked, so that a correction that follows is about this event. */
function asRequest(request: Request, event: RecordOf<'event'>, names: EventNames): Request {
  const { frame } = request
  const settled = { ...frame, problems: [], asks: false, extra: { ...frame.extra, amends: event.id } }
  if (frame.intent !== 'schedule_event') return { ...request, frame: settled }
  return { ...request, frame: { ...settled, slots: slotsOfEvent(event, names) } }
}

/** Guests are told of what concerns them; the number expected does not. Who is no part of it any more is told so. */
async function tellOfChange(
  event: RecordOf<'event'>,
  before: RecordOf<'event'>,
  names: EventNames,
  situation: Situation,
  { single, occurrence }: KeepOptions,
): Promise<Told> {
  const concerns = ({ start, end, repeats, school, room, moved, calledOff }: RecordOf<'event'>): string =>
    JSON.stringify([start, end, repeats, school, room, moved, calledOff])
  const invitations = await invitationsTo(event.id, situation.reads)
  const isGone = ({ partner }: RecordOf<'invitation'>): boolean =>
    partner !== undefined && before.partners.includes(partner) && !event.partners.includes(partner)
  const staying = invitations.filter((invitation) => !isGone(invitation) && isAbout(invitation, event, occurrence))
  const shown = single ? { ...single, sequence: event.sequence } : event
  const told =
    concerns(event) === concerns(before)
      ? tellNobody(staying.length > 0)
      : await tellInvited(staying, shown, names, 'changed', situation, { occurrence })
  const gone = invitations.filter(isGone)
  if (gone.length === 0) return told
  const off = await tellInvited(gone, before, await namesOfEvent(before, situation.reads), 'cancelled', situation)
  return {
    parts: [...told.parts, ...off.parts],
    posts: [...told.posts, ...off.posts],
    writes: [...told.writes, ...off.writes.map(withdrawn)],
    isInvited: told.isInvited,
  }
}

const withdrawn = (write: Write): Write =>
  write.kind === 'invitation' && write.after ? { ...write, after: { ...write.after, isWithdrawn: true } } : write

/** Calendars follow a change by its number; a move is remembered, so that nobody is reminded as if it were old. */
function grown(event: RecordOf<'event'>, before: RecordOf<'event'> | undefined, { now }: Situation): RecordOf<'event'> {
  if (!before) return event
  const isMoved = event.start !== before.start || event.repeats !== before.repeats
  return { ...event, sequence: before.sequence + 1, ...(isMoved ? { movedAt: now } : {}) }
}
