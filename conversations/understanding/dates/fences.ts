import type { Token } from './tokens.ts'

const set = (words: string): ReadonlySet<string> => new Set(words.split(' '))

/** Nouns that a number names one of: "room 204", "grade 11", "Local 3", "ext. 4417", "Route 2", "period 3". */
const NUMBERED = set(
  'room rooms rm rms grade grades gr local locals ext extension route rt rte pier floor floors fl suite ste apt unit ' +
    'building bldg bus period periods per pd p class section sec table tables gate bay lot shop team teams group groups ' +
    'page pages pg chapter ch osha article title district level lvl step phase version ver v ps jhs exit aisle ' +
    'line lane station studio hangar dock door post box zone section lab labs track ward pod cohort union boces ages age ' +
    'track number num nr tel phone fax pin code zip top hwy highway interstate ' +
    'model series form policy article rule act tier round rounds block blocks mod mods band',
)
/** Where the list goes on: "grades 9 and 10", "rooms 204-206". */
const LIST_JOINTS = set('and or & - to through thru')

/** What is counted, where the word's ending does not say so. */
const COUNTED = set(
  'people ppl kid kids student students pupil adult adults person persons intern interns percent pct % staff women men ' +
    'guest employee employees spot spots seat seats dollar dollars usd buck bucks coins pieces x mile miles mi lb lbs oz ' +
    'kg km ft feet foot inch inches mb gb hat intro speaker mentor mentors offer credit credits pgr pager pagers grader ' +
    'graders dozen hundred thousand million k paid seniors juniors sophomores freshmen apprentices scholarships ' +
    'copies boxes chairs tables slots vans openings positions attendees participants ride-alongs job jobs full part',
)
/** Words that end in s and count nothing. */
const NOT_COUNTED = set(
  'is was has as this us its his hers yes pls plus thus does works perhaps ours yours theirs says sounds starts ends ' +
    'thanks unless less minus cuz bc besides always sometimes needs wants looks seems goes comes means lets fits ' +
    'thanksgiving christmas days weeks months years hours minutes mins hrs presidents veterans mornings afternoons ' +
    'evenings nights weekdays weekends across towards regards sessions times across class theres whats heres hes shes thats whos wheres',
)
/** After an ordinal these say that it is no day: "3rd period", "5th floor", "12th grade", "2nd round". */
const ORDERED = set(
  'grade grades grader graders period periods pd floor fl street st ave avenue place round rounds time times annual ' +
    'anniversary year years ward precinct district edition congressional person step half quarter semester class ' +
    'cohort team hour generation choice option shift block row line stop attempt try party amendment street visit ' +
    'meeting speaker breakfast intern student students degree phase session marking term cycle batch wave draft version ' +
    'partner part section lunch one try',
)
/** Behind these, "one" is one of them, and no hour. */
const ONE_OF = set('first 1st second third last next other another new this that which')
const STREETS = set(
  'street st avenue ave road rd boulevard blvd broadway place pl lane ln plaza drive dr court ct highway hwy parkway ' +
    'pkwy square sq terrace turnpike expressway floor concourse',
)
/** Letters that may be glued to a number that is a time: 10am, 9p, 45min, 2h, 3ish. */
const TIME_SUFFIXES = set(
  'am pm a p ampm h hr hrs hour hours min mins minute minutes m ish oclock noon d w wk wks day days week weeks month months year years t',
)

/** Whether the word after a number is what it counts: "3 interns", "30 percent". */
export function countsNext(next: Token | undefined): boolean {
  if (!next || (next.kind === 'mark' && next.word !== '%')) return false
  if (COUNTED.has(next.word)) return true
  if (next.kind !== 'word' || next.isGlued || next.isCapital) return false
  const { word, facts } = next
  const isPlural = word.length >= 4 && word.endsWith('s') && !word.endsWith('ss') && !word.includes("'")
  return isPlural && !NOT_COUNTED.has(word) && facts.month === undefined && facts.weekday === undefined && !facts.unit
}

const isNumber = (token: Token | undefined): boolean =>
  token?.kind === 'figure' || token?.facts.number !== undefined || token?.facts.ordinal !== undefined

