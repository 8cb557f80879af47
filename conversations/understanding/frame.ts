import type { LocalDate, LocalMoment } from '../../data/time.ts'
import type { NameKind } from './names/entry.ts'

/** Intents that change what is recorded: a message may hold two of them. */
const CHANGING_INTENTS = [
  'log_contact',
  'schedule_event',
  'move_event',
  'cancel_event',
  'record_rsvp',
  'draft_spotlight',
  'record_consent',
  'set_follow_up',
  'complete_follow_up',
] as const
/** What the bot can be asked to do. The contract's intents, which the `understand` command prints. */
export const CONTRACT_INTENTS = [...CHANGING_INTENTS, 'ask', 'correct', 'undo', 'help', 'none'] as const
export type ContractIntent = (typeof CONTRACT_INTENTS)[number]
export const CHANGING: ReadonlySet<string> = new Set(CHANGING_INTENTS)

export const METHODS = ['meeting', 'visit', 'call', 'video', 'email', 'text', 'event'] as const
export type Method = (typeof METHODS)[number]

export const EVENT_KINDS = [
  'breakfast',
  'speaker',
  'career_day',
  'job_shadow',
  'site_visit',
  'advisory_meeting',
  'mock_interview',
  'competition',
  'meeting',
] as const
export type EventKind = (typeof EVENT_KINDS)[number]

export const OFFER_KINDS = [
  'internship',
  'job',
  'apprenticeship',
  'speaker',
  'mentor',
  'job_shadow',
  'site_visit',
  'mock_interview',
  'curriculum_review',
  'advisory',
  'scholarship',
  'competition',
  'equipment',
  'donation',
] as const
export type OfferKind = (typeof OFFER_KINDS)[number]
/** Something a partner is willing to give. `count`: places, people or things; absent where no number was stated. */
export type Offer = { kind: OfferKind; count?: number }

export const OUTCOMES = ['internship', 'apprenticeship', 'job', 'college', 'credential', 'award'] as const
export type Outcome = (typeof OUTCOMES)[number]

export const TOPICS = [
  'agenda',
  'history',
  'contacts',
  'stale',
  'follow_ups',
  'placements',
  'offers',
  'spotlights',
] as const
export type Topic = (typeof TOPICS)[number]

export const ANSWERS = ['yes', 'no', 'maybe'] as const
export type Answer = (typeof ANSWERS)[number]

export const PROBLEMS = [
  'ambiguous_partner',
  'ambiguous_person',
  'ambiguous_school',
  'ambiguous_student',
  'ambiguous_event',
  'unknown_event',
  'impossible_date',
  'weekday_mismatch',
  'past_date',
  'holiday',
] as const
export type Problem = (typeof PROBLEMS)[number]

/** Every slot of the contract, all optional. Names are the directory's spelling, or as typed where it does not know them. */
export type Slots = {
  partner?: string
  partners?: string[]
  /** The partner's side only, never staff. */
  people?: string[]
  method?: Method
  date?: LocalDate
  offers?: Offer[]
  followUp?: LocalDate
  event?: EventKind
  /** A day where no hour is stated. */
  start?: LocalDate | LocalMoment
  end?: LocalDate | LocalMoment
  /** RFC 5545 rule without its name. */
  repeats?: string
  school?: string
  clusters?: string[]
  programs?: string[]
  room?: string
  period?: string
  headcount?: number
  /** Id of an event. */
  target?: string
  answer?: Answer
  student?: string
  program?: string
  outcome?: Outcome
  role?: string
  /** Without `#`. */
  channel?: string
  granted?: boolean
  topic?: Topic
  cluster?: string
  from?: LocalDate
  to?: LocalDate
  days?: number
}

/** A name in the message that two or more entries of the directory fit, with those entries' names, best first. */
export type Ambiguity = { slot: keyof Slots; typed: string; candidates: string[] }
/** A name in the message that the directory does not have, and the names nearest to it, best first, at most three. */
export type UnknownName = { slot: keyof Slots; typed: string; near: string[] }

/** Which entry of the directory a slot's name is: names may be shared, ids are not. */
export type NamedEntry = { slot: keyof Slots; name: string; kind: NameKind; id: string }

/** What the product understands beyond the contract's slots, by name; documented in ARCHITECTURE.md. */
export type Extra = { [slot: string]: string | number | boolean | readonly string[] | undefined }

/** What one request in a message means. */
export type Frame<Intent extends string = string> = {
  intent: Intent
  slots: Slots
  /** Slots beyond the contract. */
  extra: Extra
  problems: Problem[]
  /** True where the bot would first ask the person something; false where it would act at once. */
  asks: boolean
  /** The needed slots that are missing, in the order in which to ask. */
  missing: (keyof Slots)[]
  ambiguous: Ambiguity[]
  unknown: UnknownName[]
  /** The directory's entries behind the names in `slots`. */
  named: NamedEntry[]
}

/** A frame with nothing in it but what is given. */
export function frameOf(intent: string, parts: Partial<Omit<Frame, 'intent'>> = {}): Frame {
  const empty = { slots: {}, extra: {}, problems: [], asks: false, missing: [], ambiguous: [], unknown: [], named: [] }
  return { intent, ...empty, ...parts }
}

/**
 * What a conversation's own words are weighed against: a frame whose words are merely like those of its intent
 * (`extra.isGuess`) is nothing beside them, or before a question that is open (but there for `extra.isLikely`, far from all others).
 */
export const believed = (frame: Frame): Frame => (frame.extra.isGuess ? frameOf('none') : frame)
