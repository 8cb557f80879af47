import type { RecordOf } from '../../data/records.ts'
import type { Instant, LocalDate, LocalMoment } from '../../data/time.ts'

/** A planned partner breakfast, Tue, Dec 8, 8:00 to 9:00, to which nobody is invited yet. */
export const sampleBreakfast = (
  parts: Partial<RecordOf<'event'>> & { at: Instant; school: string; partners: string[] },
): RecordOf<'event'> => ({
  id: 'e1',
  version: 0,
  event: 'breakfast',
  start: '2026-12-08T08:00' as LocalMoment,
  end: '2026-12-08T09:00' as LocalMoment,
  people: [],
  clusters: [],
  programs: [],
  skips: [],
  lastDay: '2026-12-08' as LocalDate,
  isCancelled: false,
  sequence: 0,
  extra: {},
  ...parts,
})
