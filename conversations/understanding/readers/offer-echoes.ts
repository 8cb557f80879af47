import type { View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import type { OfferMention } from './offer-mention.ts'
import type { Mood } from './offer-mood-words.ts'

/** How far behind "was going to" its "but" may stand, in items. */
const MOST_UNHELD = 16

/** "was going to take an intern, but …": where what was meant to be given turns out not to be. */
function readUnheld(view: View): { from: number }[] {
  const meant = /\b(?:was|were|had been) (?:all )?(?:going|set|planning|hoping|about|ready|supposed|looking) to\b/g
  return [...view.matches(meant)].flatMap(({ to }) => {
    const rest = view.items.slice(to, to + MOST_UNHELD).map(({ word }) => word)
    const end = rest.findIndex((word) => /^[.!?;\n]$/.test(word))
    const but = rest.indexOf('but')
    return but >= 0 && (end < 0 || but < end) ? [{ from: to + but }] : []
  })
}

/** "… but has to ask her board" takes back what the same sentence offered. */
export function cancelDoubtful(view: View, mentions: OfferMention[]): OfferMention[] {
  const doubt =
    /\b(?:has to|have to|needs to|need to|must|will|going to|wants to|got to|gotta) (?:first )?(?:ask|check|clear it|run it|run this|run that|get approval|get permission|get the ok|talk to|confirm)(?: (?:with|by|for|from|to|it|this|past))* (?:(?:her|his|their|the|a) )?(?:\S+ )?(?:board|boss|manager|bosses|hq|corporate|legal|supervisor|leadership|ceo|director|owner|team|partner|partners|union|principal|committee|head office|higher ups|approval|hr|wife|husband|crew|staff|people|gm|vp|plant)\b|\b(?:her|his|their|the) (?:\S+ )?(?:board|boss|hq|budget|manager|corporate|office|district|gm|owner|union|lawyers?|insurance|landlord|supervisor|vp|ceo|director|partners?) (?:froze|nixed|killed|said no|cut|shot|blocked|is not|will not|put the kibosh|pulled the plug|vetoed|overruled|put (?:a|the) (?:stop|hold|freeze)|would not|balked)|\b(?:corporate|hq|legal) (?:nixed|killed|said no|shot|blocked)\b|\bif (?:her|his|their|the) (?:\S+ )?(?:board|boss|manager|corporate|legal|hq|leadership|ceo|director|owner|budget)\b/g
  const unsaid =
    /\b(?:has|have|did) not (?:said yes|say yes|agreed|agree|committed|commit|confirmed|confirm|decided|decide|promised)\b|\bno (?:commitment|commitments|decision|promises)\b(?! (?:on|about|for|of))/g
  for (const { from } of [...view.matches(doubt), ...view.matches(unsaid), ...readUnheld(view)]) {
    let start = from
    while (start > 0 && !/^[.!?\n;]$/.test(view.items[start - 1]?.word ?? '')) start--
    for (const mention of mentions) {
      if (
        mention.from >= start &&
        mention.to <= from &&
        /\b(?:but|though|just|, )/.test(`${view.slice(mention.to, from + 1)} `)
      )
        mention.isOffer = false
    }
  }
  return mentions
}

/** What was asked for, or has its yes and not yet its count. */
const isAnswered = ({ mood, count }: OfferMention): boolean =>
  mood === 'asked' || (mood === 'given' && count === undefined)

/** "asked about a curriculum review, he's in": a yes to what was asked for makes it an offer. */
export function acceptAsked(view: View, mentions: OfferMention[]): OfferMention[] {
  const yes =
    /\b(?:(?:he|she|they|PERSON|PARTNER) (?:is|are|was|were) (?:all |definitely |totally |both |so )?(?:in|down|game|on board|up for it|happy to|for it|in for it|open to it|into it|willing|interested and in)|(?:he|she|they|PERSON|PARTNER) (?:said (?:yes|sure|ok|absolutely|of course)|agreed|accepted|says yes))(?= [.,;!]| and| to that|$)/g
  const plain = new RegExp(
    `[,.;:-] (?:a )?(?:yes|sure|ok|agreed|approved|confirmed|good to go)(?: (?:for|to|on)(?: up to)? (${NUMBER}))?(?= |$)`,
    'g',
  )
  for (const { from, to, match } of view.matches(plain)) {
    // "yes to judging, yes to 1 intern": that yes is to what is named next.
    if (match[1] && mentions.some((mention) => mention.from >= from && mention.from <= to + 2)) continue
    const asked = mentions.find((mention) => mention.to <= from && from - mention.to <= 3 && isAnswered(mention))
    if (!asked) continue
    asked.isOffer = true
    const count = readNumber(match[1] ?? '')
    if (count !== undefined) asked.count = count
  }
  for (const { from } of view.matches(yes)) {
    const asked = mentions.filter((mention) => mention.to <= from && mention.mood === 'asked')
    const last = asked.at(-1)
    if (last && !mentions.some((mention) => mention.isOffer && mention.from > last.from && mention.to <= from))
      last.isOffer = true
  }
  return mentions
}

/** "offered 4, then dropped it to 3". */
const CHANGED = new RegExp(
  `\\b(?:dropped|cut|bumped|upped|lowered|raised|changed|knocked|went) (?:it |that |them )?(?:back |down |up )?to (${NUMBER})(?= |$)|\\bmake (?:that|it) (${NUMBER})(?= |$)|\\b(?:now|its|is|are|just|back) (?:(?:now|back) )*(?:down|up) to (${NUMBER})(?= (?:[.,;!?)\\n]|and|but|this|for)|$)|\\b(?:wait no|no wait)(?: (?:he|she|they) said)? (${NUMBER})(?= |$)`,
  'g',
)

/** "She'd take two": a count without its noun is of what was spoken of before. */
export function addTaken(view: View, moods: readonly Mood[], mentions: OfferMention[]): OfferMention[] {
  const taken = new RegExp(
    `\\b(?:take|host|gives? us|gave us|have|use|handle|hire|bring on|accept|place|do|offer|manage|accommodate|fit|good for|down for|in for|send|sending|room for|space for|countered with|came back with|settled (?:on|for)|landed on|agreed to|absorb|squeeze in)(?: (?:up to|maybe|about|at least|on))? (${NUMBER})(?: (?:of them|of our \\S+|kids|students|seniors|juniors|more|people|folks|reps|staff|volunteers|employees|guys|workers))?(?= (?:[.,;!?)\\n-]|for the|in|this|next|from|at|but|and|if|starting|DAYS?|too)(?: |$)|$)`,
    'g',
  )
  for (const { from, to, match } of view.matches(taken)) {
    const count = readNumber(match[1] ?? '')
    const mood = moods[from] ?? 'open'
    if (count === undefined || (mood !== 'given' && mood !== 'open')) continue
    if (mentions.some((other) => other.from < to + 4 && other.from >= from)) continue
    const spoken = [...mentions]
      .reverse()
      .find((other) => other.to <= from && !['donation', 'competition'].includes(other.kind))
    if (!spoken || spoken.mood === 'refused') continue
    if (spoken.isOffer && spoken.count !== undefined) continue
    spoken.isOffer = true
    spoken.count = count
    spoken.why += `, then "${match[0]}"`
  }
  for (const { from, match } of view.matches(CHANGED)) {
    const spoken = [...mentions]
      .reverse()
      .find((other) => other.to <= from && other.isOffer && other.count !== undefined)
    const count = readNumber(match[1] ?? match[2] ?? match[3] ?? match[4] ?? '')
    if (spoken && count !== undefined) spoken.count = count
  }
  return mentions
}

const SPOTS = new RegExp(
  `(?<!\\$ )\\b(?:up to |about )?(${NUMBER})(?: (?:paid|summer|open|more|new|extra|spring|fall|winter))* (?:spots|slots|seats|places|openings|positions|spaces)(?= |$)|\\b(?:gave|gives|giving|give|got|promised|offered|offering) (?:us |me )(${NUMBER})(?= (?:[.,;(-]|for)|$)`,
  'g',
)
/** How far behind places that are counted their kind may be named, in items. */
const MOST_BETWEEN = 12
const COUNTS_PLACES = new Set(['internship', 'job', 'apprenticeship', 'job_shadow', 'mentor', 'mock_interview'])

/** "2 spots with our kids' names on them (internships)": places are counted first, then named. */
export function nameSpots(view: View, moods: readonly Mood[], mentions: OfferMention[]): OfferMention[] {
  for (const { from, to, match } of view.matches(SPOTS)) {
    const mood = moods[from] ?? 'open'
    const named = mentions.find((mention) => mention.from >= from)
    if (!named || mentions.some((mention) => mention.from <= from && from < mention.to)) continue
    if ((mood !== 'given' && mood !== 'open') || named.count !== undefined || named.from - to > MOST_BETWEEN) continue
    if (!COUNTS_PLACES.has(named.kind) || !['given', 'open'].includes(named.mood)) continue
    if (/(?:^| )(?:[.!?;\n]|and|but|plus)(?: |$)/.test(view.slice(to, named.from))) continue
    const count = readNumber(match[1] ?? match[2] ?? '')
    if (count === undefined) continue
    named.isOffer = true
    named.count = count
    named.why += `, of "${match[0]}"`
  }
  return mentions
}
