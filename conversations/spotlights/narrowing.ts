import { encodePress } from '../../data/card.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { askBefore } from '../question.ts'
import { emptyRequest } from '../routing.ts'
import { type Args, quietly, say } from './answers.ts'
import { askedPrivately, inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { narrowStudents, oneStudent } from './which-student.ts'
import { withdrawConsent } from './withdrawal.ts'

const anyone = async (): Promise<boolean> => true

/** "destiny's mom says no social media": a no to a part is taken back whole, by one press, and what is left is signed anew. */
export async function askWhetherWhole(asked: Request, situation: Situation): Promise<Outcome> {
  const request = await narrowStudents({ ...asked, overrules: [...asked.overrules, 'doubt'] }, situation, anyone)
  const question = await askBefore(request, situation)
  if (question) return askedPrivately(question)
  const one = await oneStudent(request, situation, anyone)
  if ('outcome' in one) return one.outcome
  const { student } = one
  const text = `${shortName(student.name)}: nothing is recorded yet. A consent is taken back as a whole, and everything goes; a form that names what is still allowed is then confirmed anew.`
  const card = {
    summary: text,
    parts: [
      { kind: 'text' as const, text },
      {
        kind: 'actions' as const,
        actions: [
          {
            label: 'Take it back',
            style: 'danger' as const,
            press: encodePress('consent.withdraw', { student: student.id }),
          },
        ],
      },
    ],
  }
  return inPrivate({ what: 'question', replies: [{ card, replaces: false }], request }, situation)
}

/** [Take it back]. */
export async function withdrawByPress(args: Args, situation: Situation): Promise<Outcome> {
  const student = await situation.reads.get('student', args.student ?? '')
  if (!student) return say('That student is not there.')
  return quietly(await withdrawConsent(student, emptyRequest('record_consent'), situation), situation)
}
