import type { RecordOf } from '../../data/records.ts'

/** Words of number up to a class's size of hands. */
const NUMBER_WORDS: readonly string[] = [
  'no',
  'one',
  'two',
  'three',
  'four',
  'five',
  'six',
  'seven',
  'eight',
  'nine',
  'ten',
]

const numberOf = (word: string): number =>
  /^\d+$/.test(word) ? Number(word) : NUMBER_WORDS.indexOf(word.toLowerCase())

/** "max 10", "up to 15", "no more than 6": the headcount is the most who can come. */
export const saysMost = (said: string): boolean =>
  /\b(max(imum)?|up to|no more than|at most|limit(ed to)?|capped? at|cap of|room for|space for)\b/i.test(said)

/** "assembly", "all classes". */
export const saysAssembly = (said: string): boolean => /\b(assembly|all (the )?(classes|programs))\b/i.test(said)

/** Who cooks, where the words say it. */
export function foodSaid(said: string): 'class' | 'caterer' | 'adults' | undefined {
  if (/\b(cater(ed|er|ers|ing)|order (in|food)|bagels? (from|delivered))\b/i.test(said)) return 'caterer'
  if (
    /\b(culinary|kitchen|class|students?|kids)\b[^.;]{0,30}\b(cook|cooks|cooking|food|bake|serve|serves|breakfast for)\b/i.test(
      said,
    )
  )
    return 'class'
  if (/\b(cook|cooked|food|catered|served) by (the )?(culinary|class|students?)\b/i.test(said)) return 'class'
  return undefined
}

/** "max 2 from carpentry", "3 from welding": places kept for programs, by the words that follow. */
export function sharesSaid(
  said: string,
  programs: readonly RecordOf<'program'>[],
): { program: string; places: number }[] {
  const pattern =
    /\b(\d{1,3}|one|two|three|four|five|six|seven|eight|nine|ten)\s+(?:kids\s+|students\s+)?from\s+(?:the\s+)?([\p{L}&]+(?:\s+[\p{L}&]+)?)/giu
  const shares = new Map<string, number>()
  for (const [, count = '', words = ''] of said.matchAll(pattern)) {
    const program = programNamed(words, programs)
    if (program) shares.set(program.id, numberOf(count))
  }
  return [...shares].map(([program, places]) => ({ program, places }))
}

/** The program that these words, or the first of them, name. */
function programNamed(words: string, programs: readonly RecordOf<'program'>[]): RecordOf<'program'> | undefined {
  const fits = (text: string): RecordOf<'program'> | undefined =>
    programs.find(({ name, aliases }) =>
      [name, ...aliases, ...name.split(' ')].some((known) => known.toLowerCase() === text.toLowerCase()),
    )
  return fits(words) ?? fits(words.split(/\s+/)[0] ?? '')
}
