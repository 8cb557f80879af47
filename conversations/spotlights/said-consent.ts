import type { Destination } from '../../data/story.ts'
import { dateOf, type LocalDate, schoolYearOf } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { dayOf, mentionsIn } from './said-dates.ts'
import { NO_WORDS, readDestinations } from './said-destinations.ts'

/** What a sentence says of a consent beyond whose it is and whether it is given. */
export type SaidConsent = {
  /** It speaks of a form, not of what someone said on the phone. */
  isOfForm: boolean
  form?: string
  destinations: Destination[]
  /** The company as typed, of "third party". */
  thirdParty?: string
  date?: LocalDate
  end?: LocalDate
  fullName: boolean
  removeAtEnd: boolean
}

const FORM =
  /\b(?:media|photo|press|publicity|consent|image|video)[- ](?:release|consent|form|permission|waiver)(?: form)?\b|\bconsent form\b|\brelease form\b|\bpermission slip\b/i
const OF_FORM =
  /\bsign(?:ed|s)?\b(?! (?:up|in|out|off|on)\b)|\bon file\b|\bform\b|\brelease\b|\bpaperwork\b|\bslip\b|\bwaiver\b/i
/** What becomes of it at its end is a term of the form, and no wish of today. */
const AT_ITS_END =
  /\b(?:down|removed?|deleted?|gone|go(?:es)?)\b[^.!?\n]{0,20}\b(?:at (?:its|the) end|afterwards?|when it ends|after that|(?:when|once|after) (?:she|he|they) (?:graduates?|leaves?|finish(?:es)?)|(?:at|after|upon) graduation|when the (?:school )?year ends)\b/i
