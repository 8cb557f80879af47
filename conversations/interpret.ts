import type { Pending } from '../data/store.ts'
import type { Request, Situation } from './conversation.ts'
import { requestOf } from './corrections.ts'
import { type OpenQuestion, unknownName } from './question.ts'
import { type UnderstandContext, type Understood, understand } from './understanding/understand.ts'

export type Said = { relation: Understood['relation']; requests: Request[] }

/**
 * What a text asks for, seen from where it was said: after the last turn, and with the question that is open. An answer
 * goes on with the request that asked.
 */
export function readSaid(
  text: string,
  hint: 'contact' | undefined,
  situation: Omit<Situation, 'decide'>,
  open: Pending | undefined,
): Said {
  const asked = slotAsked(open?.state)
  const previous = requestOf(situation.last)?.frame
  const { speaker } = situation
  const context: UnderstandContext = {
    now: situation.local,
    ...(previous ? { previous, isPreviousFresh: isFresh(situation) } : {}),
    ...(asked
      ? {
          pending: {
            frame: asked.request.frame,
            slot: asked.slot,
            ...(asked.candidates ? { candidates: asked.candidates } : {}),
          },
        }
      : {}),
    speaker: { name: speaker.name, ...(speaker.school ? { school: speaker.school } : {}) },
  }
  const read = understand(text, situation.knowledge, context)
  const { pending: _, ...apart } = context
  const plain =
    asked && read.relation === 'answer' && isNameAsked(asked)
      ? (planIn(understand(text, situation.knowledge, apart), asked) ?? read)
      : read
  // `/partner coned, marcus, 2 interns` logs a contact whether or not the words say so.
  const isBare =
    hint === 'contact' &&
    plain.relation === 'new' &&
    (plain.frames[0].intent === 'none' || plain.frames[0].extra.isGuess === true)
  const understood = isBare ? understand(`log: ${text}`, situation.knowledge, context) : plain
  const fresh = { said: text, accepts: [], aliases: [], overrules: [] }
  const requests = understood.frames.map((frame, n): Request => {
    const isAnswer = n === 0 && understood.relation === 'answer' && asked
    return isAnswer ? { ...asked.request, frame, answers: asked.turn } : { ...fresh, frame }
  })
  return { relation: understood.relation, requests }
}

/** True where a name that is not known is asked about. */
const isNameAsked = ({ request, slot }: OpenQuestion): boolean => unknownName(request)?.slot === slot

/** An event with its day, sure of itself, is a plan: what was asked was a name, in a request that plans nothing. */
function planIn(alone: Understood, { request }: OpenQuestion): Understood | undefined {
  const [{ intent, slots, extra, unknown }] = alone.frames
  const isPlan = intent === 'schedule_event' && slots.event !== undefined && slots.start !== undefined
  const isSure = extra.doubt === undefined && unknown.length === 0
  return isPlan && isSure && request.frame.intent !== 'schedule_event' ? alone : undefined
}

/** How long a bare "28 students" still adds to what was recorded. Milliseconds: ten minutes. */
const FRESH_MS = 10 * 60 * 1000
const isFresh = ({ last, now }: Omit<Situation, 'decide'>): boolean => last !== undefined && now - last.at < FRESH_MS

/** What a question about a slot keeps, whichever conversation asked it; other questions keep something else. */
function slotAsked(state: unknown): OpenQuestion | undefined {
  if (typeof state !== 'object' || state === null || !('request' in state && 'slot' in state)) return undefined
  // Written by the conversation that asked, into the state of its own question.
  return state as OpenQuestion
}
