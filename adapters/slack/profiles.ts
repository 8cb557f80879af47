import type { WebClient } from '@slack/web-api'
import type { Author } from '../../conversations/inbound.ts'
import type { Instant } from '../../data/time.ts'
import { UnexpectedAnswer } from './network.ts'

/** Milliseconds: how long a profile counts as fresh. A guest or a leaver is noticed this late at most. */
const FRESH_MS = 10 * 60_000
/** Profiles; the oldest go first. */
const MOST_KEPT = 5000

/** What a profile says of a person. */
export type Profile = { name: string; email?: string; isGuest: boolean }

export type Profiles = {
  /** Rejects where Slack does not say and nothing is remembered; what is remembered counts while Slack does not answer. */
  profileOf(team: string, user: string): Promise<Profile>
  /** The person as the author of an inbound. Rejects as `profileOf`. */
  authorOf(team: string, user: string): Promise<Author>
  /** Names of several people; those whom Slack does not name are missing. */
  namesOf(team: string, users: readonly string[]): Promise<Map<string, string>>
}

type Kept = { profile: Promise<Profile>; at: Instant }

export function createProfiles(
  web: WebClient,
  clock: () => Instant,
  isAllowed: (team: string) => Promise<boolean>,
): Profiles {
  const kept = new Map<string, Kept>()

  const ask = async (user: string): Promise<Profile> => {
    const { user: found } = await web.users.info({ user })
    if (!found) throw new UnexpectedAnswer('users.info gave no user')
    const { profile, is_restricted, is_ultra_restricted, is_stranger, is_bot, deleted } = found
    // In an Enterprise Grid a person's own workspace may be another of it; in a shared channel, another organization's.
    const { team_id: home, enterprise_user: ofGrid } = found
    const teams = ofGrid ? ofGrid.teams : home === undefined ? undefined : [home]
    const isOutsider = teams !== undefined && !(await Promise.all(teams.map(isAllowed))).some(Boolean)
    const name = profile?.real_name || found.real_name || profile?.display_name || found.name || user
    const isConfirmed = found.is_email_confirmed !== false
    return {
      name,
      ...(profile?.email && isConfirmed ? { email: profile.email.toLowerCase() } : {}),
      isGuest: Boolean(is_restricted || is_ultra_restricted || is_stranger || is_bot || deleted || isOutsider),
    }
  }

  const profileOf = (team: string, user: string): Promise<Profile> => {
    const key = `${team}|${user}`
    const known = kept.get(key)
    if (known && clock() - known.at < FRESH_MS) return known.profile
    const asked = ask(user)
    const entry: Kept = { profile: known ? asked.catch(() => known.profile) : asked, at: clock() }
    entry.profile.catch(() => kept.get(key) === entry && kept.delete(key))
    kept.delete(key)
    kept.set(key, entry)
    const [oldest] = kept.keys()
    if (kept.size > MOST_KEPT && oldest !== undefined) kept.delete(oldest)
    return entry.profile
  }

  return {
    profileOf,
    async authorOf(team, user) {
      return { channel: 'slack', team, user, ...(await profileOf(team, user)) }
    },
    async namesOf(team, users) {
      const names = new Map<string, string>()
      await Promise.all(
        [...new Set(users)].map(async (user) => {
          const profile = await profileOf(team, user).catch(() => undefined)
          if (profile) names.set(user, profile.name)
        }),
      )
      return names
    },
  }
}
