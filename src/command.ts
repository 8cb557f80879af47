/** What the commands that work on whole stores have in common. */

/** Says why on standard error; resolves to the exit code. */
export function refuse(sentence: string): number {
  console.error(sentence)
  return 1
}

export const countOf = (rows: number): string => `${rows.toLocaleString('en-US')} ${rows === 1 ? 'item' : 'items'}`

/** One line a report on standard error, so that long work is seen to go on. */
export function tellProgress(rows: number): void {
  console.error(`${countOf(rows)} so far`)
}
