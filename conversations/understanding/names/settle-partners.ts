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

/**
 * "ternfield, the dairy": a name that one of several bears settles which, and is no second company; "not the dairy" too.
 * Where one is put for the other ("wrong ternfield, it is the dairy"), both stay, the second settled.
 */
export function mergeSettled(view: View, refs: Refs): void {
  for (const ref of refs.partners.filter(({ entries }) => entries.length > 1)) {
    const telling = refs.partners.find(
      (other) =>
        other.from > ref.from &&
        other.from - ref.to <= MOST_BETWEEN &&
        inBoth(ref, other).length === 1 &&
        !view.items.slice(ref.to, other.from).some(({ word }) => word === 'and'),
    )
    if (!telling) continue
    const settled = inBoth(ref, telling)
    if (/^(?:wrong|not)$/.test(view.items[ref.from - 1]?.word ?? '')) {
      narrowTo(telling, settled)
      continue
    }
    const isDenied = /\bnot(?: the)?$/.test(view.slice(Math.max(0, telling.from - 2), telling.from))
    narrowTo(
      ref,
      ref.entries.filter((entry) => settled.includes(entry) !== isDenied),
    )
    refs.partners = refs.partners.filter((other) => other !== telling)
  }
}

const inBoth = (ref: Ref, other: Ref): NameEntry[] => other.entries.filter((entry) => ref.entries.includes(entry))

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
