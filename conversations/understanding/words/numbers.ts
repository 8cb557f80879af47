const UNITS =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'
const WORD_NUMBERS: ReadonlyMap<string, number> = new Map([
  ...UNITS.split(' ').map((word, n): [string, number] => [word, n]),
  ...TENS.split(' ').map((word, n): [string, number] => [word, (n + 2) * 10]),
  ['couple', 2],
  ['pair', 2],
  ['dozen', 12],
  ['dos', 2],
  ['tres', 3],
])

/** Greatest count that a message may state. */
const MOST = 99_999

/** A count as typed, in digits or as a word ("12", "two", "couple"); undefined for anything else. */
export function readNumber(word: string): number | undefined {
  if (/^\d{1,5}$/.test(word)) {
    const value = Number(word)
    return value > 0 && value <= MOST ? value : undefined
  }
  const value = WORD_NUMBERS.get(word)
  return value === 0 ? undefined : value
}

/** For patterns over a view: one number. */
export const NUMBER = `(?:\\d{1,5}|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|couple|pair|dozen|dos|tres)`
