import { dateOf, isLocalDate, type LocalMoment } from '../../data/time.ts'
import { Facts } from './facts.ts'
import { type Frame, frameOf, type Problem, type Slots } from './frame.ts'
import { INTENTS } from './intents/registry.ts'
import type { Knowledge } from './knowledge.ts'
import { readText } from './read.ts'
import { fold } from './text/fold.ts'
import type { Pending, UnderstandContext } from './understand.ts'
import { placedDates } from './when.ts'

/** Words of an answer that choose nothing. */
const FILLER = new Set([
  'the',
  'a',
  'an',
  'at',
  'in',
  'on',
  'its',
  'it',
  'is',
  'was',
  'one',
  'from',
  'of',
  'with',
  'to',
  'and',
  'please',
  'pls',
])
const ORDINALS: Readonly<Record<string, number>> = {
  first: 0,
  '1st': 0,
  '1': 0,
  second: 1,
  '2nd': 1,
  '2': 1,
  third: 2,
  '3rd': 2,
  '3': 2,
  last: -1,
}
const DROPPED =
  /^\W*(?:cancel|never ?mind|nvm|forget (?:it|that)|drop (?:it|that)|skip(?: it| that)?|stop|no thanks|leave it)\W*$/i
/** An unknown name is at most so many words. */
const MOST_NAME_WORDS = 6

const PROBLEM_SLOTS: Readonly<Record<Problem, readonly (keyof Slots)[]>> = {
  ambiguous_partner: ['partner', 'partners'],
  ambiguous_person: ['people'],
  ambiguous_school: ['school'],
  ambiguous_student: ['student'],
  ambiguous_event: ['target'],
  unknown_event: ['target'],
  impossible_date: ['date', 'start', 'end', 'followUp'],
  weekday_mismatch: ['date', 'start', 'end', 'followUp'],
  past_date: ['date', 'start', 'end', 'followUp'],
  holiday: ['date', 'start', 'followUp'],
}

/**
 * The pending frame with an answer's slots filled in, which may be more than was asked for. Undefined where the text
 * answers nothing: it is a request of its own.
 */
export function answerTo(
  pending: Pending,
  text: string,
  knowledge: Knowledge,
  context: UnderstandContext,
): Frame | undefined {
  if (DROPPED.test(text)) return frameOf('drop')
  const { slot, candidates = [] } = pending
  const chosen = chooseAmong(candidates, text)
  if (chosen !== undefined && !isDateSlot(slot))
    return settle(pending.frame, { [slot]: withList(pending.frame, slot, chosen) })
  const said = readAs(pending.frame, text, knowledge, context)
  if (!said) return undefined
  const fresh = takenFrom(said, pending)
  if (fresh[slot] !== undefined || said.problems.length > 0) return settle(pending.frame, fresh, said)
  if (Object.keys(fresh).length > 0) return settle(pending.frame, fresh, said)
  return nameAsTyped(pending, text)
}

const isDateSlot = (slot: keyof Slots): boolean =>
  slot === 'start' || slot === 'date' || slot === 'end' || slot === 'followUp'

/** The one candidate that the words fit: "the theatres", "second one". */
function chooseAmong(candidates: readonly string[], text: string): string | undefined {
  const words = wordsOf(text)
  if (words.length === 0 || words.length > MOST_NAME_WORDS) return undefined
  const place = words.length === 1 ? ORDINALS[words[0] ?? ''] : undefined
  if (place !== undefined) return candidates.at(place)
  const fits = candidates.filter((candidate) => {
    const has = wordsOf(candidate)
    return words.every((word) =>
      has.some((known) => known === word || (word.length > 3 && known.startsWith(word.slice(0, -1)))),
    )
  })
  return fits.length === 1 ? fits[0] : undefined
}

const wordsOf = (text: string): string[] =>
  (fold(text).match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !FILLER.has(word))

