import type { Token } from '../text/message.ts'
import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import { nameWords, wordKey } from './key.ts'
import type { NameMark, NameOption } from './mark.ts'
import type { Surroundings } from './surroundings.ts'
import { isDateWord } from './weigh-name.ts'

/** "June Smith" is not the June that is known, "Trinity Wells" no Wells: half a name beside words of a new one. */
export function isPartOfStranger(
  tokens: readonly Token[],
  mark: NameMark,
  { isShouting }: Surroundings,
  starts: ReadonlyMap<number, NameMark>,
): boolean {
  const [best] = mark.options
  if (
    mark.last - mark.first !== 1 ||
    isShouting ||
    !best ||
    mark.options.some(({ how }) => how === 'name' || how === 'alias')
  )
    return false
  // "Tri-Creek Robotics" is no Creek.
  const joint = tokens[mark.first - 1]
  if (joint?.norm === '-' && joint.isGlued && tokens[mark.first]?.isGlued) return true
  // "the Star Dairy award" is no dairy.
  if (
    best.kind === 'partner' &&
    /^(?:award|awards|prize|medal|trophy|scholarship)$/.test(tokens[mark.last]?.norm ?? '')
  )
    return true
  const isNew = (token: Token | undefined): boolean =>
    token?.kind === 'word' && token.casing === 'title' && token.plain.length > 1 && !ORDINARY_WORDS.has(token.plain)
  const next = tokens[mark.last]
  if (best.kind === 'partner' || best.kind === 'school') return isPartOfCompany(tokens, mark, best, starts)
  const before = tokens[mark.first - 1]
  if (best.how === 'given' && !mark.isOwner) {
    const isTitled = tokens[mark.first]?.casing === 'title'
    const isNewPair = isTitled && isNew(next) && !starts.has(mark.last) && next?.norm === next?.plain
    return isNewPair || isOfAnotherCompany(tokens, mark, best, starts)
  }
  const isEnd = [...starts.values()].some(({ last }) => last === mark.first)
  return (
    best.how === 'family' &&
    before?.kind === 'word' &&
    !isEnd &&
    !TITLES.test(before.plain) &&
    (before.casing === 'title' ? isNew(before) || GIVEN_NAMES.has(before.plain) : isOtherGiven(before, best))
  )
}
/** "marcus bell at coned": a surname and a company, at which the Marcus who is known is not. */
function isOfAnotherCompany(
  tokens: readonly Token[],
  mark: NameMark,
  { entries }: NameOption,
  starts: ReadonlyMap<number, NameMark>,
): boolean {
  const surname = tokens[mark.last]
  const link = tokens[mark.last + 1]?.norm ?? ''
  const isSurname = surname?.kind === 'word' && !starts.has(mark.last) && /^[a-z]{3,}$/.test(surname.plain)
  if (!isSurname || NO_SURNAME.test(surname.plain) || !/^(?:at|from|of|@|\()$/.test(link)) return false
  const company = starts.get(mark.last + 2)?.options.find(({ kind }) => kind === 'partner')
  return company !== undefined && !entries.some(({ partner }) => company.entries.some(({ id }) => id === partner))
}
const NO_SURNAME = /(?:ed|ing)$|^(?:over|back|here|there|today|again|down|out|and|who|was|came|was|the)$/

/** "javier peña" is no Rosario Peña; "rosie peña" may well be. */
const isOtherGiven = ({ plain }: Token, { entries }: NameOption): boolean =>
  GIVEN_NAMES.has(plain) && !ORDINARY_WORDS.has(plain) && entries.every(({ name }) => wordKey(name)[0] !== plain[0])

const COMPANY_WORD =
  /^(?:works|construction|plumbing|electric|motors|bakery|cafe|kitchen|grill|solutions|systems|supply|hospital|clinic|foods|farms|hotel|studios|media|industries|manufacturing|builders|contractors|logistics|energy|labs|technologies|software|partners|associates|brewing|catering|museum|foundation|university|college|credit|bank|insurance)$/

/** "rancho verde nursery" is no April Ranch: a part of a name, or a near one, that goes on in words of another. */
function isPartOfCompany(
  tokens: readonly Token[],
  mark: NameMark,
  { how, entries }: NameOption,
  starts: ReadonlyMap<number, NameMark>,
): boolean {
  if (how !== 'part' && how !== 'near') return false
  const next = tokens[mark.last]
  if (next?.kind !== 'word' || starts.has(mark.last) || next.norm !== next.plain) return false
  if (ORDINARY_WORDS.has(next.plain) && !COMPANY_WORD.test(next.plain)) return false
  if (next.plain.length < 5 || isDateWord(next) || GIVEN_NAMES.has(next.plain)) return false
  return entries.every(
    ({ name, aliases }) => ![name, ...(aliases ?? [])].some((known) => nameWords(known).includes(wordKey(next.plain))),
  )
}
const TITLES =
  /^(?:dr|mr|mrs|ms|prof|professor|chef|capt|captain|lt|lieutenant|chief|sgt|officer|coach|principal|mx|miss|director|manager|nurse|detective|sister)$/
