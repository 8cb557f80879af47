import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { sentenceWith } from '../notices.ts'
import { consentPresses } from './consent-buttons.ts'
import { isConsentQuestion, tellConsent } from './consent-questions.ts'
import { askForForm, reported, reportOf, sameForm, termsOf } from './consent-reports.ts'
import { CONSENT_NEEDED } from './drafting.ts'
import { grantConsent } from './granting.ts'
import { askWhetherWhole } from './narrowing.ts'
import { inPrivate } from './privately.ts'
import { isConditional, isMissingForm, isSignedWithTerm, readSaidConsent } from './said-consent.ts'
import { askedStudent, seenBy } from './which-student.ts'
import { withdrawConsent } from './withdrawal.ts'

/** Consents: reported by staff, confirmed by an approver; refused or withdrawn by anyone, at once. */
export const consents: Conversation = {
  name: 'consent',
  intents: { record_consent: recordConsent, ask_consent: tellConsent, narrow_consent: askWhetherWhole },
  presses: consentPresses,
}

async function recordConsent(asked: Request, situation: Situation): Promise<Outcome> {
  if (isConsentQuestion(asked.said)) return tellConsent(asked, situation)
  const isYes = isSignedWithTerm(asked.said) || asked.frame.slots.granted
  const anyone = async (): Promise<boolean> => true
  const one = await askedStudent(
    { ...asked, overrules: [...asked.overrules, 'doubt'] },
    situation,
    isYes === false ? anyone : seenBy(situation),
  )
  if ('outcome' in one) return one.outcome
  const { student, request } = one
  if (isYes === false && isMissingForm(request.said) && !(await hasForm(student, situation)))
    return inPrivate(await notEnough(student, situation), situation)
  if (isYes === false) return withdrawConsent(student, request, situation)
  const said = readSaidConsent(request.said, situation)
  if (!said.isOfForm) return inPrivate(await notEnough(student, situation), situation)
  const report = await reportOf(student, said, situation)
  const isConfirmer = situation.speaker.role !== 'staff'
  if (!isConfirmer) return inPrivate(await reported(report, student, request, situation), situation)
  // What someone else has reported is shown to an approver, and not taken for said by them.
  const isWhole =
    said.destinations.length > 0 &&
    said.date !== undefined &&
    (said.thirdParty !== undefined || !said.destinations.includes('third_party'))
  const { fullName } = said
  const terms = isWhole ? termsOf({ ...report.consent, fullName }, situation) : undefined
  // Only the form itself tells whether a condition stands in it.
  const isOnCondition = isConditional(request.said)
  if (terms && !isOnCondition) {
    const known = report.before ? undefined : await sameForm(terms, student, situation)
    const form = known
      ? { consent: { ...report.consent, id: known.id, version: known.version }, before: known }
      : report
    return inPrivate(await grantConsent(form, terms, student, situation, request), situation)
  }
  return inPrivate(
    { ...(await askForForm(report, student, situation, isOnCondition && terms !== undefined)), request },
    situation,
  )
}

const hasForm = async ({ id }: RecordOf<'student'>, { reads }: Situation): Promise<boolean> =>
  (await reads.count('consent', { where: { student: id, state: 'granted' } })) > 0

/** A yes by word of mouth: what is needed, and what can be done meanwhile. */
async function notEnough(student: RecordOf<'student'>, { reads, speaker }: Situation): Promise<Outcome> {
  const stories = await reads.find('story', { where: { student: student.id, writer: speaker.id, state: 'draft' } })
  const [draft] = stories
  const [first] = student.name.split(' ')
  const nameless = draft ? '' : ` For one, say what was reached: "spotlight ${first}, internship at …, without a name".`
  const text = `${CONSENT_NEEDED}${nameless} Say "${first}'s media release is signed" with its day once the form is in.`
  const actions = [
    ...(draft ? [{ label: 'Without a name', press: encodePress('spotlight.nameless', { story: draft.id }) }] : []),
    { label: 'Remind me about the form', press: encodePress('consent.remind', { student: student.id }) },
  ]
  return { what: 'none', replies: [{ card: sentenceWith(text, actions), replaces: false }], pending: 'keep' }
}
