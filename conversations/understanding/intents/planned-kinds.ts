import type { Facts } from '../facts.ts'
import type { EventKind } from '../frame.ts'
import type { Find } from '../readers/find.ts'
import { readOfferMentions } from '../readers/offers.ts'
import type { Tense } from '../tense.ts'

/**
 * Telling kinds of event that may be what is planned: not those that are only offered, asked about or refused ("called
 * about job shadows"), unless what is told is still to come.
 */
export function plannedKinds({ eventKinds, reading }: Facts, tense: Tense['tense']): Find<EventKind>[] {
  const telling = eventKinds.filter(({ value }) => value !== 'meeting')
  if (tense === 'ahead') return telling
  const spoken = readOfferMentions(reading.view).filter(({ mood }) => mood !== 'open')
  return telling.filter((kind) => !spoken.some(({ from, to }) => from < kind.to && kind.from < to))
}
