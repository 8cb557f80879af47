import type { EventKind } from '../understanding/frame.ts'

/** What each kind of event needs of a school and of its people. */
export type KindTraits = {
  /** Students are there: it needs a day on which they are in school, and its hours. */
  isForStudents: boolean
  /** It takes place at the partner's. */
  isAtPartner: boolean
  /** Its headcount is the most who can come, not a guess. */
  isLimited: boolean
  /** Whose answers it waits for. */
  guests: 'partners' | 'teachers' | 'both'
}

const TRAITS: Readonly<Record<EventKind, KindTraits>> = {
  breakfast: { isForStudents: false, isAtPartner: false, isLimited: false, guests: 'both' },
  speaker: { isForStudents: true, isAtPartner: false, isLimited: false, guests: 'both' },
  career_day: { isForStudents: true, isAtPartner: false, isLimited: false, guests: 'both' },
  job_shadow: { isForStudents: true, isAtPartner: true, isLimited: true, guests: 'both' },
  site_visit: { isForStudents: false, isAtPartner: true, isLimited: true, guests: 'both' },
  advisory_meeting: { isForStudents: false, isAtPartner: false, isLimited: false, guests: 'both' },
  mock_interview: { isForStudents: true, isAtPartner: false, isLimited: false, guests: 'both' },
  competition: { isForStudents: true, isAtPartner: false, isLimited: false, guests: 'both' },
  meeting: { isForStudents: false, isAtPartner: false, isLimited: false, guests: 'partners' },
}

/** Traits of a kind; one that is not ours (from a directory) has those of a meeting. */
export function traitsOf(event: string): KindTraits {
  const known: Readonly<Record<string, KindTraits>> = TRAITS
  return known[event] ?? TRAITS.meeting
}
