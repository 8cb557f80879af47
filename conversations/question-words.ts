import { isLocalMoment } from '../data/time.ts'
import type { Frame, Problem, Slots } from './understanding/frame.ts'

const UNKNOWN_KIND: Readonly<Partial<Record<keyof Slots, string>>> = {
  partner: 'a partner',
  partners: 'a partner',
  school: 'a school',
  student: 'a student',
  program: 'a program',
  programs: 'a program',
}

const MISSING: Readonly<Partial<Record<keyof Slots, string>>> = {
  partner: 'Which partner?',
  people: 'Who was it?',
  date: 'On which day?',
  event: 'What kind of event?',
  target: 'Which event?',
  answer: 'What did they answer?',
  student: 'Which student?',
  outcome: 'What did the student reach?',
  school: 'At which school?',
  granted: 'Did the family give permission?',
}

const PROBLEM: Readonly<Record<Problem, string>> = {
  ambiguous_partner: 'Which partner is it?',
  ambiguous_person: 'Which person is it?',
  ambiguous_school: 'Which school is it?',
  ambiguous_student: 'Which student is it?',
  ambiguous_event: 'More than one event fits. Which one?',
  unknown_event: 'No event ahead fits that. Which one is it?',
  impossible_date: 'That day or hour does not exist. Which day is it?',
  weekday_mismatch: 'The weekday and the date do not match. Which day is it?',
  past_date: 'That moment does not fit: plans lie ahead, contacts behind. Which day is it?',
  holiday: 'That day is a holiday.',
}

/** What Liaison asks: one short question each. */
export const questionWords = {
  ambiguous: (typed: string): string => `More than one fits "${typed}". Which one?`,
  unknown: (slot: keyof Slots, typed: string, hasNear: boolean): string => {
    const kind = UNKNOWN_KIND[slot] ?? 'a name'
    return hasNear
      ? `"${typed}" is not ${kind} I know. Did you mean one of these?`
      : `"${typed}" is not ${kind} I know.${slot === 'partner' || slot === 'partners' ? ' Add it as new?' : ' How is it spelled?'}`
  },
  holiday: (day: string, name: string): string => `${day} is ${name}. Keep that day?`,
  vague: 'Which day exactly?',
  unread: (words: string): string => `I read no offer in "${words}". What is offered?`,
  problem: (problem: Problem): string => PROBLEM[problem],
  ambiguous_event: PROBLEM.ambiguous_event,
  unknown_event: PROBLEM.unknown_event,
  missing: (slot: keyof Slots, { intent, slots }: Pick<Frame, 'intent' | 'slots'>): string => {
    if (slot === 'start' && slots.start && !isLocalMoment(slots.start)) return 'At what time?'
    if (slot === 'start') return intent === 'move_event' ? 'To which day and hour?' : 'On which day, and at what time?'
    return MISSING[slot] ?? `What is the ${slot}?`
  },
} as const
