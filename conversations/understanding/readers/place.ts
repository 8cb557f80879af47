import type { View } from '../text/view.ts'
import type { Find } from './find.ts'

/** Rooms of a school that go by a name of their own. */
const PLACES =
  '(?:main |new |school |faculty |teachers |small |large |big |upper |lower |student |college |career |culinary |media |black |little |parent |community |board |staff |science |computer |senior |tech |welding |auto |back |front |second |third |first |2nd |3rd |1st |south |north |east |west |robotics )?' +
  '(?:library|cafeteria|auditorium|gymnasium|gym|media center|commons|lecture hall|lunchroom|lunch room|ballroom|courtyard|lounge|black box|theater|theatre|multipurpose room|atrium|dining room|board room|boardroom|conference room|conf room|culinary lab|kitchen|cafe|caf|career center|innovation lab|makerspace|maker space|annex|lobby|computer lab|resource room|field house|fieldhouse|student center|community room|band room|art room|choir room|college center|welcome center|rotunda|patio|quad|stadium|foyer|bistro|restaurant|hall|showroom|teaching kitchen|auto shop|wood shop|woodshop|machine shop|weld shop|welding shop|greenhouse|hangar|mac lab)'

const NUMBERED =
  /\b(?:room|rm|rms|rooms|classroom|aula|salon)(?: (?:#|:|no|number|num|is|to|was))*(?: \.)? ?((?:[a-z]{1,2} (?:- )?)?\d{1,4}(?: ?[b-hj-z](?= |$)|a(?= |$))?|[a-z]{0,3}\d{1,4}[a-z]?|[a-z](?= |$)(?! [a-z]{2}))(?: - (\d{1,3}|[a-z]))?(?= |$)/g
const NAMED = new RegExp(
  `(?:\\b(?:in|at|to|use|using|is|reserve|book) (?:the|our|my|your)|\\b(?:in|:|@|at|location|where|place|room)|SCHOOL(?: 's)?|[,/|;(]|\\bthe|-|on) (${PLACES})(?: ([a-z]|\\d{1,3}))?(?= (?:[.,;:!?()/|\\n-]|at|on|with|for|DAY|MOMENT|TIME|HOURS|MOMENTS|and|instead|from|SCHOOL|EVERY|w|please|of|\\d+|(?:ten|twelve|fifteen|twenty|thirty|forty|fifty|sixty|seventy|eighty))(?: |$)|$)`,
  'g',
)
const KEY = /\b(?:room|location|rm) : (?:the )?([a-z]+(?: [a-z]+)?)(?= \n| \||$)/g
const LABELLED = new RegExp(`\\b(?:where|place|location) : (?:the )?(${PLACES})(?= )`, 'g')

/** The room that a message names: "room 112" is "112", "in the library" is "library". */
export function readRoom(view: View): Find<string> | undefined {
  for (const { from, to, match } of view.matches(NUMBERED)) {
    const typed = match[1] ?? ''
    if (/^(?:a|i|s|for|on|at|in|is|w)$/.test(typed)) continue
    const value = `${typed.replace(/[ -]/g, '')}${match[2] ? `-${match[2]}` : ''}`.toUpperCase()
    return { from, to, value, why: `"${match[0]}"` }
  }
  for (const { from, to, match } of [...view.matches(KEY), ...view.matches(LABELLED), ...view.matches(NAMED)]) {
    const value = `${match[1] ?? ''}${match[2] ? ` ${match[2]}` : ''}`.trim()
    return { from, to, value: value === 'caf' ? 'cafeteria' : value, why: `"${match[0]}"` }
  }
  return undefined
}

const ORDINAL =
  'first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|1st|2nd|3rd|4th|5th|6th|7th|8th|9th|10th|11th|12th'
const ORDINALS = ORDINAL.split('|')
const WORDS = ['one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
const PERIOD = new RegExp(
  `\\b(?:(${ORDINAL}) (?:period|per|pd|hour)(?! day)|(?:period|per|pd|periods|hour|p) (?:# |\\. |: |no )*(\\d{1,2}|${WORDS.join('|')})(?= |$)(?! :)|p(\\d{1,2})(?= |$)|per(\\d{1,2})(?= |$)|pd(\\d{1,2})(?= |$)|(?<=\\b(?:(?:during|in) (?:the |my )?|for my ))(1st|2nd|3rd|[4-9]th|10th)(?= (?:[.,;!?)]|and|for|at|with|in room|in rm|room|rm)(?: |$)|$))`,
  'g',
)

/** The period of a school's day: "period 3", "3rd period", "p3"; not the PD day, not a marking period. */
export function readPeriods(view: View): Find<string>[] {
  const finds: Find<string>[] = []
  for (const { from, to, match } of view.matches(PERIOD)) {
    if (/\b(?:marking|grading|pay|time|trial|waiting)$/.test(view.slice(Math.max(0, from - 1), from))) continue
    const spelled = match[1] ?? match[6]
    const ordinal = spelled === undefined ? -1 : ORDINALS.indexOf(spelled)
    const typed = match[2] ?? match[3] ?? match[4] ?? match[5] ?? ''
    const value =
      ordinal >= 0
        ? `${ordinal < 10 ? ordinal + 1 : ordinal - 9}`
        : WORDS.includes(typed)
          ? `${WORDS.indexOf(typed) + 1}`
          : typed
    finds.push({ from, to, value, why: `"${match[0]}"` })
  }
  return finds
}

/** Channels named for a post: "#cte-wins" is "cte-wins". Read from the text as typed, since signs count. */
export function readChannel(typed: string): string | undefined {
  return /(?:^|[\s(:,])#([\p{L}\d][\p{L}\d_-]{0,79})/u
    .exec(typed)?.[1]
    ?.replace(/[-_]+$/, '')
    .toLowerCase()
}