const TAKEN_BACK =
  /\b(?:pulled|pulls?|revok\w*|withdr\w*|rescind\w*|said no|says no|refus\w*|chang\w+ (?:their|her|his) minds?|not sign|won['’]?t|wont|no longer|stop|objects?|against|never|nope|wants?|has to|must)\b/i
const SIGNED = /\bsigned\b|\bon file\b/i
/** What a form says no to beside what it allows. */
const RESTRICTIONS =
  /\b(?:without|no|not)\s+(?:the |his |her |their )?(?:full|last|sur)[- ]?names?\b|\b(?:is |are )?not (?:ok(?:ay)?|allowed|permitted|good|fine)?\s*(?:for|on|in|to|with)?\s*(?:the )?(?:web(?:site)?|social(?: media)?|press|facebook|instagram|internal|slack|teams|third[- ]part(?:y|ies))\b|\b(?:web(?:site)?|social(?: media)?|press|internal)\s+(?:is |are )?not (?:ok(?:ay)?|allowed|permitted)\b/gi
const ANY_NO = /\b(?:no|not|without|never|none)\b|n['’]t\b|\b(?:do|does|did|is|are|was|wo|ca|has|have)nt\b/i

export const saysAtItsEnd = (text: string): boolean => AT_ITS_END.test(text.slice(0, 4000))

/** "signed 9/14, internal, not ok for social, take it down at its end": a yes with terms, however much of a no its words are. */
export function isSignedWithTerm(text: string): boolean {
  const said = text.slice(0, 4000)
  if (!SIGNED.test(said) || TAKEN_BACK.test(said)) return false
  const rest = said.replace(RESTRICTIONS, ' ')
  return (saysAtItsEnd(said) || rest !== said) && !ANY_NO.test(rest)
}

/** "isn't signed yet", "still waiting for the form", "has expired": there is none in force, and nobody said no. */
export function isMissingForm(text: string): boolean {
  const said = text.slice(0, 4000)
  if (TAKEN_BACK.test(said)) return false
  return /(?:\bnot\b|n['’]?t\b|\bnever\b)[^.;]{0,30}\byet\b|\bstill (?:waiting|need(?:s|ed)?|missing|out)\b|\bexpired?\b|\bran out\b/i.test(
    said,
  )
}

/** "signed, but mom wants to see it first": what was said is not all in the form. */
export const isConditional = (text: string): boolean =>
  /\b(?:but|until|unless)\b[^.;\n]{0,40}\b(?:wants?|see|sees|ask|asks|approves?|checks?|reviews?|first|before)\b|\b(?:unless|only if|as long as|provided that|on (?:the )?condition)\b/i.test(
    text.slice(0, 4000),
  )

/** Nobody's signature. A sentence that has these and no form is a yes by word of mouth. */
const BY_MOUTH =
  /\b(?:said|says|saying|told|ok(?:ay)?(?:'?s|ed)?|fine|verbal(?:ly)?|phone|called|texted|approve[sd]?|agreed|gave (?:the|me|us) (?:the )?(?:ok|go[- ]ahead|green light)|thumbs up)\b/i

const NO_FULL_NAME = new RegExp(
  String.raw`\b${NO_WORDS}\b[^.,;\n]{0,25}\bfull names?\b|\bfull names?\b[^.,;\n]{0,15}\b${NO_WORDS}\b`,
  'i',
)
const THIRD_PARTY =
  /\b(?:third[- ]party|3rd[- ]party)\b(?:[\s:,(]*(?:is |to |for |with )?([\p{L}\p{N}&'’. -]{2,60}))?/iu

/** Reads what a sentence about a consent adds. A date is the signature's; one after "until" is the consent's end. */
export function readSaidConsent(text: string, moment: Pick<Moment, 'local' | 'zone' | 'knowledge'>): SaidConsent {
  const said = text.slice(0, 4000)
  // "media release" names the form, "press release" in it no destination.
  const form = FORM.exec(said)?.[0].toLowerCase()
  const rest = form ? said.replace(FORM, ' ') : said
  const destinations = readDestinations(rest)
  const third = destinations.includes('third_party') ? THIRD_PARTY.exec(rest)?.[1] : undefined
  const company = third?.split(/,|;|\band\b/)[0]?.trim()
  const { date, end } = datesOf(said, moment)
  return {
    isOfForm: OF_FORM.test(said) && !isOnlyTold(said),
    ...(form ? { form } : {}),
    destinations,
    ...(company ? { thirdParty: company } : {}),
    ...(date ? { date } : {}),
    ...(end ? { end } : {}),
    fullName: /\bfull names?\b/i.test(said) && !NO_FULL_NAME.test(said),
    removeAtEnd: saysAtItsEnd(said),
  }
}

/** "mom said she'd sign the form", "principal says the release is ok": a form is spoken of, none is signed. */
function isOnlyTold(said: string): boolean {
  if (/\bsigned\b|\bon file\b|\b(?:returned|handed in|turned in|came back|got (?:the|her|his|their))\b/i.test(said)) {
    return /\b(?:said|says|told|promised)\b[^.;]{0,40}\b(?:will|would|going to|gonna|'?ll)\b/i.test(said)
  }
  return BY_MOUTH.test(said) || /\b(?:will|would|going to|gonna) sign\b/i.test(said)
}

/** A yes by word of mouth, in any sentence: "mom said its fine on the phone", "principal says ok". */
export function isSaidByMouth(text: string): boolean {
  const said = text.slice(0, 4000)
  const who =
    /\b(?:mom|mum|mother|dad|father|parents?|guardian|family|grandma|grandmother|aunt|uncle|principal|student|she|he|they|kid)\b/i
  return who.test(said) && BY_MOUTH.test(said) && !/\bsigned\b|\bon file\b/i.test(said)
}

function datesOf(
  said: string,
  moment: Pick<Moment, 'local' | 'zone' | 'knowledge'>,
): { date?: LocalDate; end?: LocalDate } {
  let date: LocalDate | undefined
  let end: LocalDate | undefined
  for (const { mention, before } of mentionsIn(said, moment)) {
    const isEnd =
      /\b(?:until|till?|thru|through|expires?|ends?|ending|valid (?:to|until)|good (?:to|until|through))\s*(?:on\s*)?$/.test(
        before,
      ) || /^(?:until|till?|thru|through)\b/i.test(mention.text)
    if (isEnd) end = dayOf(mention, 'ahead', moment)
    // "last year 9/10/2025": the day, not the year.
    else if (mention.shape === 'day' || mention.shape === 'moment') date ??= dayOf(mention, 'behind', moment)
  }
  return { ...(date ? { date } : {}), ...(end ? { end } : {}) }
}

/** Where nothing else is said a consent ends with the school year in which it was signed. */
export const defaultEnd = (signed: LocalDate | undefined, { local }: Pick<Moment, 'local'>): LocalDate =>
  schoolYearOf(signed ?? dateOf(local)).to
