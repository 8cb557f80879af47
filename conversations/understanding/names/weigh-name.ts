import type { Token } from '../text/message.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import type { NameOption } from './mark.ts'
import { strengthOf } from './name-keys.ts'
import type { Surroundings } from './surroundings.ts'

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** What a cluster or a program stands before as an adjective: "culinary teachers", "welding speaker". */
export const CLASS_NOUNS =
  words(`class classes program programs students student kids kid teacher teachers partner partners company companies
  employer employers folks people shop pathway pathways industry industries speaker speakers guest seniors juniors sophomores freshmen internship
  internships intern interns job jobs career careers breakfast breakfasts competition contest fair event events club department dept team track
  majors cohort cohorts advisory board sector field world pros professionals panel mock career-day cluster clusters contacts businesses firms reps lab
  academy instructors instructor faculty staff booth folk owners contractors employers site shadow shadows group groups lead offers placements prospects side meeting grads`)
const BEFORE_PERSON =
  words(`with met called emailed texted messaged contact saw to by contact: put got captain capt chef dr mr mrs ms officer chief coach sgt
  lt professor and rang phoned reached thank ( met: for host speaker presenter hosted zoomed pinged ping remind tell ask of & +`)
/** "spoke with mark", "circle back with hope": before the name, and what may stand behind it. */
const TALKED =
  /^(?:spoke|talk|talked|talking|met|meet|chat|chatted|back|base|coffee|lunch|call|meeting|zoom|up|touch|connected)$/
const BEHIND_TALK = /^(?:today|yesterday|tomorrow|this|last|next|on|at|about|re|and|[.,;!]|)$/
const CALL = /^(?:call|email|text|phone|message|ping)$/
const AFTER_PERSON =
  words(`from at of @ ( , is was will said says can offered wants has called emailed texted he she would could might may
  asked agreed confirmed promised just and might down on - : over left wrote mentioned told is-not can-not + &`)
const BEFORE_PARTNER = words(
  `from at @ + & of with ( by called emailed visited toured call email text visit ping contact meet invite chase thank nudge ask tell to for and , re about partner: via w/ against texted`,
)
const BEFORE_SCHOOL = words(`at @ in to for from ( , school: and over near`)
const BEFORE_DATE = words(
  'to in on by until through this next last since before after early late mid of every each the til starting',
)
const STARTS = words('. ! ? \n : ;').add('')
const AFTER_SUBJECT =
  /^(?:is|are|said|says|can|will|confirmed|confirms|can not|declined|declines|called|emailed|might|just|accepted|cannot|follow up|follow ups|will not|texted|rsvp|:|\/|wants to|had to|backed|yes|no|maybe|in|out|told|mentioned|texted|promised|showed|agreed|stopped|came|swung|walked|is not|are not|offered)$/
const CHILDREN = /^(?:kids|students|seniors|juniors|sophomores|freshmen|teachers|interns|folks)$/
const EVENT_NOUN =
  /^(?:job|speaker|site|breakfast|meeting|talk|visit|tour|advisory|career|mock|competition|shadow|follow up|reminder|internship|internships|contact|people|folks|thing)$/
const EVENT_BEFORE = /^(?:shadow|visit|tour|talk|speaker|interviews|breakfast|advisory)$/
const PRONOUNS = words('it us we he she they me all so be in on at as or an to no a i am is if my by do go up of')
/** What is counted and listed by cluster: "placements in construction". */
const COUNTED_IN_CLUSTER =
  /^(?:quiet|cold|dark|stale|silent|anybody|anyone|somebody|someone|everybody|everyone|folks|people|who|placements?|internships?|apprenticeships?|jobs|offers|partners|companies|employers|contacts|spotlights|stories|touchpoints?|students|events)$/

const entriesOf = ({ entries }: NameOption): NameOption['entries'] => (entries.length <= 20 ? entries : [])

const isWordTyped = (token: Token): boolean => token.kind === 'word' && ORDINARY_WORDS.has(token.plain)

