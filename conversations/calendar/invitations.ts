import type { RecordOf } from '../../data/records.ts'
import type { Reads } from '../../data/store.ts'
import type { LocalDate } from '../../data/time.ts'
import { isAbout } from './one-time.ts'

/** What of an event's invitations and answers concerns one time of it: of a single event all. */
export type Guests = { answers: RecordOf<'rsvp'>[]; invitations: RecordOf<'invitation'>[] }

/** Who was asked, and who has answered, to the time that the rule has on a day. */
export async function guestsOn(event: RecordOf<'event'>, date: LocalDate, reads: Reads): Promise<Guests> {
  return {
    answers: (await answersTo(event.id, reads)).filter((one) => isAbout(one, event, date)),
    invitations: (await invitationsTo(event.id, reads)).filter((one) => isAbout(one, event, date)),
  }
}

/** Those asked to an event whose invitation stands. */
export async function invitationsTo(event: string, reads: Reads): Promise<RecordOf<'invitation'>[]> {
  return (await reads.find('invitation', { where: { event } })).filter(({ isWithdrawn }) => !isWithdrawn)
}

/** Answers to an event, in the order in which they were first given. */
export async function answersTo(event: string, reads: Reads): Promise<RecordOf<'rsvp'>[]> {
  const found = await reads.find('rsvp', { where: { event } })
  return found.sort((a, b) => a.since - b.since || (a.id < b.id ? -1 : 1))
}

/** Who an invitation is for, by name, and the company. */
export async function inviteeName(
  { person, partner, staff }: Pick<RecordOf<'invitation'>, 'person' | 'partner' | 'staff'>,
  reads: Pick<Reads, 'get'>,
): Promise<string> {
  if (staff) return (await reads.get('staff', staff))?.name ?? 'a colleague who is gone'
  const who = person ? (await reads.get('person', person))?.name : undefined
  const company = partner ? (await reads.get('partner', partner))?.name : undefined
  return [who, company].filter(Boolean).join(', ') || 'a guest who is gone'
}
