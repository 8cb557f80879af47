import type { Card } from '../../data/card.ts'
import { formatDay } from '../../data/time.ts'
import { contactLine } from '../contact-card.ts'
import { contactOf } from '../contact-changes.ts'
import type { Moment } from '../conversation.ts'
import { PAGE_LINES, pageCard } from './paging.ts'

/** Our dealings with one partner, newest first, with what is still open. */
export async function historyOf(partnerId: string, offset: number, moment: Moment): Promise<Card> {
  const { reads, local } = moment
  const partner = await reads.get('partner', partnerId)
  const where = { partner: partnerId }
  const total = await reads.count('contact', { where })
  const contacts = await reads.find('contact', {
    where,
    order: { by: 'date', direction: 'descending' },
    limit: PAGE_LINES,
    offset,
  })
  const lines = await Promise.all(
    contacts.map(async (contact) => {
      const { partner: _, ...view } = await contactOf(contact, moment)
      const by = await reads.get('staff', contact.by)
      const line = contactLine({ ...view, partner: '' }, local).replace(/^, /, '')
      return by ? `${line} (${by.name})` : line
    }),
  )
  const open = await reads.find('followUp', {
    where: { partner: partnerId, isDone: false },
    order: { by: 'date', direction: 'ascending' },
    limit: 3,
  })
  const name = partner?.name ?? 'That partner'
  return pageCard({
    title: `History with ${name}`,
    lines,
    total,
    offset,
    empty: `Nothing is logged with ${name} yet.`,
    more: { action: 'find.history', args: { partner: partnerId } },
    ...(open.length > 0
      ? { context: `Open follow-ups: ${open.map(({ date }) => formatDay(date, local)).join('; ')}` }
      : {}),
  })
}
