import { createMailSender } from '../adapters/mail/sender.ts'
import { entriesOf } from '../conversations/calendar/calendar-entries.ts'
import type { Sender } from '../data/delivery.ts'
import { writeIcs } from '../data/ics-write.ts'
import type { Store } from '../data/store.ts'
import type { Zone } from '../data/time.ts'

export type MailContext = { url: string; from: string; store: Store; zone: Zone }

/** The mail channel: invitations carry the event as a calendar invitation (RFC 6047). */
export function mailChannel({ url, from, store, zone }: MailContext): Sender & { close(): void } {
  return createMailSender({
    url,
    from,
    async calendarFor({ to }) {
      const { event: id, email, name = '', method, sequence } = to.route ?? {}
      if (!id || !email || (method !== 'REQUEST' && method !== 'CANCEL')) return undefined
      const event = await store.get('event', id)
      if (!event) return undefined
      const isCancelled = method === 'CANCEL'
      const all = await entriesOf(event, store, { isForGuest: true })
      // One invitation is about one thing (RFC 5546, 3.2.2); further times of a series are in its text.
      const entries = all.slice(0, 1).map((entry) => ({
        ...entry,
        isCancelled,
        sequence: Math.max(Number(sequence ?? 0), entry.sequence),
      }))
      if (entries.length === 0) return undefined
      return writeIcs(entries, { name: 'Liaison', zone, itip: { method, organizer: from, attendee: { email, name } } })
    },
  })
}
