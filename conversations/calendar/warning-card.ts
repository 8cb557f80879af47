import { type Action, type Card, encodePress } from '../../data/card.ts'
import type { Instant } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { requestOf } from '../corrections.ts'
import { sentence } from '../notices.ts'
import { questionGuard } from '../question-guard.ts'
import { eventFacts, eventHeading } from './event-card.ts'
import { LEAVE, LEAVE_LABEL, left } from './leave-it.ts'
import { daysOffIn } from './series.ts'
import { fixesFor, type PlanContext, type Warning } from './warnings.ts'

type Args = Readonly<Record<string, string>>

/** How long a typed answer to the warnings is taken as one. Milliseconds: one day. */
const WARNING_EXPIRES_MS = 24 * 60 * 60 * 1000
/** Characters that a button's arguments may have, with room for the rest: Slack takes 2,000, Teams more. */
const MOST_KEY_CHARS = 1_200

type Verb = 'Planned' | 'Changed' | 'Moved'
const WORDS: Readonly<Record<Verb, { open: string; anyway: string; drop: string }>> = {
  Planned: { open: 'Not planned yet', anyway: 'Plan it anyway', drop: 'Cancel' },
  // [Cancel] could be taken for the event's own.
  Changed: { open: 'Not changed yet', anyway: 'Change it anyway', drop: LEAVE_LABEL },
  Moved: { open: 'Not moved yet', anyway: 'Move it anyway', drop: LEAVE_LABEL },
}

/** What to know before it is planned: nothing is kept until one of the buttons says so. */
export async function warnBefore(
  warnings: readonly Warning[],
  context: PlanContext,
  request: Request,
  situation: Situation,
  verb: Verb,
): Promise<Outcome> {
  const { event, names } = context
  const { open, anyway, drop } = WORDS[verb]
  const { turn, local } = situation
  const fixes = await fixesFor(warnings, context, situation.reads)
  const actions: Action[] = [
    ...fixes.map(({ label, changes }) => ({ label, press: encodePress('calendar.instead', { turn, ...changes }) })),
    { label: anyway, press: encodePress('calendar.anyway', { turn, seen: keysOf(warnings) }) },
    { label: drop, press: encodePress('question.drop', { turn }) },
  ]
  const texts = warnings.map(({ text }) => text)
  const card: Card = {
    summary: `${open}. ${texts.join(' ')}`,
    parts: [
      { kind: 'heading', text: `${open}: ${eventHeading(event, names)}` },
      texts.length > 1 ? { kind: 'list', items: texts } : { kind: 'text', text: texts[0] ?? '' },
      { kind: 'facts', facts: eventFacts(event, names, local, daysOffIn(event, context.days)) },
      { kind: 'actions', actions },
    ],
  }
  return {
    what: 'question',
    replies: [{ card }],
    request,
    pending: {
      question: 'calendar.warned',
      state: { request, slot: 'start', turn, seen: keysOf(warnings), isNew: verb === 'Planned' },
      expires: (situation.now + WARNING_EXPIRES_MS) as Instant,
    },
  }
}

/** A warning that does not fit into the button is shown again: none is overruled unseen. */
function keysOf(warnings: readonly Warning[]): string {
  let text = ''
  for (const { key } of warnings) {
    if (text.length + key.length > MOST_KEY_CHARS) break
    text += `${text ? ',' : ''}${key}`
  }
  return text
}

/** [Plan it anyway]: what was shown is overruled, and nothing else. */
export async function planAnyway(args: Args, situation: Situation): Promise<Outcome> {
  return completed(args, situation, (request) => ({
    ...request,
    overrules: [...request.overrules, ...(args.seen ?? '').split(',').filter(Boolean)],
  }))
}

/** "plan it anyway", "yes", "that's fine": as the button does. */
const ANYWAY =
  /^\W*(?:(?:yes|yep|yeah|ok|okay|sure|fine|i know|please)\b\W*)*(?:(?:plan|do|keep|book|schedule|make|leave|move|change) (?:it|that)?\s*(?:anyway|regardless|as it is)?|go ahead|anyway|that(?:'| i)?s (?:fine|ok|okay|right)|no problem|proceed)?\W*$/i

/** A typed answer to the warnings; undefined where it says something else, such as another day. */
export async function answerWarned(text: string, state: unknown, situation: Situation): Promise<Outcome | undefined> {
  // Written by `warnBefore` into the conversation's own state.
  const { turn, seen, isNew } = state as { turn: string; seen: string; isNew: boolean }
  if (!isNew && LEAVE.test(text)) return left()
  if (!ANYWAY.test(text) || !/\p{L}/u.test(text)) return undefined
  return planAnyway({ turn, seen }, situation)
}

/** A way out was chosen: the request again, with other slots. */
export async function planInstead(args: Args, situation: Situation): Promise<Outcome> {
  const { turn: _, food, ...slots } = args
  return completed(args, situation, (request) => {
    const { end: __, ...kept } = request.frame.slots
    const isMoved = slots.start !== undefined
    const frame = {
      ...request.frame,
      slots: { ...(isMoved ? kept : request.frame.slots), ...slots },
      problems: [],
      extra: { ...request.frame.extra, ...(food ? { food } : {}) },
    }
    // Our own buttons carry slots as `fixesFor` wrote them.
    return { ...request, frame: frame as Request['frame'] }
  })
}

async function completed(args: Args, situation: Situation, complete: (request: Request) => Request): Promise<Outcome> {
  const turn = args.turn ?? ''
  const request = requestOf(await situation.reads.turn(turn))
  const isAnswered = (await situation.reads.guard(questionGuard(turn))) > 0
  if (!request || isAnswered) {
    const text = request ? 'That is answered already.' : 'That is no longer open. Say the whole of it again.'
    return { what: 'none', replies: [{ card: sentence(text), replaces: false }], pending: 'keep' }
  }
  return situation.decide({ ...complete(request), answers: turn })
}