export type Look = {
  before: string
  before2: string
  after: string
  after2: string
  tokens: readonly Token[]
  around: Surroundings
  /** True where a company stands behind a linking word: "Mark from Northern". */
  isAtPartner: boolean
  /** True where a school or a student stands right beside it. */
  isBesideName: boolean
  /** True for one of several programs or clusters in a row: "manufacturing + trades". */
  isPaired: boolean
  /** True where "and" joins it to somebody: "Mark and Grace". */
  isBesidePerson: boolean
  /** The companies that the message names. */
  companies: ReadonlySet<string>
}

/** "apple juice", "river boat": with these a word is itself, whatever company bears it. */
const COMMON_NOUN = /^(?:juice|pie|cider|sauce|butter|boat|boats|bank erosion|tree|trees|season)$/
const BELIEVED_IN_A_ROW = 8

const isTitle = (word: string): boolean =>
  /^(?:dr|mr|mrs|ms|miss|mx|prof|professor|chef|capt|captain|sgt|officer|chief|coach)$/.test(word)

/** How much the words around a mark speak for one of its kinds. */
export function weigh(option: NameOption, look: Look): number {
  const { before, after, tokens, around } = look
  const { kind, how } = option
  const isOrdinary = tokens.every((token) => token.kind === 'sign' || isWordTyped(token) || token.kind === 'number')
  const lone = tokens.length === 1 ? tokens[0] : undefined
  const isCapital = !around.isShouting && tokens.some((token) => token.casing !== 'lower' && token.kind === 'word')
  const isUpper = !around.isShouting && lone?.casing === 'upper' && lone.plain.length > 1
  const isField = kind === 'cluster' || kind === 'program'
  let weight = how === 'near' ? 5 : strengthOf(how)
  if (isOrdinary && lone) weight -= isUpper ? 1 : !isCapital || isField ? 6 : STARTS.has(before) ? 4 : 3
  else if (isOrdinary) weight -= isCapital ? 0 : 2
  if (lone && lone.plain.length <= 2 && !isUpper) weight -= 3
  if (lone && PRONOUNS.has(lone.plain) && !isUpper) weight -= 4
  if (isUpper) weight += 2
  // "it's career day": no IT.
  if (lone?.plain === "it's" || lone?.plain === 'its' || (lone?.owner === 'it' && !isUpper)) return 0
  // "she WILL sit on our board": no Will.
  if (lone && /^(?:will|may)$/.test(lone.plain) && /^(?:he|she|they|we|i|it|who|that|you)$/.test(before)) return 0
  if (lone && isDateWord(lone) && !look.isAtPartner && (BEFORE_DATE.has(before) || /^\d/.test(after))) return 0
  // "a breakfast for culinary and it, 40 people": in a row of clusters, it is IT.
  const isRow = isField && look.isPaired && around.isAboutEvent && /^(?:[.,;]|)$/.test(after)
  if (isRow && (how === 'alias' || how === 'name')) return BELIEVED_IN_A_ROW
  const isPlainWord = isOrdinary && lone !== undefined && !isCapital
  switch (kind) {
    case 'person':
      // "a grace period": no Grace.
      if (lone?.casing === 'lower' && /^an?$/.test(before) && !look.isAtPartner) return 0
      if (look.isBesidePerson && isCapital && !(lone && isDateWord(lone))) weight += 2
      if (BEFORE_PERSON.has(before)) weight += 3
      // "remind me to call hope".
      else if (CALL.test(before) && look.before2 === 'to' && !CLASS_NOUNS.has(after)) weight += 5
      if (before === 'with' && TALKED.test(look.before2) && BEHIND_TALK.test(after)) weight += 3
      if (AFTER_PERSON.has(after) || /^(?:\w+ed|can not|will not|is not|are not|does not)$/.test(after)) weight += 2
      if (look.isAtPartner) weight += 4
      // "farm credit … mark told me": somebody of a company that is named.
      else if (entriesOf(option).some(({ partner }) => partner !== undefined && look.companies.has(partner)))
        weight += 3
      if (
        /^(?:and|\+|&)$/.test(before) &&
        /^(?:are|were|both|is|,|\.|for|from|)$/.test(after) &&
        !(lone && isDateWord(lone))
      )
        weight += 2
      if (/^(?:was|is|not)$/.test(before) && /^(?:i|we|not|who|that|,|)$/.test(after)) weight += 3
      if (isOrdinary && lone && STARTS.has(before) && AFTER_SUBJECT.test(after) && after !== ':') weight += 3
      if (how === 'family' && lone?.casing === 'lower' && !around.isShouting) weight -= 1
      return weight
    case 'partner':
      // "Dr. Whitcomb": somebody, although a company is called so.
      if (isTitle(before) || (before === '.' && isTitle(look.before2))) return 0
      if (lone?.casing === 'lower' && COMMON_NOUN.test(after)) return 0
      if (before === ',' && isPlainWord) weight += /^(?:,|and|\)|\/|)$/.test(after) ? 3 : 0
      else if (BEFORE_PARTNER.has(before)) weight += 3
      if (isPlainWord && STARTS.has(before) && AFTER_SUBJECT.test(after)) weight += 3
      // "job shadow summit 10/14": between an event's kind and its day.
      if (isPlainWord && EVENT_BEFORE.test(before) && /^\d/.test(after) && !isDateWord(lone)) weight += 3
      if (isPlainWord && /^(?:book|invite)$/.test(before) && /^(?:as|for|to)$/.test(after)) weight += 3
      if (isPlainWord && /^(?:was|is|not|wrong)$/.test(before) && /^(?:not|,|\.|)$/.test(after)) weight += 3
      if (how === 'part' && before === 'in') weight -= 4
      if (EVENT_NOUN.test(after)) weight += 3
      return weight
    case 'school':
      if (BEFORE_SCHOOL.has(before)) weight += 3
      if (EVENT_NOUN.test(after)) weight += 2
      if (after === 'hs' || after === 'high' || after === 'students' || after === 'kids') weight += 4
      return weight
    case 'cluster':
    case 'program': {
      if (before === 'from' && CHILDREN.test(look.before2)) weight += 3
      if (kind === 'program' && around.isAboutStudent && look.isBesideName) weight += 4
      if (CLASS_NOUNS.has(after) || after === 'and-class') weight += 5
      else if (
        before === 'for' ||
        (before === 'in' && (kind === 'program' || COUNTED_IN_CLUSTER.test(look.before2))) ||
        (before === 'from' && around.isAboutStudent)
      )
        weight += 3
      const isBetween = /^[,:|/(-]$/.test(before) && /^(?:[,|/)-]|\n|)$/.test(after)
      if (around.isAboutEvent && (look.isPaired || (isBetween && before !== '('))) weight += 4
      if (around.isQuestion && /^(?:from|in)$/.test(before)) weight += 3
      if (kind === 'program' && around.isAboutStudent && /^(?:at|from|@)$/.test(after)) weight += 3
      // "machining wants a speaker".
      if (STARTS.has(before) && /^(?:wants?|needs?|would|could|is looking|are looking)$/.test(after)) weight += 5
      const isAlone = /^(?:[.,;:\n/|-]|and|)$/.test(before) && /^(?:[.,;:\n/|-]|and|)$/.test(after)
      if (isAlone && around.isShouting) weight += 5
      if (before === '(' || before === 'program:' || before === 'cluster:') weight += 4
      const isListed = /^[/,|(-]$/.test(before) && /^(?:[/,|)]|\n|)$/.test(after)
      if (kind === 'program' && isListed) weight += around.isAboutStudent ? 4 : 2
      if (kind === 'program' && /^[:,]$/.test(before) && after === ',') weight += 2
      return kind === 'program' ? weight + 0.5 : weight
    }
    case 'student':
      if (around.isAboutStudent) return weight + 4
      return how === 'given' || how === 'family' ? 0 : weight
    case 'staff':
      if (how === 'given' || how === 'family') {
        const isColleague =
          (after === 'and' && /^(?:i|me|myself)$/.test(look.after2)) ||
          (before === 'and' && /^(?:i|me)$/.test(look.before2))
        return isColleague ? 12 : 0
      }
      return weight
  }
}

/** True for a weekday or a month. */
export const isDateWord = (token: Token): boolean =>
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|sun|mon|tue|tues|wed|thu|thurs|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/.test(
    token.plain,
  )
