import type { Message, Token } from '../text/message.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import { nameWords, wordKey } from './key.ts'
import type { NameMark, NameOption } from './mark.ts'
import { strengthOf } from './name-keys.ts'

/** A name of the directory in a message, of the kind that its surroundings speak for. */
export type Name = NameMark & { kind: NameKind; how: MatchHow; entries: readonly NameEntry[]; why: string }

/** A kind is believed from this much on. */
const BELIEVED_FROM = 5

const words = (text: string): Set<string> => new Set(text.trim().split(/\s+/))

/** What a cluster or a program stands before as an adjective: "culinary teachers", "welding speaker". */
const CLASS_NOUNS =
  words(`class classes program programs students student kids kid teacher teachers partner partners company companies
  employer employers folks people shop pathway pathways industry industries speaker speakers guest seniors juniors sophomores freshmen internship
  internships intern interns job jobs career careers breakfast breakfasts competition contest fair event events club department dept team track
  majors cohort cohorts advisory board sector field world pros professionals panel mock career-day cluster clusters contacts businesses firms reps lab
  academy instructors instructor faculty staff booth folk owners contractors employers site shadow shadows group groups lead offers placements prospects side meeting grads`)
const BEFORE_PERSON =
  words(`with met called emailed texted messaged contact saw to by contact: and rang phoned reached thank
  ( met: for host speaker presenter hosted zoomed pinged ping remind tell ask of`)
const AFTER_PERSON =
  words(`from at of @ ( , is was will said says can offered wants has called emailed texted he she would could might may
  asked agreed confirmed promised just and might - : over left wrote mentioned told is-not can-not`)
const BEFORE_PARTNER = words(
  `from at @ + & of with ( by called emailed visited toured call email text visit ping contact meet invite chase thank nudge ask tell to for and , re about partner: via w/ against texted`,
)
const BEFORE_SCHOOL = words(`at @ in to for from ( , school: and over near`)
const BEFORE_DATE = words(
  'to in on by until through this next last since before after early late mid of every each the til starting',
)
const STARTS = words('. ! ? \n : ;').add('')
const AFTER_SUBJECT =
  /^(?:is|are|said|says|can|will|confirmed|confirms|can not|declined|declines|called|emailed|might|just|accepted|cannot|follow up|follow ups|will not|texted|rsvp|:|\/|wants to|had to|backed|is not|are not|offered)$/
const CHILDREN = /^(?:kids|students|seniors|juniors|sophomores|freshmen|teachers|interns|folks)$/
const EVENT_NOUN =
  /^(?:job|speaker|site|breakfast|meeting|talk|visit|tour|advisory|career|mock|competition|shadow|follow up|reminder|internship|internships|contact|people|folks|thing)$/
const PRONOUNS = words('it us we he she they me all so be in on at as or an to no a i am is if my by do go up of')
const STUDENT_CUE =
  /spotlight|shout ?out|consent|release|permission|photo|waiver|signed|opt(?:ed|ing)? (?:out|in)|kudos|congrat|brag|celebrat|write (?:\w+ )?up|\b(?:got|was|been|gets|just) hired|landed an?|accepted (?:to|at|into)|\bwon\b|earned (?:his|her|their|a)|passed (?:his|her|their|the)|mom|\bdad\b|guardian|parents/

/** What is counted and listed by cluster: "placements in construction". */
const COUNTED_IN_CLUSTER =
  /^(?:placements?|internships?|apprenticeships?|jobs|offers|partners|companies|employers|contacts|spotlights|stories|touchpoints?|students|events)$/

export type Surroundings = { isShouting: boolean; isAboutStudent: boolean }

/** What the whole message says of how its names are to be read. */
export function readSurroundings({ tokens, typed }: Message): Surroundings {
  const letters = typed.replace(/[^\p{L}]/gu, '').slice(0, 400)
  const capitals = letters.replace(/[^\p{Lu}]/gu, '').length
  const text = tokens.map((token) => token.norm).join(' ')
  return { isShouting: letters.length > 3 && capitals > letters.length * 0.7, isAboutStudent: STUDENT_CUE.test(text) }
}

const isWordTyped = (token: Token): boolean => token.kind === 'word' && ORDINARY_WORDS.has(token.plain)

