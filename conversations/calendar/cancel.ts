import { encodePress, type Part } from '../../data/card.ts'
import type { Occurrence } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatSpan, type LocalDate } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { askBefore } from '../question.ts'
import { frameOf } from '../understanding/frame.ts'
import { countingPosts } from './counting-card.ts'
import { eventCard, eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { aboutIt } from './it.ts'
import { singleOf } from './one-time.ts'
import { gone } from './plan.ts'
import { askScope, scopeOf } from './series-scope.ts'
import { tellEveryone } from './tell.ts'
import { tellOwner } from './tell-owner.ts'

/** Cancels an event, one time of a series, or the whole of it. Everyone who was invited is told. */
export async function cancelEvent(asked: Request, situation: Situation): Promise<Outcome> {
  const request = aboutIt(asked, situation)
  const question = await askBefore(request, situation)
  if (question) return question
  const event = await situation.reads.get('event', request.frame.slots.target ?? '')
  if (!event || event.isCancelled) return gone()
  const scope = scopeOf(request, event, situation.local)
  if (!scope) return askScope(request, event, situation)
  return scope.kind === 'one'
    ? callOff(event, scope.occurrence, request, situation)
    : cancelAll(event, request, situation)
}

/** [Cancel]: as if said. */
export async function cancelPress(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const frame = frameOf('cancel_event', { slots: { target: args.id ?? '' } })
  return situation.decide({ frame, said: '', accepts: [], aliases: [], overrules: [] })
}

async function cancelAll(before: RecordOf<'event'>, request: Request, situation: Situation): Promise<Outcome> {
  const after = { ...before, isCancelled: true, sequence: before.sequence + 1 }
  return cancelled(before, after, after, request, situation)
}

async function callOff(
  before: RecordOf<'event'>,
  { date, start, end }: Occurrence,
  request: Request,
  situation: Situation,
): Promise<Outcome> {
  const calledOff = [...new Set([...(before.calledOff ?? []), date])].sort()
  const skips = [...new Set([...before.skips, date])].sort()
  const after = { ...before, calledOff, skips, sequence: before.sequence + 1 }
  const single = singleOf(after, { start, ...(end ? { end } : {}) })
  return cancelled(before, after, single, request, situation, date)
}

async function cancelled(
  before: RecordOf<'event'>,
  after: RecordOf<'event'>,
  shown: RecordOf<'event'>,
  request: Request,
  situation: Situation,
  occurrence?: LocalDate,
): Promise<Outcome> {
  const { reads, local, turn, inbound } = situation
  const names = await namesOfEvent(after, reads)
  const told = await tellEveryone(shown, names, 'cancelled', situation, occurrence)
  const line = eventLine(shown, names, local)
  const isOne = !after.isCancelled
  const notes: Part[] = isOne
    ? [{ kind: 'context', text: `Only ${formatSpan(shown.start, undefined, local)}; the others stand.` }]
    : []
  return {
    what: 'cancel_event',
    title: `cancelled: ${line}`,
    replies: [
      {
        card: eventCard(shown, names, {
          verb: 'Cancelled',
          now: local,
          more: [...notes, ...told.parts],
          actions: told.isInvited ? [] : [{ label: 'Undo', press: encodePress('undo.turn', { turn }) }],
        }),
      },
    ],
    writes: [{ kind: 'event', id: before.id, before, after }, ...told.writes],
    posts: [
      ...told.posts,
      ...tellOwner(after, 'cancelled', line, situation),
      ...(await countingPosts(after, { verb: isOne ? 'Invited' : 'Cancelled' }, situation, inbound.on)),
    ],
    request,
  }
}
