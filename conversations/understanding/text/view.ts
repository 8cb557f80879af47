import type { DateMention } from '../dates/reading.ts'
import type { Name } from '../names/choose.ts'
import { saysIs } from '../names/mark.ts'
import { Gate } from './gate.ts'
import type { Message, Token } from './message.ts'

/** One word of a view: a token, or a name or a date as a whole. `first` to `last` (half-open) count tokens. */
export type Item = { word: string; first: number; last: number; name?: Name; date?: DateMention }

/** Items `from` to `to`, half-open. */
export type Reach = { from: number; to: number }

const NO_MATCHES: readonly never[] = []
const SIGN_LIKE = /^[^\p{L}\p{N}]+$/u
/** Signs that say yes or done; any other picture only parts one clause from the next. */
const KEPT_SIGNS = new Set([
  '☎',
  '📞',
  '✅',
  '✔',
  '☑',
  '👍',
  '👎',
  '❌',
  '🤔',
  '@',
  '#',
  '$',
  '→',
  '>',
  '+',
  '&',
  '%',
  '~',
])
/** Words before a date that belong to the sentence, although the date's reader takes them. */
const LEADS = new Set(['on', 'for', 'by', 'from', 'to', 'until', 'till', 'at', 'in', 'now'])
const KIND_WORDS = {
  partner: 'PARTNER',
  person: 'PERSON',
  school: 'SCHOOL',
  program: 'PROGRAM',
  cluster: 'CLUSTER',
  student: 'STUDENT',
  staff: 'STAFF',
} as const
const DATE_WORDS = {
  day: 'DAY',
  days: 'DAYS',
  time: 'TIME',
  hours: 'HOURS',
  moment: 'MOMENT',
  moments: 'MOMENTS',
  recurrence: 'EVERY',
  shift: 'SHIFT',
  duration: 'LENGTH',
} as const

/**
 * A message as patterns see it: lower-case words a blank apart, shorthand written out, every known name and every date
 * as one word in capitals ("coffee with PERSON from PARTNER DAY"), so that no name is ever taken for what it says.
 */
export class View {
  readonly items: readonly Item[]
  readonly text: string
  readonly #starts: readonly number[]
  readonly #gate: Gate

  constructor(items: readonly Item[]) {
    this.items = items
    const starts: number[] = []
    let text = ''
    for (const item of items) {
      if (text !== '') text += ' '
      starts.push(text.length)
      text += item.word
    }
    this.text = text
    this.#starts = starts
    this.#gate = new Gate(text)
  }

