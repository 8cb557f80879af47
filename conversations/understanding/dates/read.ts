import type { DateMention, MentionOptions } from './reading.ts'

/**
 * The dates, times, ranges and recurrences of a text, in the order of the text, none overlapping. What a correction
 * inside the sentence took back ("the 9th no wait the 10th") is not among them. Never throws, whatever the text.
 */
export function readDateMentions(_text: string, _options: MentionOptions = {}): DateMention[] {
  return []
}

/** A day and a time that stand apart in a message ("Thursday at Food & Finance, 9-12") as one mention. */
export function joinMentions(day: DateMention, time: DateMention): DateMention {
  return { ...day, expression: { ...time.expression, ...day.expression }, shape: 'moment' }
}

/** The two ends of a range as mentions of their own: a move "from the 9th to the 10th" goes to the second. */
export function splitRange(_mention: DateMention): [DateMention, DateMention] | undefined {
  return undefined
}

/** Days stated as a number: "in 60 days", "for 3 weeks", "the last 30 days" (a month is 30). */
export function statedDays(_mention: DateMention): number | undefined {
  return undefined
}
