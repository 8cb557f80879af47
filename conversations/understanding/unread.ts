import type { Facts } from './facts.ts'
import { typedOf } from './names/unknown.ts'
import { HAND_OVER } from './readers/equipment-words.ts'
import { readMoods } from './readers/offer-mood.ts'
import type { Mood } from './readers/offer-mood-words.ts'
import { readNumber } from './words/numbers.ts'

/** Before a number: it names something, and counts nothing. */
const NAMING =
  /^(?:room|rm|grade|grades|period|p|ext|extension|local|route|rt|\$|#|no|number|age|aged|floor|suite|apt|chapter|page|unit|phase|level|step|part|class|of|track|bay|gate|lot|dock|option|plan|top|day|:)$/
/** Behind a number: what it measures is nothing that is offered. */
const MEASURED =
  /^(?:%|percent|minutes?|mins?|hours?|hrs?|hr|days?|weeks?|months?|years?|yrs?|times?|pm|am|oclock|st|nd|rd|th|grade|graders?|miles?|feet|ft|inch|inches|degrees?|dollars?|bucks|k|grand|locations?|stores?|sites?|branches|offices?|employees?|workers|staff|people|questions?|things?|emails?|calls?|texts?|messages?|voicemails?|tries|attempts|blocks?|shifts?|years|of us|or|-|:|\/|\.)$/
/** "3 interns, wait no he said 2". */
const TAKEN_BACK = /\b(?:wait|no wait|scratch that|i mean|make that|correction)\b/
/** "he will host 2": a number that needs no noun. */
const TAKES = /^(?:take|host|hire|place|accept|handle)$/
/** Somebody of the partner's side gives: a verb with whom it is for. */
const GIVES = new RegExp(
  `\\b${HAND_OVER} (?:us|our|my|the (?:kids|students|class|shop|lab|program|school))(?= |$)`,
  'g',
)

/**
 * What a contact's message may offer and no reader took: a number that counts something, a gift without its thing. The
 * bot asks rather than losing it. Undefined where nothing is left.
 */
export function readUnread(facts: Facts): { words: string; count?: number } | undefined {
  const { view, message } = facts.reading
  const moods = readMoods(view)
  const counts = new Set(facts.offers.map(({ value }) => value.count))
  const isOpen = (mood: Mood | undefined): boolean => mood === 'given' || mood === 'open' || mood === undefined
  const unread = view.items.findIndex(({ word, name, date }, at) => {
    const value = name || date ? undefined : readNumber(word)
    if (value === undefined || value === 1 || counts.has(value)) return false
    // "wants us 2 cater": a number for the word that sounds like it.
    if (word === '2' && /\b(?:wants?|wanted|asked|needs?) (?:us|me)$/.test(view.slice(Math.max(0, at - 2), at)))
      return false
    if (facts.offers.some(({ from, to }) => from <= at && at < to)) return false
    const [before = '', next = ''] = [view.items[at - 1]?.word, view.items[at + 1]?.word]
    const isTaken = TAKES.test(before) && /^(?:[.,;!)\n]|)$/.test(next)
    const isCounting = /^(?!and$)[a-z]{3,}/.test(next) && !MEASURED.test(next)
    const isTakenBack = TAKEN_BACK.test(view.slice(at + 1, at + 5))
    return !NAMING.test(before) && (isCounting || isTaken) && moods[at] === 'given' && !isTakenBack
  })
  if (unread >= 0) {
    const count = readNumber(view.items[unread]?.word ?? '')
    const isBare = !/^[a-z]/.test(view.items[unread + 1]?.word ?? '')
    return {
      words: isBare
        ? typedOf(message, view, unread - 1, unread + 1)
        : typedOf(message, view, unread, Math.min(unread + 3, view.items.length)),
      ...(count !== undefined && { count }),
    }
  }
  for (const { from, to } of view.matches(GIVES)) {
    const isTaken = facts.offers.some((offer) => offer.from < to + 8 && from < offer.to)
    if (!isTaken && isOpen(moods[from]) && facts.offers.length === 0)
      return { words: typedOf(message, view, from, Math.min(to + 4, view.items.length)) }
  }
  return undefined
}
