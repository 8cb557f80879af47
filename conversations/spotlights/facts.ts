import type { Reads } from '../../data/store.ts'
import type { Pronoun, StepKind, StoryRecord, Withheld } from '../../data/story.ts'

/** One step as it is told: names for ids. */
export type StepFacts = { kind: StepKind; partner?: string; role?: string; name?: string }

/** What a story is composed from: names as the directory spells them, nothing of the student but what may be told. */
export type StoryFacts = {
  school?: string
  program?: string
  grade?: number
  pronoun?: Pronoun
  isNameless: boolean
  /** In order; the last is the outcome. */
  steps: StepFacts[]
}

type Told = Pick<StoryRecord, 'school' | 'program' | 'grade' | 'pronoun' | 'isNameless' | 'withheld' | 'steps'>

export async function factsOf(
  story: Told,
  reads: Reads,
  newNames: ReadonlyMap<string, string> = new Map(),
): Promise<StoryFacts> {
  const school = story.school ? await reads.get('school', story.school) : undefined
  const isTold = (fact: Withheld): boolean => !story.isNameless || story.withheld?.includes(fact) !== true
  const program = story.program && isTold('program') ? await reads.get('program', story.program) : undefined
  const steps: StepFacts[] = []
  for (const { kind, partner, role, name } of story.steps) {
    const partnerName = partner ? ((await reads.get('partner', partner))?.name ?? newNames.get(partner)) : undefined
    steps.push({
      kind,
      ...(partnerName ? { partner: partnerName } : {}),
      ...(role ? { role } : {}),
      ...(name ? { name } : {}),
    })
  }
  return {
    ...(school ? { school: school.name } : {}),
    ...(program ? { program: program.name } : {}),
    ...(story.grade && isTold('grade') ? { grade: story.grade } : {}),
    ...(story.pronoun ? { pronoun: story.pronoun } : {}),
    isNameless: story.isNameless,
    steps,
  }
}
