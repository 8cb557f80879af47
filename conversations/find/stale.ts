import type { Card } from '../../data/card.ts'
import { addDays, dateOf, formatDay, type LocalDate } from '../../data/time.ts'
import type { Moment } from '../conversation.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { partnersInScope, type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** Without a number of days, a partner is quiet after this many. */
const QUIET_DAYS = 60

/** Partners we once dealt with and have not for so many days, longest ago first. */
export async function staleIn(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  const { reads, local } = moment
  const days = scope.days ?? QUIET_DAYS
  const since = scope.from ?? addDays(dateOf(local), -days)
  const partners =
    (await partnersInScope(scope, moment)) ?? (await reads.find('partner', { where: { isActive: true } }))
  const newest = new Map<string, LocalDate>()
  for (const { partner, date } of await reads.find('contact', { order: { by: 'date', direction: 'ascending' } })) {
    newest.set(partner, date)
  }
  const quiet = partners
    .flatMap((partner) => {
      const last = newest.get(partner.id)
      return last && last < since ? [{ name: partner.name, last }] : []
    })
    .sort((a, b) => (a.last < b.last ? -1 : a.last > b.last ? 1 : a.name < b.name ? -1 : 1))
  const never = partners.filter(({ id }) => !newest.has(id)).length
  const words = await scopeWords({ ...(scope.cluster ? { cluster: scope.cluster } : {}) }, moment)
  return pageCard({
    title: `Quiet for ${days} days${words}`,
    lines: quiet.slice(offset, offset + PAGE_LINES).map(({ name, last }) => `${name}, last ${formatDay(last, local)}`),
    total: quiet.length,
    offset,
    empty: `No partner has gone quiet for ${days} days${words}.`,
    more: { action: 'find.stale', args: scopeToArgs(scope) },
    ...(never > 0
      ? { context: `${never} more ${never === 1 ? 'was' : 'were'} never contacted: say "never contacted partners".` }
      : {}),
  })
}

/** Partners with whom nothing is logged. */
export async function neverContacted(scope: Scope, offset: number, moment: Moment): Promise<Card> {
  const { reads } = moment
  const partners =
    (await partnersInScope(scope, moment)) ?? (await reads.find('partner', { where: { isActive: true } }))
  const contacted = new Set((await reads.find('contact')).map(({ partner }) => partner))
  const never = partners
    .filter(({ id }) => !contacted.has(id))
    .map(({ name }) => name)
    .sort()
  return pageCard({
    title: 'Never contacted',
    lines: never.slice(offset, offset + PAGE_LINES),
    total: never.length,
    offset,
    empty: 'Every partner has been contacted.',
    more: { action: 'find.never', args: scopeToArgs(scope) },
  })
}
