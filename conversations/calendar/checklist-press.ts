import { type Action, encodePress, type Part } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Outcome, Situation } from '../conversation.ts'
import { checklistOf, openItems } from './checklist.ts'
import { countingCard } from './counting-card.ts'
import { eventLine } from './event-card.ts'
import { namesOfEvent } from './event-names.ts'
import { gone } from './plan.ts'

/** What is still to be arranged, each with a button that says it is done. */
export function checklistParts(event: RecordOf<'event'>): Part[] {
  const open = openItems(event)
  if (checklistOf(event.event).length === 0) return []
  if (open.length === 0) return [{ kind: 'context', text: 'Everything on the checklist is done.' }]
  const actions: Action[] = open.map((item) => ({
    label: `Done: ${item}`,
    press: encodePress('calendar.done', { id: event.id, item }),
  }))
  return [
    { kind: 'text', text: `To arrange: ${open.join('; ')}.` },
    { kind: 'actions', actions },
  ]
}

/** [Done: travel]. */
export async function checkItem(args: Readonly<Record<string, string>>, situation: Situation): Promise<Outcome> {
  const before = await situation.reads.get('event', args.id ?? '')
  if (!before || before.isCancelled) return gone()
  const item = args.item ?? ''
  const after = { ...before, done: [...new Set([...(before.done ?? []), item])] }
  const names = await namesOfEvent(after, situation.reads)
  return {
    what: 'arrange',
    title: `${item} arranged, ${eventLine(after, names, situation.local)}`,
    replies: [{ card: await countingCard(after, { verb: 'Planned', more: checklistParts(after) }, situation) }],
    writes: [{ kind: 'event', id: after.id, before, after }],
  }
}
