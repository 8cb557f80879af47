import { yearOfAt } from './calendar-days.ts'
import { amountAt } from './durations.ts'
import type { Amount, DayExpression } from './expression.ts'
import { HOLIDAY_NAMES } from './holiday-rules.ts'
import { whichAt } from './months.ts'
import type { DayCalendar } from './reading.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'
import { WORD_FACTS } from './words.ts'

/** A tree of names, word by word; `id` where a name ends. */
export type NameTree = { id?: string; next: Map<string, NameTree> }

const BREAK_WORDS = new Set(['recess', 'break', 'vacation', 'vacations', 'recesse', 'holiday'])

/** One form for "mother's", "mothers", "mother"; and for recess, break, vacation. */
export function foldHolidayWord(word: string): string {
  const owned = word.endsWith("'s") ? word.slice(0, -2) : word
  const bare = owned.includes("'") ? owned.replace(/'/g, '') : owned
  const one = bare.length > 3 && bare.endsWith('s') && !bare.endsWith('ss') ? bare.slice(0, -1) : bare
  return BREAK_WORDS.has(one) ? 'break' : one
}

const foldName = (name: string): string[] =>
  name
    .toLowerCase()
    .replace(/[\u2018\u2019]/g, "'")
    .split(/[^a-z0-9']+/)
    .map(foldHolidayWord)
    .filter((word) => word !== '')

function plant(tree: NameTree, words: readonly string[], id: string): void {
  let node = tree
  for (const word of words) {
    const next = node.next.get(word) ?? { next: new Map<string, NameTree>() }
    node.next.set(word, next)
    node = next
  }
  node.id ??= id
}

const RULE_TREE: NameTree = { next: new Map() }
for (const { name, id } of HOLIDAY_NAMES) plant(RULE_TREE, foldName(name), id)

/** The id that a calendar's entry goes by: a rule's where it has that name, else its own name folded. */
export function holidayIdsOf(name: string): string[] {
  return name.split('/').map((part, index, parts) => {
    const tail = index < parts.length - 1 && /\bday\b/i.test(name) && !/\bday\b/i.test(part) ? ' day' : ''
    const words = foldName(part + tail)
    let node: NameTree | undefined = RULE_TREE
    for (const word of words) node = node?.next.get(word)
    if (node?.id) return node.id
    const short = words.at(-1) === 'day' ? words.slice(0, -1) : words
    let other: NameTree | undefined = RULE_TREE
    for (const word of short) other = other?.next.get(word)
    return other?.id ?? short.join(' ')
  })
}

const planted = new WeakMap<DayCalendar, NameTree>()
const NO_TREE: NameTree = { next: new Map() }

/** "summer" alone, as some calendars name it, is a season: "a couple of summer jobs". */
const SEASON = /^(?:summer|fall|autumn|winter|spring)$/i

/** The names that a calendar adds to the rules'. Built once a calendar. */
export function calendarTree(calendar: DayCalendar | undefined): NameTree {
  if (!calendar) return NO_TREE
  const known = planted.get(calendar)
  if (known) return known
  const tree: NameTree = { next: new Map() }
  for (const { name } of [...calendar.holidays, ...(calendar.daysOff ?? [])]) {
    for (const id of holidayIdsOf(name)) if (!SEASON.test(id)) plant(tree, foldName(id), id)
  }
  planted.set(calendar, tree)
  return tree
}

/** A name of the tree at a token: the longest, with "day" behind it. */
function nameAt(scan: Scan, at: number, tree: NameTree): { id: string; to: number } | undefined {
  let node: NameTree | undefined = tree
  let found: { id: string; to: number } | undefined
  for (let i = at; node && i < at + 8; i += 1) {
    const token = scan.tokens[i]
    if (!token || token.kind === 'opaque') break
    if (i > at && (token.word === '-' || token.word === '.' || token.word === "'") && token.isGlued) continue
    node = node.next.get(foldHolidayWord(token.word))
    if (node?.id) found = { id: node.id, to: i + 1 }
  }
  if (!found) return undefined
  const to = /^['.]$/.test(wordAt(scan, found.to)) && wordAt(scan, found.to + 1) === 'day' ? found.to + 1 : found.to
  return { id: found.id, to: wordAt(scan, to) === 'day' ? to + 1 : found.to }
}

/** Words before a holiday, a break or a PD day that their readers take with it. */
const STARTS = new Set(
  (
    'on by for in of around the this next last coming upcoming following previous past current our your a an during over right just soon after ' +
    'before following day pd p professional staff superintendent superintendents chancellor conference inservice mid break recess winter midwinter ' +
    'spring fall summer xmas holiday'
  ).split(' '),
)

/** Whether one of the readers of holidays and of the organization's days may start at a word. */
export function holidayStarts(tree: NameTree, folded: string, word: string): boolean {
  return (
    STARTS.has(word) || RULE_TREE.next.has(folded) || tree.next.has(folded) || WORD_FACTS.get(word)?.month !== undefined
  )
}

/** Ids ending so are runs of days off. */
const isBreak = (id: string): boolean => id.endsWith(' break') || id === 'break'

/** A holiday or break by name, without what may stand before and behind it. */
export function holidayNameAt(scan: Scan, at: number, tree: NameTree): Match | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const token = scan.tokens[start]
  if (token?.kind !== 'word') return undefined
  const own = nameAt(scan, start, tree)
  const rule = nameAt(scan, start, RULE_TREE)
  const found = own && (!rule || own.to >= rule.to) ? own : rule
  if (!found) return undefined
  const day: DayExpression = isBreak(found.id) ? { is: 'break', name: found.id } : { is: 'holiday', holiday: found.id }
  return { to: found.to, says: { day } }
}

const LEADS = new Set(['on', 'by', 'for', 'in', 'of', 'around'])

/** "thanksgiving in 9 months", "thanksgiving 3 months ago". */
function nearAt(scan: Scan, at: number): { near: Amount; to: number } | undefined {
  const isIn = wordAt(scan, at) === 'in'
  const found = amountAt(scan, isIn ? at + 1 : at)
  if (!found) return undefined
  if (isIn) return { near: found.amount, to: found.to }
  const ahead = after(scan, found.to, 'from now')
  if (ahead > 0) return { near: found.amount, to: ahead }
  if (wordAt(scan, found.to) !== 'ago') return undefined
  return { near: { ...found.amount, value: -found.amount.value }, to: found.to + 1 }
}

/** "memorial day weekend", "labor day 2021 weekend", "the weekend of halloween". */
function weekendAt(scan: Scan, at: number): number {
  const dash =
    wordAt(scan, at) === 'week' && wordAt(scan, at + 1) === '-' && wordAt(scan, at + 2) === 'end' ? at + 3 : -1
  return wordAt(scan, at) === 'weekend' ? at + 1 : dash
}

export function makeHolidayReader(tree: NameTree): Reader {
  return {
    name: 'holiday',
    read(scan, at) {
      const start = LEADS.has(wordAt(scan, at)) ? at + 1 : at
      const of = after(scan, wordAt(scan, start) === 'the' ? start + 1 : start, 'weekend of')
      const which = of > 0 ? undefined : whichAt(scan, start)
      const found = holidayNameAt(scan, of > 0 ? of : (which?.to ?? start), tree)
      if (found?.says.day?.is !== 'holiday') return undefined
      const isDeadline = wordAt(scan, at) === 'by' || wordAt(scan, at) === 'before'
      const early = weekendAt(scan, found.to)
      const year = yearOfAt(scan, early > 0 ? early : found.to)
      const near = year || early > 0 ? undefined : nearAt(scan, found.to)
      const day: DayExpression = {
        ...found.says.day,
        ...(which && { which: which.which }),
        ...(year && { of: year.of }),
        ...(near && { near: near.near }),
      }
      const to = year?.to ?? near?.to ?? (early > 0 ? early : found.to)
      const late = early > 0 ? early : weekendAt(scan, to)
      if (late < 0 && of < 0) return { to, says: { day }, isDeadline }
      return { to: Math.max(late, to), says: { days: { is: 'weekend-of', day } }, isSpan: true, isVague: true }
    },
  }
}
