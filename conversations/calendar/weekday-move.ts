import type { RecordOf } from '../../data/records.ts'
import {
  addDays,
  dateOf,
  isLocalMoment,
  type LocalMoment,
  momentAt,
  mondayOf,
  timeOf,
  weekdayOf,
} from '../../data/time.ts'
import type { Slots } from '../understanding/frame.ts'
import { upcoming } from './series-scope.ts'

const WEEKDAY = /\b(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri)(?:days?)?\b/i
const DATE =
  /\b(?:this|next|today|tomorrow|week)\b|\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.? \d|\d(?:st|nd|rd|th)\b|\d\/\d/i

/** "Move the series to Wednesdays" is of each of its weeks: not of the Wednesday that comes next. */
export function weekdayOfSeries(slots: Slots, event: RecordOf<'event'>, said: string, now: LocalMoment): Slots {
  const [next] = event.repeats ? upcoming(event, now) : []
  if (!next || !slots.start || !WEEKDAY.test(said) || DATE.test(said)) return slots
  const day = addDays(mondayOf(dateOf(next.start)), weekdayOf(dateOf(slots.start)) - 1)
  if (day < dateOf(now)) return slots
  const on = (at: NonNullable<Slots['start']>) => (isLocalMoment(at) ? momentAt(day, timeOf(at)) : day)
  return { ...slots, start: on(slots.start), ...(slots.end ? { end: on(slots.end) } : {}) }
}
