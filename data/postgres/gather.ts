/**
 * Hands on what is asked for in one round of the event loop together: at its end, or as soon as there are `most`, so that
 * the database begins on them while this program goes on with others.
 */
export function gather<T>(most: number, take: (items: readonly T[]) => void): (item: T) => void {
  let gathered: T[] = []
  const handOn = (): void => {
    if (gathered.length === 0) return
    const items = gathered
    gathered = []
    take(items)
  }
  return (item) => {
    if (gathered.length === 0) setImmediate(handOn)
    gathered.push(item)
    if (gathered.length >= most) handOn()
  }
}
