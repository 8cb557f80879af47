import { type Action, encodePress } from '../data/card.ts'
import type { Pending } from '../data/store.ts'
import { dateOf, formatDay, type Instant } from '../data/time.ts'
import type { Outcome, Request, Situation } from './conversation.ts'
import { doubtWords, insteadWords } from './doubt-words.ts'
import { sentenceWith } from './notices.ts'
import { type Choice, dayChoices, eventChoices, likelyValues, MOST_CHOICES } from './question-choices.ts'
import { askAgain } from './question-reminder.ts'
import { questionWords } from './question-words.ts'
import { nextSchoolDay } from './school-days.ts'
import { CHANGING, type Slots } from './understanding/frame.ts'

/** How long a question stays open for a typed answer; its buttons work longer. Milliseconds: one day. */
const QUESTION_EXPIRES_MS = 24 * 60 * 60 * 1000
/** What words that no reader took are likely to offer. */
const UNREAD_KINDS = [
  ['equipment', 'Equipment'],
  ['internship', 'Internship'],
  ['job_shadow', 'Job shadow'],
] as const

/** What a pending question of this file keeps. */
export type OpenQuestion = {
  request: Request
  slot: keyof Slots
  turn: string
  candidates?: string[]
  /** What a typed "yes" overrules, or a "no" where what is asked for is not there. */
  settles?: { by: 'yes' | 'no'; overrules: string }
}

/**
 * The one question that a request needs before it can be done, or undefined where it can be done at once. Buttons hold
 * the likely answers; a typed answer may say more than was asked.
 */
export async function askBefore(request: Request, situation: Situation): Promise<Outcome | undefined> {
  const { frame } = request
  const ambiguous = frame.ambiguous[0]
  if (ambiguous) {
    const choices = ambiguous.candidates
      .slice(0, MOST_CHOICES)
      .map((value) => ({ label: value, value, typed: ambiguous.typed }))
    return ask(request, situation, ambiguous.slot, questionWords.ambiguous(ambiguous.typed), choices)
  }
  const unknown = unknownName(request)
  if (unknown) return askUnknown(request, situation, unknown)
  const problem = frame.problems.find((name) => !request.overrules.includes(name))
  if (problem === 'holiday') return askHoliday(request, situation)
  if (problem === 'unknown_event' || problem === 'ambiguous_event') {
    return ask(
      request,
      situation,
      'target',
      questionWords[problem],
      await eventChoices(situation, frame.extra.candidates),
    )
  }
  if (problem) {
    const slot = dateSlotOf(request)
    return ask(request, situation, slot, questionWords.problem(problem), await dayChoices(request, situation))
  }
  const missing = frame.missing[0]
  if (missing)
    return ask(
      request,
      situation,
      missing,
      questionWords.missing(missing, frame),
      await likelyValues(missing, request, situation),
    )
  if (frame.asks && !request.overrules.includes('doubt')) {
    if (frame.extra.doubt === 'offers') return askUnread(request, situation)
    return frame.extra.doubt === 'intent' ? askIntent(request, situation) : askVague(request, situation)
  }
  return undefined
}

/** A question that is open for a typed answer, which completes its request. */
export const waitFor = (state: OpenQuestion, { now }: Situation): Pending => ({
  question: 'question.slot',
  state,
  expires: (now + QUESTION_EXPIRES_MS) as Instant,
})

const dateSlotOf = ({ frame }: Request): keyof Slots =>
  frame.intent === 'log_contact' || frame.intent === 'set_follow_up' ? 'date' : 'start'

function ask(
  request: Request,
  situation: Situation,
  slot: keyof Slots,
  text: string,
  choices: readonly Choice[],
  extra: readonly Action[] = [],
  settles?: OpenQuestion['settles'],
): Outcome {
  const buttons: Action[] = choices.map(({ label, value, typed }) => ({
    label,
    press: encodePress('question.fill', { turn: situation.turn, slot, value, ...(typed ? { typed } : {}) }),
  }))
  const candidates = choices.map(({ value }) => value)
  const drop: Action = { label: 'Cancel', press: encodePress('question.drop', { turn: situation.turn }) }
  const actions = [...buttons, ...extra, drop]
  return {
    what: 'question',
    replies: [{ card: sentenceWith(text, actions) }],
    request,
    pending: waitFor({ request, slot, turn: situation.turn, candidates, ...(settles && { settles }) }, situation),
    ...(CHANGING.has(request.frame.intent) &&
      request.said !== '' && { posts: [askAgain(request, text, actions, situation)] }),
  }
}

