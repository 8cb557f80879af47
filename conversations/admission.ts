import type { RecordOf } from '../data/records.ts'
import type { Reads, StandingQuery, Write } from '../data/store.ts'
import type { Author } from './inbound.ts'
import { turnIdOf } from './turns.ts'

/** Who is let in, beyond the staff listed in the directory. */
export type AdmissionPolicy = {
  /** In lower case. Addresses of these domains are admitted as staff; empty: listed staff only. */
  emailDomains: readonly string[]
  /** In lower case. They are admitted and administer. */
  adminEmails: readonly string[]
  /** In the browser's demo and the terminal the channel itself says which staff member speaks, by record id. */
  trustedChannels: readonly string[]
}

/** The staff record of an author, with what must be written so that it is known next time. */
export type Admitted = { speaker: RecordOf<'staff'>; writes: Write[] }

/** An account as staff records hold it. */
export const identityOf = (author: Author): string => `${author.channel}:${author.team ?? ''}:${author.user}`

/** By what a store finds the staff member who speaks. */
export const whoIs = (author: Author, { trustedChannels }: AdmissionPolicy): StandingQuery['who'] =>
  trustedChannels.includes(author.channel) ? { id: author.user } : { identity: identityOf(author) }

/**
 * The staff member behind an account: by the account itself (`known`), else by the address in the platform's own profile,
 * else, where its domain is admitted, as new staff. Undefined: not admitted. Guests never are.
 */
export async function admit(
  author: Author,
  known: RecordOf<'staff'> | undefined,
  policy: AdmissionPolicy,
  reads: Reads,
): Promise<Admitted | undefined> {
  if (author.isGuest) return undefined
  if (known) return known.isActive ? administered(known, policy) : undefined
  if (policy.trustedChannels.includes(author.channel)) return undefined
  const identity = identityOf(author)
  const email = author.email?.toLowerCase()
  if (!email) return undefined
  const [listed] = await reads.find('staff', { where: { emails: email }, limit: 1 })
  if (listed) {
    if (!listed.isActive) return undefined
    return administered({ ...listed, identities: [...listed.identities, identity] }, policy, listed)
  }
  const isAdmin = policy.adminEmails.includes(email)
  if (!isAdmin && !policy.emailDomains.includes(email.slice(email.lastIndexOf('@') + 1))) return undefined
  const speaker: RecordOf<'staff'> = {
    // The same wherever they begin: of two turns at once the second finds the record of the first.
    id: `${turnIdOf(`staff:${identity}`)}-staff`,
    version: 0,
    name: author.name ?? email.slice(0, email.lastIndexOf('@')),
    emails: [email],
    programs: [],
    role: isAdmin ? 'admin' : 'staff',
    identities: [identity],
    isActive: true,
    extra: {},
  }
  return { speaker, writes: [{ kind: 'staff', id: speaker.id, after: speaker }] }
}

/** `ADMIN_EMAILS` makes administrators, also of people who were listed before. */
function administered(speaker: RecordOf<'staff'>, policy: AdmissionPolicy, before = speaker): Admitted {
  const isAdmin = speaker.emails.some((email) => policy.adminEmails.includes(email))
  const after: RecordOf<'staff'> = isAdmin && speaker.role !== 'admin' ? { ...speaker, role: 'admin' } : speaker
  return { speaker: after, writes: after === before ? [] : [{ kind: 'staff', id: after.id, before, after }] }
}
