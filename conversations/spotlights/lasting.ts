import type { Write } from '../../data/store.ts'
import type { StoryRecord } from '../../data/story.ts'

/** Why what a turn wrote does not come back by undo alone; undefined where it may. */
export function whyLasting(writes: readonly Write[]): string | undefined {
  for (const write of writes) {
    if (write.kind === 'story' && write.after?.state === 'taken_down') {
      return 'What was taken down stays down. Draft it anew, and it is approved again.'
    }
    // What may be on its way cannot be called back by forgetting it.
    if (write.kind === 'story' && write.after && isPosting(write.before, write.after)) {
      return 'An approval is not undone: take the story down, and change it.'
    }
    if (write.kind !== 'consent' || !write.after || write.after.state === write.before?.state) continue
    if (write.after.state === 'granted') {
      return 'A confirmed form is not undone, it is withdrawn: say that the family has withdrawn its permission.'
    }
    if (write.after.state === 'withdrawn' || write.after.state === 'refused') {
      return 'A withdrawal stands until a newly signed form is confirmed.'
    }
  }
  return undefined
}

/** It approved, or sent something on its way. */
function isPosting(before: StoryRecord | undefined, after: StoryRecord): boolean {
  const attempts = ({ places }: StoryRecord): string => places.map(({ delivery = '' }) => delivery).join()
  return (
    after.approval !== undefined && (after.approval.at !== before?.approval?.at || attempts(after) !== attempts(before))
  )
}
