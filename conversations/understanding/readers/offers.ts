import type { Offer } from '../frame.ts'
import { once } from '../once.ts'
import type { View } from '../text/view.ts'
import { readEquipment } from './equipment.ts'
import type { Find } from './find.ts'
import { countOf } from './offer-count.ts'
import { acceptAsked, addTaken, cancelDoubtful, nameSpots } from './offer-echoes.ts'
import type { OfferMention } from './offer-mention.ts'
import { readMoods } from './offer-mood.ts'
import { isGiven, moodOf } from './offer-verdict.ts'
import { OFFER_WORDS } from './offer-words.ts'

/** Every kind of offer that a message names. */
export const readOfferMentions = once((view: View): readonly OfferMention[] => findMentions(view))

function findMentions(view: View): OfferMention[] {
  const moods = readMoods(view)
  const found: OfferMention[] = []
  for (const { kind, pattern } of OFFER_WORDS) {
    for (const { from, to, match } of view.matches(pattern)) {
      if (found.some((other) => other.from < to && from < other.to)) continue
      const mood = moodOf(view, moods, { from, to })
      const count = countOf(view, kind, from, to)
      const isOffer = isGiven(view, kind, mood, { from, to }, count !== undefined)
      found.push({
        from,
        to,
        kind,
        mood,
        ...(count !== undefined && { count }),
        why: `"${match[0]}", ${mood}`,
        isOffer,
      })
    }
  }
  found.sort((a, b) => a.from - b.from)
  return nameSpots(view, moods, addTaken(view, moods, acceptAsked(view, cancelDoubtful(view, found))))
}

const TAKEN_BACK =
  /\b(?:no wait|wait|no sorry|sorry|i mean|i meant|make that|scratch that|or rather|correction|actually no)\b/g

/** Of "three scholarships no wait she said … four scholarships" the second alone. */
function withoutTakenBack(view: View, finds: readonly Find<Offer>[]): Find<Offer>[] {
  const pivots = [...view.matches(TAKEN_BACK)].map(({ from }) => from)
  if (pivots.length === 0) return [...finds]
  const lastOf = new Map(finds.map(({ value, from }) => [value.kind, from]))
  return finds.filter(({ value, to }) => {
    const pivot = pivots.find((at) => at >= to)
    return pivot === undefined || (lastOf.get(value.kind) ?? 0) < pivot
  })
}

/** What a partner is willing to give; each kind and count once. */
export function readOffers(view: View): Find<Offer>[] {
  const mentions = readOfferMentions(view)
  const things = readEquipment(view, readMoods(view)).filter(
    ({ from, to }) => !mentions.some((other) => other.kind !== 'donation' && other.from < to && from < other.to),
  )
  const finds: Find<Offer>[] = mentions
    .filter(
      ({ isOffer, kind, from, to }) =>
        isOffer && !(kind === 'donation' && things.some((thing) => thing.from <= to && from <= thing.to)),
    )
    .map(({ from, to, kind, count, why }) => ({
      from,
      to,
      value: count === undefined ? { kind } : { kind, count },
      why,
    }))
  const all = withoutTakenBack(
    view,
    [...finds, ...things].sort((a, b) => a.from - b.from),
  )
  return all.filter(({ value }, at) => {
    const same = all.findIndex(
      (other) => other.value.kind === value.kind && (other.value.count === value.count || value.count === undefined),
    )
    return (
      same === at &&
      !(
        value.count === undefined &&
        all.some((other) => other.value.kind === value.kind && other.value.count !== undefined)
      )
    )
  })
}