function askUnknown(request: Request, situation: Situation, unknown: Request['frame']['unknown'][number]): Outcome {
  const near = unknown.near.slice(0, 3).map((value) => ({ label: value, value, typed: unknown.typed }))
  const name = spelled(unknown, request.frame.slots)
  const mayAdd = unknown.slot === 'partner' || unknown.slot === 'partners'
  const add: Action[] = mayAdd
    ? [{ label: 'Add as new', press: encodePress('question.add', { turn: situation.turn, name }) }]
    : []
  const text = questionWords.unknown(unknown.slot, name, near.length > 0)
  return ask(request, situation, unknown.slot, text, near, add)
}

/** The first name in a request that is not known, and that nobody has said is new. */
export const unknownName = ({ frame, accepts }: Request): Request['frame']['unknown'][number] | undefined =>
  frame.unknown.find(({ typed }) => !accepts.some(({ name }) => isSame(name, typed)))

/** An unknown name as the slot spells it: "gowanus woodworks" was typed, "Gowanus Woodworks" is meant. */
export function spelled({ slot, typed }: { slot: keyof Slots; typed: string }, slots: Slots): string {
  const values: unknown[] = [slots[slot]].flat()
  return values.find((value): value is string => typeof value === 'string' && isSame(value, typed)) ?? typed
}

const isSame = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

function askHoliday(request: Request, situation: Situation): Outcome {
  const slot = dateSlotOf(request)
  const day = request.frame.slots.start ?? request.frame.slots.date ?? request.frame.slots.followUp
  const date = day ? dateOf(day) : undefined
  const name = date ? situation.knowledge.calendar.holidays.find((holiday) => holiday.date === date)?.name : undefined
  const next = date ? nextSchoolDay(date, situation.knowledge.calendar) : undefined
  const keep: Action = {
    label: 'Keep that day',
    press: encodePress('question.overrule', { turn: situation.turn, name: 'holiday' }),
  }
  const choices = next && day ? [{ label: formatDay(next, situation.local), value: `${next}${day.slice(10)}` }] : []
  const text = date
    ? questionWords.holiday(formatDay(date, situation.local), name ?? 'a holiday')
    : questionWords.problem('holiday')
  return ask(request, situation, slot, text, choices, [keep], { by: 'yes', overrules: 'holiday' })
}

/** What was understood, where understanding itself is not sure of it, and what else it may be. */
async function askIntent(request: Request, situation: Situation): Promise<Outcome> {
  const { turn } = situation
  const yes: Action = { label: 'Yes', press: encodePress('question.overrule', { turn, name: 'doubt' }) }
  const { instead } = request.frame.extra
  const others = (Array.isArray(instead) ? instead : []).flatMap((intent: string): Action[] => {
    const label = insteadWords(intent)
    return label ? [{ label, press: encodePress('question.instead', { turn, intent }) }] : []
  })
  const text = await doubtWords(request, situation)
  return ask(request, situation, dateSlotOf(request), text, [], [yes, ...others], { by: 'yes', overrules: 'doubt' })
}

/** Words that may hold an offer which was not read: its kind by a button, or none. */
function askUnread(request: Request, situation: Situation): Outcome {
  const { unread, count } = request.frame.extra
  const none: Action = {
    label: 'No offer',
    press: encodePress('question.overrule', { turn: situation.turn, name: 'doubt' }),
  }
  const choices = UNREAD_KINDS.map(([kind, label]) => ({
    label,
    value: count === undefined ? kind : `${kind} ${count}`,
  }))
  const text = questionWords.unread(`${unread}`)
  return ask(request, situation, 'offers', text, choices, [none], { by: 'no', overrules: 'doubt' })
}

/** A day that stands for a whole week or so: its school days are the likely answers. */
async function askVague(request: Request, situation: Situation): Promise<Outcome> {
  const slot = dateSlotOf(request)
  const keep: Action = {
    label: 'That is right',
    press: encodePress('question.overrule', { turn: situation.turn, name: 'doubt' }),
  }
  const choices = await dayChoices(request, situation)
  return ask(request, situation, slot, questionWords.vague, choices, [keep], { by: 'yes', overrules: 'doubt' })
}