/** What the text says, read as the pending request would be; an hour alone belongs to the day that is known. */
function readAs(frame: Frame, text: string, knowledge: Knowledge, context: UnderstandContext): Frame | undefined {
  const reader = INTENTS.find(({ intent }) => intent === frame.intent)
  if (!reader) return undefined
  const read = (words: string): { said: Frame; hasDate: boolean } => {
    const facts = new Facts(readText(words, knowledge, context))
    return { said: reader.fill(facts), hasDate: placedDates(facts.reading).length > 0 }
  }
  const { said, hasDate } = read(text)
  // A contact is dated today where nothing is said: an answer that says nothing of it dates nothing.
  if (!hasDate) delete said.slots.date
  const { start } = frame.slots
  if (start && !said.slots.start && (hasDate || said.slots.period)) {
    const joined = read(`${dateOf(start)} ${text}`).said
    if (joined.slots.start && !isLocalDate(joined.slots.start)) return joined
  }
  return said
}

/** The slots that an answer adds: what was asked for, and what was not known before. */
function takenFrom(said: Frame, { frame, slot }: Pending): Slots {
  const entries = Object.entries(said.slots).filter(
    ([name]) => name === slot || !(name in frame.slots) || isDateSlot(name as keyof Slots),
  )
  return Object.fromEntries(entries.filter(([name]) => name !== 'event' || slot === 'event' || !frame.slots.event))
}

/** A name that nobody knows, said in answer to the question for one. */
function nameAsTyped({ frame, slot }: Pending, text: string): Frame | undefined {
  const name = text.trim().replace(/[.!]+$/, '')
  const isName =
    slot === 'partner' && /^[\p{L}\p{N}&'’.\- ]+$/u.test(name) && name.split(/\s+/).length <= MOST_NAME_WORDS
  if (!isName) return undefined
  const spelled =
    name === name.toLowerCase() ? name.replace(/(?<=^|\s)\p{Ll}/gu, (letter) => letter.toUpperCase()) : name
  const settled = settle(frame, { partner: spelled })
  return { ...settled, asks: true, unknown: [{ slot, typed: spelled, near: [] }] }
}

const withList = (frame: Frame, slot: keyof Slots, value: string): string | string[] => {
  const before: unknown = frame.slots[slot]
  return slot === 'partners' || slot === 'people' || slot === 'programs' || slot === 'clusters'
    ? [...(Array.isArray(before) ? before : []), value]
    : value
}

/** The frame with more slots; what is settled by them is asked no more. */
function settle(frame: Frame, more: Slots, said?: Frame): Frame {
  const slots = { ...frame.slots, ...more }
  const isTaken = (slot: keyof Slots): boolean => more[slot] !== undefined
  const isOpen = ({ slot }: { slot: keyof Slots }): boolean => !isTaken(slot)
  const saidOf = <T extends { slot: keyof Slots }>(list: readonly T[] | undefined): T[] =>
    (list ?? []).filter(({ slot }) => isTaken(slot) || frame.missing.includes(slot))
  const problems = [
    ...frame.problems.filter((problem) => !PROBLEM_SLOTS[problem].some(isTaken)),
    ...(said?.problems ?? []),
  ]
  const missing = frame.missing.filter(
    (slot) => !isTaken(slot) || (slot === 'start' && frame.intent === 'schedule_event' && isDay(slots.start)),
  )
  const ambiguous = [...frame.ambiguous.filter(isOpen), ...saidOf(said?.ambiguous)]
  const unknown = [...frame.unknown.filter(isOpen), ...saidOf(said?.unknown)]
  return {
    ...frame,
    slots,
    problems: [...new Set(problems)],
    missing,
    ambiguous,
    unknown,
    named: [...frame.named, ...(said?.named ?? [])],
    asks: problems.length > 0 || missing.length > 0 || ambiguous.length > 0 || unknown.length > 0,
  }
}

const isDay = (start: Slots['start']): boolean => start !== undefined && isLocalDate(start as LocalMoment)
