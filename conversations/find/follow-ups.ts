import type { Card } from '../../data/card.ts'
import type { Situation } from '../conversation.ts'
import { followUpLine } from '../follow-up-records.ts'
import { PAGE_LINES, pageCard } from './paging.ts'
import { partnersInScope, rangeOf, type Scope, scopeToArgs, scopeWords } from './scope.ts'

/** The speaker's open follow-ups, the one due first on top; everyone's where a partner or cluster is named. */
export async function followUpsIn(scope: Scope, offset: number, situation: Situation): Promise<Card> {
  const { reads, speaker } = situation
  const partners = await partnersInScope(scope, situation)
  const range = rangeOf(scope)
  const where = {
    isDone: false,
    ...(partners ? { partner: { in: partners.map(({ id }) => id) } } : { owner: speaker.id }),
    ...(range ? { date: range } : {}),
  }
  const found = await reads.find('followUp', {
    where,
    order: { by: 'date', direction: 'ascending' },
    limit: PAGE_LINES,
    offset,
  })
  const words = await scopeWords(scope, situation)
  return pageCard({
    title: `Follow-ups${words}`,
    lines: await Promise.all(found.map((followUp) => followUpLine(followUp, situation))),
    total: await reads.count('followUp', { where }),
    offset,
    empty: `No open follow-ups${words}.`,
    more: { action: 'find.follow_ups', args: scopeToArgs(scope) },
  })
}
