import type { ConsentRecord, Destination } from '../../data/story.ts'
import type { LocalDate } from '../../data/time.ts'

/** What is to be shown, and to whom: `thirdParty` is the partner's id where the destination is one. */
export type Showing = { destination: Destination; thirdParty?: string }

/** Why a destination cannot be reached: the family said no, no form is confirmed, its end has passed, it names others. */
export type Gap = 'refused' | 'none' | 'reported' | 'ended' | 'other-destinations'
export type Cover = { isCovered: true; fullName: boolean; end?: LocalDate } | { isCovered: false; why: Gap }

/** Whether something new of a student may be shown on that day. Consents are those of one student, in any order. */
export function coverOf(consents: readonly ConsentRecord[], showing: Showing, today: LocalDate): Cover {
  const granted = consents.filter(({ state }) => state === 'granted')
  const naming = granted.filter((consent) => names(consent, showing))
  const inForce = naming.filter(({ end }) => end === undefined || today <= end)
  const [first] = inForce
  if (first) {
    const ends = inForce.map(({ end }) => end)
    const last = ends.includes(undefined) ? undefined : ends.sort().at(-1)
    return { isCovered: true, fullName: inForce.some(({ fullName }) => fullName), ...(last ? { end: last } : {}) }
  }
  return { isCovered: false, why: gapOf(consents, granted.length > 0, naming.length > 0) }
}

/**
 * Whether what was published on `since` may still be shown: its consent stands, covered that day, and has not ended with
 * the wish that it go.
 */
export function maintains(
  consents: readonly ConsentRecord[],
  showing: Showing,
  since: LocalDate,
  today: LocalDate,
): { fullName: boolean } | undefined {
  const standing = consents.filter(
    (consent) =>
      consent.state === 'granted' &&
      names(consent, showing) &&
      (consent.end === undefined || (since <= consent.end && !(consent.removeAtEnd && consent.end < today))),
  )
  return standing.length > 0 ? { fullName: standing.some(({ fullName }) => fullName) } : undefined
}

/** The family has said no, or has taken a yes back, and nothing was signed since. */
export function isRefused(consents: readonly ConsentRecord[]): boolean {
  return (
    consents.some(({ state }) => state === 'refused' || state === 'withdrawn') &&
    !consents.some(({ state }) => state === 'granted')
  )
}

function names(consent: ConsentRecord, { destination, thirdParty }: Showing): boolean {
  if (!consent.destinations.includes(destination)) return false
  return destination !== 'third_party' || (thirdParty !== undefined && consent.thirdParty === thirdParty)
}

function gapOf(consents: readonly ConsentRecord[], hasGrant: boolean, hasNaming: boolean): Gap {
  if (isRefused(consents)) return 'refused'
  if (hasNaming) return 'ended'
  if (hasGrant) return 'other-destinations'
  return consents.some(({ state }) => state === 'reported') ? 'reported' : 'none'
}

/** The guard under which a student's consents are decided on: it grows with each change of them. */
export const consentGuard = (student: string): string => `consents ${student}`
