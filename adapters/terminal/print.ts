import { cardText } from '../../data/card.ts'
import type { Delivery } from '../../data/delivery.ts'
import { buttonsOf, linksOf } from './reply.ts'

/** What a person at the terminal reads of a delivery: the card as text, its buttons by number, its links. */
export function printDelivery({ content }: Delivery): string[] {
  if (content.kind === 'delete') return ['(a message was deleted)']
  const { card } = content
  const buttons = buttonsOf(card).map(({ label }, n) => `/${n + 1} ${plain(label)}`)
  return [
    plain(cardText(card)),
    ...linksOf(card).map(({ label, url }) => plain(`${label}: ${url}`)),
    ...(buttons.length > 0 ? [buttons.join('  ')] : []),
  ]
}

/** What people typed must not drive the terminal: control characters are shown as nothing. */
export function plain(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters that must not get out
  return text.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '')
}
