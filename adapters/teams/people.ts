import type { Author } from '../../conversations/inbound.ts'
import type { Instant } from '../../data/time.ts'
import type { TeamsActivity } from './activity.ts'
import { personOf } from './address.ts'
import type { Member, ReadMember } from './bot.ts'
import { within } from './within.ts'

/** Milliseconds that a roster's word on a person counts. */
const KEPT_MS = 60 * 60_000
/** People; the oldest go first. */
const MOST_KEPT = 10_000

/** Milliseconds: a channel waits fifteen seconds for all of it. https://learn.microsoft.com/azure/bot-service/bot-builder-howto-long-operations-guidance */
const ROSTER_TIMEOUT_MS = 4000

/**
 * Learns who wrote, from the activity and the roster. `isNamed`: the roster has told; otherwise the author has neither
 * e-mail address nor guest's mark.
 */
export type People = (
  activity: TeamsActivity,
  tenant: string | undefined,
  read: ReadMember,
) => Promise<{ author: Author; isNamed: boolean }>

/** `onFault` hears that the roster could not be read, in time or at all. */
export function createPeople(
  clock: () => Instant,
  onFault: (error: unknown) => void,
  timeoutMs = ROSTER_TIMEOUT_MS,
): People {
  const kept = new Map<string, { member: Member; until: number }>()

  const memberOf = async (key: string, user: string, read: ReadMember): Promise<Member | undefined> => {
    const known = kept.get(key)
    if (known && known.until > clock()) return known.member
    try {
      const member = await within(read(user), timeoutMs)
      kept.delete(key)
      kept.set(key, { member, until: clock() + KEPT_MS })
      const [oldest] = kept.keys()
      if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
      return member
    } catch (error) {
      onFault(error)
      return undefined
    }
  }

  return async (activity, tenant, read) => {
    const user = personOf(activity)
    const member = await memberOf(`${tenant} ${user}`, activity.from.id, read)
    const name = member?.name || activity.from.name
    const email = emailOf(member)
    const author: Author = {
      channel: 'teams',
      ...(tenant && { team: tenant }),
      user,
      ...(name && { name }),
      ...(email && { email }),
      ...(member && isGuest(member, tenant) && { isGuest: true }),
    }
    return { author, isNamed: member !== undefined }
  }
}

/** A user principal name looks like an address and is one's own name to sign in with; a guest's is neither. */
function emailOf(member: Member | undefined): string | undefined {
  return [member?.email, member?.userPrincipalName].find((name) => name?.includes('@') && !isExternalName(name))
}

/** https://learn.microsoft.com/entra/external-id/user-properties (`#EXT#` in the name to sign in with) */
const isExternalName = (name: string): boolean => /#ext#/i.test(name)

function isGuest(member: Member, tenant: string | undefined): boolean {
  const role = member.userRole?.toLowerCase()
  if (role === 'guest' || role === 'anonymous') return true
  if (member.userPrincipalName && isExternalName(member.userPrincipalName)) return true
  return Boolean(member.tenantId && tenant && member.tenantId.toLowerCase() !== tenant.toLowerCase())
}
