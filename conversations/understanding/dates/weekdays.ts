import { withLead } from './calendar-days.ts'
import { meridiemAt } from './clock.ts'
import type { DayExpression, DaysExpression } from './expression.ts'
import { WHICH, whichAt } from './months.ts'
import { numberAt, quantityAt } from './numbers.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'
import { withinAt } from './weeks.ts'

const LEADS = new Set(['on', 'by', 'for', 'the', 'around', 'of', 'one'])
/** Weekdays that are also verbs or nouns: bare, they need a word before or behind that dates have. */
const NEED_A_CUE = new Set(['sat', 'sun'])
const CUES = new Set(
  'on this next last by every each until or and from to , / - ( for through before after & @ : this'.split(' '),
)
const BEHIND = new Set('at @ morning night nite afternoon aft evening am pm eve , . ! ? ; / - and or &'.split(' '))

/** A weekday's name at a token, with the dot of its abbreviation; not the plural. */
export function weekdayAt(scan: Scan, at: number): { weekday: number; to: number } | undefined {
  const token = scan.tokens[at]
  if (token?.kind !== 'word' || token.facts.weekday === undefined || token.facts.isPlural) return undefined
  if (token.isGlued && scan.tokens[at - 1]?.kind === 'word') return undefined
  const isAbbreviated = token.to - token.from <= 5 && wordAt(scan, at + 1) === '.' && scan.tokens[at + 1]?.isGlued
  return { weekday: token.facts.weekday, to: isAbbreviated ? at + 2 : at + 1 }
}

/** Before "sat" these make it a verb; before "sun", a noun. */
const NO_DAY = new Set(['i', 'we', 'he', 'she', 'they', 'it', 'who', 'and', 'was', 'the'])

/** "sat with her", "the sun": a weekday's short name that is a word here. */
function isWeekdayHere(scan: Scan, at: number, to: number): boolean {
  const token = scan.tokens[at]
  if (!token || !NEED_A_CUE.has(token.word)) return true
  const before = wordAt(scan, at - 1)
  const isAfterTime = scan.tokens[at - 1]?.kind === 'figure' || /^(am|pm|noon|o'clock)$/.test(before)
  const isAbbreviated = token.isCapital && at > 0 && wordAt(scan, at + 1) === '.' && before !== '.'
  if (isAfterTime || (isAbbreviated && !NO_DAY.has(before))) return true
  if (to === at + 2 && !NO_DAY.has(before)) return true
  if (/^(?:breakfast|bfast|lunch|coffee|dinner|drinks|mtg|meeting|call|zoom|fair|expo)$/.test(before)) return true
  const next = scan.tokens[to]
  if (!next) return !NO_DAY.has(before)
  if (token.word === 'sun' && before === 'the') return false
  if (BEHIND.has(next.word) || next.kind === 'figure' || next.facts.month !== undefined) return true
  return CUES.has(before) && !/^(in|down|with|w|through|for|next|on)$/.test(next.word)
}

/** "the first Monday of next month", "last Friday of October", "fifth last day of May", "third day of October". */
function nthAt(scan: Scan, at: number): Match | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const isLast = wordAt(scan, start) === 'last'
  const number = isLast ? undefined : numberAt(scan, start)
  if (!isLast && !number) return undefined
  if (number && !number.isOrdinal && (number.isWord || wordAt(scan, number.to) !== 'of')) return undefined
  const isFromEnd = number && wordAt(scan, number.to) === 'last'
  const nth = isLast ? -1 : isFromEnd ? -(number?.value ?? 1) : (number?.value ?? 1)
  const named = (number?.to ?? start + 1) + (isFromEnd ? 1 : 0)
  const weekday = weekdayAt(scan, named)
  const isDay = wordAt(scan, named) === 'day' || (!weekday && number && !number.isWord && !isFromEnd)
  if (!weekday && !isDay && !(number && wordAt(scan, named) === 'of')) return undefined
  const within = withinAt(scan, weekday?.to ?? (wordAt(scan, named) === 'day' ? named + 1 : named))
  if (!within && weekday && !isLast && number) return openNth(scan, weekday, nth)
  if (!within || (within.days.is !== 'month' && within.days.is !== 'named-month' && within.days.is !== 'year'))
    return undefined
  if (!weekday && within.days.is === 'year') return undefined
  const day: DayExpression = { is: 'nth', nth, ...(weekday && { weekday: weekday.weekday }), within: within.days }
  return { to: within.to, says: { day } }
}

/** "the first Monday" with its month said later, or not at all. */
function openNth(scan: Scan, weekday: { weekday: number; to: number }, nth: number): Match | undefined {
  if (wordAt(scan, weekday.to) === '-') return undefined
  const within: DaysExpression = { is: 'month', months: 0 }
  const next = scan.tokens[weekday.to]
  const isAlone = next?.kind !== 'word' || /^(at|in|on|for|with|w|and|or|from|to|works|please|pls)$/.test(next.word)
  return {
    to: weekday.to,
    says: { day: { is: 'nth', nth, weekday: weekday.weekday, within, isOpen: true } },
    isWeak: !isAlone,
  }
}

/** "3 Fridays from now", "2 Thursdays ago". */
function countedAt(scan: Scan, at: number): Match | undefined {
  const quantity = quantityAt(scan, at)
  const token = quantity && scan.tokens[quantity.to]
  if (!quantity || !token?.facts.weekday || quantity.value < 1 || quantity.value % 1 !== 0) return undefined
  const ahead = Math.max(after(scan, quantity.to + 1, 'from now'), after(scan, quantity.to + 1, 'out'))
  const behind = /^(ago|back)$/.test(wordAt(scan, quantity.to + 1)) ? quantity.to + 2 : -1
  if (ahead < 0 && behind < 0) return undefined
  const count = ahead > 0 ? quantity.value : -quantity.value
  return { to: Math.max(ahead, behind), says: { day: { is: 'weekdays-on', weekday: token.facts.weekday, count } } }
}

