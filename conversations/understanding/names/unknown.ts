import type { Message, Token } from '../text/message.ts'
import type { Item, Reach, View } from '../text/view.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { isShouted } from './surroundings.ts'

/** Words typed where a name stands, that the directory does not know. */
export type UnknownRun = Reach & { typed: string }

const MAX_PERSON_WORDS = 3
const MAX_COMPANY_WORDS = 6
/** Titles, which are no part of a name. */
export const TITLE =
  /^(?:dr|mr|mrs|ms|prof|professor|chef|capt|captain|lt|lieutenant|chief|sgt|officer|sra|sr|rev|coach|principal|mx|miss)$/
/** Never the first word of a name, whatever its case. */
const NEVER =
  /^(?:(?:mon|tues|wednes|thurs|fri|satur|sun)days?|january|february|march|july|august|september|october|november|december|rep|reps|representative|recruiter|manager|owner|foreman|lady|guy|lead|head|director|coordinator|supervisor|assistant|somebody|someone|staff|team|folks|both|all|several|everyone|everybody|nobody|i|a|an|the|this|that|my|our|your|their|his|her|and|or|but|no|yes|ok|hi|hey|hello|hola|thanks|please|fwd|fw|re|log|rsvp|spotlight|hr|us|usa|ceo|vp|pd|cte|wbl|am|pm|osha|cna|emt|fyi|asap|tbd|eow|eod|on|in|at|for|with|to|from|by|of|as|is|it|he|she|we|they|you|if|so|then|also|date|time|school|partner|partners|contact|who|what|when|where|how|event|room|student|students|program|subject|sent|cc|bcc|type|company|person|people|offer|offers|name|note|notes|outcome|title|employer|yall|ya|con|nos|la|el|los|las|muy|para|por|porfa|gracias|amable)$/
/** Last words of companies' names. */
export const COMPANY_NOUN =
  /^(?:marina|robotics|orchards?|dairy|cannery|vineyards?|kayaks|surf|outfitters|charters|tours|towing|graphics|signs|glass|tile|flooring|masonry|steel|foundry|forge|mills?|lumber|timber|nursery|greenhouse|florist|construction|plumbing|electric|electrical|auto|automotive|motors|bakery|cafe|kitchen|restaurant|grill|solutions|systems|services|supply|hospital|clinic|health|medical|dental|bank|credit|insurance|foods|farms|farm|hotel|resort|spa|salon|studio|studios|media|design|group|company|industries|manufacturing|welding|machine|tool|works|woodworks|builders|contractors|roofing|landscaping|logistics|trucking|freight|airlines|energy|solar|power|water|labs|tech|technologies|software|partners|associates|law|legal|center|market|markets|store|garage|brewing|coffee|catering|airport|museum|foundation|institute|university|college|department|authority|council|union|local|bikes|boats|shop|printing|press|homes|realty|properties|security|veterinary|vet|pharmacy|nursing|care)$/

const tokenOf = (message: Message, item: Item | undefined): Token | undefined =>
  item && !item.name && !item.date ? message.tokens[item.first] : undefined

