import type { Address } from './delivery.ts'
import type { ConsentRecord, PlacementRecord, PublishingRecord, StoryRecord } from './story.ts'
import type { Instant, LocalDate, LocalMoment, LocalTime } from './time.ts'

/** Every record has an id that never changes and a version that grows by one with each change, from 1. */
export type Identified = { id: string; version: number }

export type Role = 'staff' | 'approver' | 'admin'
export type OfferRecord = { kind: string; count?: number }

/** The kinds of record and their fields. References are ids. */
export type Records = {
  settings: Identified & {
    organization: string
    timezone: string
    extra: Extra
  }
  cluster: Identified & { name: string; aliases: string[]; extra: Extra }
  school: Identified & {
    name: string
    aliases: string[]
    periods?: Record<string, [LocalTime, LocalTime]>
    address?: string
    arrival?: string
    hours?: [LocalTime, LocalTime]
    rooms?: { name: string; capacity?: number }[]
    caterer?: string
    isActive: boolean
    extra: Extra
  }
  program: Identified & {
    name: string
    aliases: string[]
    school?: string
    cluster?: string
    isActive: boolean
    extra: Extra
  }
  partner: Identified & {
    name: string
    aliases: string[]
    cluster?: string
    borough?: string
    /** Names of partners not to be seated with it. */
    apart: string[]
    isActive: boolean
    extra: Extra
  }
  person: Identified & {
    name: string
    partner: string
    title?: string
    email?: string
    isActive: boolean
    extra: Extra
  }
  staff: Identified & {
    name: string
    /** In lower case; the first is the one to write to. */
    emails: string[]
    school?: string
    programs: string[]
    role: Role
    /** Accounts in channels, `slack:T024BE7LD:U023BECGF` (channel, team or nothing, user). */
    identities: string[]
    isActive: boolean
    extra: Extra
  }
  student: Identified & { name: string; school?: string; program?: string; isActive: boolean; extra: Extra }
  /** A day, or days, of the organization's calendar. `schools` absent: all. */
  calendarDay: Identified & {
    type: 'pd' | 'holiday' | 'exam' | 'off'
    from: LocalDate
    to: LocalDate
    name: string
    schools?: string[]
    extra: Extra
  }
  /** A form that someone typed and then resolved to a partner. */
  alias: Identified & { typed: string; partner: string; by: string; at: Instant }
  contact: Identified & {
    partner: string
    people: string[]
    method?: string
    date: LocalDate
    offers: OfferRecord[]
    followUp?: string
    /** The sentence itself, as typed. */
    note: string
    by: string
    at: Instant
  }
  followUp: Identified & {
    partner?: string
    people: string[]
    date: LocalDate
    owner: string
    isDone: boolean
    contact?: string
    note?: string
    /** The day for which its owner was last reminded. */
    reminded?: LocalDate
    at: Instant
  }
  event: Identified & {
    event: string
    start: LocalDate | LocalMoment
    end?: LocalDate | LocalMoment
    repeats?: string
    school?: string
    partners: string[]
    people: string[]
    clusters: string[]
    programs: string[]
    room?: string
    period?: string
    /** It was planned by a period: its hours are a period's. */
    isByPeriod?: boolean
    headcount?: number
    /** Occurrences of a series that do not take place: on days off, and those in `calledOff`. */
    skips: LocalDate[]
    /** Occurrences of a series that a person called off. */
    calledOff?: LocalDate[]
    /** Occurrences of a series that a person moved, by the day on which the rule has them. */
    moved?: { from: LocalDate; start: LocalDate | LocalMoment; end?: LocalDate | LocalMoment }[]
    /** The last day on which it takes place; `9999-12-31` for a series without an end. Follows from the other fields. */
    lastDay: LocalDate
    /** Speakers and hosts of whom no partner is known, by name. */
    otherPeople?: string[]
    /** The most who can come, where that was said. */
    capacity?: number
    /** Places kept for programs, by program id. */
    shares?: { program: string; places: number }[]
    /** All classes of the clusters concerned come together. */
    isAssembly?: boolean
    /** Who cooks: the school's culinary class, a caterer, or adults on the staff. */
    food?: 'class' | 'caterer' | 'adults'
    /** Warnings that were shown and overruled, by name. */
    overruled?: string[]
    /** Items of its checklist that are done, by name. */
    done?: string[]
    isCancelled: boolean
    owner?: string
    /** The organizer's card that counts answers: the delivery that posted it, and where. */
    card?: { delivery: string; to: Address }
    /** Grows with every change that calendars must follow (RFC 5545 SEQUENCE). */
    sequence: number
    at: Instant
    /** When it was last moved. */
    movedAt?: Instant
    extra: Extra
  }
  /** One person asked to an event: of a partner, or of the staff. Its id is what an answer link is signed over. */
  invitation: Identified & {
    event: string
    partner?: string
    person?: string
    staff?: string
    /** Of a series, the one time that they are asked to, by its place in the rule from 0. */
    time?: number
    /** `chat`: a message with buttons; `mail`: sent by e-mail; `hand`: the text was handed to the organizer. */
    via: 'chat' | 'mail' | 'hand'
    /** The delivery that carried it. */
    delivery?: string
    /** The event's `sequence` that this person was last told. */
    sequence: number
    isWithdrawn: boolean
    at: Instant
  }
  /** One answer: of a partner, of a person of it, or of a staff member. The newest of one giver takes the older one's place. */
  rsvp: Identified & {
    event: string
    partner?: string
    people: string[]
    staff?: string
    invitation?: string
    /** Of a series, the one time that it is about, as in the invitation. */
    time?: number
    answer: 'yes' | 'no' | 'maybe'
    headcount?: number
    /** Dietary needs and remarks, as typed. */
    dietary?: string
    isWaiting: boolean
    /** Given after the event had begun. */
    isLate?: boolean
    /** Its place in the waiting list: when it was first given as a yes. */
    since: Instant
    via: 'told' | 'button' | 'link'
    /** The staff member who told it. */
    toldBy?: string
    at: Instant
  }
  /** A student's place at an event. For the staff of their school, approvers and administrators alone. */
  studentPlace: Identified & { event: string; student: string; program?: string; isWaiting: boolean; at: Instant }
  /** Who came to one occurrence: a partner, with those of its people, or a staff member. */
  attendance: Identified & {
    event: string
    date: LocalDate
    partner?: string
    people: string[]
    staff?: string
    hasCome: boolean
    headcount?: number
    /** The contact that it became. */
    contact?: string
    by: string
    at: Instant
  }
  /** Work-based learning that an occurrence gave a program's students: how many, and minutes each. */
  learning: Identified & {
    event: string
    date: LocalDate
    program: string
    partner?: string
    students?: number
    minutes: number
    at: Instant
  }
  /** Who sits where at an event, as it was last shown; from it as few as possible move. */
  seatPlan: Identified & {
    event: string
    /** The most guests at a table. */
    tableSize: number
    /** A party is `partner:` or `staff:` and its id. */
    seats: { table: number; party: string; guests: number }[]
    /** Parties that somebody wants at one table. */
    pins: { parties: string[]; by: string }[]
    /** Who sits elsewhere since its last change. */
    moves: { party: string; from: number; to: number }[]
    /** Stands for all that it was made of, so that it is made anew only where that has changed. */
    basis: string
    at: Instant
  }
  /**
   * How often a secret calendar address was renewed: of everything, a school, or a staff member (`of`). Renewing it closes
   * the one before; there is no record where none was.
   */
  calendarFeed: Identified & { scope: 'all' | 'school' | 'staff'; of?: string; renewals: number; at: Instant }
  consent: ConsentRecord
  story: StoryRecord
  placement: PlacementRecord
  publishing: PublishingRecord
}

