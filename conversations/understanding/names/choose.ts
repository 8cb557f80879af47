import type { Message, Token } from '../text/message.ts'
import type { MatchHow, NameEntry, NameKind } from './entry.ts'
import type { NameMark } from './mark.ts'
import { isPartOfStranger } from './part-of-stranger.ts'
import { readSurroundings } from './surroundings.ts'
import { CLASS_NOUNS, type Look, weigh } from './weigh-name.ts'

/** A name of the directory in a message, of the kind that its surroundings speak for. */
export type Name = NameMark & { kind: NameKind; how: MatchHow; entries: readonly NameEntry[]; why: string }

/** A kind is believed from this much on. */
const BELIEVED_FROM = 5

const isOfKind = (mark: NameMark | undefined, ...kinds: readonly NameKind[]): boolean =>
  mark?.options.some(({ kind }) => kinds.includes(kind)) ?? false

const isClass = (mark: NameMark | undefined): boolean => isOfKind(mark, 'cluster', 'program')

const LINKS = new Set(['from', 'at', 'of', '@', '(', 'over', 'with'])
const BEHIND_LINK = new Set(['the', 'at', 'from', 'here', 'over'])
const MOST_BEHIND_LINK = 3
const LISTING = new Set(['and', '&', '+', ',', 'or', '/'])
const LISTED = new Set(['and', '&', '+', ',', '/'])
const PAIRING = new Set(['and', '&', '+', '/'])
const JOINING = new Set(['and', '&', '+'])
const LABELS = new Set(['partner', 'school', 'program', 'cluster', 'contact', 'student'])

/** What stands around the marks of a message. */
class Neighbours {
  readonly #tokens: readonly Token[]
  readonly #ends: ReadonlyMap<number, NameMark>
  readonly starts: ReadonlyMap<number, NameMark>

  constructor(tokens: readonly Token[], marks: readonly NameMark[]) {
    this.#tokens = tokens
    this.starts = new Map(marks.map((mark) => [mark.first, mark]))
    this.#ends = new Map(marks.map((mark) => [mark.last, mark]))
  }

  at(i: number): string {
    return this.#tokens[i]?.norm ?? ''
  }

  /** The word before a mark, or a label with its colon; of a list of programs or clusters, the word before the list. */
  before(mark: NameMark): string {
    if (this.at(mark.first - 1) === ':' && LABELS.has(this.at(mark.first - 2))) return `${this.at(mark.first - 2)}:`
    let first = mark.first
    let listed: NameMark | undefined = isClass(mark) ? mark : undefined
    while (listed && LISTED.has(this.at(first - 1))) {
      const previous = this.#ends.get(first - 1)
      listed = isClass(previous) ? previous : undefined
      if (listed) first = listed.first
    }
    return first > 0 && this.#tokens[first - 1]?.kind !== 'break' ? this.at(first - 1) : ''
  }

  /** The word after a mark, or `and-class` where a list of programs or clusters goes on to a noun. */
  after(mark: NameMark): string {
    let next = mark.last
    let listed = mark
    while (isClass(listed) && LISTING.has(this.at(next))) {
      const skip = this.at(next) === ',' && this.at(next + 1) === 'and' ? 2 : 1
      const more = this.starts.get(next + skip)
      if (!more || !isClass(more)) break
      listed = more
      next = more.last
    }
    return listed !== mark && CLASS_NOUNS.has(this.at(next)) ? 'and-class' : this.at(mark.last)
  }

  isAtPartner(mark: NameMark): boolean {
    if (!LINKS.has(this.at(mark.last))) return false
    let next = mark.last + 1
    while (!this.starts.has(next) && BEHIND_LINK.has(this.at(next)) && next <= mark.last + MOST_BEHIND_LINK) next++
    return isOfKind(this.starts.get(next), 'partner')
  }

  isBesideName({ first, last }: NameMark): boolean {
    return [this.#ends.get(first), this.starts.get(last)].some((beside) => isOfKind(beside, 'school', 'student'))
  }

  isBesidePerson({ last }: NameMark): boolean {
    return JOINING.has(this.at(last)) && isOfKind(this.starts.get(last + 1), 'person')
  }

  isPaired({ first, last }: NameMark): boolean {
    return (
      (PAIRING.has(this.at(last)) && isClass(this.starts.get(last + 1))) ||
      (PAIRING.has(this.at(first - 1)) && isClass(this.#ends.get(first - 1)))
    )
  }
}

/** Marks with the kind that fits best, those left out that are ordinary words here. */
export function chooseKinds(message: Message, marks: readonly NameMark[]): Name[] {
  const { tokens } = message
  const around = readSurroundings(message)
  const near = new Neighbours(tokens, marks)
  const companies = companiesOf(marks)
  const names: Name[] = []
  for (const mark of marks) {
    if (isPartOfStranger(tokens, mark, around, near.starts)) continue
    const look: Look = {
      before: near.before(mark),
      before2: near.at(mark.first - 2),
      after: near.after(mark),
      after2: near.at(mark.last + 1),
      tokens: tokens.slice(mark.first, mark.last),
      around,
      isAtPartner: near.isAtPartner(mark),
      isBesideName: near.isBesideName(mark),
      isPaired: isClass(mark) && near.isPaired(mark),
      isBesidePerson: near.isBesidePerson(mark),
      companies,
    }
    const weighed = mark.options
      .map((option) => ({ option, weight: weigh(option, look) }))
      .sort((a, b) => b.weight - a.weight)
    const best = preferCompany(weighed, look)
    if (!best || best.weight < BELIEVED_FROM) continue
    const { kind, how, entries } = best.option
    const options = weighed.filter(({ weight }) => weight >= BELIEVED_FROM).map(({ option }) => option)
    names.push({ ...mark, kind, how, entries, options, why: `${kind} by ${how}, ${best.weight}` })
  }
  return names
}

/** The companies that marks name in full, by their ids. */
function companiesOf(marks: readonly NameMark[]): ReadonlySet<string> {
  const companies = new Set<string>()
  for (const { kind, how, entries } of marks.flatMap(({ options }) => options))
    if (kind === 'partner' && (how === 'name' || how === 'alias')) for (const { id } of entries) companies.add(id)
  return companies
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
