import type { EventKind } from '../understanding/frame.ts'

/** What each kind of event needs of a school and of its people. */
export type KindTraits = {
  /** Students are there: it needs a day on which they are in school, and its hours. */
  isForStudents: boolean
  /** It takes place at the partner's. */
  isAtPartner: boolean
  /** Its headcount is the most who can come, not a guess. */
  isLimited: boolean
}

const TRAITS: Readonly<Record<EventKind, KindTraits>> = {
  breakfast: { isForStudents: false, isAtPartner: false, isLimited: false },
  speaker: { isForStudents: true, isAtPartner: false, isLimited: false },
  career_day: { isForStudents: true, isAtPartner: false, isLimited: false },
  job_shadow: { isForStudents: true, isAtPartner: true, isLimited: true },
  site_visit: { isForStudents: false, isAtPartner: true, isLimited: true },
  advisory_meeting: { isForStudents: false, isAtPartner: false, isLimited: false },
  mock_interview: { isForStudents: true, isAtPartner: false, isLimited: false },
  competition: { isForStudents: true, isAtPartner: false, isLimited: false },
  meeting: { isForStudents: false, isAtPartner: false, isLimited: false },
}

/** Traits of a kind; one that is not ours (from a directory) has those of a meeting. */
export function traitsOf(event: string): KindTraits {
  const known: Readonly<Record<string, KindTraits>> = TRAITS
  return known[event] ?? TRAITS.meeting
}
