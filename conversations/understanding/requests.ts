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
