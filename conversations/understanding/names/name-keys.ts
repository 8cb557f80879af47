import { GIVEN_NAMES } from '../words/given-names.ts'
import { ORDINARY_WORDS } from '../words/ordinary.ts'
import type { MatchHow, NameEntry } from './entry.ts'
import { dropFormalities, joinWords, nameWords } from './key.ts'

export type NameKey = { key: string; how: MatchHow }

/** Words that many organizations share: a short form of a name is more than these. */
const SHARED = new Set(
  `and of the for at in on new north south east west northern southern eastern western central greater upper lower city county state
  american america us usa valley bay group systems system svc health healthcare medical ctr hosp clinic college univ school schools
  academy institute tech industries industrial foundation society council bank union local hotel inn restaurant construction builders electric
  electrical plumbing auto automotive motors energy power water solar air airport partners holdings enterprises solutions consulting
  media news studios studio productions design arts art museum library theater fire police dept district office authority agency
  community public national natl intl global united general first st mt ft san santa los las el la san saint big little old high hs cte
  career center ctr early international trade trades engineering manufacturing mfg works co bros sons assn assoc house home homes care kitchen cafe foods food farm farms brewing coffee supply`
    .split(/\s+/)
    .filter((word) => word !== ''),
)

const SCHOOL_ENDINGS = [
  'career and tech high school',
  'cte high school',
  'tech high school',
  'early college high school',
  'high school',
  'hs',
  'high',
]

/** True where a word alone tells one organization from others. */
export const isTelling = (word: string): boolean =>
  word.length >= 3 && !SHARED.has(word) && !ORDINARY_WORDS.has(word) && !/^\d+$/.test(word)

const isPerson = (entry: NameEntry): boolean =>
  entry.kind === 'person' || entry.kind === 'student' || entry.kind === 'staff'

function schoolKeys(words: readonly string[]): NameKey[] {
  const text = words.join(' ')
  const ending = SCHOOL_ENDINGS.find((end) => text.endsWith(` ${end}`))
  if (ending === undefined) return []
  const stem = words.slice(0, words.length - ending.split(' ').length)
  const short = joinWords(stem)
  return [
    { key: short, how: stem.some(isTelling) ? 'alias' : 'part' },
    { key: `${short}hs`, how: 'alias' },
    { key: `${short}high`, how: 'alias' },
    { key: `${short}highschool`, how: 'alias' },
  ]
}

/** Leading words of a longer name, from the first that tells it apart: "Sunbelt", "Sunbelt Mechanical" of "Sunbelt Mechanical Services". */
function leadingKeys(words: readonly string[]): NameKey[] {
  const keys: NameKey[] = []
  for (let n = 1; n < words.length; n++) {
    const lead = words.slice(0, n)
    const last = lead[n - 1] ?? ''
    if (last === 'and' || last === 'of' || last === 'the') continue
    const isEnough = n === 1 ? isTelling(last) || isLoneLead(words) : lead.some((word) => !SHARED.has(word))
    if (isEnough) keys.push({ key: joinWords(lead), how: 'part' })
  }
  return keys
}

/** "Mercy" of "Mercy Hospital": an everyday word leads, and nothing but shared words follow. */
function isLoneLead(words: readonly string[]): boolean {
  const first = words[0] ?? ''
  return first.length >= 3 && !SHARED.has(first) && words.slice(1).every((word) => SHARED.has(word))
}

/** The closing words of a longer name: "Methodist Hospital" of "Houston Methodist Hospital". */
function closingKeys(words: readonly string[]): NameKey[] {
  const keys: NameKey[] = []
  for (let from = 1; from < words.length - 1; from++) {
    const rest = words.slice(from)
    if (rest[0] !== 'and' && rest[0] !== 'of' && isTelling(rest[0] ?? ''))
      keys.push({ key: joinWords(rest), how: 'part' })
  }
  return keys
}

/** One telling word from within a longer name: "Edison" of "Thomas A. Edison High School". */
function innerKeys(words: readonly string[]): NameKey[] {
  return words
    .slice(1)
    .filter((word) => isTelling(word) && word.length >= 5 && !GIVEN_NAMES.has(word))
    .map((key): NameKey => ({ key, how: 'part' }))
}

