import { monthAt } from './calendar-days.ts'
import type { DayExpression } from './expression.ts'
import { holidayNameAt, type NameTree } from './holidays.ts'
import { whichAt } from './months.ts'
import { after, type Match, type Reader, type Scan, wordAt } from './scan.ts'

const LEADS = new Set(['on', 'for', 'by', 'in', 'during', 'over', 'our', 'your', 'of'])
const PD_NAMES = [
  'pd day',
  'pd days',
  'p . d . day',
  'pd',
  'professional development day',
  'professional learning day',
  'staff development day',
  "superintendent's conference day",
  "superintendents' conference day",
  "chancellor's conference day",
  'conference day',
  'in - service day',
  'inservice day',
]

/** "the PD day", "the January PD day", "the next pd day", "PD day in June". */
function pdDayAt(scan: Scan, at: number): Match | undefined {
  let start = at
  while (start < at + 2 && LEADS.has(wordAt(scan, start))) start += 1
  const which = whichAt(scan, start)
  if (which) start = which.to
  else if (/^(the|a|an|our)$/.test(wordAt(scan, start))) start += 1
  const month = monthAt(scan, start)
  if (month) start = wordAt(scan, month.to) === "'" ? month.to + 1 : month.to
  const isThe = start > at
  for (const name of PD_NAMES) {
    let to = after(scan, start, name)
    if (
      to < 0 ||
      (name === 'pd' &&
        !(isThe && !scan.tokens[to]?.isGlued && scan.tokens[to]?.kind !== 'figure' && isPdEnd(scan, to)))
    )
      continue
    const behind = month || wordAt(scan, to) !== 'in' ? undefined : monthAt(scan, to + 1)
    if (behind) to = behind.to
    const said = month ?? behind
    const day: DayExpression = {
      is: 'pd-day',
      ...(said && { month: said.month }),
      ...(which && { which: which.which }),
    }
    return { to, says: { day } }
  }
  return undefined
}

const isPdEnd = (scan: Scan, to: number): boolean => {
  const next = scan.tokens[to]
  return next?.kind !== 'word' || /^(at|with|w|for|from|in)$/.test(next.word)
}

/** "after Thanksgiving", "before winter break", "right after the break", "over spring recess". */
function breakAt(scan: Scan, at: number, tree: NameTree): Match | undefined {
  const start = /^(right|just|soon|day)$/.test(wordAt(scan, at)) ? at + 1 : at
  const side = wordAt(scan, start)
  const isSided = side === 'after' || side === 'before' || side === 'following'
  const lead = isSided || LEADS.has(side) ? start + 1 : start
  const named = holidayNameAt(scan, lead, tree) ?? breakNameAt(scan, lead)
  if (!named?.says.day) return undefined
  const day = named.says.day
  if (isSided) {
    return { to: named.to, says: { day: { is: 'working-day', side: side === 'before' ? 'before' : 'after', of: day } } }
  }
  return day.is === 'break'
    ? { to: named.to, says: { days: { is: 'break', name: day.name } }, isSpan: true, isVague: true }
    : undefined
}

/** "winter break", "the holidays", "February recess", "break": also where the calendar names it otherwise. */
export function breakNameAt(scan: Scan, at: number): Match | undefined {
  const start = wordAt(scan, at) === 'the' ? at + 1 : at
  const isBare = /^(break|recess)$/.test(wordAt(scan, start)) || (wordAt(scan, start) === 'holidays' && start > at)
  if (isBare && (start > at || /^(after|before|over)$/.test(wordAt(scan, at - 1)))) {
    return {
      to: start + 1,
      says: { day: { is: 'break', name: wordAt(scan, start) === 'holidays' ? 'winter break' : 'break' } },
    }
  }
  const mid = wordAt(scan, start) === 'mid' && /^-?$/.test(wordAt(scan, start + 1)) ? start + 2 : start
  const season = wordAt(scan, mid)
  const month = monthAt(scan, mid)
  const isSeason =
    /^(winter|midwinter|spring|fall|summer|thanksgiving|christmas|xmas|easter|holiday|passover|mid)$/.test(season)
  const end = month?.to ?? mid + 1
  if (!(isSeason || month) || !/^(break|recess|vacation)$/.test(wordAt(scan, end))) return undefined
  const name = month ? `month ${month.month} break` : `${mid > start ? 'mid' : ''}${season} break`
  return { to: end + 1, says: { day: { is: 'break', name } } }
}

export function makeOrganizationDayReader(tree: NameTree): Reader {
  return {
    name: 'organization-day',
    read: (scan, at) => pdDayAt(scan, at) ?? breakAt(scan, at, tree),
  }
}
