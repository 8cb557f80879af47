import type { RecordOf } from '../data/records.ts'
import { dateOf, formatDay, type LocalDate } from '../data/time.ts'
import type { Moment } from './conversation.ts'
import { namesOf } from './names-to-records.ts'

export type NewFollowUp = {
  id: string
  partner?: string
  people: string[]
  date: LocalDate
  owner: string
  contact?: string
  note?: string
  situation: Moment
}

/** A follow-up to come. One whose day has begun already needs no reminder: its owner has just spoken of it. */
export function newFollowUp({ situation, partner, contact, note, ...rest }: NewFollowUp): RecordOf<'followUp'> {
  return {
    version: 0,
    ...rest,
    ...(partner ? { partner } : {}),
    ...(contact ? { contact } : {}),
    ...(note ? { note } : {}),
    isDone: false,
    ...(rest.date <= dateOf(situation.local) ? { reminded: rest.date } : {}),
    at: situation.now,
  }
}

/** The same follow-up on another day, to be reminded of anew. */
export function moveFollowUp(followUp: RecordOf<'followUp'>, date: LocalDate): RecordOf<'followUp'> {
  const { reminded: _, ...rest } = followUp
  return { ...rest, date }
}

/** "Deloitte, Ethan Roth, Tue, Dec 15". */
export async function followUpLine(followUp: RecordOf<'followUp'>, moment: Moment): Promise<string> {
  const partner = followUp.partner ? await namesOf('partner', [followUp.partner], moment.reads) : []
  const people = await namesOf('person', followUp.people, moment.reads)
  return [...partner, ...people, formatDay(followUp.date, moment.local)].join(', ')
}
