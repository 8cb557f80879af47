import type { WebClient } from '@slack/web-api'
import { type Deadline, waitWithin } from '../../data/deadline.ts'
import type { Instant } from '../../data/time.ts'
import { UnexpectedAnswer } from './network.ts'

/** Milliseconds: a name that is missing is looked for again after this, a known one is trusted for longer. */
const MISSING_FOR_MS = 30_000
const KNOWN_FOR_MS = 10 * 60_000
/** Pages of 1,000 channels. */
const MOST_PAGES = 20

export type Channels = {
  /**
   * The id of `#name`, an id as it is, or undefined where there is no channel of that name. Rejects as the Web API does, or
   * with an `OutOfTime`: the list is then read on, for whoever asks next.
   */
  idOf(place: string, deadline: Deadline): Promise<string | undefined>
  /** The direct channel with a person, who is known by id or by e-mail address; asked by `web`. Rejects as the Web API does. */
  directWith(person: { id: string } | { email: string }, web: WebClient): Promise<string>
  /** Remembers a direct channel that was seen. */
  sawDirect(person: string, channel: string): void
}

/** `web`: reads the list of channels. */
export function createChannels(web: WebClient, clock: () => Instant): Channels {
  const direct = new Map<string, string>()
  let listed: { ids: Promise<Map<string, string>>; at: Instant } | undefined

  const list = async (): Promise<Map<string, string>> => {
    const ids = new Map<string, string>()
    let cursor = ''
    for (let page = 0; page < MOST_PAGES; page += 1) {
      const answer = await web.conversations.list({
        types: 'public_channel,private_channel',
        exclude_archived: false,
        limit: 1000,
        ...(cursor ? { cursor } : {}),
      })
      for (const { id, name, is_archived } of answer.channels ?? []) {
        if (!id || !name) continue
        if (!is_archived || !ids.has(name)) ids.set(name, id)
      }
      cursor = answer.response_metadata?.next_cursor ?? ''
      if (cursor === '') break
    }
    return ids
  }

  const idsWithin = (ms: number): Promise<Map<string, string>> => {
    if (listed && clock() - listed.at < ms) return listed.ids
    const entry = { ids: list(), at: clock() }
    entry.ids.catch(() => {
      if (listed === entry) listed = undefined
    })
    listed = entry
    return entry.ids
  }

  const userOf = async (email: string, web: WebClient): Promise<string> => {
    const { user } = await web.users.lookupByEmail({ email })
    if (!user?.id) throw new UnexpectedAnswer('users.lookupByEmail gave no user')
    return user.id
  }

  return {
    async idOf(place, deadline) {
      if (!place.startsWith('#')) return place
      const name = place.slice(1).toLowerCase()
      const known = (await waitWithin(deadline, idsWithin(KNOWN_FOR_MS))).get(name)
      return known ?? (await waitWithin(deadline, idsWithin(MISSING_FOR_MS))).get(name)
    },
    async directWith(person, web) {
      const id = 'id' in person ? person.id : await userOf(person.email, web)
      const known = direct.get(id)
      if (known) return known
      const { channel } = await web.conversations.open({ users: id })
      if (!channel?.id) throw new UnexpectedAnswer('conversations.open gave no channel')
      direct.set(id, channel.id)
      return channel.id
    },
    sawDirect(person, channel) {
      direct.set(person, channel)
    },
  }
}
