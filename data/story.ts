import type { Address, ChannelName } from './delivery.ts'
import type { Identified } from './records.ts'
import type { Instant, LocalDate } from './time.ts'

/**
 * Where a student's story may be shown, as consents name it: inside the organization (its Slack and Teams), on its web
 * site, on social media, in the press, to one named third party.
 */
export const DESTINATIONS = ['internal', 'web', 'social', 'press', 'third_party'] as const
export type Destination = (typeof DESTINATIONS)[number]

export const STORY_STATES = ['draft', 'waiting', 'approved', 'scheduled', 'posted', 'declined', 'taken_down'] as const
export type StoryState = (typeof STORY_STATES)[number]

/** What a student reached. */
export const STEP_KINDS = ['classes', 'internship', 'apprenticeship', 'job', 'college', 'credential', 'award'] as const
export type StepKind = (typeof STEP_KINDS)[number]

/** One step of a pathway, in its order; the last one is the outcome. */
export type StoryStep = {
  kind: StepKind
  /** Where: a partner's id. */
  partner?: string
  /** A job title, in lower case as it stands in a sentence. */
  role?: string
  /** What it is called: a college, a credential, an award. */
  name?: string
}

export const PRONOUNS = ['she', 'he', 'they'] as const
export type Pronoun = (typeof PRONOUNS)[number]

/** What a story without a name leaves out, where so few share it that the student could be recognized. */
export const WITHHELD = ['program', 'grade'] as const
export type Withheld = (typeof WITHHELD)[number]

/** The words of a story. `{name}` stands for the student: each destination puts what its consent allows. */
export type StoryText = { headline: string; sentences: string[] }

/** A photograph as it is kept: re-encoded, its metadata gone. `alt` is never empty. */
export type StoryPhoto = { file: string; alt: string; width: number; height: number; by: string; at: Instant }

/** A channel that shows it. */
export type StoryPlace = {
  address: Address
  /** As people call it: `#cte-wins`. */
  label: string
  /** The partner to whom the channel belongs: it needs a consent that names this third party. */
  thirdParty?: string
  /** The delivery that posts it there, newest attempt. */
  delivery?: string
  /** Earlier attempts: failed, dropped, or not known to have arrived. */
  earlier?: string[]
  /** Nobody could tell whether it arrived, and a person has looked: it is there. */
  isSeen?: boolean
  /** Which revision that delivery, or the last replacement of its message, holds. */
  revision?: string
}

/** What a second person approved: exactly this, for these destinations. */
export type StoryApproval = {
  by: string
  at: Instant
  revision: string
  destinations: Destination[]
  isNameless: boolean
  withheld?: Withheld[]
  text: StoryText
  photo?: StoryPhoto
}

export type StoryRecord = Identified & {
  student: string
  school?: string
  program?: string
  cluster?: string
  /** The partner of the last step that has one. */
  partner?: string
  steps: StoryStep[]
  pronoun?: Pronoun
  /** 9 to 12. */
  grade?: number
  /** Told without a name ("a Food and Finance junior"). */
  isNameless: boolean
  /** Of a story without a name. */
  withheld?: Withheld[]
  text: StoryText
  /** A person has changed the words: facts that come later do not compose them anew. */
  isEdited: boolean
  photo?: StoryPhoto
  /** Where the writer wants it. */
  destinations: Destination[]
  places: StoryPlace[]
  /** When it is to be posted; absent: as soon as it is approved. */
  postAt?: Instant
  /** A fingerprint of what would be shown where: an approval is of one revision. */
  revision: string
  state: StoryState
  writer: string
  /** What its writer has been asked and has not answered, and what they have skipped. */
  asked: string[]
  /** The deliveries that hold its approvers' cards, by staff id. */
  cards: Record<string, string>
  /** Stays while a changed text waits for approval: what was approved is what is shown. */
  approval?: StoryApproval
  declined?: { by: string; at: Instant; reason: string }
  /** The deliveries that gave its people texts to share. */
  shares?: string[]
  /** `by` is absent where a consent that says so has ended. `deliveries` remove its posts. */
  takenDown?: { by?: string; at: Instant; deliveries: string[] }
  /** Approved, not taken down: shown from `publishedAt` on. */
  isLive: boolean
  publishedAt?: Instant
  /** Something was sent or removed whose outcome its people are yet to be told. */
  isTelling: boolean
  at: Instant
}

/**
 * What is known of one student's consent. `reported`: staff say so, and it counts for nothing until an approver has
 * confirmed that the signed form is on file (`granted`). `refused`: the family said no. `withdrawn`: it counted once.
 */
export type ConsentState = 'reported' | 'granted' | 'refused' | 'withdrawn' | 'rejected'

export type ConsentRecord = Identified & {
  student: string
  state: ConsentState
  destinations: Destination[]
  /** The partner's id, or its name as typed, of the one third party. */
  thirdParty?: string
  /** What the form is called. */
  form?: string
  /** The day it was signed. */
  date?: LocalDate
  /** The last day on which it allows anything new to be published. */
  end?: LocalDate
  /** The full name may be shown. */
  fullName: boolean
  /** What was published under it goes when it ends. */
  removeAtEnd: boolean
  recordedBy: string
  confirmedBy?: string
  /** The deliveries that hold its approvers' cards, by staff id. */
  cards: Record<string, string>
  at: Instant
}

/** A student's place at a partner, whether or not a story is told. */
export type PlacementRecord = Identified & {
  student: string
  school?: string
  program?: string
  cluster?: string
  partner: string
  kind: 'internship' | 'apprenticeship' | 'job'
  role?: string
  /** The first day where it is known, else the day it was recorded. */
  from: LocalDate
  to?: LocalDate
  isPaid?: boolean
  hours?: number
  /** The story that it was recorded with. */
  story?: string
  by: string
  at: Instant
}

/** How a program publishes; the record without a program is everyone's. */
export type PublishingRecord = Identified & {
  program?: string
  /** Where its stories go. */
  places: StoryPlace[]
  /** Channels that are a partner's, in the record of everyone: nothing goes there by this alone. */
  partnerChannels?: { label: string; channel?: ChannelName; partner: string }[]
  /** Set by an admin for one-person programs: the writer may approve, and the card says so. */
  isSelfApproving: boolean
}
