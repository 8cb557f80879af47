import type { Facts } from './facts.ts'
import type { Frame, Slots } from './frame.ts'

const DO =
  '(?:book|schedule|remind|set up|set a|put|add|cancel|call off|move|push|reschedule|draft|write|spotlight|log|follow up|mark|check off|post|plan|start|do a|make a|record|invite)'
/** Where a second request may begin: behind "and", "also", or a full stop, with a word for what is to be done. */
const SECOND = new RegExp(
  `(?: [.;!\\n]| [,;]? ?(?:and|also|plus|then|oh and|and also|and then|and please|btw))(?: (?:also|then|please|pls|can you|could you|and|btw|ps|oh|,))* (?=${DO}\\b)`,
  'g',
)
/** Places that are tried: each costs two readings. */
const MOST_PAIRS = 3
const PRONOUN = /\b(?:her|him|them)\b/i

/** Two requests of one message, as typed, where it may hold two. */
export type Pair = { first: string; second: string }

/** The places where a message may part into two requests, first places first. */
export function* pairsOf({ reading }: Facts): Generator<Pair> {
  const { view, message } = reading
  let seen = 0
  for (const { to, match } of view.matches(SECOND)) {
    if (++seen > MOST_PAIRS) return
    const place = match.index + match[0].length
    const next = view.itemAt(place)
    const start = message.tokens[view.items[next]?.first ?? 0]
    const ends = message.tokens[(view.items[view.itemAt(match.index)]?.last ?? 1) - 1]
    if (!start || !ends || to === 0) continue
    yield { first: message.typed.slice(0, ends.to), second: message.typed.slice(start.from) }
  }
}

const MOST_ANSWERS = 8

/** "deloitte yes 4, jpmorgan no": several companies' answers in one line, each as typed; none where it is no such list. */
export function listedAnswers({ reading }: Facts): string[] {
  const { view, message, refs } = reading
  if (refs.partners.length < 2 || !view.has(LISTED_ANSWERS)) return []
  const parts = message.typed.split(/\s*(?:,|;|\n|\band\b|&)\s*/i).filter((part) => part.trim() !== '')
  if (parts.length !== refs.partners.length || parts.length > MOST_ANSWERS) return []
  const event = EVENT_TAIL.exec(parts.at(-1) ?? '')?.[0] ?? ''
  return parts.map((part, at) => (at === parts.length - 1 ? part : part + event))
}

const ONE_ANSWER =
  '(?:PARTNER|PERSON)(?: (?:is|says|said|:|-|=))*(?: a)? (?:yes|no|maybe|in|out|coming|not coming|confirmed|declined)(?: \\d{1,3})?(?: (?:people|guests))?'
const LISTED_ANSWERS = new RegExp(
  `^${ONE_ANSWER}(?: (?:[,;\\n]|and|, and) ${ONE_ANSWER})+(?: (?:for|to) (?:the|our) [^,;\\n]{1,60})?(?: [.!])*$`,
)
/** "quillon yes, granby no for the breakfast": what all of them answer to. */
const EVENT_TAIL = / (?:for|to) (?:the|our) [^,;\n]{1,60}$/

/** "called con ed and turner": two companies, or people of two, who were contacted in one breath, each as typed alone. */
export function joinedParties({ reading }: Facts): Pair | undefined {
  const { view, message, refs } = reading
  const homes = (at: number): string | undefined => {
    const partner = refs.partners.find(({ from }) => from === at)
    const person = refs.people.find(({ from }) => from === at)
    const [entry] = (partner ?? person)?.entries.length === 1 ? ((partner ?? person)?.entries ?? []) : []
    return partner ? entry?.id : entry?.partner
  }
  const isSide = (at: number): boolean => /^(?:PARTNER|PERSON)$/.test(view.items[at]?.word ?? '')
  const at = view.items.findIndex(({ word }, n) => word === 'and' && isSide(n - 1) && isSide(n + 1))
  const [one, two] = [homes(at - 1), homes(at + 1)]
  const sides = refs.partners.length + refs.people.length
  if (at < 0 || one === undefined || two === undefined || one === two || sides !== 2) return undefined
  const [left, right] = [view.items[at - 1], view.items[at + 1]]
  const { tokens, typed } = message
  const [from, middle, to] = [
    tokens[left?.first ?? 0]?.from,
    tokens[right?.first ?? 0]?.from,
    tokens[(right?.last ?? 1) - 1]?.to,
  ]
  const end = tokens[(left?.last ?? 1) - 1]?.to
  if (from === undefined || middle === undefined || to === undefined || end === undefined) return undefined
  return { first: typed.slice(0, end) + typed.slice(to), second: typed.slice(0, from) + typed.slice(middle) }
}

/** The second request with whom the first was about put in for "her", "him", "them". */
export function fillPronoun(second: string, { slots }: Frame): string {
  const who = [slots.people?.[0], slots.partner ?? slots.partners?.[0]]
    .filter((name) => name !== undefined)
    .join(' from ')
  return who === '' ? second : second.replace(PRONOUN, () => who)
}

/** True where the second request stands by itself, and is no more than a part of the first. */
export function isOwnSecond(first: Frame, second: Frame, text: string): boolean {
  const { slots } = second
  switch (second.intent) {
    case 'set_follow_up': {
      const isOther = slots.partner !== undefined && slots.partner !== first.slots.partner
      return first.intent === 'log_contact'
        ? isOther && slots.date !== undefined
        : slots.date !== undefined && (isOther || slots.people !== undefined)
    }
    case 'schedule_event':
      return slots.start !== undefined && slots.event !== undefined && !isSamePlan(first.slots, slots)
    case 'move_event':
    case 'cancel_event':
      // "she can't do the 22nd, push her talk a week": why it is moved is no answer of its own.
      if (first.intent === 'record_rsvp' && (slots.target ?? first.slots.target) === first.slots.target) return false
      return first.intent !== second.intent || slots.target !== first.slots.target
    case 'log_contact':
      return first.intent !== 'log_contact' && slots.partner !== undefined && /^(?:log|record)\b/i.test(text.trim())
    case 'draft_spotlight':
      return first.intent !== 'draft_spotlight' && slots.student !== undefined
    case 'record_consent':
      return first.intent !== 'record_consent' && slots.student !== undefined
    case 'complete_follow_up':
      return slots.partner !== undefined || slots.people !== undefined
    default:
      return false
  }
}

const isSamePlan = (a: Slots, b: Slots): boolean => a.event !== undefined && a.event === b.event && a.start === b.start
