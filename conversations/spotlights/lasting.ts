import type { Write } from '../../data/store.ts'

/** Why what a turn wrote does not come back by undo alone; undefined where it may. */
export function whyLasting(writes: readonly Write[]): string | undefined {
  for (const write of writes) {
    if (write.kind === 'story' && write.after?.state === 'taken_down') {
      return 'What was taken down stays down. Draft it anew, and it is approved again.'
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