/** What follows a weekday: "… after next", "… next week", "… of the following week", "… week", "… after Thanksgiving". */
function behindAt(scan: Scan, weekday: number, to: number): Match | undefined {
  const afterNext = after(scan, to, 'after next')
  if (afterNext > 0) return { to: afterNext, says: { day: { is: 'weekday', weekday, which: 'after-next' } } }
  const joint = /^(of|from|in|,)$/.test(wordAt(scan, to)) ? to + 1 : to
  const week = scan.daysAt(joint)?.says.days
  const end = week && scan.daysAt(joint)?.to
  if (
    week &&
    end &&
    (week.is === 'week' || week.is === 'week-of' || week.is === 'nth-week' || week.is === 'week-number')
  ) {
    return { to: end, says: { day: { is: 'weekday-in', weekday, within: week } } }
  }
  const side = wordAt(scan, to)
  if (side === 'after' || side === 'before' || side === 'following') {
    const day = scan.holidayAt(to + 1) ?? scan.dayAt(to + 1)
    if (day?.says.day && day.says.day.is !== 'weekday') {
      const near = side === 'before' ? 'before' : 'after'
      return { to: day.to, says: { day: { is: 'weekday-near', weekday, of: day.says.day, side: near } } }
    }
  }
  return undefined
}

/** "the (second) closest Mon to October fifth". */
function closestAt(scan: Scan, at: number): Match | undefined {
  let start = wordAt(scan, at) === 'the' ? at + 1 : at
  const number = numberAt(scan, start)
  if (number?.isOrdinal) start = number.to
  if (!/^(closest|nearest)$/.test(wordAt(scan, start))) return undefined
  const weekday = weekdayAt(scan, start + 1)
  const day: Match | undefined = weekday
    ? { to: weekday.to, says: { day: { is: 'weekday', weekday: weekday.weekday } } }
    : scan.holidayAt(start + 1)
  if (!day?.says.day || wordAt(scan, day.to) !== 'to') return undefined
  const to = scan.dayAt(day.to + 1)
  if (!to?.says.day) return undefined
  return { to: to.to, says: { day: { is: 'closest', nth: number?.value ?? 1, day: day.says.day, to: to.says.day } } }
}

export const weekdayReader: Reader = {
  name: 'weekday',
  starts: [
    'on',
    'by',
    'for',
    'the',
    'from',
    'before',
    'around',
    'until',
    'of',
    'closest',
    'nearest',
    'a',
    ...WHICH.keys(),
  ],
  startsWith: (facts) => facts.weekday !== undefined || facts.number !== undefined || facts.ordinal !== undefined,
  startsWithFigure: true,
  read(scan, at) {
    const match = phraseAt(scan, at)
    if (match) return withLead(scan, at, match)
    const start = LEADS.has(wordAt(scan, at)) ? at + 1 : -1
    const led = start > 0 ? phraseAt(scan, start) : undefined
    return led && withLead(scan, at, led)
  },
}

function phraseAt(scan: Scan, at: number): Match | undefined {
  const special = nthAt(scan, at) ?? countedAt(scan, at) ?? closestAt(scan, at)
  if (special) return special
  const which = whichAt(scan, at)
  const weekday = weekdayAt(scan, which?.to ?? at)
  if (!weekday) return weekOfWeekdayAt(scan, at)
  if (!which && !isWeekdayHere(scan, at, weekday.to)) return undefined
  const behind = which ? undefined : behindAt(scan, weekday.weekday, weekday.to)
  if (behind) return behind
  const day: DayExpression = { is: 'weekday', weekday: weekday.weekday, ...(which && { which: which.which }) }
  return withMonthday(scan, weekday.to, day) ?? { to: weekday.to, says: { day } }
}

/** "Tuesday the 19th", "Thu 15th", "Friday 23". */
function withMonthday(scan: Scan, at: number, weekday: DayExpression): Match | undefined {
  let start = wordAt(scan, at) === ',' ? at + 1 : at
  if (wordAt(scan, start) === 'the') start += 1
  const number = numberAt(scan, start)
  if (!number || number.value > 31 || number.digits.length > 2 || (!number.isOrdinal && number.value < 13))
    return undefined
  const next = scan.tokens[number.to]
  const joint = wordAt(scan, number.to)
  if (next?.facts.month !== undefined || next?.facts.unit || (joint === 'of' && !number.isWord)) return undefined
  if (joint === 'of' || meridiemAt(scan, number.to) || (joint === '-' && next?.isGlued)) return undefined
  return { to: number.to, says: { day: { is: 'both', main: { is: 'monthday', day: number.value }, check: weekday } } }
}

/** "next week Wednesday", "last week's Sunday", "this week - Monday". */
function weekOfWeekdayAt(scan: Scan, at: number): Match | undefined {
  const week = scan.daysAt(at)
  const days: DaysExpression | undefined = week?.says.days
  if (!week || days?.is !== 'week') return undefined
  const joint = /^(-|on|,|:)$/.test(wordAt(scan, week.to)) ? week.to + 1 : week.to
  const weekday = weekdayAt(scan, joint)
  return weekday && { to: weekday.to, says: { day: { is: 'weekday-in', weekday: weekday.weekday, within: days } } }
}
