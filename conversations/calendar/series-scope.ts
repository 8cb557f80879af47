import { type Action, encodePress } from '../../data/card.ts'
import { hasBegun, type Occurrence, occurrencesOf } from '../../data/occurrences.ts'
import type { RecordOf } from '../../data/records.ts'
import { dateOf, dayOf, formatDay, type Instant, type LocalMoment, monthOf } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { requestOf } from '../corrections.ts'
import { sentence, sentenceWith } from '../notices.ts'
import { questionGuard } from '../question-guard.ts'
import { eventHeading } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { LEAVE, LEAVE_LABEL, left } from './leave-it.ts'

/** What of a series a change is about: all of it, or one time of it. A single event is always all. */
export type Scope = { kind: 'all' } | { kind: 'one'; occurrence: Occurrence }

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const ALL =
  /\b(all( of (them|it|these|those))?|every ?(one|time|week)|(whole|entire|the) series|each (one|time)|from now on)\b/i
const NEXT =
  /\b(just|only) (this|that|the next|the) ?(one|time|week)?\s*($|[.,;!])|\b(this|that|the next) one\b|\b(just|only) (this|that|the next) (one|time|week)\b/i
const ONE_DAY =
  /\b(?:just|only|from|on)\s+(?:the\s+|this\s+|on\s+)?(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*,?\s+)?(?:(?:the\s+)?(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:|\s*(?:am|pm|o'clock))/i
const ANY_DAY =
  /\b(?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+)?(?<day>\d{1,2})(?:st|nd|rd|th)?\b(?!:|\s*(?:am|pm))/i

/** "the 15th ibm speaker", "dec 15": before the "to" it is the time that is meant, after it where it goes. */
const NAMED_DAY =
  /\b(?:(?<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.?\s+(?<day>\d{1,2})(?:st|nd|rd|th)?|(?<ordinal>\d{1,2})(?:st|nd|rd|th))\b(?!:)/i

/** How long the question stays open for a typed answer. Milliseconds: one day. */
const QUESTION_EXPIRES_MS = 24 * 60 * 60 * 1000
const MOST_CHOICES = 3

/** Times of a series that are still to come. */
export const upcoming = (event: RecordOf<'event'>, now: LocalMoment): Occurrence[] =>
  occurrencesOf(event, dateOf(now)).filter(({ start }) => !hasBegun(start, now))

/** What a request is about; undefined where it must be asked. */
export function scopeOf(request: Request, event: RecordOf<'event'>, now: LocalMoment): Scope | undefined {
  if (!event.repeats) return { kind: 'all' }
  const { scope } = request.frame.extra
  return typeof scope === 'string' ? chosenScope(scope, event, now) : saidScope(request.said, event, now, ONE_DAY)
}

function chosenScope(scope: string, event: RecordOf<'event'>, now: LocalMoment): Scope | undefined {
  if (scope === 'all') return { kind: 'all' }
  const occurrence = upcoming(event, now).find(({ date }) => date === scope)
  return occurrence && { kind: 'one', occurrence }
}

type SaidDay = { [part in 'month' | 'day' | 'ordinal']?: string | undefined }

const isOn = (start: Occurrence['start'], { month, day, ordinal }: SaidDay): boolean =>
  dayOf(start) === Number(day ?? ordinal) && (!month || MONTHS[monthOf(start) - 1] === month.toLowerCase())

/** "just the 12th", "all of them", "only this one". */
function saidScope(said: string, event: RecordOf<'event'>, now: LocalMoment, pattern: RegExp): Scope | undefined {
  if (ALL.test(said)) return { kind: 'all' }
  const ahead = upcoming(event, now)
  const { day, month } = pattern.exec(said)?.groups ?? {}
  if (day) {
    const occurrence = ahead.find(({ start }) => isOn(start, { day, month }))
    if (occurrence) return { kind: 'one', occurrence }
  }
  const named = pattern === ONE_DAY ? NAMED_DAY.exec(said.split(/\bto\b/i)[0] ?? '')?.groups : undefined
  const meant = named && ahead.find(({ start }) => isOn(start, named))
  if (meant) return { kind: 'one', occurrence: meant }
  const [next] = ahead
  return next && NEXT.test(said) ? { kind: 'one', occurrence: next } : undefined
}

type OpenScope = { request: Request; event: string; turn: string }

/** "Just one of them, or all?", with the next times as buttons. */
export async function askScope(request: Request, event: RecordOf<'event'>, situation: Situation): Promise<Outcome> {
  const { turn, local, now } = situation
  const text = `${eventHeading(event, await namesOfEvent(event, situation.reads))} repeats. Just one of them, or all?`
  const choice = (label: string, scope: string): Action => ({
    label,
    press: encodePress('calendar.scope', { turn, scope }),
  })
  const actions = [
    ...upcoming(event, local)
      .slice(0, MOST_CHOICES)
      .map(({ date, start }) => choice(`Just ${formatDay(start, local)}`, date)),
    choice('All of them', 'all'),
    { label: LEAVE_LABEL, press: encodePress('question.drop', { turn }) },
  ]
  const state: OpenScope = { request, event: event.id, turn }
  return {
    what: 'question',
    replies: [{ card: sentenceWith(text, actions) }],
    request,
    pending: { question: 'calendar.scope', state, expires: (now + QUESTION_EXPIRES_MS) as Instant },
  }
}

/** A button of the question. */
export async function chooseScope(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const turn = args.turn ?? ''
  const request = requestOf(await situation.reads.turn(turn))
  if (!request || (await situation.reads.guard(questionGuard(turn))) > 0) {
    return {
      what: 'none',
      replies: [{ card: sentence('That is answered already.'), replaces: false }],
      pending: 'keep',
    }
  }
  return decideWith(request, args.scope ?? '', turn, situation)
}

/** A typed answer: "just the 12th", "all". Undefined: it is something else. */
export async function answerScope(text: string, state: unknown, situation: Situation): Promise<Outcome | undefined> {
  // Written by `askScope` into the conversation's own state.
  const { request, event: id, turn } = state as OpenScope
  if (LEAVE.test(text)) return left()
  const event = await situation.reads.get('event', id)
  const scope = event && saidScope(text, event, situation.local, ANY_DAY)
  if (!scope) return undefined
  return decideWith(request, scope.kind === 'all' ? 'all' : scope.occurrence.date, turn, situation)
}

function decideWith(request: Request, scope: string, turn: string, situation: Situation): Promise<Outcome> {
  const frame = { ...request.frame, extra: { ...request.frame.extra, scope } }
  return situation.decide({ ...request, frame, answers: turn })
}
