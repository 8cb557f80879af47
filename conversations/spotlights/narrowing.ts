import { type Action, encodePress } from '../../data/card.ts'
import type { Outcome, Request, Situation } from '../conversation.ts'
import { sentenceWith } from '../notices.ts'
import { emptyRequest } from '../routing.ts'
import { type Args, quietly, say } from './answers.ts'
import { inPrivate } from './privately.ts'
import { shortName } from './public-name.ts'
import { askedStudent } from './which-student.ts'
import { withdrawConsent } from './withdrawal.ts'

const anyone = async (): Promise<boolean> => true

/** "destiny's mom says no social media": a no to a part is taken back whole, by one press, and what is left is signed anew. */
export async function askWhetherWhole(asked: Request, situation: Situation): Promise<Outcome> {
  const one = await askedStudent({ ...asked, overrules: [...asked.overrules, 'doubt'] }, situation, anyone)
  if ('outcome' in one) return one.outcome
  const { student, request } = one
  const text = `${shortName(student.name)}: nothing is recorded yet. A consent is taken back as a whole, and everything goes; a form that names what is still allowed is then confirmed anew.`
  const withdraw: Action = {
    label: 'Take it back',
    style: 'danger',
    press: encodePress('consent.withdraw', { student: student.id }),
  }
  return inPrivate(
    { what: 'question', replies: [{ card: sentenceWith(text, [withdraw]), replaces: false }], request },
    situation,
  )
}

/** [Take it back]. */
export async function withdrawByPress(args: Args, situation: Situation): Promise<Outcome> {
  const student = await situation.reads.get('student', args.student ?? '')
  if (!student) return say('That student is not there.')
  return quietly(await withdrawConsent(student, emptyRequest('record_consent'), situation), situation)
}
