import type { Destination } from '../../data/story.ts'

const WORDS: readonly (readonly [Destination, string])[] = [
  ['internal', 'internal(?:ly)?|in[- ]house|slack|teams|inside (?:the )?(?:school|organization|district)|staff only'],
  ['web', 'web(?:site|page| ?site| page)?|online|our site|school site|home ?page'],
  ['social', 'social(?: media)?|socials|instagram|insta|facebook|fb|linkedin|twitter|tiktok|bluesky'],
  ['press', 'press(?! release form)|newspapers?|news ?media|journalists?|reporters?|the news'],
  ['third_party', 'third[- ]party|3rd[- ]party|third parties'],
]
const NAMED = WORDS.map(([destination, words]) => [destination, new RegExp(`\\b(?:${words})\\b`, 'gi')] as const)
const EVERYTHING =
  /\b(?:everything|everywhere|all (?:uses|destinations|channels|of it|four|except)|any(?:thing|where)|all media)\b/i
const ALL: readonly Destination[] = ['internal', 'web', 'social', 'press']

/** Words of a no, as a pattern. */
export const NO_WORDS =
  "(?:not|no|nor|never|none|except(?: for)?|excluding|without|apart from|other than|minus|(?:do|does|did|is|are|wo|ca)n['’]?t|cannot)"
/** A no to what stands before it: "social not ok", "press: no", "web left blank". */
const NO_TO_BEFORE = new RegExp(
  String.raw`\b(?:${NO_WORDS}\s+(?:be\s+|is\s+)?(?:ok(?:ay)?|fine|allowed|good|permitted|checked|ticked|included|yet|posted|shown|used)\b|${NO_WORDS}\s*$|(?:left |is |was )?(?:blank|unchecked|crossed out|declined|left out|off limits)\b)`,
  'i',
)
const NO_TO_AFTER = new RegExp(String.raw`\b${NO_WORDS}\b`, 'i')
const YES = /\b(?:ok(?:ay)?|yes|fine|allowed|only|good|permitted|checked|ticked|included)\b/i
/** A no to a name says nothing of where. */
const OF_NAMES = new RegExp(
  String.raw`\b${NO_WORDS}\s+(?:the |his |her |their |any )?(?:(?:full|last|sur)[- ]?)?names?\b`,
  'gi',
)
const CLAUSES = /\bbut\b|[;.\n]|[^,;.\n]+?(?=\bbut\b|[,;.\n]|$)/gi

/**
 * The destinations that a sentence names a form for. What it says no to is none, also where it says yes to it as well; a
 * no holds on over a list ("no social, press") until something is said yes to.
 */
export function readDestinations(said: string): Destination[] {
  const yes = new Set<Destination>()
  const no = new Set<Destination>()
  let isNo = false
  // "all but social" is everything except it; any other "but" begins anew.
  const text = said.replace(/\b(all|everything|everywhere|anything) but\b/gi, '$1 except').replace(OF_NAMES, ' ')
  for (const [clause] of text.matchAll(CLAUSES)) {
    if (/^(?:but|[;.\n])$/i.test(clause)) {
      isNo = false
      continue
    }
    const named = namedIn(clause)
    if (named.length === 0) continue
    const isOfBefore = NO_TO_BEFORE.test(clause)
    const at = NO_TO_AFTER.exec(clause)?.index
    if (at === undefined && !isOfBefore && YES.test(clause)) isNo = false
    const isOfAfter = at !== undefined && !isOfBefore && named.some((each) => each.at > at)
    for (const { destination, at: place, isEverything } of named) {
      const isDenied = isNo || (isOfAfter ? place > at : isOfBefore || at !== undefined)
      // "not everything" says no to nothing by name.
      if (!isDenied) yes.add(destination)
      else if (!isEverything) no.add(destination)
    }
    if (isOfAfter) isNo = true
  }
  return NAMED.map(([destination]) => destination).filter((each) => yes.has(each) && !no.has(each))
}

type Named = { destination: Destination; at: number; isEverything: boolean }

/** The destinations of a clause, with where they stand; "everything" is each but a third party. */
function namedIn(clause: string): Named[] {
  const named = NAMED.flatMap(([destination, words]) =>
    [...clause.matchAll(words)].map(({ index }) => ({ destination, at: index, isEverything: false })),
  )
  const all = EVERYTHING.exec(clause)?.index
  return all === undefined
    ? named
    : [...named, ...ALL.map((destination) => ({ destination, at: all, isEverything: true }))]
}
