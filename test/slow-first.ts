import { BaseSequencer, type TestSpecification } from 'vitest/node'

/** Those that take longest. A run that knows no times yet would begin with the longest files, and end with these. */
const SLOWEST = [
  'test/src/commands.test.ts',
  'test/src/store-copy.test.ts',
  'test/conversations/understanding/cases.test.ts',
  'test/adapters/teams/transcripts.test.ts',
  'test/conversations/understanding/properties.test.ts',
  'test/data/postgres-faults.test.ts',
  'test/data/lowdb-crash.test.ts',
]

/** The usual order, the slowest files before all others: what is left in the end is short, and all workers end together. */
export class SlowFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const placeOf = ({ moduleId }: TestSpecification): number => {
      const place = SLOWEST.findIndex((name) => moduleId.endsWith(name))
      return place < 0 ? SLOWEST.length : place
    }
    const usual = await super.sort(files)
    return usual.toSorted((a, b) => placeOf(a) - placeOf(b))
  }
}
