import type { Conversation, Outcome, Request, Situation } from './conversation.ts'
import { sentence } from './notices.ts'
import type { Frame, Slots } from './understanding/frame.ts'

type Corrects = NonNullable<Conversation['corrects']>[string]

/** "scratch that, it was natl grid": the whole frame of the last turn with the changes in it, for its own conversation to amend. */
export async function correct(
  changes: Request,
  situation: Situation,
  correctsOf: (intent: string) => Corrects | undefined,
): Promise<Outcome> {
  const earlier = requestOf(situation.last)
  const amend = earlier && correctsOf(earlier.frame.intent)
  if (!earlier || !amend) {
    return {
      what: 'correct',
      replies: [
        { card: sentence('There is nothing of yours here to correct. Say the whole of it, and it is recorded.') },
      ],
    }
  }
  const frame = mergeFrames(earlier.frame, changes.frame)
  return amend(
    { ...earlier, frame, accepts: [...earlier.accepts, ...changes.accepts], aliases: changes.aliases },
    changes.frame,
    situation,
  )
}

/** What a turn was asked, as it was kept. */
export function requestOf(turn: { request?: unknown } | undefined): Request | undefined {
  // Written by this engine into its own store, and read back as it was.
  return turn?.request as Request | undefined
}

/** A request whose frame has other slots, as a button settles them. */
export const mergeRequest = (request: Request, slots: Slots): Request => ({
  ...request,
  frame: { ...request.frame, slots: { ...request.frame.slots, ...slots } },
})

/** The earlier frame with the changed slots in it; what hung on a changed slot goes with it. */
export function mergeFrames(earlier: Frame, changes: Frame): Frame {
  const slots: Slots = { ...earlier.slots, ...changes.slots }
  // The people named were at the company that it was not.
  if (changes.slots.partner !== undefined && changes.slots.partner !== earlier.slots.partner && !changes.slots.people) {
    delete slots.people
  }
  if (changes.slots.offers) slots.offers = mergeOffers(earlier.slots.offers ?? [], changes.slots.offers)
  return {
    ...earlier,
    slots,
    problems: changes.problems,
    asks: changes.asks,
    missing: [],
    ambiguous: changes.ambiguous,
    unknown: changes.unknown,
    named: [...earlier.named, ...changes.named],
  }
}

/** A changed offer takes the place of the one of its kind; where there is none of its kind, of the only one there is. */
export function mergeOffers<O extends { kind: string; count?: number }>(
  earlier: readonly O[],
  changes: readonly O[],
): O[] {
  const kinds = new Set(changes.map(({ kind }) => kind))
  const [only] = earlier
  const kept = earlier.filter(({ kind }) => !kinds.has(kind))
  const replacesOnly = earlier.length === 1 && only !== undefined && !kinds.has(only.kind)
  return [...(replacesOnly ? [] : kept), ...changes]
}
