import type { Unit } from './expression.ts'

/** What a word says by itself; several may be true of one word ("second", "may", "sat"). */
export type WordFacts = {
  /** 1 to 12. */
  month?: number
  /** 1 (Monday) to 7 (Sunday). */
  weekday?: number
  /** "Tuesdays", "weeks". */
  isPlural?: boolean
  unit?: Unit
  number?: number
  ordinal?: number
}

const facts = new Map<string, WordFacts>()
const add = (words: string, more: WordFacts): void => {
  for (const word of words.split(' ')) facts.set(word, { ...facts.get(word), ...more })
}

const MONTH_WORDS = [
  'january jan',
  'february feb febr',
  'march mar',
  'april apr',
  'may',
  'june jun',
  'july jul',
  'august aug',
  'september sept sep',
  'october oct',
  'november nov',
  'december dec',
]
MONTH_WORDS.forEach((words, index) => {
  add(words, { month: index + 1 })
})

const WEEKDAY_WORDS = [
  ['monday mon', 'mondays'],
  ['tuesday tues tue', 'tuesdays'],
  ['wednesday weds wed', 'wednesdays'],
  ['thursday thurs thur thu', 'thursdays'],
  ['friday fri', 'fridays'],
  ['saturday sat', 'saturdays'],
  ['sunday sun', 'sundays'],
] as const
WEEKDAY_WORDS.forEach(([one, many], index) => {
  add(one, { weekday: index + 1 })
  add(many, { weekday: index + 1, isPlural: true })
})

const UNIT_WORDS: [Unit, string, string][] = [
  ['minute', 'minute min', 'minutes mins'],
  ['hour', 'hour hr h', 'hours hrs'],
  ['day', 'day', 'days'],
  ['week', 'week wk', 'weeks wks'],
  ['month', 'month mo mth', 'months mos mths'],
  ['year', 'year yr', 'years yrs'],
]
for (const [unit, one, many] of UNIT_WORDS) {
  add(one, { unit })
  add(many, { unit, isPlural: true })
}

const NUMBER_WORDS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
NUMBER_WORDS.split(' ').forEach((word, value) => {
  if (value > 0) add(word, { number: value })
})
'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ').forEach((word, index) => {
  add(word, { number: 20 + index * 10 })
})
const ORDINAL_WORDS =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'
ORDINAL_WORDS.split(' ').forEach((word, index) => {
  add(word, { ordinal: index + 1 })
})
add('thirtieth', { ordinal: 30 })

/** Words and what they say, in lower case. */
export const WORD_FACTS: ReadonlyMap<string, WordFacts> = facts

export const wordsThat = (holds: (facts: WordFacts) => boolean): string[] =>
  [...facts].filter(([, what]) => holds(what)).map(([word]) => word)

/** Other spellings of a word, as they are typed in chat. */
export const SPELLINGS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    tomorrow:
      'tmrw tmr tmrrw tmw tomo tomm tmorrow tommorow tommorrow tomorow tomrrow tomorro 2moro 2morrow 2mrw tomoz',
    yesterday: 'yest ystd ystdy yday ystrday ysterday yesturday',
    tonight: 'tonite 2nite tnite 2night',
    today: '2day tdy todays',
    next: 'nxt nex',
    last: 'lst',
    wednesday: 'wensday wendsday wednesdy weds wednes',
    thursday: 'thrusday thirsday thursdy',
    tuesday: 'teusday tuseday tuesdy tuesd',
    february: 'feburary febuary',
    until: 'untill till til untl',
    through: 'thru',
    morning: 'mornin mrng',
    afternoon: 'aftn arvo',
    weekend: 'wkend wknd',
    weekends: 'wkends wknds',
    week: 'wk',
    weeks: 'wks',
    "o'clock": 'oclock',
    minutes: 'mintues minuets',
    between: 'btw btwn bw',
    beginning: 'begining',
    before: 'b4',
    following: 'folowing',
  }).flatMap(([word, others]) => others.split(' ').map((other): [string, string] => [other, word])),
)

/** Words of the calendar long enough for one slip of the finger to be seen through. */
export const MENDABLE: readonly string[] = (
  'monday tuesday wednesday thursday friday saturday sunday january february august september october november ' +
  'december tomorrow yesterday tonight afternoon thanksgiving christmas'
).split(' ')

/** Real words one letter away from one of the calendar. */
export const NEVER_MENDED: ReadonlySet<string> = new Set(
  'sundae sundry augusta augustus octobre midday frida decembers augusts novembers'.split(' '),
)
