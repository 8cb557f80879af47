import type { Offer } from '../frame.ts'
import type { View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import { IS_THING, isNoThing, readThingsListed } from './equipment-lists.ts'
import {
  AWAY,
  GIVE,
  HAND_OVER,
  KIND_OF_THING,
  LOAD,
  NO_THING,
  QUALITY,
  STRICT,
  THING,
  TO_US,
} from './equipment-words.ts'
import type { Find } from './find.ts'
import type { Mood } from './offer-mood-words.ts'

const COUNTED = new RegExp(
  `\\b${GIVE} ${TO_US}${QUALITY}(${NUMBER}) (?:of (?:their |its |our )?)?((?:\\S+ ){0,4}?\\S+)(?= (?:[.,;:!?()/|\\n"-]|for|to|from|and|in|on|at|over|next|this|by|with|we|so|that|but|when|once|after|before|too|as|DAY|DAYS|MOMENT|plus|or)(?: |$)|$)`,
  'g',
)
/** "gifting our ag lab six incubators", "came by with 40 starter kits for the kids". */
const TO_A_PLACE = new RegExp(
  `\\b(?:${GIVE} (?:our|my|the) (?:\\S+ ){0,2}?(?:lab|shop|class|kids|students|program|kitchen|school|team|club|department|classroom|studio|library|garden)|(?:came|stopped|swung|dropped|showed|popped|rolled)(?: (?!with )\\S+){0,8} with) ${QUALITY}(${NUMBER}) ((?:[a-z0-9'-]+ ){0,3}?[a-z'-]+)(?= (?:[.,;:!?()/|\\n"-]|for|to|from|and|in|on|at|that|which|no|free|so|plus)(?: |$)|$)`,
  'g',
)
/** "the outboard they're donating to us", "14 old panels we can have", "40 poinsettias from them". */
const RELATIVE = new RegExp(
  `\\b(?:(?:the|a|an|some|their|his|her|(${NUMBER})) ${QUALITY}((?:(?!of\\b|the\\b|an?\\b|and\\b|for\\b|to\\b|so\\b|but\\b|oh\\b|now\\b|he\\b|she\\b|they\\b)[a-z0-9'-]+ ){0,3}?[a-z'-]+) (?:that |which )?(?:(?:he|she|they|PARTNER|PERSON) wants? us to (?:have|take|keep|use)|(?:they|he|she|PARTNER|PERSON) (?:is |are |will )?(?:donating|giving|lending|gifting|donated|gave|lent|gifted|dropping off|donate|give|lend)|we (?:can|may|get to|could) (?:have|keep|borrow|use)|(?:is|are) (?:all )?(?:ours|yours)(?: to keep)?)|(?:we|i) (?:get|got|are getting|scored|landed) (?:to keep )?(?:the|a|an|some|his|her|their)? ?(?:(${NUMBER}) )?(?:[a-z0-9'-]+ ){0,3}?${THING}|(?:getting|get|got|receiving|picking up|picked up) (?:(${NUMBER})|some|a) ${QUALITY}((?:[a-z0-9'-]+ ){0,3}?[a-z'-]+) (?:donated )?from (?:them|her|him|PARTNER|PERSON))(?= |$)`,
  'g',
)
const NAMED = new RegExp(`\\b${GIVE} ${TO_US}${QUALITY}(?:\\S+ ){0,3}?(${THING})(?= |$)`, 'g')
/** "a guest speaker and a crate of epoxy for the shop". */
const LOADED = new RegExp(
  `(?:\\band|,|\\bplus|\\bspare) (?:${LOAD}|an? (?:used|old|spare|surplus|retired|refurbished|secondhand|lightly used|gently used)) (?:[a-z'-]+ )?[a-z0-9'-]+(?= (?:[.,;!\\n]|for (?:the|our|us|my|SCHOOL|PROGRAM))|$)`,
  'g',
)
/** Things in a list of what is given: "one internship + hard hats", "$500 and 10 helmets". */
const LISTED = new RegExp(
  `(?:, and\\b|\\band|,|\\bplus) ${QUALITY}(?:(${NUMBER}) )?(?:\\S+ ){0,2}?${THING}(?= |$)`,
  'g',
)
const FREE = new RegExp(
  `(?<!\\$ )\\b(${NUMBER}) ((?:(?!(?:for|to|of|at|and|in|on|or|with|is|are|was|we|he|she|they|people|students|kids)(?![a-z]))[a-zA-Z]\\S* ){0,3}?[a-zA-Z]\\S*) (?:, (?:all )?ours(?: to keep)?|(?:is |are |s )?(?:ours|for us|for the shop|for (?:the|our|my) (?:\\S+ ){0,2}?(?:kids|students|seniors|juniors|class|club|team|crew)|for our (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|library|classroom)|for the (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|classroom|CLUSTER|PROGRAM)|for my (?:\\S+ )?(?:shop|lab|kitchen|class|program|studio|room|kids)|are ours|on the way|to donate|to give|to give away|donated))(?= |$)`,
  'g',
)

/** "gave us a used propeller", "dropping off a load of scrap plate": what is handed over, known as a thing or not. */
const HANDED = new RegExp(
  `\\b(?:${HAND_OVER} (?:off |over )?(?:(?:us|me|our \\S+|my \\S+|the \\S+|PROGRAM|SCHOOL) (?:up )?(?:with )?)(?:a|an|some|several|another|all|half|one of|a few|a couple of|old|used|new|free|extra|surplus|scrap|leftover|spare|their)|${AWAY} (?:a|an|some|several|another|old|used|new|free|extra|surplus|scrap|leftover|spare|his|her|their)|(?:${HAND_OVER}|${AWAY}|offer(?:ed|ing)?(?: up)?(?: \\S+){0,6}? and) ${LOAD}|(?:came|stopped|swung|dropped|showed|popped|rolled)(?: (?!with )\\S+){0,8} with ${LOAD}(?=.* (?:for (?:the|our|us|my) |ours(?= |$)))|${STRICT}(?: (?:us|me|her|his|their|some|old))?) (${QUALITY}(?:[a-z0-9'-]+ ){0,4}?[a-z'-]+)(?= (?:[.,;:!?()/|\\n"-]|for|to|from|and|in|on|at|over|next|this|that|by|with|we|so|but|when|once|after|before|too|as|no|free|which|worth|DAY|DAYS|MOMENT|plus|or|they|he|she)(?: |$)|$)`,
  'g',
)

/** What is donated or lent is a thing, although a program bears its name: "two trainer drones". */
const GIVES_THINGS = new RegExp(`^${STRICT}\\b`)
/** "2 banquet server jobs": what is named is no thing. */
const IS_ROLE =
  /^(?:jobs?|roles?|positions?|openings?|internships?|interns?|apprenticeships?|apprentices?|spots?|slots?|shadows?|people|operators?|techs?|scholarships?|classes|class|kids|students)$/
/** "at his yard he will give us …": where they are is not what they give. */
const PLACE =
  /^(?:but|and|so|or|for|to|that|when|if|because|yard|shop|plant|office|store|barn|farm|house|garage|mill|branch|clinic|trailer|building|place)$/
const LEADING_QUALITY = new RegExp(`^${QUALITY}`)
const IN_BRACKETS = new RegExp(`^\\( (${NUMBER}) \\)`)
/** "loaner equipment no". */
const REFUSED_BEHIND =
  /^(?:[:,-] |(?:is|are) (?:a )?)?(?:maybe|tbd|out|off|gone|pending|no|nope|👎|❌|declined|not (?:now|happening|possible))(?= [.,;!\n]|$)/u
/** "used conduit benders (8)": behind a thing and what it is for. */
const BEHIND_THING = new RegExp(`^(?:[a-z]+ ){0,2}\\( (${NUMBER}) \\)`)
/** "red oak boards, 25 of them". */
const OF_THEM = new RegExp(
  `^(?:, |\\( |- )?(${NUMBER})(?: of (?:them|em|those|these)| total| in all)?(?= (?:[.,;!?)]|for)|$)`,
)

const HALF_DOZEN = 6
/** "the headsets she's giving us, 8 of them". */
const givenBehind = (view: View, to: number): string | undefined =>
  OF_THEM.exec(view.slice(to, to + 6).replace(/^(?:us|me|to us) /, ''))?.[1]

/** Things given: "12 pipe threaders", "some used scanners", "4 tool boxes are ours". Money is not here. */
export function readEquipment(view: View, moods: readonly Mood[]): Find<Offer>[] {
  const finds: Find<Offer>[] = []
  const add = (from: number, to: number, why: string, count?: number): void => {
    if (finds.some((other) => other.from < to && from < other.to)) return
    if (REFUSED_BEHIND.test(view.slice(to, to + 3))) return
    const behind = readNumber(BEHIND_THING.exec(view.slice(to, to + 5))?.[1] ?? '')
    const isHalf = /\bhalf (?:a )?dozen\b/.test(view.slice(Math.max(0, from - 2), to))
    const known = isHalf ? HALF_DOZEN : (count ?? behind)
    const value: Offer = known === undefined ? { kind: 'equipment' } : { kind: 'equipment', count: known }
    finds.push({ from, to, value, why })
  }
  for (const { from, to, match } of [...view.matches(COUNTED)]) {
    const words = (match[2] ?? '').split(' ')
    if (/^(?:of )?(?:ours|yours|them|us)\b/.test(match[2] ?? '')) continue
    const isThing = IS_THING.test(match[2] ?? '')
    const verb =
      /^(?:have|has|had|got|offer|offers|offering|offered|bring|brings|bringing|set aside|deliver|delivering|buy|buying)$/.test(
        match[0].split(' ')[0] ?? '',
      )
    const isOther = words.some((word, at) => {
      const isHead = at === words.length - 1
      if (word === 'PROGRAM' && isHead && GIVES_THINGS.test(match[0])) return false
      return (NO_THING.test(word) && (isHead || !KIND_OF_THING.test(word))) || /[A-Z]|^\d|^[^a-z0-9]/.test(word)
    })
    const isToUs = / (?:us|me) /.test(`${match[0].split(` ${match[1]} `)[0]} `)
    if (!isThing && (isOther || (verb && !isToUs))) continue
    // "has 2 inch binders on sale" gives nothing; "has 4 welders for us" does.
    const isHeld = /^(?:have|has|had|got)\b/.test(match[0])
    if (isHeld && !/^(?:for|to give|to donate|we|that we)\b/.test(view.slice(to, to + 2))) continue
    // "two maintainers to talk to my class" are people.
    if (
      /^to (?:come |go )?(?:talk|speak|judge|mentor|help|teach|work|visit|interview|meet|present|attend|show|run|volunteer|review|coach|train)\b/.test(
        view.slice(to, to + 3),
      )
    )
      continue
    if (isThing && words.slice(0, -1).some((word) => /^[^a-z0-9]/.test(word))) continue
    const mood = moods[from] ?? 'open'
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps') continue
    add(from, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  for (const { from, to, match } of view.matches(TO_A_PLACE)) {
    const mood = moods[from] ?? 'open'
    const isOther = (match[2] ?? '').split(' ').some((word) => NO_THING.test(word))
    if (!isOther && mood !== 'refused' && mood !== 'asked' && mood !== 'perhaps')
      add(from, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  for (const { from, to, why, count } of readThingsListed(view)) add(from, to, why, count)
  for (const { from, to, match } of view.matches(RELATIVE)) {
    const words = (match[2] ?? match[5] ?? '').split(' ')
    const isThing = IS_THING.test(words.join(' '))
    if ((isThing || !words.some((word) => NO_THING.test(word) || PLACE.test(word))) && moods[from] !== 'refused')
      add(from, to, `"${match[0]}"`, readNumber(match[1] ?? match[3] ?? match[4] ?? givenBehind(view, to) ?? ''))
  }
  for (const { from, to, match } of view.matches(LOADED))
    if (
      (moods[from] ?? 'open') === 'given' &&
      (/ (?:used|surplus|refurbished|secondhand) /.test(match[0]) || !match[0].split(' ').slice(-1).some(isNoThing))
    )
      add(from + 1, to, `"${match[0]}"`)
  for (const { from, to, match } of view.matches(LISTED)) {
    if (/^(?:are |is )?not (?:included|part)\b/.test(view.slice(to, to + 4))) continue
    if (IS_ROLE.test(view.items[to]?.word ?? '')) continue
    // "sending a nurse, and 12 boxes of gloves": a counted thing goes on with the list.
    const isCarried =
      match[1] !== undefined && ['given', 'open'].includes(moods[from] ?? '') && moods[from - 1] === 'given'
    if ((isCarried || (moods[from] ?? 'open') === 'given') && !/[.;:!?]/.test(match[0]))
      add(from + 1, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  for (const { from, to, match } of view.matches(NAMED)) {
    const mood = moods[from] ?? 'open'
    if (match[0].includes('$')) continue
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps' || /[.,;:!?\n/|]/.test(match[0])) continue
    if (
      /\b(?:have|has|had|got)\b/.test(match[0].split(' ')[0] ?? '') &&
      !/ (?:for us|for the|for our|for my)/.test(view.text.slice(view.placeOf(from), view.placeOf(to) + 12))
    )
      continue
    const bracketed = IN_BRACKETS.exec(view.slice(to, to + 3))?.[1]
    const stated = match[0]
      .split(' ')
      .map(readNumber)
      .find((value) => value !== undefined)
    const number = bracketed === undefined ? stated : readNumber(bracketed)
    add(from, to, `"${match[0]}"`, number)
  }
  for (const { from, to, match } of view.matches(HANDED)) {
    const words = (match[1] ?? '').replace(LEADING_QUALITY, '').split(' ')
    const mood = moods[from] ?? 'open'
    if (words.some((word) => NO_THING.test(word)) || mood === 'refused' || mood === 'asked' || mood === 'perhaps')
      continue
    const ofThem = OF_THEM.exec(view.slice(to, to + 6))
    add(from, to, `"${match[0]}"`, readNumber(ofThem?.[1] ?? ''))
  }
  for (const { from, to, match } of view.matches(FREE)) {
    const words = (match[2] ?? '').split(' ')
    if (words.some((word) => NO_THING.test(word) || /^(?:of|them|ours)$/.test(word))) continue
    const mood = moods[from] ?? 'open'
    if (mood === 'refused' || mood === 'asked' || mood === 'perhaps') continue
    add(from, to, `"${match[0]}"`, readNumber(match[1] ?? ''))
  }
  return finds
}
