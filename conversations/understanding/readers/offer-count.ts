import type { OfferKind } from '../frame.ts'
import type { View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import { PEOPLE_NOUN } from './headcount.ts'

const MIDDLE =
  "(?:(?!(?:to|for|and|or|plus|a|an|with|in|at|from|on|the|our|who|that|will|can|is|are|has|hours?|minutes?|pm|am|per|by|if|years?|weeks?|times?|days?|dollars|my)(?![a-z]))[a-zA-Z'][^ ]* |of (?:our |my |the |their |your )?(?:line |paid )?){0,4}?"
const BEFORE = new RegExp(`(\\$ )?(?:^| )(${NUMBER})(?: or so| more| additional| new| open| paid)? ${MIDDLE}$`)
const THROUGH = new RegExp(
  `(?:^| )(${NUMBER}) (?:of (?:our |my |the |your )?)?(?:(?!(?:weeks?|hours?|minutes?|days?|months?|years?|times?|dollars|percent|am|pm)(?![a-z]))\\S+ )?(?:${PEOPLE_NOUN} )?(?:(?:as|for|into|in|on|do|to do|to|through|over|out|up|along|a|an|paid|summer|spring|fall|winter|our|their|the|PROGRAM|CLUSTER) ){1,3}$`,
)
const AFTER = new RegExp(
  `^(?:(?:spots?|slots?|positions?|places|seats|openings|placements|for|to|of|with|x|:|=|-|\\(|up|max|about|maybe|at least|around|as many as|capped at|cap) ){1,4}(\\$ )?(${NUMBER})(?= (?:${PEOPLE_NOUN}|of|CLUSTER|PROGRAM|[.,;)!?\\n/|]|in|this|per|at|each|[a-z]+ (?:students|kids))(?: |$)|$)`,
)

/** "take 2 kids for calving, paid internship", "3 of her QC people as mentors": who is taken, before what for. */
const WHO = `(?:${PEOPLE_NOUN}|of (?:ours|them|mine|us)|of (?:our|my|the|his|her|their|your)(?: \\S+){1,4}?|(?:(?!and |a |an |to |\\d)\\S+ ){0,3}?(?:senior|junior|student|kid|teller|engineer|nurse|welder|tech|technician))`
const LED = new RegExp(
  `(?<!\\$)(?:^| )(?:up to |about |like )?(${NUMBER}) (?:more |other |new )?${WHO}(?: (?!and |but |plus |who |that |to get |scholarships? |\\d)[^ .;:!?,]+){0,6}? (?:, |- |\\( )?(?:as|for|into|to do|will do|doing|do|can do|start as|can start as|in|on|through a?|can|could|will|to|get to)(?: (?:come|go|come and|go and))?(?: (?:paid|unpaid|summer|spring|a|an|our|the|some|their|full|day|week))*$|\\b(?:take|host|have|let|bring(?: on| in)?|use|fit|handle|accept|send|absorb|squeeze in|welcome) (?:up to |about |like )?(${NUMBER}) (?:(?:PROGRAM |CLUSTER )?${PEOPLE_NOUN}|of (?:ours|them|mine)|of (?:our|my|the) \\S+)(?: (?!and\\b|but\\b|plus\\b)\\S+){0,8}? (?:,|-|\\()(?: (?:paid|summer|unpaid|a|an|as|for))*$`,
)

const LED_KINDS: ReadonlySet<OfferKind> = new Set<OfferKind>([
  'job_shadow',
  'internship',
  'apprenticeship',
  'job',
  'mentor',
  'mock_interview',
  'speaker',
])
/** How far before a mention its count may stand, in items. */
const MOST_LED = 16

function sentenceStart(view: View, at: number): number {
  let start = at
  while (start > 0 && !/^[.!?;\n]$/.test(view.items[start - 1]?.word ?? '')) start--
  return start
}

/** "one $500 scholarship": what each is worth is no count. */
const PRICE = new RegExp(`(?<=^| )(${NUMBER}) \\$ [\\d.,]+k? `)
const POSTED = new RegExp(
  `^(?:posted |open |available |listed |up |coming up ){0,2}for (?:up to |about )?(${NUMBER})(?= (?!hours?|days?|weeks?|months?|years?|dollars|percent|pm|am|DAY)[a-z])`,
)

/** "hire up to 3". */
const HIRED = new RegExp(`^(?:up to |about |at least )?(${NUMBER})(?= |$)`)
/** "room for 2 on the milking crew as interns". */
const PLACED = new RegExp(
  `\\b(?:room|space|spots?|slots?|a place|places|openings) for (?:up to )?(${NUMBER}) (?:in|on|at|with) (?:the |her |his |their |our )?(?:[a-z]+ ){1,4}as (?:an? |paid |summer )*$`,
)
/** "take on two techs after graduation as full time jobs", "1 for a ski tech apprentice". */
const AS_WHAT = new RegExp(
  `(?:^| )(?<!\\$ )(${NUMBER})(?: (?!and |but |plus |or |hours?|weeks?|months?|years?|days?|minutes?|pm|am|percent|scholarships?)[^ .;:!?,]+){1,7} as (?:an? |our |paid |summer )*(?:(?:[a-z]+|PARTNER|PROGRAM|CLUSTER) )?$|(?:^| )(${NUMBER}) for an? (?:[a-z]+ ){0,3}$`,
)
/** "as for jobs, two". */
const AS_FOR = new RegExp(`^, (?:just )?(${NUMBER})(?= [.;,!\\n]|$)`)
/** "mentor 3, maxed out on interns". */
const BARE = new RegExp(`^(?:up to |about )?(${NUMBER})(?= (?:[.,;!?)\\n-]|and|but|[a-f] \\))(?: |$)|$)`)
/** "Internships 2. Speakers 1." */
const TALLY = new RegExp(`^(${NUMBER})(?= [.,;/|(\\n]|$)`)
/** "mentor whoever wants it, up to 5 kids". */
const AT_MOST = new RegExp(
  `^(?:(?!and |but |or )[a-z]+ ){0,4}, (?:up to|max|maximum|as many as|at most) (${NUMBER})(?= (?!hours?|minutes?|weeks?|days?|months?|times?|\\$)|$)`,
)
/** "two maintainers to speak". */
const TO_SPEAK = new RegExp(`(?:^| )(${NUMBER}) (?:\\S+ ){1,3}to (?:come )?(?:in )?(?:and )?$`)
/** "…, 3 of them". */
const OF_THEM = new RegExp(`^(?:, )?(${NUMBER}) of (?:them|em)(?= |$)`)
/** "mentor two of the seniors". */
const MENTORED = new RegExp(
  `^(?:up to |a )?(${NUMBER}) (?:of (?:(?:our|my|the|your) )?)?(?:\\S+ )?${PEOPLE_NOUN}(?= |$)`,
)
/** "internships at the plant, 3 spots". */
const SPOTS = new RegExp(
  `^(?:(?!and |but )[^.;!?]+ )??(?:, |- |: |\\( )?(${NUMBER}) (?:spots|slots|openings|places|positions|seats)(?= |$)`,
)
/** "internships: yes (2)". */
const VERDICT = new RegExp(`^(?:[:=-] )?(?:yes|ok) (?:\\( |x |, |- |: )?(${NUMBER})(?= (?:[.,;)!\\n]|of)(?: |$)|$)`)

const wordBefore = (view: View, start: number, word: string | undefined): string | undefined => {
  let at = start
  while (at < view.items.length && view.items[at]?.word !== word) at++
  return view.items[at - 1]?.word
}

/** The number of places, people or things that stands with a mention; dollars and dates are none. */
export function countOf(view: View, kind: OfferKind, from: number, to: number): number | undefined {
  if (kind === 'donation') return undefined
  if (/^(?:hire|hiring|hires|employ|employing)$/.test(view.items[from]?.word ?? '')) {
    const hired = HIRED.exec(view.slice(to, to + 4))
    if (hired) return readNumber(hired[1] ?? '')
  }
  let start = Math.max(0, from - 7)
  for (let at = from - 1; at >= start; at--)
    if (/^(?:[.,;:!?()\n/|]|PERSON|PARTNER|DAY|DAYS|MOMENT|TIME|HOURS)$/.test(view.items[at]?.word ?? ''))
      start = at + 1
  const before = `${view.slice(start, from)} `.replace(PRICE, '$1 ').replace(/\b(?:part|full) time /g, '')
  const own =
    kind === 'competition' || kind === 'curriculum_review' ? undefined : (BEFORE.exec(before) ?? THROUGH.exec(before))
  if (own) {
    const isMoney = own[1]?.startsWith('$') || wordBefore(view, start, own[2]) === '$'
    const typed = own.length > 2 ? own[2] : own[1]
    const value = readNumber((isMoney ? undefined : typed) ?? '')
    if (
      value !== undefined &&
      !/\b(?:grade|grades|period|room|rm|local|p|ext|#|route)$/.test(
        before.slice(0, before.lastIndexOf(typed ?? '')).trim(),
      )
    ) {
      return /\bhalf a? ?dozen\b/.test(before) ? 6 : value
    }
  }
  const led = LED_KINDS.has(kind)
    ? LED.exec(view.slice(Math.max(sentenceStart(view, from), from - MOST_LED), from))
    : null
  if (led) return readNumber(led[1] ?? led[2] ?? '')
  const placed = LED_KINDS.has(kind)
    ? PLACED.exec(`${view.slice(Math.max(sentenceStart(view, from), from - MOST_LED), from)} `)
    : null
  if (placed) return readNumber(placed[1] ?? '')
  const asWhat = LED_KINDS.has(kind)
    ? AS_WHAT.exec(`${view.slice(Math.max(sentenceStart(view, from), from - MOST_LED), from)} `)
    : null
  if (asWhat) return readNumber(asWhat[1] ?? asWhat[2] ?? '')
  if (kind === 'speaker') {
    const people = TO_SPEAK.exec(before)
    if (people) return readNumber(people[1] ?? '')
  }
  const after = view.slice(to, to + 8).replace(/^x ?(?=\d)/, 'x ')
  const ofThem = OF_THEM.exec(after)
  if (ofThem) return readNumber(ofThem[1] ?? '')
  const atMost = LED_KINDS.has(kind) ? AT_MOST.exec(view.slice(to, to + 10)) : null
  if (atMost) return readNumber(atMost[1] ?? '')
  const bare = kind === 'mentor' && /^mentor(?:ing)?$/.test(view.slice(from, to)) ? BARE.exec(after) : null
  if (bare) return readNumber(bare[1] ?? '')
  const isHead = /^(?:[.,:;/|\n•-]|)$/.test(view.items[from - 1]?.word ?? '')
  const tally = isHead ? TALLY.exec(view.slice(to, to + 2)) : null
  if (tally && kind !== 'curriculum_review') return readNumber(tally[1] ?? '')
  const asFor = /\bas for(?: the)?$/.test(view.slice(Math.max(0, from - 3), from)) ? AS_FOR.exec(after) : null
  if (asFor) return readNumber(asFor[1] ?? '')
  const mentored = kind === 'mentor' ? MENTORED.exec(after) : null
  if (mentored) return readNumber(mentored[1] ?? '')
  const spots = SPOTS.exec(view.slice(to, to + 6))
  if (spots && kind !== 'competition') return readNumber(spots[1] ?? '')
  const behind = AFTER.exec(after)
  if (behind && !behind[1] && kind !== 'competition' && kind !== 'curriculum_review') return readNumber(behind[2] ?? '')
  const posted = kind === 'job' || kind === 'internship' ? POSTED.exec(after) : null
  if (posted) return readNumber(posted[1] ?? '')
  const verdict = VERDICT.exec(after)
  return verdict ? readNumber(verdict[1] ?? '') : undefined
}
