import type { Reach, View } from '../text/view.ts'

/** Meetings and meals of a school's own people, which are none of the organization's events. */
const IN_HOUSE =
  /\b(?:staff|faculty|department|dept|budget|union|pta|ptsa|ptc|pto|parents?|grade level|grade|team|iep|504|cst|mtss|plc|slt|sit|sel|data|cabinet|safety|discipline|homeroom|chapter|principals?|ap|admin|school board|board of ed|pd|community|crisis|testing|counselors?|guidance|observation|post observation|pre observation) (?:team )?(?:meetings?|conferences?|huddle|standup|check in|lunch|coffee|luncheon|retreat|potluck|call|zoom|breakfast|brunch)\b/g

/** Where a message speaks of an in-house meeting; none where a partner has a part in it. */
export function readInHouse(view: View): Reach[] {
  if (view.has(/\b(?:PARTNER|PERSON)\b/)) return []
  return [...view.matches(IN_HOUSE)]
}
