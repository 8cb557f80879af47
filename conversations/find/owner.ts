import { type Card, encodePress } from '../../data/card.ts'
import { dateOf, daysBetween, formatDay } from '../../data/time.ts'
import { offerName } from '../contact-card.ts'
import { contactOf } from '../contact-changes.ts'
import type { Moment } from '../conversation.ts'

/** A partner spoken to within so many days is in good hands: ask its owner before you call. */
const FRESH_DAYS = 14

/** "who owns turner": who spoke with it last, when, what it offered and what is still open. */
export async function ownerOf(partnerId: string, moment: Moment): Promise<Card> {
  const { reads, local } = moment
  const name = (await reads.get('partner', partnerId))?.name ?? 'That partner'
  const [last] = await reads.find('contact', {
    where: { partner: partnerId },
    order: { by: 'date', direction: 'descending' },
    limit: 1,
  })
  const open = await reads.find('followUp', {
    where: { partner: partnerId, isDone: false },
    order: { by: 'date', direction: 'ascending' },
    limit: 3,
  })
  if (!last) {
    const text = `Nobody has spoken with ${name} yet, so it is free to call.`
    return { summary: text, parts: [{ kind: 'text', text }] }
  }
  const owner = await reads.get('staff', last.by)
  const school = owner?.school ? await reads.get('school', owner.school) : undefined
  const view = await contactOf(last, moment)
  const days = daysBetween(last.date, dateOf(local))
  const who = `${owner?.name ?? 'Someone who has left'}${school ? ` (${school.name})` : ''}`
  const advice =
    days <= FRESH_DAYS ? `Speak with ${owner?.name ?? 'the office'} first.` : 'It has been a while: a call is welcome.'
  const owners = await Promise.all(
    open.map(
      async ({ owner: id, date }) => `${(await reads.get('staff', id))?.name ?? 'nobody'}, ${formatDay(date, local)}`,
    ),
  )
  return {
    summary: `${name}: ${who} spoke with them last, ${formatDay(last.date, local)}. ${advice}`,
    parts: [
      { kind: 'heading', text: name },
      {
        kind: 'facts',
        facts: [
          { label: 'Owner', value: who },
          { label: 'Last contact', value: [formatDay(last.date, local), ...view.people].join(', ') },
          ...(view.offers.length > 0 ? [{ label: 'Offers', value: view.offers.map(offerName).join(', ') }] : []),
          ...(owners.length > 0 ? [{ label: 'Open follow-ups', value: owners.join('; ') }] : []),
        ],
      },
      { kind: 'context', text: advice },
      { kind: 'actions', actions: [{ label: 'History', press: encodePress('find.history', { partner: partnerId }) }] },
    ],
  }
}
