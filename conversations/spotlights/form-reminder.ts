import type { RecordOf } from '../../data/records.ts'
import { addDays, dateOf, formatDay } from '../../data/time.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { newFollowUp } from '../follow-up-records.ts'
import { sentence } from '../notices.ts'
import { nextSchoolDay } from '../school-days.ts'
import { shortName } from './public-name.ts'

/** A reminder about the signed form, in three school days. */
export function remindOfForm(student: RecordOf<'student'>, situation: Situation): Outcome {
  const date = nextSchoolDay(addDays(dateOf(situation.local), 2), situation.knowledge.calendar)
  const note = `Signed media release of ${shortName(student.name)}: is it on file?`
  const followUp = newFollowUp({
    id: `${situation.turn}-f`,
    people: [],
    date,
    owner: situation.speaker.id,
    note,
    situation,
  })
  return {
    what: 'set_follow_up',
    title: `reminder of a form, ${formatDay(date, situation.local)}`,
    replies: [{ card: sentence(`You are reminded ${formatDay(date, situation.local)}: ${note}`), replaces: false }],
    writes: [{ kind: 'followUp', id: followUp.id, after: followUp }],
  }
}
