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
  ['cuatro', 4],
  ['cinco', 5],
  ['seis', 6],
])

/** Greatest count that a message may state. */
const MOST = 99_999

/** A count as typed, in digits or in words ("12", "two", "forty five", "couple"); undefined for anything else. */
export function readNumber(word: string): number | undefined {
  const [tens = '', unit] = word.split(' ')
  if (unit !== undefined) return (WORD_NUMBERS.get(tens) ?? 0) + (WORD_NUMBERS.get(unit) ?? 0)
  if (/^\d{1,5}$/.test(word)) {
    const value = Number(word)
    return value > 0 && value <= MOST ? value : undefined
  }
  const value = WORD_NUMBERS.get(word)
  return value === 0 ? undefined : value
}

/** For patterns over a view: one number. */
export const NUMBER = `(?:\\d{1,5}|(?:twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety) (?:one|two|three|four|five|six|seven|eight|nine)|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety|couple|pair|dozen|dos|tres|cuatro|cinco|seis)`
