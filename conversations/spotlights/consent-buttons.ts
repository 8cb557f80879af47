import type { ConsentRecord } from '../../data/story.ts'
import { dateOf } from '../../data/time.ts'
import type { Conversation, Outcome, Situation } from '../conversation.ts'
import { sentence } from '../notices.ts'
import { type Args, gone, quietly, say, storyOf, type Values } from './answers.ts'
import { readConfirmForm } from './consent-form.ts'
import { askForForm, formOf, type ReportAt, reportOf } from './consent-reports.ts'
import { consentGuard } from './consent-rules.ts'
import { remindOfForm } from './form-reminder.ts'
import { grantConsent } from './granting.ts'
import { withdrawByPress } from './narrowing.ts'
import { maySee } from './people.ts'
import { shortName } from './public-name.ts'
import { changeCards, tell } from './telling.ts'

/** The buttons of a reported form: open it, confirm it, find that it is not on file, take the report back. */
export const consentPresses: NonNullable<Conversation['presses']> = {
  open: async (args, situation) =>
    quietly(
      await withReport(args, situation, async (report) => ({
        what: 'ask',
        replies: [{ card: await formOf(report, situation), replaces: false }],
        pending: 'keep',
      })),
      situation,
    ),
  file: async (args, situation) => quietly(await fileForm(args, situation), situation),
  confirm: async (args, situation, values) =>
    quietly(await withReport(args, situation, (report) => confirm(report, values, situation)), situation),
  remind: async (args, situation) => quietly(await remind(args, situation), situation),
  withdraw: withdrawByPress,
  retract: async (args, situation) => quietly(await retract(args, situation), situation),
  reject: async (args, situation) =>
    quietly(await withReport(args, situation, (report) => reject(report, situation)), situation),
}

async function remind(args: Args, situation: Situation): Promise<Outcome> {
  const student = await situation.reads.get('student', args.student ?? '')
  if (!student || !(await maySee(situation.speaker, student, situation.reads))) return say('That student is not there.')
  return remindOfForm(student, situation)
}

/** From the card of a story that no form covers: the form that lies before its approver. */
async function fileForm(args: Args, situation: Situation): Promise<Outcome> {
  const view = await storyOf(args, situation)
  if (!view) return gone()
  if (situation.speaker.role === 'staff') return say('Only approvers and admins confirm that a form is on file.')
  const said = { isOfForm: true, destinations: [], fullName: false, removeAtEnd: false }
  const outcome = await askForForm(await reportOf(view.student, said, situation), view.student, situation)
  return { ...outcome, replies: outcome.replies.map((reply) => ({ ...reply, replaces: false })), pending: 'keep' }
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
