import {
  dateOf,
  isLocalDate,
  isLocalMoment,
  isLocalTime,
  type LocalDate,
  type LocalMoment,
  momentAt,
  parseLocalTime,
  timeOf,
} from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { readDateMentions } from '../understanding/dates/read.ts'
import type { DateMention } from '../understanding/dates/reading.ts'
import { resolve } from '../understanding/dates/resolve.ts'

type When = Pick<Moment, 'local' | 'zone' | 'knowledge'>

/** The dates of a text, with the words that stand before each. */
export function mentionsIn(text: string, { knowledge }: When): { mention: DateMention; before: string }[] {
  return readDateMentions(text.slice(0, 4000), { calendar: knowledge.calendar })
    .filter(({ isWeak, isNegated }) => !isWeak && !isNegated)
    .map((mention) => ({
      mention,
      before: text.slice(Math.max(0, mention.span.from - 40), mention.span.from).toLowerCase(),
    }))
}

/** The day a mention means, seen from now; undefined where it is none or does not exist. */
export function dayOf(mention: DateMention, direction: 'ahead' | 'behind', when: When): LocalDate | undefined {
  const { start } = resolve(mention, { now: when.local, direction, calendar: when.knowledge.calendar, zone: when.zone })
  if (!start) return undefined
  if (isLocalDate(start)) return start
  return isLocalMoment(start) ? (start.slice(0, 10) as LocalDate) : undefined
}

/** Posts go out at nine where only a day was said. */
const DEFAULT_TIME = parseLocalTime('09:00')

/** When something is to be posted: "friday 9am", "tomorrow". Undefined: no such time, or one that is past. */
export function postTimeOf(mention: DateMention, when: When): LocalMoment | undefined {
  const reading = resolve(mention, {
    now: when.local,
    direction: 'ahead',
    calendar: when.knowledge.calendar,
    zone: when.zone,
  })
  if (reading.problems.length > 0 || !reading.start) return undefined
  const { start } = reading
  if (isLocalMoment(start)) return start > when.local ? start : undefined
  if (!isLocalDate(start) || !DEFAULT_TIME) return undefined
  const at = momentAt(start, DEFAULT_TIME)
  return at > when.local ? at : undefined
}

/** A time is the post's where the words say so: "post it friday 9am", "goes out tomorrow". */
const POST_CUE =
  /\b(?:post(?:ed|ing)?|publish(?:ed)?|share|run|schedule(?:d)?|go(?:es)? (?:out|up|live)|send(?: it)?(?: out)?|put it (?:up|out)|release it)\b[^.;!?\n]{0,60}$/i

export function postTimeIn(said: string, when: When, planned?: LocalMoment): LocalMoment | undefined {
  for (const { mention } of mentionsIn(said, when)) {
    if (!POST_CUE.test(said.slice(0, mention.span.from))) continue
    const at = movedTimeOf(mention, when, planned)
    if (at) return at
  }
  return undefined
}

/** A new time for what is planned already, whatever stands before it: "no, 3pm", "make it monday". */
export function newTimeIn(said: string, when: When, planned: LocalMoment): LocalMoment | undefined {
  for (const { mention } of mentionsIn(said, when)) {
    const at = movedTimeOf(mention, when, planned)
    if (at) return at
  }
  return undefined
}

/** An hour alone is that hour of the planned day; a day alone keeps the planned hour. */
function movedTimeOf(mention: DateMention, when: When, planned: LocalMoment | undefined): LocalMoment | undefined {
  if (planned === undefined || (mention.shape !== 'time' && mention.shape !== 'day')) return postTimeOf(mention, when)
  const { start, problems } = resolve(mention, {
    now: when.local,
    direction: 'ahead',
    calendar: when.knowledge.calendar,
    zone: when.zone,
  })
  if (!start || problems.length > 0) return undefined
  const time = isLocalTime(start) ? start : isLocalMoment(start) ? timeOf(start) : timeOf(planned)
  const date = mention.shape === 'time' ? dateOf(planned) : isLocalTime(start) ? undefined : dateOfStart(start)
  const at = date && momentAt(date, time)
  return at && at > when.local ? at : undefined
}

const dateOfStart = (start: LocalDate | LocalMoment): LocalDate => start.slice(0, 10) as LocalDate