/** "350 Fifth Ave", "10 Main St", "26 Broadway": a number, at most two words of a name, a kind of street. */
function isStreetNumber(tokens: readonly Token[], at: number): boolean {
  for (let i = at + 1; i <= at + 4; i += 1) {
    const token = tokens[i]
    if (!token) return false
    if (STREETS.has(token.word) && token.kind === 'word' && (token.isCapital || i > at + 1)) {
      return token.word !== 'st' || tokens[i + 1]?.word !== 'patrick'
    }
    if (token.word === '.' || (token.kind === 'word' && token.isCapital) || token.isOrdinal) continue
    return token.facts.ordinal !== undefined
  }
  return false
}

/** The kind of fence around one number, by its neighbours. */
function fenceAt(tokens: readonly Token[], at: number): 'named' | 'counted' | undefined {
  const token = tokens[at]
  if (!token) return undefined
  const before = tokens[at - 1]
  const further = tokens[at - 2]
  const next = tokens[at + 1]
  // "the welding shop 1/19": a pair is a day, whatever stands before it.
  const isPair =
    /^\d{1,2}\/\d{1,2}$/.test(token.word) && !/^(?:room|rm|suite|apt|unit|lot|gate)$/.test(before?.word ?? '')
  if (!isPair && before && isNamedBy(token, before, further, next)) return 'named'
  // "the first one is feb 11", "the next one".
  if (token.word === 'one' && before && ONE_OF.has(before.word) && !isClock(token, next)) return 'named'
  const isPlain = token.kind !== 'figure' || token.value !== undefined || /^\d+-\d+$/.test(token.word)
  const isListed = before && LIST_JOINTS.has(before.word) && further?.fence === 'named' && isNumber(further)
  if (isListed && isPlain && !isClock(token, next)) return 'named'
  if (token.isOrdinal || token.facts.ordinal !== undefined) {
    if (before?.facts.month !== undefined && before.word !== 'may') return undefined
    return next && ORDERED.has(next.word) && !(next.isCapital && next.word === 'lunch') ? 'named' : undefined
  }
  if (token.kind === 'figure' && next?.isGlued && next.kind === 'word' && !TIME_SUFFIXES.has(next.word)) {
    return next.facts.month ? undefined : 'named'
  }
  if (token.kind === 'figure' && token.value !== undefined && isStreetNumber(tokens, at)) return 'named'
  if (next?.word === ',' && next.isGlued && /^\d{3}$/.test(tokens[at + 2]?.word ?? '') && tokens[at + 2]?.isGlued) {
    return 'named'
  }
  return countsNext(next) && !token.word.includes(':') ? 'counted' : undefined
}

const isClock = (token: Token, next: Token | undefined): boolean =>
  token.word.includes(':') || (next?.kind === 'word' && /^(am|pm|a|p)$/.test(next.word))

function isNamedBy(token: Token, before: Token, further: Token | undefined, next: Token | undefined): boolean {
  if (before.word === '$' || before.word === '#' || before.word === '+') return true
  // "change the headcount to 22".
  if (before.word === 'to' && /^(?:headcount|count|attendance|number|total)$/.test(further?.word ?? '')) return true
  if (NUMBERED.has(before.word)) {
    if (isClock(token, next)) return false
    return !(before.word === 'per' || before.word === 'pd') || token.kind === 'figure'
  }
  if ((before.word === '.' || before.word === ':') && before.isGlued && further && NUMBERED.has(further.word))
    return true
  if (token.kind !== 'figure' || !token.isGlued) return false
  if (before.kind === 'word') return before.facts.month === undefined && before.facts.weekday === undefined
  if (before.word === ',' || before.word === '.')
    return /^\d{1,3}$/.test(further?.word ?? '') && token.word.length === 3
  const isJoined = (before.word === '-' || before.word === '_' || before.word === '=') && before.isGlued
  if (!isJoined || further?.kind !== 'word') return false
  return further.facts.month === undefined && further.facts.weekday === undefined && !TIME_SUFFIXES.has(further.word)
}

/** Marks the numbers that are no dates and no times, so that no reader takes them. */
export function fenceNumbers(tokens: Token[]): void {
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isNumber(tokens[at])) continue
    const fence = fenceAt(tokens, at)
    const token = tokens[at]
    if (fence && token) token.fence = fence
  }
}
