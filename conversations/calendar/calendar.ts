import type { Conversation } from '../conversation.ts'
import { amendEvent } from './amend.ts'
import { invite, sendForm } from './invite.ts'
import { scheduleEvent } from './plan.ts'
import { planAnyway, planInstead } from './warning-card.ts'

/** Plans breakfasts, speakers and every other visit, and follows what comes after. */
export const calendar: Conversation = {
  name: 'calendar',
  intents: { schedule_event: scheduleEvent },
  corrects: { schedule_event: amendEvent },
  presses: {
    anyway: planAnyway,
    instead: planInstead,
    invite,
    send: sendForm,
  },
}
