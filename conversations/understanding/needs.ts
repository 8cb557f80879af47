import type { Frame, Slots } from './frame.ts'

/** What an intent cannot do without, in the order in which to ask; of alternatives one will do. */
const NEEDS: Readonly<Record<string, readonly (readonly (keyof Slots)[])[]>> = {
  log_contact: [['partner']],
  schedule_event: [['event'], ['start']],
  move_event: [['target'], ['start']],
  cancel_event: [['target']],
  record_rsvp: [['target'], ['partner'], ['answer']],
  draft_spotlight: [['student'], ['outcome']],
  record_consent: [['student'], ['granted']],
  set_follow_up: [['partner', 'people'], ['date']],
  complete_follow_up: [['partner', 'people']],
}

/** What the frame of an intent may hold. */
const HOLDS: Readonly<Record<string, readonly string[]>> = {
  log_contact: ['partner', 'people', 'method', 'date', 'offers', 'followUp'],
  schedule_event: [
    ...['event', 'start', 'end', 'repeats', 'school', 'partners', 'people', 'clusters', 'programs'],
    ...['room', 'period', 'headcount'],
  ],
  move_event: ['target', 'start', 'end'],
  cancel_event: ['target'],
  record_rsvp: ['target', 'partner', 'people', 'answer', 'headcount'],
  draft_spotlight: ['student', 'school', 'program', 'partner', 'outcome', 'role', 'channel'],
  record_consent: ['student', 'granted'],
  set_follow_up: ['partner', 'people', 'date'],
  complete_follow_up: ['partner', 'people'],
}

/** True where a frame of the intent may hold the slot; of an intent that is not the contract's, any. */
export const mayHold = (intent: string, slot: string): boolean => HOLDS[intent]?.includes(slot) ?? true

/** The slots that are still missing before a frame can be acted on. A plan needs an hour, not only a day. */
export function missingIn({
  intent,
  slots,
  ambiguous,
}: Pick<Frame, 'intent' | 'slots' | 'ambiguous'>): (keyof Slots)[] {
  return (NEEDS[intent] ?? []).flatMap(([first, ...others]) => {
    if (first === undefined) return []
    const isAskedAlready = ambiguous.some(({ slot }) => slot === first)
    const isThere = [first, ...others].some((slot) => slots[slot] !== undefined)
    const lacksHour = intent === 'schedule_event' && first === 'start' && slots.start?.length === 10
    return (isThere && !lacksHour) || isAskedAlready ? [] : [first]
  })
}