type Look = {
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
}

/** How much the words around a mark speak for one of its kinds. */
function weigh(option: NameOption, look: Look): number {
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
  if (lone && isDateWord(lone) && !look.isAtPartner && (BEFORE_DATE.has(before) || /^\d/.test(after))) return 0
  const isPlainWord = isOrdinary && lone !== undefined && !isCapital
  switch (kind) {
    case 'person':
      if (BEFORE_PERSON.has(before)) weight += 3
      if (AFTER_PERSON.has(after) || /^(?:\w+ed|can not|will not|is not|are not|does not)$/.test(after)) weight += 2
      if (look.isAtPartner) weight += 4
      if (isPlainWord && STARTS.has(before) && AFTER_SUBJECT.test(after) && after !== ':') weight += 3
      if (how === 'family' && lone?.casing === 'lower' && !around.isShouting) weight -= 1
      return weight
    case 'partner':
      if (before === ',' && isPlainWord) weight += /^(?:,|and|\)|\/|)$/.test(after) ? 3 : 0
      else if (BEFORE_PARTNER.has(before)) weight += 3
      if (isPlainWord && STARTS.has(before) && AFTER_SUBJECT.test(after)) weight += 3
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
      if (before === '(' || before === 'program:' || before === 'cluster:') weight += 4
      const isListed = /^[/,|(-]$/.test(before) && /^(?:[/,|)]|\n|)$/.test(after)
      if (kind === 'program' && around.isAboutStudent && isListed) weight += 4
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

const isDateWord = (token: Token): boolean =>
  /^(?:jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|nov|dec|january|february|march|april|june|july|august|september|october|november|december|sun|mon|tue|tues|wed|thu|thurs|fri|sat|sunday|monday|tuesday|wednesday|thursday|friday|saturday)$/.test(
    token.plain,
  )

/** Marks with the kind that fits best, those left out that are ordinary words here. */
export function chooseKinds(message: Message, marks: readonly NameMark[]): Name[] {
  const { tokens } = message
  const around = readSurroundings(message)
  const at = (i: number): string => tokens[i]?.norm ?? ''
  const starts = new Map(marks.map((mark) => [mark.first, mark]))
  const isClass = (mark: NameMark): boolean => mark.options.some(({ kind }) => kind === 'cluster' || kind === 'program')
  /** The word after a mark, or `and-class` where a list of programs or clusters goes on to a noun. */
  const after = (mark: NameMark): string => {
    let next = mark.last
    let listed = mark
    while (isClass(listed) && /^(?:and|&|\+|,|or|\/)$/.test(at(next))) {
      const skip = at(next) === ',' && at(next + 1) === 'and' ? 2 : 1
      const more = starts.get(next + skip)
      if (!more || !isClass(more)) break
      listed = more
      next = more.last
    }
    return listed !== mark && CLASS_NOUNS.has(at(next)) ? 'and-class' : at(mark.last)
  }
  const isAtPartner = (mark: NameMark): boolean => {
    if (!/^(?:from|at|of|@|\(|over|with)$/.test(at(mark.last))) return false
    let next = mark.last + 1
    while (/^(?:the|at|from|here|over)$/.test(at(next)) && next < mark.last + 4) next++
    return starts.get(next)?.options.some(({ kind }) => kind === 'partner') ?? false
  }
  const ends = new Map(marks.map((mark) => [mark.last, mark]))
  const isBesideName = (mark: NameMark): boolean =>
    [ends.get(mark.first), starts.get(mark.last)].some((beside) =>
      beside?.options.some(({ kind }) => kind === 'school' || kind === 'student'),
    )
  /** The word before a mark; of a list of programs or clusters, the word before the list. */
  const before = (mark: NameMark): string => {
    let first = mark.first
    let listed: NameMark | undefined = isClass(mark) ? mark : undefined
    while (listed && /^(?:and|&|\+|,|\/)$/.test(at(first - 1))) {
      const previous = ends.get(first - 1)
      listed = previous && isClass(previous) ? previous : undefined
      if (listed) first = listed.first
    }
    return first > 0 && tokens[first - 1]?.kind !== 'break' ? at(first - 1) : ''
  }
  return marks.flatMap((mark): Name[] => {
    const own = before(mark)
    const key = at(mark.first - 1) === ':' ? `${at(mark.first - 2)}:` : undefined
    const look: Look = {
      before: key && /^(?:partner|school|program|cluster|contact|student):$/.test(key) ? key : own,
      before2: at(mark.first - 2),
      after: after(mark),
      after2: at(mark.last + 1),
      tokens: tokens.slice(mark.first, mark.last),
      around,
      isAtPartner: isAtPartner(mark),
      isBesideName: isBesideName(mark),
    }
    if (isPartOfStranger(tokens, mark, around, starts)) return []
    const weighed = mark.options
      .map((option) => ({ option, weight: weigh(option, look) }))
      .sort((a, b) => b.weight - a.weight)
    const [best] = weighed
    if (!best || best.weight < BELIEVED_FROM) return []
    const { kind, how, entries } = best.option
    const options = weighed.filter(({ weight }) => weight >= BELIEVED_FROM).map(({ option }) => option)
    return [{ ...mark, kind, how, entries, options, why: `${kind} by ${how}, ${best.weight}` }]
  })
}

/** "June Smith" is not the June that is known, "Trinity Wells" no Wells: half a name beside words of a new one. */
function isPartOfStranger(
  tokens: readonly Token[],
  mark: NameMark,
  { isShouting }: Surroundings,
  starts: ReadonlyMap<number, NameMark>,
): boolean {
  const [best] = mark.options
  if (
    mark.last - mark.first !== 1 ||
    isShouting ||
    !best ||
    mark.options.some(({ how }) => how === 'name' || how === 'alias')
  )
    return false
  const isNew = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.casing === 'title' && token.plain.length > 1 && !ORDINARY_WORDS.has(token.plain)
  const next = tokens[mark.last]
  if (best.kind === 'partner' || best.kind === 'school') return isPartOfCompany(tokens, mark, best, starts)
  const before = tokens[mark.first - 1]
  if (best.how === 'given' && !mark.isOwner && tokens[mark.first]?.casing === 'title') {
    return isNew(next) && !starts.has(mark.last) && next?.norm === next?.plain
  }
  const isEnd = [...starts.values()].some(({ last }) => last === mark.first)
  return (
    best.how === 'family' &&
    before?.kind === 'word' &&
    before.casing === 'title' &&
    !isEnd &&
    (isNew(before) || GIVEN_NAMES.has(before.plain)) &&
    !TITLES.test(before.plain)
  )
}
const COMPANY_WORD =
  /^(?:works|construction|plumbing|electric|motors|bakery|cafe|kitchen|grill|solutions|systems|supply|hospital|clinic|foods|farms|hotel|studios|media|industries|manufacturing|builders|contractors|logistics|energy|labs|technologies|software|partners|associates|brewing|catering|museum|foundation|university|college|credit|bank|insurance)$/

/** "rancho verde nursery" is no April Ranch: a part of a name, or a near one, that goes on in words of another. */
function isPartOfCompany(
  tokens: readonly Token[],
  mark: NameMark,
  { how, entries }: NameOption,
  starts: ReadonlyMap<number, NameMark>,
): boolean {
  if (how !== 'part' && how !== 'near') return false
  const next = tokens[mark.last]
  if (next?.kind !== 'word' || starts.has(mark.last) || next.norm !== next.plain) return false
  if (ORDINARY_WORDS.has(next.plain) && !COMPANY_WORD.test(next.plain)) return false
  if (next.plain.length < 5 || isDateWord(next) || GIVEN_NAMES.has(next.plain)) return false
  return entries.every(
    ({ name, aliases }) => ![name, ...(aliases ?? [])].some((known) => nameWords(known).includes(wordKey(next.plain))),
  )
}
const TITLES =
  /^(?:dr|mr|mrs|ms|prof|professor|chef|capt|captain|lt|lieutenant|chief|sgt|officer|coach|principal|mx|miss|director|manager|nurse|detective|sister)$/

/** True for a word that may be a first name and is typed as one. */
export const looksGiven = (token: Token): boolean =>
  GIVEN_NAMES.has(token.plain) && (token.casing !== 'lower' || !ORDINARY_WORDS.has(token.plain))
