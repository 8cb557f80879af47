import type { Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { formatDay, type LocalDate, type LocalMoment } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import type { EventNames } from './event-names.ts'
import { nameOfContact } from './invitees.ts'

/** A thank-you to those who may have come, the day after: plain sentences to send, where there is someone to thank. */
export async function thanksParts(
  event: RecordOf<'event'>,
  names: EventNames,
  start: LocalDate | LocalMoment,
  guests: readonly RecordOf<'partner'>[],
  { reads, local }: Moment,
): Promise<Part[]> {
  if (event.event !== 'speaker' && event.event !== 'mock_interview') return []
  const owner = event.owner ? await reads.get('staff', event.owner) : undefined
  const people = names.people.filter(({ partner }) => guests.some(({ id }) => id === partner))
  const to = people.map(({ name }) => name.split(' ')[0]).join(' and ') || (await nameOfContact(guests[0], reads))
  if (!to) return []
  const classes = names.programs.map(({ name }) => name).join(' and ')
  const text = [
    `Dear ${to}, thank you for your visit on ${formatDay(start, local)}.`,
    `The ${classes ? `${classes} ` : ''}students still talk about it, and about roles that they had never thought of.`,
    'If a few of them could see your workplace for a day, we would gladly arrange it.',
    owner?.name ?? '',
  ]
    .filter(Boolean)
    .join(' ')
  return [
    { kind: 'text', text: 'A thank-you to send:' },
    { kind: 'list', items: [text] },
  ]
}
