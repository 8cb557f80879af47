import type { DateExpression } from './dates/expression.ts'
import { readDateMentions } from './dates/read.ts'
import type { DateMention, Span } from './dates/reading.ts'
import type { Knowledge } from './knowledge.ts'
import { chooseKinds } from './names/choose.ts'
import { markNames } from './names/mark.ts'
import { markBareOwners } from './names/owners.ts'
import { settleNames } from './names/settle.ts'
import { readCounted } from './readers/counted.ts'
import { readEventKinds } from './readers/event-kind.ts'
import { readPeriods, readRoom } from './readers/place.ts'
import type { Reading } from './reading.ts'

import { correctView } from './text/correct.ts'
import { dropCourtesies } from './text/courtesies.ts'
import { type Message, readMessage } from './text/message.ts'
import { spellSpoken } from './text/spoken.ts'
import { type View, viewOf } from './text/view.ts'
import type { UnderstandContext } from './understand.ts'
import { ORDINARY_WORDS } from './words/ordinary.ts'
import { expandShorthand, repairWord } from './words/shorthand.ts'

/** All that is read before intents are weighed: words, names, dates, and who is who. */
export function readText(text: string, knowledge: Knowledge, context: UnderstandContext): Reading {
  const message = dropCourtesies(readMessage(text, expandShorthand))
  markBareOwners(message, knowledge.names)
  const names = chooseKinds(message, markNames(message, knowledge.names))
  const isNamed = new Uint8Array(message.tokens.length)
  for (const { first, last } of names) isNamed.fill(1, first, last)
  const contractions = spellSpoken(message, isNamed)
  repairWords(message, isNamed, knowledge)
  const spans = names.map(({ first, last }) => spanOf(message, first, last))
  const bare = viewOf(message, names, [])
  const taken = [...spans, ...contractions, ...placeSpans(message, bare)]
  const dates = readDateMentions(readDashedDays(message.typed), { taken, calendar: knowledge.calendar }).map(withoutNow)
  const view = correctView(
    viewOf(
      message,
      names,
      dates.filter(({ expression }) => !isNow(expression)),
    ),
  )
  const refs = settleNames(message, view, knowledge)
  return { message, names, dates, view, refs, knowledge, context }
}

/** A list whose items are parted by dashes: "East Campus - Mar 3 - 8 to 12 - 10 kids". */
const partList = (typed: string): string => (typed.split(' - ').length > 3 ? typed.replaceAll(' - ', ' ; ') : typed)

/** "yesterdays call": yesterday's. */
const OWNING_NEAR = /\b(yesterday|today|tomorrow|(?:this|next|last) (?:week|month|year))s (?=[a-z])/gi

/** "student of the month" names no month. */
const HONOR = /\b(?:student|employee|teacher|intern) of the (?:week|month|quarter|semester|year)\b/gi

/** "fridays breakfast": Friday's, typed without its apostrophe; no series. The text keeps its length. */
const OWNING_DAY =
  /\b((?:mon|tues|wednes|thurs|fri|satur|sun)day)(?:['\u2019]s|s) (?=(?:(?!at|in|on|for|with|and|the|to)[a-z]{4,} )?(?:breakfast|bfast|brkfst|bkfst|brunch|comp|appt|meeting|mtg|speaker|talk|career (?:day|fair)|job shadow|shadow|visit|site visit|tour|advisory|mock|interviews?|event|competition|session|call|zoom|coffee|lunch)\b)/gi

/** "/ 8-25 /": a pair with a dash is a day where it fills its place in a list, and no hours can be meant. */
const readDashedDays = (typed: string): string =>
  partList(typed)
    .replace(OWNING_DAY, (all: string, day: string) => day.padEnd(all.length))
    .replace(OWNING_NEAR, '$1  ')
    .replace(HONOR, (all: string) => ' '.repeat(all.length))
    // "8 30 to 11 30", as it is dictated.
    .replace(/\b(\d{1,2}) ([0-5]\d) (to|til|till|until|-) (\d{1,2}) ([0-5]\d)\b/gi, '$1:$2 $3 $4:$5')
    // "through april, first one jan 12" is no April 1.
    .replace(/, (?=first (?:one|ones|time|session|meeting|visit)\b)/gi, '; ')
    .replace(
      /(^|[/|\n,]\s*|\bon\s+|\bdate:\s*)(\d{1,2})-(\d{1,2})(?=\s*(?:[/|\n,.;]|$))/g,
      (all: string, lead: string, month: string, day: string) =>
        Number(month) >= 1 && Number(month) <= 12 && Number(day) > 12 && Number(day) <= 31
          ? `${lead}${month}/${day}`
          : all,
    )

const spanOf = ({ tokens }: Message, first: number, last: number): Span => ({
  from: tokens[first]?.from ?? 0,
  to: tokens[last - 1]?.to ?? 0,
})

/** "now", "just now" say nothing that a frame holds. */
const isNow = ({ clock, day, days, endClock }: DateExpression): boolean =>
  clock !== undefined && 'isNow' in clock && !day && !days && !endClock

/** "is now March 9": the day, not this moment. */
function withoutNow(mention: DateMention): DateMention {
  const { clock, ...rest } = mention.expression
  const isDay =
    clock !== undefined && 'isNow' in clock && !rest.endClock && (rest.day !== undefined || rest.days !== undefined)
  return isDay ? { ...mention, expression: rest, shape: rest.day ? 'day' : 'days' } : mention
}

/** Rooms and periods hold numbers that are no dates, a career day is no day. */
function placeSpans(message: Message, view: View): Span[] {
  const room = readRoom(view)
  const days = readEventKinds(view).filter(({ why }) => /\bdays?\b/.test(why))
  const counts = readCounted(view)
  const found = [...counts, ...readPeriods(view), ...(room && /\d/.test(room.value) ? [room] : []), ...days]
  return found.map(({ from, to }) => spanOf(message, view.items[from]?.first ?? 0, view.items[to - 1]?.last ?? 0))
}

/** Repairs slips in the words that readers look for, outside of names. */
function repairWords(message: Message, isNamed: Uint8Array, knowledge: Knowledge): void {
  message.tokens.forEach((token, at) => {
    if (isNamed[at] || token.kind !== 'word' || token.norm !== token.plain || ORDINARY_WORDS.has(token.plain)) return
    if (token.casing === 'title' && at > 0 && knowledge.names.knowsWord(token.plain)) return
    const repaired = repairWord(token.plain)
    if (repaired !== undefined) message.tokens[at] = { ...token, norm: repaired }
  })
}
