import type { Facts } from '../facts.ts'
import type { EventKind } from '../frame.ts'
import type { Find } from '../readers/find.ts'
import { readOfferMentions } from '../readers/offers.ts'
import type { Tense } from '../tense.ts'
import { NUMBER } from '../words/numbers.ts'

/** "5 CNA job shadows" are places offered, not an event. */
const COUNTED = new RegExp(`(?:^| )${NUMBER}(?! (?:days?|hours?|minutes?) )(?: (?!for|at|on|to|and|pm|am)[a-z]+){0,2}$`)

/**
 * Telling kinds of event that may be what is planned: not those that are only offered, asked about or refused ("called
 * about job shadows"), unless what is told is still to come.
 */
export function plannedKinds({ eventKinds, reading }: Facts, tense: Tense['tense']): Find<EventKind>[] {
  const telling = eventKinds.filter(({ value }) => value !== 'meeting')
  if (tense === 'ahead') return telling
  const { view } = reading
  const isCounted = (from: number): boolean => COUNTED.test(view.slice(Math.max(0, from - 3), from))
  const spoken = readOfferMentions(view).filter(({ mood, from }) => mood !== 'open' || isCounted(from))
  return telling.filter((kind) => !spoken.some(({ from, to }) => from < kind.to && kind.from < to))
}
