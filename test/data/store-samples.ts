import type { Address, Delivery } from '../../data/delivery.ts'
import type { RecordOf } from '../../data/records.ts'
import type { ConversationState, Turn } from '../../data/store.ts'
import type { Instant, LocalDate } from '../../data/time.ts'

/** Fictional people and small records for store tests. All times are small numbers: minute 0 is the epoch. */
export const minute = (n: number): Instant => (n * 60_000) as Instant
export const day = (text: string): LocalDate => text as LocalDate

export const partner = (id: string, name: string): RecordOf<'partner'> => ({
  id,
  version: 0,
  name,
  aliases: [],
  apart: [],
  isActive: true,
  extra: {},
})

export const person = (id: string, name: string, at: string): RecordOf<'person'> => ({
  id,
  version: 0,
  name,
  partner: at,
  isActive: true,
  extra: {},
})

export const staff = (id: string, name: string, emails: string[]): RecordOf<'staff'> => ({
  id,
  version: 0,
  name,
  emails,
  programs: [],
  role: 'staff',
  identities: [],
  isActive: true,
  extra: {},
})

export const contact = (
  id: string,
  fields: { partner: string; date: string } & Partial<Omit<RecordOf<'contact'>, 'date' | 'partner'>>,
): RecordOf<'contact'> => ({
  id,
  version: 0,
  people: [],
  offers: [],
  note: 'as typed',
  by: 'maria',
  at: minute(1),
  ...fields,
  date: day(fields.date),
})

let turns = 0
/** A turn by Maria in her own chat with an inbound of its own, that does nothing but what is given. */
export function turn(given: Partial<Turn> = {}): Turn {
  turns += 1
  return {
    id: `turn-${turns}`,
    inbound: `inbound-${turns}`,
    conversation: 'slack|dm|maria',
    by: 'maria',
    at: minute(turns),
    what: 'log_contact',
    writes: [],
    reliesOn: [],
    touches: [],
    deliveries: [],
    ...given,
  }
}

export const chatOf = (who: string): Address => ({ channel: 'slack', team: 'T1', isDirect: true, person: who })

export const delivery = (id: string, given: Partial<Delivery> = {}): Delivery => ({
  id,
  turn: 'turn-0',
  to: chatOf('maria'),
  isPrivate: false,
  content: { kind: 'post', card: { summary: 'Logged', parts: [{ kind: 'text', text: 'Logged: Con Edison' }] } },
  orderKey: 'slack|maria',
  isUrgent: false,
  due: minute(1),
  state: 'due',
  attempts: 0,
  ...given,
})

export const conversation = (given: Partial<ConversationState> = {}): ConversationState => ({
  key: 'slack|dm|maria',
  staff: 'maria',
  address: chatOf('maria'),
  at: minute(1),
  version: 0,
  ...given,
})
