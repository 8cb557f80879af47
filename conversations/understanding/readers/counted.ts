import type { Reach, View } from '../text/view.ts'

const THINGS =
  '(?:internships?|interns|apprenticeships?|apprentices|job shadows?|mentors?|guest speakers|speakers|scholarships?|mock interviews?|interviewers|jobs|openings|positions|spots|slots|students|kids|people|guests|seniors|juniors|sophomores|freshmen|attendees|teachers|reps|recruiters|judges|laptops|employers|volunteers)'
const COUNT = new RegExp(
  `(?:^|(?<![-/:@]|\\b(?:jan|january|feb|february|mar|march|apr|april|may|jun|june|jul|july|aug|august|sep|sept|september|oct|october|nov|november|dec|december|at|from|to|until|till|the|on|period|room|rm|local|grade)) )(\\d{1,3})(?= (?:(?!(?:to|for|on|at|and|in|with|of|from|pm|am|p|a|oclock|or|the)(?![a-z]))[a-zA-Z]+ ){0,3}?${THINGS}(?= |$))`,
  'g',
)

/** "teachers (4)". */
const BRACKETED = new RegExp(`\\b${THINGS} \\( \\d{1,3} \\)`, 'g')

/** Numbers that count what stands behind them ("today, 5 CNA job shadows"): they are no hours and no days. */
export function readCounted(view: View): Reach[] {
  const bracketed = [...view.matches(BRACKETED)].map(({ from }) => ({ from: from + 2, to: from + 3 }))
  return [...[...view.matches(COUNT)].map(({ to }) => ({ from: to - 1, to })), ...bracketed]
}
