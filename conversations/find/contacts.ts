import type { Card } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import { contactLine, offerName } from '../contact-card.ts'
import { contactOf } from '../contact-changes.ts'
import type { Moment } from '../conversation.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { partnersInScope, rangeOf, type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** "who do we know at Turner": its people. "who did we talk to this month": the contacts of a span. */
export async function contactsIn(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  return scope.partner && !scope.from && !scope.to ? peopleOf(scope, offset, moment) : contactsOf(scope, offset, moment)
}

async function peopleOf(scope: Scope, offset: number, { reads }: Moment): Promise<Card> {
  const partner = scope.partner ?? ''
  const where = { partner, isActive: true }
  const people = await reads.find('person', {
    where,
    order: { by: 'name', direction: 'ascending' },
    limit: PAGE_LINES,
    offset,
  })
  const name = (await reads.get('partner', partner))?.name ?? 'that partner'
  return pageCard({
    title: `People at ${name}`,
    lines: people.map((person) => [person.name, person.title, person.email].filter(Boolean).join(', ')),
    total: await reads.count('person', { where }),
    offset,
    empty: `We know nobody at ${name} yet.`,
    more: { action: 'find.contacts', args: scopeToArgs(scope) },
  })
}

async function contactsOf(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  const found = await contactsInScope(scope, moment)
  const page = found.slice(offset, offset + PAGE_LINES)
  const lines = await Promise.all(
    page.map(async (contact) => contactLine(await contactOf(contact, moment), moment.local)),
  )
  return pageCard({
    title: `Contacts${await scopeWords(scope, moment)}`,
    lines,
    total: found.length,
    offset,
    empty: `No contacts${await scopeWords(scope, moment)}.`,
    more: { action: 'find.contacts', args: scopeToArgs(scope) },
  })
}

/** Contacts of a span, a partner, a cluster, a school's staff; newest first. */
export async function contactsInScope(scope: Scope, moment: Moment): Promise<RecordOf<'contact'>[]> {
  const { reads } = moment
  const partners = await partnersInScope(scope, moment)
  const range = rangeOf(scope)
  const contacts = await reads.find('contact', {
    where: {
      ...(partners ? { partner: { in: partners.map(({ id }) => id) } } : {}),
      ...(range ? { date: range } : {}),
    },
    order: { by: 'date', direction: 'descending' },
  })
  if (!scope.school) return contacts
  const staff = await reads.find('staff', { where: { school: scope.school } })
  const ids = new Set(staff.map(({ id }) => id))
  return contacts.filter(({ by }) => ids.has(by))
}

/** "what has northwell offered us": each offer with its day, newest first. */
export async function offersIn(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  const found = (await contactsInScope(scope, moment)).filter(({ offers }) => offers.length > 0)
  const page = found.slice(offset, offset + PAGE_LINES)
  const lines = await Promise.all(
    page.map(async (contact) => {
      const view = await contactOf(contact, moment)
      const { method: _, offers, ...rest } = view
      return `${offers.map(offerName).join(', ')}: ${contactLine({ ...rest, offers: [] }, moment.local)}`
    }),
  )
  return pageCard({
    title: `Offers${await scopeWords(scope, moment)}`,
    lines,
    total: found.length,
    offset,
    empty: `No offers${await scopeWords(scope, moment)}.`,
    more: { action: 'find.offers', args: scopeToArgs(scope) },
  })
}
