import type { RecordOf } from '../../data/records.ts'

/** The teachers whose classes an event is for: those of its programs, by what they teach. */
export function teachersOf(event: RecordOf<'event'>, staff: readonly RecordOf<'staff'>[]): RecordOf<'staff'>[] {
  return staff.filter(
    ({ school, programs }) => school === event.school && programs.some((program) => event.programs.includes(program)),
  )
}
