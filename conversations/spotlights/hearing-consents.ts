import type { Frame } from '../understanding/frame.ts'
import { isConsentQuestion } from './consent-questions.ts'

/** What a sentence has to do with a consent, where understanding has not seen one in it. */
export type HeardConsent =
  | { intent: 'ask_consent' }
  | { intent: 'record_consent'; granted: boolean }
  /** A no to some destinations alone. */
  | { intent: 'narrow_consent' }

const FAMILY =
  /\b(?:moms?|mums?|mothers?|dads?|fathers?|parents?|guardians?|famil(?:y|ies)|grandma|grandmother|aunt|uncle)\b/i
const FORM = /\b(?:forms?|releases?|consents?|waivers?|permission slips?|paperwork)\b/i
const SIGNED = /\bsigned(?! (?:up|in|out|off|on)\b)/i
const IS_IN = /\b(?:on file|turned in|handed in|came back|returned)\b/i
/** Forms of another kind. */
const OTHER_FORM =
  /\b(?:trips?|shadow(?:ing)?|visits?|breakfast|tours?|medical|hours|time ?sheets?|working papers|work permit|applications?|w-?4|i-?9|offer letter|insurance)\b/i
const DESTINATION =
  /\b(?:internal|web(?:site)?|online|social(?: media)?|facebook|instagram|press|everything|all uses)\b/i
const STORY = /\b(?:spotlights?|stor(?:y|ies))\b/i
/** A no to being shown; and one that may be. */
const NOT_WANTED =
  /\b(?:(?:does|do|did) ?n['’]?t|not) want\b[^.\n]{0,30}\b(?:face|photos?|pictures?|pics?|name|story)\b[^.\n]{0,20}\b(?:online|posted|published|shared|social|web|facebook|instagram)\b|\b(?:(?:does|do|did) ?n['’]?t|not) want (?:to be )?(?:posted|published|featured|photographed|shown)\b|\b(?:said|says|say) no\b[^.\n]{0,20}\b(?:photos?|pictures?|pics?|posts?|release|media release)\b/i
const MAYBE_NOT_WANTED =
  /\b(?:(?:does|do|did) ?n['’]?t|not) want\b[^.\n]{0,30}\b(?:his|her|their|any) (?:face|photos?|pictures?|pics?|name)\b/i
const SAYS_NO =
  /\b(?:said|says|say) no\b|\b(?:is|are|was|were) ?(?:n['’]?t|not) (?:ok(?:ay)?|fine|happy|comfortable) with (?:it|this|that|the (?:post|story|spotlight))\b/i
const NO_TO_SOME =
  /\b(?:no|not|never)\b[^.\n]{0,20}\b(?:social(?: media)?|facebook|instagram|tiktok|press|newspapers?|web(?:site)?|online)\b/i

/** Reads it of a sentence that names a student; undefined where it is about something else. */
export function hearConsent(said: string, frame: Frame | undefined): HeardConsent | undefined {
  if (isConsentQuestion(said)) return { intent: 'ask_consent' }
  const intent = frame?.intent ?? 'none'
  const isSigned =
    !OTHER_FORM.test(said) &&
    ((SIGNED.test(said) && (FORM.test(said) || FAMILY.test(said) || DESTINATION.test(said))) ||
      (IS_IN.test(said) && FORM.test(said)))
  // "her form: signed 10/1, internal only" is no internship.
  if (intent === 'draft_spotlight' && FORM.test(said) && isSigned && !STORY.test(said))
    return { intent: 'record_consent', granted: true }
  if (intent !== 'none') return undefined
  if (NOT_WANTED.test(said)) return { intent: 'record_consent', granted: false }
  if (isSigned) return { intent: 'record_consent', granted: true }
  const isPartly = (FAMILY.test(said) && (NO_TO_SOME.test(said) || SAYS_NO.test(said))) || MAYBE_NOT_WANTED.test(said)
  return isPartly ? { intent: 'narrow_consent' } : undefined
}
