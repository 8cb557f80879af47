import type { OfferKind } from '../frame.ts'
import type { Reach } from '../text/view.ts'
import type { Mood } from './offer-mood-words.ts'

/** A kind of offer named in a message, whether it is one or not. */
export type OfferMention = Reach & { kind: OfferKind; mood: Mood; count?: number; why: string; isOffer: boolean }
