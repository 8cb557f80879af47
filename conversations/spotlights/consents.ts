import { type Card, encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { ConsentRecord } from '../../data/story.ts'
import { dateOf } from '../../data/time.ts'
import type { Conversation, Outcome, Request, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { askBefore } from '../question.ts'
import { type Args, quietly, say, type Values } from './answers.ts'
import { confirmForm, readConfirmForm, type Terms } from './consent-form.ts'
import { consentGuard } from './consent-rules.ts'
import { CONSENT_NEEDED } from './drafting.ts'
import { grantConsent } from './granting.ts'
import { findPartner } from './named.ts'
import { confirmersOf, maySee } from './people.ts'
import { askedPrivately, inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { defaultEnd, isSignedWithTerm, readSaidConsent, type SaidConsent } from './said-consent.ts'
import { cardPost, changeCards, tell } from './telling.ts'
import { narrowStudents, oneStudent, seenBy } from './which-student.ts'
import { withdrawConsent } from './withdrawal.ts'

/** Consents: reported by staff, confirmed by an approver; refused or withdrawn by anyone, at once. */
export const consents: Conversation = {
  name: 'consent',
  intents: { record_consent: recordConsent },
  presses: {
    open: async (args, situation) =>
      quietly(
        await withReport(args, situation, async (report) => ({
          what: 'ask',
          replies: [{ card: await formOf(report, situation), replaces: false }],
          pending: 'keep',
        })),
        situation,
      ),
    confirm: async (args, situation, values) =>
      quietly(await withReport(args, situation, (report) => confirm(report, values, situation)), situation),
    retract: async (args, situation) => quietly(await retract(args, situation), situation),
    reject: async (args, situation) =>
      quietly(await withReport(args, situation, (report) => reject(report, situation)), situation),
  },
}

async function recordConsent(asked: Request, situation: Situation): Promise<Outcome> {
  const isYes = isSignedWithTerm(asked.said) || asked.frame.slots.granted
  const anyone = async (): Promise<boolean> => true
  const request = await narrowStudents(
    { ...asked, overrules: [...asked.overrules, 'doubt'] },
    situation,
    isYes === false ? anyone : seenBy(situation),
  )
  const question = await askBefore(request, situation)
  if (question) return askedPrivately(question)
  const one = await oneStudent(request, situation, isYes === false ? anyone : seenBy(situation))
  if ('outcome' in one) return one.outcome
  const { student } = one
  if (isYes === false) return withdrawConsent(student, request, situation)
  const said = readSaidConsent(request.said, situation)
  if (!said.isOfForm) return inPrivate(await notEnough(student, situation), situation)
  const report = await reportOf(student, said, situation)
  const isConfirmer = situation.speaker.role !== 'staff'
  if (!isConfirmer) return inPrivate(await reported(report, student, request, situation), situation)
  const terms = termsOf(report.consent, situation)
  if (terms) {
    const known = report.before ? undefined : await sameForm(terms, student, situation)
    const form = known
      ? { consent: { ...report.consent, id: known.id, version: known.version }, before: known }
      : report
    return inPrivate(await grantConsent(form, terms, student, situation, request), situation)
  }
  const card = await formOf({ consent: report.consent, student }, situation, missingWords(report.consent))
  return inPrivate(
    {
      what: 'report_consent',
      title: `form of ${shortName(student.name)} reported`,
      replies: [{ card }],
      writes: [
        {
          kind: 'consent',
          id: report.consent.id,
          ...(report.before ? { before: report.before } : {}),
          after: report.consent,
        },
      ],
      touches: [consentGuard(student.id)],
      request,
    },
    situation,
  )
}

/** The same form said again: of one day and one list of destinations. */
async function sameForm(
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

/** A yes by word of mouth: what is needed, and what can be done meanwhile. */
async function notEnough(student: RecordOf<'student'>, { reads, speaker }: Situation): Promise<Outcome> {
  const stories = await reads.find('story', { where: { student: student.id, writer: speaker.id, state: 'draft' } })
  const [draft] = stories
  const text = `${CONSENT_NEEDED} Say "${student.name.split(' ')[0]}'s media release is signed" with its day once the form is in.`
  const actions = draft
    ? [
        { label: 'Without a name', press: encodePress('spotlight.nameless', { story: draft.id }) },
        { label: 'Remind me about the form', press: encodePress('spotlight.remind', { story: draft.id }) },
      ]
    : []
  const card: Card = {
    summary: text,
    parts: [{ kind: 'text', text }, ...(actions.length > 0 ? [{ kind: 'actions' as const, actions }] : [])],
  }
  return { what: 'none', replies: [{ card, replaces: false }], pending: 'keep' }
}

export type Report = { consent: ConsentRecord; before?: ConsentRecord }

/** The report that a sentence makes, or adds to: one that still waits is of the same form. */
async function reportOf(student: RecordOf<'student'>, said: SaidConsent, situation: Situation): Promise<Report> {
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
function termsOf(consent: ConsentRecord, situation: Situation): Terms | undefined {
  const { destinations, date, thirdParty, fullName, removeAtEnd } = consent
  if (destinations.length === 0 || !date || date > dateOf(situation.local)) return undefined
  const isPartyKnown = thirdParty !== undefined && situation.knowledge.names.get('partner', thirdParty) !== undefined
  if (destinations.includes('third_party') && !isPartyKnown) return undefined
  const end = consent.end ?? defaultEnd(date, situation)
  return { destinations, date, end, fullName, removeAtEnd, ...(thirdParty && isPartyKnown ? { thirdParty } : {}) }
}

const missingWords = ({ destinations, date }: ConsentRecord): string =>
  destinations.length === 0 && !date
    ? 'Which destinations does it name, and on which day was it signed?'
    : destinations.length === 0
      ? 'Which destinations does it name?'
      : 'On which day was it signed?'

/** Staff have said that a form is signed: it counts once an approver has confirmed it. */
async function reported(
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
  return {
    what: 'report_consent',
    title: `form of ${name} reported`,
    replies: [
      {
        card: {
          summary: text,
          parts: [
            { kind: 'text', text },
            {
              kind: 'actions',
              actions: [{ label: 'Take it back', press: encodePress('consent.retract', { consent: after.id }) }],
            },
          ],
        },
      },
    ],
    writes: [{ kind: 'consent', id: after.id, ...(report.before ? { before: report.before } : {}), after }],
    posts: [
      ...changeCards(report.before?.cards ?? {}, sentence(`${name}: the report was added to.`), undefined),
      ...cards.map(({ post }) => post),
    ],
    touches: [consentGuard(student.id)],
    request,
  }
}

type ReportAt = { consent: ConsentRecord; student: RecordOf<'student'> }

async function formOf(
  { consent, student }: ReportAt,
  situation: Situation,
  lead?: string,
  said?: string,
): Promise<Card> {
  const reporter = await situation.reads.get('staff', consent.recordedBy)
  const of = { student: student.name, reportedBy: reporter?.name ?? 'someone who has left', ...(said ? { said } : {}) }
  return confirmForm(consent, of, situation, lead)
}

/** The report of a button, for those who may confirm it, while it still waits. */
async function withReport(
  args: Args,
  situation: Situation,
  work: (report: ReportAt) => Promise<Outcome>,
): Promise<Outcome> {
  const consent = await situation.reads.get('consent', args.consent ?? '')
  const student = consent && (await situation.reads.get('student', consent.student))
  if (!consent || !student) return say('That report is gone.')
  if (situation.speaker.role === 'staff' || !(await maySee(situation.speaker, student, situation.reads))) {
    return say('Only approvers and admins confirm that a form is on file.')
  }
  if (consent.state !== 'reported') {
    const text = {
      granted: 'confirmed already',
      withdrawn: 'withdrawn since',
      refused: 'refused since',
      rejected: 'found not to be on file',
    }[consent.state]
    return {
      what: 'none',
      replies: [{ card: sentence(`Form of ${shortName(student.name)}: ${text}.`) }],
      pending: 'keep',
    }
  }
  return work({ consent, student })
}

async function confirm({ consent, student }: ReportAt, values: Values, situation: Situation): Promise<Outcome> {
  const terms = await readConfirmForm(values, situation)
  if (typeof terms === 'string') return say(terms)
  if (terms.date > dateOf(situation.local))
    return say('The day of the signature lies ahead. On which day was it signed?')
  return grantConsent({ consent, before: consent }, terms, student, situation)
}

/** Whoever reported a form says that it was a mistake. */
async function retract(args: Args, situation: Situation): Promise<Outcome> {
  const consent = await situation.reads.get('consent', args.consent ?? '')
  const student = consent && (await situation.reads.get('student', consent.student))
  if (!consent || !student) return say('That report is gone.')
  if (consent.recordedBy !== situation.speaker.id) return say('Only who reported it takes it back.')
  if (consent.state !== 'reported') return say('It is decided already. A confirmed form is withdrawn, not taken back.')
  const name = shortName(student.name)
  return {
    what: 'retract_consent',
    title: `report of the form of ${name} taken back`,
    replies: [{ card: sentence(`Taken back: the report of a signed form, ${name}`) }],
    writes: [{ kind: 'consent', id: consent.id, before: consent, after: { ...consent, state: 'rejected' } }],
    posts: changeCards(
      consent.cards,
      sentence(`${name}: the report was taken back by ${situation.speaker.name}.`),
      undefined,
    ),
    touches: [consentGuard(student.id)],
  }
}

async function reject({ consent, student }: ReportAt, { speaker }: Situation): Promise<Outcome> {
  const name = shortName(student.name)
  const after: ConsentRecord = { ...consent, state: 'rejected' }
  const text = `${name}: no signed form is on file, says ${speaker.name}. Nothing is published by name.`
  return {
    what: 'reject_consent',
    title: `form of ${name} not on file`,
    replies: [{ card: sentence(`${name}: recorded as not on file.`) }],
    writes: [{ kind: 'consent', id: consent.id, before: consent, after }],
    posts: [
      ...changeCards(consent.cards, sentence(`${name}: not on file, says ${speaker.name}.`), speaker.id),
      ...(consent.recordedBy === speaker.id ? [] : [tell('reporter', consent.recordedBy, text)]),
    ],
    touches: [consentGuard(student.id)],
  }
}
