import type { Message } from '../text/message.ts'
import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import type { NameMark } from './mark.ts'
import { isPartOfStranger } from './part-of-stranger.ts'
import { readSurroundings } from './surroundings.ts'
import { CLASS_NOUNS, type Look, weigh } from './weigh-name.ts'

/** A name of the directory in a message, of the kind that its surroundings speak for. */
export type Name = NameMark & { kind: NameKind; how: MatchHow; entries: readonly NameEntry[]; why: string }

/** A kind is believed from this much on. */
const BELIEVED_FROM = 5

/** Marks with the kind that fits best, those left out that are ordinary words here. */
export function chooseKinds(message: Message, marks: readonly NameMark[]): Name[] {
  const { tokens } = message
  const around = readSurroundings(message)
  const at = (i: number): string => tokens[i]?.norm ?? ''
  const starts = new Map(marks.map((mark) => [mark.first, mark]))
  const isClass = (mark: NameMark): boolean => mark.options.some(({ kind }) => kind === 'cluster' || kind === 'program')
  /** The word after a mark, or `and-class` where a list of programs or clusters goes on to a noun. */
  const after = (mark: NameMark): string => {
    let next = mark.last
    let listed = mark
    while (isClass(listed) && /^(?:and|&|\+|,|or|\/)$/.test(at(next))) {
      const skip = at(next) === ',' && at(next + 1) === 'and' ? 2 : 1
      const more = starts.get(next + skip)
      if (!more || !isClass(more)) break
      listed = more
      next = more.last
    }
    return listed !== mark && CLASS_NOUNS.has(at(next)) ? 'and-class' : at(mark.last)
  }
  const isAtPartner = (mark: NameMark): boolean => {
    if (!/^(?:from|at|of|@|\(|over|with)$/.test(at(mark.last))) return false
    let next = mark.last + 1
    while (!starts.has(next) && /^(?:the|at|from|here|over)$/.test(at(next)) && next < mark.last + 4) next++
    return starts.get(next)?.options.some(({ kind }) => kind === 'partner') ?? false
  }
  const ends = new Map(marks.map((mark) => [mark.last, mark]))
  const isBesideName = (mark: NameMark): boolean =>
    [ends.get(mark.first), starts.get(mark.last)].some((beside) =>
      beside?.options.some(({ kind }) => kind === 'school' || kind === 'student'),
    )
  const isPaired = (mark: NameMark): boolean => {
    const next = /^(?:and|&|\+|\/)$/.test(at(mark.last)) ? starts.get(mark.last + 1) : undefined
    const previous = /^(?:and|&|\+|\/)$/.test(at(mark.first - 1)) ? ends.get(mark.first - 1) : undefined
    return [next, previous].some((beside) => beside !== undefined && isClass(beside))
  }
  const isBesidePerson = (mark: NameMark): boolean =>
    /^(?:and|&|\+)$/.test(at(mark.last)) &&
    (starts.get(mark.last + 1)?.options.some(({ kind }) => kind === 'person') ?? false)
  /** The word before a mark; of a list of programs or clusters, the word before the list. */
  const before = (mark: NameMark): string => {
    let first = mark.first
    let listed: NameMark | undefined = isClass(mark) ? mark : undefined
    while (listed && /^(?:and|&|\+|,|\/)$/.test(at(first - 1))) {
      const previous = ends.get(first - 1)
      listed = previous && isClass(previous) ? previous : undefined
      if (listed) first = listed.first
    }
    return first > 0 && tokens[first - 1]?.kind !== 'break' ? at(first - 1) : ''
  }
  const companies = new Set(
    marks.flatMap(({ options }) =>
      options
        .filter(({ kind, how }) => kind === 'partner' && (how === 'name' || how === 'alias'))
        .flatMap(({ entries }) => entries.map(({ id }) => id)),
    ),
  )
  return marks.flatMap((mark): Name[] => {
    const own = before(mark)
    const key = at(mark.first - 1) === ':' ? `${at(mark.first - 2)}:` : undefined
    const look: Look = {
      before: key && /^(?:partner|school|program|cluster|contact|student):$/.test(key) ? key : own,
      before2: at(mark.first - 2),
      after: after(mark),
      after2: at(mark.last + 1),
      tokens: tokens.slice(mark.first, mark.last),
      around,
      isAtPartner: isAtPartner(mark),
      isBesideName: isBesideName(mark),
      isPaired: isClass(mark) && isPaired(mark),
      isBesidePerson: isBesidePerson(mark),
      companies,
    }
    if (isPartOfStranger(tokens, mark, around, starts)) return []
    const weighed = mark.options
      .map((option) => ({ option, weight: weigh(option, look) }))
      .sort((a, b) => b.weight - a.weight)
    const best = preferCompany(weighed, look)
    if (!best || best.weight < BELIEVED_FROM) return []
    const { kind, how, entries } = best.option
    const options = weighed.filter(({ weight }) => weight >= BELIEVED_FROM).map(({ option }) => option)
    return [{ ...mark, kind, how, entries, options, why: `${kind} by ${how}, ${best.weight}` }]
  })
}

type Weighted = { option: NameMark['options'][number]; weight: number }

/** "Hartsell is a go": the company of that name rather than somebody of it who bears it. */
function preferCompany(weighed: readonly Weighted[], { before }: Look): Weighted | undefined {
  const [best] = weighed
  if (best?.option.kind !== 'person' || best.option.how !== 'family' || /^(?:mr|mrs|ms|dr|miss|chef|\\.)$/.test(before))
    return best
  const homes = new Set(best.option.entries.map(({ partner }) => partner))
  const company = weighed.find(
    ({ option, weight }) =>
      option.kind === 'partner' && weight >= BELIEVED_FROM && option.entries.some(({ id }) => homes.has(id)),
  )
  return company ?? best
}