/** What the directory said that this program does not know: kept as it was. */
export type Extra = Readonly<Record<string, unknown>>

export type RecordKind = keyof Records
export type RecordOf<K extends RecordKind> = Records[K]
export type RecordRef = { kind: RecordKind; id: string }

/**
 * The fields by which each kind is searched, and so indexed; the type of a column in a database. A list (`text[]`)
 * matches where it holds the value. A new kind or field needs its table or column: a migration in data/postgres/migrations.
 */
export const SEARCHED = {
  settings: {},
  cluster: { name: 'text' },
  school: { name: 'text', isActive: 'boolean' },
  program: { name: 'text', school: 'text', cluster: 'text', isActive: 'boolean' },
  partner: { name: 'text', cluster: 'text', isActive: 'boolean' },
  person: { name: 'text', partner: 'text', email: 'text', isActive: 'boolean' },
  staff: { name: 'text', emails: 'text[]', identities: 'text[]', school: 'text', role: 'text', isActive: 'boolean' },
  student: { name: 'text', school: 'text', isActive: 'boolean' },
  calendarDay: { type: 'text', from: 'text', to: 'text' },
  alias: { typed: 'text', partner: 'text' },
  contact: { partner: 'text', people: 'text[]', date: 'text', by: 'text', at: 'bigint' },
  followUp: { partner: 'text', people: 'text[]', date: 'text', owner: 'text', isDone: 'boolean', contact: 'text' },
  event: {
    event: 'text',
    start: 'text',
    lastDay: 'text',
    school: 'text',
    partners: 'text[]',
    isCancelled: 'boolean',
    owner: 'text',
  },
  invitation: { event: 'text', partner: 'text', person: 'text', staff: 'text' },
  rsvp: { event: 'text', partner: 'text', staff: 'text' },
  studentPlace: { event: 'text', student: 'text' },
  attendance: { event: 'text', partner: 'text', date: 'text' },
  learning: { event: 'text', program: 'text', date: 'text' },
  seatPlan: { event: 'text' },
  calendarFeed: { of: 'text' },
  consent: { student: 'text', state: 'text', end: 'text', removeAtEnd: 'boolean' },
  story: {
    student: 'text',
    school: 'text',
    program: 'text',
    cluster: 'text',
    partner: 'text',
    state: 'text',
    writer: 'text',
    isLive: 'boolean',
    isTelling: 'boolean',
    publishedAt: 'bigint',
    at: 'bigint',
  },
  placement: {
    student: 'text',
    school: 'text',
    program: 'text',
    cluster: 'text',
    partner: 'text',
    kind: 'text',
    from: 'text',
    story: 'text',
  },
  publishing: { program: 'text' },
} as const satisfies { [K in RecordKind]: { [F in keyof RecordOf<K>]?: 'text' | 'text[]' | 'boolean' | 'bigint' } }

export const RECORD_KINDS = Object.keys(SEARCHED) as RecordKind[]
export const isRecordKind = (name: string): name is RecordKind => RECORD_KINDS.some((kind) => kind === name)

/**
 * References that must hold, by searched field: a store refuses to remove what is referred to, and to keep a reference to
 * what is not there.
 */
export const REFERENCES: { readonly [K in RecordKind]?: { readonly [F in keyof (typeof SEARCHED)[K]]?: RecordKind } } =
  {
    program: { school: 'school', cluster: 'cluster' },
    partner: { cluster: 'cluster' },
    person: { partner: 'partner' },
    staff: { school: 'school' },
    student: { school: 'school' },
    alias: { partner: 'partner' },
    contact: { partner: 'partner' },
    followUp: { partner: 'partner' },
    event: { school: 'school' },
    invitation: { event: 'event' },
    rsvp: { event: 'event' },
    studentPlace: { event: 'event' },
    attendance: { event: 'event' },
    learning: { event: 'event' },
    seatPlan: { event: 'event' },
    consent: { student: 'student' },
    story: { student: 'student', partner: 'partner' },
    placement: { student: 'student', partner: 'partner' },
  }
