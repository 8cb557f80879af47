import type { Instant, LocalDate, LocalMoment, LocalTime } from './time.ts'

/** Every record has an id that never changes and a version that grows by one with each change, from 1. */
export type Identified = { id: string; version: number }

export type Role = 'staff' | 'approver' | 'admin'
export type OfferRecord = { kind: string; count?: number }

/** The kinds of record and their fields. References are ids. */
export type Records = {
  settings: Identified & { organization: string; timezone: string; extra: Extra }
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
    headcount?: number
    /** Occurrences of a series that do not take place. */
    skips: LocalDate[]
    isCancelled: boolean
    owner?: string
    /** Grows with every change that calendars must follow (RFC 5545 SEQUENCE). */
    sequence: number
    at: Instant
    extra: Extra
  }
}

/** What the directory said that this program does not know: kept as it was. */
export type Extra = Readonly<Record<string, unknown>>

export type RecordKind = keyof Records
export type RecordOf<K extends RecordKind> = Records[K]
export type RecordRef = { kind: RecordKind; id: string }

/**
 * The fields by which each kind is searched, and so indexed; the type of a column in a database. A list (`text[]`)
 * matches where it holds the value.
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
  event: { event: 'text', start: 'text', school: 'text', partners: 'text[]', isCancelled: 'boolean' },
} as const satisfies { [K in RecordKind]: { [F in keyof RecordOf<K>]?: 'text' | 'text[]' | 'boolean' | 'bigint' } }

export const RECORD_KINDS = Object.keys(SEARCHED) as RecordKind[]

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
  }