function initialKeys(words: readonly string[]): NameKey[] {
  const all = words.map((word) => word[0] ?? '').join('')
  const big = words
    .filter((word) => !['and', 'of', 'the', 'for', 'at', 'in'].includes(word))
    .map((word) => word[0] ?? '')
    .join('')
  return [...new Set([all, big])].filter((key) => key.length >= 3).map((key): NameKey => ({ key, how: 'initials' }))
}

function organizationKeys(entry: NameEntry): NameKey[] {
  const words = nameWords(entry.name)
  const bare = dropFormalities(words)
  const keys: NameKey[] = [
    { key: joinWords(words), how: 'name' },
    { key: joinWords(bare), how: 'name' },
    { key: joinWords(bare.filter((word) => word !== 'and')), how: 'alias' },
  ]
  if (entry.kind === 'cluster' && words.includes('and')) {
    for (const half of bare.join(' ').split(' and ')) keys.push({ key: half.replace(/ /g, ''), how: 'part' })
  }
  if (entry.kind === 'school') keys.push(...schoolKeys(bare))
  if (entry.kind === 'partner' || entry.kind === 'school') {
    keys.push(...leadingKeys(bare), ...closingKeys(bare), ...innerKeys(bare), ...initialKeys(bare))
  }
  if (entry.kind === 'program') {
    const ending = /^(tech|technician|program|arts|pathway|academy)$/
    if (bare.length > 1 && ending.test(bare.at(-1) ?? '')) keys.push({ key: joinWords(bare.slice(0, -1)), how: 'part' })
  }
  return keys
}

const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'phd', 'md', 'esq', 'rn'])
const TITLES = new Set([
  'dr',
  'mr',
  'mrs',
  'ms',
  'prof',
  'chef',
  'capt',
  'captain',
  'lt',
  'chief',
  'sgt',
  'rev',
  'fr',
  'sister',
  'coach',
])

/** The words of a person's name without titles and suffixes. */
export function personWords(name: string): string[] {
  const words = nameWords(name).filter((word) => !SUFFIXES.has(word))
  while (words.length > 1 && TITLES.has(words[0] ?? '')) words.shift()
  return words
}

function personKeys(entry: NameEntry): NameKey[] {
  const words = personWords(entry.name)
  const [first = ''] = words
  const last = words.at(-1) ?? ''
  const keys: NameKey[] = [{ key: joinWords(words), how: 'name' }]
  if (words.length < 2) return [...keys, { key: first, how: 'given' }]
  keys.push(
    { key: first + last, how: 'name' },
    { key: `${first}~${last[0]}`, how: 'alias' },
    { key: `${first[0]}~${last}`, how: 'alias' },
    { key: first, how: 'given' },
    { key: last, how: 'family' },
  )
  if (words.length > 2) {
    keys.push({ key: joinWords(words.slice(1)), how: 'family' }, { key: joinWords(words.slice(0, 2)), how: 'given' })
    keys.push({ key: words[1] ?? '', how: words.length > 3 ? 'given' : 'family' })
  }
  return keys
}

/** Every key that an entry is filed under, each once, with the strongest way it fits. */
export function keysOf(entry: NameEntry): NameKey[] {
  const keys = isPerson(entry) ? personKeys(entry) : organizationKeys(entry)
  for (const alias of entry.aliases ?? []) {
    const words = nameWords(alias)
    keys.push({ key: joinWords(words), how: 'alias' }, { key: joinWords(dropFormalities(words)), how: 'alias' })
    if (words.includes('and')) keys.push({ key: joinWords(words.filter((word) => word !== 'and')), how: 'part' })
  }
  const kept = new Map<string, NameKey>()
  for (const found of keys) {
    const known = kept.get(found.key)
    if (found.key !== '' && (!known || strengthOf(found.how) > strengthOf(known.how))) kept.set(found.key, found)
  }
  return [...kept.values()]
}

/** The words that an entry's names are made of, for spelling and for "did you mean". */
export function wordsOf(entry: NameEntry): string[] {
  const names = [entry.name, ...(entry.aliases ?? [])]
  return [...new Set(names.flatMap((name) => (isPerson(entry) ? personWords(name) : nameWords(name))))]
}

const STRENGTH: Record<MatchHow, number> = { name: 10, alias: 9, given: 6, part: 5, family: 5, initials: 4, near: 4 }
export const strengthOf = (how: MatchHow): number => STRENGTH[how]
