import type { Conversation } from '../conversation.ts'
import { amendEvent, amendMove } from './amend.ts'
import { cancelEvent, cancelPress } from './cancel.ts'
import { invite, sendForm } from './invite.ts'
import { moveEvent } from './move.ts'
import { scheduleEvent } from './plan.ts'
import { answerScope, chooseScope } from './series-scope.ts'
import { planAnyway, planInstead } from './warning-card.ts'

/** Plans breakfasts, speakers and every other visit, and follows what comes after. */
export const calendar: Conversation = {
  name: 'calendar',
  intents: { schedule_event: scheduleEvent, move_event: moveEvent, cancel_event: cancelEvent },
  corrects: { schedule_event: amendEvent, move_event: amendMove },
  answers: { scope: (text, _, state, situation) => answerScope(text, state, situation) },
  presses: {
    scope: chooseScope,
    cancel: cancelPress,
    anyway: planAnyway,
    instead: planInstead,
    invite,
    send: sendForm,
  },
}
