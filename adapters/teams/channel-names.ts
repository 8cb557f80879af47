import type { Address } from '../../data/delivery.ts'
import type { Instant } from '../../data/time.ts'
import { waitInAttempt } from './attempt.ts'
import type { Bot } from './bot.ts'

/** Milliseconds that a team's list of channels counts. */
const KEPT_MS = 5 * 60_000

type Team = { id: string; serviceUrl: string; tenant: string | undefined }

export type FoundChannel =
  | { kind: 'found'; address: Address }
  | { kind: 'none' }
  | { kind: 'several' }
  | { kind: 'unread' }

/** Finds a channel by its name in the teams that Liaison is in and has heard from. */
export type ChannelNames = {
  learn(address: Address): void
  /** `name` with or without its `#`; `tenant` narrows the search. Rejects with an `OutOfTime` where the attempt has no more. */
  find(name: string, tenant: string | undefined): Promise<FoundChannel>
}

/** `known`: places of earlier conversations, read once; without it a restart forgets which teams there are. */
export function createChannelNames(
  bot: Pick<Bot, 'channelsOf'>,
  clock: () => Instant,
  known: () => Promise<readonly Address[]>,
): ChannelNames {
  const teams = new Map<string, Team>()
  const lists = new Map<string, { channels: { id: string; name?: string }[]; until: number }>()
  let recalled: Promise<void> | undefined

  const learn = (address: Address): void => {
    const { groupId, serviceUrl } = address.route ?? {}
    if (groupId && serviceUrl) teams.set(groupId, { id: groupId, serviceUrl, tenant: address.team })
  }

  /** A store that is away is asked again the next time. */
  const recall = async (): Promise<void> => {
    try {
      for (const place of await known()) learn(place)
    } catch (error) {
      recalled = undefined
      throw error
    }
  }

  const channelsOf = async (team: Team): Promise<{ id: string; name?: string }[]> => {
    const kept = lists.get(team.id)
    if (kept && kept.until > clock()) return kept.channels
    const channels = await bot.channelsOf(team.serviceUrl, team.id)
    lists.set(team.id, { channels, until: clock() + KEPT_MS })
    return channels
  }

  return {
    learn,
    async find(name, tenant) {
      await waitInAttempt(() => {
        recalled ??= recall()
        return recalled
      })
      const wanted = foldName(name)
      const found: Address[] = []
      let isUnread = false
      for (const team of teams.values()) {
        if (tenant && team.tenant && team.tenant !== tenant) continue
        try {
          const channels = await waitInAttempt(() => channelsOf(team))
          for (const { id } of channels.filter((channel) => foldName(channel.name ?? 'General') === wanted))
            found.push(channelAddress(team, id))
        } catch {
          isUnread = true
        }
      }
      const [address] = found
      if (found.length > 1) return { kind: 'several' }
      if (address) return { kind: 'found', address }
      return { kind: isUnread ? 'unread' : 'none' }
    },
  }
}

/** Names match however they are written: "#CTE Wins" is "cte-wins". */
function foldName(name: string): string {
  return name
    .replace(/^#/, '')
    .toLowerCase()
    .replace(/[\s_-]+/g, '-')
}

function channelAddress({ id, serviceUrl, tenant }: Team, place: string): Address {
  return {
    channel: 'teams',
    ...(tenant && { team: tenant }),
    place,
    isDirect: false,
    route: { serviceUrl, groupId: id },
  }
}
