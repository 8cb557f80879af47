/** Reads a thing once, however often it is asked for. */
export function once<K extends object, T>(read: (of: K) => T): (of: K) => T {
  const kept = new WeakMap<K, { value: T }>()
  return (of) => {
    const known = kept.get(of)
    if (known) return known.value
    const value = read(of)
    kept.set(of, { value })
    return value
  }
}
