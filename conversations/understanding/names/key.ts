import { fold } from '../text/fold.ts'

/** Words that are written in two ways inside names, each with the way that keys use. */
const ONE_WAY: ReadonlyMap<string, string> = new Map(
  `mount:mt saint:st fort:ft national:natl international:intl university:univ department:dept hospital:hosp
  association:assn associates:assoc technologies:tech technology:tech technical:tech center:ctr centre:ctr
  manufacturing:mfg services:svc service:svc svcs:svc svs:svc theatres:theater theatre:theater theaters:theater cos:co company:co companies:co
  brothers:bros incorporated:inc corporation:corp limited:ltd street:st avenue:ave highschool:hs square:sq`
    .split(/\s+/)
    .map((pair) => pair.split(':') as [string, string]),
)

/** Endings that say what legal form a company has. They are dropped from keys. */
const LEGAL_FORMS = new Set(['inc', 'llc', 'ltd', 'corp', 'plc', 'llp', 'lp', 'pllc', 'pc', 'co'])

/** The form of one word in which names are compared. */
export const wordKey = (word: string): string => ONE_WAY.get(word) ?? word

/** A name as the words that its keys are made of: "Mt. Sinai & Co." → mt sinai and co. */
export function nameWords(name: string): string[] {
  const words = fold(name)
    .replace(/'/g, '')
    .replace(/[&+]/g, ' and ')
    .match(/[\p{L}\p{N}]+/gu)
  return (words ?? []).map(wordKey)
}

/** Words run together, so that "Jet Blue", "jet-blue" and "jetblue" are one. */
export const joinWords = (words: readonly string[]): string => words.join('')

/** The words of an organization without a leading "the" and a trailing legal form. */
export function dropFormalities(words: readonly string[]): readonly string[] {
  const from = words[0] === 'the' && words.length > 1 ? 1 : 0
  let to = words.length
  while (to - from > 1 && LEGAL_FORMS.has(words[to - 1] ?? '')) to--
  if (to - from > 1 && words[to - 1] === 'and') to--
  return words.slice(from, to)
}
