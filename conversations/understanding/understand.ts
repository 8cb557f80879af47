import type { LocalMoment } from '../../data/time.ts'
import { answerPending, dropsRequest } from './answer.ts'
import { Facts } from './facts.ts'
import { CHANGING, type Frame, frameOf, type Slots } from './frame.ts'
import { INTENTS } from './intents/registry.ts'
import type { Knowledge } from './knowledge.ts'
import { readText } from './read.ts'
import { fillPronoun, isOwnSecond, joinedParties, listedAnswers, pairsOf } from './requests.ts'
import { fillLikeliest, guessOf, isLikelyOwn } from './sureness.ts'
import { BELIEVED_FROM, believedOf, type Weighed, weighIntents } from './weighing.ts'

/** The question that is open: what the bot asked for, and the frame that waits for it. */
export type Pending = { frame: Frame; slot: keyof Slots; candidates?: readonly string[] }

export type UnderstandContext = {
  now: LocalMoment
  /** The frame that was recorded just before, for "no, the 19th". */
  previous?: Frame
  /** False where that was a while ago: a bare "28 students" then adds nothing to it. */
  isPreviousFresh?: boolean
  pending?: Pending
  /** Who writes: "me", "my school". `school` is an id. */
  speaker?: { name: string; school?: string }
}

/** How a message relates to the question that is open. */
export type Relation = 'new' | 'answer' | 'correction'

export type Understood = {
  /** At least one; a message with two requests has two, in order. */
  frames: readonly [Frame, ...Frame[]]
  /**
   * `answer`: the first frame is the pending one with the answer's slots filled in; `correction`: it is a `correct`
   * with the changed slots alone; `new`: a request of its own.
   */
  relation: Relation
}

/** What a message asks for. Same text, knowledge and context: same result. Never throws, whatever the text. */
export function understand(text: string, knowledge: Knowledge, context: UnderstandContext): Understood {
  const facts = new Facts(readText(text, knowledge, context))
  const weighed = weighIntents(facts)
  const [best] = believedOf(weighed)
  const { pending } = context
  if (pending && dropsRequest(facts)) return { frames: [frameOf('drop')], relation: 'answer' }
  const isOwn = pending && (isOwnRequest(best, pending, facts) || isLikelyOwn(weighed, pending, facts))
  const answered = pending && !isOwn && answerPending(facts, pending)
  if (answered) return { frames: [answered], relation: 'answer' }
  const answers = readAnswersListed(facts)
  if (answers) return { frames: answers, relation: 'new' }
  const pair = best && (readPair(facts, best) ?? withContact(facts, weighed))
  if (pair) return { frames: pair, relation: 'new' }
  const frame = best ? fillLikeliest(best, facts, weighed) : guessOf(facts, weighed)
  return { frames: [frame], relation: frame.intent === 'correct' ? 'correction' : 'new' }
}

/** A message read as an intent that the person says it has. */
export function understandAs(intent: string, text: string, knowledge: Knowledge, context: UnderstandContext): Frame {
  const reader = INTENTS.find((known) => known.intent === intent)
  return reader ? reader.fill(new Facts(readText(text, knowledge, context))) : frameOf('none')
}

/** Both frames of a message with two requests. */
function readPair(facts: Facts, best: Weighed): [Frame, Frame] | undefined {
  const { knowledge, context } = facts.reading
  const alone = { now: context.now, ...(context.speaker && { speaker: context.speaker }) }
  const read = (text: string): Frame | undefined => {
    const part = new Facts(readText(text, knowledge, alone))
    const [likeliest] = believedOf(weighIntents(part))
    // Half a sentence is like much that it does not say.
    return likeliest && likeliest.weight >= BELIEVED_FROM ? likeliest.reader.fill(part) : undefined
  }
  for (const { first, second } of pairsOf(facts)) {
    const one = read(first)
    if (!one || !CHANGING.has(one.intent)) continue
    const two = read(fillPronoun(second, one))
    if (two && isOwnSecond(one, two, second) && (one.intent === best.reader.intent || !one.asks)) return [one, two]
  }
  const { intent } = best.reader
  const isOfBoth =
    intent === 'log_contact' ? facts.offers.length === 0 : intent === 'record_rsvp' && facts.headcount === undefined
  const joined = isOfBoth ? joinedParties(facts) : undefined
  const both = joined && ([read(joined.first), read(joined.second)] as const)
  const [one, two] = both ?? []
  const areBoth = one?.intent === intent && two?.intent === intent && !one.asks && !two.asks
  return areBoth ? [one, two] : undefined
}

/** The answers of several companies in one line, each a frame. */
function readAnswersListed(facts: Facts): [Frame, ...Frame[]] | undefined {
  const { knowledge, context } = facts.reading
  const alone = { now: context.now, ...(context.speaker && { speaker: context.speaker }) }
  const frames = listedAnswers(facts).map((text) => {
    const part = new Facts(readText(text, knowledge, alone))
    return believedOf(weighIntents(part))
      .find(({ reader }) => reader.intent === 'record_rsvp')
      ?.reader.fill(part)
  })
  const [first, ...others] = frames.filter((frame) => frame !== undefined)
  return first && others.length === frames.length - 1 ? [first, ...others] : undefined
}

/** "called her back, so close that one": a follow-up done by a contact that is told in the same breath is both. */
function withContact(facts: Facts, [best, ...others]: readonly Weighed[]): [Frame, Frame] | undefined {
  const contact = others.find(({ reader, weight }) => reader.intent === 'log_contact' && weight >= BELIEVED_FROM)
  if (best?.reader.intent !== 'complete_follow_up' || !contact) return undefined
  const frames: [Frame, Frame] = [best.reader.fill(facts), contact.reader.fill(facts)]
  return frames.every(({ asks }) => !asks) ? frames : undefined
}

/** From this weight on, a text is a request of its own although a question is open. */
const OWN_FROM = 5
const OWN_OF_SAME_INTENT_FROM = 7

/** True where a text asks for something of its own, rather than answering the question that is open. */
function isOwnRequest(best: Weighed | undefined, { frame }: Pending, { eventKinds }: Facts): boolean {
  if (!best || best.reader.intent === 'correct') return false
  // A speaker is no answer to what was asked about a breakfast.
  const asked = frame.slots.event
  const isOtherEvent = asked !== undefined && eventKinds.length > 0 && eventKinds.every(({ value }) => value !== asked)
  if (isOtherEvent && best.reader.intent === 'schedule_event') return true
  return best.weight >= (best.reader.intent === frame.intent ? OWN_OF_SAME_INTENT_FROM : OWN_FROM)
}
