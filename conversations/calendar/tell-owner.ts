import { encodePress } from '../../data/card.ts'
import type { RecordOf } from '../../data/records.ts'
import type { Post, Situation } from '../conversation.ts'
import { sentence, sentenceWith } from '../notices.ts'

/** The organizer hears of what a colleague did to their event. */
export function tellOwner(event: RecordOf<'event'>, what: string, line: string, { speaker }: Situation): Post[] {
  if (!event.owner || event.owner === speaker.id) return []
  const text = `${speaker.name} ${what}: ${line}.`
  const open = { label: 'Open', press: encodePress('calendar.open', { id: event.id }) }
  return [
    {
      name: 'owner',
      to: { staff: event.owner },
      content: {
        kind: 'post',
        card: event.isCancelled ? sentence(text) : sentenceWith(text, [open]),
      },
    },
  ]
}
