import type { Reach, View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import { KIND_OF_THING, NO_THING, QUALITY, THING } from './equipment-words.ts'

/** "Giving: 12 aprons, 2 internships", "donation box: 30 tape measures, 15 levels": each item of a list of what is given. */
const GIVEN_LIST =
  /\b(?:giving|gives|gave|given|gifts?|donat(?:ing|ed|ion|ions)|donation (?:box|bin|pile|list)|lending|loaning|sending|dropping off|dropped off|things|materials|tools|gets? us|getting us|got us|we get) [:=-] ([^.;\n|]+)/g
const LIST_ITEM = new RegExp(
  `^(?:and |plus )?${QUALITY}(?:(${NUMBER}) )?((?:[a-z0-9'-]+ ){0,3}?[a-z'-]+)(?: (?:for|on the way|to|from|coming)\\b.*)?$`,
)
/** "👍 old microscope". */
const MARKED = new RegExp(
  `[✅👍] ${QUALITY}(?:(${NUMBER}) )?(?:[a-z0-9'-]+ ){0,2}?${THING}(?= (?:[.,;\\n/|]|for)|$)`,
  'gu',
)
/** "equipment: 40 patch panels". */
const LABELLED = new RegExp(
  `\\b(?:equipment|donating|donated|materials|supplies) : (?:(${NUMBER}) )?(?!no\\b|none\\b|nope\\b|tbd\\b)[a-z][a-z0-9'-]*`,
  'g',
)

/** True for a word that names nothing to keep, and no kind of thing either. */
export const isNoThing = (word: string): boolean => NO_THING.test(word) && !KIND_OF_THING.test(word)
/** Matches words that end in a thing. */
export const IS_THING = new RegExp(`(?:^| )${THING}$`)

type Listed = Reach & { why: string; count?: number | undefined }

/** Things in a list under a label or behind a sign: "equipment: 40 patch panels", "👍 old microscope". */
export function readThingsListed(view: View): Listed[] {
  const listed: Listed[] = []
  for (const { from, match } of view.matches(GIVEN_LIST)) {
    const list = match[1] ?? ''
    let place = view.placeOf(from) + match[0].length - list.length
    for (const part of list.split(' , ')) {
      const words = part.trim()
      const item = LIST_ITEM.exec(words)
      const [count, thing = ''] = [item?.[1], item?.[2]]
      const at = view.itemAt(place)
      if (IS_THING.test(thing) || (count !== undefined && !thing.split(' ').some(isNoThing)))
        listed.push({ from: at, to: at + words.split(' ').length, why: `"${words}"`, count: readNumber(count ?? '') })
      place += part.length + ' , '.length
    }
  }
  for (const { from, to, match } of view.matches(MARKED))
    listed.push({ from: from + 1, to, why: `"${match[0]}"`, count: readNumber(match[1] ?? '') })
  for (const { from, to, match } of view.matches(LABELLED))
    listed.push({ from, to, why: `"${match[0]}"`, count: readNumber(match[1] ?? '') })
  return listed
}
