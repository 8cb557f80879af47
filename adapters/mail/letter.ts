import { type Card, cardText } from '../../data/card.ts'
import type { Delivery } from '../../data/delivery.ts'

/** A mail as its server takes it. */
export type Letter = {
  messageId: string
  to: { address: string; name: string }
  subject: string
  text: string
  icalEvent?: { method: string; content: string }
}

/** Reads the calendar entry that goes with a delivery; undefined: none goes with it. */
export type CalendarFor = (delivery: Delivery) => Promise<string | undefined>

/** A line of its own, so that no text of a person's becomes a header. */
const oneLine = (text: string): string => text.replace(/[\r\n]+/g, ' ').trim()

/** The delivery's key as RFC 5322 Message-ID: the same each time it is sent. */
export const messageIdOf = ({ id }: Delivery, domain: string): string =>
  `<${id.replace(/[^A-Za-z0-9._-]/g, '-')}@${domain}>`

/** The mail that a delivery is; undefined where it has no address, or nothing to read. */
export async function letterOf(
  delivery: Delivery,
  domain: string,
  calendarFor: CalendarFor,
): Promise<Letter | undefined> {
  const { email, name = '', method } = delivery.to.route ?? {}
  if (!email || !/^[^\s@<>,;]+@[^\s@<>,;]+$/.test(email) || delivery.content.kind === 'delete') return undefined
  const card: Card = delivery.content.card
  const content = await calendarFor(delivery)
  return {
    messageId: messageIdOf(delivery, domain),
    to: { address: email, name: oneLine(name) },
    subject: oneLine(card.summary),
    text: cardText(card),
    ...(content && method ? { icalEvent: { method, content } } : {}),
  }
}
