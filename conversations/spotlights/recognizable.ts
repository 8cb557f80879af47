import type { Reads } from '../../data/store.ts'
import type { StoryRecord, Withheld } from '../../data/story.ts'

/** Of so many students one is not recognized by what they share. */
const FEW = 5
/** Students of a school that are looked through. */
const MOST_STUDENTS = 10_000

/**
 * What a story without a name leaves out. The rule: the school is told, since a school has hundreds; the program only
 * where the directory has at least five students of it there; the grade unless the directory says the grades of that
 * school and has fewer than five students of this one.
 */
export async function withheldOf(
  { school, program, grade }: Pick<StoryRecord, 'school' | 'program' | 'grade'>,
  reads: Reads,
): Promise<Withheld[]> {
  const there = school ? await reads.find('student', { where: { school, isActive: true }, limit: MOST_STUDENTS }) : []
  const inProgram = there.filter((student) => student.program === program)
  const graded = there.filter(({ extra }) => extra.grade !== undefined)
  const inGrade = graded.filter(({ extra }) => Number(extra.grade) === grade)
  return [
    ...(program && inProgram.length < FEW ? (['program'] as const) : []),
    ...(grade && graded.length >= FEW && inGrade.length < FEW ? (['grade'] as const) : []),
  ]
}

const WORDS: Readonly<Record<Withheld, string>> = { program: 'the program', grade: 'the grade' }

/** "Left out, since fewer than five students share it: the program."; undefined where nothing is. */
export const withheldWords = ({ isNameless, withheld = [] }: StoryRecord): string | undefined =>
  isNameless && withheld.length > 0
    ? `Left out, since the directory has fewer than five students who share it: ${withheld.map((each) => WORDS[each]).join(', ')}.`
    : undefined
