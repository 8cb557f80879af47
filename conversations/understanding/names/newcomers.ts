import type { Ref, Refs } from '../reading.ts'
import type { Message } from '../text/message.ts'
import type { View } from '../text/view.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { companyRunAt, isBreak, nameCase, personRunAt } from './unknown.ts'

LINKS
/** New people: words that look like a name, where a person is named and a company stands beside it. */
function addNewPeople(message: Message, view: View, refs: Refs, isShouting: boolean): void {
  const word = (at: number): string => view.items[at]?.word ?? ''
  for (let at = 0; at < view.items.length; at++) {
    if (view.items[at]?.name || view.items[at]?.date) continue
    if ([...refs.people, ...refs.partners].some(({ from, to }) => from <= at && at < to)) continue
    const run = personRunAt(message, view, at, isShouting)
    if (!run) continue
    const before = word(at - 1)
    const isAfterPerson = /^(?:and|,|\/)$/.test(before) && refs.people.some((person) => person.to === at - 1)
    const isBeforePerson = word(run.to) === 'and' && /^(?:PERSON|PARTNER)$/.test(word(run.to + 1))
    const hasPlace = run.from > at || (at === 0 ? true : isBreak(before) || CONTACT_BEFORE.test(before))
    const next = word(run.to)
    const isLinked = LINK.test(next) && nextPartner(view, run.to) !== undefined
    const isOwned = before === 'PARTNER' && (view.items[at - 1]?.name?.isOwner ?? false)
    const isStrong =
      /^(?:met|named|called|emailed|texted|with|saw|phoned|messaged|a|assistant|manager|director|colleague|boss|rep|recruiter|chef|owner|supervisor|coworker|lead|foreman|nurse|coordinator|partner|president|vp|engineer|new|contact)$/.test(
        before,
      ) && refs.partners.length > 0
    const isPlain = isStrong && (run.to - run.from >= 2 || before === 'named') && isGivenTyped(message, view, run.from)
    const isSpeaking =
      (isBreak(before) || before === '') &&
      run.to - run.from >= 2 &&
      refs.partners.length > 0 &&
      isGivenOrTitle(message, view, run.from) &&
      SPEAKS.test(next0(view, run.to))
    const isAcronym = !isShouting && message.tokens[view.items[run.from]?.first ?? 0]?.casing === 'upper'
    if (isAcronym) continue
    const isAtUnknown =
      next0(view, run.to + 1) !== 'SCHOOL' && /^(?:from|at|@|of|\()$/.test(next) && CONTACT_BEFORE.test(before)
    if (
      isOwned ||
      isAfterPerson ||
      isPlain ||
      isSpeaking ||
      (hasPlace && (isLinked || isBeforePerson || isAtUnknown))
    ) {
      const text = nameCase(run.typed, isShouting)
      refs.people.push({ from: run.from, to: run.to, typed: run.typed, entries: [], text, isOwner: false })
      at = run.to - 1
    }
  }
}

/** What somebody of the partner's side does in a sentence of their own: "Ravindra Pillai showed us around". */
const SPEAKS =
  /^(?:showed|gave|said|says|offered|offers|told|walked|met|took|led|will|can|would|is|wants|hosted|joined|asked|agreed|promised|called|emailed|texted|mentioned|has|was there|came)$/
const next0 = (view: View, at: number): string => view.items[at]?.word ?? ''
const isGivenTyped = (message: Message, view: View, at: number): boolean => {
  const token = message.tokens[view.items[at]?.first ?? -1]
  return token !== undefined && (GIVEN_NAMES.has(token.plain) || token.casing === 'title')
}
const isGivenWord = (message: Message, view: View, at: number): boolean =>
  GIVEN_NAMES.has(message.tokens[view.items[at]?.first ?? -1]?.plain ?? '')
const isGivenOrTitle = (message: Message, view: View, at: number): boolean =>
  message.tokens[view.items[at]?.first ?? -1]?.casing === 'title' || isGivenTyped(message, view, at)

/** The item of the company that a linking word leads to, a few words on. */
function nextPartner(view: View, link: number): number | undefined {
  for (let at = link; at <= link + 3; at++) {
    const item = view.items[at]
    if (item?.word === 'PARTNER') return at
    if (at > link && !/^(?:the|over|at|@|,|\(|from|of|her|his)$/.test(item?.word ?? '')) return undefined
  }
  return undefined
}

/** New companies: after a person ("rosa lind from …"), or after a word of contact. */
function addNewCompanies(message: Message, view: View, refs: Refs, isShouting: boolean): void {
  const word = (at: number): string => view.items[at]?.word ?? ''
  const push = (start: number): boolean => {
    const run = companyRunAt(message, view, start, isShouting)
    if (!run || refs.people.some(({ from, to }) => from < run.to && run.from < to)) return false
    const text = nameCase(run.typed, isShouting)
    refs.partners.push({ from: run.from, to: run.to, typed: run.typed, entries: [], text, isOwner: false })
    return true
  }
  const labelled = /\b(?:partner|company|employer|org|organization|business)(?: [:!,-])(?= )/g
  for (const { to } of view.matches(labelled)) if (view.items[to]?.name === undefined) push(to)
  const reached = /\b(?:called|visited|toured|emailed|texted|phoned|zoomed|messaged)(?= )/g
  if (refs.partners.length === 0 && !isShouting) {
    for (const { to } of view.matches(reached)) {
      const isWritten = message.tokens[view.items[to]?.first ?? 0]?.casing !== 'lower'
      if (isWritten && !view.items[to]?.name && personRunAt(message, view, to, isShouting) === undefined) push(to)
      else if (isWritten && companyRunAt(message, view, to, isShouting) && !isGivenWord(message, view, to)) push(to)
    }
  }
  for (const person of refs.people) {
    const link = word(person.to)
    const isLinked = /^(?:from|at|@|of|\(|with|,|-)$/.test(link)
    if (isLinked && person.entries.length === 0 && nextPartner(view, person.to) === undefined) push(person.to + 1)
    else if (
      nextPartner(view, person.to) === undefined &&
      (person.entries.length === 1 ? /^(?:from|of)$/ : /^(?:from|at|of)$/).test(link)
    )
      push(person.to + 1)
  }
}

