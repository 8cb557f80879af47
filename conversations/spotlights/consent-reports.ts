import { type Card, encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { ConsentRecord } from '../../data/story.ts'
import { dateOf } from '../../data/time.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { sentence, sentenceWith } from '../notices.ts'
import { confirmForm, type Terms } from './consent-form.ts'
import { consentGuard } from './consent-rules.ts'
import { findPartner } from './named.ts'
import { confirmersOf } from './people.ts'
import { shortName } from './public-name.ts'
import { defaultEnd, type SaidConsent } from './said-consent.ts'
import { cardPost, changeCards } from './telling.ts'

/** What is said of a form, and the report that it adds to. */
export type Report = { consent: ConsentRecord; before?: ConsentRecord }

/** The report that a sentence makes, or adds to: one that still waits is of the same form. */
export async function reportOf(student: RecordOf<'student'>, said: SaidConsent, situation: Situation): Promise<Report> {
  const { turn, now, reads, speaker } = situation
  const [before] = await reads.find('consent', { where: { student: student.id, state: 'reported' }, limit: 1 })
  const partner = said.thirdParty ? await findPartner(said.thirdParty, situation) : undefined
  const thirdParty = partner?.id ?? said.thirdParty
  const consent: ConsentRecord = {
    id: `${turn}-k`,
    version: 0,
    student: student.id,
    state: 'reported',
    recordedBy: speaker.id,
    cards: {},
    at: now,
    ...before,
    destinations: said.destinations.length > 0 ? said.destinations : (before?.destinations ?? []),
    ...(thirdParty ? { thirdParty } : {}),
    ...(said.form ? { form: said.form } : {}),
    ...(said.date ? { date: said.date } : {}),
    ...(said.end ? { end: said.end } : {}),
    fullName: said.fullName || (before?.fullName ?? false),
    removeAtEnd: said.removeAtEnd || (before?.removeAtEnd ?? false),
  }
  return { consent, ...(before ? { before } : {}) }
}

/** The terms of a report that says all of them; undefined where something is to be asked. */
export function termsOf(consent: ConsentRecord, situation: Situation): Terms | undefined {
  const { destinations, date, thirdParty, fullName, removeAtEnd } = consent
  if (destinations.length === 0 || !date || date > dateOf(situation.local)) return undefined
  const isPartyKnown = thirdParty !== undefined && situation.knowledge.names.get('partner', thirdParty) !== undefined
  if (destinations.includes('third_party') && !isPartyKnown) return undefined
  const end = consent.end ?? defaultEnd(date, situation)
  return { destinations, date, end, fullName, removeAtEnd, ...(thirdParty && isPartyKnown ? { thirdParty } : {}) }
}

const CONDITION =
  'It was said with a condition, which cannot be recorded. Confirm only what the signed form itself allows.'

function missingWords({ destinations, date }: ConsentRecord, situation: Situation): string {
  if (destinations.length === 0 && !date) return 'Which destinations does it name, and on which day was it signed?'
  if (destinations.length === 0) return 'Which destinations does it name?'
  if (!date) return 'On which day was it signed?'
  if (date > dateOf(situation.local)) return 'The day of the signature lies ahead. On which day was it signed?'
  return destinations.includes('third_party')
    ? 'Which third party does it name?'
    : 'Look whether all of it stands in the form.'
}

/** An approver who speaks of a form is shown it at once, to fill in what they have not said. */
export async function askForForm(
  { consent, before }: Report,
  student: RecordOf<'student'>,
  situation: Situation,
  isOnCondition = false,
): Promise<Outcome> {
  const lead = isOnCondition ? CONDITION : missingWords(consent, situation)
  const card = await formOf({ consent, student }, situation, lead)
  return {
    what: 'report_consent',
    title: `form of ${shortName(student.name)} reported`,
    replies: [{ card }],
    writes: [{ kind: 'consent', id: consent.id, ...(before ? { before } : {}), after: consent }],
    touches: [consentGuard(student.id)],
  }
}

/** Staff have said that a form is signed: it counts once an approver has confirmed it. */
export async function reported(
  report: Report,
  student: RecordOf<'student'>,
  request: Request,
  situation: Situation,
): Promise<Outcome> {
  const { reads, turn, speaker } = situation
  const confirmers = (await confirmersOf(reads)).filter(({ id }) => id !== speaker.id)
  const name = shortName(student.name)
  const card = await formOf({ consent: report.consent, student }, situation, undefined, request.said)
  const cards = confirmers.map(({ id }) => ({ staff: id, ...cardPost(id, card, turn) }))
  const after = { ...report.consent, cards: Object.fromEntries(cards.map(({ staff, id }) => [staff, id])) }
  const who = confirmers.map((each) => each.name)
  const text =
    who.length > 0
      ? `Reported: ${name}, the signed form. It counts once ${who.join(' or ')} has confirmed that it is on file.`
      : `Reported: ${name}, the signed form. It counts once an approver has confirmed it, and there is none yet: an administrator makes approvers.`
  const retract = { label: 'Take it back', press: encodePress('consent.retract', { consent: after.id }) }
  return {
    what: 'report_consent',
    title: `form of ${name} reported`,
    replies: [{ card: sentenceWith(text, [retract]) }],
    writes: [{ kind: 'consent', id: after.id, ...(report.before ? { before: report.before } : {}), after }],
    posts: [
      ...changeCards(report.before?.cards ?? {}, sentence(`${name}: the report was added to.`), undefined),
      ...cards.map(({ post }) => post),
    ],
    touches: [consentGuard(student.id)],
    request,
  }
}

/** The same form said again: of one day and one list of destinations. */
export async function sameForm(
  terms: Terms,
  { id }: RecordOf<'student'>,
  { reads }: Situation,
): Promise<ConsentRecord | undefined> {
  const listed = (destinations: readonly string[]): string => [...destinations].sort().join()
  const granted = await reads.find('consent', { where: { student: id, state: 'granted' } })
  return granted.find(
    ({ date, destinations, thirdParty }) =>
      date === terms.date && thirdParty === terms.thirdParty && listed(destinations) === listed(terms.destinations),
  )
}

/** A report with the student whose it is. */
export type ReportAt = { consent: ConsentRecord; student: RecordOf<'student'> }

/** The form in which an approver confirms a report. */
export async function formOf(
  { consent, student }: ReportAt,
  situation: Situation,
  lead?: string,
  said?: string,
): Promise<Card> {
  const reporter = await situation.reads.get('staff', consent.recordedBy)
  const of = { student: student.name, reportedBy: reporter?.name ?? 'someone who has left', ...(said ? { said } : {}) }
  return confirmForm(consent, of, situation, lead)
}
