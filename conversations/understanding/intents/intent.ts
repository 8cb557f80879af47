import type { Facts } from '../facts.ts'
import type { Frame } from '../frame.ts'
import type { View } from '../text/view.ts'

/** One thing in a message that speaks for an intent, or against it (below 0). */
export type Evidence = { weight: number; why: string }

/** A pattern over the view and how much it says; counted once, however often it matches. */
export type Cue = readonly [pattern: RegExp, weight: number]

/** One intent: how a message is recognized as it, and how its frame is filled. */
export type IntentReader = {
  intent: string
  weigh: (facts: Facts) => Evidence[]
  fill: (facts: Facts) => Frame
}

/** A message that begins as a question does; "who: Maria" heads a list. */
export const ASKS =
  /^(?:who|what|whats|which|when|how many|show|list|any|have we|did we|do we|is there|are there|whos)(?! :)(?= )/

/** What of a list of cues a view has. */
export function weighCues(view: View, cues: readonly Cue[]): Evidence[] {
  const found: Evidence[] = []
  for (const [pattern, weight] of cues) {
    const match = view.match(pattern)
    if (match) found.push({ weight, why: `"${match[0].trim()}"` })
  }
  return found
}

export const sumOf = (evidence: readonly Evidence[]): number => evidence.reduce((sum, { weight }) => sum + weight, 0)

/** A name that stands for somebody on the partner's side, for patterns. */
export const SOMEBODY = '(?:PERSON|PARTNER)'

export const hasPartnerSide = ({ reading }: Facts): boolean =>
  reading.refs.partners.length > 0 || reading.refs.people.length > 0
