import type { Offer, OfferKind } from '../frame.ts'
import type { Reach, View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import { readEquipment } from './equipment.ts'
import type { Find } from './find.ts'
import { PEOPLE_NOUN } from './headcount.ts'
import { type Mood, readMoods } from './offer-mood.ts'
import { OFFER_WORDS } from './offer-words.ts'

/** A kind of offer named in a message, whether it is one or not. */
export type OfferMention = Reach & { kind: OfferKind; mood: Mood; count?: number; why: string; isOffer: boolean }

const NOT_AFTER =
  /^(?:fairs?|program(?:s)? coordinator|coordinators?|paperwork|forms?|applications?|application|agreements?|testing|handbook|hours|office|season|deadline|requirements?|director|manager|breakfast|meetings?|calendar|dates?|model|week|fund(?! )|class|stuff|info|packet|flyer|website|expectations|logs?|insurance|policy|ended|starts|started|went|going|sites?|paycheck|is going|tomorrow at|list|programs?|openings? at)$/
const AT_EVENT =
  /\b(?:at|during|after|before|from|coming to|come to|came to|attend|attending|to|see (?:you|them|her|him) at)(?: (?:the|our|last|this|a|their|your))(?: [a-zA-Z]+){0,2}$/

/** Every kind of offer that a message names. */
export function readOfferMentions(view: View): OfferMention[] {
  const moods = readMoods(view)
  const found: OfferMention[] = []
  for (const { kind, pattern } of OFFER_WORDS) {
    for (const { from, to, match } of view.matches(pattern)) {
      if (found.some((other) => other.from < to && from < other.to)) continue
      const mood = moodOf(view, moods, to)
      const count = countOf(view, kind, from, to)
      const isOffer = isGiven(view, kind, mood, { from, to }, count !== undefined)
      found.push({
        from,
        to,
        kind,
        mood,
        ...(count !== undefined && { count }),
        why: `"${match[0]}", ${mood}`,
        isOffer,
      })
    }
  }
  found.sort((a, b) => a.from - b.from)
  return addTaken(view, moods, acceptAsked(view, cancelDoubtful(view, found)))
}

/** What a partner is willing to give; each kind and count once. */
export function readOffers(view: View): Find<Offer>[] {
  const mentions = readOfferMentions(view)
  const things = readEquipment(view, readMoods(view)).filter(
    ({ from, to }) => !mentions.some((other) => other.kind !== 'donation' && other.from < to && from < other.to),
  )
  const finds: Find<Offer>[] = mentions
    .filter(
      ({ isOffer, kind, from, to }) =>
        isOffer && !(kind === 'donation' && things.some((thing) => thing.from <= to && from <= thing.to)),
    )
    .map(({ from, to, kind, count, why }) => ({
      from,
      to,
      value: count === undefined ? { kind } : { kind, count },
      why,
    }))
  const all = [...finds, ...things].sort((a, b) => a.from - b.from)
  return all.filter(({ value }, at) => {
    const same = all.findIndex(
      (other) => other.value.kind === value.kind && (other.value.count === value.count || value.count === undefined),
    )
    return (
      same === at &&
      !(
        value.count === undefined &&
        all.some((other) => other.value.kind === value.kind && other.value.count !== undefined)
      )
    )
  })
}

/** The mood of a mention: by the words before it, unless what stands right behind it says otherwise ("internships yes"). */
function moodOf(view: View, moods: readonly Mood[], to: number): Mood {
  const after = view.slice(to, to + 6)
  const verdict =
    /^(?:(?:[:=?-]|is|are|would be|will be|was) )*(?:a )?(?:(yes|ok|okay|good|fine|possible for sure|a go|a yes|works|work|si)|(no|nope|not (?!only)|off|out|full|closed|unlikely|gone|on hold|declined|no go|can not|will have to wait|will not)|(maybe|tbd|possibly|perhaps|may be|might|pending|unclear|up in the air|not sure))\b(?! (?:\d|PARTNER|PERSON))/.exec(
      after,
    )
  if (verdict) {
    const next = after.slice(verdict[0].length).trim().split(' ')[0] ?? ''
    const isEnd =
      next === '' ||
      /^[.,;!?()/\n|:-]$/.test(next) ||
      /^(?:and|but|for|this|the|until|right|at|DAY|DAYS|table|in|though|now|yet|she|he|they|PERSON)$/.test(next)
    if (verdict[3] && isEnd) return 'perhaps'
    if (verdict[2] && (isEnd || /\b(?:is|are|will be|can not|not|will have|will not)\b/.test(verdict[0])))
      return 'refused'
    if (verdict[1] && isEnd) return 'given'
  }
  return moods[to - 1] ?? 'open'
}

function isGiven(view: View, kind: OfferKind, mood: Mood, { from, to }: Reach, isCounted: boolean): boolean {
  const before = view.slice(Math.max(0, from - 5), from)
  const after = view.items[to]?.word ?? ''
  if (NOT_AFTER.test(after) && kind !== 'mentor') return false
  if (
    /^(?:mock_interview|competition|job_shadow|speaker|advisory|site_visit)$/.test(kind) &&
    AT_EVENT.test(before) &&
    !/\b(?:help|judge|sponsor|host|yes|no|support)\b/.test(before)
  )
    return false
  if (
    kind === 'job' &&
    /\b(?:her|his|my|new|good|great|nice|the|their|a|day|full time) (?:new |day )?$/.test(`${before} `) &&
    mood !== 'given'
  )
    return false
  if (kind === 'job' && /\b(?:in|at|on|of|for) (?:her|his|my|their|the|a new|this|that)(?: \S+)?$/.test(before))
    return false
  if (
    kind === 'site_visit' &&
    mood !== 'given' &&
    /^(?:at|to|of|with|in) (?:the )?PARTNER\b/.test(view.slice(to, to + 3))
  )
    return false
  if (kind === 'site_visit' && /\bgave (?:us|me) (?:a|the)(?: \S+)?$/.test(before)) return false
  if (mood === 'given') return true
  if (mood !== 'open') return false
  const own = view.slice(from, to)
  if (/^(?:willing|happy|glad|able|agreed|love|down|free|available|ready|offered|offering|volunteered)\b/.test(own))
    return true
  const isListed =
    from === 0 ||
    isBareList(before) ||
    /(?:^|[:;,.+|/\n(-] |\band |\bplus |\boffers? |\byes to |\ban? |\bsome |\bpaid |\bfew |\bsummer |\bfor )$/.test(
      `${before} `,
    )
  const isEnd =
    after === '' || /^(?:[.,;!)\n|/+-]|and|for|this|in|next|plus|too|at|to|with|starting|ok|yes)$/.test(after)
  return isCounted || (isListed && isEnd && !/\b(?:the|our|my|your|last|this) $/.test(`${before} `))
}

/** A thing named at the head of a clause, with its adjectives: "…, new vet tech internship (paid)". */
const isBareList = (before: string): boolean =>
  /(?:^|[:;,.+|/\n(-] |\band |\bplus )(?:(?!is|are|was|were|be|been|has|have|had|will|would|can|could|may|might|do|does|did|not|no|about|for|with|at|in|on|to|of|from|re|the|our|my|your|their|his|her|that|this|if|when|asked|discussed|applied|called|emailed|met|talked|great|good|current|last|old|previous)[a-z]+ ){1,3}$/.test(
    `${before} `,
  )

const MIDDLE =
  "(?:(?!(?:to|for|and|or|with|in|at|from|on|the|our|who|that|will|can|is|are|has|hours?|minutes?|pm|am|per|by|if|years?|weeks?|times?|days?|dollars|my)(?![a-z]))[a-zA-Z'][^ ]* |of (?:our |my |the |their |your )?(?:line |paid )?){0,4}?"
const BEFORE = new RegExp(`(\\$ )?(?:^| )(${NUMBER})(?: or so| more| additional| new| open| paid)? ${MIDDLE}$`)
const THROUGH = new RegExp(
  `(?:^| )(${NUMBER}) (?:of (?:our |my |the |your )?)?(?:\\S+ )?(?:${PEOPLE_NOUN} )?(?:(?:as|for|into|in|on|do|to do|to|a|an|paid|summer|spring|fall|winter|our|their|the|PROGRAM|CLUSTER) ){1,3}$`,
)
const AFTER = new RegExp(
  `^(?:(?:spots?|slots?|positions?|places|seats|openings|placements|for|to|of|with|x|:|=|-|\\(|up|max|about|maybe|at least|around|as many as|capped at|cap) ){1,4}(\\$ )?(${NUMBER})(?= (?:${PEOPLE_NOUN}|of|CLUSTER|PROGRAM|[.,;)!?\\n/|]|in|this|per|at|each|[a-z]+ (?:students|kids))(?: |$)|$)`,
)

/** The number of places, people or things that stands with a mention; dollars and dates are none. */
function countOf(view: View, kind: OfferKind, from: number, to: number): number | undefined {
  if (kind === 'donation') return undefined
  if (/^(?:hire|hiring|hires)$/.test(view.items[from]?.word ?? '')) {
    const hired = new RegExp(`^(?:up to |about |at least )?(${NUMBER})(?= |$)`).exec(view.slice(to, to + 4))
    if (hired) return readNumber(hired[1] ?? '')
  }
  let start = Math.max(0, from - 7)
  for (let at = from - 1; at >= start; at--)
    if (/^(?:[.,;:!?()\n/|]|PERSON|PARTNER|DAY|DAYS|MOMENT|TIME|HOURS)$/.test(view.items[at]?.word ?? ''))
      start = at + 1
  const before = `${view.slice(start, from)} `
  const own =
    kind === 'competition' || kind === 'curriculum_review' ? undefined : (BEFORE.exec(before) ?? THROUGH.exec(before))
  if (own) {
    const isMoney =
      own[1]?.startsWith('$') ||
      view.items[view.items.findIndex((_, at) => at >= start && view.items[at]?.word === own[2]) - 1]?.word === '$'
    const typed = own.length > 2 ? own[2] : own[1]
    const value = readNumber((isMoney ? undefined : typed) ?? '')
    if (
      value !== undefined &&
      !/\b(?:grade|grades|period|room|rm|local|p|ext|#|route)$/.test(
        before.slice(0, before.lastIndexOf(typed ?? '')).trim(),
      )
    ) {
      return /\bhalf a? ?dozen\b/.test(before) ? 6 : value
    }
  }
  if (kind === 'speaker') {
    const people = new RegExp(`(?:^| )(${NUMBER}) (?:\\S+ ){1,3}to (?:come )?(?:in )?(?:and )?$`).exec(before)
    if (people) return readNumber(people[1] ?? '')
  }
  const after = view.slice(to, to + 8)
  const ofThem = new RegExp(`^(?:, )?(${NUMBER}) of (?:them|em)(?= |$)`).exec(after)
  if (ofThem) return readNumber(ofThem[1] ?? '')
  const mentored =
    kind === 'mentor'
      ? new RegExp(`^(?:up to )?(${NUMBER}) (?:of our |of my )?(?:\\S+ )?${PEOPLE_NOUN}(?= |$)`).exec(after)
      : null
  if (mentored) return readNumber(mentored[1] ?? '')
  const spots = new RegExp(
    `^(?:(?!and |but )[^.;!?]+ )??(?:, |- |: |\\( )?(${NUMBER}) (?:spots|slots|openings|places|positions|seats)(?= |$)`,
  ).exec(view.slice(to, to + 6))
  if (spots && kind !== 'competition') return readNumber(spots[1] ?? '')
  const behind = AFTER.exec(after)
  if (behind && !behind[1] && kind !== 'competition' && kind !== 'curriculum_review') return readNumber(behind[2] ?? '')
  const verdict = new RegExp(`^(?:yes|ok) (?:\\( |x |, |- |: )?(${NUMBER})(?= (?:[.,;)!\\n]|of)(?: |$)|$)`).exec(after)
  return verdict ? readNumber(verdict[1] ?? '') : undefined
}

/** "… but has to ask her board" takes back what the same sentence offered. */
function cancelDoubtful(view: View, mentions: OfferMention[]): OfferMention[] {
  const doubt =
    /\b(?:has to|have to|needs to|need to|must|will|going to|wants to|got to|gotta) (?:first )?(?:ask|check|clear it|run it|run this|run that|get approval|get permission|get the ok|talk to|confirm)(?: (?:with|by|for|from|to|it|this|past))* (?:(?:her|his|their|the|a) )?(?:\S+ )?(?:board|boss|manager|bosses|hq|corporate|legal|supervisor|leadership|ceo|director|owner|team|partner|partners|union|principal|committee|head office|higher ups|approval|hr|wife|husband|crew|staff|people|gm|vp|plant)\b|\bif (?:her|his|their|the) (?:\S+ )?(?:board|boss|manager|corporate|legal|hq|leadership|ceo|director|owner|budget)\b/g
  const unsaid =
    /\b(?:has|have|did) not (?:said yes|say yes|agreed|agree|committed|commit|confirmed|confirm|decided|decide|promised)\b|\bno (?:commitment|commitments|decision|promises)\b/g
  for (const { from } of [...view.matches(doubt), ...view.matches(unsaid)]) {
    let start = from
    while (start > 0 && !/^[.!?\n;]$/.test(view.items[start - 1]?.word ?? '')) start--
    for (const mention of mentions) {
      if (
        mention.from >= start &&
        mention.to <= from &&
        /\b(?:but|though|just|, )/.test(`${view.slice(mention.to, from)} `)
      )
        mention.isOffer = false
    }
  }
  return mentions
}

/** "asked about a curriculum review, he's in": a yes to what was asked for makes it an offer. */
function acceptAsked(view: View, mentions: OfferMention[]): OfferMention[] {
  const yes =
    /\b(?:(?:he|she|they|PERSON|PARTNER) (?:is|are|was|were) (?:all |definitely |totally |both |so )?(?:in|down|game|on board|up for it|happy to|for it|in for it|open to it|into it|willing|interested and in)|(?:he|she|they|PERSON|PARTNER) (?:said (?:yes|sure|ok|absolutely|of course)|agreed|accepted|says yes))(?= [.,;!]| and| to that|$)/g
  const plain = new RegExp(
    `[,.;:-] (?:a )?(?:yes|sure|ok|agreed|approved|confirmed|good to go)(?: (?:for|to|on)(?: up to)? (${NUMBER}))?(?= |$)`,
    'g',
  )
  for (const { from, match } of view.matches(plain)) {
    const asked = mentions.find((mention) => mention.to <= from && from - mention.to <= 3 && mention.mood === 'asked')
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

/** "She'd take two": a count without its noun is of what was spoken of before. */
function addTaken(view: View, moods: readonly Mood[], mentions: OfferMention[]): OfferMention[] {
  const taken = new RegExp(
    `\\b(?:take|host|have|use|handle|hire|bring on|accept|place|do|offer|manage|accommodate|fit|good for|down for|in for)(?: (?:up to|maybe|about|at least|on))? (${NUMBER})(?: (?:of them|of our \\S+|kids|students|seniors|juniors|more))?(?= (?:[.,;!?)\\n-]|for the|in|this|next|from|at|but|and|if|starting|DAYS?|too)(?: |$)|$)`,
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
  return mentions
}
