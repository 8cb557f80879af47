import type { Ref, Refs } from '../reading.ts'
import type { Message } from '../text/message.ts'
import type { View } from '../text/view.ts'
import type { NameEntry } from './entry.ts'
import { nameWords, wordKey } from './key.ts'

/** Leaves a name those entries that it means; where that is one, its name is the text. */
export const narrowTo = (ref: Ref, entries: readonly NameEntry[]): void => {
  ref.entries = entries
  const [only] = entries
  if (only && entries.length === 1) ref.text = only.name
}

/** Items that may stand between a name and what settles it. */
const MOST_BETWEEN = 8

/** "ternfield, the dairy": a name that one of several bears settles which, and is no second company; "not the dairy" too. */
export function mergeSettled(view: View, refs: Refs): void {
  for (const ref of refs.partners.filter(({ entries }) => entries.length > 1)) {
    const telling = refs.partners.find(
      ({ entries, from }) =>
        from > ref.from &&
        from - ref.to <= MOST_BETWEEN &&
        entries.length === 1 &&
        entries.every((entry) => ref.entries.includes(entry)) &&
        !view.items.slice(ref.to, from).some(({ word }) => word === 'and'),
    )
    // "wrong ternfield, it is the dairy": one for the other.
    if (!telling || /^(?:wrong|not)$/.test(view.items[ref.from - 1]?.word ?? '')) continue
    const isDenied = /\bnot(?: the)?$/.test(view.slice(Math.max(0, telling.from - 2), telling.from))
    const [settled] = telling.entries
    narrowTo(
      ref,
      ref.entries.filter((entry) => (entry === settled) !== isDenied),
    )
    refs.partners = refs.partners.filter((other) => other !== telling)
  }
}

/** "makani the hotel", "wrong valley pride, the dairy": a word that only one of several bears settles which. */
export function settlePartners({ tokens }: Message, view: View, refs: Refs): void {
  for (const ref of refs.partners) {
    if (ref.entries.length < 2) continue
    const wordsOf = (entry: NameEntry): string[] => nameWords(entry.name)
    const fits = ref.entries.filter((entry) =>
      wordsOf(entry).some((word) => {
        const isOwn = word.length > 3 && ref.entries.every((other) => other === entry || !wordsOf(other).includes(word))
        return isOwn && isSaid(tokens, view, word)
      }),
    )
    if (fits.length === 1) narrowTo(ref, fits)
  }
}

/** True where a word stands outside of names, and is not taken back. */
const isSaid = (tokens: Message['tokens'], view: View, word: string): boolean =>
  view.items.some(
    ({ name, first, last }, at) =>
      !name &&
      last - first === 1 &&
      wordKey(tokens[first]?.plain ?? '') === word &&
      !/^(?:not|no|wrong)$/.test(view.items[at - 1]?.word ?? ''),
  )
