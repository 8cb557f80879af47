/** A batch that takes longer, such as one that waits for a lock, keeps no others waiting. Milliseconds. */
const LONGEST_MS = 200

/** How many items go together at most, and how many such batches are under way at once. */
export type Batches = { items: number; atOnce: number }

/**
 * Hands on together what is asked for in one round of the event loop: at its end, or as soon as there are enough, so that
 * the database begins on them while this program goes on with others. While batches are under way the next one gathers:
 * under load they grow, and each item costs less.
 */
export function gather<T>(
  { items, atOnce }: Batches,
  take: (items: readonly T[]) => Promise<unknown>,
): (item: T) => void {
  const gathered: T[] = []
  let underWay = 0
  const handOn = (): void => {
    if (gathered.length === 0 || underWay >= atOnce) return
    underWay += 1
    let isOver = false
    const end = (): void => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      underWay -= 1
      handOn()
    }
    const timer = setTimeout(end, LONGEST_MS)
    take(gathered.splice(0, items)).then(end, end)
  }
  return (item) => {
    gathered.push(item)
    if (gathered.length === 1) setImmediate(handOn)
    else if (gathered.length >= items) handOn()
  }
}
