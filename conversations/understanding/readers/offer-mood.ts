import { once } from '../once.ts'
import type { View } from '../text/view.ts'
import { type Mood, NO, SIGNALS } from './offer-mood-words.ts'

type Signal = { at: number; to: number; mood: Mood; isWeak: boolean }

const words = (text: string): ReadonlySet<string> => new Set(text.split(' '))

const BOUNDARIES = words(
  '. ; ! ? \n : | ( but however although instead yet pero ok still otherwise so plus then though',
)
const SUBJECTS = words('he she they i we it PERSON PARTNER who')
const MODALS = words(
  'will can would could is are has have wants offered offers said says may might does did agreed also just happy',
)
/** With these a sentence ends; and a question or a call too. */
const STOPS = words('. ; \n')
const ENDS = words('. ! ? ; \n')
/** In front of a sign that says how things stand. */
const BEFORE_MARK = new Set(['.', ';', '\n', '/', '|', ''])
const LIST_LETTERS = words('a b c d e f g h 1 2 3 4 5 6 7 8 9')

/** The mood at each item of a view: what the words before it in the same clause say of it. */
export const readMoods = once((view: View): readonly Mood[] => findMoods(view))

function findMoods(view: View): Mood[] {
  const signals: Signal[] = []
  const voice = readVoice(view)
  for (const { mood, pattern, isWeak = false } of SIGNALS) {
    for (const { from, to, match } of view.matches(pattern)) {
      // The partner's own words: "we can host 3 interns" offers, where ours would only wish.
      if (mood === 'asked' && voice[from] && OWN.test(match[0])) continue
      signals.push({ at: from, to, mood, isWeak })
      // "not willing to hire": the refusal holds inside its own words too.
      if (mood === 'refused' && to - from > 2) signals.push({ at: from, to: from + 1, mood, isWeak })
    }
  }
  const nos = new Set([...view.matches(NO)].map(({ from }) => from))
  const byEnd = new Map<number, Signal[]>()
  for (const found of signals) byEnd.set(found.to, [...(byEnd.get(found.to) ?? []), found])
  const word = (at: number): string => view.items[at]?.word ?? ''
  const moods: Mood[] = []
  let mood: Mood = 'open'
  let labelled: Mood = 'open'
  let isNo = false
  let inBrackets = false
  let refusedTo = Number.NEGATIVE_INFINITY
  view.items.forEach((item, at) => {
    for (const found of (byEnd.get(at) ?? []).sort((a, b) => b.at - a.at)) {
      // "can not offer", "is not able to give": what is refused is the giving.
      const isRefusedGiving = found.mood === 'given' && mood === 'refused' && found.at - refusedTo <= 2
      if (found.mood === 'refused') refusedTo = found.to
      if (isRefusedGiving) continue
      if (!found.isWeak) mood = changes(mood, found.mood) ? found.mood : mood
      else if (mood === 'open') mood = found.mood
    }
    const isListComma = item.word === ','
    if (STOPS.has(item.word)) labelled = 'open'
    const mark = BEFORE_MARK.has(word(at - 1)) ? MARKS.get(item.word) : undefined
    if (mark) mood = mark
    if (item.word === ':' || ((item.word === '-' || item.word === '=') && isLabel(word, at)))
      labelled = moodOfLabel(view.slice(Math.max(0, at - 4), at))
    // "the things i asked for (job, mentor) …": what stands in the brackets is what was asked for.
    const isAskedList = item.word === '(' && mood === 'asked' && /^(?:for|about)$/.test(word(at - 1))
    if (isAskedList) inBrackets = true
    if (item.word === ')' && inBrackets) [inBrackets, mood] = [false, 'open']
    if (startsClause(word, at) && !isAskedList) {
      mood = labelled
      isNo = false
    }
    if (isListComma || item.word === 'and' || item.word === '/') isNo = false
    if (nos.has(at)) isNo = true
    moods.push(isNo ? 'refused' : mood)
  })
  return moods
}

/** "Not giving - internships": up to three words at the head of a line. */
const isLabel = (word: (at: number) => string, at: number): boolean =>
  [1, 2, 3].some((words) => /^(?:\n|)$/.test(word(at - words - 1)))

