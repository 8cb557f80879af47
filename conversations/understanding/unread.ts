import type { Facts } from './facts.ts'
import { typedOf } from './names/unknown.ts'
import { HAND_OVER, NO_THING } from './readers/equipment-words.ts'
import { readMoods } from './readers/offer-mood.ts'
import type { Mood } from './readers/offer-mood-words.ts'
import { readOfferMentions } from './readers/offers.ts'
import type { View } from './text/view.ts'
import { readNumber } from './words/numbers.ts'

/** Before a number: it names something, and counts nothing. */
const NAMING =
  /^(?:room|rm|grade|grades|period|p|ext|extension|local|route|rt|\$|#|no|number|age|aged|floor|suite|apt|chapter|page|unit|phase|level|step|part|class|of|track|bay|gate|lot|dock|option|plan|top|day|under|over|short|lost|turns|turned|turning|:)$/
/** Behind a number: what it measures is nothing that is offered. */
const MEASURED =
  /^(?:%|percent|minutes?|mins?|hours?|hrs?|hr|days?|weeks?|months?|years?|yrs?|times?|pm|am|oclock|st|nd|rd|th|grade|graders?|miles?|feet|ft|inch|inches|degrees?|dollars?|bucks|k|grand|locations?|stores?|sites?|branches|offices?|employees?|workers|staff|people|questions?|things?|emails?|calls?|texts?|messages?|voicemails?|tries|attempts|blocks?|shifts?|years|of us|are|is|was|were|they|he|she|we|or|-|:|\/|\.)$/
/** "3 interns, wait no he said 2". */
const TAKEN_BACK = /\b(?:wait|no wait|scratch that|i mean|make that|correction)\b/
/** "he will host 2": a number that needs no noun. */
const TAKES = /^(?:take|host|hire|place|accept|handle)$/
/** Somebody of the partner's side gives: a verb with whom it is for. */
const GIVES = new RegExp(
  `\\b${HAND_OVER} (?:us|our|my|the (?:kids|students|class|shop|lab|program|school))(?= |$)`,
  'g',
)

/** Somebody agrees to something. */
const COMMITS =
  /\b(?:on board for|signed up (?:for|to)|(?:is|are|was) in for|down for|up for|game for|on the hook for|agreed to|offered up|offered to|offered|volunteered(?: to| for)?|pledged|committed to|commits? to|willing to (?:host|do|give|take|lend|provide|supply|help|run|teach|cover|sponsor)|happy to (?:host|do|give|take|lend|provide|supply|run|teach|cover|sponsor)|will (?:host|sponsor|lend|fund|donate|provide|supply|cover|bankroll|underwrite)|throw(?:ing)? in|kick(?:ing)? in|chip(?:ping|ped)? in|pitch(?:ing|ed)? in|foot(?:ing)? the bill|pick(?:ing)? up the tab|put (?:him|her|them|us|PERSON|PARTNER) down for|count (?:him|her|them|PERSON|PARTNER) in for)(?= |$)/g
/** What is agreed to and nothing to record as an offer: a day, a talk again, something sent or looked at. */
const NOTHING_OF_OURS =
  /^(?:$|(?:DAY|DAYS|MOMENT|TIME|it|that|this|nothing|PERSON|PARTNER|SCHOOL|STAFF|us|me)(?: |$)|(?:a |an |another |the |some |any |to )*(?:chats?|talk|meet|meeting|call|think|look|see|send|share|check|ask|get|reply|read|write|email|text|connect|introduce|intro|pass|forward|discuss|revisit|reconnect|follow|help|tour|visit|lunch|coffee|wait|try|keep|let|come back|circle|go over|sign|fill|review the|advice|ideas?|feedback|names?|introductions?)(?: |$))/
const IN_DOUBT = /\b(?:if|but|unless|whether|not|no|never|maybe|might|may|once)\b/
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
  const isIn = (start: number, end: number): boolean =>
    facts.offers.some((offer) => offer.from < end && start < offer.to)
  for (const { from, to } of view.matches(GIVES)) {
    const [start, end] = facts.offers.length === 0 ? [from, to + 8] : sentenceOf(view, from)
    const isThing = !NO_THING.test(thingBehind(view, to))
    if (!isIn(start, end) && isOpen(moods[from]) && (isThing || facts.offers.length === 0))
      return { words: typedOf(message, view, from, Math.min(to + 4, view.items.length)) }
  }
  const mentions = readOfferMentions(view)
  for (const { from, to } of view.matches(COMMITS)) {
    const [start, end] = sentenceOf(view, from)
    const isHeld = moods[from] === 'refused' || moods[from] === 'asked' || moods[from] === 'perhaps'
    const behind = view.slice(to, end)
    if (isHeld || isIn(start, end) || NOTHING_OF_OURS.test(behind) || IN_DOUBT.test(view.slice(from, end))) continue
    if (mentions.some((mention) => mention.from >= start && mention.to <= end)) continue
    return { words: typedOf(message, view, from, Math.min(to + 4, end)) }
  }
  return undefined
}

/** As far as a sentence is looked at to either side, in items. */
const MOST_WORDS = 40

/** The sentence in which an item stands, as items. */
function sentenceOf(view: View, at: number): [number, number] {
  const isEnd = (item: number): boolean => /^[.!?;\n]$/.test(view.items[item]?.word ?? '.')
  let start = at
  let end = at
  while (start > 0 && at - start < MOST_WORDS && !isEnd(start - 1)) start--
  while (end - at < MOST_WORDS && !isEnd(end)) end++
  return [start, end]
}

/** The word that a verb of giving is about: what stands behind it, its article and quality aside. */
const thingBehind = (view: View, at: number): string =>
  /^(?:(?:a|an|the|some|their|his|her|all|whole|quick|big|little|full|good|great) )*(\S+)/.exec(
    view.slice(at, at + 5),
  )?.[1] ?? ''
