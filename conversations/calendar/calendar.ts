import type { Conversation } from '../conversation.ts'
import { amendEvent, amendMove } from './amend.ts'
import { answerByButton } from './answers-given.ts'
import { amendRsvp, recordRsvp } from './answers-told.ts'
import { askBackup } from './ask-backup.ts'
import { makeAssembly } from './assembly.ts'
import { tellWhoCame } from './attendance.ts'
import { showBrief } from './brief.ts'
import { cancelEvent, cancelPress } from './cancel.ts'
import { changeForm, chooseFood, saveForm } from './change-form.ts'
import { checkItem } from './checklist-press.ts'
import { answerCook } from './food.ts'
import { hearCalendar } from './heard.ts'
import { pressEvent } from './heard-press.ts'
import { invite, sendForm } from './invite.ts'
import { tellOfLateMail } from './late-mail.ts'
import { moveEvent } from './move.ts'
import { openEvent, showGuests } from './open.ts'
import { scheduleEvent } from './plan.ts'
import { planVisit, proposeVisits } from './proposals.ts'
import { remind } from './reminders.ts'
import { sayWhoCame } from './said-attendance.ts'
import { sayInvite } from './said-invite.ts'
import { answerScope, chooseScope } from './series-scope.ts'
import { splitGroup } from './split.ts'
import { saveStudents, studentsForm } from './students.ts'
import { answerWarned, planAnyway, planInstead } from './warning-card.ts'
import { askWhoCame } from './who-came.ts'

/** Plans breakfasts, speakers and every other visit, and follows what comes after. */
export const calendar: Conversation = {
  name: 'calendar',
  intents: {
    schedule_event: scheduleEvent,
    move_event: moveEvent,
    cancel_event: cancelEvent,
    record_rsvp: recordRsvp,
    record_attendance: sayWhoCame,
    send_invitations: sayInvite,
    show_guests: showGuests,
    press_event: pressEvent,
  },
  hears: hearCalendar,
  interrupts: ['show_guests'],
  corrects: { schedule_event: amendEvent, move_event: amendMove, record_rsvp: amendRsvp },
  answers: {
    scope: (text, _, state, situation) => answerScope(text, state, situation),
    warned: (text, _, state, situation) => answerWarned(text, state, situation),
  },
  presses: {
    scope: chooseScope,
    cancel: cancelPress,
    anyway: planAnyway,
    instead: planInstead,
    invite,
    send: sendForm,
    answer: answerByButton,
    split: splitGroup,
    backup: askBackup,
    open: openEvent,
    change: changeForm,
    save: saveForm,
    food: chooseFood,
    cook: answerCook,
    brief: showBrief,
    assembly: makeAssembly,
    students: studentsForm,
    roster: saveStudents,
    done: checkItem,
    came: tellWhoCame,
    visit: planVisit,
  },
  due: async (moment) => [
    ...(await remind(moment)),
    ...(await askWhoCame(moment)),
    ...(await proposeVisits(moment)),
    ...(await tellOfLateMail(moment)),
  ],
}
