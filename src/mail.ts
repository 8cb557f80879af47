import { createMailSender } from '../adapters/mail/sender.ts'
import { entriesForGuest } from '../conversations/calendar/calendar-entries.ts'
import type { Sender } from '../data/delivery.ts'
import { writeIcs } from '../data/ics-write.ts'
import type { Store } from '../data/store.ts'
import { parseLocalDate, type Zone } from '../data/time.ts'

export type MailContext = { url: string; from: string; store: Store; zone: Zone }

/** The mail channel: invitations carry the event as a calendar invitation (RFC 6047). */
export function mailChannel({ url, from, store, zone }: MailContext): Sender & { close(): void } {
  return createMailSender({
    url,
    from,
    async calendarFor({ to }) {
      const { event: id, email, name = '', method, sequence, occurrence, invitation } = to.route ?? {}
      if (!id || !email || (method !== 'REQUEST' && method !== 'CANCEL')) return undefined
      const event = await store.get('event', id)
      if (!event) return undefined
      // An invitation is about one thing (RFC 5546, 3.2.2): the event, the whole series, or one time of it.
      const invited = (await store.get('invitation', invitation ?? '')) ?? {}
      const about = { occurrence: parseLocalDate(occurrence ?? '') }
      const entries = (await entriesForGuest(invited, event, store, about)).map((entry) => ({
        ...entry,
        isCancelled: method === 'CANCEL',
        sequence: Math.max(Number(sequence ?? 0), entry.sequence),
      }))
      if (entries.length === 0) return undefined
      return writeIcs(entries, { name: 'Liaison', zone, itip: { method, organizer: from, attendee: { email, name } } })
    },
  })
}