/** What a sign at the head of a line says of what stands behind it. */
const MARKS: ReadonlyMap<string, Mood> = new Map([
  ['✅', 'given'],
  ['👍', 'given'],
  ['❌', 'refused'],
  ['👎', 'refused'],
  ['🤔', 'perhaps'],
])
/** "offered: 3 jobs, hard hats", "no: job shadow, liability": what heads a list says it of all of it. */
const LABELS: readonly [Mood, RegExp][] = [
  [
    'refused',
    /(?:^|[.;\n,|] ?)(?:not (?:(?:this|for) \w+|DAYS|now|yet)|not interested in|not giving|not offering|not doing|turned down|said no to|no to|no thanks to|cannot do|can not do|will not do|passed on|passing on|passing|pass on|pass|declined|declines|refused|off the table|ruled out|no|not|nope|nos|nays?|without)$/,
  ],
  [
    'perhaps',
    /(?:^| )(?:undecided|pending|tbd|maybes?|perhaps|possibly|possible|unsure|not sure|open questions?|open|up in the air|thinking about|thinking|considering|mulling|on the fence(?: about)?|to be decided|not decided)$/,
  ],
  [
    'given',
    /(?:^| )(?:offers?|offered|offering|yes|yes to|yeses|gives|giving|gave|commits?|committed|commitments?|we get|gets us|getting us|get us|got us|pledged?|pledges|agreed|agreed to|promised|donating|donated|confirmed|in for|on board for)$/,
  ],
  [
    'asked',
    /(?:^| )(?:re|about|regarding|subject|topic|asked|asked (?:him|her|them|PERSON|PARTNER)?(?: ?for| ?about)?|ask|asks|wants|wish|wishlist|wish list|request|requests|requested|our ask|pitched)$/,
  ],
  ['refused', /(?:^| )(?:no|not|declined|refused|nope|without)$/],
]
const moodOfLabel = (label: string): Mood => LABELS.find(([, pattern]) => pattern.test(label))?.[0] ?? 'open'

const OWN = /^(?:i|we|us|our)\b/

/** "she goes we can do three interns": what somebody said, in their own words. */
const TOLD =
  /\b(?:he|she|they|PERSON|PARTNER) (?:goes|go|(?:is|was|were) (?:all )?like|said|says|told me|answered|replied|tells me)(?: ,)?(?: (?:that|yeah|yes|sure|ok|well|hey|look|oh))*(?: ,)? (?:i|we) (?=(?:can|could|would|will|have|do|got|might|may) )/g

/** True for items that are the partner's own words: inside quotes, after "she goes", or below a forwarded message's head. */
function readVoice(view: View): boolean[] {
  let isQuoted = false
  const told = new Set([...view.matches(TOLD)].map(({ to }) => to - 1))
  let isTold = false
  let isForwarded = false
  const isMail = view.has(/\bforwarded message\b|(?:^|\n ?)(?:subject|from) :|\bwrote :/)
  return view.items.map(({ word }, at) => {
    if (word === '"') isQuoted = !isQuoted
    if (told.has(at)) isTold = true
    else if (ENDS.has(word)) isTold = false
    if (isMail && (word === 'subject' || word === 'wrote' || (word === '\n' && view.items[at - 1]?.word === '\n')))
      isForwarded = true
    return isQuoted || isForwarded || isTold
  })
}

/** What was asked or is doubtful stays so to the end of its clause: "asked if they can", "might be able to". */
const changes = (from: Mood, to: Mood): boolean =>
  to !== 'given' || from === 'open' || from === 'given' || from === 'refused'

function startsClause(word: (at: number) => string, at: number): boolean {
  const own = word(at)
  const next = word(at + 1)
  if (own === 'so' && /^(?:they|he|she|far)$/.test(next) === false && !SUBJECTS.has(next)) return false
  if (own === 'ok' && word(at - 1) === 'not') return false
  if (own === 'instead' && /^(?:[,.;!]|and|of|)$/.test(next)) return false
  if (BOUNDARIES.has(own)) return true
  // "c) no scholarship d) will mentor": the letters and numbers of a list.
  if (next === ')' && LIST_LETTERS.has(own)) return true
  if (own === '-' || own === '/' || own === '→' || own === '>') return true
  if (own === ',')
    return (
      SUBJECTS.has(next) ||
      MODALS.has(next) ||
      /^(?:\d+|one|two|three|four|five|six|yes|plus|and|also|couple|a|an|some|but|so|which|then|offering|giving|not|no|the|her|his|their|up|plans|ready|open|glad|willing|with|definitely|certainly|firm|still|yet)$/.test(
        next,
      )
    )
  if (own === 'and' || own === 'also') {
    const after = word(at + 2)
    return (
      (SUBJECTS.has(next) && !/^(?:PERSON|PARTNER)$/.test(next)) ||
      MODALS.has(next) ||
      (SUBJECTS.has(next) && MODALS.has(after)) ||
      /^(?:yes|not|no)$/.test(next)
    )
  }
  return (
    SUBJECTS.has(own) &&
    MODALS.has(next) &&
    !/^(?:if|whether|that|wish|wishes|wished|hopes|hope|hoped|hoping|when|what|how|while|because|until|unless|once|as|i|asked|told|and|with)$/.test(
      word(at - 1),
    )
  )
}
