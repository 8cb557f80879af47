import type { Ref, Refs } from '../reading.ts'
import type { Message, Token } from '../text/message.ts'
import type { View } from '../text/view.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { COMPANY_NOUN, companyRunAt, isBreak, nameCase, personRunAt, type UnknownRun } from './unknown.ts'

const LINK = /^(?:from|at|of|@|with|over|\(|-|\/|,|in)$/
/** Words before a name that say that somebody is named. */
const BEFORE_PERSON =
  /^(?:with|met|called|emailed|texted|messaged|saw|from|to|and|reached|phoned|rang|by|contact|named|,|visited|zoomed|thank|book|schedule|host|speaker|:|\/|invite|for|had|caught|ping|remind|told|meet|see)$/
/** Words after which a name needs no company beside it, where one is named elsewhere. */
const NAMES_ONE =
  /^(?:met|named|called|emailed|texted|with|saw|phoned|messaged|a|assistant|manager|director|colleague|boss|rep|recruiter|chef|owner|supervisor|coworker|lead|foreman|nurse|coordinator|partner|president|vp|engineer|new|contact|guy|woman|lady|man|gal|fella|person)$/
/** What somebody of the partner's side does in a sentence of their own: "Ravindra Pillai showed us around". */
const SPEAKS =
  /^(?:showed|gave|said|says|offered|offers|told|walked|met|took|led|will|can|would|is|wants|hosted|joined|asked|agreed|promised|called|emailed|texted|mentioned|has|came)$/
/** "her new head baker Kit Sorensen". */
const OCCUPATION =
  /(?:er|or|ist|ant|chef|nurse|lead|head|hr|assistant|tech|clerk|guy|boss|captain|chief|foreman|partner|dispatcher)$/
const LABELLED =
  /\b(?:partner|company|employer|org|organization|business|new (?:one|partner|company|name|outfit|place))(?: for us| for me| here)?(?: [:!,-])(?= )/g
/** Where somebody was visited, a name needs no capital. */
const VISITED =
  /\b(?:swung|stopped|dropped|popped) (?:by|in at|in (?:DAY|MOMENT|today|earlier) at|into)(?= )|\b(?:went|drove|headed) (?:over |out |down )?to(?= )|\b(?:toured|visited)(?= )/g
const REACHED = /\b(?:called|visited|toured|emailed|texted|phoned|zoomed|messaged)(?= )/g

/** "larkspur robotics is hosting it with us": what a company does whose name ends as companies' names do. */
const HOSTS = /\b(?:is|are|will be) (?:hosting|judging|sponsoring|catering|coming|bringing)(?= |$)/g
const MOST_COMPANY_ITEMS = 4
const startOfClause = (view: View, at: number): number => {
  let start = at
  while (start > 0 && !isBreak(wordAt(view, start - 1))) start -= 1
  return start
}

type Writing = { message: Message; view: View; isShouting: boolean }

const wordAt = (view: View, at: number): string => view.items[at]?.word ?? ''
const tokenAt = ({ message, view }: Writing, at: number): Token | undefined =>
  message.tokens[view.items[at]?.first ?? -1]
const isGiven = (writing: Writing, at: number): boolean => GIVEN_NAMES.has(tokenAt(writing, at)?.plain ?? '')
const isTitled = (writing: Writing, at: number): boolean => tokenAt(writing, at)?.casing === 'title'

const isSurname = (writing: Writing, at: number): boolean => {
  const token = tokenAt(writing, at)
  return (
    token?.kind === 'word' &&
    token.plain.length > 2 &&
    !ORDINARY_WORDS.has(token.plain) &&
    !GIVEN_NAMES.has(token.plain) &&
    !PLACE.test(token.plain)
  )
}

const PLACE =
  /^(?:branch|location|store|plant|campus|county|park|site|center|clinic|hospital|street|avenue|high|middle|elementary|school)$/

/** Adds the people and companies that a message names and the directory does not have. */
export function addNewcomers(message: Message, view: View, refs: Refs, isShouting: boolean): void {
  const writing = { message, view, isShouting }
  addPeople(writing, refs)
  addCompanies(writing, refs)
  if (refs.partners.some(({ entries }) => entries.length === 0)) addPeople(writing, refs)
}

const strangeRef = ({ from, to, typed }: UnknownRun, isShouting: boolean): Ref => ({
  from,
  to,
  typed,
  entries: [],
  text: nameCase(typed, isShouting),
  isOwner: false,
})

function addPeople(writing: Writing, refs: Refs): void {
  const { message, view, isShouting } = writing
  for (let at = 0; at < view.items.length; at++) {
    if (view.items[at]?.name || view.items[at]?.date) continue
    if ([...refs.people, ...refs.partners].some(({ from, to }) => from <= at && at < to)) continue
    const run = personRunAt(message, view, at)
    if (!run || (!isShouting && tokenAt(writing, run.from)?.casing === 'upper')) continue
    if (isSomebody(writing, refs, run, at)) {
      refs.people.push(strangeRef(run, isShouting))
      at = run.to - 1
    }
  }
}

const isIntroducedAt = (view: View, at: number): boolean =>
  wordAt(view, at - 1) === ':' && wordAt(view, at - 2) === 'contact'

/** True where words that look like a name stand as one: beside a company, in a list of people, as who did something. */
function isSomebody(writing: Writing, refs: Refs, run: UnknownRun, at: number): boolean {
  const { view } = writing
  const before = wordAt(view, at - 1)
  const next = wordAt(view, run.to)
  const isFull = run.to - run.from >= 2
  const isCompanyOf = /^(?:from|at|of|with)$/.test(before) && refs.people.some(({ to }) => to === at - 1)
  if (isCompanyOf) return false
  const isOwned = before === 'PARTNER' && (view.items[at - 1]?.name?.isOwner ?? false)
  if (isOwned) return isFull || isGiven(writing, run.from) || isTitled(writing, run.from)
  const beside = refs.people.find((person) => person.to === at - 1)
  if (beside && /^(?:and|,|\/)$/.test(before)) return !(before === ',' && isIntroducedAt(view, beside.from))
  if (refs.partners.length > 0) {
    const isNamed = NAMES_ONE.test(before) && (isFull || before === 'named')
    if (isNamed && (isGiven(writing, run.from) || isTitled(writing, run.from))) return true
    if (
      (isBreak(before) || before === '') &&
      isFull &&
      SPEAKS.test(next) &&
      (isTitled(writing, run.from) || isGiven(writing, run.from))
    )
      return true
  }
  // "ricky bains", "her new head baker Kit Sorensen": a first name and a word that is none.
  if (refs.partners.length > 0 && isFull && isGiven(writing, run.from) && isSurname(writing, run.from + 1)) return true
  const isTitledName =
    isFull && isTitled(writing, run.from) && isTitled(writing, run.from + 1) && OCCUPATION.test(before)
  if (refs.partners.length > 0 && isTitledName) return true
  const isBehindCompany = /^[:,-]$/.test(before) && wordAt(view, at - 2) === 'PARTNER' && isFull
  if (isBehindCompany && (isTitled(writing, run.from) || isGiven(writing, run.from))) return true
  const hasPlace = run.from > at || at === 0 || isBreak(before) || BEFORE_PERSON.test(before)
  if (!hasPlace) return false
  // "new contact: Ofelia Bustos, Nopal Catering."
  if (isIntroducedAt(view, at) && isFull && next === ',' && isGiven(writing, run.from) && isTitled(writing, run.to + 1))
    return true
  if (LINK.test(next) && nextPartner(view, run.to) !== undefined) return true
  if (next === 'and' && /^(?:PERSON|PARTNER)$/.test(wordAt(view, run.to + 1))) return true
  const isAtStranger = /^(?:from|at|@|of|over|\()$/.test(next) && wordAt(view, run.to + 1) !== 'SCHOOL'
  const isNameLike = isGiven(writing, run.from) || isTitled(writing, run.from)
  return (
    isAtStranger &&
    ((BEFORE_PERSON.test(before) && isNameLike) ||
      (isFull && isGiven(writing, run.from) && (isBreak(before) || before === '')))
  )
}

const MOST_TITLE_ITEMS = 8

/** The item of the company that a linking word leads to, a few words on. */
function nextPartner(view: View, link: number): number | undefined {
  if (/^[,(-]$/.test(wordAt(view, link)) && /^(?:the|a|an|their|our|new)$/.test(wordAt(view, link + 1))) {
    // "Dr. Lowell, the new chief nurse at Northfork".
    for (let at = link + 2; at <= link + MOST_TITLE_ITEMS; at++) {
      if (isBreak(wordAt(view, at))) return undefined
      if (/^(?:at|of|from|for|with)$/.test(wordAt(view, at)))
        return [at + 1, at + 2].find((next) => wordAt(view, next) === 'PARTNER')
    }
  }
  for (let at = link; at <= link + 3; at++) {
    const word = wordAt(view, at)
    if (word === 'PARTNER') return at
    if (at > link && !/^(?:the|over|at|@|,|\(|from|of|her|his)$/.test(word)) return undefined
  }
  return undefined
}

/** New companies: behind a person ("rosa lind from …"), behind "partner:", behind a verb of contact where none is known. */
function addCompanies(writing: Writing, refs: Refs): void {
  const { message, view, isShouting } = writing
  const push = (start: number): void => {
    const run = companyRunAt(message, view, start)
    if (
      !run ||
      view.items[start]?.name ||
      [...refs.people, ...refs.partners].some(({ from, to }) => from < run.to && run.from < to)
    )
      return
    refs.partners.push(strangeRef(run, isShouting))
  }
  for (const { to } of view.matches(LABELLED)) push(to)
  for (const { from } of view.matches(HOSTS)) {
    const start = startOfClause(view, from)
    const last = wordAt(view, from - 1)
    if (from - start <= MOST_COMPANY_ITEMS && COMPANY_NOUN.test(last)) push(start)
  }
  for (const person of refs.people) {
    const link = wordAt(view, person.to)
    const leads =
      person.entries.length === 0
        ? /^(?:from|at|@|of|\(|with|,|-)$/
        : person.entries.length === 1
          ? /^(?:from|of)$/
          : /^(?:from|at|of)$/
    const isOver = link === 'over' && /^(?:at|from|with)$/.test(wordAt(view, person.to + 1))
    if ((leads.test(link) || isOver) && nextPartner(view, person.to) === undefined) push(person.to + (isOver ? 2 : 1))
  }
  if (refs.partners.length > 0 || isShouting) return
  for (const { to } of view.matches(REACHED)) {
    if (tokenAt(writing, to)?.casing !== 'lower' && !isGiven(writing, to)) push(to)
  }
  if (refs.partners.length > 0) return
  for (const { to } of view.matches(VISITED)) {
    if (!isGiven(writing, to) && !/^(?:my|our|the|to|by|DAY|DAYS|SCHOOL|see)$/.test(wordAt(view, to))) push(to)
  }
}
