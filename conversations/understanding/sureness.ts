import type { Facts } from './facts.ts'
import { CHANGING, CONTRACT_INTENTS, type Frame, frameOf } from './frame.ts'
import type { Ref } from './reading.ts'
import type { Pending } from './understand.ts'
import { BELIEVED_FROM, type Weighed } from './weighing.ts'

/** This near to another intent of the contract, the bot asks before it acts. */
const SURE_MARGIN = 4
/** This far from all others, a guess is no answer to a question that is open. */
const FAR_MARGIN = 8
/** Fewer words than these are an answer, whatever they are like. */
const FEWEST_OWN_WORDS = 4
/** From this weight on, a rival needs evidence of its own to be one. */
const STRONG_EVIDENCE = 5
/** Below this weight, next to nothing that a reader knows speaks for an intent. */
const SOME_EVIDENCE = 1

/**
 * The frame of the likeliest intent. The bot asks before it acts where another intent stands near, or where the words are
 * like those of the intent and nothing that a reader knows speaks for it.
 */
export function fillLikeliest(best: Weighed, facts: Facts, weighed: readonly Weighed[]): Frame {
  if (CHANGING.has(best.reader.intent) && best.weight < SOME_EVIDENCE && isAboutNothing(facts)) return frameOf('none')
  const frame = best.reader.fill(facts)
  const isGuess = best.weight < BELIEVED_FROM
  const rival = weighed.find((other) => other !== best && isOfContract(other))
  const isRivalled = best.weight < STRONG_EVIDENCE || (rival?.weight ?? 0) >= BELIEVED_FROM
  const isNear = rival !== undefined && isRivalled && best.standing - rival.standing < SURE_MARGIN
  const isDoubted = CHANGING.has(frame.intent) && !frame.asks && (best.weight < SOME_EVIDENCE || isNear)
  const doubt = isDoubted ? { doubt: 'intent', instead: likelyInstead(best, weighed) } : {}
  const isAlone = rival === undefined || best.standing - rival.standing >= FAR_MARGIN
  const isLikely = isGuess && isAlone && facts.reading.view.items.length >= FEWEST_OWN_WORDS
  const guess = { ...(isGuess && { isGuess }), ...(isLikely && { isLikely }) }
  return { ...frame, asks: frame.asks || isDoubted, extra: { ...frame.extra, ...guess, ...doubt } }
}

/** "ugh mondays": nobody, no event, nothing given is spoken of, whatever the words are like. */
const isAboutNothing = ({ reading, eventKinds, offers, methods }: Facts): boolean =>
  Object.values(reading.refs).every((refs) => refs.length === 0) &&
  eventKinds.length + offers.length + methods.length === 0

/** This near to the likeliest, or believed by its evidence alone, an intent is offered instead of it. */
const INSTEAD_MARGIN = 8
const MOST_INSTEAD = 2

/** What else may be meant; where nothing stands near, a contact: most of what is said is one. */
function likelyInstead(best: Weighed, weighed: readonly Weighed[]): string[] {
  const near = weighed
    .filter((other) => other !== best && CHANGING.has(other.reader.intent))
    .filter(({ weight, standing }) => weight >= BELIEVED_FROM || best.standing - standing < INSTEAD_MARGIN)
    .slice(0, MOST_INSTEAD)
    .map(({ reader }) => reader.intent)
  return near.length > 0 || best.reader.intent === 'log_contact' ? near : ['log_contact']
}

const isOfContract = ({ reader }: Weighed): boolean => CONTRACT_INTENTS.some((intent) => intent === reader.intent)

/** This near to "none of them", what a message about somebody known may mean is worth a question. */
const ASKED_MARGIN = 2

/** Where nothing is believed: the likeliest thing that a message about somebody known may mean, asked first; else none. */
export function guessOf(facts: Facts, [none, likeliest]: readonly Weighed[]): Frame {
  const { refs } = facts.reading
  const isAboutSomebody = [...refs.partners, ...refs.people].some(({ entries }) => entries.length > 0)
  const isNear = none && likeliest && none.standing - likeliest.standing < ASKED_MARGIN
  if (!isAboutSomebody || !isNear || !CHANGING.has(likeliest.reader.intent)) return frameOf('none')
  const frame = likeliest.reader.fill(facts)
  return { ...frame, asks: true, extra: { ...frame.extra, doubt: 'intent', isGuess: true } }
}

/** True where a sentence is far likelier a request of another kind than anything that could be said to the question. */
export function isLikelyOwn(weighed: readonly Weighed[], pending: Pending, { reading }: Facts): boolean {
  const { frame, candidates = frame.ambiguous.flatMap((name) => name.candidates) } = pending
  const named = Object.values(reading.refs).flatMap((refs: readonly Ref[]) => refs.flatMap(({ entries }) => entries))
  if (named.some(({ name }) => candidates.includes(name))) return false
  const [best] = weighed
  const isToIt = ({ reader }: Weighed): boolean => ['none', 'correct', frame.intent].includes(reader.intent)
  const other = weighed.find(isToIt)
  if (!best || !other || isToIt(best) || reading.view.items.length < FEWEST_OWN_WORDS) return false
  return best.standing - other.standing >= FAR_MARGIN
}
