import type { View } from '../text/view.ts'
import { NUMBER, readNumber } from '../words/numbers.ts'
import type { Find } from './find.ts'

export const PEOPLE_NOUN =
  '(?:people|persons?|students?|kids?|kiddos|guests?|attendees|attending|seniors|juniors|sophomores|freshmen|teachers|teens|heads|participants|pupils|scholars|youth|folks|employers|employees|staff|adults|seats|spots|places|learners|girls|boys|teammates|colleagues|coworkers|recruiters|reps|representatives|judges|competitors|contestants|entrants|engineers|nurses|managers|associates|volunteers|interviewers|panelists|speakers|chefs|technicians|mechanics|apprentices|officers|of them|of us|of their (?:people|staff|team)|total|max|tops|strong|expected|coming|going|electricians|welders|firefighters|lawyers|carpenters|partners|visitors|graders|parents|members|workers|guys?|lad(?:y|ies)|women|men|others)'
const LOOSE =
  '(?:(?:about|around|roughly|approx|approximately|up to|at most|max|maximum|at least|like|maybe|some|say|expecting|expect|only|just|another|over|nearly|almost|~|est|no more than|as many as) )*'
const ADJECTIVE =
  '(?:(?!(?:to|at|for|on|and|from|in|of|or|the|hours?|minutes?|is|are|by|with|am|pm|oclock|inch|foot)(?![a-z]))[a-zA-Z]+ ){0,3}?'

const PATTERNS = [
  new RegExp(
    `\\b(?:so|thats|making it|makes)(?: (?:put|thats|that is|that makes|make it|mark|a total of|count))* (${NUMBER})(?= [.!]|$)`,
    'g',
  ),
  new RegExp(`\\b${PEOPLE_NOUN} \\( (?:about |up to |max )?(${NUMBER}) \\)`, 'g'),
  new RegExp(
    `(?:\\b(?:so|thats|making(?: it)?)|[,=]) (${NUMBER}) (?:total|in all|altogether|in total|all told)(?= |$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:how many|students|kids|people|headcount|head count|guests|attendees|count|size|expected|expecting|capacity|cap|max|maximum|limit|target|number|attendance|seats|spots|total)(?: (?:is|of|are|at))? (?:: |= |- |of |is |at )?${LOOSE}(${NUMBER})(?= (?:[.,;!?)|\\n]|${PEOPLE_NOUN}|max|or so|total)(?: |$)| \\S+ students|$)`,
    'g',
  ),
  new RegExp(
    `(?<!\\$ )(?<!\\d : )(?<!(?:grade|grades|period|room|rm|local|route|p|per|no|ext|#|at|age|ages) )\\b${LOOSE}(${NUMBER}) (?:of (?:our|my|the|their|your) )?${ADJECTIVE}${PEOPLE_NOUN}(?= |$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:for|sending|send|sends|bringing|bring|brings|expecting|expect|party of|group of|class of|team of|crew of|table of|table for|seats|seat|party|headcount|with|have|has) (?:a )?${LOOSE}(${NUMBER})(?= (?:for (?:the|our|SCHOOL|DAY)|deputies|officers|cops|docs|doctors|lawyers|pilots|soldiers|bakers|stylists|barbers|[.,;!?)\\n]|from|to|of|at|on|in|and|max|or so|total|DAY|tops)(?: |$)|$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:up to|at most|max|max of|no more than|as many as) (${NUMBER})(?= |$)(?! ?(?:internships?|interns|hours|minutes|times|weeks|job|mentors))`,
    'g',
  ),
  new RegExp(`\\b(?:yes|coming|confirmed) (${NUMBER})(?= (?:to|for|at|people|guests|[.,;])(?: |$)|$)`, 'g'),
  new RegExp(
    `\\b(?:attending|yes|coming|confirmed|in) (?:- |, |\\( |: |; |\\| |/ )(${NUMBER})(?= (?:people|total|[.;)]|$)|$)`,
    'g',
  ),
  new RegExp(
    `\\b(?:attending|yes|coming|confirmed|accepted|in) (?:- |, |\\( |: |; )(${NUMBER}) [a-z]+s(?= [.!)]|$)`,
    'g',
  ),
  new RegExp(`(?:PARTNER|PERSON) (?:: |- )?(${NUMBER})(?= for (?:the|our|SCHOOL|DAY))`, 'g'),
  new RegExp(`[(,] ?(?:x |~ )?(${NUMBER})(?= (?:total|max|tops|ppl|strong)\\b)`, 'g'),
]

/** How many are expected: "40 ppl", "up to 15 students", "students: 30", "party of 3". */
export function readHeadcount(view: View): Find<number> | undefined {
  for (const pattern of PATTERNS) {
    for (const { from, to, match } of view.matches(pattern)) {
      const value = readNumber(match[1] ?? '')
      if (value === undefined || /\b(?:grade|grades|period|local|room|rm) \S+$/.test(match[0])) continue
      return { from, to, value, why: `"${match[0]}"` }
    }
  }
  return undefined
}