  /** The item at a place in `text`. */
  itemAt(place: number): number {
    let low = 0
    let high = this.#starts.length - 1
    while (low < high) {
      const middle = (low + high + 1) >> 1
      if ((this.#starts[middle] ?? 0) <= place) low = middle
      else high = middle - 1
    }
    return low
  }

  /** Where an item begins in `text`. */
  placeOf(item: number): number {
    return this.#starts[item] ?? this.text.length
  }

  /** The text of items `from` to `to`. */
  slice(from: number, to: number): string {
    const end = to >= this.items.length ? this.text.length : this.placeOf(to) - 1
    return this.text.slice(this.placeOf(from), Math.max(end, this.placeOf(from)))
  }

  /** The first match of a pattern that is not global. */
  match(pattern: RegExp): RegExpExecArray | null {
    return this.#gate.mayMatch(pattern) ? pattern.exec(this.text) : null
  }

  has(pattern: RegExp): boolean {
    return this.#gate.mayMatch(pattern) && pattern.test(this.text)
  }

  /** Every match of a global pattern, as items. */
  matches(pattern: RegExp): readonly (Reach & { match: RegExpExecArray })[] {
    if (!this.#gate.mayMatch(pattern)) return NO_MATCHES
    const found: (Reach & { match: RegExpExecArray })[] = []
    pattern.lastIndex = 0
    for (let match = pattern.exec(this.text); match; match = pattern.exec(this.text)) {
      const length = Math.max(match[0].length, 1)
      found.push({ from: this.itemAt(match.index), to: this.itemAt(match.index + length - 1) + 1, match })
      pattern.lastIndex = match.index + length
    }
    return found
  }
}

/** The view of a message with its names and dates marked. Dates inside names are not there: names were taken first. */
export function viewOf(message: Message, names: readonly Name[], dates: readonly DateMention[]): View {
  const { tokens } = message
  const nameAt = new Map(names.map((name) => [name.first, name]))
  const items: Item[] = []
  let nextDate = 0
  for (let at = 0; at < tokens.length; ) {
    const token = tokens[at]
    if (!token) break
    while ((dates[nextDate]?.span.to ?? Number.POSITIVE_INFINITY) <= token.from) nextDate++
    const date = dates[nextDate]
    const name = nameAt.get(at)
    if (name) {
      items.push({ word: KIND_WORDS[name.kind], first: at, last: name.last, name })
      const end = tokens[name.last - 1]
      const isVerb = end?.owner !== undefined && /['\u2019]s$/.test(end.typed) && saysIs(tokens[name.last])
      if (isVerb && tokens[name.last]?.norm !== 'is') items.push({ word: 'is', first: name.last - 1, last: name.last })
      at = name.last
    } else if (date && date.span.from <= token.from && token.from < date.span.to) {
      let last = at + 1
      while ((tokens[last]?.from ?? Number.POSITIVE_INFINITY) < date.span.to && !nameAt.has(last)) last++
      while (at < last - 1 && LEADS.has(tokens[at]?.norm ?? '')) {
        items.push({ word: tokens[at]?.norm ?? '', first: at, last: at + 1 })
        at++
      }
      items.push({ word: DATE_WORDS[date.shape], first: at, last, date })
      nextDate++
      at = last
    } else if (token.norm === '@') {
      const isMention =
        isGluedWord(tokens[at + 1]) &&
        (at === 0 || /^(?:bot|liaison)$/.test(tokens[at + 1]?.plain ?? '')) &&
        !nameAt.has(at + 1)
      items.push({ word: isMention ? 'MENTION' : 'at', first: at, last: isMention ? at + 2 : at + 1 })
      at += isMention ? 2 : 1
    } else if (token.norm === '#' && isGluedWord(tokens[at + 1])) {
      let last = at + 2
      while (isGluedWord(tokens[last]) || (/^[-_]$/.test(tokens[last]?.norm ?? '') && tokens[last]?.isGlued)) last++
      items.push({ word: 'CHANNEL', first: at, last })
      at = last
    } else {
      const before = tokens[at - 1]
      const after = tokens[at + 1]
      const isHyphen =
        token.norm === '-' && token.isGlued && after?.isGlued && before?.kind === 'word' && after.kind === 'word'
      const isSaying = token.owner !== undefined && /['\u2019]s$/.test(token.typed) && OFF.test(after?.norm ?? '')
      if (isSaying) {
        items.push({ word: token.owner ?? '', first: at, last: at + 1 }, { word: 'is', first: at, last: at + 1 })
      } else if (!isHyphen) for (const word of wordsOf(token)) items.push({ word, first: at, last: at + 1 })
      at++
    }
  }
  return new View(items)
}

/** Behind "the job shadow's": it is off, and owns nothing. */
const OFF = /^(?:off|cancelled|canceled|moved|now|dead|happening|gonna|going|been|postponed|full|at|on)$/

/** The name of a chat channel behind its sign: "#cte-wins"; "#4" is a number. */
const isGluedWord = (token: Token | undefined): boolean => token?.kind === 'word' && token.isGlued

/** The words of one token: shorthand may stand for several ("she'll", "f/u"). */
function wordsOf({ norm, kind }: Token): readonly string[] {
  if (kind !== 'sign') return norm.includes(' ') ? norm.split(' ') : [norm]
  return [signOf(norm)]
}

function signOf(norm: string): string {
  if (norm === '➡') return '→'
  if (KEPT_SIGNS.has(norm)) return norm === '&' || norm === '+' ? 'and' : norm
  return SIGN_LIKE.test(norm) && (norm.codePointAt(0) ?? 0) > 0x2000 ? ';' : norm
}