export const isBreak = (word: string): boolean => /^[.,;:!?()/|\n"-]$/.test(word)

/** True for a word that may be part of a person's name where it stands. */
function isNameWord(token: Token | undefined, isShouting: boolean, isLater: boolean): boolean {
  if (token?.kind !== 'word' || NEVER.test(token.plain) || token.plain.length < 2 || /\d/.test(token.plain))
    return false
  const isCapital = !isShouting && (token.casing === 'title' || token.casing === 'mixed')
  if (token.norm !== token.plain && !(isCapital && GIVEN_NAMES.has(token.plain))) return false
  const isOrdinary = ORDINARY_WORDS.has(token.plain)
  if (!isOrdinary) return true
  return isCapital && (isLater || GIVEN_NAMES.has(token.plain))
}

/** The longest run from an item on that may be a person's name, titles left out; undefined where there is none. */
export function personRunAt(message: Message, view: View, start: number): UnknownRun | undefined {
  const isShouting = isShouted(message)
  let from = start
  while (TITLE.test(view.items[from]?.word ?? '')) from += view.items[from + 1]?.word === '.' ? 2 : 1
  let to = from
  while (to - from < MAX_PERSON_WORDS) {
    const item = view.items[to]
    const token = tokenOf(message, item)
    if (!isNameWord(token, isShouting, to > from)) {
      // "rosa baker from …": a plain surname after a first name.
      const isSurname =
        to === from + 1 &&
        token?.kind === 'word' &&
        (GIVEN_NAMES.has(tokenOf(message, view.items[from])?.plain ?? '') ||
          !ORDINARY_WORDS.has(tokenOf(message, view.items[from])?.plain ?? '')) &&
        !NEVER.test(token.plain) &&
        /^(?:from|at|of|@|\()$/.test(view.items[to + 1]?.word ?? '') &&
        /^[a-z]{4,}$/.test(token.plain) &&
        !/^(?:over|back|here|today|called|emailed|texted|there)$/.test(token.plain)
      if (isSurname) to++
      break
    }
    to++
  }
  return to > from ? { from, to, typed: typedOf(message, view, from, to) } : undefined
}

const STOPS_COMPANY =
  /^(?:about|re|regarding|to|today|yesterday|who|she|he|they|we|i|it|is|was|were|are|has|have|had|will|would|can|could|may|might|said|says|on|in|for|this|that|last|next|about|asking|over|by|but|so|because|and|with|new|via|at|from|offered|offers|called|emailed|texted|phoned|messaged|wrote|told|mentioned|agreed|confirmed|replied|asked|promised|just|as|if|down|up|near|off|across|behind|again|came|stopped|wants|want|not|no|yes|also|then|through|than|or|since|after|before|re|all|set|done|tomorrow|around|lol|haha|omg|btw|fyi|tho|though|yet|anymore|right|now|spotlight|as|until|every|period|room|rm)$/
const FUNCTION_START =
  /^(?:the|a|an|my|our|your|their|his|her|this|that|work|home|school|noon|lunch|first|least|once|all|least|last|some|any|another|it|me|us|you|them|him|call|email|text|see|ask|thank|check|talk|visit|meet|ping|get|send|do|be)$/

/** The run from an item on that may be a company's name; undefined where the words are everyday ones. */
export function companyRunAt(message: Message, view: View, start: number): UnknownRun | undefined {
  const isShouting = isShouted(message)
  let from = start
  if (view.items[from]?.word === 'the' && tokenOf(message, view.items[from + 1])?.casing === 'title') from++
  if (FUNCTION_START.test(view.items[from]?.word ?? '')) return undefined
  let to = from
  let telling = 0
  while (to - from < MAX_COMPANY_WORDS) {
    const item = view.items[to]
    const token = tokenOf(message, item)
    const isJoin = item?.word === 'and' && to > from && tokenOf(message, item)?.typed === '&'
    if (!token || token.kind === 'break' || (token.kind === 'sign' && !isJoin)) break
    const isCapital = !isShouting && token.casing !== 'lower'
    if (STOPS_COMPANY.test(token.norm) && !(isCapital && to > from && !/^[a-z ]{1,4}$/.test(token.norm))) break
    if (isJoin) {
      to++
      continue
    }
    if (!ORDINARY_WORDS.has(token.plain) || isCapital) telling++
    to++
  }
  const last = view.items[to - 1]?.word ?? ''
  const isNamed = telling > 0 || (to - from >= 2 && COMPANY_NOUN.test(last))
  return to > from && isNamed ? { from, to, typed: typedOf(message, view, from, to) } : undefined
}

export function typedOf(message: Message, view: View, from: number, to: number): string {
  const first = message.tokens[view.items[from]?.first ?? 0]
  const last = message.tokens[(view.items[to - 1]?.last ?? 1) - 1]
  const typed = message.typed.slice(first?.from ?? 0, last?.to ?? 0)
  return last?.owner !== undefined ? typed.replace(/['\u2019]s$/i, '') : typed
}

/** As typed; in title case where it was typed in lower case (or all in capitals among capitals). */
export function nameCase(typed: string, isShouting = false): string {
  const text = typed.replace(/\s+/g, ' ').trim()
  if (text !== text.toLowerCase() && !isShouting) return text
  return text
    .toLowerCase()
    .replace(/(^|[\s\-'\u2019(/&.])(\p{L})/gu, (_all, before: string, letter: string) =>
      before === "'" || before === '\u2019' ? before + letter : before + letter.toUpperCase(),
    )
}
